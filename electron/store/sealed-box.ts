/**
 * Sealing to an X25519 public key: whoever knows it can seal, only the holder of the private key can open.
 *
 *   box = ephemeral public key (32) ‖ AES-256-GCM ciphertext ‖ tag (16)
 *   key = HKDF-SHA256(X25519(ephemeral, recipient), salt = ephemeral public ‖ recipient public, info = SUITE, 32)
 *
 * Each key seals once, so its nonce is twelve zero bytes, as in age's X25519 stanza (C2SP age.md).
 */
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';

/** Names the algorithms in what is stored. */
export const SUITE = 'x25519-hkdf-sha256-aes-256-gcm';

/** Both halves as their 32 raw bytes (RFC 7748). */
export interface KeyPair {
  readonly public: Buffer;
  readonly private: Buffer;
}

const KEY = 32;
const TAG = 16;
const NONCE = Buffer.alloc(12);
/** DER headers of RFC 8410 around the raw keys. */
const PRIVATE_HEADER = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC_HEADER = Buffer.from('302a300506032b656e032100', 'hex');

/** @param secret 32 random bytes, which are the private key */
export function keyPairOf(secret: Uint8Array): KeyPair {
  const publicKey = createPublicKey(privateObject(secret)).export({ format: 'der', type: 'spki' });
  return { private: Buffer.from(secret), public: publicKey.subarray(-KEY) };
}

/** @param ephemeral 32 fresh random bytes; @param associated is proved with the box and not kept in it */
export function seal(
  recipient: Uint8Array,
  ephemeral: Uint8Array,
  content: Uint8Array,
  associated: Uint8Array,
): Buffer {
  const own = keyPairOf(ephemeral);
  const key = boxKey(own, recipient, own.public, recipient);
  const cipher = createCipheriv('aes-256-gcm', key, NONCE).setAAD(associated);
  const ciphertext = Buffer.concat([cipher.update(content), cipher.final()]);
  key.fill(0);
  own.private.fill(0);
  return Buffer.concat([own.public, ciphertext, cipher.getAuthTag()]);
}

/** @returns undefined for a box of another recipient, of other associated data, or a changed one */
export function open(recipient: KeyPair, box: Uint8Array, associated: Uint8Array): Buffer | undefined {
  if (box.length < KEY + TAG) return undefined;
  const [ephemeral, ciphertext, tag] = [box.subarray(0, KEY), box.subarray(KEY, -TAG), box.subarray(-TAG)];
  try {
    const key = boxKey(recipient, ephemeral, ephemeral, recipient.public);
    const cipher = createDecipheriv('aes-256-gcm', key, NONCE, { authTagLength: TAG });
    cipher.setAAD(associated).setAuthTag(tag);
    return Buffer.concat([cipher.update(ciphertext), cipher.final()]);
  } catch {
    // a tag that does not fit, or a point of small order in place of the ephemeral key
    return undefined;
  }
}

function boxKey(own: KeyPair, other: Uint8Array, ephemeral: Uint8Array, recipient: Uint8Array): Buffer {
  const shared = diffieHellman({ privateKey: privateObject(own.private), publicKey: publicObject(other) });
  return Buffer.from(hkdfSync('sha256', shared, Buffer.concat([ephemeral, recipient]), SUITE, 32));
}

function privateObject(raw: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PRIVATE_HEADER, raw]), format: 'der', type: 'pkcs8' });
}

function publicObject(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([PUBLIC_HEADER, raw]), format: 'der', type: 'spki' });
}
