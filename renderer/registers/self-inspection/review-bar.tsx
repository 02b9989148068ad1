import { Button } from 'antd';
import { useState } from 'react';
import { reviewManyText as text } from '../../text/self-inspection-batches.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { Key } from '../../ui/page.tsx';
import { type ChosenFilings, MANY_MOVES, type ManyMove, movable } from './chosen-filings.ts';
import { ReviewManyDialog } from './review-many-dialog.tsx';

interface ReviewBarProps {
  readonly chosen: ChosenFilings;
  /** Ctrl+Enter is not taken by the entry line or an open filing. */
  readonly hasKey: boolean;
}

/** What can be done with all filings that are chosen. */
export function ReviewBar({ chosen, hasKey }: ReviewBarProps) {
  const [move, setMove] = useState<ManyMove | null>(null);
  const offered = MANY_MOVES.map((one) => ({ one, count: movable(chosen.rows, one).length })).filter(
    ({ count }) => count > 0,
  );
  const main = offered[0]?.one;
  useShortcuts({ 'ctrl+enter': () => main && setMove(main) }, hasKey);
  if (!main) return null;
  return (
    <div className="self-inspection-many" role="toolbar" aria-label={text.chosen(chosen.rows.length)}>
      <b role="status">{text.chosen(chosen.rows.length)}</b>
      {offered.map(({ one, count }) => (
        <Button
          key={one}
          size="small"
          type={one === main ? 'primary' : 'default'}
          onClick={() => setMove(one)}
        >
          {text.open(one, count)}
          {one === main && hasKey && <Key>Ctrl+Enter</Key>}
        </Button>
      ))}
      <button type="button" className="link-button" onClick={chosen.clear}>
        {text.unchoose}
      </button>
      <span className="secondary wide-only">{text.keys}</span>
      {move && (
        <ReviewManyDialog
          rows={movable(chosen.rows, move)}
          move={move}
          onClose={() => setMove(null)}
          onDone={() => {
            setMove(null);
            chosen.clear();
          }}
        />
      )}
    </div>
  );
}
