import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { MARKS } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { findRow, type StoredRow } from '../../store/rows.ts';
import { disambiguators, openReworkOrder } from './rework-forms-sql.ts';
import { makeupPage } from './study-makeups-sql.ts';
import { findSession } from './study-register.ts';

const EVERYBODY = { offset: 0, limit: Number.MAX_SAFE_INTEGER } as const;

/**
 * What is to be made good of a session: the order to do it again, and who still owes a make-up; who has left owes none.
 * @param only id of the only unit that is asked about
 * @throws Refusal `not_found`
 */
export function sessionToMakeGood(
  db: Readable,
  office: number,
  id: string,
  { unit: only, today }: { readonly unit: string | null; readonly today: CalendarDate },
) {
  const { pk, title, day, state } = findSession(db, office, id);
  const unit = only === null ? null : findRow<StoredRow>(db, 'unit', office, only).pk;
  const rows = makeupPage(db, office, { session: pk, unit, phase: null, state: 'pending', today }, EVERYBODY);
  const known = disambiguators(
    db,
    rows.map(({ person }) => person),
  );
  const owing = rows.map(({ person, name, unit_id: unitId, unit_name: unitName, mark, reason }) => ({
    ...{ name, unitId, unitName, reason },
    disambiguator: known.get(person) ?? null,
    mark: MARKS[mark] ?? 'unmarked',
  }));
  return { title, day, state, order: openReworkOrder(db, pk) ?? null, owing };
}

export type SessionToMakeGood = ReturnType<typeof sessionToMakeGood>;
