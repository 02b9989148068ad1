/** The ledger as the rest of the core opens it: the store, its accounts, its history, its keys' keeper. */

import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { AccountId } from '../../shared/vocabulary/ids.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { accountById, type LedgerAccount } from './account-sql.ts';
import { type Accounts, accountsOf, activeAccount } from './accounts.ts';
import { writeAnchor } from './anchor-file.ts';
import { type Anchors, type AnchorWarning, anchorBeside, openAnchors } from './anchors.ts';
import { type AuditHead, verifyHistory } from './audit-chain.ts';
import { backupDatabase } from './backup.ts';
import { checkNewLedger, type NewLedger, writeNewLedger } from './create-ledger.ts';
import { backupFolder, databaseFile, findLedger, prepareFolder } from './data-folder.ts';
import { naming } from './file-errors.ts';
import { givenNumbers } from './given-numbers-sql.ts';
import type { Store } from './handles.ts';
import { anchored, auditHead, missingWrites } from './history-check.ts';
import {
  acceptHistoryLoss,
  goOnFromBackup,
  type Restoring,
  setReadOnly,
  type WentOn,
} from './history-loss.ts';
import { withSlot } from './key-slots.ts';
import { checkSchema, migrate, pendingMigrations, schemaNumber } from './migrate.ts';
import {
  type Epoch,
  type Installation,
  installation,
  type NewOffice,
  ownEpoch,
  ownOffice,
} from './office-sql.ts';
import { type Connection, closeDatabase, loadSqlite, quickCheck } from './open-database.ts';
import { checkPages } from './page-check.ts';
import { clearUnfinished, finishPlacing } from './placing.ts';
import type { Ports } from './ports.ts';
import type { HeldKey } from './register-key-grants.ts';
import { markScrubbed, unscrubbed } from './register-key-sql.ts';
import { ifWritable, type RegisterKeys, registerKeysOf, settleRegisterKey } from './register-keys.ts';
import { takeWriterLock, type WriterLock } from './single-writer.ts';
import { readSlots, writeSlots } from './slot-file.ts';
import { appendToHistory, type HistoryLoss, type Transactions, transactions } from './transactions.ts';
import { type Credentials, openWithSlotKey, type Unlocked, unlock } from './unlock.ts';

export interface OpenLedger extends Store, Accounts, RegisterKeys {
  /** Who opened it. By recovery code: pk 0, no name, administrator. */
  readonly account: LedgerAccount;
  readonly openedBy: 'password' | 'recovery';
  readonly installation: Installation;
  readonly ownOffice: NewOffice;
  /** This PC has not opened the ledger before, so that an old copy could not have been noticed. */
  readonly newHere: boolean;
  readonly readOnlyBecause: HistoryLoss | undefined;
  /** Anchors that were damaged or cannot be written; the writes themselves stand. */
  warnings(): readonly AnchorWarning[];
  auditHead(): AuditHead;
  epoch(): Epoch;
  /**
   * Looks at everything: each page's seal, SQLite's quick_check, each row of the history, the anchors.
   * @throws Refusal `database_damaged`, `history_broken` (`seq`), `history_lost` (`missing`)
   */
  verify(): Verified;
  /** The same in parts: each step looks at the part that was named before it. */
  verification(): Generator<VerifiedPart, Verified, void>;
  /**
   * Goes on from an older state: a new epoch, told in the history with the reason; writes are allowed again.
   * @throws Refusal `not_allowed` unless an administrator acts, `missing_field` without a reason
   */
  acceptHistoryLoss(reason: string, by?: number): void;
  /**
   * Tells the history that this copy goes on in place of newer books; a new epoch unless the anchors know that
   * nothing is missing.
   * @throws Refusal `not_allowed` unless an administrator acts, `missing_field` without a reason
   */
  goOnFromBackup(restoring: Restoring): WentOn;
  /**
   * A proved copy of the database with its key slots and the head of its history, in a folder that exists and is
   * empty. Opens with today's passwords.
   * @throws Refusal `disk_full`, `file_unwritable`, `database_damaged`
   */
  backup(folder: string): AuditHead;
  /**
   * Clears from the file what erasures left in its free bytes: the file is written anew, its log emptied. Does
   * nothing when no erasure waits for it. @throws Refusal `disk_full`, `file_unwritable`; it waits on then
   */
  scrub(by?: number): void;
  /** Empties the log, closes the files, wipes the key, lets the next writer in. Twice is once. */
  close(): void;
}

export type { Credentials, NewLedger };

export interface Verified {
  readonly entries: number;
  readonly head: AuditHead;
}

export type VerifiedPart = 'pages' | 'database' | 'history';

