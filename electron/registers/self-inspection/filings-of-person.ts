import type { Readable } from '../../store/handles.ts';
import { filingRowsOf } from './filings-of-person-sql.ts';

/** At most one a round, latest round first; what was declared stays in its own register. */
export function filingsOfPerson(db: Readable, office: number, person: number) {
  return filingRowsOf(db, office, person).map((row) => ({
    id: row.id,
    round: row.round_id,
    roundName: row.round_name,
    filedOn: row.filed_on,
    state: row.state,
  }));
}
