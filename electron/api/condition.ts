import type { ErrorCode } from '../../shared/vocabulary/error-codes.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { allReceived, sentBundles } from '../exchange/bundle-log-sql.ts';
import { attemptsOf } from '../store/attempts.ts';
import { lastAuditRow } from '../store/audit-sql.ts';
import { listBackups } from '../store/backups.ts';
import { databaseExists, findLedger } from '../store/data-folder.ts';
import { auditHead } from '../store/history-check.ts';
import { loadSqlite } from '../store/open-database.ts';
import { finishPlacing } from '../store/placing.ts';
import { readSlots } from '../store/slot-file.ts';
import type { Host } from './host.ts';
import { openLedgerOf } from './procedures.ts';

/** What anybody at the PC may see before signing in. */
export async function statusOf(host: Host) {
  const { folder, ports, office } = host;
  await finishRestoring(host);
  const initialized = databaseExists(folder);
  return {
    initialized,
    unlocked: host.ledger !== null,
    problem: problemOf(host),
    today: ports.clock.today(),
    office: office && { code: office.code, name: office.name, role: office.kind, demo: office.demo },
    accounts: initialized ? accountsOnDisk(host) : [],
    lastBackupAt: lastBackupAt(folder),
  };
}

/** A backup whose placing was cut off is in place first; what keeps it from that is the status' `problem`. */
async function finishRestoring({ folder, ledger }: Host): Promise<void> {
  if (ledger) return;
  try {
    finishPlacing(await loadSqlite(), folder);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** A folder without anything is no problem: the first set-up begins there. */
function problemOf({ folder, ports }: Host): ErrorCode | null {
  try {
    findLedger(folder, ports);
    readSlots(folder);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code === 'not_initialized' ? null : error.code;
  }
}

/** Names stand in the key slots in the clear; slots that cannot be read are the status' `problem`. */
function accountsOnDisk({ folder, ports }: Host) {
  try {
    return readSlots(folder).accounts.map(({ name }) => {
      const attempts = attemptsOf(folder, ports, name);
      return { name, locked: attempts.retryAfterSeconds > 0, ...attempts };
    });
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

/** Is everything saved, is there a backup, what was sent and received last. */
export function conditionOf(host: Host) {
  const ledger = openLedgerOf(host);
  return ledger.read((db) => {
    const [sent] = sentBundles(db, { unacknowledged: false, offset: 0, limit: 1 });
    const [received] = allReceived(db, 0, 1);
    return {
      today: host.ports.clock.today(),
      lastBackupAt: lastBackupAt(host.folder),
      backupProblem: host.backupProblem,
      lastSent: sent
        ? { sequence: sent.sequence, createdAt: sent.created_at, acknowledgedAt: sent.acknowledged_at }
        : null,
      lastReceived: received ? { sequence: received.sequence, at: received.received_at } : null,
      savedAt: lastAuditRow(db)?.at ?? null,
      auditEntries: auditHead(db).seq,
    };
  });
}

/** Backups that cannot be read are none, and keep nobody from signing in. */
function lastBackupAt(folder: string): string | null {
  try {
    return listBackups(folder)[0]?.at ?? null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
