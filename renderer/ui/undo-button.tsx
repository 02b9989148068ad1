import { useQuery } from '@tanstack/react-query';
import type { ErrorCode } from '../../shared/vocabulary/error-codes.ts';
import { core } from '../state/core.ts';
import { useWrite } from '../state/writes.ts';
import { errorSentence } from '../text/errors.ts';
import { frameText } from '../text/frame.ts';
import { stepWord } from '../text/steps.ts';
import { useShortcuts } from './keyboard.ts';
import { Key } from './page.tsx';

/** The account's own last step, and the button that takes it back; it stays until something else was done. */
export function UndoButton() {
  const last = useQuery({ queryKey: ['lastStep'], queryFn: () => core.office.lastStep() });
  const undo = useWrite(takeBack, { done: (undone) => undone && frameText.undone(stepWord(undone.action)) });
  const { step = null, action = null, undoable = false, reason = null } = last.data ?? {};
  useShortcuts({
    'ctrl+z': (event) => {
      // In a field Ctrl+Z takes back what was typed.
      if (!isField(event.target) && !undo.isPending) undo.mutate(null);
    },
  });
  if (step === null) return null;
  const done = <span className="wide-only">{frameText.lastStep(stepWord(action ?? ''))}</span>;
  if (!undoable)
    return (
      <span className="status-item undo" title={reason ? errorSentence(reason as ErrorCode) : undefined}>
        {done}
        <span>{frameText.notUndoable}</span>
      </span>
    );
  return (
    <span className="status-item undo">
      {done}
      <button
        type="button"
        className="link-button"
        onClick={() => undo.mutate(step)}
        disabled={undo.isPending}
      >
        {frameText.undo}
        <Key>Ctrl+Z</Key>
      </button>
    </span>
  );
}

/**
 * By the button the step that it names. By keys the last one of all (null), asked for anew: what was done a moment
 * ago may not be shown yet.
 */
async function takeBack(shown: number | null) {
  const last = shown === null ? await core.office.lastStep() : null;
  const step = shown ?? (last?.undoable ? last.step : null);
  return step === null ? null : await core.office.undo({ step });
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
