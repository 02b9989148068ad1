import { brotliDecompressSync } from 'node:zlib';
import { STROKE_TABLE } from './stroke-table.ts';

/** The blocks that the table holds one after the other: first and last code point. */
const BLOCKS = [
  [0x3400, 0x9fff],
  [0x20000, 0x2a6df],
] as const;

/** More than any character has: what is not known stands behind all that is. */
export const UNKNOWN_STROKES = 99;

let table: Uint8Array | undefined;

/** Strokes of one character; UNKNOWN_STROKES for Han outside the table, 0 for what is no Han. */
export function strokesOf(character: string): number {
  if (!/\p{Script=Han}/u.test(character)) return 0;
  table ??= brotliDecompressSync(Buffer.from(STROKE_TABLE, 'base64'));
  return table[placeOf(character.codePointAt(0) ?? 0)] || UNKNOWN_STROKES;
}

function placeOf(code: number): number {
  let place = 0;
  for (const [first, last] of BLOCKS) {
    if (code >= first && code <= last) return place + code - first;
    place += last - first + 1;
  }
  return place;
}
