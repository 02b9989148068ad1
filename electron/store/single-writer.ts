import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { named } from './file-errors.ts';

export interface WriterLock {
  release(): void;
}

/**
 * Takes the folder for this opening alone. The lock is the operating system's: an exclusive transaction on an
 * empty side database, so it goes when its process dies, however that happens, and nothing is left to clean up.
 * @throws Refusal `in_use` while another process, or another opening in this one, holds it; `file_unwritable`
 */
export function takeWriterLock(Sqlite: typeof Database, folder: string): WriterLock {
  let side: Database.Database | undefined;
  try {
    side = new Sqlite(join(folder, 'ledger.lock'), { timeout: 0 });
    side.pragma('journal_mode=memory');
    side.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    side?.close();
    throw named(error, 'writing');
  }
  const held = side;
  return { release: () => held.close() };
}
