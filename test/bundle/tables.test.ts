import { describe, expect, it } from 'vitest';
import { DEFAULT_CAPS } from '../../electron/bundle/caps.ts';
import type { Cell } from '../../electron/bundle/column-encoding.ts';
import type { Tables } from '../../electron/bundle/tables.ts';
import { decodeTables, encodeTables } from '../../electron/bundle/tables.ts';
import { effortOf } from '../support/effort.ts';
import { fc } from '../support/properties.ts';
import { refusal, SMALL_TABLES, tablesOf } from './invented-pair.ts';

const text = (tables: Tables) => Buffer.from(encodeTables(tables)).toString();
const column = (cells: readonly Cell[]) => JSON.parse(text(tablesOf({ t: { c: cells } }))).tables.t.columns.c;
const decode = (value: unknown, caps = DEFAULT_CAPS) =>
  decodeTables(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)), caps);
const oneColumn = (encoded: unknown, rows = 3) => ({ tables: { t: { rows, columns: { c: encoded } } } });

const integer = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.maxSafeInteger()).map((n) => n + 0);
const word = fc.oneof(
  fc.constantFrom('甲', '乙', '', '𠮷', '"\\\n', '__proto__'),
  fc.string({ unit: 'binary' }),
);
const cell = fc.oneof(
  fc.constant(null),
  integer.map((n) => (Object.is(n, -0) ? 0 : n)),
  word.filter((s) => s.isWellFormed()),
);
const cells = fc.oneof(
  { arbitrary: fc.array(cell), weight: 1 },
  {
    arbitrary: fc.array(
      fc.integer({ min: -2, max: 2 }).map((n) => n || 0),
      { maxLength: 60 },
    ),
    weight: 1,
  },
  { arbitrary: fc.array(fc.constantFrom<Cell>('甲', '乙', null), { maxLength: 60 }), weight: 1 },
);
const name = fc.oneof(
  fc.stringMatching(/^[a-z][A-Za-z0-9_]{0,8}$/),
  fc.constantFrom('constructor', 'toString', 'hasOwnProperty', 'rows'),
);
const table = fc
  .tuple(fc.array(name, { maxLength: 4 }), fc.array(cells, { minLength: 4, maxLength: 4 }))
  .map(([names, columns]) => {
    const rows = Math.min(...columns.map((c) => c.length));
    const cut = [...new Set(names)].map((n, i) => [n, columns[i]!.slice(0, rows)] as const);
    return { rows: cut.length === 0 ? 0 : rows, columns: new Map(cut) };
  });
const anyTables = fc.array(fc.tuple(name, table), { maxLength: 4 }).map((entries) => new Map(entries));

