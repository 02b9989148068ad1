import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readRoster } from '../../electron/sheets/read-roster.ts';
import { SHEET_LIMITS } from '../../electron/sheets/sheet-grid.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { zipOf } from './zip-of.ts';

const MOST_MEMORY = 300_000_000;

const county = read('county.xlsx');
const countyXls = read('county.xls');

function read(name: string): Buffer {
  return readFileSync(fileURLToPath(new URL(`../fixtures/rosters/${name}`, import.meta.url)));
}

async function refusalOf(
  bytes: Uint8Array,
  limits = SHEET_LIMITS,
): Promise<Refusal & { milliseconds: number }> {
  const started = performance.now();
  const error: unknown = await readRoster(bytes, { limits }).catch((reason: unknown) => reason);
  if (!(error instanceof Refusal)) throw new Error('was not refused', { cause: error });
  return Object.assign(error, { milliseconds: performance.now() - started });
}

/**
 * A second; on a machine so busy that a good small file takes longer than a quarter of one, four times what
 * that file takes now.
 */
async function aSecondHere(): Promise<number> {
  const started = performance.now();
  await readRoster(county);
  return Math.max(1_000, 4 * (performance.now() - started));
}

/** A workbook whose parts are what `parts` says. */
function workbook(parts: Record<string, string | Buffer>): Buffer {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  return zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': '<workbook><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': '<worksheet><sheetData/></worksheet>',
    ...parts,
  });
}

function encryptedXls(): Buffer {
  const bytes = Buffer.from(countyXls);
  const begin = bytes.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]));
  bytes.writeUInt16LE(0x2f, begin + 20);
  return bytes;
}

function flaggedEncrypted(): Buffer {
  const bytes = Buffer.from(county);
  const entry = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  bytes.writeUInt16LE(1, entry + 8);
  return bytes;
}

/** Every entry of the directory points to the one before. */
function overlapping(): Buffer {
  const bytes = Buffer.from(county);
  const first = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  const second = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'), first + 4);
  bytes.writeUInt32LE(bytes.readUInt32LE(first + 42), second + 42);
  return bytes;
}

/** Says that the sheet is small; the bytes say otherwise. */
function lyingBomb(): Buffer {
  const sheet = Buffer.alloc(64 * 1024 * 1024, '<row/>');
  return lie(workbook({ 'xl/worksheets/sheet1.xml': sheet }), sheet.length);
}

function lie(zip: Buffer, length: number): Buffer {
  const said = Buffer.alloc(4);
  said.writeUInt32LE(length);
  for (let at = zip.indexOf(said); at >= 0; at = zip.indexOf(said, at + 4)) zip.writeUInt32LE(50_000, at);
  return zip;
}

const cases: [string, () => Uint8Array, string][] = [
  ['a web page called .xls', () => read('html.xls'), 'sheet_html'],
  [
    'a web page behind a byte order mark',
    () => Buffer.from('\uFEFF  <table><tr><td>姓名</td></tr></table>'),
    'sheet_html',
  ],
  [
    'an XML spreadsheet of 2003',
    () => Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'),
    'sheet_html',
  ],
  ['a file without bytes', () => read('empty.xlsx'), 'sheet_empty'],
  ['blanks only', () => Buffer.from('\r\n  \r\n'), 'sheet_empty'],
  ['separators only', () => Buffer.from(',,,\r\n,,,\r\n'), 'sheet_empty'],
  ['a workbook without content', () => workbook({}), 'sheet_empty'],
  ['a zip without entries', () => zipOf({}), 'sheet_empty'],
  ['a workbook cut off', () => read('truncated.xlsx'), 'sheet_truncated'],
  ['an .xls cut off', () => countyXls.subarray(0, 4_000), 'sheet_truncated'],
  [
    'a UTF-8 text cut within a character',
    () => read('county-utf8.csv').subarray(0, cutAt()),
    'sheet_truncated',
  ],
  ['a CSV cut within quotes', () => Buffer.from('姓名,单位\r\n"张三,县法院\r\n'), 'sheet_truncated'],
  ['a workbook with a password', () => read('encrypted.xlsx'), 'sheet_encrypted'],
  ['an .xls with a password', encryptedXls, 'sheet_encrypted'],
  ['a zip with encrypted entries', flaggedEncrypted, 'sheet_encrypted'],
  ['a document of another kind', () => read('notasheet.xlsx'), 'sheet_not_a_sheet'],
  ['an image', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'sheet_not_a_sheet'],
  ['a PDF file', () => Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'sheet_not_a_sheet'],
  [
    'a spreadsheet of OpenDocument',
    () => zipOf({ mimetype: 'application/vnd.oasis', 'content.xml': '<a/>' }),
    'sheet_unsupported',
  ],
  [
    'a binary workbook',
    () => zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }),
    'sheet_unsupported',
  ],
  ['a text without a header', () => Buffer.from('今天,天气\r\n很,好\r\n'), 'sheet_no_header'],
  [
    'a workbook whose sheet is no XML',
    () => workbook({ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row' }),
    'sheet_empty',
  ],
  [
    'a bomb that says what it is',
    () => workbook({ 'xl/worksheets/sheet1.xml': Buffer.alloc(300 * 1024 * 1024, ' ') }),
    'sheet_bomb',
  ],
  ['a bomb that says it is small', lyingBomb, 'sheet_bomb'],
  ['entries that share their bytes', overlapping, 'sheet_bomb'],
  [
    'thousands of entries',
    () => zipOf(Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`xl/${n}.xml`, '']))),
    'sheet_bomb',
  ],
];

