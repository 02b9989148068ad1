import type { Instant } from '../../../shared/vocabulary/dates.ts';
import type { Readable, Writable } from '../../store/handles.ts';

export interface LayoutRow {
  readonly titles: string;
  readonly mapping: string;
}

/** The latest first. */
export function latestLayouts(db: Readable, limit: number): LayoutRow[] {
  return db.all<LayoutRow>(
    'SELECT titles, mapping FROM sheet_layout ORDER BY applied_at DESC, titles LIMIT ?',
    limit,
  );
}

export function replaceLayout(db: Writable, { titles, mapping }: LayoutRow, at: Instant): void {
  db.run(
    'INSERT OR REPLACE INTO sheet_layout (titles, mapping, applied_at) VALUES (?, ?, ?)',
    titles,
    mapping,
    at,
  );
}

export function deleteLayout(db: Writable, titles: string): void {
  db.run('DELETE FROM sheet_layout WHERE titles = ?', titles);
}

/** All but the latest. */
export function deleteOldLayouts(db: Writable, kept: number): void {
  db.run(
    `DELETE FROM sheet_layout WHERE titles NOT IN (
       SELECT titles FROM sheet_layout ORDER BY applied_at DESC, titles LIMIT ?)`,
    kept,
  );
}
