import { Button } from 'antd';
import type { ReactNode } from 'react';
import { setupText } from '../../text/administration-page.ts';

interface SetupFootProps {
  readonly onBack?: (() => void) | undefined;
  /** The button that leads on; the step's form submits by it. */
  readonly children: ReactNode;
}

export function SetupFoot({ onBack, children }: SetupFootProps) {
  return (
    <footer className="setup-foot">
      {onBack && <Button onClick={onBack}>{setupText.back}</Button>}
      <span className="secondary">{setupText.notDone}</span>
      {children}
    </footer>
  );
}
