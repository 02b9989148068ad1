import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';
import { COUNTED_ON_DAY } from './study-attendance-sql.ts';
import { AMONG } from './study-marks-sql.ts';

export interface SigningRow {
  readonly person: string;
  readonly name: string | null;
  readonly disambiguator: string | null;
  /** id, on the session's day. */
  readonly unit: string;
  readonly unit_name: string;
  readonly mark: number;
  readonly reason: string | null;
}

const PERSON =
  'person.id AS person, person.name, person.disambiguator, unit.id AS unit, unit.name AS unit_name';
const BY_UNIT = `unit.order_number, unit.pk, person.order_number IS NULL, person.order_number, person.folded, person.pk`;

/** Everybody on a session's frozen list with the mark that stands. */
export function frozenToSign(db: Readable, office: number, session: number): SigningRow[] {
  return db.all<SigningRow>(
    `SELECT ${PERSON}, attendance.mark, attendance.reason
     FROM attendance JOIN person ON person.pk = attendance.person JOIN unit ON unit.pk = attendance.unit
     WHERE attendance.office = ? AND attendance.session = ? AND attendance.deleted = 0 ORDER BY ${BY_UNIT}`,
    office,
    session,
  );
}

/** Whom 举行 would put on the list; everybody when `among` is null. */
export function expectedToSign(
  db: Readable,
  office: number,
  day: CalendarDate,
  among: { readonly kind: keyof typeof AMONG; readonly ids: readonly string[] } | null,
): SigningRow[] {
  return db.all<SigningRow>(
    `WITH expected (person, unit) AS MATERIALIZED (
       SELECT posting.person, posting.unit ${COUNTED_ON_DAY} ${among ? AMONG[among.kind] : ''})
     SELECT ${PERSON}, 0 AS mark, NULL AS reason FROM expected
     JOIN person ON person.pk = expected.person JOIN unit ON unit.pk = expected.unit ORDER BY ${BY_UNIT}`,
    office,
    day,
    day,
    ...(among ? [JSON.stringify(among.ids), office] : []),
  );
}
