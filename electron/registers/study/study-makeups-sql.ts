import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { MAKEUPS } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import type { ListedRow } from './study-attendance-sql.ts';
import { AWAY_CODES, makeupCode } from './study-summary-sql.ts';

export interface MakeupRow extends ListedRow {
  readonly session_id: string;
  readonly session_rev: number;
  readonly session_title: string;
  readonly session_day: CalendarDate | null;
}

export interface MakeupFilter {
  readonly session: number | null;
  readonly unit: number | null;
  readonly state: 'open' | (typeof MAKEUPS)[number];
}

const OPEN = [makeupCode('pending'), makeupCode('done')];

const LISTED = `
  FROM study_session AS session
  JOIN attendance ON attendance.office = session.office AND attendance.session = session.pk
  JOIN person ON person.pk = attendance.person JOIN unit ON unit.pk = attendance.unit
  WHERE session.office = ?1 AND session.deleted = 0 AND session.state <> 'cancelled'
    AND (?2 IS NULL OR session.pk = ?2) AND attendance.deleted = 0 AND attendance.mark IN (${AWAY_CODES})
    AND attendance.makeup IN (SELECT value FROM json_each(?3)) AND (?4 IS NULL OR attendance.unit = ?4)`;

/** The backlog, by the session that was missed, then by unit and person. */
export function makeupPage(
  db: Readable,
  office: number,
  filter: MakeupFilter,
  page: { readonly offset: number; readonly limit: number },
): MakeupRow[] {
  return db.all<MakeupRow>(
    `SELECT attendance.*, person.id AS person_id, person.name, unit.id AS unit_id, unit.name AS unit_name,
       session.id AS session_id, session.rev AS session_rev, session.title AS session_title,
       session.day AS session_day
     ${LISTED}
     ORDER BY session.day, session.pk, unit.order_number, unit.pk, person.order_number IS NULL,
       person.order_number, person.folded, person.pk
     LIMIT ?5 OFFSET ?6`,
    office,
    filter.session,
    codes(filter),
    filter.unit,
    page.limit,
    page.offset,
  );
}

export function countMakeups(db: Readable, office: number, filter: MakeupFilter): number {
  const row = db.get<{ total: number }>(
    `SELECT count(*) AS total ${LISTED}`,
    office,
    filter.session,
    codes(filter),
    filter.unit,
  );
  return row?.total ?? 0;
}

function codes({ state }: MakeupFilter): string {
  return JSON.stringify(state === 'open' ? OPEN : [makeupCode(state)]);
}
