/**
 * The cipher's page seals, checked without SQLite. `PRAGMA cipher_integrity_check` is not in this build, and
 * only so can a database of other keys (no page fits) be told from a damaged one (some pages fit).
 *
 * Layout (SQLCipher 4): pages of 4096 bytes; the first 16 bytes of the file are the salt; each page ends in
 * IV (16) and HMAC-SHA512 (64) over ciphertext, IV and the page's number (4 bytes, little endian). In page 1
 * the sealed part begins at byte 24: bytes 16 to 23 are SQLite's header fields in plain.
 * HMAC key = PBKDF2-SHA512(data key, salt XOR 0x3a, 2 rounds, 32 bytes).
 * Source: SQLite3 Multiple Ciphers, cipher_sqlcipher.c; zetetic.net/sqlcipher/design.
 */
import { createHmac, pbkdf2Sync } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const PAGE = 4096;
const SALT = 16;
const SEAL = 64;
const FIRST_SEALED = 24;
const SALT_MASK = 0x3a;

export interface PageCheck {
  readonly sealed: number;
  readonly broken: number;
}

/**
 * Counts the pages whose seal fits and those whose does not. The log is not looked at: checkpoint first.
 * @param limit looks at no more pages than this
 * @throws what the file system throws
 */
export function checkPages(file: string, key: Uint8Array, limit = Number.POSITIVE_INFINITY): PageCheck {
  const handle = openSync(file, 'r');
  try {
    const pages = Math.min(Math.floor(fstatSync(handle).size / PAGE), limit);
    const page = Buffer.alloc(PAGE);
    let sealed = 0;
    let seal: Buffer | undefined;
    for (let number = 1; number <= pages; number++) {
      readSync(handle, page, 0, PAGE, (number - 1) * PAGE);
      seal ??= sealKey(key, page.subarray(0, SALT));
      if (pageFits(page, number, seal)) sealed++;
    }
    return { sealed, broken: pages - sealed };
  } finally {
    closeSync(handle);
  }
}

function sealKey(key: Uint8Array, salt: Uint8Array): Buffer {
  return pbkdf2Sync(
    key,
    salt.map((byte) => byte ^ SALT_MASK),
    2,
    32,
    'sha512',
  );
}

function pageFits(page: Buffer, number: number, seal: Buffer): boolean {
  const counter = Buffer.alloc(4);
  counter.writeUInt32LE(number);
  const expected = createHmac('sha512', seal)
    .update(page.subarray(number === 1 ? FIRST_SEALED : 0, PAGE - SEAL))
    .update(counter)
    .digest();
  return expected.equals(page.subarray(PAGE - SEAL));
}
