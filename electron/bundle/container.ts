import { armor, Decrypter, Encrypter } from 'age-encryption';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import type { BundleCaps } from './caps.ts';
import { DEFAULT_CAPS } from './caps.ts';
import { deflate, inflate } from './zstd-frame.ts';

const AGE_LINE = 'age-encryption.org/v1\n';
const HEADER_BYTES = 16 * 1024;
const X25519_RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/;

export interface AgeSecrets {
  /** `AGE-SECRET-KEY-1…`; every one is tried, old ones included */
  readonly identities: readonly string[];
  readonly passphrases?: readonly string[];
  /** the file is ASCII armored; bundles never are */
  readonly armored?: boolean;
}

/** The document, compressed and encrypted to one recipient. @throws Refusal as opening would, for what is too large. */
export async function sealContainer(
  document: Uint8Array,
  recipient: string,
  caps: BundleCaps = DEFAULT_CAPS,
): Promise<Uint8Array> {
  ensure(X25519_RECIPIENT.test(recipient), 'keys_malformed');
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const file = await encrypter.encrypt(deflate(document, caps));
  ensure(file.length <= caps.fileBytes, 'bundle_too_large', { bytes: file.length, limit: caps.fileBytes });
  return file;
}

/** The document inside a bundle file: size, then everything decrypted, then everything inflated ([B1] to [B8]). */
export async function openContainer(
  file: Uint8Array,
  identities: readonly string[],
  caps: BundleCaps = DEFAULT_CAPS,
): Promise<Uint8Array> {
  ensure(file.length <= caps.fileBytes, 'bundle_too_large', { bytes: file.length, limit: caps.fileBytes });
  const frame = await openAge(file, { identities });
  ensure(recipientsOf(file) === 1, 'bundle_damaged');
  return inflate(frame, caps);
}

/**
 * The plaintext of an age v1 file, whole or not at all.
 * @throws Refusal bundle_not_a_bundle, bundle_newer_format, bundle_not_for_us, bundle_damaged
 */
export async function openAge(file: Uint8Array, secrets: AgeSecrets): Promise<Uint8Array> {
  const binary = secrets.armored ? withoutArmor(file) : file;
  checkHeader(binary);
  const decrypter = new Decrypter();
  for (const identity of secrets.identities) decrypter.addIdentity(identity);
  for (const passphrase of secrets.passphrases ?? []) decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(binary);
  } catch (error) {
    throw new Refusal(isNoMatch(error) ? 'bundle_not_for_us' : 'bundle_damaged');
  }
}

function withoutArmor(file: Uint8Array): Uint8Array {
  try {
    return armor.decode(Buffer.from(file).toString('latin1'));
  } catch {
    throw new Refusal('bundle_damaged');
  }
}

function checkHeader(file: Uint8Array): void {
  const head = Buffer.from(file.subarray(0, HEADER_BYTES)).toString('latin1');
  if (!head.startsWith(AGE_LINE)) {
    const newer = head.startsWith('age-encryption.org/') || head.startsWith('jyzd-container/');
    throw new Refusal(newer ? 'bundle_newer_format' : 'bundle_not_a_bundle');
  }
  ensure(head.includes('\n---'), 'bundle_damaged');
}

/** Stanzas of a header that was authenticated. */
function recipientsOf(file: Uint8Array): number {
  const head = Buffer.from(file.subarray(0, HEADER_BYTES)).toString('latin1');
  return head.slice(0, head.indexOf('\n---')).split('\n-> ').length - 1;
}

/** The library has no error classes; a test holds this message to the library's pinned version. */
function isNoMatch(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('no identity matched');
}
