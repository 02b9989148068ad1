import type { Readable, Writable } from '../../store/handles.ts';
import type { NameWords } from './name-words.ts';

export function hasWords(db: Readable, folded: string): boolean {
  return db.get('SELECT 1 FROM name_words WHERE folded = ?', folded) !== undefined;
}

export function insertWords(db: Writable, folded: string, words: NameWords): void {
  db.run(
    'INSERT INTO name_words (folded, spellings, pinyin_key, stroke_key) VALUES (?, ?, ?, ?)',
    folded,
    words.spellings,
    words.pinyinKey,
    words.strokeKey,
  );
}

/** Names of people, tombstones included: an undo brings them back. */
export function namesWithoutWords(db: Readable): string[] {
  const rows = db.all<{ folded: string }>(
    `SELECT DISTINCT folded FROM person
     WHERE folded IS NOT NULL AND folded NOT IN (SELECT folded FROM name_words)`,
  );
  return rows.map(({ folded }) => folded);
}

/** What nobody is called any more, and no undo would call anybody again. */
const UNUSED = `
  folded NOT IN (SELECT folded FROM person WHERE folded IS NOT NULL)
  AND folded NOT IN (
    SELECT before ->> 'folded' FROM undo_image
    WHERE tbl = 'person' AND before ->> 'folded' IS NOT NULL)`;

export function hasUnusedWords(db: Readable): boolean {
  return db.get(`SELECT 1 FROM name_words WHERE ${UNUSED} LIMIT 1`) !== undefined;
}

/** @returns how many */
export function dropUnusedWords(db: Writable): number {
  return db.run(`DELETE FROM name_words WHERE ${UNUSED}`).changes;
}
