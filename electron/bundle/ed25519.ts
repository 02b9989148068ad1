import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';

/** Ed25519 with raw 32-byte keys (RFC 8032); the prefixes are the fixed DER heads of RFC 8410. */
const PRIVATE_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

export const SIGNATURE_BYTES = 64;
const KEY_BYTES = 32;

/** A new pair: `seed` is the private key, both 32 bytes. */
export function generateEd25519(): { seed: Uint8Array; publicKey: Uint8Array } {
  const pair = generateKeyPairSync('ed25519');
  const seed = pair.privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-KEY_BYTES);
  const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES);
  return { seed: new Uint8Array(seed), publicKey: new Uint8Array(publicKey) };
}

export function signEd25519(seed: Uint8Array, message: Uint8Array): Uint8Array {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, seed]), format: 'der', type: 'pkcs8' });
  return sign(null, message, key);
}

/** False for a wrong signature and for a public key that is none. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.concat([PUBLIC_HEAD, publicKey]),
      format: 'der',
      type: 'spki',
    });
    return verify(null, message, key, signature);
  } catch {
    return false;
  }
}
