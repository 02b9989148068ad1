/**
 * Names of people and units as they come out of spreadsheets: what is stored, what is compared, and what
 * can no longer be read.
 */

/** Han characters of the first block, letters and digits: nothing to tidy, and nearly every cell there is. */
const PLAIN = /^[\u4E00-\u9FFFA-Za-z0-9]*$/;
/** Zero-width and direction marks, soft hyphen, byte order mark: invisible leftovers of copying. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
/** Variation selectors choose a glyph, not a character. */
const VARIATION = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;
/** ‧ • ・ ･ ⋅ ∙: typed for the middle dot U+00B7 of transliterated names. */
const MIDDLE_DOTS = /[\u2027\u2022\u30FB\uFF65\u22C5\u2219]/g;
/** A full stop between two Han characters can only stand for the middle dot. */
const STOP_AS_DOT = /(?<=\p{Script=Han})[.\uFF0E](?=\p{Script=Han})/gu;
const SPACES_AT_DOT = / ?· ?/g;
const SPACES_AT_HAN = /(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu;

/** ? ？ U+FFFD □ ■ ▯ * ＊ × ○ ●: put by programs for a lost character, or by people for a masked one. */
const LOST_CHARACTER = /[?？\uFFFD□■▯*＊×○●\p{Cc}]/u;
/** The private use areas look different on every machine. */
const PRIVATE_USE = /\p{Co}/u;
/** What GBK makes of U+FFFD, of freed and of fresh memory. */
const MOJIBAKE = /锟斤拷|锟斤|斤拷|烫烫|屯屯/;

/**
 * The name as it is stored: NFC, invisible characters gone, middle dots one and the same (·), no spaces
 * beside Han characters (“张　三” is “张三”), single spaces within Latin names. Characters beyond the basic
 * plane stay as they are.
 */
export function cleanName(text: string): string {
  if (PLAIN.test(text)) return text;
  return tidy(text.replace(INVISIBLE, '').normalize('NFC'));
}

/**
 * The key under which two spellings are one name, for people and units alike: `cleanName`, and also
 * full-width letters and brackets, compatibility forms (Kangxi radicals out of PDF files) and glyph
 * variants made equal (NFKC). Letter case counts. Never stored as a name, only beside it.
 */
export function foldName(text: string): string {
  if (PLAIN.test(text)) return text;
  return tidy(text.replace(INVISIBLE, '').replace(VARIATION, '').normalize('NFKC'));
}

/**
 * True for a name that lost a character on its way (“?强”, “张□”, “��”), was masked (“张*”), is the trace of
 * a wrong encoding, or shows differently on every machine. Such a name is held, never guessed.
 */
export function isRuined(text: string): boolean {
  return (
    !text.isWellFormed() ||
    LOST_CHARACTER.test(text) ||
    PRIVATE_USE.test(text) ||
    MOJIBAKE.test(text) ||
    !/\p{Letter}/u.test(text)
  );
}

function tidy(text: string): string {
  return text
    .replace(MIDDLE_DOTS, '·')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(SPACES_AT_HAN, '')
    .replace(STOP_AS_DOT, '·')
    .replace(SPACES_AT_DOT, '·');
}
