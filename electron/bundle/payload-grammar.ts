import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { BundleCaps } from './caps.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;
const MAX_DEPTH = 6;
const OPENING = classOf('{[');
const CLOSING = classOf('}]');
/** What may stand outside strings: brackets, separators, digits, minus and the letters of `null` ([B25]). */
const ALLOWED = classOf('{}[]:,-0123456789nul');

/**
 * Reads the payload's bytes once, before JSON.parse may allocate: no fractions, no white space, little depth, and no
 * more brackets, strings and values than the caps allow. JSON.parse checks the rest of the grammar.
 * @throws Refusal bundle_malformed, bundle_too_many_rows
 */
export function checkPayloadGrammar(bytes: Uint8Array, caps: BundleCaps): void {
  let depth = 0;
  let brackets = 0;
  let strings = 0;
  let commas = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte === QUOTE) {
      i = endOfString(bytes, i);
      strings += 1;
    } else if (byte === COMMA) {
      commas += 1;
    } else if (OPENING[byte]) {
      brackets += 1;
      depth += 1;
      ensure(depth <= MAX_DEPTH, 'bundle_malformed', { fields: ['payload'] });
    } else if (CLOSING[byte]) {
      depth -= 1;
    } else {
      const negative = byte !== MINUS || isNonZeroDigit(bytes[i + 1]);
      ensure(ALLOWED[byte] && negative, 'bundle_malformed', { fields: ['payload'] });
    }
  }
  const few = brackets <= caps.brackets && strings <= caps.strings && commas <= caps.cells + caps.strings;
  ensure(few, 'bundle_too_many_rows', { brackets, strings, values: commas });
}

/** Index of the closing quote. */
function endOfString(bytes: Uint8Array, start: number): number {
  for (let i = start + 1; i < bytes.length; i += 1) {
    if (bytes[i] === QUOTE) return i;
    if (bytes[i] === BACKSLASH) i += 1;
  }
  return bytes.length;
}

function isNonZeroDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte > ZERO && byte <= ZERO + 9;
}

function classOf(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const byte of Buffer.from(characters)) table[byte] = 1;
  return table;
}
