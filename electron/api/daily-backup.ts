import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { type Backup, listBackups, makeBackup } from '../store/backups.ts';
import type { Host } from './host.ts';
import { openLedgerOf } from './procedures.ts';

/** Hosts that people work with wait so long after the sign-in: the first page is to come up undisturbed. */
export const DAILY_BACKUP_AFTER_MS = 60_000;

/** Less than a working day and more than a long one's pauses, whatever the time zone. */
const DUE_AFTER_MS = 12 * 3_600_000;

/** Makes a backup now and forgets that an earlier one failed. @throws Refusal as `makeBackup` */
export function backUp(host: Host): Backup {
  const made = makeBackup(openLedgerOf(host), host.folder, host.ports.clock.now());
  host.backupProblem = null;
  return made;
}

/**
 * The first sign-in of a day is followed by a backup, some time after its answer: the copying stands in the way
 * of other calls for a moment. What goes wrong is kept for the status bar, and nothing else comes of it.
 */
export function backUpLater(host: Host): void {
  if (host.dailyBackupAfter === null) return;
  const { locks } = host;
  setTimeout(() => {
    if (host.locks === locks) backUpWhenDue(host);
  }, host.dailyBackupAfter).unref();
}

function backUpWhenDue(host: Host): void {
  try {
    if (isDue(host)) backUp(host);
  } catch (error) {
    host.backupProblem = error instanceof Refusal ? error.code : 'internal';
  }
}

function isDue(host: Host): boolean {
  if (openLedgerOf(host).readOnlyBecause) return false;
  const [newest] = listBackups(host.folder);
  const age = newest ? Date.parse(host.ports.clock.now()) - Date.parse(newest.at) : DUE_AFTER_MS;
  return age < 0 || age >= DUE_AFTER_MS;
}
