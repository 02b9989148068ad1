import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { SessionForm, SessionState } from '../../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { putReceivedRow, type RowFate } from '../../store/received-rows.ts';

/** A session as it leaves: without the chair, who is a person. */
export interface SessionRecord {
  readonly id: string;
  readonly title: string;
  readonly phase: string | null;
  readonly types: string;
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
    `SELECT id, title, phase, types, type_mask AS typeMask, form, action, day, starts_at AS startsAt,
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
      types: session.types,
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

/** Attendance touched after revision `after`; a scan, since an index on rev would double every write. */
export function changedAttendance(db: Readable, office: number, after: number): AttendanceRecord[] {
  return db.all<AttendanceRecord>(
    `SELECT session, person, unit, mark, makeup, makeup_on AS makeupOn, deleted
     FROM attendance WHERE office = ? AND rev > ?`,
    office,
    after,
  );
}

/** Counts of the rows put, in place of 600,000 single fates. */
export interface AttendanceFates {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

const PUT = `
  INSERT INTO attendance (office, session, person, unit, mark, makeup, makeup_on, deleted, rev, changed_by, changed_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
  ON CONFLICT (office, session, person) DO UPDATE SET unit = excluded.unit, mark = excluded.mark,
    makeup = excluded.makeup, makeup_on = excluded.makeup_on, deleted = excluded.deleted, rev = excluded.rev,
    changed_by = 0, changed_at = excluded.changed_at
  WHERE unit IS NOT excluded.unit OR mark IS NOT excluded.mark OR makeup IS NOT excluded.makeup
    OR makeup_on IS NOT excluded.makeup_on OR deleted IS NOT excluded.deleted`;

export function putAttendance(
  write: Write,
  office: number,
  rev: number,
  rows: Iterable<AttendanceRecord>,
): AttendanceFates {
  const before = countAttendance(write, office);
  const at = Math.floor(Date.parse(write.at) / 1000);
  let total = 0;
  let touched = 0;
  for (const row of rows) {
    total += 1;
    touched += write.run(
      PUT,
      office,
      row.session,
      row.person,
      row.unit,
      row.mark,
      row.makeup,
      row.makeupOn,
      row.deleted,
      rev,
      at,
    ).changes;
  }
  const added = countAttendance(write, office) - before;
  return { added, changed: touched - added, unchanged: total - touched };
}

function countAttendance(db: Readable, office: number): number {
  const row = db.get<{ rows: number }>('SELECT count(*) AS rows FROM attendance WHERE office = ?', office);
  return row?.rows ?? 0;
}
