import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { named } from './file-errors.ts';

export interface WriterLock {
  release(): void;
}

/**
 * Takes the folder for this opening alone. The lock is the operating system's: an exclusive transaction on an
 * empty side database, so it goes when its process dies, however that happens, and nothing is left to clean up.
 * @throws Refusal `in_use` while another process, or another opening in this one, holds it; `file_unwritable`;
 *   `lock_damaged` where the side database holds something: its bytes may be somebody's, so they are left alone
 */
export function takeWriterLock(Sqlite: typeof Database, folder: string): WriterLock {
  const file = join(folder, 'ledger.lock');
  try {
    const held = lockFile(Sqlite, file);
    return { release: () => held.close() };
  } catch (error) {
    const refusal = named(error, 'writing');
    const damaged = refusal instanceof Refusal && refusal.code === 'database_damaged';
    throw damaged ? new Refusal('lock_damaged') : refusal;
  }
}

function lockFile(Sqlite: typeof Database, file: string): Database.Database {
  const side = new Sqlite(file, { timeout: 0 });
  try {
    side.pragma('journal_mode=memory');
    side.exec('BEGIN EXCLUSIVE');
    return side;
  } catch (error) {
    side.close();
    throw error;
  }
}
