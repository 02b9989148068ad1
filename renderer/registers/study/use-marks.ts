import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { takesMarks } from '../../../shared/rules/session-moves.ts';
import type { Mark } from '../../../shared/vocabulary/words.ts';
import { useDrafts } from '../../state/drafts.ts';
import { useSession } from '../../state/session.ts';
import {
  dropUnsaved,
  isBeingSaved,
  type KeptMarks,
  keepUnsaved,
  keyOf,
  SAVED,
  type SaveOutcome,
  saveMarks,
  unsavedOf,
} from './save-marks.ts';
import type { AttendanceList, AttendanceRow, SessionCard } from './study-queries.ts';
import { laidOver, markTyped, NOTHING_UNSAVED, reasonTyped, type UnsavedMarks } from './unsaved-marks.ts';

/** Pause in typing after which marks are sent: a run of keys goes in one write. */
const MARKS_PAUSE_MS = 400;
/** A reason is sent when its field is left, or after so long a pause. */
const REASON_PAUSE_MS = 2_000;
/** Whoever types without a pause is saved all the same. */
const LONGEST_WAIT_MS = 3_000;

export interface Marks extends SaveOutcome {
  /** The list with what was typed and not saved yet laid over it. */
  readonly rows: readonly AttendanceRow[];
  readonly unsaved: number;
  readonly set: (people: readonly AttendanceRow[], mark: Mark) => void;
  readonly setReason: (row: AttendanceRow, text: string) => void;
  readonly saveNow: () => void;
  /** Takes back what was typed and not sent yet. @returns false when all is saved and its steps can be undone */
  readonly takeBack: () => boolean;
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
  const unsaved =
    useDrafts(({ texts }) => texts[keyOf(draft)] as KeptMarks | undefined)?.marks ?? NOTHING_UNSAVED;
  const rows = useMemo(() => laidOver(list.rows, unsaved), [list.rows, unsaved]);
  const [outcome, setOutcome] = useState(SAVED);
  const pause = useRef(MARKS_PAUSE_MS);
  const client = useQueryClient();
  const save = useCallback(async () => setOutcome(noticed(await saveMarks(client, draft))), [client, draft]);
  const count = Object.keys(unsaved).length;
  useSaving(takesMarks(session.state) && outcome.refusal === null ? unsaved : NOTHING_UNSAVED, pause, save);
  useEffect(() => () => void saveMarks(client, draft), [client, draft]);

  return {
    ...outcome,
    rows,
    unsaved: count,
    set: (people, mark) => keep(markTyped(unsavedOf(draft), people, mark), MARKS_PAUSE_MS),
    setReason: (row, text) => keep(reasonTyped(unsavedOf(draft), row, text), REASON_PAUSE_MS),
    saveNow: () => void save(),
    takeBack: () => {
      const isOnTheWay = isBeingSaved(draft);
      if (count > 0 && !isOnTheWay) dropUnsaved(draft);
      return count > 0 || isOnTheWay;
    },
    dropUnsaved: () => {
      dropUnsaved(draft);
      setOutcome(SAVED);
    },
    dismiss: () => setOutcome(SAVED),
  };

  function keep(marks: UnsavedMarks, wait: number): void {
    pause.current = wait;
    // What was refused is tried again with what is typed next.
    setOutcome((before) => (before.refusal ? { ...before, refusal: null } : before));
    keepUnsaved(draft, marks, session.rev);
  }
}

/** A later save that met nobody leaves on the screen whom an earlier one met. */
function noticed(next: SaveOutcome): (before: SaveOutcome) => SaveOutcome {
  return (before) => ({ ...next, changed: next.changed ?? before.changed });
}

/** Saves after a pause in typing, or in the midst of it once the first of it is old. */
function useSaving(
  unsaved: UnsavedMarks,
  pause: { readonly current: number },
  save: () => Promise<void>,
): void {
  const since = useRef<number | null>(null);
  useEffect(() => {
    if (Object.keys(unsaved).length === 0) {
      since.current = null;
      return;
    }
    since.current ??= Date.now();
    const latest = since.current + LONGEST_WAIT_MS - Date.now();
    const timer = setTimeout(
      () => {
        since.current = null;
        void save();
      },
      Math.max(0, Math.min(pause.current, latest)),
    );
    return () => clearTimeout(timer);
  }, [unsaved, pause, save]);
}
