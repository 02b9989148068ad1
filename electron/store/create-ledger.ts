import { renameSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { ACCOUNT_ROLES, type AccountRole, type InstallationRole } from '../../shared/vocabulary/words.ts';
import { accountName } from './account-name.ts';
import { insertAccount } from './account-sql.ts';
import { syncFolder } from './atomic-file.ts';
import { clearForCreation, databaseFile, keepPrivate, unfinishedDatabaseFile } from './data-folder.ts';
import { naming } from './file-errors.ts';
import { accountSlot, createSlots, withSlot } from './key-slots.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { insertInstallation, insertOwnOffice, type NewOffice } from './office-sql.ts';
import { closeDatabase, openDatabase } from './open-database.ts';
import { checkPassword } from './password-key.ts';
import type { Ports } from './ports.ts';
import { type KeyPair, keyPairOf } from './sealed-box.ts';
import { writeSlots } from './slot-file.ts';
import { transactions } from './transactions.ts';

export interface NewLedger {
  readonly office: NewOffice;
  /** `single` keeps the mark that one account has every role. */
  readonly account: {
    readonly name: string;
    readonly roles: readonly AccountRole[];
    readonly single: boolean;
  };
  readonly password: string;
}

export interface CreatedLedger {
  readonly dataId: string;
  readonly dataKey: Buffer;
  readonly accountId: string;
  /** The first account's own. */
  readonly keys: KeyPair;
  readonly recoveryCode: string;
}

/** @returns the details as they are stored. @throws Refusal `invalid_input`, `weak_password` */
export function checkNewLedger(details: NewLedger): NewLedger {
  const { office, account, password } = details;
  for (const field of ['id', 'code', 'name'] as const)
    ensure(office[field].trim() !== '', 'invalid_input', { field: `office.${field}` });
  checkRoles(account.roles, office.kind);
  const name = accountName(account.name);
  checkPassword(password, name);
  return { ...details, account: { ...account, name } };
}

/**
 * Writes a whole ledger under a name that does not count, then its key slots, then gives it its name. Cut off
 * anywhere before that last step, the folder can be created again; after it, the ledger is complete.
 * @throws Refusal `already_initialized`, `disk_full`, `file_unwritable`
 */
export async function writeNewLedger(
  Sqlite: typeof Database,
  folder: string,
  ports: Ports,
  details: NewLedger,
): Promise<CreatedLedger> {
  clearForCreation(folder);
  const dataId = ports.newId();
  const dataKey = ports.random(32);
  const accountId = ports.newId();
  const { slots, recoveryCode } = createSlots(ports, dataId, dataKey);
  const account = { id: accountId, name: details.account.name };
  const keys = keyPairOf(ports.random(32));
  const slot = await accountSlot(ports, dataId, dataKey, account, details.password, keys);
  writeNewDatabase(Sqlite, folder, ports, details, { dataId, dataKey, accountId });
  writeSlots(folder, withSlot(slots, slot));
  naming('writing', () => {
    renameSync(unfinishedDatabaseFile(folder), databaseFile(folder));
    syncFolder(folder);
  });
  return { dataId, dataKey, accountId, keys, recoveryCode };
}

/** @throws Refusal `invalid_input` unless these are roles of such an installation */
export function checkRoles(roles: readonly AccountRole[], kind: InstallationRole): void {
  const foreign: readonly AccountRole[] = kind === 'office' ? ['member', 'leader'] : ['clerk', 'reviewer'];
  const legal = roles.every((role) => ACCOUNT_ROLES.includes(role) && !foreign.includes(role));
  ensure(legal && roles.length > 0 && new Set(roles).size === roles.length, 'invalid_input', {
    field: 'roles',
  });
}

function writeNewDatabase(
  Sqlite: typeof Database,
  folder: string,
  ports: Ports,
  { office, account }: NewLedger,
  { dataId, dataKey, accountId }: Pick<CreatedLedger, 'dataId' | 'dataKey' | 'accountId'>,
): void {
  const file = unfinishedDatabaseFile(folder);
  const connection = openDatabase(Sqlite, file, dataKey, 'new');
  try {
    keepPrivate(file);
    migrate(connection, MIGRATIONS);
    const history = transactions(connection, ports, () => undefined);
    insertFirstRows(history.db, ports, office, dataId, account.single);
    history.write(0, 'ledger.create', (write) => {
      insertAccount(write, {
        id: accountId,
        name: account.name,
        roles: account.roles,
        single: account.single,
      });
      write.record({ office: office.id, kind: office.kind, demo: office.demo, single: account.single });
    });
  } finally {
    closeDatabase(connection);
  }
}

/** Before the first audit row, since its hash hangs on the data id and its revision on the office. */
function insertFirstRows(
  db: Parameters<typeof insertOwnOffice>[0],
  ports: Ports,
  office: NewOffice,
  dataId: string,
  singleAccount: boolean,
): void {
  insertOwnOffice(db, office, ports.newId());
  insertInstallation(db, {
    dataId,
    createdAt: ports.clock.now(),
    demo: office.demo,
    singleAccount,
    recoveryConfirmedAt: undefined,
  });
}
