import { nextPaperNumber } from '../../../shared/rules/paper-numbers.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable } from '../../store/handles.ts';
import { findRow } from '../../store/rows.ts';
import { latestPaperNumber, paperNumberHolder } from './paper-numbers-sql.ts';
import type { RoundRow } from './self-inspection-sql.ts';

/** More taken numbers in a row than any round has forms are no row of numbers. */
const MOST_STEPS = 100_000;

/**
 * A paper original stands for one filing of its round.
 * @param filing pk of the filing that is to bear it; null: a new one
 * @throws Refusal `paper_number_taken` (`paperNumber`)
 */
export function requireFreePaperNumber(
  db: Readable,
  round: number,
  paperNumber: string | null,
  filing: number | null,
): void {
  const holder = paperNumber === null ? undefined : paperNumberHolder(db, round, paperNumber);
  ensure(holder === undefined || holder === filing, 'paper_number_taken', { paperNumber });
}

/** The number after the one entered last in the round, taken ones passed over; null where none tells how they run. */
export function suggestPaperNumber(db: Readable, office: number, id: string): { paperNumber: string | null } {
  const round = findRow<RoundRow>(db, 'inspection_round', office, id).pk;
  let next = nextPaperNumber(latestPaperNumber(db, round) ?? '');
  for (let step = 0; next !== null && step < MOST_STEPS; step++) {
    if (paperNumberHolder(db, round, next) === undefined) return { paperNumber: next };
    next = nextPaperNumber(next);
  }
  return { paperNumber: null };
}
