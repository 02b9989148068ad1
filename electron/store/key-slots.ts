/**
 * Wrapping and unwrapping the data key. Functions take slots and give slots; `writeSlots` makes them last.
 *
 * Each slot wraps the 32-byte data key with AES-256-GCM under a key of its own:
 *   account   Argon2id(password, salt)                              parameters stored in the slot
 *   recovery  HKDF-SHA256(16-byte secret, salt, info = RECOVERY)    enough for 128 random bits
 * Associated data: JSON of [TAG, data id, slot id, account id or ""], so that no slot passes for another's.
 */
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import { foldAccountName } from './account-name.ts';
import { calibratedPasswordKey, passwordKey } from './password-key.ts';
import type { Ports } from './ports.ts';
import { formatRecoveryCode, parseRecoveryCode } from './recovery-code.ts';
import type { AccountSlot, KeySlots, RecoverySlot, Wrapped } from './slot-file.ts';

const TAG = 'rectification-ledger slot 1';
const RECOVERY = 'rectification-ledger recovery 1';
const CIPHER = 'aes-256-gcm';

export interface SlotAccount {
  readonly id: string;
  readonly name: string;
}

/** @returns slots without accounts, and the recovery code, which is kept nowhere else */
export function createSlots(
  ports: Ports,
  dataId: string,
  dataKey: Uint8Array,
): { slots: KeySlots; recoveryCode: string } {
  const { recovery, recoveryCode } = newRecovery(ports, dataId, dataKey);
  return { slots: { dataId, recovery, accounts: [] }, recoveryCode };
}

/** Wraps the data key for an account. Takes about `ports.passwordMilliseconds`, twice that at most. */
export async function accountSlot(
  ports: Ports,
  dataId: string,
  dataKey: Uint8Array,
  account: SlotAccount,
  password: string,
): Promise<AccountSlot> {
  const id = ports.newId();
  const salt = ports.random(16);
  const { key, parameters } = await calibratedPasswordKey(ports, password, salt);
  const slot: AccountSlot = {
    id,
    account: account.id,
    name: account.name,
    derivation: parameters,
    salt: salt.toString('base64'),
    wrapped: wrap(ports, key, dataKey, associated(dataId, id, account.id)),
  };
  key.fill(0);
  return slot;
}

/** Adds the slot, in place of the account's old one when the password changes. */
export function withSlot(slots: KeySlots, slot: AccountSlot): KeySlots {
  return { ...slots, accounts: [...withoutAccount(slots, slot.account).accounts, slot] };
}

export function withoutAccount(slots: KeySlots, accountId: string): KeySlots {
  return { ...slots, accounts: slots.accounts.filter((slot) => slot.account !== accountId) };
}

/** @returns slots whose old recovery code opens nothing any more, and the new code */
export function withNewRecovery(
  slots: KeySlots,
  ports: Ports,
  dataKey: Uint8Array,
): { slots: KeySlots; recoveryCode: string } {
  const { recovery, recoveryCode } = newRecovery(ports, slots.dataId, dataKey);
  return { slots: { ...slots, recovery }, recoveryCode };
}

/**
 * Unwraps by name and password. An unknown name takes as long as a wrong password and says the same.
 * @returns the data key and the account's id
 * @throws Refusal `wrong_password`
 */
export async function openWithPassword(
  slots: KeySlots,
  name: string,
  password: string,
): Promise<{ dataKey: Buffer; account: string }> {
  const folded = foldAccountName(name);
  const slot = slots.accounts.find((candidate) => foldAccountName(candidate.name) === folded);
  const model = slot ?? slots.accounts[0];
  ensure(model, 'wrong_password');
  const key = await passwordKey(password, Buffer.from(model.salt, 'base64'), model.derivation);
  const dataKey = slot && unwrap(key, slot.wrapped, associated(slots.dataId, slot.id, slot.account));
  key.fill(0);
  ensure(slot && dataKey, 'wrong_password');
  return { dataKey, account: slot.account };
}

/**
 * Unwraps by the recovery code.
 * @throws Refusal `recovery_wrong`: `mistyped` tells a slip of the fingers from another ledger's code
 */
export function openWithRecovery(slots: KeySlots, typed: string): Buffer {
  const { id, salt, wrapped } = slots.recovery;
  const key = recoveryKey(parseRecoveryCode(typed), Buffer.from(salt, 'base64'));
  const dataKey = unwrap(key, wrapped, associated(slots.dataId, id, ''));
  if (!dataKey) throw new Refusal('recovery_wrong', { mistyped: false });
  return dataKey;
}

function newRecovery(
  ports: Ports,
  dataId: string,
  dataKey: Uint8Array,
): { recovery: RecoverySlot; recoveryCode: string } {
  const secret = ports.random(16);
  const id = ports.newId();
  const salt = ports.random(16);
  const recovery: RecoverySlot = {
    id,
    derivation: { algorithm: 'hkdf-sha256' },
    salt: salt.toString('base64'),
    wrapped: wrap(ports, recoveryKey(secret, salt), dataKey, associated(dataId, id, '')),
  };
  return { recovery, recoveryCode: formatRecoveryCode(secret) };
}

function recoveryKey(secret: Uint8Array, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, RECOVERY, 32));
}

function associated(dataId: string, slotId: string, accountId: string): Buffer {
  return Buffer.from(JSON.stringify([TAG, dataId, slotId, accountId]));
}

function wrap(ports: Ports, key: Uint8Array, dataKey: Uint8Array, data: Uint8Array): Wrapped {
  const nonce = ports.random(12);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(data);
  const ciphertext = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  return {
    algorithm: CIPHER,
    nonce: nonce.toString('base64'),
    ciphertext: ciphertext.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

function unwrap(key: Uint8Array, { nonce, ciphertext, tag }: Wrapped, data: Uint8Array): Buffer | undefined {
  const cipher = createDecipheriv(CIPHER, key, Buffer.from(nonce, 'base64'), { authTagLength: 16 });
  cipher.setAAD(data).setAuthTag(Buffer.from(tag, 'base64'));
  const dataKey = cipher.update(Buffer.from(ciphertext, 'base64'));
  try {
    cipher.final();
    return dataKey;
  } catch {
    return undefined;
  }
}
