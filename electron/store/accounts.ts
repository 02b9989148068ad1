/**
 * Accounts and what opens them. Two places hold an account: its row in the ledger, with its history, and its slot
 * in `key-slots.json`. Rows are written first: an account without a slot opens nothing and can be completed, a
 * slot without a row would open for somebody unknown. Slots are re-read, changed and written without a pause
 * between, so that two changes at a time do not lose one.
 */
import { timingSafeEqual } from 'node:crypto';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { AccountRole } from '../../shared/vocabulary/words.ts';
import { accountName, foldAccountName } from './account-name.ts';
import {
  accountById,
  accountByName,
  accountByPk,
  allAccounts,
  insertAccount,
  type LedgerAccount,
  setDisabled,
  setRoles,
} from './account-sql.ts';
import { attempting } from './attempts.ts';
import { checkRoles } from './create-ledger.ts';
import type { Writable, Write } from './handles.ts';
import {
  accountSlot,
  openWithPassword,
  openWithRecovery,
  withNewRecovery,
  withoutAccount,
  withRecoveryKeys,
  withSlot,
} from './key-slots.ts';
import { ownOffice, setRecoveryConfirmed } from './office-sql.ts';
import { checkPassword } from './password-key.ts';
import type { Ports } from './ports.ts';
import { give, type HeldKey, mayHold, RECOVERY } from './register-key-grants.ts';
import { dropGrantsOf } from './register-key-sql.ts';
import type { KeyPair } from './sealed-box.ts';
import { type AccountSlot, readSlots, writeSlots } from './slot-file.ts';
import type { Transactions } from './transactions.ts';

export interface NewAccount {
  readonly name: string;
  readonly roles: readonly AccountRole[];
  readonly password: string;
}

/** `by` is the surrogate of the account that acts; who may is the API's to decide. */
export interface Accounts {
  accounts(): LedgerAccount[];
  /**
   * Adds an account; one whose slot was never written is completed, with the roles given now.
   * @throws Refusal `account_exists`, `weak_password`, `invalid_input` (`field`), and what a write throws
   */
  addAccount(account: NewAccount, by?: number): Promise<LedgerAccount>;
  /**
   * Proves a password while the ledger is open, with the same lock and the same time as opening it.
   * @throws Refusal `wrong_password` (`left`), `account_locked` (`minutes`), `account_disabled`
   */
  signIn(name: string, password: string): Promise<LedgerAccount>;
  /** @throws Refusal as `signIn` for the old password, `weak_password`; until it returns the old one opens */
  changePassword(name: string, oldPassword: string, newPassword: string): Promise<void>;
  /**
   * Gives an account a new password without the old one, and new keys: unless who resets it holds the register key,
   * the account no longer does. @throws Refusal `not_found`, `account_disabled`, `weak_password`
   */
  resetPassword(name: string, newPassword: string, by?: number): Promise<void>;
  /**
   * Disables an account for ever and removes its slot. The data key stays: backups still open with the old password.
   * @throws Refusal `not_found`, and `not_allowed` for the last administrator
   */
  disableAccount(id: string, by?: number): void;
  /** @throws Refusal `recovery_wrong` (`mistyped`, `group`) */
  confirmRecovery(code: string, by?: number): void;
  /** @returns a new code, unconfirmed; the old one opens nothing any more */
  replaceRecovery(by?: number): string;
}

