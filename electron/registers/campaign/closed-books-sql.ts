import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable, Write } from '../../store/handles.ts';

/**
 * Tables with an `office` whose rows stay where they are when books are closed: whom one trusts, what was said and
 * sent, and the working days, which are the country's and not the campaign's.
 */
export const STAYING_TABLES = ['party', 'feedback', 'holiday_calendar'] as const;

/** Every other table whose rows belong to an office; new ones come along by themselves. */
export function booksTables(db: Readable): string[] {
  const rows = db.all<{ name: string }>(
    `SELECT DISTINCT tbl.name FROM sqlite_schema AS tbl, pragma_table_info(tbl.name) AS col
     WHERE tbl.type = 'table' AND col.name = 'office' ORDER BY tbl.name`,
  );
  const staying: readonly string[] = STAYING_TABLES;
  return rows.map(({ name }) => name).filter((name) => !staying.includes(name));
}

export interface ClosedBook {
  readonly pk: number;
  readonly id: string;
  readonly code: string;
  readonly officeName: string;
  readonly campaign: string;
  readonly closedOn: CalendarDate;
  /** Id of the office whose books they were. */
  readonly of: string;
}

/** Newest first. */
export function closedBookRows(db: Readable): ClosedBook[] {
  return db.all(
    `SELECT book.pk, book.id, owner.code, book.name AS officeName, book.closed_campaign AS campaign,
       book.closed_on AS closedOn, owner.id AS "of"
     FROM office AS book JOIN office AS owner ON owner.pk = book.book_of ORDER BY book.pk DESC`,
  );
}

/**
 * An office row for books that are closed now. Its code is the owner's with a running number, so that wherever
 * codes stand for offices they stay apart.
 * @returns its surrogate
 */
export function insertClosedBook(
  write: Write,
  book: { readonly id: string; readonly of: number; readonly campaign: string },
): number {
  return write.run(
    `INSERT INTO office
       (id, code, name, kind, demo, rev, epoch_id, epoch_counter, closed_campaign, closed_on, book_of)
     SELECT ?1, code || '#' || (1 + (SELECT count(*) FROM office WHERE book_of = ?2)), name, kind, demo, rev,
       epoch_id, epoch_counter, ?3, ?4, pk
     FROM office WHERE pk = ?2`,
    book.id,
    book.of,
    book.campaign,
    write.today,
  ).lastInsertRowid;
}

/** Foreign keys name rows by surrogates, which they keep. @returns how many rows moved */
export function moveBooks(write: Write, from: number, to: number): number {
  // What a group said stays its own; said to an office whose books are closed, it stays with those.
  for (const said of ['feedback', 'evaluation'])
    write.run(`UPDATE ${said} SET target = ?2 WHERE target = ?1`, from, to);
  return booksTables(write).reduce(
    (sum, table) => sum + write.run(`UPDATE ${table} SET office = ?2 WHERE office = ?1`, from, to).changes,
    0,
  );
}
