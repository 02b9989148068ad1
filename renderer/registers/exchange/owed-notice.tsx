import { Button } from 'antd';
import type { Period } from '../../../shared/rules/periods.ts';
import { exportPreviewText as text } from '../../text/export-preview.ts';
import { dayOf } from '../../text/frame.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { Key } from '../../ui/page.tsx';
import { WarningSign } from '../../ui/signs.tsx';

interface OwedNoticeProps {
  /** At least one, the oldest first. */
  readonly periods: readonly Period[];
  readonly lastEnd: string;
  readonly onTake: () => void;
}

/** A late report that is cut off today speaks of the running period: here it is cut off where the one before ended. */
export function OwedNotice({ periods, lastEnd, onTake }: OwedNoticeProps) {
  useShortcuts({ 'alt+p': onTake }, true, 'everywhere');
  const from = periods[0]?.from ?? lastEnd;
  return (
    <div className="notice warn">
      <p>
        <WarningSign /> {text.owed(periods.length, dayOf(from), dayOf(lastEnd))}
      </p>
      <div className="choices">
        <Button onClick={onTake}>
          {text.lastEnd(dayOf(lastEnd))}
          <Key always>Alt+P</Key>
        </Button>
      </div>
    </div>
  );
}
