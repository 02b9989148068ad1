import { LEAVE_MARKS, PRESENT_MARKS } from '../../../shared/rules/attendance.ts';
import { MAKEUPS, MARKS, type Makeup, type Mark } from '../../../shared/vocabulary/words.ts';
import type { Readable, Writable } from '../../store/handles.ts';

type Column =
  | 'expected'
  | 'present'
  | 'on_leave'
  | 'absent'
  | 'exempt'
  | 'unmarked'
  | 'makeup_pending'
  | 'makeup_done'
  | 'makeup_confirmed'
  | 'makeup_waived';

/** Sums of attendance_summary, over any number of its rows. */
export type SummaryRow = { readonly [Name in Column as `sum_${Name}`]: number };

/** The integer stored for a mark or a make-up: its place in the vocabulary. */
export const markCode = (mark: Mark): number => MARKS.indexOf(mark);
export const makeupCode = (makeup: Makeup): number => MAKEUPS.indexOf(makeup);

export const PRESENT_CODES = PRESENT_MARKS.map(markCode).join(', ');
const LEAVE_CODES = LEAVE_MARKS.map(markCode).join(', ');
/** Leave and absence: what owes a make-up. */
export const AWAY_CODES = `${LEAVE_CODES}, ${markCode('absent')}`;

const made = (makeup: Makeup) => `makeup = ${makeupCode(makeup)} AND mark IN (${AWAY_CODES})`;

/** How each sum follows from the rows; the one place where it is said. */
const COUNTED: Record<Column, string> = {
  expected: '1',
  present: `mark IN (${PRESENT_CODES})`,
  on_leave: `mark IN (${LEAVE_CODES})`,
  absent: `mark = ${markCode('absent')}`,
  exempt: `mark = ${markCode('exempt')}`,
  unmarked: `mark = ${markCode('unmarked')}`,
  makeup_pending: made('pending'),
  makeup_done: made('done'),
  makeup_confirmed: made('confirmed'),
  makeup_waived: made('waived'),
};

const COLUMNS = Object.keys(COUNTED);

/** Select list that adds up rows of attendance_summary AS summary; no row at all gives zeros. */
export const SUM_COLUMNS = COLUMNS.map((name) => `coalesce(sum(summary.${name}), 0) AS sum_${name}`).join(
  ', ',
);

/** The same counted from rows of attendance. */
const ROW_SUMS = Object.entries(COUNTED)
  .map(([name, what]) => `coalesce(sum(${what}), 0) AS sum_${name}`)
  .join(', ');

const KEYS = 'office, session, unit';
/** Rows alike are counted before they are looked at: of 600,000 a tenth or less is left, in two thirds of the time. */
const recounted = (which: string) => `
  SELECT ${KEYS}, ${Object.values(COUNTED)
    .map((what) => `sum(alike * (${what}))`)
    .join(', ')}
  FROM (SELECT ${KEYS}, mark, makeup, count(*) AS alike FROM attendance
    WHERE deleted = 0 AND ${which} GROUP BY session, unit, mark, makeup)
  GROUP BY session, unit`;
const insert = (which: string) =>
  `INSERT OR REPLACE INTO attendance_summary (${KEYS}, ${COLUMNS.join(', ')}) ${recounted(which)}`;

/** Sums of a session, of one of its units when named. */
export function sessionSums(db: Readable, office: number, session: number, unit: number | null): SummaryRow {
  const row = db.get<SummaryRow>(
    `SELECT ${SUM_COLUMNS} FROM attendance_summary AS summary
     WHERE office = ? AND session = ? AND (unit = ? OR ? IS NULL)`,
    office,
    session,
    unit,
    unit,
  );
  if (!row) throw new Error('a sum without a row');
  return row;
}

/** The sums of a session by unit, of one unit when it is asked for, in the order of every list. */
export function unitSums(
  db: Readable,
  office: number,
  session: number,
  unit: number | null,
): (SummaryRow & { readonly unit_id: string; readonly unit_name: string })[] {
  return db.all(
    `SELECT unit.id AS unit_id, unit.name AS unit_name, ${SUM_COLUMNS}
     FROM attendance_summary AS summary JOIN unit ON unit.pk = summary.unit
     WHERE summary.office = ? AND summary.session = ? AND (summary.unit = ? OR ? IS NULL)
     GROUP BY unit.pk ORDER BY unit.order_number, unit.pk`,
    office,
    session,
    unit,
    unit,
  );
}

/** The sums of a session by batch, of one unit when it is asked for: counted from its rows. */
export function batchSums(
  db: Readable,
  office: number,
  session: number,
  unit: number | null,
): (SummaryRow & { readonly batch: number })[] {
  return db.all(
    `SELECT batch, ${ROW_SUMS} FROM attendance
     WHERE office = ? AND session = ? AND deleted = 0 AND (unit = ? OR ? IS NULL) GROUP BY batch`,
    office,
    session,
    unit,
    unit,
  );
}

/** As `unitSums`, of one batch: counted from its rows. */
export function unitSumsOfBatch(
  db: Readable,
  office: number,
  session: number,
  unit: number | null,
  batch: number,
): (SummaryRow & { readonly unit_id: string; readonly unit_name: string })[] {
  return db.all(
    `SELECT unit.id AS unit_id, unit.name AS unit_name, counted.*
     FROM (SELECT unit, ${ROW_SUMS} FROM attendance
       WHERE office = ? AND session = ? AND deleted = 0 AND batch = ? AND (unit = ? OR ? IS NULL)
       GROUP BY unit) AS counted
     JOIN unit ON unit.pk = counted.unit ORDER BY unit.order_number, unit.pk`,
    office,
    session,
    batch,
    unit,
    unit,
  );
}

/** Counts the units (a JSON list of pks) of one session again; every one of them has rows. */
export function recountUnits(db: Writable, office: number, session: number, units: string): void {
  db.run(
    insert('office = ? AND session = ? AND unit IN (SELECT value FROM json_each(?))'),
    office,
    session,
    units,
  );
}

/** Counts all sessions of an office again, or those of a JSON list of pks. */
export function recountSessions(db: Writable, office: number, sessions: string | null): void {
  const which =
    sessions === null ? 'office = ?' : 'office = ? AND session IN (SELECT value FROM json_each(?))';
  const values = sessions === null ? [office] : [office, sessions];
  db.run(`DELETE FROM attendance_summary WHERE ${which}`, ...values);
  db.run(insert(which), ...values);
}

/** Summary rows that a recount does not give, and recounted ones that do not stand there. */
export function countDeviations(db: Readable, office: number): number {
  const kept = `SELECT ${KEYS}, ${COLUMNS.join(', ')} FROM attendance_summary WHERE office = ?`;
  const counted = recounted('office = ?');
  const row = db.get<{ deviations: number }>(
    `SELECT (SELECT count(*) FROM (${kept} EXCEPT ${counted}))
          + (SELECT count(*) FROM (${counted} EXCEPT ${kept})) AS deviations`,
    office,
    office,
    office,
    office,
  );
  return row?.deviations ?? 0;
}
