import { ensure } from '../../shared/vocabulary/refusal.ts';

/** Whether a row may stand right before the next one. */
export type Before<Row> = (row: Row, next: Row) => boolean;

/**
 * Rows of a report stand in the order of their keys, each once: a second row of one key cannot hide among the
 * others, and a change of one row is one row.
 * @throws Refusal `bundle_row_invalid` with the number (from 1) of the row that stands wrong
 */
export function inOrder<Row>(register: string, rows: readonly Row[], before: Before<Row>): readonly Row[] {
  for (let place = 1; place < rows.length; place += 1) {
    const [row, next] = [rows[place - 1], rows[place]];
    const fits = row !== undefined && next !== undefined && before(row, next);
    ensure(fits, 'bundle_row_invalid', { register, column: 'order', row: place + 1 });
  }
  return rows;
}

export const byId: Before<{ readonly id: string }> = (row, next) => row.id < next.id;

/** By version and part. */
export const byVersion: Before<{ readonly number: number; readonly part: number }> = (row, next) =>
  row.number < next.number || (row.number === next.number && row.part < next.part);

/** By id, and part of what is too long for one row. */
export const byPart: Before<{ readonly id: string; readonly part: number }> = (row, next) =>
  row.id < next.id || (row.id === next.id && row.part < next.part);

/** By the bundle that a document came in, and part. */
export const byBundle: Before<{ readonly bundle: string; readonly part: number }> = (row, next) =>
  row.bundle < next.bundle || (row.bundle === next.bundle && row.part < next.part);

/** By round and person. */
export const byFiling: Before<{ readonly round: number; readonly person: number }> = (row, next) =>
  row.round < next.round || (row.round === next.round && row.person < next.person);

/** By person and day; nobody stands in two units on one day. */
export const byMembership: Before<{
  readonly person: number;
  readonly from: string;
  readonly until: string | null;
}> = (row, next) =>
  row.person < next.person || (row.person === next.person && row.until !== null && row.until <= next.from);

/** By unit, month and kind. */
export const byCounter: Before<{
  readonly unit: number;
  readonly month: string;
  readonly kind: string;
}> = (row, next) =>
  row.unit < next.unit ||
  (row.unit === next.unit && (row.month < next.month || (row.month === next.month && row.kind < next.kind)));

/** By office and figure. */
export const byFigure: Before<{ readonly of: string; readonly figure: string }> = (row, next) =>
  row.of < next.of || (row.of === next.of && row.figure < next.figure);

/** Rows of which no two have one key, as they have to stand. */
export function sortedBy<Row>(before: Before<Row>, rows: readonly Row[]): Row[] {
  return rows.toSorted((one, other) => (before(one, other) ? -1 : 1));
}

/** The same for the two columns of a key, without an object for each row. @throws Refusal as `inOrder` */
export function pairsInOrder(register: string, first: ArrayLike<number>, second: ArrayLike<number>): void {
  for (let place = 1; place < first.length; place += 1) {
    const step = (first[place] ?? 0) - (first[place - 1] ?? 0);
    const fits = step > 0 || (step === 0 && (second[place] ?? 0) > (second[place - 1] ?? 0));
    ensure(fits, 'bundle_row_invalid', { register, column: 'order', row: place + 1 });
  }
}