describe('the payload', () => {
  it('[B29] gives back any tables equal, in their order', () => {
    fc.assert(
      fc.property(anyTables, (tables) => {
        const back = decodeTables(encodeTables(tables));
        expect(back).toEqual(tables);
        expect([...back.keys()]).toEqual([...tables.keys()]);
        for (const [n, t] of tables) expect([...back.get(n)!.columns.keys()]).toEqual([...t.columns.keys()]);
      }),
      { numRuns: 400 },
    );
  });

  it('[B29] gives back long columns, whether or not all of their cells are integers of 32 bits', () => {
    const odd = fc.constantFrom<Cell>(null, '5', 2 ** 31, -(2 ** 31) - 1, Number.MAX_SAFE_INTEGER, 0);
    const edges = fc.constantFrom(2 ** 31 - 1, -(2 ** 31), 0, 1, 7);
    const some = fc.array(fc.oneof(edges, fc.integer({ min: 0, max: 20 })), { minLength: 1, maxLength: 40 });
    const long = fc
      .tuple(some, fc.integer({ min: 990, max: 1200 }), fc.option(fc.tuple(odd, fc.nat(989))))
      .map(([stretch, rows, other]) => {
        const cells: Cell[] = Array.from({ length: rows }, (_, at) => stretch[at % stretch.length] ?? 0);
        return other ? cells.with(other[1], other[0]) : cells;
      });
    let compacted = 0;
    fc.assert(
      fc.property(long, (cells) => {
        const tables = tablesOf({ t: { c: cells } });
        const back = decodeTables(encodeTables(tables));
        const read = back.get('t')?.columns.get('c') ?? [];
        expect([...read]).toEqual(cells);
        expect(text(back)).toBe(text(tables));
        if (read instanceof Int32Array) compacted += 1;
      }),
      { numRuns: 200 },
    );
    expect(compacted).toBeGreaterThan(20);
  });

  it('[B28] gives the same bytes for the same tables and the shortest encoding for each column', () => {
    expect(text(SMALL_TABLES)).toBe(text(new Map(SMALL_TABLES)));
    expect(column([])).toEqual(['plain', []]);
    expect(column([3, 1, 2])).toEqual(['plain', [3, 1, 2]]);
    expect(column(Array(50).fill(7))).toEqual(['runs', [7], [50]]);
    expect(column(Array.from({ length: 50 }, (_, i) => 100 + i * 3))).toEqual([
      'runs+delta',
      [100, 3],
      [1, 49],
    ]);
    expect(column([1000, 1001, 1003, 1002])).toEqual(['delta', [1000, 1, 2, -1]]);
    expect(column(['甲', '乙', '甲', '甲', '乙', '甲'])).toEqual(['words', [0, 1, 0, 0, 1, 0], ['甲', '乙']]);
    expect(column(['甲', '甲', '甲', '甲', '乙', null, null])).toEqual([
      'runs+words',
      [0, 1, null],
      [4, 1, 2],
      ['甲', '乙'],
    ]);
    expect(column(['甲', '乙', '丙'])).toEqual(['plain', ['甲', '乙', '丙']]);
  });

  it('reads every combination of steps as SPEC.md says', () => {
    const read = (encoded: unknown, rows: number) =>
      decode(oneColumn(encoded, rows)).get('t')!.columns.get('c');
    expect(read(['runs+words', [0, 1, null], [3, 1, 2], ['甲', '乙']], 6)).toEqual([
      '甲',
      '甲',
      '甲',
      '乙',
      null,
      null,
    ]);
    expect(read(['delta', [5, null, -2]], 3)).toEqual([5, null, 3]);
    expect(read(['delta+words', [1, -1], ['甲', '乙']], 2)).toEqual(['乙', '甲']);
    expect(read(['runs+delta+words', [0, 1], [2, 1], ['甲', '乙']], 3)).toEqual(['甲', '甲', '乙']);
  });

  it('[B23] writes no cell but null, well-formed strings and safe integers', async () => {
    for (const bad of [1.5, NaN, Infinity, -0, 2 ** 53, true, undefined, {}, [], 1n]) {
      const tables = tablesOf({ t: { c: [1, bad as Cell] } });
      expect(await refusal(() => encodeTables(tables))).toBe('bundle_malformed');
    }
    const edges = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 0, null];
    const tables = tablesOf({ t: { c: edges } });
    expect(decodeTables(encodeTables(tables))).toEqual(tables);
  });

  it('[B24] writes no wrong names and no columns of unequal length', async () => {
    for (const wrong of ['', '__proto__', 'A', '1a', 'a-b', 'a'.repeat(65), '表']) {
      const asTable = new Map([[wrong, { rows: 0, columns: new Map() }]]);
      const asColumn = new Map([['t', { rows: 0, columns: new Map([[wrong, []]]) }]]);
      expect(await refusal(() => encodeTables(asTable))).toBe('bundle_malformed');
      expect(await refusal(() => encodeTables(asColumn))).toBe('bundle_malformed');
    }
    const unequal = new Map([['t', { rows: 2, columns: new Map([['c', [1]]]) }]]);
    expect(await refusal(() => encodeTables(unequal))).toBe('bundle_malformed');
  });

  it('[B30] neither writes nor reads lone surrogates', async () => {
    expect(await refusal(() => encodeTables(tablesOf({ t: { c: ['\ud800'] } })))).toBe('bundle_malformed');
    const hostile = '{"tables":{"t":{"rows":1,"columns":{"c":["plain",["\\udc00"]]}}}}';
    expect(await refusal(() => decode(hostile))).toBe('bundle_malformed');
  });

  it('[B31] returns tables and columns it does not know', () => {
    const tables = tablesOf({ tomorrow: { nobodyKnows: [1, 2] } });
    expect(decodeTables(encodeTables(tables))).toEqual(tables);
  });
});

const LONG = Array.from({ length: 2000 }, () => 1);

it('a long column is refused for what a short one is refused for', async () => {
  for (const encoded of [
    ['delta', LONG.with(1500, '5' as never)],
    ['plain', LONG.with(7, true as never)],
    ['runs', [1, 2], [1999, 2]],
    ['runs', [1, 2], [2000]],
    ['runs', [1, 2], [2000, 0]],
    ['delta', LONG.slice(1)],
  ])
    expect([encoded[0], await refusal(() => decode(oneColumn(encoded, 2000)))]).toEqual([
      encoded[0],
      'bundle_malformed',
    ]);
});

