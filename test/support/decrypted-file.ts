import { createDecipheriv } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const PAGE = 4096;
/** IV and seal at the end of each page. */
const RESERVED = 80;
const LOG_HEADER = 32;
const FRAME_HEADER = 24;
/** Before it page 1 holds the salt and SQLite's header fields in plain. */
const FIRST_SEALED = 24;

/**
 * Every page of a database and of its log as somebody with the data key could read them, free bytes and pages out of
 * use included: SQLCipher 4 as electron/store/page-check.ts lays it out, AES-256-CBC under the raw key. The last,
 * incomplete block of page 1 is left out.
 */
export function decryptedFile(database: string, dataKey: Uint8Array): Buffer {
  const file = readFileSync(database);
  const log = existsSync(`${database}-wal`) ? readFileSync(`${database}-wal`) : Buffer.alloc(0);
  const pages: Buffer[] = [];
  for (let at = 0; at + PAGE <= file.length; at += PAGE)
    pages.push(decrypted(file.subarray(at, at + PAGE), at === 0, dataKey));
  for (let at = LOG_HEADER; at + FRAME_HEADER + PAGE <= log.length; at += FRAME_HEADER + PAGE) {
    const page = log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + PAGE);
    pages.push(decrypted(page, log.readUInt32BE(at) === 1, dataKey));
  }
  return Buffer.concat(pages);
}

function decrypted(page: Buffer, isFirst: boolean, dataKey: Uint8Array): Buffer {
  const end = PAGE - RESERVED;
  const cipher = createDecipheriv('aes-256-cbc', dataKey, page.subarray(end, end + 16)).setAutoPadding(false);
  const sealed = page.subarray(isFirst ? FIRST_SEALED : 0, end);
  return cipher.update(sealed.subarray(0, sealed.length - (sealed.length % 16)));
}
