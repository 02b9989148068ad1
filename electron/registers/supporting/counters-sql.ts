import { firstDay } from '../../../shared/rules/months.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { CounterKind, CounterUnits } from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue } from '../../store/handles.ts';
import type { StoredRow } from '../../store/rows.ts';

export interface CounterRow extends StoredRow {
  readonly unit: number;
  readonly month: string;
  readonly kind: CounterKind;
  readonly count: number;
}

export interface CounterFilter {
  readonly office: number;
  readonly month: string;
  /** With all below it; null: every unit. */
  readonly unit: number | null;
  readonly show: CounterUnits;
}

export interface CounterUnit {
  readonly pk: number;
  readonly id: string;
  readonly name: string;
  readonly depth: number;
}

/** Where a unit stands among its siblings, as a text that sorts; order numbers may be negative. */
const PLACE = (unit: string) => `printf('%020d-%020d/', ${unit}.order_number + 9007199254740992, ${unit}.pk)`;

/** ?1 office, ?2 unit or NULL */
const TREE = `
  tree (pk, depth, place) AS (
    SELECT unit.pk, 0, ${PLACE('unit')} FROM unit
    WHERE unit.office = ?1 AND unit.deleted = 0 AND CASE WHEN ?2 IS NULL THEN unit.parent IS NULL ELSE unit.pk = ?2 END
    UNION ALL
    SELECT child.pk, tree.depth + 1, tree.place || ${PLACE('child')}
    FROM tree JOIN unit AS child ON child.parent = tree.pk AND child.deleted = 0
  )`;

/** ?3 month, ?4 its first day, ?5 which units */
const SHOWN = `
  WITH RECURSIVE ${TREE},
  listed AS (
    SELECT tree.*, EXISTS (
      SELECT 1 FROM monthly_counter AS c
      WHERE c.office = ?1 AND c.month = ?3 AND c.unit = tree.pk AND c.deleted = 0) AS filled
    FROM tree
  ),
  shown AS (
    SELECT listed.*, unit.id, unit.name FROM listed JOIN unit ON unit.pk = listed.pk
    WHERE (listed.filled OR unit.closed_on IS NULL OR unit.closed_on > ?4)
      AND (?5 = 'all' OR (?5 = 'top' AND listed.depth = 0) OR (?5 = 'filled' AND listed.filled))
  )`;

export function listCounterUnits(
  db: Readable,
  filter: CounterFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): CounterUnit[] {
  return db.all<CounterUnit>(
    `${SHOWN} SELECT pk, id, name, depth FROM shown ORDER BY place LIMIT ?6 OFFSET ?7`,
    ...values(filter),
    limit,
    offset,
  );
}

export function countCounterUnits(db: Readable, filter: CounterFilter): { total: number; filled: number } {
  const row = db.get<{ total: number; filled: number }>(
    `${SHOWN} SELECT count(*) AS total, ifnull(sum(filled), 0) AS filled FROM shown`,
    ...values(filter),
  );
  return row ?? { total: 0, filled: 0 };
}

/** Of the units that the filter shows, in any month: what the month before had is that of the same units. */
export function sumsByKind(
  db: Readable,
  filter: CounterFilter,
  month: string,
): { kind: CounterKind; sum: number }[] {
  return db.all(
    `${SHOWN} SELECT c.kind AS kind, sum(c.count) AS sum
     FROM monthly_counter AS c JOIN shown ON shown.pk = c.unit
     WHERE c.office = ?1 AND c.month = ?6 AND c.deleted = 0 GROUP BY c.kind`,
    ...values(filter),
    month,
  );
}

/** Cells of a month, taken back ones too: they tell at which revision they stand. */
export function cellsOf(db: Readable, office: number, month: string, units: readonly number[]): CounterRow[] {
  return db.all<CounterRow>(
    `SELECT * FROM monthly_counter WHERE office = ? AND month = ? AND unit IN (SELECT value FROM json_each(?))`,
    office,
    month,
    JSON.stringify(units),
  );
}

/** Which months of which units. */
export interface CountedMonths {
  readonly office: number;
  /** With all below it; null: all. */
  readonly unit: number | null;
  /** Both included. */
  readonly from: string;
  readonly until: string;
}

/** Months by kind. */
export function monthsByKind(
  db: Readable,
  { office, unit, from, until }: CountedMonths,
): { kind: CounterKind; month: string; sum: number }[] {
  return db.all(
    `WITH RECURSIVE ${TREE}
     SELECT c.kind AS kind, c.month AS month, sum(c.count) AS sum
     FROM monthly_counter AS c JOIN tree ON tree.pk = c.unit
     WHERE c.office = ?1 AND c.deleted = 0 AND c.month BETWEEN ?3 AND ?4
     GROUP BY c.kind, c.month`,
    office,
    unit,
    from,
    until,
  );
}

/** Units with a count of the kind in the months, in the order of the tree. */
const COUNTING = `
  WITH RECURSIVE ${TREE},
  counting AS (
    SELECT c.unit AS pk, c.month AS month, c.count AS count FROM monthly_counter AS c
    WHERE c.office = ?1 AND c.deleted = 0 AND c.kind = ?3 AND c.month BETWEEN ?4 AND ?5
  )`;

export interface CountingUnit {
  readonly id: string;
  readonly name: string;
  /** JSON object, month to count. */
  readonly months: string;
}

export function monthsByUnit(
  db: Readable,
  { office, unit, from, until }: CountedMonths,
  kind: CounterKind,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { total: number; rows: CountingUnit[] } {
  const asked = [office, unit, kind, from, until];
  const rows = db.all<CountingUnit>(
    `${COUNTING} SELECT unit.id, unit.name, json_group_object(counting.month, counting.count) AS months
     FROM counting JOIN tree ON tree.pk = counting.pk JOIN unit ON unit.pk = tree.pk
     GROUP BY tree.pk ORDER BY tree.place LIMIT ?6 OFFSET ?7`,
    ...asked,
    limit,
    offset,
  );
  const total = db.get<{ total: number }>(
    `${COUNTING} SELECT count(DISTINCT tree.pk) AS total FROM counting JOIN tree ON tree.pk = counting.pk`,
    ...asked,
  );
  return { total: total?.total ?? 0, rows };
}

export interface NamedUnit {
  readonly pk: number;
  readonly id: string;
  readonly name: string;
  readonly parent: number | null;
  readonly closed_on: CalendarDate | null;
}

/** In the order of the tree. */
export function namedUnits(db: Readable, office: number): NamedUnit[] {
  return db.all<NamedUnit>(
    `WITH RECURSIVE ${TREE}
     SELECT unit.pk, unit.id, unit.name, unit.parent, unit.closed_on FROM tree JOIN unit ON unit.pk = tree.pk
     ORDER BY tree.place`,
    office,
    null,
  );
}

function values({ office, unit, month, show }: CounterFilter): SqlValue[] {
  return [office, unit, month, firstDay(month), show];
}

export interface StandingCell {
  readonly unit_id: string;
  readonly month: string;
  readonly kind: CounterKind;
  readonly count: number;
}

/** Every count that an office has said. */
export function standingCells(db: Readable, office: number): StandingCell[] {
  return db.all<StandingCell>(
    `SELECT unit.id AS unit_id, c.month, c.kind, c.count FROM monthly_counter AS c JOIN unit ON unit.pk = c.unit
     WHERE c.office = ? AND c.deleted = 0`,
    office,
  );
}
