import { hasFrozenList } from '../../../shared/rules/session-moves.ts';
import { ensure, Refusal } from '../../../shared/vocabulary/refusal.ts';
import { MARKS } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { expectedToSign, frozenToSign } from './pack-sign-in-sql.ts';
import { fieldsOf, findSession } from './study-register.ts';
import type { SessionRow } from './study-sql.ts';

/** States in which a sheet that goes out can still come home. */
const OPEN = ['draft', 'scheduled', 'held', 'returned'];

/**
 * Who is to sign in, with the marks that stand: the frozen list, or before it stands whom it would take.
 * @throws Refusal `not_found`, `move_not_allowed`, `missing_field` when a session without a day has no list yet
 */
export function peopleToSign(db: Readable, office: number, id: string) {
  const session = findSession(db, office, id);
  const { state, title } = session;
  if (!OPEN.includes(state))
    throw new Refusal('move_not_allowed', { register: 'study_session', state, move: 'mark' });
  const people = signingRows(db, office, session).map((row) => ({
    person: row.person,
    name: row.name ?? '',
    unit: row.unit,
    unitName: row.unit_name,
    disambiguator: row.disambiguator,
    mark: MARKS[row.mark] ?? ('unmarked' as const),
    reason: row.reason,
  }));
  return { session: { id: session.id, title }, day: session.day, people };
}

function signingRows(db: Readable, office: number, session: SessionRow) {
  if (hasFrozenList(session.state)) return frozenToSign(db, office, session.pk);
  ensure(session.day, 'missing_field', { field: 'day' });
  const { expected } = fieldsOf(session);
  if ('people' in expected)
    return expectedToSign(db, office, session.day, { kind: 'people', ids: expected.people });
  const { units } = expected;
  return expectedToSign(db, office, session.day, units.length > 0 ? { kind: 'units', ids: units } : null);
}
