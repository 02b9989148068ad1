/**
 * Wrapping and unwrapping the data key. Functions take slots and give slots; `writeSlots` makes them last.
 *
 * Each slot wraps the 32-byte data key with AES-256-GCM under a key of its own:
 *   account   Argon2id(password, salt)                              parameters stored in the slot
 *   recovery  HKDF-SHA256(16-byte secret, salt, info = RECOVERY)    enough for 128 random bits
 * Associated data: JSON of [TAG, data id, slot id, account id or ""], so that no slot passes for another's.
 *
 * An account's slot holds the private half of its X25519 key pair too, so that both change in one file:
 *   wrapped   AES-256-GCM under HKDF-SHA256(Argon2id(password, salt), salt, info = ACCOUNT_KEYS)
 *             associated data: JSON of [ACCOUNT_KEYS, data id, account id, public key]
 *   recovery  HKDF-SHA256(16-byte secret, salt, info = RECOVERY_KEYS) is the private half itself
 */
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import { foldAccountName } from './account-name.ts';
import { calibratedPasswordKey, passwordKey } from './password-key.ts';
import type { Ports } from './ports.ts';
import { formatRecoveryCode, parseRecoveryCode } from './recovery-code.ts';
import { type KeyPair, keyPairOf } from './sealed-box.ts';
import type { AccountSlot, KeySlots, RecoverySlot, Wrapped } from './slot-file.ts';

const TAG = 'rectification-ledger slot 1';
const RECOVERY = 'rectification-ledger recovery 1';
const ACCOUNT_KEYS = 'rectification-ledger account keys 1';
const RECOVERY_KEYS = 'rectification-ledger recovery keys 1';
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

/**
 * Wraps the data key for an account, and its own keys: those it had, or new ones. Takes about
 * `ports.passwordMilliseconds`, twice that at most.
 */
export async function accountSlot(
  ports: Ports,
  dataId: string,
  dataKey: Uint8Array,
  account: SlotAccount,
  password: string,
  keys: KeyPair = keyPairOf(ports.random(32)),
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
    keyPair: wrapKeys(ports, dataId, account.id, key, salt, keys),
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

/** What a secret opens. */
export interface Opened {
  readonly dataKey: Buffer;
  readonly keys: KeyPair;
}

/**
 * Unwraps by name and password. An unknown name takes as long as a wrong password and says the same.
 * @returns the account's id too, and its slot: not yet written where the account had no keys of its own before
 * @throws Refusal `wrong_password`, and `slots_damaged` for keys that are not this account's
 */
export async function openWithPassword(
  slots: KeySlots,
  name: string,
  password: string,
  ports: Pick<Ports, 'random'>,
): Promise<Opened & { account: string; slot: AccountSlot }> {
  const folded = foldAccountName(name);
  const slot = slots.accounts.find((candidate) => foldAccountName(candidate.name) === folded);
  const model = slot ?? slots.accounts[0];
  ensure(model, 'wrong_password');
  const key = await passwordKey(password, Buffer.from(model.salt, 'base64'), model.derivation);
  const dataKey = slot && unwrap(key, slot.wrapped, associated(slots.dataId, slot.id, slot.account));
  ensure(slot && dataKey, 'wrong_password');
  const whole = slot.keyPair ? slot : withKeys(ports, slots.dataId, slot, key);
  const keys = keysIn(slots.dataId, whole, key);
  key.fill(0);
  return { dataKey, account: slot.account, keys, slot: whole };
}

/**
 * Unwraps by the recovery code.
 * @throws Refusal `recovery_wrong`: `mistyped` tells a slip of the fingers from another ledger's code
 */
export function openWithRecovery(slots: KeySlots, typed: string): Opened {
  const { id, salt, wrapped } = slots.recovery;
  const secret = parseRecoveryCode(typed);
  const dataKey = unwrap(
    recoveryKey(secret, Buffer.from(salt, 'base64'), RECOVERY),
    wrapped,
    associated(slots.dataId, id, ''),
  );
  if (!dataKey) throw new Refusal('recovery_wrong', { mistyped: false });
  return { dataKey, keys: keyPairOf(recoveryKey(secret, Buffer.from(salt, 'base64'), RECOVERY_KEYS)) };
}

/** Notes the public half of the recovery code's keys, which slots of version 1 do not have. */
export function withRecoveryKeys(slots: KeySlots, keys: KeyPair): KeySlots {
  return { ...slots, recovery: { ...slots.recovery, public: keys.public.toString('base64') } };
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
    wrapped: wrap(ports, recoveryKey(secret, salt, RECOVERY), dataKey, associated(dataId, id, '')),
    public: keyPairOf(recoveryKey(secret, salt, RECOVERY_KEYS)).public.toString('base64'),
  };
  return { recovery, recoveryCode: formatRecoveryCode(secret) };
}

function withKeys(
  ports: Pick<Ports, 'random'>,
  dataId: string,
  slot: AccountSlot,
  key: Uint8Array,
): AccountSlot {
  const salt = Buffer.from(slot.salt, 'base64');
  const keys = keyPairOf(ports.random(32));
  return { ...slot, keyPair: wrapKeys(ports, dataId, slot.account, key, salt, keys) };
}

function wrapKeys(
  ports: Pick<Ports, 'random'>,
  dataId: string,
  account: string,
  key: Uint8Array,
  salt: Uint8Array,
  keys: KeyPair,
): NonNullable<AccountSlot['keyPair']> {
  const publicKey = keys.public.toString('base64');
  const wrapped = wrap(ports, keysKey(key, salt), keys.private, aboutKeys(dataId, account, publicKey));
  return { algorithm: 'x25519', public: publicKey, wrapped };
}

function keysIn(dataId: string, { account, salt, keyPair }: AccountSlot, key: Uint8Array): KeyPair {
  ensure(keyPair, 'slots_damaged');
  const data = aboutKeys(dataId, account, keyPair.public);
  const secret = unwrap(keysKey(key, Buffer.from(salt, 'base64')), keyPair.wrapped, data);
  ensure(secret, 'slots_damaged');
  return keyPairOf(secret);
}

/** From the same slow derivation, under a name of its own. */
function keysKey(key: Uint8Array, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, ACCOUNT_KEYS, 32));
}

function aboutKeys(dataId: string, account: string, publicKey: string): Buffer {
  return Buffer.from(JSON.stringify([ACCOUNT_KEYS, dataId, account, publicKey]));
}

function recoveryKey(secret: Uint8Array, salt: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, purpose, 32));
}

function associated(dataId: string, slotId: string, accountId: string): Buffer {
  return Buffer.from(JSON.stringify([TAG, dataId, slotId, accountId]));
}

function wrap(ports: Pick<Ports, 'random'>, key: Uint8Array, dataKey: Uint8Array, data: Uint8Array): Wrapped {
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
