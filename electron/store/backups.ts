import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../shared/vocabulary/dates.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { renamePatiently, syncFolder } from './atomic-file.ts';
import { backupFolder, databaseFile } from './data-folder.ts';
import { codeOf, naming } from './file-errors.ts';
import type { OpenLedger } from './ledger-store.ts';

/**
 * The backups of a data folder: `backups/YYYYMMDD-HHMMSS/` (UTC), each a data folder of its own: a proved copy of
 * the database, its key slots, its anchor. One that ends in `.new` was cut off and counts for nothing.
 */
export interface Backup {
  readonly fileName: string;
  readonly at: Instant;
  /** Of the database. */
  readonly bytes: number;
}

const KEPT = 20;
const NAME = /^(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})$/;

/**
 * Makes a backup and proves it: opened, quick_check, head of the history compared. Then those go that are too
 * many: first all but the last of their day, then the oldest; the new one stays, whatever the clock says.
 * @throws Refusal `disk_full`, `file_unwritable`, `database_damaged`, and `history_lost` (`missing`): copies without
 *   the lost writes would in time push out those that have them; the older backups stay
 */
export function makeBackup(ledger: OpenLedger, folder: string, now: Instant): Backup {
  const loss = ledger.readOnlyBecause;
  ensure(!loss, 'history_lost', { missing: loss?.missing ?? 0 });
  const backups = backupFolder(folder);
  const fileName = now.slice(0, 19).replaceAll('-', '').replaceAll(':', '').replace('T', '-');
  const unfinished = join(backups, `${fileName}.new`);
  removeCutOff(backups);
  try {
    naming('writing', () => mkdirSync(unfinished, { mode: 0o700, recursive: true }));
    ledger.backup(unfinished);
    naming('writing', () => {
      rmSync(join(backups, fileName), { recursive: true, force: true });
      renamePatiently(unfinished, join(backups, fileName));
      syncFolder(backups);
    });
  } finally {
    remove(backups, `${fileName}.new`);
  }
  for (const name of surplus(listBackups(folder).map((backup) => backup.fileName)))
    if (name !== fileName) remove(backups, name);
  return backupAt(backups, fileName);
}

/** The newest first. @throws Refusal `file_unreadable` */
export function listBackups(folder: string): Backup[] {
  const backups = join(folder, 'backups');
  if (!existsSync(backups)) return [];
  return naming('reading', () =>
    readdirSync(backups)
      .filter((name) => NAME.test(name) && existsSync(databaseFile(join(backups, name))))
      .sort()
      .reverse()
      .map((name) => backupAt(backups, name)),
  );
}

/** @param names newest first. @returns those to go */
function surplus(names: readonly string[]): string[] {
  const isLastOfDay = (name: string, at: number) => name.slice(0, 8) !== names[at - 1]?.slice(0, 8);
  const last = names.filter(isLastOfDay);
  return [...last, ...names.filter((name) => !last.includes(name))].slice(KEPT);
}

function removeCutOff(backups: string): void {
  const names = naming('reading', () => readdirSync(backups));
  for (const name of names)
    if (name.endsWith('.new') && NAME.test(name.slice(0, -'.new'.length))) remove(backups, name);
}

/** What cannot be removed now is tried again with the next backup. */
function remove(backups: string, name: string): void {
  try {
    rmSync(join(backups, name), { recursive: true, force: true });
  } catch (error) {
    if (codeOf(error) === '') throw error;
  }
}

function backupAt(backups: string, fileName: string): Backup {
  const at = fileName.replace(NAME, '$1-$2-$3T$4:$5:$6.000Z') as Instant;
  return { fileName, at, bytes: statSync(databaseFile(join(backups, fileName))).size };
}
