import { createHash } from 'node:crypto';
import type { OfficeId } from '../../shared/vocabulary/ids.ts';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import type { BundleCaps } from './caps.ts';
import { SIGNATURE_BYTES, signEd25519 } from './ed25519.ts';
import { SUITE } from './field-kinds.ts';
import type { Manifest } from './manifest.ts';
import { FORMAT_VERSION, parseClaim, parseManifest } from './manifest.ts';
import type { TrustLookup } from './trust.ts';
import { verifySender } from './trust.ts';

const MAGIC = Buffer.from(`jyzd/${FORMAT_VERSION} ${SUITE}\n`);
/** Keeps a signature over a manifest from being one over anything else. */
const SIGNED_PREFIX = Buffer.from(`jyzd/${FORMAT_VERSION} manifest\n`);
const LINE = /^jyzd\/([1-9][0-9]{0,5}) ([a-z0-9-]{1,40})$/;
const LINE_BYTES = 64;
const MANIFEST_BYTES = 65_536;

export interface DocumentParts {
  readonly manifest: Uint8Array;
  readonly signature: Uint8Array;
  readonly payload: Uint8Array;
}

export interface VerifyOptions {
  readonly trust: TrustLookup;
  /** this installation: what is addressed to another one is refused */
  readonly self: OfficeId;
  readonly caps: BundleCaps;
}

export interface VerifiedDocument {
  readonly manifest: Manifest;
  /** authentic, not yet parsed */
  readonly payload: Uint8Array;
}

/** Lays out and signs the document (table in SPEC.md). `seed` is the sender's Ed25519 private key. */
export function signDocument(manifest: Uint8Array, payload: Uint8Array, seed: Uint8Array): Uint8Array {
  ensure(manifest.length <= MANIFEST_BYTES, 'bundle_malformed', { fields: ['manifest'] });
  const length = Buffer.alloc(4);
  length.writeUInt32BE(manifest.length);
  const signature = signEd25519(seed, Buffer.concat([SIGNED_PREFIX, manifest]));
  return Buffer.concat([MAGIC, length, manifest, signature, payload]);
}

/**
 * Everything that is checked before the payload is parsed ([B9] to [B17]).
 * @throws Refusal bundle_malformed, bundle_newer_format, bundle_sender_unknown, bundle_signature_wrong,
 *   bundle_key_out_of_turn,
 *   bundle_sender_revoked, bundle_payload_mismatch, bundle_recipient_wrong, bundle_too_many_rows
 */
export function verifyDocument(document: Uint8Array, options: VerifyOptions): VerifiedDocument {
  const { manifest: bytes, signature, payload } = splitDocument(document);
  const value = parseJson(bytes);
  verifySender(parseClaim(value), Buffer.concat([SIGNED_PREFIX, bytes]), signature, options);
  const manifest = parseManifest(value);
  ensure(
    payload.length === manifest.payload.bytes && sha256(payload) === manifest.payload.sha256,
    'bundle_payload_mismatch',
  );
  ensure(manifest.recipient.officeId === options.self, 'bundle_recipient_wrong');
  const rows = Object.values(manifest.counts).reduce((sum, count) => sum + count, 0);
  ensure(rows <= options.caps.rows, 'bundle_too_many_rows', { rows, limit: options.caps.rows });
  return { manifest, payload };
}

/** A document that was verified when it was kept; whose keys hold today plays no part. @throws Refusal bundle_malformed */
export function readDocument(document: Uint8Array): VerifiedDocument {
  const { manifest, payload } = splitDocument(document);
  return { manifest: parseManifest(parseJson(manifest)), payload };
}

/** Cuts the document by its table; nothing is verified. @throws Refusal bundle_malformed, bundle_newer_format */
export function splitDocument(document: Uint8Array): DocumentParts {
  const bytes = Buffer.from(document.buffer, document.byteOffset, document.byteLength);
  checkLine(bytes);
  const start = MAGIC.length + 4;
  ensure(bytes.length >= start, 'bundle_malformed', { fields: ['document'] });
  const length = bytes.readUInt32BE(MAGIC.length);
  const end = start + length;
  ensure(
    length >= 1 && length <= MANIFEST_BYTES && bytes.length >= end + SIGNATURE_BYTES,
    'bundle_malformed',
    { fields: ['document'] },
  );
  return {
    manifest: bytes.subarray(start, end),
    signature: bytes.subarray(end, end + SIGNATURE_BYTES),
    payload: bytes.subarray(end + SIGNATURE_BYTES),
  };
}

/** SHA-256 in lower-case hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function checkLine(bytes: Buffer): void {
  if (bytes.subarray(0, MAGIC.length).equals(MAGIC)) return;
  const line = bytes.subarray(0, LINE_BYTES).toString('latin1').split('\n', 1)[0] ?? '';
  const [, version, suite] = LINE.exec(line) ?? [];
  ensure(version !== undefined && suite !== undefined, 'bundle_malformed', { fields: ['document'] });
  const ours = Number(version) === FORMAT_VERSION && suite === SUITE; // the line is ours, its end is not
  ensure(!ours, 'bundle_malformed', { fields: ['document'] });
  throw new Refusal('bundle_newer_format', { version: Number(version), suite });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw new Refusal('bundle_malformed', { fields: ['manifest'] });
  }
}
