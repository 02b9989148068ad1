import type Database from 'better-sqlite3';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import { codeOf, named } from './file-errors.ts';

export type Connection = Database.Database;

/** "RLDG" in `PRAGMA application_id`, so that file(1) and a later version can tell whose database it is. */
export const APPLICATION_ID = 0x524c4447;

const KEY_BYTES = 32;

/**
 * Loads SQLite, after a look at the runtime: before N-API 10 the binary crashes with a segmentation fault
 * instead of an error, so the import must not even be tried there.
 * @throws Refusal `runtime_too_old`
 */
export async function loadSqlite(napi = process.versions.napi): Promise<typeof Database> {
  ensure(Number(napi) >= 10, 'runtime_too_old', { napi: napi ?? '' });
  return (await import('better-sqlite3')).default;
}

/**
 * Opens an encrypted database and proves that the key fits.
 * @param mode `inspect` changes nothing, not even the file's header
 * @param key 32 random bytes, used raw: no derivation, 0.3 ms instead of 180
 * @throws Refusal `database_damaged` (also when the key is another database's), `in_use`, `disk_full`,
 *   `file_unreadable`, `file_unwritable`. No error carries the key: the pragma's text is never part of one.
 */
export function openDatabase(
  Sqlite: typeof Database,
  file: string,
  key: Uint8Array,
  mode: 'existing' | 'new' | 'inspect',
): Connection {
  let db: Connection | undefined;
  try {
    db = new Sqlite(file, {
      fileMustExist: mode !== 'new',
      readonly: mode === 'inspect',
      timeout: 2000,
    });
    applyKey(db, key);
    db.pragma('schema_version');
    if (mode !== 'inspect') configure(db);
    return db;
  } catch (error) {
    db?.close();
    throw named(error, 'reading');
  }
}

/** Writes the log back into the file and empties it, then closes; a full disk does not keep it from closing. */
export function closeDatabase(db: Connection): void {
  if (!db.open) return;
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    // The log stays beside the file, and the next opening reads it.
    if (!codeOf(error).startsWith('SQLITE_')) throw error;
  } finally {
    db.close();
  }
}

/** @throws Refusal `database_damaged` with what `PRAGMA quick_check` found first */
export function quickCheck(db: Connection): void {
  try {
    const finding: unknown = db.pragma('quick_check(1)', { simple: true });
    ensure(finding === 'ok', 'database_damaged', { cause: 'quick_check' });
  } catch (error) {
    throw error instanceof Refusal ? error : named(error, 'reading');
  }
}

function applyKey(db: Connection, key: Uint8Array): void {
  if (key.length !== KEY_BYTES) throw new RangeError('the data key has 32 bytes');
  db.pragma("cipher='sqlcipher'");
  db.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`);
}

/**
 * synchronous=FULL is set because the library defaults to NORMAL in WAL, which loses commits at a power cut;
 * temp_store=memory because sorts would spill to disk in plain text; secure_delete because a purge must leave
 * nothing in the file's free pages for whoever has a password.
 */
function configure(db: Connection): void {
  db.pragma('journal_mode=WAL');
  db.pragma('synchronous=FULL');
  db.pragma('temp_store=memory');
  db.pragma('foreign_keys=on');
  db.pragma('trusted_schema=off');
  db.pragma('cell_size_check=on');
  db.pragma('secure_delete=on');
  db.pragma('mmap_size=0');
}
