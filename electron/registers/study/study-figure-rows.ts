import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { type EducationType, MAKEUPS, MARKS } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import type { FigureScope, RowsAsked } from '../figure-scope.ts';
import { type AttendanceFigure, countedAttendances, coverageRows } from './study-figure-rows-sql.ts';
import { typeBits, typesOf } from './study-figures.ts';
import { findSession } from './study-register.ts';

/**
 * One page of the attendances that a figure counts.
 * @throws Refusal `not_found` when the office has no such session
 */
export function figureAttendances(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  figure: AttendanceFigure,
  {
    session,
    scope,
    ...asked
  }: RowsAsked & { readonly session?: string | undefined; readonly scope: FigureScope },
) {
  const only = session && figure === 'attendanceRate' ? findSession(db, office, session).pk : null;
  return countedAttendances(db, office, asOf, scope, figure, only, asked).map((row) => ({
    session: row.session,
    sessionTitle: row.session_title,
    sessionDay: row.session_day,
    person: row.person,
    name: row.name,
    unitName: row.unit_name,
    mark: MARKS[row.mark] ?? 'unmarked',
    makeup: MAKEUPS[row.makeup] ?? 'none',
    makeupOn: row.makeup_on,
  }));
}

/** One page of the people whom coverage counts. */
export function coveragePeople(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  {
    requiredTypes,
    scope,
    ...asked
  }: RowsAsked & {
    readonly requiredTypes: readonly EducationType[];
    readonly scope: FigureScope;
  },
) {
  const bits = typeBits(typesOf(requiredTypes, scope));
  const rows = coverageRows(db, office, asOf, scope, bits, asked);
  return rows.map(({ person, name, unit_name }) => ({ person, name, unitName: unit_name, on: null }));
}
