import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { PostingStatus } from '../../../shared/vocabulary/words.ts';
import type { Write } from '../../store/handles.ts';
import { insertRow, updateRow } from '../../store/rows.ts';
import { type PostingRow, postingsOf } from './personnel-sql.ts';
import { requireOpenFor } from './unit-rules.ts';
import { unitByPk } from './units-sql.ts';

export interface NewPosting {
  readonly unit: number;
  readonly status: PostingStatus;
  readonly from: CalendarDate;
}

export interface Posting extends NewPosting {
  /** The first day no longer there; null while it lasts. */
  readonly until: CalendarDate | null;
}

/**
 * Lets a posting begin: the one in force that day ends on it, one that began the very same day is replaced.
 * A day before the beginning of the last posting is refused: rewriting the past is a correction of its own.
 * @throws Refusal `posting_overlaps` with the first day possible, `unit_closed`
 */
export function placePosting(write: Write, person: number, next: NewPosting): void {
  const last = postingsOf(write, person).at(-1);
  if (last) {
    ensure(next.from >= last.from_on, 'posting_overlaps', { earliest: last.from_on });
    if (last.from_on === next.from) {
      requireOpen(write, { ...next, until: last.until_on });
      updateRow(write, 'posting', last.pk, { unit: next.unit, status: next.status });
      return;
    }
    if (last.until_on === null || last.until_on > next.from) {
      updateRow(write, 'posting', last.pk, { until_on: next.from });
    }
  }
  addPosting(write, person, { ...next, until: null });
}

/**
 * Puts a whole series in place of a person's postings. Those that stand in it already are not touched, the others
 * are rewritten in the order of their days; what is left over becomes a tombstone.
 * @returns how many rows were touched
 * @throws Refusal `posting_dates_wrong` (`from`), `posting_overlaps` (`earliest`), `unit_closed` (`on`)
 */
export function replacePostings(write: Write, person: number, series: readonly Posting[]): number {
  requireOrder(series);
  const standing = postingsOf(write, person);
  const stays = (row: PostingRow) => series.some((one) => isSame(row, one));
  const free = standing.filter((row) => !stays(row));
  const lacking = series.filter((one) => !standing.some((row) => isSame(row, one)));
  for (const [at, posting] of lacking.entries()) putPosting(write, person, posting, free[at]);
  const surplus = free.slice(lacking.length);
  for (const row of surplus) updateRow(write, 'posting', row.pk, { deleted: 1 });
  return lacking.length + surplus.length;
}

function putPosting(write: Write, person: number, posting: Posting, over: PostingRow | undefined): void {
  if (!over) {
    addPosting(write, person, posting);
    return;
  }
  requireOpen(write, posting);
  updateRow(write, 'posting', over.pk, columns(posting));
}

/** For a person who becomes a tombstone. */
export function removePostings(write: Write, person: number): void {
  for (const row of postingsOf(write, person)) updateRow(write, 'posting', row.pk, { deleted: 1 });
}

function requireOrder(series: readonly Posting[]): void {
  series.forEach(({ from, until }, at) => {
    ensure(until === null || until > from, 'posting_dates_wrong', { from });
    const before = series[at - 1];
    if (!before) return;
    const earliest = before.until;
    ensure(earliest !== null && from >= earliest, 'posting_overlaps', earliest === null ? {} : { earliest });
  });
}

function addPosting(write: Write, person: number, posting: Posting): void {
  requireOpen(write, posting);
  insertRow(write, 'posting', write.newId(), { person, ...columns(posting) });
}

function requireOpen(write: Write, posting: Posting): void {
  const unit = unitByPk(write, posting.unit);
  ensure(unit, 'not_found', { register: 'unit' });
  requireOpenFor(unit, posting);
}

function isSame(row: PostingRow, { unit, status, from, until }: Posting): boolean {
  return row.unit === unit && row.status === status && row.from_on === from && row.until_on === until;
}

function columns({ unit, status, from, until }: Posting) {
  return { unit, status, from_on: from, until_on: until };
}
