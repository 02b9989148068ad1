import type { AttendanceRow } from './study-queries.ts';
import { isSame, type MarkAndReason, type UnsavedMarks } from './unsaved-marks.ts';

/** Two people filled in the same box differently: neither is written over the other before somebody decides. */
export interface Clash {
  readonly person: string;
  readonly name: string | null;
  readonly unitName: string;
  readonly mine: MarkAndReason;
  readonly theirs: MarkAndReason;
}

/** Whose box somebody else changed to something else than what was typed here, since it was seen. */
export function clashesOf(sent: UnsavedMarks, fresh: readonly AttendanceRow[]): Clash[] {
  return fresh.flatMap((row) => {
    const mine = sent[row.person];
    if (!mine || isSame(row, mine.over) || isSame(row, mine)) return [];
    const { person, name, unitName } = row;
    return [
      {
        person,
        name,
        unitName,
        mine: { mark: mine.mark, reason: mine.reason },
        theirs: { mark: row.mark, reason: row.reason },
      },
    ];
  });
}

/** A box that changed while the sheet was open. */
export interface ChangedBox {
  readonly name: string | null;
  readonly before: MarkAndReason;
  readonly after: MarkAndReason;
}

/** What somebody else did to the list since it was read here. */
export function changesBetween(
  before: readonly AttendanceRow[],
  after: readonly AttendanceRow[],
): ChangedBox[] {
  const seen = new Map(before.map((row) => [row.person, row]));
  return after.flatMap((row) => {
    const old = seen.get(row.person);
    return old && !isSame(old, row) ? [{ name: row.name, before: old, after: row }] : [];
  });
}
