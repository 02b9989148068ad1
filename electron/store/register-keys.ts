/**
 * Who holds the register key, the second seal on self-inspection summaries. Its private half is sealed to the own
 * keys of clerks and reviewers and to the recovery code's, never to an administrator's. It is opened at sign-in
 * and lives in memory until the ledger is locked.
 */
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import type { AccountRole } from '../../shared/vocabulary/words.ts';
import { accountById, accountByPk, allAccounts, type LedgerAccount } from './account-sql.ts';
import { activeAccount } from './accounts.ts';
import type { Readable, Write } from './handles.ts';
import { ownOffice } from './office-sql.ts';
import type { Ports } from './ports.ts';
import {
  give,
  type HeldKey,
  heldKey,
  isSame,
  mayHold,
  RECOVERY,
  recipientsIn,
} from './register-key-grants.ts';
import {
  countPlainSummaries,
  dropGrant,
  grantsOf,
  insertRegisterKey,
  plainSummaries,
  recordErasure,
  registerKey,
  replaceBySealed,
} from './register-key-sql.ts';
import { type KeyPair, keyPairOf, SUITE } from './sealed-box.ts';
import { type OpenText, openingWith, sealText } from './sealed-texts.ts';
import { readSlots } from './slot-file.ts';
import type { Transactions } from './transactions.ts';
import { forgetImages } from './undo.ts';

export interface RegisterKeyHolder {
  readonly account: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  readonly holds: boolean;
  /** Its own keys are made when it signs in; before that nothing can be granted to it. */
  readonly ready: boolean;
}

export interface RegisterKeys {
  /** Reads sealed summaries; undefined for who does not hold the register key. */
  readonly openText: OpenText | undefined;
  /** Who may hold the key and who does, and whether the recovery code opens it. */
  registerKeyHolders(): { readonly recovery: boolean; readonly accounts: readonly RegisterKeyHolder[] };
  /**
   * A holder grants the key to a clerk or a reviewer; twice is once.
   * @throws Refusal `not_found`, `account_disabled`, `register_key_not_held`, `register_key_role` for other roles,
   *   `register_key_by_reviewer` for a clerk, unless no reviewer holds it and one is to, `register_key_not_ready`
   */
  grantRegisterKey(id: string, by?: number): void;
}

/** What signing in brings: the account's own keys, or the recovery code's. */
export interface KeySession {
  readonly account: LedgerAccount;
  readonly keys: KeyPair;
}

export function registerKeysOf(
  folder: string,
  ports: Ports,
  ledger: Transactions,
  opener: LedgerAccount,
  held: HeldKey | undefined,
): RegisterKeys {
  const { db } = ledger;
  return {
    openText: held && openingWith(held.number, held.keys),
    registerKeyHolders: () => holdersIn(db, folder),
    grantRegisterKey(id, by = opener.pk) {
      const account = activeAccount(accountById(db, id));
      ensure(mayHold(account), 'register_key_role');
      ensure(held, 'register_key_not_held');
      const { accounts } = holdersIn(db, folder);
      const granter = by === RECOVERY ? opener : activeAccount(accountByPk(db, by));
      ensure(mayGrant(granter, account, accounts), 'register_key_by_reviewer');
      const target = recipientsIn(db, readSlots(folder)).find((one) => one.account === account.pk);
      ensure(target, 'register_key_not_ready');
      if (accounts.some((one) => one.account === id && one.holds)) return;
      ledger.write(by, 'registerKey.grant', (write) => {
        write.undo.leaveNoStep();
        write.record({ account: account.id, key: held.number });
        give(write, ports, held, target);
      });
    },
  };
}

/** A reviewer grants, and who came by the recovery code; a clerk only as long as no reviewer could. */
function mayGrant(
  granter: LedgerAccount,
  account: LedgerAccount,
  accounts: readonly RegisterKeyHolder[],
): boolean {
  if (granter.pk === RECOVERY || granter.roles.includes('reviewer')) return true;
  return (
    account.roles.includes('reviewer') &&
    !accounts.some(({ holds, roles }) => holds && roles.includes('reviewer'))
  );
}

