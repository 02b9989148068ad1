import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import { INSTALLATION_ROLES } from '../../shared/vocabulary/words.ts';
import { signEd25519, verifyEd25519 } from './ed25519.ts';
import {
  ageRecipientSchema,
  hex,
  officeCodeSchema,
  officeIdSchema,
  officeNameSchema,
  SUITE,
} from './field-kinds.ts';
import type { OfficeKeys } from './keys.ts';

const FORMAT = 'jyzd-keys/1';
const MAX_BYTES = 8192;

/** Field order is the order that is signed ([B34]). */
const body = z.strictObject({
  format: z.literal(FORMAT),
  suite: z.literal(SUITE),
  kind: z.enum(INSTALLATION_ROLES),
  officeId: officeIdSchema,
  code: officeCodeSchema,
  name: officeNameSchema,
  demo: z.boolean(),
  verifyingKey: hex(32),
  recipient: ageRecipientSchema,
});
const signedBody = body.extend({ signature: hex(64) });

/** The public half of an office's keys, as exchanged and pinned. */
export type KeyFile = Readonly<z.infer<typeof body>>;

export type OfficeIdentity = Pick<KeyFile, 'kind' | 'officeId' | 'code' | 'name' | 'demo'>;

/** The public keys of an office, signed with its own key. @throws Refusal keys_malformed */
export function keyFileOf(office: OfficeIdentity, keys: OfficeKeys): KeyFile {
  return parsed(body, {
    ...office,
    format: FORMAT,
    suite: keys.suite,
    verifyingKey: Buffer.from(keys.verifyingKey).toString('hex'),
    recipient: keys.recipient,
  });
}

/** The bytes of a key file. @throws Refusal keys_malformed */
export function encodeKeyFile(office: OfficeIdentity, keys: OfficeKeys): Uint8Array {
  const file = keyFileOf(office, keys);
  const signature = Buffer.from(signEd25519(keys.signingSeed, signedBytes(file))).toString('hex');
  return Buffer.from(`${JSON.stringify({ ...file, signature }, null, 2)}\n`);
}

/**
 * Reads a key file and its own signature, which shows that the office holds the key, not that it is who it
 * says: that is what comparing the fingerprint on paper is for.
 * @throws Refusal keys_malformed, keys_newer_format, keys_signature_wrong
 */
export function parseKeyFile(bytes: Uint8Array): KeyFile {
  const { signature, ...file } = signedKeyFile(bytes);
  const signed = verifyEd25519(
    Buffer.from(file.verifyingKey, 'hex'),
    signedBytes(file),
    Buffer.from(signature, 'hex'),
  );
  ensure(signed, 'keys_signature_wrong');
  return file;
}

/** A key file that was verified when it was pinned; it is looked up for every bundle. @throws Refusal keys_malformed, keys_newer_format */
export function readKeyFile(bytes: Uint8Array): KeyFile {
  const { signature: _, ...file } = signedKeyFile(bytes);
  return file;
}

/** Eight groups of five digits to compare on paper, about 133 bits ([B35]). */
export function fingerprint(file: Pick<KeyFile, 'officeId' | 'verifyingKey' | 'recipient'>): string {
  const lines = ['jyzd-fingerprint/1', file.officeId, file.verifyingKey, file.recipient];
  const digest = createHash('sha256')
    .update(`${lines.join('\n')}\n`)
    .digest();
  const groups = Array.from({ length: 8 }, (_, i) => digest.readUInt32BE(i * 4) % 100_000);
  return groups.map((group) => String(group).padStart(5, '0')).join(' ');
}

function signedBytes(file: KeyFile): Uint8Array {
  const ordered = Object.keys(body.shape).map((key) => [key, file[key as keyof KeyFile]]);
  return Buffer.from(`${FORMAT}\n${JSON.stringify(Object.fromEntries(ordered))}`);
}

function signedKeyFile(bytes: Uint8Array): z.infer<typeof signedBody> {
  const value = jsonOf(bytes);
  checkFormat(value);
  return parsed(signedBody, value);
}

const other = z.object({ format: z.string().regex(/^jyzd-keys\/[0-9]+$/), suite: z.string() });

function checkFormat(value: unknown): void {
  const { success, data } = other.safeParse(value);
  const newer = success && (data.format !== FORMAT || data.suite !== SUITE);
  ensure(!newer, 'keys_newer_format');
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Refusal('keys_malformed');
}

/** @throws Refusal keys_malformed for what is no JSON, or longer than anything that is said of keys */
export function jsonOf(bytes: Uint8Array): unknown {
  ensure(bytes.length <= MAX_BYTES, 'keys_malformed');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal('keys_malformed');
  }
}