/** So that the last character is unfinished. */
function cutAt(): number {
  const bytes = read('county-utf8.csv');
  let at = 1_000;
  while ((bytes[at]! & 0xc0) !== 0x80) at += 1;
  return at;
}

describe('a file that is no good sheet', () => {
  it.each(cases)('is refused by name in under a second: %s', async (_, make, code) => {
    const refusal = await refusalOf(make());
    expect(refusal.code).toBe(code);
    if (refusal.milliseconds >= 1_000) expect(refusal.milliseconds).toBeLessThan(await aSecondHere());
    expect(Number(refusal.fields.peakBytes ?? 0)).toBeLessThan(MOST_MEMORY);
  });

  it('is refused when it is larger than allowed, before it is looked at', async () => {
    expect((await refusalOf(county, { ...SHEET_LIMITS, fileBytes: 1_000 })).code).toBe('sheet_too_large');
  });

  it('is refused when the parser takes too long', async () => {
    const refusal = await refusalOf(county, { ...SHEET_LIMITS, milliseconds: 5 });
    expect(refusal.code).toBe('sheet_timeout');
  });

  it('is refused when the parser needs more memory than allowed, and says how much it took', async () => {
    const texts = Array.from({ length: 1_150_000 }, (_, n) => `<si><t>${n * 7919}</t></si>`);
    const rows =
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>1</v></c></row></sheetData></worksheet>';
    const parts = {
      'xl/sharedStrings.xml': `<sst>${texts.join('')}</sst>`,
      'xl/worksheets/sheet1.xml': rows,
    };
    const refusal = await refusalOf(workbook(parts), { ...SHEET_LIMITS, memoryBytes: 100_000_000 });
    expect(refusal.code).toBe('sheet_memory');
    expect(Number(refusal.fields.peakBytes)).toBeLessThan(MOST_MEMORY);
  });

  it('is no longer read once reading is cancelled', async () => {
    const signal = AbortSignal.timeout(20);
    await expect(readRoster(county, { signal })).rejects.toMatchObject({ code: 'sheet_cancelled' });
  });
});

describe('a sheet of 1,048,576 styled rows without content', () => {
  it('is read as the two rows that it has', async () => {
    const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const head = `<row r="1">${cell('A1', '姓名')}${cell('B1', '单位')}</row><row r="2">${cell('A2', '张三')}${cell('B2', '县法院')}</row>`;
    const empty = Array.from(
      { length: 1_048_574 },
      (_, n) => `<row r="${n + 3}" s="1" customFormat="1" ht="14.25"/>`,
    );
    const sheet = `<worksheet><sheetData>${head}${empty.join('')}</sheetData></worksheet>`;
    const roster = await readRoster(workbook({ 'xl/worksheets/sheet1.xml': sheet }));
    expect(roster.rows.map((row) => [row.line, row.name, row.unit])).toEqual([[2, '张三', '县法院']]);
  });
});

describe('two rosters side by side', () => {
  it('are refused, since reading the left one alone would lose people without counting them', async () => {
    const sheet = '姓名,单位,姓名,单位\n张三,县法院,李四,县检察院\n王五,县法院,,\n';
    expect((await refusalOf(Buffer.from(sheet))).code).toBe('sheet_two_blocks');
  });

  it('are one roster where the right-hand one is empty', async () => {
    const roster = await readRoster(Buffer.from('姓名,单位,姓名,单位\n张三,县法院,,\n'));
    expect(roster.rows.map(({ name }) => name)).toEqual(['张三']);
  });
});
