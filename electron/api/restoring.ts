import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Given } from '../../shared/contract/base.ts';
import { COUNTED_ROWS, type CountedRows, type restoring } from '../../shared/contract/restoring.ts';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import type { Advance } from '../store/advance.ts';
import { readAnchor } from '../store/anchor-file.ts';
import { anchorBeside } from '../store/anchors.ts';
import { listBackups } from '../store/backups.ts';
import { countedRows } from '../store/counted-rows-sql.ts';
import { prepareFolder } from '../store/data-folder.ts';
import { naming } from '../store/file-errors.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import { loadSqlite } from '../store/open-database.ts';
import { carryThrough, clearUnfinished, dropPrepared, placing } from '../store/placing.ts';
import {
  canBeOpened,
  type OpenedBackup,
  openBackup,
  type PreparedBackup,
  prepareBackup,
} from '../store/restore.ts';
import { takeWriterLock } from '../store/single-writer.ts';
import { type Host, lockHost } from './host.ts';
import { working } from './work.ts';

type Asked = Given<typeof restoring.restoreBackup>;

/** What a rehearsal says where no reason was given yet; it goes with the copy. */
const REHEARSAL = 'rehearsal';

/**
 * Puts a backup in the place of the books of now, or tries it: with an open ledger by its administrator, without one
 * only where what lies in the folder cannot be opened.
 * @throws Refusal `missing_field` (`reason`), `not_allowed`, `restore_sign_in`, `in_use` when the books were written
 *   meanwhile, and as `openBackup` and `prepareBackup`
 */
export async function restoreBackup(host: Host, asked: Asked, signal: AbortSignal | undefined) {
  ensure(!asked.apply || asked.reason, 'missing_field', { field: 'reason' });
  const { ledger } = host;
  return await working(host, 'restoreBackup', signal, (advance) =>
    ledger ? overOpenLedger(host, ledger, asked, advance) : overBrokenLedger(host, asked, advance),
  );
}

async function overOpenLedger(host: Host, ledger: OpenLedger, asked: Asked, advance: Advance) {
  const { folder, ports } = host;
  ensure(ledger.account.roles.includes('administrator'), 'not_allowed', { needs: ['administrator'] });
  const Sqlite = await loadSqlite();
  const begunAt = anchoredSeq(folder);
  const now = countsIfReadable(ledger);
  const backup = await openBackup(folder, ports, pathOf(folder, asked.from), asked.secret);
  return await tried(host, backup, asked, advance, now, (copy) => {
    ensure(copy.office.id === ledger.ownOffice.id, 'restore_other_office');
    ensure(host.ledger === ledger && anchoredSeq(folder) === begunAt, 'in_use');
    lockHost(host);
    const lock = takeWriterLock(Sqlite, folder);
    try {
      place(host, copy);
    } finally {
      lock.release();
    }
  });
}

async function overBrokenLedger(host: Host, asked: Asked, advance: Advance) {
  const { folder, ports } = host;
  const Sqlite = await loadSqlite();
  prepareFolder(folder, ports);
  const lock = takeWriterLock(Sqlite, folder);
  try {
    const backup = await openBackup(folder, ports, pathOf(folder, asked.from), asked.secret);
    ensure(!canBeOpened(Sqlite, folder, ports, backup), 'restore_sign_in');
    return await tried(host, backup, asked, advance, null, (copy) => place(host, copy));
  } finally {
    lock.release();
  }
}

type Counts = Readonly<Record<CountedRows, number>>;

async function tried(
  { folder, ports }: Host,
  backup: OpenedBackup,
  { apply, reason = REHEARSAL, lastNumbers }: Asked,
  advance: Advance,
  now: Counts | null,
  put: (copy: PreparedBackup) => void,
) {
  const copy = await prepareBackup(folder, ports, backup, { reason, lastNumbers }, advance);
  try {
    if (apply) {
      await advance('place', 0, 0, false);
      put(copy);
    }
    return answer(copy, now, apply);
  } finally {
    dropPrepared(copy.prepared);
  }
}

/** In one go, so that no other call comes between. */
function place(host: Host, copy: PreparedBackup): void {
  carryThrough(placing(host.folder, copy.prepared));
  clearUnfinished(host.folder);
  host.office = copy.office;
  host.backupProblem = null;
}

function answer(copy: PreparedBackup, now: Counts | null, applied: boolean) {
  const { office, lastWriteAt, bytes, rows, missing, epoch, newEpoch, skippedNumbers, movedTo } = copy;
  return {
    applied,
    office: { code: office.code, name: office.name },
    lastWriteAt,
    bytes,
    rows: COUNTED_ROWS.map((kind) => ({ kind, backup: rows[kind], now: now?.[kind] ?? null })),
    missingWrites: missing,
    epoch,
    newEpoch,
    skippedNumbers: [...skippedNumbers],
    movedTo,
  };
}

/** @throws Refusal `restore_not_a_backup` for what is no backup of the list and no absolute path to something */
function pathOf(folder: string, from: string): string {
  const listed = listBackups(folder).some(({ fileName }) => fileName === from);
  const path = listed ? join(folder, 'backups', from) : from;
  ensure(isAbsolute(path) && existsSync(path), 'restore_not_a_backup');
  return path;
}

/** Moves with every write of the books of now. */
function anchoredSeq(folder: string): number | undefined {
  return readAnchor(anchorBeside(folder))?.seq;
}

/** Null where the file that is open is damaged in what is counted. */
function countsIfReadable(ledger: OpenLedger): Counts | null {
  try {
    return naming('reading', () => ledger.read(countedRows));
  } catch (error) {
    if (error instanceof Refusal && error.code === 'database_damaged') return null;
    throw error;
  }
}
