import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { SessionForm, SessionState } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import type { StoredRow } from '../../store/rows.ts';

export interface SessionRow extends StoredRow {
  readonly title: string;
  readonly phase: string | null;
  /** JSON list of education types. */
  readonly types: string;
  readonly type_mask: number;
  readonly form: SessionForm | null;
  readonly action: string | null;
  readonly day: CalendarDate | null;
  readonly starts_at: string | null;
  readonly ends_at: string | null;
  /** JSON list. */
  readonly venues: string;
  readonly chair: string | null;
  readonly batch: string | null;
  readonly mandatory: number;
  readonly material_number: string | null;
  /** JSON, `{"units":[id]}` or `{"people":[id]}`. */
  readonly expected: string;
  readonly state: SessionState;
}

export function sessionById(db: Readable, office: number, id: string): SessionRow | undefined {
  return db.get<SessionRow>(
    'SELECT * FROM study_session WHERE office = ? AND id = ? AND deleted = 0',
    office,
    id,
  );
}

/** How many of these ids (a JSON list) name a living row of the office. */
export function countKnown(db: Readable, table: 'unit' | 'person', office: number, ids: string): number {
  const row = db.get<{ known: number }>(
    `SELECT count(*) AS known FROM (SELECT DISTINCT value AS id FROM json_each(?)) AS asked
     CROSS JOIN ${table} ON ${table}.office = ? AND ${table}.id = asked.id WHERE ${table}.deleted = 0`,
    ids,
    office,
  );
  return row?.known ?? 0;
}