export function accountsOf(
  folder: string,
  ports: Ports,
  dataKey: Buffer,
  ledger: Transactions,
  opener: number,
  held: HeldKey | undefined,
): Accounts {
  const { db } = ledger;

  function newSlot(account: LedgerAccount, password: string, keys?: KeyPair): Promise<AccountSlot> {
    return accountSlot(ports, readSlots(folder).dataId, dataKey, account, password, keys);
  }

  function save(slot: AccountSlot): void {
    writeSlots(folder, withSlot(readSlots(folder), slot));
  }

  async function unlock(name: string, password: string) {
    const opened = await attempting(folder, ports, name, () =>
      openWithPassword(readSlots(folder), name, password, ports),
    );
    ensure(timingSafeEqual(opened.dataKey, dataKey), 'slots_foreign');
    return { account: activeAccount(accountById(db, opened.account)), keys: opened.keys };
  }

  /** Before the new keys are written: until then the old ones open what they opened. */
  function share(write: Write, account: number, publicKey: string | null | undefined): void {
    if (held && publicKey) give(write, ports, held, { account, recipient: Buffer.from(publicKey, 'base64') });
  }

  return {
    accounts: () => allAccounts(db),
    async addAccount({ name: typed, roles, password }, by = opener) {
      const name = accountName(typed);
      checkRoles(roles, ownOffice(db).kind);
      checkPassword(password, name);
      const known = accountByName(db, name);
      if (known) ensure(!known.disabled && !hasSlot(folder, known), 'account_exists');
      const pk = ledger.write(by, 'account.add', (write) => {
        write.record({ name, roles });
        if (known) setRoles(write, known.pk, roles);
        else insertAccount(write, { id: write.newId(), name, roles, single: false });
        return accountByName(write, name)?.pk ?? 0;
      });
      const account = activeAccount(accountByPk(db, pk));
      const slot = await newSlot(account, password);
      ensureOpen(db);
      save(slot);
      return account;
    },
    async signIn(name, password) {
      return (await unlock(name, password)).account;
    },
    async changePassword(name, oldPassword, newPassword) {
      checkPassword(newPassword, name);
      const { account, keys } = await unlock(name, oldPassword);
      const slot = await newSlot(account, newPassword, keys);
      ledger.write(account.pk, 'account.changePassword', (write) => write.record({ account: account.id }));
      save(slot);
    },
    async resetPassword(name, newPassword, by = opener) {
      const account = activeAccount(accountByName(db, name));
      checkPassword(newPassword, account.name);
      const slot = await newSlot(account, newPassword);
      ledger.write(by, 'account.resetPassword', (write) => {
        write.record({ account: account.id });
        if (mayHold(account)) share(write, account.pk, slot.keyPair?.public);
      });
      save(slot);
    },
    disableAccount(id, by = opener) {
      const account = accountById(db, id);
      ensure(account, 'not_found');
      ensure(othersAdminister(db, account), 'not_allowed', { reason: 'lastAdministrator' });
      ledger.write(by, 'account.disable', (write) => {
        write.record({ account: account.id });
        setDisabled(write, account.pk);
        dropGrantsOf(write, account.pk);
      });
      writeSlots(folder, withoutAccount(readSlots(folder), account.id));
    },
    confirmRecovery(code, by = opener) {
      const slots = readSlots(folder);
      const opened = openWithRecovery(slots, code);
      ensure(timingSafeEqual(opened.dataKey, dataKey), 'slots_foreign');
      const isNew = slots.recovery.public === null;
      if (isNew) writeSlots(folder, withRecoveryKeys(slots, opened.keys));
      ledger.write(by, 'recovery.confirm', (write) => {
        setRecoveryConfirmed(write, write.at);
        if (isNew) share(write, RECOVERY, opened.keys.public.toString('base64'));
      });
    },
    replaceRecovery(by = opener) {
      const { slots, recoveryCode } = withNewRecovery(readSlots(folder), ports, dataKey);
      ledger.write(by, 'recovery.replace', (write) => {
        setRecoveryConfirmed(write, null);
        share(write, RECOVERY, slots.recovery.public);
      });
      writeSlots(folder, slots);
      return recoveryCode;
    },
  };
}

/** @throws Refusal `not_found`, `account_disabled` */
export function activeAccount(account: LedgerAccount | undefined): LedgerAccount {
  ensure(account, 'not_found');
  ensure(!account.disabled, 'account_disabled');
  return account;
}

function hasSlot(folder: string, account: LedgerAccount): boolean {
  const folded = foldAccountName(account.name);
  return readSlots(folder).accounts.some(
    (slot) => slot.account === account.id || foldAccountName(slot.name) === folded,
  );
}

function othersAdminister(db: Writable, account: LedgerAccount): boolean {
  if (!account.roles.includes('administrator')) return true;
  return allAccounts(db).some(
    (other) => other.pk !== account.pk && !other.disabled && other.roles.includes('administrator'),
  );
}

/** Closing wipes the data key; a slot made meanwhile must not be written. Any statement throws on a closed database. */
function ensureOpen(db: Writable): void {
  db.get('SELECT 1');
}
