import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { EDUCATION_TYPES, type SessionForm, type SessionState } from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue, Write } from '../../store/handles.ts';
import { putReceivedRow, type RowFate } from '../../store/received-rows.ts';
import { rebuildSummary } from './study-summary.ts';

/** A session as it leaves: without the chair, who is a person. */
export interface SessionRecord {
  readonly id: string;
  readonly title: string;
  readonly phase: string | null;
  /** Bit i for EDUCATION_TYPES[i]. */
  readonly typeMask: number;
  readonly form: SessionForm | null;
  readonly action: string | null;
  readonly day: CalendarDate | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly venues: string;
  readonly batch: string | null;
  readonly mandatory: number;
  readonly materialNumber: string | null;
  readonly state: SessionState;
  readonly rev: number;
  readonly deleted: number;
}

/** Sessions touched after revision `after`, by id. */
export function changedSessions(db: Readable, office: number, after: number): SessionRecord[] {
  return db.all<SessionRecord>(
    `SELECT id, title, phase, type_mask AS typeMask, form, action, day, starts_at AS startsAt,
       ends_at AS endsAt, venues, batch, mandatory, material_number AS materialNumber, state, rev, deleted
     FROM study_session WHERE office = ? AND rev > ? ORDER BY id`,
    office,
    after,
  );
}

export function putSession(write: Write, office: number, session: SessionRecord): RowFate {
  return putReceivedRow(write, 'study_session', office, {
    id: session.id,
    rev: session.rev,
    deleted: session.deleted,
    values: {
      title: session.title,
      phase: session.phase,
      types: JSON.stringify(EDUCATION_TYPES.filter((_, bit) => session.typeMask & (1 << bit))),
      type_mask: session.typeMask,
      form: session.form,
      action: session.action,
      day: session.day,
      starts_at: session.startsAt,
      ends_at: session.endsAt,
      venues: session.venues,
      batch: session.batch,
      mandatory: session.mandatory,
      material_number: session.materialNumber,
      state: session.state,
    },
  });
}

/** A frozen row with surrogates of this database; marks and make-ups are the stored integers. */
export interface AttendanceRecord {
  readonly session: number;
  readonly person: number;
  readonly unit: number;
  readonly mark: number;
  readonly makeup: number;
  readonly makeupOn: CalendarDate | null;
  readonly deleted: number;
}

/** Rows of one session, column by column: a value of each column at the same place is one row. */
export interface SessionAttendance {
  readonly session: number;
  readonly person: readonly number[];
  readonly unit: readonly number[];
  readonly mark: readonly number[];
  readonly makeup: readonly number[];
  readonly makeupOn: readonly (CalendarDate | null)[];
  readonly deleted: readonly number[];
}

type Lists = Omit<SessionAttendance, 'session'>;

const LISTS = Object.entries({
  person: 'person',
  unit: 'unit',
  mark: 'mark',
  makeup: 'makeup',
  makeupOn: 'makeup_on',
  deleted: 'deleted',
} satisfies Record<keyof Lists, string>).map(
  ([name, column]) => `json_group_array(attendance.${column}) AS ${name}`,
);

/**
 * Attendance touched after revision `after`, by the ids of its sessions; a scan, since an index on rev would
 * double every write. SQLite writes the lists: that takes less time than 600,000 rows, and little memory.
 */
export function* changedAttendance(
  db: Readable,
  office: number,
  after: number,
): Generator<SessionAttendance> {
  const blocks = db.iterate<{ session: number } & Record<keyof Lists, string>>(
    `SELECT session.pk AS session, ${LISTS.join(', ')}
     FROM study_session AS session
     CROSS JOIN attendance ON attendance.office = session.office AND attendance.session = session.pk
     WHERE session.office = ? AND attendance.rev > ? GROUP BY session.id`,
    office,
    after,
  );
  for (const { session, ...lists } of blocks) {
    const parsed = Object.entries(lists).map(([name, list]) => [name, JSON.parse(list)]);
    yield { session, ...(Object.fromEntries(parsed) as Lists) };
  }
}

