import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { MAKEUPS, MARKS, type SessionState } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import {
  attendancePage,
  attendanceSums,
  countSessionsExpecting,
  type PersonAttendanceRow,
} from './study-person-sql.ts';

/** The sessions whose lists name a person, latest first; nothing is added up but what is still to be done. */
export function attendanceOf(
  db: Readable,
  office: number,
  person: number,
  page: { readonly offset: number; readonly limit: number },
) {
  const { total, pending, done } = attendanceSums(db, office, person);
  const rows = attendancePage(db, office, person, page).map(asReference);
  return { total, makeups: { pending, done }, rows };
}

const BEFORE_THE_LIST: readonly SessionState[] = ['draft', 'scheduled'];

/** Sessions to come that still expect a unit; a list that is frozen is what it was. */
export function sessionsToCome(db: Readable, office: number, unit: string, from: CalendarDate): number {
  return countSessionsExpecting(db, office, { unit, from, states: BEFORE_THE_LIST });
}

function asReference(row: PersonAttendanceRow) {
  return {
    session: row.session_id,
    title: row.title,
    day: row.day,
    state: row.state,
    unitName: row.unit_name,
    mark: MARKS[row.mark] ?? 'unmarked',
    makeup: MAKEUPS[row.makeup] ?? 'none',
    makeupOn: row.makeup_on,
  };
}
