import { makeupAfterMark, owesMakeup } from '../../../shared/rules/attendance.ts';
import type { Mark } from '../../../shared/vocabulary/words.ts';
import type { AttendanceRow } from './study-queries.ts';

export interface TypedMark {
  readonly mark: Mark;
  readonly reason: string | null;
}

/** What was typed and not saved yet, by person. */
export type UnsavedMarks = Readonly<Record<string, TypedMark>>;

export const NOTHING_UNSAVED: UnsavedMarks = {};

/** The list with what was typed laid over it; a row that nothing was typed for stays the same object. */
export function laidOver(rows: readonly AttendanceRow[], typed: UnsavedMarks): readonly AttendanceRow[] {
  if (Object.keys(typed).length === 0) return rows;
  return rows.map((row) => {
    const one = typed[row.person];
    return one ? { ...row, ...one, makeup: makeupAfterMark(row.makeup, one.mark) } : row;
  });
}

/** One mark for several people; those who have it already are not typed again. */
export function markTyped(unsaved: UnsavedMarks, rows: readonly AttendanceRow[], mark: Mark): UnsavedMarks {
  const changed = rows.filter((row) => row.mark !== mark);
  const typed = changed.map((row) => [row.person, { mark, reason: reasonKept(row, mark) }] as const);
  return typed.length === 0 ? unsaved : { ...unsaved, ...Object.fromEntries(typed) };
}

/** A reason as it is being typed; a blank one is none. */
export function reasonTyped(unsaved: UnsavedMarks, row: AttendanceRow, text: string): UnsavedMarks {
  const reason = text.trim() || null;
  return reason === row.reason ? unsaved : { ...unsaved, [row.person]: { mark: row.mark, reason } };
}

/** One absence corrected to another keeps its reason; 免到 has a reason of its own, and who is there has none. */
function reasonKept(row: AttendanceRow, mark: Mark): string | null {
  return owesMakeup(mark) && owesMakeup(row.mark) ? row.reason : null;
}

/** What is left once `sent` was saved: what was typed again meanwhile stays. */
export function leftUnsaved(now: UnsavedMarks, sent: UnsavedMarks): UnsavedMarks {
  return Object.fromEntries(Object.entries(now).filter(([person, typed]) => sent[person] !== typed));
}