/**
 * Makes a ledger in a folder that has none and opens it.
 * @returns the open ledger, and the recovery code, which is shown now or never
 * @throws Refusal `already_initialized`, `network_folder`, `weak_password`, `invalid_input` (`field`), `in_use`,
 *   `disk_full`, `file_unwritable`, `runtime_too_old`; the folder can then be tried again
 */
export async function createLedger(
  folder: string,
  ports: Ports,
  details: NewLedger,
): Promise<{ store: OpenLedger; recoveryCode: string }> {
  const checked = checkNewLedger(details);
  const Sqlite = await loadSqlite();
  prepareFolder(folder, ports);
  finishPlacing(Sqlite, folder);
  const lock = takeWriterLock(Sqlite, folder);
  return orRelease(lock, async () => {
    const { dataId, recoveryCode, ...unlocked } = await writeNewLedger(Sqlite, folder, ports, checked);
    const store = openUnlocked({ Sqlite, folder, ports, lock }, dataId, unlocked);
    return { store, recoveryCode };
  });
}

/**
 * Opens a ledger for writing, by one process at a time.
 * @throws Refusal `not_initialized`, `database_missing`, `slots_missing`, `slots_damaged`, `slots_foreign`,
 *   `wrong_password`, `account_locked`, `account_disabled`, `recovery_wrong`, `database_damaged`,
 *   `history_broken`, `newer_schema`, `network_folder`, `in_use`, `disk_full`, `file_unreadable`,
 *   `file_unwritable`, `runtime_too_old`. Lost history is no error here: see `readOnlyBecause`.
 */
export async function openLedger(
  folder: string,
  ports: Ports,
  credentials: Credentials,
): Promise<OpenLedger> {
  const Sqlite = await loadSqlite();
  finishPlacing(Sqlite, folder);
  findLedger(folder, ports);
  const lock = takeWriterLock(Sqlite, folder);
  return orRelease(lock, async () => {
    ifWritable(() => clearUnfinished(folder));
    const slots = readSlots(folder);
    const unlocked = await unlock(folder, ports, slots, credentials);
    return openUnlocked({ Sqlite, folder, ports, lock }, slots.dataId, unlocked);
  });
}

/** Opens a ledger whose keys were unwrapped already. @throws Refusal as `openLedger` */
export async function openWithKeys(
  folder: string,
  ports: Ports,
  dataId: string,
  unlocked: Unlocked,
): Promise<OpenLedger> {
  const Sqlite = await loadSqlite();
  findLedger(folder, ports);
  const lock = takeWriterLock(Sqlite, folder);
  return orRelease(lock, async () => openUnlocked({ Sqlite, folder, ports, lock }, dataId, unlocked));
}

interface Place {
  readonly Sqlite: typeof Database;
  readonly folder: string;
  readonly ports: Ports;
  readonly lock: WriterLock;
}