const HOSTILE_COLUMNS: Record<string, unknown> = {
  'no array': { 0: 'plain' },
  'an empty array': [],
  'no values': ['plain'],
  'an unknown encoding': ['packed', [1, 2, 3]],
  'an empty encoding': ['', [1, 2, 3]],
  'steps out of order': ['delta+runs', [1], [3]],
  'a step twice': ['runs+runs', [1], [3], [1]],
  'plain with a step': ['plain+delta', [1, 2, 3]],
  'a prototype name as encoding': ['__proto__', [1, 2, 3]],
  'an encoding in an array': [['plain'], [1, 2, 3]],
  'too few values': ['plain', [1, 2]],
  'too many values': ['plain', [1, 2, 3, 4]],
  'values that are no array': ['plain', 3],
  'an argument too many': ['plain', [1, 2, 3], []],
  'an array as cell': ['plain', [1, 2, [3]]],
  'an object as cell': ['plain', [1, 2, { a: 3 }]],
  'a number beyond the safe ones': ['plain', [1, 2, 9007199254740992]],
  'runs without lengths': ['runs', [1]],
  'fewer lengths than values': ['runs', [1, 2], [3]],
  'more lengths than values': ['runs', [1], [2, 1]],
  'a run of no length': ['runs', [1, 2], [3, 0]],
  'a negative run': ['runs', [1, 2], [4, -1]],
  'a run without a length': ['runs', [1], [null]],
  'a run with a text as length': ['runs', [1], ['3']],
  'runs beyond the rows': ['runs', [1], [9007199254740991]],
  'runs whose lengths overflow': ['runs', [1, 1, 1], [9007199254740991, 9007199254740991, 5]],
  'runs short of the rows': ['runs', [1], [2]],
  'lengths that are no array': ['runs', [1], 3],
  'a text among differences': ['delta', [1, 'a', 1]],
  'differences that leave the safe integers': ['delta', [9007199254740991, 1, 0]],
  'runs of differences that leave the safe integers': ['runs+delta', [9007199254740991], [3]],
  'words without a list': ['words', [0, 0, 0]],
  'an index beyond the words': ['words', [0, 1, 2], ['甲', '乙']],
  'a negative index': ['words', [0, -1, 0], ['甲', '乙']],
  'a text as index': ['words', ['length', 0, 0], ['甲']],
  'a prototype name as index': ['words', ['constructor', 0, 0], ['甲']],
  'a list of words that is none': ['words', [0, 0, 0], '甲'],
  'words that are arrays': ['words', [0, 0, 0], [['甲']]],
};

const HOSTILE_TEXTS: Record<string, string> = {
  nothing: '',
  'half of it': '{"tables":{"t":{"rows":1,"colu',
  'an array': '[]',
  null: 'null',
  'no tables': '{}',
  'tables that are an array': '{"tables":[]}',
  'tables that are null': '{"tables":null}',
  'another key': '{"tables":{},"more":1}',
  'a table that is a number': '{"tables":{"t":1}}',
  'a table without columns': '{"tables":{"t":{"rows":1}}}',
  'a table with another key': '{"tables":{"t":{"rows":0,"columns":{},"x":1}}}',
  'rows that are null': '{"tables":{"t":{"rows":null,"columns":{}}}}',
  'negative rows': '{"tables":{"t":{"rows":-1,"columns":{}}}}',
  'rows as text': '{"tables":{"t":{"rows":"1","columns":{}}}}',
  'columns as array': '{"tables":{"t":{"rows":1,"columns":[]}}}',
  '__proto__ as table': '{"tables":{"__proto__":{"rows":0,"columns":{}}}}',
  '__proto__ as column': '{"tables":{"t":{"rows":0,"columns":{"__proto__":["plain",[]]}}}}',
  '__proto__ as root key': '{"__proto__":{"tables":{}},"tables":{}}',
  'a name in capitals': '{"tables":{"T":{"rows":0,"columns":{}}}}',
  'an escaped name': '{"tables":{"\\u005f_proto__":{"rows":0,"columns":{}}}}',
  'something behind': '{"tables":{}}{}',
  'a comma too many': '{"tables":{"t":{"rows":1,"columns":{"c":["plain",[1,]]}}}}',
  'an open string': '{"tables":{"t',
  'a backslash at the end': '{"tables":{"t\\',
  'a raw line feed in a string': '{"tables":{"t":{"rows":1,"columns":{"c":["plain",["\n"]]}}}}',
};

