import type { Chance } from '../exchange/county-work.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Values that somebody hostile would try, or a careless program writes. */
const ODD: readonly Json[] = [
  null,
  true,
  -1,
  0,
  1,
  2,
  1.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  1e15,
  1e300,
  2_000_000,
  1_999_990,
  '',
  'plain',
  'runs',
  'delta',
  'words',
  'runs+delta+words',
  '__proto__',
  'constructor',
  '2021-02-30',
  '\u0000\u202e',
  '\ud842',
  '字'.repeat(10_001),
  [],
  {},
  [[]],
  [null],
  [2_000_000],
  [1e15],
  { toString: 1 },
];
const ODD_NAMES = [
  '__proto__',
  'constructor',
  'Item',
  '',
  'a'.repeat(65),
  'rows',
  'columns',
  'tables',
  'length',
];

/** The value with one place in it changed: replaced, moved, doubled, left out, or under another name. */
export function changedSomewhere(value: Json, chance: Chance): Json {
  const isLeaf = value === null || typeof value !== 'object';
  if (isLeaf || chance.happens(0.12)) return chance.happens(0.3) ? nearby(value, chance) : chance.of(ODD);
  if (Array.isArray(value)) return changedList(value, chance);
  const entries = Object.entries(value);
  if (entries.length === 0 || chance.happens(0.08))
    return Object.fromEntries([...entries, [chance.of(ODD_NAMES), chance.of(ODD)]]);
  const at = chance.below(entries.length);
  const [name, inner] = entries[at] ?? ['', null];
  if (chance.happens(0.06)) return Object.fromEntries(entries.toSpliced(at, 1));
  if (chance.happens(0.06)) return Object.fromEntries(entries.with(at, [chance.of(ODD_NAMES), inner]));
  return Object.fromEntries(entries.with(at, [name, changedSomewhere(inner, chance)]));
}

function changedList(list: Json[], chance: Chance): Json {
  if (list.length === 0) return [chance.of(ODD)];
  const at = chance.below(list.length);
  const one = list[at] ?? null;
  if (chance.happens(0.1)) return list.toSpliced(at, 1);
  if (chance.happens(0.1)) return list.toSpliced(at, 0, one);
  if (chance.happens(0.05)) return chance.shuffled(list);
  return list.with(at, changedSomewhere(one, chance));
}

/** What might well stand there. */
function nearby(value: Json, chance: Chance): Json {
  if (typeof value === 'number') return value + chance.below(5) - 2;
  if (typeof value === 'string') return value.slice(chance.below(3)) + chance.of(['', 'x', '+delta', '甲']);
  return chance.of(ODD);
}

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+|null|[[\]{}:,]/g;
const ODD_TOKENS = [
  ...['-0', '01', '1.0', '1e3', '+1', '0x1', 'NaN', 'true', 'nul', 'nullnull', '9'.repeat(300), '-', '--1'],
  ...[
    '"',
    '"\\x"',
    '"\\ud842"',
    '"\\u0000"',
    "'a'",
    '"a\nb"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    ' ',
    '\ufeff',
    '/**/',
  ],
  ...['['.repeat(50), '{"a":'.repeat(30), '[],'.repeat(25_000)],
];

/** The text with one token of JSON replaced, doubled, left out or swapped with another. */
export function tokenChanged(text: string, chance: Chance): string {
  const tokens: string[] = text.match(TOKEN) ?? [];
  const at = chance.below(tokens.length);
  const other = chance.below(tokens.length);
  const [one = '', two = ''] = [tokens[at], tokens[other]];
  const changes = [
    () => tokens.with(at, chance.of(ODD_TOKENS)),
    () => tokens.with(at, two),
    () => tokens.with(at, two).with(other, one),
    () => tokens.toSpliced(at, 0, one),
    () => tokens.toSpliced(at, 1),
  ];
  return chance.of(changes)().join('');
}
