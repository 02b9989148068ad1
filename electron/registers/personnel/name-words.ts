import { createRequire } from 'node:module';
import type * as Pinyin from 'pinyin-pro';
import { strokesOf } from './stroke-counts.ts';

/**
 * What a name is found and sorted by, beside its characters: a pure function of the folded name, so that nothing
 * that is written, undone or imported can make it stale.
 */
export interface NameWords {
  /** Every spelling and the initials from each syllable on, each behind a space: a search is for ` ` + its text. */
  readonly spellings: string;
  /** By the reading of the surname, then of the given name: syllable, tone, character. */
  readonly pinyinKey: string;
  /** By the strokes of the surname's character, then by its code, then the next: one surname stands together. */
  readonly strokeKey: string;
}

/** A name with readings like 单乐行 has dozens of spellings; nobody types those beyond. */
const SPELLINGS_MOST = 12;

const HAN = /\p{Script=Han}/u;
const LETTER = /[\p{L}\p{N}]/u;

export function nameWords(folded: string): NameWords {
  const signs = signsOf(folded);
  return {
    spellings: [...spellings(signs)].map((word) => ` ${word}`).join(''),
    pinyinKey: signs.map(({ key }) => key).join(''),
    strokeKey: Array.from(folded, strokeSign).join(''),
  };
}

/** What somebody typed as pinyin or initials; null when it can be neither. */
export function typedSpelling(text: string): string | null {
  const typed = latin(text).replace(/[\s'’·-]/gu, '');
  return /^[a-z0-9]+$/.test(typed) ? typed : null;
}

/** A Han character, or a run of letters and digits, as it is read. */
interface Sign {
  /** Without tones, the likeliest first; empty for Han that nobody can read. */
  readonly readings: readonly string[];
  readonly key: string;
}

/** The first one or two characters are read as a surname where they are one: 仇 Qiú, 单 Shàn, 尉迟 Yùchí. */
const AS_NAME = { type: 'array', surname: 'head', toneType: 'num', toneSandhi: false, v: true } as const;
const ALL_READINGS = { type: 'array', multiple: true, toneType: 'none', v: true } as const;

function signsOf(folded: string): Sign[] {
  const read = dictionary().pinyin(folded, AS_NAME);
  const signs: Sign[] = [];
  let word = '';
  const endWord = () => {
    if (word !== '') signs.push({ readings: [word], key: `${word} ` });
    word = '';
  };
  Array.from(folded).forEach((character, at) => {
    const isHan = HAN.test(character);
    if (!isHan && LETTER.test(character)) {
      word += latin(character);
      return;
    }
    endWord();
    if (isHan) signs.push(hanSign(character, read[at] ?? character));
  });
  endWord();
  return signs;
}

/** A digit is less than any letter, so that zhan4 stands before zhang1; `~` is behind them all. */
function hanSign(character: string, read: string): Sign {
  // what cannot be read comes back as it is
  if (read === character) return { readings: [], key: `~${character}` };
  const readings = new Set([read.replace(/\d/g, ''), ...readingsOf(character)]);
  return { readings: [...readings], key: read + character };
}

let loaded: typeof Pinyin | undefined;

/** Loaded with the first name: reading it takes as long as starting the command line without it. */
function dictionary(): typeof Pinyin {
  loaded ??= createRequire(import.meta.url)('pinyin-pro') as typeof Pinyin;
  return loaded;
}

const known = new Map<string, readonly string[]>();

function readingsOf(character: string): readonly string[] {
  const held = known.get(character);
  if (held) return held;
  const readings = dictionary().pinyin(character, ALL_READINGS);
  known.set(character, readings);
  return readings;
}

/** Lower case without tones, ü as v: what a keyboard types. */
function latin(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/u\u0308/g, 'v')
    .replace(/\p{M}/gu, '')
    .normalize('NFC');
}

function strokeSign(character: string): string {
  return `${String(strokesOf(character)).padStart(2, '0')}${character}`;
}

function spellings(signs: readonly Sign[]): Set<string> {
  const words = new Set<string>();
  let full = [''];
  let initials = [''];
  for (const { readings } of signs.filter((sign) => sign.readings.length > 0).reverse()) {
    full = before(readings, full);
    initials = before([...new Set(readings.map((reading) => reading.slice(0, 1)))], initials);
    for (const word of [...full, ...initials]) words.add(word);
  }
  return words;
}

/** All heads of the likeliest tail first, so that what is cut off is the least likely. */
function before(heads: readonly string[], tails: readonly string[]): string[] {
  return tails.flatMap((tail) => heads.map((head) => head + tail)).slice(0, SPELLINGS_MOST);
}
