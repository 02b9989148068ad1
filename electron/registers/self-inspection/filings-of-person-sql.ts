import type { Readable } from '../../store/handles.ts';
import type { FilingRow } from './self-inspection-sql.ts';

export type FilingOfRound = FilingRow & { readonly round_id: string; readonly round_name: string };

export function filingRowsOf(db: Readable, office: number, person: number): FilingOfRound[] {
  return db.all<FilingOfRound>(
    `SELECT filing.*, round.id AS round_id, round.name AS round_name
     FROM inspection_round AS round
     CROSS JOIN filing ON filing.office = round.office AND filing.round = round.pk AND filing.person = ?2
     WHERE round.office = ?1 AND filing.deleted = 0 ORDER BY round.begins_on DESC, round.pk DESC`,
    office,
    person,
  );
}
