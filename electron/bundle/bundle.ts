import { randomBytes } from 'node:crypto';
import type { OfficeId } from '../../shared/vocabulary/ids.ts';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import type { BundleCaps } from './caps.ts';
import { DEFAULT_CAPS } from './caps.ts';
import { openContainer, sealContainer } from './container.ts';
import type { VerifiedDocument } from './document.ts';
import { readDocument, sha256, signDocument, verifyDocument } from './document.ts';
import { SUITE } from './field-kinds.ts';
import type { BundleStatement, Manifest } from './manifest.ts';
import { FORMAT_VERSION, PAYLOAD_ENCODING, parseManifest } from './manifest.ts';
import type { Tables } from './tables.ts';
import { decodeTables, encodeTables } from './tables.ts';
import type { TrustLookup } from './trust.ts';

export interface SealOptions {
  /** the sender's Ed25519 private key, 32 bytes */
  readonly signingSeed: Uint8Array;
  /** the recipient's age recipient, `age1…` */
  readonly recipient: string;
}

export interface SealedBundle {
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`, hex ([B20]) */
  readonly hash: string;
  readonly manifest: Manifest;
}

export interface OpenOptions {
  /** age identities of this installation, old ones included */
  readonly identities: readonly string[];
  readonly trust: TrustLookup;
  /** office id of this installation */
  readonly self: OfficeId;
  readonly caps?: BundleCaps;
}

export interface PeekedBundle {
  readonly manifest: Manifest;
  readonly hash: string;
}

export interface OpenedBundle extends PeekedBundle {
  readonly tables: Tables;
}

export interface UnreadBundle extends PeekedBundle {
  /** What `openBundle` gives; the payload is parsed by this call. @throws Refusal as `openBundle` */
  read(): OpenedBundle;
}

/**
 * Encodes, signs, compresses and encrypts; counts, payload digest and receipt key are added to the statement.
 * @throws Refusal bundle_malformed, bundle_too_many_rows, bundle_text_too_long, bundle_bomb, bundle_too_large,
 *   keys_malformed: what the default caps would not open is not sealed ([B22])
 */
export async function sealBundle(
  statement: BundleStatement,
  tables: Tables,
  options: SealOptions,
): Promise<SealedBundle> {
  const payload = encodeTables(tables);
  const manifest = parseManifest({
    formatVersion: FORMAT_VERSION,
    suite: SUITE,
    ...statement,
    counts: Object.fromEntries([...tables].map(([name, table]) => [name, table.rows])),
    receiptKey: randomBytes(16).toString('hex'),
    payload: { sha256: sha256(payload), bytes: payload.length, encoding: PAYLOAD_ENCODING },
  });
  const document = signDocument(Buffer.from(JSON.stringify(manifest)), payload, options.signingSeed);
  const bytes = await sealContainer(document, options.recipient);
  return { bytes, hash: sha256(bytes), manifest };
}

/**
 * A bundle's manifest and tables, after every check, in the order of [B17].
 * @throws Refusal with a code of the bundle section, changes nothing
 */
export async function openBundle(file: Uint8Array, options: OpenOptions): Promise<OpenedBundle> {
  return (await verifyBundle(file, options)).read();
}

/** The same with its rows unparsed: for whoever sees by the manifest that they are too many. @throws Refusal as `openBundle` */
export async function verifyBundle(file: Uint8Array, options: OpenOptions): Promise<UnreadBundle> {
  const { manifest, payload } = await verified(file, options);
  const peeked = { manifest, hash: sha256(file) };
  return {
    ...peeked,
    read() {
      const tables = decodeTables(payload, options.caps);
      ensure(agree(manifest, tables), 'bundle_payload_mismatch');
      return { ...peeked, tables };
    },
  };
}

/**
 * A file that was opened and kept whole before: nothing is verified again, since the keys of then may not hold today.
 * @throws Refusal as `openBundle`, for a file that is damaged
 */
export async function reopenBundle(
  file: Uint8Array,
  identities: readonly string[],
  caps: BundleCaps = DEFAULT_CAPS,
): Promise<OpenedBundle> {
  const { manifest, payload } = readDocument(await openContainer(file, identities, caps));
  return { manifest, tables: decodeTables(payload, caps), hash: sha256(file) };
}

/** The manifest alone, verified as by `openBundle`; the payload is not parsed. @throws Refusal as `openBundle` */
export async function peekManifest(file: Uint8Array, options: OpenOptions): Promise<PeekedBundle> {
  const { manifest } = await verified(file, options);
  return { manifest, hash: sha256(file) };
}

/**
 * What a file says of itself, vouched for by nobody: for a person who has to ask where it came from. Null where it is
 * sealed to others or not readable.
 */
export async function claimedManifest(
  file: Uint8Array,
  { identities, caps = DEFAULT_CAPS }: OpenOptions,
): Promise<Manifest | null> {
  try {
    return readDocument(await openContainer(file, identities, caps)).manifest;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function verified(file: Uint8Array, options: OpenOptions): Promise<VerifiedDocument> {
  const caps = options.caps ?? DEFAULT_CAPS;
  const document = await openContainer(file, options.identities, caps);
  return verifyDocument(document, { trust: options.trust, self: options.self, caps });
}

function agree(manifest: Manifest, tables: Tables): boolean {
  const names = Object.keys(manifest.counts);
  return (
    names.length === tables.size && names.every((name) => tables.get(name)?.rows === manifest.counts[name])
  );
}
