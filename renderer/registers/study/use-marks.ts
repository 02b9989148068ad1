import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { coarseMark } from '../../../shared/rules/attendance.ts';
import { takesMarks } from '../../../shared/rules/session-moves.ts';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import type { Mark } from '../../../shared/vocabulary/words.ts';
import { core } from '../../state/core.ts';
import { draftKey, useDrafts } from '../../state/drafts.ts';
import { useNotices } from '../../state/notices.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useSession } from '../../state/session.ts';
import { type AttendanceList, type AttendanceRow, type SessionCard, studyQueries } from './study-queries.ts';

/** Pause after which marks are sent: a run of keys goes in one write. */
const PAUSE_MS = 400;

interface Typed {
  readonly mark: Mark;
  readonly reason: string | null;
}
type Unsaved = Readonly<Record<string, Typed>>;
const NOTHING: Unsaved = {};

export interface Marks {
  /** The list with what was typed and not saved yet laid over it. */
  readonly rows: readonly AttendanceRow[];
  readonly unsaved: number;
  readonly set: (people: readonly AttendanceRow[], mark: Mark) => void;
  readonly setReason: (row: AttendanceRow, reason: string | null) => void;
  /** Why the last save failed; what was typed is still there. */
  readonly refusal: Refusal | null;
  /** Somebody else changed the session meanwhile, and typed marks were sent again. */
  readonly metConflict: boolean;
  readonly dropUnsaved: () => void;
}

/**
 * Marks save themselves in small writes, one at a time, under the session's version. What is not saved yet lies
 * with the drafts: it outlives a lock and a change of page, and is sent when the clerk is back.
 */
export function useMarks(session: SessionCard, list: AttendanceList): Marks {
  const account = useSession(({ identity }) => identity?.account?.id ?? '');
  const key = draftKey(account, `marks ${session.id}`);
  const unsaved = useDrafts(({ texts }) => (texts[key] as Unsaved | undefined) ?? NOTHING);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [metConflict, setMetConflict] = useState(false);
  const isSaving = useRef(false);
  const client = useQueryClient();
  const { rev } = useQuery({ ...studyQueries.session(session.id), initialData: session }).data;
  const rows = useMemo(
    () => list.rows.map((row) => laidOver(row, unsaved[row.person])),
    [list.rows, unsaved],
  );

  const save = useCallback(async () => {
    const sent = (useDrafts.getState().texts[key] as Unsaved | undefined) ?? NOTHING;
    if (isSaving.current || Object.keys(sent).length === 0) return;
    isSaving.current = true;
    useNotices.getState().begin();
    try {
      const marks = Object.entries(sent).map(([person, typed]) => ({ person, ...typed }));
      await core.study.mark({ session: session.id, rev, marks });
      forget(key, sent);
      setRefusal(null);
    } catch (error) {
      const refused = refusalOf(error);
      setMetConflict(refused.code === 'conflict');
      setRefusal(refused.code === 'conflict' ? null : refused);
    } finally {
      isSaving.current = false;
      useNotices.getState().end();
      await client.invalidateQueries();
    }
  }, [client, key, rev, session.id]);

  const canSave = takesMarks(session.state) && refusal === null;
  useEffect(() => {
    if (!canSave || Object.keys(unsaved).length === 0) return;
    const timer = setTimeout(() => void save(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [canSave, unsaved, save]);

  return {
    rows,
    unsaved: Object.keys(unsaved).length,
    refusal,
    metConflict,
    set: (people, mark) =>
      keep(
        people
          .filter((row) => row.mark !== mark)
          .map((row) => [row.person, { mark, reason: reasonKept(row, mark) }]),
      ),
    setReason: (row, reason) => reason !== row.reason && keep([[row.person, { mark: row.mark, reason }]]),
    dropUnsaved: () => {
      useDrafts.getState().drop(key);
      setRefusal(null);
    },
  };

  function keep(typed: readonly (readonly [string, Typed])[]): void {
    if (typed.length === 0) return;
    setRefusal(null);
    setMetConflict(false);
    useDrafts.getState().keep(key, { ...unsaved, ...Object.fromEntries(typed) });
  }
}

function laidOver(row: AttendanceRow, typed: Typed | undefined): AttendanceRow {
  return typed ? { ...row, mark: typed.mark, reason: typed.reason } : row;
}

/** One kind of leave corrected to another keeps its reason; whoever is present has none. */
function reasonKept(row: AttendanceRow, mark: Mark): string | null {
  return coarseMark(mark) === coarseMark(row.mark) ? row.reason : null;
}

/** What was typed again while its save was under way stays. */
function forget(key: string, sent: Unsaved): void {
  const now = (useDrafts.getState().texts[key] as Unsaved | undefined) ?? NOTHING;
  const left = Object.entries(now).filter(([person, typed]) => sent[person] !== typed);
  if (left.length === 0) useDrafts.getState().drop(key);
  else useDrafts.getState().keep(key, Object.fromEntries(left));
}
