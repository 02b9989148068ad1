import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Declaration, Disposition, FilingState } from '../../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { insertRow, type StoredRow } from '../../store/rows.ts';

export interface RoundRow extends StoredRow {
  readonly number: number;
  readonly name: string;
  readonly begins_on: CalendarDate;
  readonly ends_on: CalendarDate;
}

export interface FilingRow extends StoredRow {
  readonly round: number;
  readonly person: number;
  readonly unit: number;
  readonly filed_on: CalendarDate;
  readonly declared: Declaration;
  readonly paper_number: string | null;
  readonly submitted_by: number;
  readonly state: FilingState;
}

export interface FilingItemRow extends StoredRow {
  readonly filing: number;
  readonly category: string;
  /** Plain only where it was written before anybody held the register key. */
  readonly summary: string | null;
  readonly sealed: string | null;
  readonly disposition: Disposition;
  /** Id of the rectification item it became. */
  readonly rectification: string | null;
  readonly transfer_document: string | null;
}

export function roundsOf(db: Readable, office: number): RoundRow[] {
  return db.all<RoundRow>(
    'SELECT * FROM inspection_round WHERE office = ? AND deleted = 0 ORDER BY number, pk',
    office,
  );
}

/** First and last day of filing among those between two days. */
export function filedBetween(
  db: Readable,
  round: number,
  from: CalendarDate,
  until: CalendarDate,
): [first: CalendarDate | null, last: CalendarDate | null] {
  const row = db.get<{ first: CalendarDate | null; last: CalendarDate | null }>(
    `SELECT min(filed_on) AS first, max(filed_on) AS last FROM filing
     WHERE round = ? AND deleted = 0 AND filed_on BETWEEN ? AND ?`,
    round,
    from,
    until,
  );
  return [row?.first ?? null, row?.last ?? null];
}

/** Id of the filing whose item became the rectification item. */
export function filingOfRectification(
  db: Readable,
  office: number,
  rectification: string,
): string | undefined {
  return db.get<{ id: string }>(
    `SELECT filing.id FROM filing_item JOIN filing ON filing.pk = filing_item.filing
     WHERE filing_item.office = ? AND filing_item.rectification = ? AND filing_item.deleted = 0`,
    office,
    rectification,
  )?.id;
}

/** @throws RangeError for a pk that is no round's: then a foreign key is broken */
export function roundByPk(db: Readable, pk: number): RoundRow {
  const row = db.get<RoundRow>('SELECT * FROM inspection_round WHERE pk = ?', pk);
  if (!row) throw new RangeError('no such round');
  return row;
}

/** Of rounds begun on one day the one that ends last. */
export function latestRoundBegun(db: Readable, office: number, day: CalendarDate): RoundRow | undefined {
  return db.get<RoundRow>(
    `SELECT * FROM inspection_round WHERE office = ? AND deleted = 0 AND begins_on <= ?
     ORDER BY begins_on DESC, ends_on DESC, pk LIMIT 1`,
    office,
    day,
  );
}

/** Filing of an item. @throws RangeError for a pk that is no filing's: then a foreign key is broken */
export function filingByPk(db: Readable, pk: number): FilingRow {
  const row = db.get<FilingRow>('SELECT * FROM filing WHERE pk = ?', pk);
  if (!row) throw new RangeError('no such filing');
  return row;
}

export function filingOf(db: Readable, office: number, round: number, person: number): FilingRow | undefined {
  return db.get<FilingRow>(
    'SELECT * FROM filing WHERE office = ? AND round = ? AND person = ? AND deleted = 0',
    office,
    round,
    person,
  );
}

/** The row of an entry that was undone. */
export function undoneFiling(
  db: Readable,
  office: number,
  round: number,
  person: number,
): Pick<FilingRow, 'id' | 'pk'> | undefined {
  return db.get(
    'SELECT id, pk FROM filing WHERE office = ? AND round = ? AND person = ? AND deleted = 1',
    office,
    round,
    person,
  );
}

export type FilingWithNames = FilingRow & {
  readonly person_id: string;
  readonly person_name: string | null;
  readonly unit_id: string;
  readonly unit_name: string;
};

export function filingWithNames(db: Readable, office: number, id: string): FilingWithNames | undefined {
  return db.get<FilingWithNames>(
    `SELECT filing.*, person.id AS person_id, person.name AS person_name, unit.id AS unit_id,
       unit.name AS unit_name
     FROM filing JOIN person ON person.pk = filing.person JOIN unit ON unit.pk = filing.unit
     WHERE filing.office = ? AND filing.id = ? AND filing.deleted = 0`,
    office,
    id,
  );
}

export function lastMoveOn(db: Readable, filing: number): CalendarDate | null {
  const row = db.get<{ effective_on: CalendarDate }>(
    `SELECT effective_on FROM move WHERE register = 'filing' AND subject = ? AND deleted = 0
     ORDER BY rev DESC, pk DESC LIMIT 1`,
    filing,
  );
  return row?.effective_on ?? null;
}

/** The items of a filing with the reason that their disposition was given. */
export function itemsOf(
  db: Readable,
  filing: number,
): (FilingItemRow & { readonly reason: string | null })[] {
  return db.all(
    `SELECT filing_item.*,
       (SELECT move.reason FROM move WHERE move.register = '${ITEM_MOVES}' AND move.subject = filing_item.pk
          AND move.deleted = 0 ORDER BY move.rev DESC, move.pk DESC LIMIT 1) AS reason
     FROM filing_item WHERE filing_item.filing = ? AND filing_item.deleted = 0 ORDER BY filing_item.pk`,
    filing,
  );
}

/** Items of one filing: all of them, and those still 待处置. */
export function itemCounts(db: Readable, filing: number): { readonly all: number; readonly open: number } {
  const row = db.get<{ all: number; open: number }>(
    `SELECT count(*) AS "all", count(*) FILTER (WHERE disposition = 'open') AS open
     FROM filing_item WHERE filing = ? AND deleted = 0`,
    filing,
  );
  return row ?? { all: 0, open: 0 };
}

/** Takes away what a new version of the filing replaces; what was disposed of stays. */
export function dropOpenItems(write: Write, filing: number): void {
  write.run(
    `UPDATE filing_item SET deleted = 1, summary = NULL, sealed = NULL, rev = ?, changed_by = ?, changed_at = ?
     WHERE filing = ? AND office = ? AND disposition = 'open' AND deleted = 0`,
    write.rev,
    write.account,
    write.at,
    filing,
    write.office,
  );
}

/** Word of the `move` table's register column for the dispositions of items. */
const ITEM_MOVES = 'filing_item';

/** A disposition as a dated row: it is no move of the filing, whose state it leaves alone. */
export function recordDisposition(
  write: Write,
  item: FilingItemRow,
  disposition: Disposition,
  reason: string | undefined,
): void {
  insertRow(write, 'move', write.newId(), {
    register: ITEM_MOVES,
    subject: item.pk,
    move: disposition,
    from_state: item.disposition,
    to_state: disposition,
    effective_on: write.today,
    reason: reason ?? null,
    detail: null,
  });
}
