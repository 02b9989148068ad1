import { COUNTED_SESSION_STATES } from '../../../shared/rules/figures.ts';
import { hasFrozenList } from '../../../shared/rules/session-moves.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import { MAKEUPS, MARKS, type Makeup } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import {
  expectedPeople,
  frozenPeople,
  makeupsOfSpan,
  type SpanAsked,
  sessionsOfSpan,
  type UnitOfSession,
  unitsOfSpan,
} from './study-forms-sql.ts';
import { fieldsOf, findSession } from './study-register.ts';
import { type ShownSums, shownSums } from './study-summary.ts';
import { makeupCode } from './study-summary-sql.ts';

/**
 * Who is to sign in: the frozen list, or before it stands those whom it would take on the session's day.
 * @throws Refusal `not_found`, `missing_field` when a session without a day has no list yet
 */
export function signInList(db: Readable, office: number, id: string) {
  const row = findSession(db, office, id);
  const session = { id: row.id, ...fieldsOf(row) };
  const isFrozen = hasFrozenList(row.state);
  if (isFrozen) return { session, isFrozen, people: frozenPeople(db, office, row.pk) };
  ensure(row.day, 'missing_field', { field: 'day' });
  return { session, isFrozen, people: expectedPeople(db, office, row.day, amongOf(session.expected)) };
}

export type SignInList = ReturnType<typeof signInList>;

/** An empty list of units means all. */
function amongOf(expected: ReturnType<typeof fieldsOf>['expected']) {
  if ('people' in expected) return { kind: 'people', ids: expected.people } as const;
  return expected.units.length > 0 ? ({ kind: 'units', ids: expected.units } as const) : null;
}

/** What a unit did in one session, or a sum of such. */
export interface AttendanceSums
  extends Pick<ShownSums, 'due' | 'present' | 'onLeave' | 'absent' | 'unmarked' | 'exempt'> {
  /** Make-ups confirmed by the day asked about. */
  readonly confirmed: number;
}

export interface CountedUnit {
  readonly name: string;
  /** By the session's place in the table; no entry where nobody of the unit was expected. */
  readonly bySession: ReadonlyMap<number, AttendanceSums>;
}

/** Units beside mandatory sessions that count, and the sessions of the same span that do not. */
export function attendanceTable(db: Readable, office: number, asked: SpanAsked) {
  const all = sessionsOfSpan(db, office, asked);
  const isCounted = (one: (typeof all)[number]) =>
    one.mandatory === 1 && COUNTED_SESSION_STATES.includes(one.state);
  const sessions = all.filter(isCounted);
  const places = new Map(sessions.map((session, place) => [session.pk, place]));
  const units = new Map<number, { name: string; bySession: Map<number, AttendanceSums> }>();
  for (const row of unitsOfSpan(db, office, asked)) {
    const unit = units.get(row.unit) ?? { name: row.unit_name, bySession: new Map() };
    units.set(row.unit, unit);
    unit.bySession.set(places.get(row.session) ?? -1, sumsOfUnit(row));
  }
  const counted: CountedUnit[] = [...units.values()];
  return { sessions, units: counted, uncounted: all.filter((one) => !isCounted(one)) };
}

export type AttendanceTable = ReturnType<typeof attendanceTable>;

function sumsOfUnit(row: UnitOfSession): AttendanceSums {
  const { due, present, onLeave, absent, unmarked, exempt, makeupConfirmed } = shownSums(row);
  return {
    ...{ due, present, onLeave, absent, unmarked, exempt },
    confirmed: makeupConfirmed - row.confirmed_later,
  };
}

export type MakeupsAsked = 'all' | 'open' | Exclude<Makeup, 'none'>;

/** Absences that owed a make-up, by the session that was missed. */
export function makeupList(db: Readable, office: number, asked: SpanAsked, state: MakeupsAsked) {
  return makeupsOfSpan(db, office, asked, statesOf(state).map(makeupCode)).map((row) => ({
    ...row,
    mark: MARKS[row.mark] ?? 'unmarked',
    makeup: MAKEUPS[row.makeup] ?? 'none',
  }));
}

export type OwedMakeups = ReturnType<typeof makeupList>;

function statesOf(state: MakeupsAsked): readonly Makeup[] {
  if (state === 'all') return MAKEUPS;
  return state === 'open' ? ['pending', 'done'] : [state];
}
