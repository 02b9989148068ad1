/**
 * A backup on its way back: copied into a folder of its own beside the books, opened and proved there, told in its
 * history that it goes on in their place. The backup itself is only read, so it may lie on a medium that cannot be
 * written; the books of now are not touched before `placing`.
 */
import { existsSync, statSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type Database from 'better-sqlite3';
import type { CountedRows } from '../../shared/contract/restoring.ts';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import type { Advance } from './advance.ts';
import { readAnchor } from './anchor-file.ts';
import { anchorBeside, anchorOfPc } from './anchors.ts';
import { verifyHistory } from './audit-chain.ts';
import { lastAuditRow } from './audit-sql.ts';
import { countedRows } from './counted-rows-sql.ts';
import { databaseFile, findLedger, keepPrivate } from './data-folder.ts';
import { named, naming } from './file-errors.ts';
import type { Restoring, WentOn } from './history-loss.ts';
import { type OpenLedger, openWithKeys } from './ledger-store.ts';
import type { NewOffice } from './office-sql.ts';
import { closeDatabase, quickCheck } from './open-database.ts';
import { dropPrepared, hasBooks, preparePlace } from './placing.ts';
import type { Ports } from './ports.ts';
import { readSlots, slotFile } from './slot-file.ts';
import { statements } from './statements.ts';
import { type Credentials, openWithSlotKey, type Unlocked, unlock } from './unlock.ts';

/** A backup whose keys were unwrapped. */
export interface OpenedBackup {
  /** Its folder. */
  readonly source: string;
  readonly dataId: string;
  readonly unlocked: Unlocked;
}

/** A copy that is ready to be put in place, and what it says. */
export interface PreparedBackup extends WentOn {
  readonly prepared: string;
  /** Name of the folder that takes the books of now; null where there are none. */
  readonly movedTo: string | null;
  readonly office: NewOffice;
  readonly lastWriteAt: string;
  readonly bytes: number;
  readonly rows: Readonly<Record<CountedRows, number>>;
  readonly epoch: number;
}

/**
 * Unwraps the keys of a backup. Wrong passwords count, and lock, as at signing in.
 * @param path its folder, or the database in it
 * @throws Refusal `restore_not_a_backup`, `restore_other_office` where the data folder's keys or its anchor are of
 *   another ledger, and as `unlock`
 */
export async function openBackup(
  folder: string,
  ports: Ports,
  path: string,
  credentials: Credentials,
): Promise<OpenedBackup> {
  const source = sourceFolder(path);
  ensure(source !== undefined && resolve(source) !== resolve(folder), 'restore_not_a_backup');
  const slots = readSlots(source);
  const here = dataIdHere(folder);
  ensure(here === undefined || here === slots.dataId, 'restore_other_office');
  const unlocked = await unlock(folder, ports, slots, credentials);
  return { source, dataId: slots.dataId, unlocked };
}

/**
 * Copies the backup, proves the copy (each page's seal, quick_check, the whole history, then the anchors of the
 * books of now), and lets it go on from there. What is left of it when it fails is gone.
 * @throws Refusal `not_allowed` unless an administrator of the backup opened it, `database_damaged`, `history_broken`,
 *   `newer_schema`, `disk_full`, `file_unwritable`, `file_unreadable`, `cancelled`
 */
export async function prepareBackup(
  folder: string,
  ports: Ports,
  backup: OpenedBackup,
  why: Omit<Restoring, 'backup'>,
  advance: Advance,
): Promise<PreparedBackup> {
  const { prepared, movedTo } = preparePlace(folder, ports.clock.now());
  try {
    await advance('copy', 0, PARTS);
    const applicationData = join(prepared, 'pc');
    await copyParts(folder, ports, applicationData, backup, prepared);
    const place = { ...ports, applicationData };
    const copy = await openWithKeys(prepared, place, backup.dataId, backup.unlocked);
    try {
      const told = await proved(copy, { ...why, backup: basename(backup.source) }, advance);
      return {
        prepared,
        movedTo: hasBooks(folder) ? movedTo : null,
        bytes: statSync(databaseFile(backup.source)).size,
        ...told,
      };
    } finally {
      copy.close();
    }
  } catch (error) {
    dropPrepared(prepared);
    throw error;
  }
}

/**
 * Whether the ledger of the folder can be opened at all, as far as the key of its backup tells. To be called by who
 * holds the folder for itself. @throws Refusal `file_unreadable`, `disk_full` and others that say nothing about it
 */
export function canBeOpened(
  Sqlite: typeof Database,
  folder: string,
  ports: Ports,
  { dataId, unlocked }: OpenedBackup,
): boolean {
  try {
    findLedger(folder, ports);
    if (readSlots(folder).dataId !== dataId) return false;
    const db = openWithSlotKey(Sqlite, folder, unlocked.dataKey);
    try {
      quickCheck(db);
      naming('reading', () => verifyHistory(statements(db)));
      return true;
    } finally {
      closeDatabase(db);
    }
  } catch (error) {
    if (error instanceof Refusal && BROKEN.has(error.code)) return false;
    throw error;
  }
}

const BROKEN: ReadonlySet<string> = new Set([
  'not_initialized',
  'database_missing',
  'database_damaged',
  'slots_missing',
  'slots_damaged',
  'slots_foreign',
  'history_broken',
]);

const PARTS = 4;

async function proved(copy: OpenLedger, restoring: Restoring, advance: Advance) {
  const parts = copy.verification();
  try {
    for (let done = 1, part = parts.next(); !part.done; done++, part = parts.next())
      await advance(part.value, done, PARTS);
  } catch (error) {
    // Less than the anchors know is what a backup is; the steps before it looked at everything in it.
    if (!(error instanceof Refusal && error.code === 'history_lost')) throw error;
  }
  const told = copy.read((db) => ({ rows: countedRows(db), lastWriteAt: lastAuditRow(db)?.at ?? '' }));
  const wentOn = copy.goOnFromBackup(restoring);
  return { ...told, ...wentOn, office: copy.ownOffice, epoch: copy.epoch().counter };
}

/** The anchors of the books of now go with it, those of the PC too: the real ones move only once it is in place. */
async function copyParts(
  folder: string,
  ports: Ports,
  applicationData: string,
  { source, dataId }: OpenedBackup,
  prepared: string,
): Promise<void> {
  const database = databaseFile(source);
  const pairs = [
    [database, databaseFile(prepared)],
    [`${database}-wal`, `${databaseFile(prepared)}-wal`],
    [slotFile(source), slotFile(prepared)],
    [anchorBeside(folder), anchorBeside(prepared)],
    [anchorOfPc(ports.applicationData, dataId), anchorOfPc(applicationData, dataId)],
  ] as const;
  for (const [from, to] of pairs) {
    if (!existsSync(from)) continue;
    try {
      await mkdir(dirname(to), { recursive: true, mode: 0o700 });
      await copyFile(from, to);
    } catch (error) {
      throw named(error, 'writing');
    }
    keepPrivate(to);
  }
}

function sourceFolder(path: string): string | undefined {
  const folder = [path, dirname(path)].find((each) => existsSync(databaseFile(each)));
  return folder !== undefined && existsSync(slotFile(folder)) ? folder : undefined;
}

/** Of the ledger in the folder; undefined where nothing there says whose it is. */
function dataIdHere(folder: string): string | undefined {
  try {
    return readSlots(folder).dataId;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return readAnchor(anchorBeside(folder))?.dataId;
  }
}
