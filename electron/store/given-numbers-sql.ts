import type { ItemNumber } from '../../shared/rules/numbering.ts';
import type { Readable, Writable } from './handles.ts';

/** The highest number of the rectification ledger that was ever given in each year, the latest year first. */
export function givenNumbers(db: Readable): ItemNumber[] {
  return db.all<ItemNumber & object>('SELECT year, highest AS number FROM given_number ORDER BY year DESC');
}

/** Notes that a number was given; one below the highest changes nothing. */
export function noteGiven(db: Writable, { year, number }: ItemNumber): void {
  db.run(
    `INSERT INTO given_number (year, highest) VALUES (?, ?)
     ON CONFLICT (year) DO UPDATE SET highest = max(highest, excluded.highest)`,
    year,
    number,
  );
}
