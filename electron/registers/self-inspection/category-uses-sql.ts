import type { Readable } from '../../store/handles.ts';

/** How many items of filings have each category. */
export function categoriesOfFilings(db: Readable, office: number): { word: string; uses: number }[] {
  return db.all(
    `SELECT category AS word, count(*) AS uses FROM filing_item
     WHERE office = ? AND deleted = 0 GROUP BY category`,
    office,
  );
}

/** Filings of an office, and those that are not archived. */
export function countFilings(db: Readable, office: number): { all: number; open: number } {
  return (
    db.get<{ all: number; open: number }>(
      `SELECT count(*) AS "all", count(*) FILTER (WHERE state <> 'archived') AS open
       FROM filing WHERE office = ? AND deleted = 0`,
      office,
    ) ?? { all: 0, open: 0 }
  );
}
