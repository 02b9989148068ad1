import { RecoveryRoom } from './recovery-room.tsx';
import { SetupFoot } from './setup-foot.tsx';

interface SetupRecoveryProps {
  /** Null when the page was loaded again: the code stood nowhere but here. */
  readonly code: string | null;
  readonly onCode: (code: string) => void;
  readonly onBack: () => void;
  readonly onDone: () => Promise<void>;
}

export function SetupRecovery({ code, onCode, onBack, onDone }: SetupRecoveryProps) {
  return (
    <div className="setup-form">
      <RecoveryRoom
        code={code}
        onCode={onCode}
        onDone={() => void onDone()}
        foot={(finish) => <SetupFoot onBack={onBack}>{finish}</SetupFoot>}
      />
    </div>
  );
}
