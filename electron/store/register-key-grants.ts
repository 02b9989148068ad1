/** To whom the register key can be sealed, and the sealing itself. */

import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { LedgerAccount } from './account-sql.ts';
import { allAccounts } from './account-sql.ts';
import { dataId } from './audit-sql.ts';
import type { Readable, Write } from './handles.ts';
import type { Ports } from './ports.ts';
import { grantsOf, putGrant, registerKey } from './register-key-sql.ts';
import { type KeyPair, keyPairOf, open, seal } from './sealed-box.ts';
import type { KeySlots } from './slot-file.ts';

const TAG = 'rectification-ledger register key 1';
/** Stands for the recovery code among the accounts' surrogates. */
export const RECOVERY = 0;

/** The register key of one opening, as far as its account holds it. */
export interface HeldKey {
  readonly number: number;
  readonly keys: KeyPair;
}

export interface Recipient {
  readonly account: number;
  readonly recipient: Buffer;
}

/** Who may hold the register key. */
export function mayHold({ roles, disabled }: Pick<LedgerAccount, 'roles' | 'disabled'>): boolean {
  return !disabled && roles.some((role) => role === 'clerk' || role === 'reviewer');
}

/** Everybody who may hold the key and has keys of their own, and the recovery code. */
export function recipientsIn(db: Readable, { accounts, recovery }: KeySlots): Recipient[] {
  const holders = allAccounts(db).filter(mayHold);
  const own = accounts.flatMap(({ account, keyPair }) => {
    const row = keyPair && holders.find(({ id }) => id === account);
    return row ? [{ account: row.pk, recipient: Buffer.from(keyPair.public, 'base64') }] : [];
  });
  const code = recovery.public;
  return code === null ? own : [{ account: RECOVERY, recipient: Buffer.from(code, 'base64') }, ...own];
}

export function isSame(one: Recipient, other: Recipient): boolean {
  return one.account === other.account && one.recipient.equals(other.recipient);
}

/** Seals the key to one recipient, in place of what it may have had. */
export function give(write: Write, ports: Ports, held: HeldKey, { account, recipient }: Recipient): void {
  const data = about(write, held.number, account);
  const box = seal(recipient, ports.random(32), held.keys.private, data);
  putGrant(write, { key: held.number, account, recipient, box });
}

/**
 * The key as the owner of these keys holds it; undefined where it was not granted to them.
 * @throws Refusal `register_key_foreign` where what was granted is not the key that is sealed to
 */
export function heldKey(db: Readable, account: number, keys: KeyPair): HeldKey | undefined {
  const key = registerKey(db);
  const grant =
    key &&
    grantsOf(db, key.number).find((one) => one.account === account && one.recipient.equals(keys.public));
  if (!key || !grant) return undefined;
  const secret = open(keys, grant.box, about(db, key.number, account));
  ensure(secret, 'register_key_foreign');
  const held = { number: key.number, keys: keyPairOf(secret) };
  ensure(held.keys.public.equals(key.public), 'register_key_foreign');
  return held;
}

function about(db: Readable, key: number, account: number): Buffer {
  return Buffer.from(JSON.stringify([TAG, dataId(db), key, account]));
}
