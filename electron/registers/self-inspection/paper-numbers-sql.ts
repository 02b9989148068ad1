import type { Readable } from '../../store/handles.ts';
import { OWN_OFFICE } from '../../store/office-sql.ts';

/** pk of the filing that bears the number. */
export function paperNumberHolder(db: Readable, round: number, paperNumber: string): number | undefined {
  return db.get<{ pk: number }>(
    `SELECT pk FROM filing WHERE office = ${OWN_OFFICE} AND round = ? AND paper_number = ? AND deleted = 0`,
    round,
    paperNumber,
  )?.pk;
}

export function latestPaperNumber(db: Readable, round: number): string | undefined {
  return db.get<{ paper_number: string }>(
    `SELECT paper_number FROM filing
     WHERE office = ${OWN_OFFICE} AND round = ? AND paper_number IS NOT NULL AND deleted = 0
     ORDER BY pk DESC LIMIT 1`,
    round,
  )?.paper_number;
}
