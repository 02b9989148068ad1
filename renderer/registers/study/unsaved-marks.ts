import { makeupAfterMark, owesMakeup } from '../../../shared/rules/attendance.ts';
import type { Mark } from '../../../shared/vocabulary/words.ts';
import type { AttendanceRow } from './study-queries.ts';

export interface MarkAndReason {
  readonly mark: Mark;
  readonly reason: string | null;
}

export interface TypedMark extends MarkAndReason {
  /** What stood saved before the eyes of whoever typed: tells whether somebody else was here meanwhile. */
  readonly over: MarkAndReason;
}

/** What was typed and not saved yet, by person. */
export type UnsavedMarks = Readonly<Record<string, TypedMark>>;

export const NOTHING_UNSAVED: UnsavedMarks = {};

/** The list with what was typed laid over it; a row that nothing was typed for stays the same object. */
export function laidOver(rows: readonly AttendanceRow[], typed: UnsavedMarks): readonly AttendanceRow[] {
  if (Object.keys(typed).length === 0) return rows;
  return rows.map((row) => {
    const one = typed[row.person];
    if (!one) return row;
    const { mark, reason } = one;
    return { ...row, mark, reason, makeup: makeupAfterMark(row.makeup, mark) };
  });
}

/** What somebody of the sheet is to have from now on. */
export interface Change {
  readonly person: string;
  readonly before: MarkAndReason;
  readonly after: MarkAndReason;
}

/** One mark for several people; those who have it already do not change. */
export function marked(rows: readonly AttendanceRow[], mark: Mark): Change[] {
  return changed(rows.filter((row) => row.mark !== mark).map((row) => [row, afterMark(row, mark)]));
}

/** A reason as it is being typed; a blank one is none. */
export function reasoned(row: AttendanceRow, text: string): Change[] {
  return changed([[row, { mark: row.mark, reason: text.trim() || null }]]);
}

/** A mark brings its own reason along, or the one that stays (see `reasonKept`). */
export function changed(wanted: readonly (readonly [row: AttendanceRow, after: MarkAndReason])[]): Change[] {
  return wanted.flatMap(([row, after]) => {
    const before = { mark: row.mark, reason: row.reason };
    return isSame(before, after) ? [] : [{ person: row.person, before, after }];
  });
}

export function afterMark(row: AttendanceRow, mark: Mark): MarkAndReason {
  return { mark, reason: reasonKept(row, mark) };
}

/** The unsaved marks with these changes typed onto what the sheet shows. */
export function typed(unsaved: UnsavedMarks, changes: readonly Change[]): UnsavedMarks {
  if (changes.length === 0) return unsaved;
  const entries = changes.map(({ person, before, after }) => {
    const over = unsaved[person]?.over ?? before;
    return [person, { ...after, over }] as const;
  });
  return { ...unsaved, ...Object.fromEntries(entries) };
}

/** One absence corrected to another keeps its reason; 免到 has a reason of its own, and who is there has none. */
function reasonKept(row: AttendanceRow, mark: Mark): string | null {
  return owesMakeup(mark) && owesMakeup(row.mark) ? row.reason : null;
}

/** What is left once `sent` was saved: what was typed again meanwhile stays, over what was sent. */
export function leftUnsaved(now: UnsavedMarks, sent: UnsavedMarks): UnsavedMarks {
  const left = Object.entries(now).filter(([person, one]) => sent[person] !== one);
  return Object.fromEntries(
    left.map(([person, one]) => {
      const saved = sent[person];
      return [person, saved ? { ...one, over: { mark: saved.mark, reason: saved.reason } } : one];
    }),
  );
}

/** Without the people named. */
export function withoutPeople(unsaved: UnsavedMarks, people: ReadonlySet<string>): UnsavedMarks {
  return Object.fromEntries(Object.entries(unsaved).filter(([person]) => !people.has(person)));
}

export function isSame(one: MarkAndReason, other: MarkAndReason): boolean {
  return one.mark === other.mark && one.reason === other.reason;
}