async function orRelease<T>(lock: WriterLock, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openUnlocked(place: Place, dataId: string, unlocked: Unlocked): OpenLedger {
  const { Sqlite, folder, ports } = place;
  const connection = openWithSlotKey(Sqlite, folder, unlocked.dataKey);
  let anchors: Anchors | undefined;
  try {
    checkSchema(connection);
    anchors = openAnchors(folder, ports, dataId);
    const ledger: Transactions = transactions(connection, ports, () => anchors?.write(anchored(ledger.db)));
    ensure(installation(ledger.db).dataId === dataId, 'slots_foreign');
    const missing = missingWrites(ledger.db, anchors.found);
    bringUpToDate(place, connection, ledger, unlocked.dataKey);
    const account = openingAccount(ledger, unlocked);
    if (missing > 0) setReadOnly({ connection, ledger }, { code: 'history_lost', missing });
    else anchors.write(anchored(ledger.db));
    const held = missing > 0 ? undefined : takeKeys(place, connection, ledger, unlocked, account);
    return assemble(place, connection, ledger, anchors, unlocked, account, held);
  } catch (error) {
    anchors?.close();
    closeDatabase(connection);
    throw error;
  }
}

function bringUpToDate(place: Place, connection: Connection, ledger: Transactions, dataKey: Buffer): void {
  const pending = pendingMigrations(connection);
  if (pending.length === 0) return;
  const { Sqlite, folder, ports } = place;
  const name = `before-migration-from-${schemaNumber(connection)}.db`;
  backupDatabase(Sqlite, connection, dataKey, join(backupFolder(folder), name));
  migrate(connection, pending, ({ number }) => {
    const entry = { at: ports.clock.now(), account: 0, action: 'ledger.migrate', body: { number } };
    appendToHistory(ledger.db, ports, entry);
  });
}

/** The account's own keys and, where it holds it, the register key; what erasures left to be cleared is cleared. */
function takeKeys(
  { folder, ports }: Place,
  connection: Connection,
  ledger: Transactions,
  { keys, slot }: Unlocked,
  account: LedgerAccount,
): HeldKey | undefined {
  const kept = slot && readSlots(folder).accounts.find(({ id }) => id === slot.id);
  const isKept = ifWritable(() => {
    if (slot && kept?.keyPair === null) writeSlots(folder, withSlot(readSlots(folder), slot));
    return true;
  });
  const held = isKept ? settleRegisterKey(folder, ports, ledger, { account, keys }) : undefined;
  ifWritable(() => scrub(connection, ledger, account.pk));
  return held;
}

function scrub(connection: Connection, ledger: Transactions, by: number): void {
  if (unscrubbed(ledger.db) === 0) return;
  naming('writing', () => {
    connection.exec('VACUUM');
    connection.pragma('wal_checkpoint(TRUNCATE)');
  });
  ledger.write(by, 'ledger.scrub', (write) => {
    write.undo.leaveNoStep();
    write.record({ erasures: markScrubbed(write) });
  });
}

function openingAccount(ledger: Transactions, { accountId }: Unlocked): LedgerAccount {
  if (accountId === undefined) return RECOVERY_ACCOUNT;
  const account = accountById(ledger.db, accountId);
  ensure(account, 'slots_foreign');
  return activeAccount(account);
}

const RECOVERY_ACCOUNT: LedgerAccount = {
  pk: 0,
  id: '00000000-0000-0000-0000-000000000000' as AccountId,
  name: '',
  roles: ['administrator'],
  single: false,
  disabled: false,
};

function assemble(
  { folder, ports, lock, Sqlite }: Place,
  connection: Connection,
  ledger: Transactions,
  anchors: Anchors,
  { dataKey, keys, accountId }: Unlocked,
  account: LedgerAccount,
  held: HeldKey | undefined,
): OpenLedger {
  const { db } = ledger;
  const history = { connection, ledger, anchors, ports };
  return {
    ...accountsOf(folder, ports, dataKey, ledger, account.pk, held),
    ...registerKeysOf(folder, ports, ledger, account, held),
    office: ledger.office,
    read: ledger.read,
    write: ledger.write,
    rehearse: ledger.rehearse,
    account,
    openedBy: accountId === undefined ? 'recovery' : 'password',
    newHere: anchors.newHere,
    get installation() {
      return installation(db);
    },
    get ownOffice() {
      return ownOffice(db);
    },
    get readOnlyBecause() {
      return ledger.readOnlyBecause;
    },
    warnings: anchors.warnings,
    auditHead: () => auditHead(db),
    epoch: () => ownEpoch(db),
    verify: () => atOnce(verifyAll(folder, connection, ledger, anchors, dataKey)),
    verification: () => verifyAll(folder, connection, ledger, anchors, dataKey),
    acceptHistoryLoss: (reason, by = account.pk) => acceptHistoryLoss(history, reason, by),
    goOnFromBackup: (restoring) => goOnFromBackup(history, account.pk, restoring),
    scrub: (by = account.pk) => scrub(connection, ledger, by),
    backup(target) {
      const head = backupDatabase(Sqlite, connection, dataKey, databaseFile(target));
      writeSlots(target, readSlots(folder));
      const numbers = givenNumbers(db);
      naming('writing', () =>
        writeAnchor(anchorBeside(target), installation(db).dataId, { ...head, numbers }),
      );
      return head;
    },
    close() {
      if (!connection.open) return;
      closeDatabase(connection);
      anchors.close();
      lock.release();
      for (const secret of [dataKey, keys.private, held?.keys.private]) secret?.fill(0);
    },
  };
}

function atOnce<Answer>(parts: Generator<unknown, Answer, void>): Answer {
  for (;;) {
    const part = parts.next();
    if (part.done) return part.value;
  }
}

function* verifyAll(
  folder: string,
  connection: Connection,
  { db, readOnlyBecause }: Transactions,
  anchors: Anchors,
  dataKey: Buffer,
): Generator<VerifiedPart, Verified, void> {
  yield 'pages';
  connection.pragma('wal_checkpoint(TRUNCATE)');
  const { broken } = checkPages(databaseFile(folder), dataKey);
  ensure(broken === 0, 'database_damaged', { pages: broken });
  yield 'database';
  quickCheck(connection);
  yield 'history';
  const history = verifyHistory(db);
  const missing = readOnlyBecause?.missing ?? missingWrites(db, anchors.found);
  ensure(missing === 0, 'history_lost', { missing });
  return history;
}
