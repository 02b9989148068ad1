import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { PostingStatus } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import type { UnitRow } from './personnel-sql.ts';
import { GONE_STATUSES } from './unit-rules.ts';

const GONE = GONE_STATUSES.map((status) => `'${status}'`).join(', ');

/** A unit and all below it, as a table `subtree (pk)`; value: the unit's pk. */
export const SUBTREE = (unit: string) => `
  WITH RECURSIVE subtree (pk) AS (
    SELECT pk FROM unit WHERE pk = ${unit}
    UNION SELECT child.pk FROM subtree JOIN unit AS child ON child.parent = subtree.pk AND child.deleted = 0)`;

export function unitByPk(db: Readable, pk: number): UnitRow | undefined {
  return db.get<UnitRow>('SELECT * FROM unit WHERE pk = ?', pk);
}

/** Whether a unit is another one or stands somewhere below it. */
export function isWithin(db: Readable, unit: number, above: number): boolean {
  return db.get(`${SUBTREE('?1')} SELECT 1 FROM subtree WHERE pk = ?2`, above, unit) !== undefined;
}

/** Units directly below that are open on a day or later. */
export function openChildren(db: Readable, unit: number, day: CalendarDate): UnitRow[] {
  return db.all<UnitRow>(
    `SELECT * FROM unit WHERE parent = ? AND deleted = 0 AND (closed_on IS NULL OR closed_on > ?) ORDER BY pk`,
    unit,
    day,
  );
}

/** People who have not gone for good and whose posting there lasts to the day or beyond it. */
export function countRemaining(db: Readable, unit: number, day: CalendarDate): number {
  const row = db.get<{ people: number }>(
    `SELECT count(DISTINCT person) AS people FROM posting
     WHERE unit = ? AND deleted = 0 AND (until_on IS NULL OR until_on > ?) AND status NOT IN (${GONE})`,
    unit,
    day,
  );
  return row?.people ?? 0;
}

export interface RemainingPosting {
  readonly pk: number;
  readonly person: number;
  readonly status: PostingStatus;
  readonly from_on: CalendarDate;
  readonly until_on: CalendarDate | null;
}

/** Every posting there that lasts beyond a day or begins later. */
export function postingsFrom(db: Readable, unit: number, day: CalendarDate): RemainingPosting[] {
  return db.all<RemainingPosting>(
    `SELECT pk, person, status, from_on, until_on FROM posting
     WHERE unit = ? AND deleted = 0 AND (until_on IS NULL OR until_on > ?) ORDER BY person, from_on`,
    unit,
    day,
  );
}

/** What the rules of units forbid, whoever did what in which order; 0 at all times. */
export function countUnsound(db: Readable, office: number): number {
  const row = db.get<{ unsound: number }>(
    `WITH RECURSIVE reached (pk) AS (
       SELECT pk FROM unit WHERE office = ?1 AND parent IS NULL
       UNION ALL SELECT unit.pk FROM reached JOIN unit ON unit.parent = reached.pk)
     SELECT
       (SELECT count(*) FROM unit WHERE office = ?1 AND pk NOT IN (SELECT pk FROM reached))
       + (SELECT count(*) - count(DISTINCT ifnull(parent, 0) || ' ' || folded)
          FROM unit WHERE office = ?1 AND deleted = 0)
       + (SELECT count(*) FROM unit JOIN unit AS parent ON parent.pk = unit.parent
          WHERE unit.office = ?1 AND unit.deleted = 0 AND parent.closed_on IS NOT NULL
            AND (unit.closed_on IS NULL OR unit.closed_on > parent.closed_on))
       + (SELECT count(*) FROM unit JOIN posting ON posting.unit = unit.pk AND posting.deleted = 0
          WHERE unit.office = ?1 AND unit.closed_on IS NOT NULL AND posting.status NOT IN (${GONE})
            AND (posting.until_on IS NULL OR posting.until_on > unit.closed_on)) AS unsound`,
    office,
  );
  return row?.unsound ?? 0;
}
