import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { renamePatiently, syncFolder } from './atomic-file.ts';
import type { AuditHead } from './audit-chain.ts';
import { naming } from './file-errors.ts';
import { auditHead } from './history-check.ts';
import { type Connection, openDatabase, quickCheck } from './open-database.ts';
import { statements } from './statements.ts';

/**
 * Copies the database by VACUUM INTO (the online backup API fails on encrypted databases), under the same data
 * key, and proves the copy before it gets its name: opened, quick_check, audit head equal.
 * @returns the head of the history in the copy
 * @throws Refusal `disk_full`, `file_unwritable`, `database_damaged`; no file of that name stands then
 */
export function backupDatabase(
  Sqlite: typeof Database,
  db: Connection,
  dataKey: Uint8Array,
  target: string,
): AuditHead {
  const temporary = `${target}.new`;
  try {
    rmSync(temporary, { force: true });
    naming('writing', () => db.prepare('VACUUM INTO ?').run(temporary));
    const head = headOfSoundCopy(Sqlite, temporary, dataKey);
    ensure(head.hash === auditHead(statements(db)).hash, 'database_damaged', { cause: 'backup' });
    naming('writing', () => settle(temporary, target));
    return head;
  } finally {
    rmSync(temporary, { force: true });
  }
}

function headOfSoundCopy(Sqlite: typeof Database, file: string, dataKey: Uint8Array): AuditHead {
  const copy = openDatabase(Sqlite, file, dataKey, 'inspect');
  try {
    quickCheck(copy);
    return auditHead(statements(copy));
  } finally {
    copy.close();
  }
}

function settle(temporary: string, target: string): void {
  const file = openSync(temporary, 'r+');
  fsyncSync(file);
  closeSync(file);
  renamePatiently(temporary, target);
  syncFolder(dirname(target));
}
