import { createHmac, randomBytes } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { generateEd25519 } from './ed25519.ts';
import { SUITE } from './field-kinds.ts';

/** Everything an office keeps secret for bundles ([B33]); lives in the encrypted database and its backups. */
export interface OfficeKeys {
  readonly suite: typeof SUITE;
  /** Ed25519 private key, 32 bytes */
  readonly signingSeed: Uint8Array;
  /** Ed25519 public key, 32 bytes */
  readonly verifyingKey: Uint8Array;
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
  /** `age1…`, the public half of `identity` */
  readonly recipient: string;
  /** 32 bytes; not rotated with the others, or every person would look new to the group */
  readonly pseudonymKey: Uint8Array;
}

/** New random keys. */
export async function generateOfficeKeys(): Promise<OfficeKeys> {
  const { seed, publicKey } = generateEd25519();
  const identity = await generateX25519Identity();
  return {
    suite: SUITE,
    signingSeed: seed,
    verifyingKey: publicKey,
    identity,
    recipient: await identityToRecipient(identity),
    pseudonymKey: new Uint8Array(randomBytes(32)),
  };
}

/** 考勤, 自查自纠: a person's rows in the one cannot be joined with those in the other. */
export type PseudonymPurpose = 'attendance' | 'selfInspection';

/** A person's pseudonym for one purpose, 32 hex digits ([B36]). `key`: 32 bytes, `OfficeKeys.pseudonymKey`. */
export function pseudonym(key: Uint8Array, purpose: PseudonymPurpose, personId: string): string {
  const hmac = createHmac('sha256', key);
  for (const text of ['jyzd-pseudonym/1', purpose, personId]) {
    const bytes = Buffer.from(text);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hmac.update(length).update(bytes);
  }
  return hmac.digest('hex').slice(0, 32);
}
