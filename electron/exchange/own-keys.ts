import { ensure } from '../../shared/vocabulary/refusal.ts';
import { encodeKeyFile, fingerprint, keyFileOf } from '../bundle/key-file.ts';
import { generateOfficeKeys, type OfficeKeys } from '../bundle/keys.ts';
import { SUITE } from '../bundle/manifest.ts';
import type { Readable, Write } from '../store/handles.ts';
import { ownIdentity } from './parties.ts';

interface KeyRow {
  readonly signing: string;
  readonly identity: string;
  readonly pseudonym: Uint8Array;
}

/** The secret halves as one generation stores them; the public halves are in `signing` and `identity` beside them. */
interface Stored {
  readonly secret: string;
  readonly open: string;
}

export { generateOfficeKeys };

/** Stores the office's first keys. */
export function storeOwnKeys(write: Write, keys: OfficeKeys): void {
  const signing: Stored = { secret: hexOf(keys.signingSeed), open: hexOf(keys.verifyingKey) };
  const identity: Stored = { secret: keys.identity, open: keys.recipient };
  write.run(
    `INSERT INTO own_key (number, suite, signing, identity, pseudonym, first_sequence, created_at)
     VALUES (1, ?, ?, ?, ?, 1, ?)`,
    keys.suite,
    JSON.stringify(signing),
    JSON.stringify(identity),
    keys.pseudonymKey,
    write.at,
  );
  write.record({ keys: 1 });
}

export function hasOwnKeys(db: Readable): boolean {
  return db.get('SELECT number FROM own_key LIMIT 1') !== undefined;
}

/** The keys in use. @throws Refusal `keys_missing` before the first were stored */
export function ownKeys(db: Readable): OfficeKeys {
  const row = db.get<KeyRow>('SELECT signing, identity, pseudonym FROM own_key ORDER BY number DESC LIMIT 1');
  ensure(row, 'keys_missing');
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

/** The public half, as it is handed to the other side, with the fingerprint to compare on paper. */
export function ownKeyFile(db: Readable): { content: Uint8Array; fingerprint: string } {
  const identity = ownIdentity(db);
  const keys = ownKeys(db);
  return { content: encodeKeyFile(identity, keys), fingerprint: fingerprint(keyFileOf(identity, keys)) };
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
