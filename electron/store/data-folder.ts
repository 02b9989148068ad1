import { chmodSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import { naming } from './file-errors.ts';
import type { Ports } from './ports.ts';
import { slotFile } from './slot-file.ts';

/**
 * What lies in a data folder: `ledger.db` (with `-wal` and `-shm` while open), `key-slots.json`, `anchor`,
 * `attempts.json`, `preferences.json`, `ledger.lock`, `backups/`. `ledger.db.new` says that a creation was cut off: the ledger counts
 * from the moment when it gets its name, and until then it is empty and nobody was told its recovery code.
 */
export function databaseFile(folder: string): string {
  return join(folder, 'ledger.db');
}

export function unfinishedDatabaseFile(folder: string): string {
  return join(folder, 'ledger.db.new');
}

export function backupFolder(folder: string): string {
  const backups = join(folder, 'backups');
  naming('writing', () => mkdirSync(backups, { recursive: true, mode: 0o700 }));
  return backups;
}

/** @throws Refusal `network_folder`, `file_unwritable` */
export function prepareFolder(folder: string, ports: Ports): void {
  ensure(!ports.isNetworkFolder(folder), 'network_folder');
  naming('writing', () => mkdirSync(folder, { recursive: true, mode: 0o700 }));
}

/** Removes what a creation left that was cut off. @throws Refusal `already_initialized` where a ledger, or its keys, lie */
export function clearForCreation(folder: string): void {
  const unfinished = unfinishedDatabaseFile(folder);
  ensure(!existsSync(databaseFile(folder)), 'already_initialized');
  ensure(!existsSync(slotFile(folder)) || existsSync(unfinished), 'already_initialized');
  naming('writing', () => {
    rmSync(slotFile(folder), { force: true });
    for (const tail of ['-wal', '-shm', '-journal', '']) rmSync(unfinished + tail, { force: true });
  });
}

/** Whether a ledger counts as being there, openable or not. */
export function databaseExists(folder: string): boolean {
  return existsSync(databaseFile(folder));
}

/** @throws Refusal `network_folder`, `not_initialized`, `database_missing`, `slots_missing`, `database_damaged` */
export function findLedger(folder: string, ports: Ports): void {
  if (!existsSync(folder)) throw new Refusal('not_initialized');
  ensure(!ports.isNetworkFolder(folder), 'network_folder');
  const slots = existsSync(slotFile(folder));
  if (!existsSync(databaseFile(folder))) {
    const lost = slots && !existsSync(unfinishedDatabaseFile(folder));
    throw new Refusal(lost ? 'database_missing' : 'not_initialized');
  }
  ensure(slots, 'slots_missing');
  // SQLite would take an empty file for a new database.
  ensure(statSync(databaseFile(folder)).size > 0, 'database_damaged', { cause: 'empty' });
}

export function keepPrivate(file: string): void {
  naming('writing', () => chmodSync(file, 0o600));
}
