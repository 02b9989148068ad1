import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ORPCError } from '@orpc/client';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../electron/transport/in-process.ts';
import { registerDigest } from '../faults/register-digest.ts';
import { type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { addBefore, messyCases, messyFile } from './messy-case.ts';
import { zipOf } from './zip-of.ts';

const scratch = lastingScratch();
let office: TestOffice;
let client: ApiClient;

beforeAll(async () => {
  office = await testOffice(scratch.folder, { code: '530150' });
  client = await office.as('clerk');
  await addBefore(
    client,
    messyCases().flatMap(({ before }) => before),
  );
});
afterAll(() => {
  office.close();
  scratch.remove();
});

function fixture(name: string): Buffer {
  return readFileSync(fileURLToPath(new URL(`../fixtures/rosters/${name}`, import.meta.url)));
}

function asked(fileName: string, bytes: Uint8Array) {
  return { fileName, content: Buffer.from(bytes).toString('base64'), createUnits: true, apply: true };
}

/** The code of the error, after which the register is what it was before. */
async function refusalOf(fileName: string, bytes: Uint8Array): Promise<string> {
  const before = office.host.ledger!.read(registerDigest);
  const error: unknown = await client.personnel.importRoster(asked(fileName, bytes)).then(
    () => 'imported',
    (thrown: unknown) => thrown,
  );
  expect(office.host.ledger!.read(registerDigest), 'the registers').toBe(before);
  if (!(error instanceof ORPCError)) throw new Error('was not refused by name', { cause: error });
  return error.code;
}

const roster = [
  ['姓名', '单位'],
  ['张三', '县法院'],
];

const cases: [string, string, () => Uint8Array | Promise<Uint8Array>, string][] = [
  ['a web page saved as .xls', 'a.xls', () => fixture('html.xls'), 'sheet_html'],
  ['a document renamed', 'a.xlsx', () => fixture('notasheet.xlsx'), 'sheet_not_a_sheet'],
  ['an archive renamed', 'a.xlsx', () => zipOf({ '花名册.csv': '姓名,单位\n' }), 'sheet_not_a_sheet'],
  ['an .xlsx renamed to .xls is read, with two rosters side by side', 'a.xls', twoBlocks, 'sheet_two_blocks'],
  ['a workbook with a password', 'a.xlsx', protectedWorkbook, 'sheet_encrypted'],
  [
    'an OpenDocument sheet',
    'a.xlsx',
    () => zipOf({ mimetype: 'a', 'content.xml': '<a/>' }),
    'sheet_unsupported',
  ],
  ['a file without bytes', 'a.xlsx', () => fixture('empty.xlsx'), 'sheet_empty'],
  ['a workbook whose sheets are all hidden', 'a.xlsx', allHidden, 'sheet_empty'],
  ['a GBK text cut within a character', 'a.csv', () => gbkCutWithin(), 'sheet_truncated'],
  ['a UTF-8 text cut within a character', 'a.csv', () => cut('encodings-utf8.csv', 180), 'sheet_truncated'],
  ['a workbook with one byte changed', 'a.xlsx', () => changed('mixed-openpyxl.xlsx'), 'sheet_damaged'],
];

function twoBlocks(): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: '花名册', rows: roster.map((cells) => [...cells, ...cells]) }] });
}

function protectedWorkbook(): Promise<Uint8Array> {
  const sheets = [{ name: '花名册', rows: roster }];
  return writeXlsx({ sheets, encryption: { password: '123456', spinCount: 1000 } });
}

function allHidden(): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: '花名册', rows: roster, hidden: true }] });
}

function cut(name: string, length: number): Buffer {
  const bytes = messyFile(name);
  let at = length;
  while ((bytes[at]! & 0xc0) !== 0x80) at += 1;
  return bytes.subarray(0, at);
}

/** After the first of two bytes of “三”. */
function gbkCutWithin(): Buffer {
  const bytes = messyFile('encodings-gb18030.csv');
  return bytes.subarray(0, bytes.indexOf(Buffer.from([0xc8, 0xfd])) + 1);
}

/** Within the packed bytes of the sheet. */
function changed(name: string): Buffer {
  const bytes = messyFile(name);
  const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 200;
  bytes[at] = bytes[at]! ^ 0xff;
  return bytes;
}

describe('a file that is no good roster', () => {
  it.each(cases)('is refused by name and leaves the register as it was: %s', async (_, name, make, code) => {
    expect(await refusalOf(name, await make())).toBe(code);
  });

  it.each(['mixed-openpyxl.xlsx', 'mixed-xlwt.xls', 'mixed-libreoffice.xlsx', 'mixed-libreoffice.xls'])(
    'is %s, copied in part: however little or much is missing',
    async (name) => {
      const bytes = messyFile(name);
      const lengths = [
        9,
        511,
        600,
        ...[1, 3, 5, 7, 9].map((tenths) => Math.floor((bytes.length * tenths) / 10)),
      ];
      for (const length of [...lengths, bytes.length - 600, bytes.length - 1]) {
        const code = await refusalOf(name, bytes.subarray(0, length));
        expect(code, `${length} of ${bytes.length} bytes`).toMatch(/^sheet_(truncated|damaged)$/);
      }
    },
  );
});
