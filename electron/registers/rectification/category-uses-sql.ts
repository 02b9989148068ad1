import type { Readable } from '../../store/handles.ts';

/** How many items have each category. */
export function categoriesOfItems(db: Readable, office: number): { word: string; uses: number }[] {
  return db.all(
    `SELECT category AS word, count(*) AS uses FROM rectification_item
     WHERE office = ? AND deleted = 0 AND category IS NOT NULL GROUP BY category`,
    office,
  );
}

/** Items of an office, and those that are neither closed nor out of the ledger. */
export function countItems(db: Readable, office: number): { all: number; open: number } {
  return (
    db.get<{ all: number; open: number }>(
      `SELECT count(*) AS "all", count(*) FILTER (WHERE state NOT IN ('closed', 'merged', 'voided')) AS open
       FROM rectification_item WHERE office = ? AND deleted = 0`,
      office,
    ) ?? { all: 0, open: 0 }
  );
}
