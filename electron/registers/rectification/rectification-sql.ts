import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ItemMove, ItemSource, ItemState } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import type { StoredRow } from '../../store/rows.ts';

export interface ItemRow extends StoredRow {
  readonly number_year: number | null;
  readonly number: number | null;
  readonly source: ItemSource;
  readonly category: string | null;
  readonly problem: string;
  readonly measures: string | null;
  readonly unit: number | null;
  readonly unit_id: string | null;
  readonly unit_name: string | null;
  readonly leader: string | null;
  readonly owner: string | null;
  readonly due_on: CalendarDate | null;
  readonly extended_due_on: CalendarDate | null;
  readonly evidence_number: string | null;
  readonly applied_on: CalendarDate | null;
  readonly applied_by: number | null;
  readonly closed_on: CalendarDate | null;
  readonly times_reworked: number;
  readonly repeats: string | null;
  readonly merged_into: string | null;
  readonly feedback: string | null;
  readonly state: ItemState;
}

export interface ItemMoveRow {
  readonly move: ItemMove;
  readonly from_state: ItemState | null;
  readonly to_state: ItemState;
  readonly effective_on: CalendarDate;
  readonly reason: string | null;
  readonly changed_at: string;
  /** Name of the account; null for the program, another office's moves, and those that a group's feedback ordered. */
  readonly author: string | null;
}

export const ITEM = `
  SELECT item.*, unit.id AS unit_id, unit.name AS unit_name
  FROM rectification_item AS item LEFT JOIN unit ON unit.pk = item.unit
  WHERE item.office = ? AND item.deleted = 0`;

export function findItem(db: Readable, office: number, id: string): ItemRow | undefined {
  return db.get<ItemRow>(`${ITEM} AND item.id = ?`, office, id);
}

export function itemOfFeedback(db: Readable, office: number, feedback: string): ItemRow | undefined {
  return db.get<ItemRow>(`${ITEM} AND item.feedback = ?`, office, feedback);
}

/** The highest number given in a year, tombstones included: a number is never given twice. */
export function highestNumber(db: Readable, office: number, year: number): number | null {
  const row = db.get<{ highest: number | null }>(
    `SELECT max(number) AS highest FROM rectification_item
     WHERE office IN (SELECT pk FROM office WHERE pk = ?1 OR book_of = ?1) AND number_year = ?2`,
    office,
    year,
  );
  return row?.highest ?? null;
}

/** The history of one item with its authors' names, oldest first. */
export function itemHistory(db: Readable, item: number): ItemMoveRow[] {
  return db.all<ItemMoveRow>(
    `SELECT move.move, from_state, to_state, effective_on, reason, move.changed_at, account.name AS author
     FROM move LEFT JOIN account ON account.pk = move.changed_by AND move.detail ->> '$.feedback' IS NULL
     WHERE register = 'rectification_item' AND subject = ? AND move.deleted = 0 ORDER BY move.rev, move.pk`,
    item,
  );
}

export interface LastSteps {
  /** Effective date of the last move. */
  readonly last: CalendarDate | null;
  /** The state from which the present one was entered. */
  readonly origin: ItemState | null;
}

export function lastSteps(db: Readable, item: number): LastSteps {
  const row = db.get<LastSteps>(
    `WITH step AS (
       SELECT effective_on, from_state, to_state, rev, pk FROM move
       WHERE register = 'rectification_item' AND subject = ? AND deleted = 0
     )
     SELECT (SELECT effective_on FROM step ORDER BY rev DESC, pk DESC LIMIT 1) AS last,
       (SELECT from_state FROM step WHERE from_state <> to_state ORDER BY rev DESC, pk DESC LIMIT 1) AS origin`,
    item,
  );
  return row ?? { last: null, origin: null };
}