const NOT_OUR_LEXIS: Record<string, string> = {
  'a fraction': '1.0',
  'an exponent': '1e2',
  'a large exponent': '1E400',
  'minus zero': '-0',
  'a leading zero after minus': '-01',
  'a leading zero': '01',
  true: 'true',
  false: 'false',
  'white space': ' 1',
  NaN: 'NaN',
  'a byte-order mark': '\ufeff1',
  'a comment': '/*1*/1',
};

describe('a hostile payload', () => {
  it.each(Object.entries(HOSTILE_COLUMNS))('[B23] [B24] refuses a column with %s', async (_, encoded) => {
    expect(await refusal(() => decode(oneColumn(encoded)))).toBe('bundle_malformed');
  });

  it.each(Object.entries(HOSTILE_TEXTS))('[B24] refuses %s', async (_, json) => {
    expect(await refusal(() => decode(json))).toBe('bundle_malformed');
    expect(({} as Record<string, unknown>).rows).toBeUndefined();
  });

  it.each(Object.entries(NOT_OUR_LEXIS))('[B25] refuses %s', async (_, number) => {
    const json = `{"tables":{"t":{"rows":1,"columns":{"c":["plain",[${number}]]}}}}`;
    expect(await refusal(() => decode(json))).toBe('bundle_malformed');
  });

  it('[B25] refuses depth, on the bytes', async () => {
    const bomb = Buffer.alloc(30_000_000, '[');
    const effort = await effortOf(async () => {
      expect(await refusal(() => decodeTables(bomb))).toBe('bundle_malformed');
    });
    expect(effort).toBeLessThan(10);
  });

  it('[B25] refuses what is no UTF-8', async () => {
    const json = Buffer.from('{"tables":{"t":{"rows":1,"columns":{"c":["plain",["?"]]}}}}');
    json[json.indexOf('?')] = 0xff;
    expect(await refusal(() => decodeTables(json))).toBe('bundle_malformed');
  });

  it('[B26] refuses too many rows, cells, strings and brackets without taking the memory', async () => {
    const runs = (rows: number) => ['runs', [1], [rows]];
    const wide = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`c${i}`, runs(2_000_000)]));
    const bombs: unknown[] = [
      oneColumn(runs(2_000_001), 2_000_001),
      oneColumn(runs(Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER),
      { tables: { t: { rows: 2_000_000, columns: wide } } },
      { tables: { a: { rows: 1_000_001, columns: {} }, b: { rows: 1_000_001, columns: {} } } },
      `{"tables":{"t":{"rows":1,"columns":{"c":[${'[],'.repeat(10_000_000)}1]}}}}`,
      `{"tables":{"t":{"rows":1,"columns":{"c":["plain",[${'"",'.repeat(10_000_000)}1]]}}}}`,
    ];
    const before = process.memoryUsage.rss();
    for (const bomb of bombs) {
      const bytes = Buffer.from(typeof bomb === 'string' ? bomb : JSON.stringify(bomb));
      const effort = await effortOf(async () => {
        expect(await refusal(() => decodeTables(bytes))).toBe('bundle_too_many_rows');
      });
      expect(effort).toBeLessThan(20);
    }
    expect(process.memoryUsage.rss() - before).toBeLessThan(200e6);
  });

  it('[B26] refuses a string above the cap, also as a word, and takes one at it', async () => {
    const at = tablesOf({ t: { c: ['字'.repeat(DEFAULT_CAPS.stringLength)] } });
    expect(decodeTables(encodeTables(at))).toEqual(at);
    const over = 'x'.repeat(DEFAULT_CAPS.stringLength + 1);
    expect(await refusal(() => encodeTables(tablesOf({ t: { c: [over] } })))).toBe('bundle_text_too_long');
    expect(await refusal(() => decode(oneColumn(['plain', [over]], 1)))).toBe('bundle_text_too_long');
    expect(await refusal(() => decode(oneColumn(['words', [0], [over]], 1)))).toBe('bundle_text_too_long');
  });

  it('gives a refusal or tables for any change of any byte, and never another error', async () => {
    const bytes = encodeTables(SMALL_TABLES);
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length));
    await fc.assert(
      fc.asyncProperty(change, async ([at, value, end]) => {
        const changed = Buffer.from(bytes);
        changed[at] = value;
        const codes = [null, 'bundle_malformed', 'bundle_too_many_rows'];
        expect(codes).toContain(await refusal(() => decodeTables(changed)));
        expect(codes).toContain(await refusal(() => decodeTables(changed.subarray(0, end))));
      }),
      { numRuns: 3000 },
    );
  });
});
