import type { Instant } from '../../shared/vocabulary/dates.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { SUITE } from '../bundle/field-kinds.ts';
import { encodeKeyFile, fingerprint, keyFileOf } from '../bundle/key-file.ts';
import { generateOfficeKeys, type OfficeKeys } from '../bundle/keys.ts';
import type { Readable, Write } from '../store/handles.ts';
import { insertOwnKeys, type OwnKeyRow, ownKeyRows } from './own-keys-sql.ts';
import { ownIdentity } from './parties.ts';

/** The secret halves as one generation stores them; the public halves are in `signing` and `identity` beside them. */
interface Stored {
  readonly secret: string;
  readonly open: string;
}

export { generateOfficeKeys };

/** Stores the office's first keys. */
export function storeOwnKeys(write: Write, keys: OfficeKeys): void {
  storeNextKeys(write, keys, { firstSequence: 1, because: null });
}

/**
 * Stores keys that are in use from now on; those before stay, for bundles that were sealed to them.
 * @returns the number of the generation
 */
export function storeNextKeys(
  write: Write,
  keys: OfficeKeys,
  told: { readonly firstSequence: number; readonly because: string | null },
): number {
  const signing: Stored = { secret: hexOf(keys.signingSeed), open: hexOf(keys.verifyingKey) };
  const identity: Stored = { secret: keys.identity, open: keys.recipient };
  const number = insertOwnKeys(write, {
    keys,
    signing: JSON.stringify(signing),
    identity: JSON.stringify(identity),
    ...told,
  });
  write.record({ keys: number });
  return number;
}

export function hasOwnKeys(db: Readable): boolean {
  return ownKeyRows(db).length > 0;
}

/** The keys in use. @throws Refusal `keys_missing` before the first were stored */
export function ownKeys(db: Readable): OfficeKeys {
  return keysOf(newest(db));
}

/** Number of the generation in use, from 1. @throws Refusal `keys_missing` */
export function ownKeyNumber(db: Readable): number {
  return newest(db).number;
}

/** age identities of all generations: what was sealed before a rotation may arrive long after it. */
export function ownIdentities(db: Readable): string[] {
  return ownKeyRows(db).map((row) => keysOf(row).identity);
}

/** The public signing key of each generation, the first one first. */
export function ownGenerations(db: Readable): { number: number; verifyingKey: Uint8Array }[] {
  const rows = ownKeyRows(db).toReversed();
  return rows.map((row) => ({ number: row.number, verifyingKey: keysOf(row).verifyingKey }));
}

export interface OwnKeyFile {
  readonly content: Uint8Array;
  readonly fingerprint: string;
  readonly number: number;
  readonly createdAt: Instant;
}

/** The public half, as it is handed to the other side, with the fingerprint to compare on paper. */
export function ownKeyFile(db: Readable): OwnKeyFile {
  const identity = ownIdentity(db);
  const row = newest(db);
  const keys = keysOf(row);
  return {
    content: encodeKeyFile(identity, keys),
    fingerprint: fingerprint(keyFileOf(identity, keys)),
    number: row.number,
    createdAt: row.created_at,
  };
}

function newest(db: Readable): OwnKeyRow {
  const [row] = ownKeyRows(db);
  ensure(row, 'keys_missing');
  return row;
}

function keysOf(row: OwnKeyRow): OfficeKeys {
  const signing = JSON.parse(row.signing) as Stored;
  const identity = JSON.parse(row.identity) as Stored;
  return {
    suite: SUITE,
    signingSeed: Buffer.from(signing.secret, 'hex'),
    verifyingKey: Buffer.from(signing.open, 'hex'),
    identity: identity.secret,
    recipient: identity.open,
    pseudonymKey: row.pseudonym,
  };
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
