/**
 * The recovery code: 28 characters in seven groups of four, 5 bits each, from Crockford's alphabet (no I, L, O, U).
 *
 *   characters 1–26   128 random bits, then two zero bits
 *   characters 27–28  check symbols: a Reed–Solomon code over GF(32) with the roots 1 and α
 *                     (α² … by x⁵ + x² + 1), so Σ cᵢ = 0 and Σ cᵢ·αⁱ = 0 for i = 0 … 27
 *
 * With the two zero bits these are 12 check bits. A single wrong character is always found and located; two
 * swapped neighbours are always found and mostly located; anything else slips through once in 4096. So a code that was
 * mistyped is told from a code that is another ledger's, and the hint names the group to look at again.
 */
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 28;
const GROUP = 4;
const DATA = 26;
const SECRET_BYTES = 16;

/** @param secret 16 random bytes */
export function formatRecoveryCode(secret: Uint8Array): string {
  if (secret.length !== SECRET_BYTES) throw new RangeError('a recovery secret has 16 bytes');
  const text = withChecks(toSymbols(secret))
    .map((symbol) => ALPHABET.charAt(symbol))
    .join('');
  return text.replace(/.{4}(?=.)/g, '$&-');
}

/**
 * Reads a code as a person types it: any case, with or without separators, O for 0, I and L for 1.
 * @returns the 16 secret bytes
 * @throws Refusal `recovery_wrong` with `mistyped: true` and, where it is known, the `group` from 1 to 7
 */
export function parseRecoveryCode(typed: string): Buffer {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―_.·]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const characters = [...text];
  const symbols = characters.map((character) => ALPHABET.indexOf(character));
  const foreign = symbols.indexOf(-1);
  ensure(characters.length === LENGTH, 'recovery_wrong', { mistyped: true, length: characters.length });
  if (foreign >= 0) throw mistyped(groupOf(foreign));
  const padding = (symbols[DATA - 1] ?? 0) & 0b11;
  if (!isCodeword(symbols) || padding !== 0) throw mistyped(suspectedGroup(symbols));
  return toBytes(symbols.slice(0, DATA));
}

function mistyped(group: number | undefined): Refusal {
  return new Refusal('recovery_wrong', group === undefined ? { mistyped: true } : { mistyped: true, group });
}

function groupOf(position: number): number {
  return Math.floor(position / GROUP) + 1;
}

function suspectedGroup(symbols: readonly number[]): number | undefined {
  const [sum, weighted] = syndromes(symbols);
  const groups = new Set<number>();
  if (sum === 0) {
    for (let i = 0; i + 1 < LENGTH; i++) {
      const swapped = (symbols[i] ?? 0) ^ (symbols[i + 1] ?? 0);
      if (swapped !== 0 && times(swapped, power(i) ^ power(i + 1)) === weighted) groups.add(groupOf(i));
    }
  } else {
    for (let i = 0; i < LENGTH; i++) if (times(sum, power(i)) === weighted) groups.add(groupOf(i));
  }
  return groups.size === 1 ? [...groups][0] : undefined;
}

function isCodeword(symbols: readonly number[]): boolean {
  const [sum, weighted] = syndromes(symbols);
  return sum === 0 && weighted === 0;
}

function withChecks(data: readonly number[]): number[] {
  const [sum, weighted] = syndromes(data);
  const last = times(weighted ^ times(sum, power(DATA)), inverse(power(DATA) ^ power(DATA + 1)));
  return [...data, sum ^ last, last];
}

function syndromes(symbols: readonly number[]): [number, number] {
  let sum = 0;
  let weighted = 0;
  symbols.forEach((symbol, i) => {
    sum ^= symbol;
    weighted ^= times(symbol, power(i));
  });
  return [sum, weighted];
}

function toSymbols(bytes: Uint8Array): number[] {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.padEnd(DATA * 5, '0').match(/.{5}/g) ?? []).map((five) => Number.parseInt(five, 2));
}

function toBytes(symbols: readonly number[]): Buffer {
  const bits = symbols.map((symbol) => symbol.toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

/** αⁿ in GF(32); the order of α is 31. */
function power(n: number): number {
  return POWERS[n] ?? 0;
}

const POWERS: readonly number[] = Array.from({ length: 31 }, (_, n) => {
  let value = 1;
  for (let i = 0; i < n; i++) value = times(value, 2);
  return value;
});

function inverse(value: number): number {
  let result = 1;
  for (let i = 0; i < 30; i++) result = times(result, value);
  return result;
}

function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 4; bit >= 0; bit--) {
    product <<= 1;
    if (product & 0b100000) product ^= 0b100101;
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
}
