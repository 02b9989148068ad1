/**
 * `key-slots.json`, in the data folder: the data key, wrapped once per account and once for the recovery code, and
 * each account's own X25519 key pair.
 *
 *   { "format": "rectification-ledger key slots", "version": 2,
 *     "content": { dataId, recovery, accounts: [ … ] },
 *     "checksum": SHA-256 of JSON.stringify(content), hex }
 *
 * Version 1 had no key pairs: it is read as slots without them, and written as version 2 with the next change.
 *
 * The file is exactly what `serialize` writes: any other byte, spaces included, counts as damage. That way a
 * flipped bit is never taken for a wrong password.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import { replaceFile } from './atomic-file.ts';
import { codeOf, named, naming } from './file-errors.ts';
import { passwordParameters } from './password-key.ts';

const FORMAT = 'rectification-ledger key slots';
const VERSION = 2;
const MOST_BYTES = 1024 * 1024;
const MOST_ACCOUNTS = 1000;

const base64 = (bytes: number) =>
  z.string().refine((text) => {
    const decoded = Buffer.from(text, 'base64');
    return decoded.length === bytes && decoded.toString('base64') === text;
  });

const wrapped = z.strictObject({
  algorithm: z.literal('aes-256-gcm'),
  nonce: base64(12),
  ciphertext: base64(32),
  tag: base64(16),
});

const accountSlotBefore = z.strictObject({
  id: z.uuid(),
  account: z.uuid(),
  name: z.string().min(1).max(200),
  derivation: passwordParameters,
  salt: base64(16),
  wrapped,
});

const accountSlot = accountSlotBefore.extend({
  /** The account's own keys; null until it signs in for the first time since version 1. */
  keyPair: z.strictObject({ algorithm: z.literal('x25519'), public: base64(32), wrapped }).nullable(),
});

const recoverySlotBefore = z.strictObject({
  id: z.uuid(),
  derivation: z.strictObject({ algorithm: z.literal('hkdf-sha256') }),
  salt: base64(16),
  wrapped,
});

const recoverySlot = recoverySlotBefore.extend({
  /** X25519 key whose private half the recovery code gives; null until the code is typed since version 1. */
  public: base64(32).nullable(),
});

const contentBefore = z.strictObject({
  dataId: z.uuid(),
  recovery: recoverySlotBefore,
  accounts: z.array(accountSlotBefore).max(MOST_ACCOUNTS),
});

const content = z.strictObject({
  dataId: z.uuid(),
  recovery: recoverySlot,
  accounts: z.array(accountSlot).max(MOST_ACCOUNTS),
});

const file = z.discriminatedUnion('version', [
  z.strictObject({
    format: z.literal(FORMAT),
    version: z.literal(1),
    content: contentBefore,
    checksum: z.string(),
  }),
  z.strictObject({ format: z.literal(FORMAT), version: z.literal(VERSION), content, checksum: z.string() }),
]);

export type Wrapped = z.infer<typeof wrapped>;
export type AccountSlot = z.infer<typeof accountSlot>;
export type RecoverySlot = z.infer<typeof recoverySlot>;
export type KeySlots = z.infer<typeof content>;

/** Where the slots of a data folder lie. */
export function slotFile(folder: string): string {
  return join(folder, 'key-slots.json');
}

/**
 * @throws Refusal `slots_missing`, `slots_damaged`, `file_unreadable`, and `newer_schema` for a later version of
 *   the format
 */
export function readSlots(folder: string): KeySlots {
  const text = readText(slotFile(folder));
  const document = parse(text);
  const known = file.safeParse(document);
  if (!known.success) throw new Refusal(isNewer(document) ? 'newer_schema' : 'slots_damaged');
  ensure(textOf(known.data.version, known.data.content) === text, 'slots_damaged');
  return known.data.version === 1 ? withoutKeyPairs(known.data.content) : known.data.content;
}

/** Replaces the file atomically. @throws Refusal `disk_full`, `file_unwritable`; the old slots stand then */
export function writeSlots(folder: string, slots: KeySlots): void {
  naming('writing', () => replaceFile(slotFile(folder), Buffer.from(serialize(slots))));
}

export function serialize(slots: KeySlots): string {
  return textOf(VERSION, slots);
}

function textOf(version: number, slots: object): string {
  const checksum = createHash('sha256').update(JSON.stringify(slots)).digest('hex');
  return `${JSON.stringify({ format: FORMAT, version, content: slots, checksum }, null, 2)}\n`;
}

function withoutKeyPairs({ dataId, recovery, accounts }: z.infer<typeof contentBefore>): KeySlots {
  return {
    dataId,
    recovery: { ...recovery, public: null },
    accounts: accounts.map((slot) => ({ ...slot, keyPair: null })),
  };
}

function readText(file: string): string {
  try {
    ensure(statSync(file).size <= MOST_BYTES, 'slots_damaged');
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new Refusal('slots_missing');
    throw named(error, 'reading');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('slots_damaged');
  }
}

function isNewer(document: unknown): boolean {
  const head = z.object({ format: z.literal(FORMAT), version: z.int().min(VERSION + 1) });
  return head.safeParse(document).success;
}
