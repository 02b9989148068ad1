import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { owesMakeup } from '../../../shared/rules/attendance.ts';
import { takesMarks } from '../../../shared/rules/session-moves.ts';
import { useDrafts } from '../../state/drafts.ts';
import { useSaveAfterPause } from '../../state/save-after-pause.ts';
import { useSession } from '../../state/session.ts';
import { NO_STEPS, stepAgain, stepBack } from '../../state/step-history.ts';
import { useUnsent } from '../../state/unsent.ts';
import type { Clash } from './clashes.ts';
import {
  dropUnsaved,
  isBeingSaved,
  type KeptMarks,
  keepUnsaved,
  keyOf,
  SAVED,
  type SaveOutcome,
  saveMarks,
  settleClashes,
  unsavedOf,
} from './save-marks.ts';
import { type SheetStep, type StepHistory, stepDone, turned, useSteps } from './sheet-steps.ts';
import type { AttendanceList, AttendanceRow, SessionCard } from './study-queries.ts';
import { type Change, laidOver, NOTHING_UNSAVED, typed } from './unsaved-marks.ts';

/** Pause in typing after which marks are sent: a run of keys goes in one write. */
const MARKS_PAUSE_MS = 400;
/** A reason is sent when its field is left, or after so long a pause. */
const REASON_PAUSE_MS = 2_000;

const NO_CLASHES: readonly Clash[] = [];

export interface Marks extends SaveOutcome {
  /** The list with what was typed and not saved yet laid over it. */
  readonly rows: readonly AttendanceRow[];
  readonly unsaved: number;
  /** Boxes that somebody else filled in differently meanwhile: not written before somebody decides. */
  readonly clashes: readonly Clash[];
  readonly settle: (clashes: readonly Clash[], by: 'mine' | 'theirs') => void;
  readonly steps: StepHistory;
  /** One step of the sheet, as its button will name it. */
  readonly act: (changes: readonly Change[], said: string, reasonOf?: string) => void;
  /** @returns what stayed as it is since it was changed meanwhile; undefined: there was no step to turn here */
  readonly turn: (way: 'back' | 'again') => number | undefined;
  readonly saveNow: () => void;
  readonly dropUnsaved: () => void;
  /** The user has read who changed the session. */
  readonly dismiss: () => void;
}

/**
 * Marks save themselves in small writes, one at a time, under the session's version. What is not saved yet lies
 * with the drafts: it outlives a lock and a change of page, and is sent when the account is back.
 */
export function useMarks(session: SessionCard, list: AttendanceList): Marks {
  const account = useSession(({ identity }) => identity?.account?.id ?? '');
  const draft = useMemo(() => ({ account, session: session.id }), [account, session.id]);
  const kept = useDrafts(({ texts }) => texts[keyOf(draft)] as KeptMarks | undefined);
  const unsaved = kept?.marks ?? NOTHING_UNSAVED;
  const rows = useMemo(() => laidOver(list.rows, unsaved), [list.rows, unsaved]);
  const steps = useSteps(({ histories }) => histories[keyOf(draft)]) ?? NO_STEPS;
  const [outcome, setOutcome] = useState(SAVED);
  const pause = useRef(MARKS_PAUSE_MS);
  const client = useQueryClient();
  const save = useCallback(async () => setOutcome(noticed(await saveMarks(client, draft))), [client, draft]);
  useSaveAfterPause(
    takesMarks(session.state) && outcome.refusal === null ? unsaved : NOTHING_UNSAVED,
    pause,
    save,
  );
  useEffect(() => () => void saveMarks(client, draft), [client, draft]);
  useUnsent(takesMarks(session.state) && unsaved !== NOTHING_UNSAVED, save);

  return {
    ...outcome,
    rows,
    unsaved: Object.keys(unsaved).length,
    clashes: kept?.clashes ?? NO_CLASHES,
    settle: (clashes, by) => settleClashes(draft, clashes, by, session.rev),
    steps,
    act,
    turn,
    saveNow: () => void save(),
    dropUnsaved: () => {
      dropUnsaved(draft);
      keepSteps(NO_STEPS);
      setOutcome(SAVED);
    },
    dismiss: () => setOutcome(SAVED),
  };

  function act(changes: readonly Change[], said: string, reasonOf?: string): void {
    if (changes.length === 0) return;
    const isFinal = takesMakeup(list.rows, changes);
    const step: SheetStep = { said, changes, ...(reasonOf && { reasonOf }), ...(isFinal && { isFinal }) };
    keepSteps(stepDone(stepsNow(), step));
    type(changes, reasonOf ? REASON_PAUSE_MS : MARKS_PAUSE_MS);
  }

  function turn(way: 'back' | 'again'): number | undefined {
    const now = stepsNow();
    const step = (way === 'back' ? now.done : now.undone).at(-1);
    if (!step) return undefined;
    const isWritten = step.changes.some(({ person }) => !unsaved[person]) || isBeingSaved(draft);
    if (way === 'back' && step.isFinal && isWritten) {
      keepSteps({ done: now.done.slice(0, -1), undone: [] });
      return undefined;
    }
    const { changes, left } = turned(step, rows, way);
    keepSteps(way === 'back' ? stepBack(now) : stepAgain(now));
    type(changes, MARKS_PAUSE_MS);
    return left;
  }

  function type(changes: readonly Change[], wait: number): void {
    if (changes.length === 0) return;
    pause.current = wait;
    // What was refused is tried again with what is typed next.
    setOutcome((before) => (before.refusal ? { ...before, refusal: null } : before));
    keepUnsaved(draft, typed(unsavedOf(draft), changes), session.rev);
  }

  /** Two keys may come between one drawing of the page and the next. */
  function stepsNow(): StepHistory {
    return useSteps.getState().histories[keyOf(draft)] ?? NO_STEPS;
  }

  function keepSteps(history: StepHistory): void {
    useSteps.getState().keep(keyOf(draft), history);
  }
}

/** A correction to “present” cancels a make-up; its day and paper come back only by undoing the write itself. */
function takesMakeup(saved: readonly AttendanceRow[], changes: readonly Change[]): boolean {
  const after = new Map(changes.map((one) => [one.person, one.after]));
  return saved.some(({ person, makeup, makeupOn }) => {
    const change = after.get(person);
    return change !== undefined && makeup !== 'none' && makeupOn !== null && !owesMakeup(change.mark);
  });
}

/** A later save that met nobody leaves on the screen whom an earlier one met. */
function noticed(next: SaveOutcome): (before: SaveOutcome) => SaveOutcome {
  return (before) => ({ ...next, changed: next.changed ?? before.changed });
}