function holdersIn(db: Readable, folder: string): ReturnType<RegisterKeys['registerKeyHolders']> {
  const recipients = recipientsIn(db, readSlots(folder));
  const key = registerKey(db);
  const grants = key ? grantsOf(db, key.number) : [];
  const holding = recipients.filter((one) => grants.some((grant) => isSame(grant, one)));
  const isAmong = (list: typeof recipients, pk: number) => list.some((one) => one.account === pk);
  return {
    recovery: isAmong(holding, RECOVERY),
    accounts: allAccounts(db)
      .filter(mayHold)
      .map(({ pk, id, name, roles }) => ({
        account: id,
        name,
        roles,
        holds: isAmong(holding, pk),
        ready: isAmong(recipients, pk),
      })),
  };
}

/**
 * The session's register key: opened, or made by the first clerk or reviewer who comes, for all who can hold it then.
 * A holder also does what waits for one: seals the key for a new recovery code, and summaries that are still plain.
 * What a full disk keeps from being written waits for the next sign-in.
 * @throws Refusal `register_key_foreign`
 */
export function settleRegisterKey(
  folder: string,
  ports: Ports,
  ledger: Transactions,
  { account, keys }: KeySession,
): HeldKey | undefined {
  const { db } = ledger;
  if (ownOffice(db).kind !== 'office') return undefined;
  if (!registerKey(db)) {
    return mayHold(account) ? ifWritable(() => createKey(folder, ports, ledger, account.pk)) : undefined;
  }
  const held = heldKey(db, account.pk, keys);
  if (held) ifWritable(() => settlePending(folder, ports, ledger, account.pk, held));
  return held;
}

/** @returns undefined where the disk takes nothing more. */
export function ifWritable<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'disk_full' || error.code === 'file_unwritable'))
      return undefined;
    throw error;
  }
}

function createKey(folder: string, ports: Ports, ledger: Transactions, account: number): HeldKey {
  const held = { number: 1, keys: keyPairOf(ports.random(32)) };
  const slots = readSlots(folder);
  ledger.write(account, 'registerKey.create', (write) => {
    write.undo.leaveNoStep();
    insertRegisterKey(write, { number: held.number, suite: SUITE, public: held.keys.public });
    const entitled = recipientsIn(write, slots);
    for (const one of entitled) give(write, ports, held, one);
    write.record({ key: held.number, accounts: entitled.map((one) => one.account) });
    sealPlain(write);
  });
  return held;
}

/** What could not be done without a holder. */
function settlePending(
  folder: string,
  ports: Ports,
  ledger: Transactions,
  account: number,
  held: HeldKey,
): void {
  const { db } = ledger;
  const slots = readSlots(folder);
  const recipients = recipientsIn(db, slots);
  const grants = grantsOf(db, held.number);
  const missing = recipients.filter(
    (one) => one.account === RECOVERY && !grants.some((grant) => isSame(grant, one)),
  );
  const stale = grants.filter((grant) => !recipients.some((one) => isSame(grant, one)));
  const plain = countPlainSummaries(db);
  if (missing.length + stale.length + plain === 0) return;
  ledger.write(account, 'registerKey.settle', (write) => {
    write.undo.leaveNoStep();
    for (const grant of stale) dropGrant(write, grant);
    for (const one of missing) give(write, ports, held, one);
    sealPlain(write);
    write.record({ recovery: missing.length > 0, dropped: stale.map((grant) => grant.account) });
  });
}

/** The texts stay what they are; the bytes they lay in are cleared afterwards. */
function sealPlain(write: Write): void {
  const rows = plainSummaries(write);
  if (rows.length === 0) return;
  for (const { pk, id, summary } of rows)
    replaceBySealed(write, pk, sealText(write, id, summary).sealed ?? '');
  const after = countPlainSummaries(write);
  forgetImages(
    write,
    'filing_item',
    rows.map(({ pk }) => pk),
  );
  recordErasure(write, { cause: 'sealed', purgeOn: null, before: rows.length, after });
  write.record({ sealed: rows.length });
}