/** Rows of any sessions, column by column. */
export type AttendanceColumns = { readonly [Name in keyof SessionAttendance]: ArrayLike<Element<Name>> };
type Element<Name extends keyof SessionAttendance> = SessionAttendance[Name] extends readonly (infer Value)[]
  ? Value
  : SessionAttendance[Name];

/** Counts of the rows put, in place of 600,000 single fates. */
export interface AttendanceFates {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Rows that one statement takes: fifty at a time halve the time of a full bundle, more win nothing. */
const BATCH = 50;

const put = (rows: number) => `
  INSERT INTO attendance (office, session, person, unit, mark, makeup, makeup_on, deleted, rev, changed_by, changed_at)
  VALUES ${Array(rows).fill('(?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)').join(', ')}
  ON CONFLICT (office, session, person) DO UPDATE SET unit = excluded.unit, mark = excluded.mark,
    makeup = excluded.makeup, makeup_on = excluded.makeup_on, deleted = excluded.deleted, rev = excluded.rev,
    changed_by = 0, changed_at = excluded.changed_at
  WHERE unit IS NOT excluded.unit OR mark IS NOT excluded.mark OR makeup IS NOT excluded.makeup
    OR makeup_on IS NOT excluded.makeup_on OR deleted IS NOT excluded.deleted`;
const PUT_BATCH = put(BATCH);
/** Of one row, in the order of `put`. */
const VALUES = 10;

/**
 * Puts another office's rows as they came, ordered by session, and counts those sessions again.
 * @param rev the revision of its owner that they reach
 */
export function putAttendance(
  write: Write,
  office: number,
  rev: number,
  columns: AttendanceColumns,
): AttendanceFates {
  const sessions = neighbours(columns.session);
  const listed = JSON.stringify(sessions);
  const before = countAttendance(write, office, listed);
  const at = Math.floor(Date.parse(write.at) / 1000);
  const total = columns.session.length;
  let touched = 0;
  for (let from = 0; from < total; from += BATCH) {
    const rows = Math.min(BATCH, total - from);
    const values = valuesOf(columns, { from, rows, office, rev, at });
    touched += write.run(rows === BATCH ? PUT_BATCH : put(rows), ...values).changes;
  }
  const added = countAttendance(write, office, listed) - before;
  rebuildSummary(write, office, sessions);
  return { added, changed: touched - added, unchanged: total - touched };
}

/** Each value once, where equal ones stand side by side. */
function neighbours(values: ArrayLike<number>): number[] {
  const once: number[] = [];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (value !== once.at(-1)) once.push(value);
  }
  return once;
}

/** Every row in turn as `put` takes it; 600,000 lists of a row would keep the memory busy. */
function valuesOf(
  columns: AttendanceColumns,
  { from, rows, office, rev, at }: Record<'from' | 'rows' | 'office' | 'rev' | 'at', number>,
): SqlValue[] {
  const values = new Array<SqlValue>(rows * VALUES);
  let place = 0;
  for (let row = from; row < from + rows; row += 1) {
    values[place++] = office;
    values[place++] = columns.session[row] ?? null;
    values[place++] = columns.person[row] ?? null;
    values[place++] = columns.unit[row] ?? null;
    values[place++] = columns.mark[row] ?? null;
    values[place++] = columns.makeup[row] ?? null;
    values[place++] = columns.makeupOn[row] ?? null;
    values[place++] = columns.deleted[row] ?? null;
    values[place++] = rev;
    values[place++] = at;
  }
  return values;
}

/** Rows of an office's attendance, tombstones too. */
export function countAllAttendance(db: Readable, office: number): number {
  const row = db.get<{ rows: number }>('SELECT count(*) AS rows FROM attendance WHERE office = ?', office);
  return row?.rows ?? 0;
}

/** @param sessions pks, a JSON list */
function countAttendance(db: Readable, office: number, sessions: string): number {
  const row = db.get<{ rows: number }>(
    `SELECT count(*) AS rows FROM attendance
     WHERE office = ? AND session IN (SELECT value FROM json_each(?))`,
    office,
    sessions,
  );
  return row?.rows ?? 0;
}
