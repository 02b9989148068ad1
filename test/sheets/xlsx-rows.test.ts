import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CellValue, streamXlsxRows, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { isBlank, SHEET_LIMITS, type SheetCell, type SheetRow } from '../../electron/sheets/sheet-grid.ts';
import { XlsxRows } from '../../electron/sheets/xlsx-rows.ts';
import { SharedTexts } from '../../electron/sheets/xlsx-texts.ts';
import { openXlsx } from '../../electron/sheets/xlsx-workbook.ts';
import { fc } from '../support/properties.ts';
import { zipOf } from './zip-of.ts';

const FACTS = { texts: ['甲', '乙 丙'], isDate: [false, true], from1904: false };

/** All rows of a sheet's XML that comes in pieces. */
function rowsOf(xml: string, cuts: readonly number[] = [], facts = FACTS): SheetRow[] {
  const reader = new XlsxRows(facts);
  return piecesOf(Buffer.from(xml), cuts).flatMap((piece) => reader.take(piece));
}

function piecesOf(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const ends = [...cuts.toSorted((one, other) => one - other), bytes.length];
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

const cellsOf = (cells: string) => rowsOf(`<sheetData><row r="1">${cells}</row></sheetData>`)[0]?.cells;

describe('the cells of a sheet', () => {
  it.each<[string, string, SheetCell]>([
    ['a shared text', '<c r="A1" t="s"><v>1</v></c>', '乙 丙'],
    ['a shared text written with spaces', '<c r="A1" t="s"><v> 1 </v></c>', '乙 丙'],
    ['a text of its own', '<c r="A1" t="inlineStr"><is><t>张&#x4e09;&amp;</t></is></c>', '张三&'],
    [
      'a text of several runs, without how it is pronounced',
      '<c r="A1" t="inlineStr"><is><r><t>张</t></r><rPh><t>zhang</t></rPh><r><t>三</t></r></is></c>',
      '张三',
    ],
    ['a text as it stands', '<c r="A1" t="str"><v><![CDATA[a<b&amp;]]></v></c>', 'a<b&amp;'],
    ['what XML cannot write', '<c r="A1" t="str"><v>a_x000D_b</v></c>', 'a\rb'],
    ['a number', '<c r="A1"><v>1.5E3</v></c>', 1500],
    ['a number shown as a date', '<c r="A1" s="1"><v>44256.5</v></c>', { date: '2021-03-01' }],
    ['a date by its ISO text', '<c r="A1" t="d"><v>2021-03-01T00:00:00</v></c>', '2021-03-01T00:00:00'],
    ['yes', '<c r="A1" t="b"><v>1</v></c>', true],
    ['an error', '<c r="A1" t="e"><v>#REF!</v></c>', '#REF!'],
    ['a prefix before every name', '<x:c r="A1" t="s"><x:v>0</x:v></x:c>', '甲'],
  ])('are read: %s', (_, cell, expected) => {
    expect(cellsOf(cell)).toEqual([expected]);
  });

  it('stand in the columns that they name, or beside the one before', () => {
    expect(cellsOf('<c><v>1</v></c><c r="AB1"><v>2</v></c><c><v>3</v></c><c r="C1"><v>4</v></c>')).toEqual([
      ...[1, null, 4],
      ...Array.from({ length: 24 }, () => null),
      ...[2, 3],
    ]);
  });

  it('say #N/A where a formula was saved without its value, unless that is an empty text', () => {
    const cells = [
      '<c r="A1" s="1"><f>ROW()-1</f><v></v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1"><f>1</f></c>',
      '<c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><f t="shared" si="0"/><v /></c><c r="F1" s="3"/>',
      '<c r="G1"><f>IF(A1&lt;2,"a",2)</f><v/></c>',
    ];
    expect(cellsOf(cells.join(''))).toEqual(['#N/A', 2, '#N/A', '', '#N/A', null, '#N/A']);
  });

  it('are left out where a row has none with content', () => {
    const xml =
      '<sheetData><row r="3"/><row><c r="A4" s="1"/><c r="B4" t="str"><v> </v></c></row><row r="9"><c><v>1</v></c></row></sheetData>';
    expect(rowsOf(xml)).toEqual([{ line: 9, cells: [1] }]);
  });

  it('are refused beyond the last column that a spreadsheet has', () => {
    expect(() => cellsOf('<c r="XFE1"><v>1</v></c>')).toThrow(
      expect.objectContaining({ code: 'sheet_damaged' }),
    );
  });

  it('are the same however the sheet comes in pieces', () => {
    const xml = [
      '\uFEFF<?xml version="1.0"?><!-- <row> --><worksheet><sheetData><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>12345</v></c>',
      '<c r="C2" t="inlineStr"><is><t>𠮷林&lt;&#24352;省 &amp; 县</t></is></c><c r="D2" t="str"><f>A2&gt;"a>b"</f><v>值</v></c></row>',
      "<row r='31' spans='1:3'><c r='B31' t='str'><v><![CDATA[]]&gt;<row>]]></v></c><c r='C31'><f>1</f></c></row></sheetData></worksheet>",
    ].join('');
    const whole = rowsOf(xml);
    expect(whole).toEqual([
      { line: 2, cells: ['乙 丙', 12345, '𠮷林<张省 & 县', '值'] },
      { line: 31, cells: [null, ']]&gt;<row>', '#N/A'] },
    ]);
    fc.assert(
      fc.property(fc.array(fc.nat(Buffer.byteLength(xml)), { maxLength: 40 }), (cuts) => {
        expect(rowsOf(xml, cuts)).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });
});

it('finds a shared text by a number of any length, wherever that is cut', () => {
  const texts = Array.from({ length: 12_346 }, (_, at) => `文${at}`);
  const numbers = [0, 7, 10, 99, 100, 797, 7975, 12_345];
  const cells = numbers.map((number) => `<c t="s"><v>${number}</v></c>`).join('');
  const bytes = Buffer.from(`<sheetData><row r="1">${cells}</row></sheetData>`);
  const expected = [{ line: 1, cells: numbers.map((number) => `文${number}`) }];
  for (let size = 1; size <= 12; size += 1) {
    const reader = new XlsxRows({ ...FACTS, texts });
    const rows = [];
    for (let at = 0; at < bytes.length; at += size) rows.push(...reader.take(bytes.subarray(at, at + size)));
    expect([size, rows]).toEqual([size, expected]);
  }
});

it('reads the shared texts of a workbook however they come in pieces', () => {
  const xml =
    '<sst><si><t>张三</t></si><si><t xml:space="preserve"> a </t></si><si/><si><r><rPr><b/></rPr><t>县</t></r><r><t>法院</t></r><rPh sb="0"><t>xian</t></rPh></si><si><t>_x0041_&#65;</t></si></sst>';
  fc.assert(
    fc.property(fc.array(fc.nat(Buffer.byteLength(xml)), { maxLength: 20 }), (cuts) => {
      const shared = new SharedTexts();
      for (const piece of piecesOf(Buffer.from(xml), cuts)) shared.take(piece);
      expect(shared.texts).toEqual(['张三', ' a ', '', '县法院', 'AA']);
    }),
    { numRuns: 100 },
  );
});

type Sheets = Record<string, SheetRow[]>;

async function ourSheets(bytes: Uint8Array): Promise<Sheets> {
  const { sheets } = await openXlsx(bytes, SHEET_LIMITS);
  const read: Sheets = {};
  for (const sheet of sheets) read[sheet.name] = (await allOf(sheet.rows())).flat();
  return read;
}

/** What a library that others use reads, and #N/A where it says nothing and ours says that. */
async function librarySheets(bytes: Uint8Array, ours: Sheets): Promise<Sheets> {
  const sheets: Sheets = {};
  for (const [sheet, known] of Object.entries(ours)) {
    const rows = await allOf(streamXlsxRows(bytes, { sheet }));
    const lines = new Map(rows.map(({ index, values }) => [index + 1, values.map(asCell)]));
    for (const { line, cells } of known) lines.set(line, withMissingValues(lines.get(line) ?? [], cells));
    sheets[sheet] = [...lines].flatMap(([line, values]) => {
      const width = values.findLastIndex((cell) => !isBlank(cell)) + 1;
      return width > 0 ? [{ line, cells: values.slice(0, width) }] : [];
    });
  }
  return sheets;
}

function withMissingValues(said: readonly SheetCell[], ours: readonly SheetCell[]): SheetCell[] {
  const width = Math.max(said.length, ours.length);
  return Array.from({ length: width }, (_, at) => {
    const cell = said[at] ?? null;
    return ours[at] === '#N/A' && isBlank(cell) ? '#N/A' : cell;
  });
}

async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

function asCell(value: CellValue): SheetCell {
  return value instanceof Date ? { date: value.toISOString().slice(0, 10) } : value;
}

describe('a workbook', () => {
  const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));
  const files = globSync('**/*.xlsx', { cwd: fixtures }).filter(
    (file) => !/(empty|encrypted|notasheet|truncated)\.xlsx$/.test(file),
  );

  it('of many rows, all of whose texts are shared, is read as another library reads it', async () => {
    const rows = Array.from({ length: 30_000 }, (_, at) => [
      at + 1,
      `姓名${(at * 7919) % 30_000}`,
      `第${at % 400}派出所`,
      `职务${(at * 31) % 5_003}`,
      at % 3 === 0 ? null : at / 8,
    ]);
    const bytes = await writeXlsx({ sheets: [{ name: '大', rows }] });
    const ours = await ourSheets(bytes);
    expect(ours).toEqual(await librarySheets(bytes, ours));
    expect(ours.大?.length).toBe(30_000);
  }, 60_000);

  it('is among the fixtures more than twenty times', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it.each(files)('is read as a sheet library reads it: %s', async (file) => {
    const bytes = readFileSync(`${fixtures}/${file}`);
    const ours = await ourSheets(bytes);
    expect(ours).toEqual(await librarySheets(bytes, ours));
  });

  it.each([
    ['worksheets/sheet 1.xml', 'xl/worksheets/sheet 1.xml'],
    ['/xl/worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['../sheets/100%.xml', 'sheets/100%.xml'],
  ])('has its sheet where its relation says: %s', async (target, path) => {
    const bytes = zipOf({
      'xl/workbook.xml': '<workbook><sheets><sheet name="表" r:id="a"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Type="x/worksheet" Target="${target}"/></Relationships>`,
      [path]: '<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>',
    });
    expect(await ourSheets(bytes)).toEqual({ 表: [{ line: 1, cells: [1] }] });
  });

  it('is read as it was written', async () => {
    const value = fc.oneof(
      fc.constant(null),
      fc.string({ unit: 'binary', minLength: 1 }).filter((text) => isWritable(text)),
      fc.integer(),
      fc.boolean(),
      fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
    );
    const rows = fc.array(fc.array(value, { maxLength: 6 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const bytes = await writeXlsx({ sheets: [{ name: '表', rows: written }] });
        const ours = await ourSheets(bytes);
        expect(ours).toEqual(await librarySheets(bytes, ours));
      }),
      { numRuns: 60 },
    );
  });
});

/** Control characters are none that XML has. */
function isWritable(text: string): boolean {
  return text.isWellFormed() && !/[\p{Cc}\uFFFE\uFFFF]/u.test(text);
}
