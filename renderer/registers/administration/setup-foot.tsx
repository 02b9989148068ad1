import { Button } from 'antd';
import type { ReactNode } from 'react';
import { setupText } from '../../text/administration-page.ts';

interface SetupFootProps {
  readonly onBack?: (() => void) | undefined;
  /** Once the ledger is made, the rest can wait. */
  readonly onLater?: (() => void) | undefined;
  readonly note?: ReactNode;
  /** The button that leads on; the step's form submits by it. */
  readonly children: ReactNode;
}

export function SetupFoot({ onBack, onLater, note, children }: SetupFootProps) {
  return (
    <footer className="setup-foot">
      {onBack && <Button onClick={onBack}>{setupText.back}</Button>}
      <span className="secondary">{note}</span>
      <span className="setup-on">
        {onLater && <Button onClick={onLater}>{setupText.later}</Button>}
        {children}
      </span>
    </footer>
  );
}
