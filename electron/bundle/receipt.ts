import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Manifest } from './manifest.ts';

/** Crockford's base 32: no I, L, O, U. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The code on a paper receipt, `XXXX-XXXX`, 40 bits: only who opened the bundle can compute it ([B37]). */
export function receiptCode(manifest: Pick<Manifest, 'receiptKey'>, bundleHash: string): string {
  const mac = createHmac('sha256', Buffer.from(manifest.receiptKey, 'hex'))
    .update(`jyzd-receipt/1\n${bundleHash}`)
    .digest();
  let bits = BigInt(`0x${mac.subarray(0, 5).toString('hex')}`);
  let code = '';
  for (let i = 0; i < 8; i += 1) {
    code = (DIGITS[Number(bits & 31n)] ?? '') + code;
    bits >>= 5n;
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** Whether a typed code is that of the bundle; case, hyphens, spaces and look-alike letters do not matter. */
export function isReceiptCode(
  typed: string,
  manifest: Pick<Manifest, 'receiptKey'>,
  bundleHash: string,
): boolean {
  const expected = Buffer.from(receiptCode(manifest, bundleHash).replace('-', ''));
  const given = Buffer.from(normalized(typed));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function normalized(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
