import { useState } from 'react';
import { type Chosen, RestoreChoice } from './restore-choice.tsx';
import { RestoreRehearsal } from './restore-rehearsal.tsx';
import type { Restored } from './restored.ts';

interface RestoreDialogProps {
  /** A backup of the list; null: any. */
  readonly fileName: string | null;
  readonly onClose: () => void;
}

/** Restoring in two steps: choosing and trying, then what comes of it. */
export function RestoreDialog({ fileName, onClose }: RestoreDialogProps) {
  const [rehearsed, setRehearsed] = useState<{ chosen: Chosen; told: Restored } | null>(null);
  if (!rehearsed)
    return (
      <RestoreChoice
        fileName={fileName}
        onRehearsed={(chosen, told) => setRehearsed({ chosen, told })}
        onClose={onClose}
      />
    );
  return <RestoreRehearsal {...rehearsed} onBack={() => setRehearsed(null)} onClose={onClose} />;
}
