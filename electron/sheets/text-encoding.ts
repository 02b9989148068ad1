import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { isUtf16 } from './sniff.ts';

const REPLACEMENT = 0xfffd;
/** One damaged character in twenty still tells which encoding it is; more is another encoding or no text. */
const TOLERATED = 20;

/**
 * Text of a CSV file: UTF-16 by its mark, UTF-8 when it is valid, else GB18030 (the superset of GBK and
 * GB2312 that Chinese Windows writes). A few damaged characters stay as U+FFFD for the rows to be held by.
 *
 * @throws Refusal sheet_truncated when it ends within a character, sheet_not_a_sheet when it is no text
 */
export function decodeText(bytes: Uint8Array): string {
  if (isUtf16(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  const utf8 = strict('utf-8', bytes);
  if (utf8 !== null) return utf8;
  if (isCut('utf-8', bytes)) throw new Refusal('sheet_truncated');
  const damaged = new TextDecoder('utf-8').decode(bytes);
  if (isMostlyRight(damaged)) return damaged;
  const gb18030 = strict('gb18030', bytes);
  if (gb18030 !== null) return gb18030;
  if (isCut('gb18030', bytes)) throw new Refusal('sheet_truncated');
  const damagedGb18030 = new TextDecoder('gb18030').decode(bytes);
  if (!isMostlyRight(damagedGb18030)) throw new Refusal('sheet_not_a_sheet');
  return damagedGb18030;
}

function strict(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Valid but for an unfinished last character; two Han characters rule out that other bytes merely look so. */
function isCut(encoding: string, bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return /\p{Script=Han}.*\p{Script=Han}/su.test(text);
  } catch {
    return false;
  }
}

function isMostlyRight(text: string): boolean {
  let damaged = 0;
  let beyondAscii = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === REPLACEMENT) damaged += 1;
    if (unit > 0x7f) beyondAscii += 1;
  }
  return damaged * TOLERATED <= beyondAscii;
}
