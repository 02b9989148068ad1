import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastingScratch } from '../support/scratch.ts';
import { edited, hand, type IssuedFile, opened, type PackDesk, packDesk } from './pack-desk.ts';

const { folder, remove } = lastingScratch();
const OFFICE = '/usr/bin/soffice';
let desk: PackDesk;
let file: IssuedFile;

beforeAll(async () => {
  desk = await packDesk(folder);
  file = (await desk.clerk.packs.issue({ kind: 'roster', units: [desk.unit('甲')] })).files[0]!;
});
afterAll(() => {
  desk.office.close();
  remove();
});

/** What a unit's Excel or WPS makes of a sheet. */
function manners(book: ExcelJS.Workbook) {
  const sheet = book.worksheets[0]!;
  const at = hand(sheet);
  const cell = (line: number, label: string) => sheet.getCell(line, at.column(label));
  const [first, head] = [at.line('甲一'), at.line('姓名')];
  const below = first + 100;
  const isOpen = (line: number, label: string) => cell(line, label).protection?.locked === false;
  const list = (label: string) =>
    [first, below].map((line) => cell(line, label).dataValidation?.formulae?.[0]);
  return {
    first,
    hidden: sheet.getColumn(1).hidden,
    isProtected: (sheet as unknown as { sheetProtection?: { sheet?: boolean } }).sheetProtection?.sheet,
    password: JSON.stringify((sheet as unknown as { sheetProtection: object }).sheetProtection).includes(
      'hash',
    ),
    ids: [first, first + 1, first + 2].map((line) => sheet.getCell(line, 1).text),
    lists: [list('状态'), list('编制'), list('单位')],
    open: ['姓名', '单位', '职务', '编制', '状态', '排序号', '区分码'].map((label) => isOpen(first, label)),
    blankRow: isOpen(first + 3, '姓名') && isOpen(first + 200, '状态'),
    locked: [cell(head, '姓名'), cell(first, '序号'), sheet.getCell(first, 1), sheet.getCell(1, 2)].map(
      ({ protection }) => protection?.locked ?? true,
    ),
  };
}

describe('the file that a unit is given', () => {
  it('locks heads and the hidden ids without a password, opens what is filled, offers lists', async () => {
    const book = await opened(file.content);
    const found = manners(book);
    expect(found).toMatchObject({ hidden: true, isProtected: true, password: false, blankRow: true });
    expect(found.open).toEqual(Array(7).fill(true));
    expect(found.locked).toEqual(Array(4).fill(true));
    const [status, staffing, unit] = found.lists;
    expect(status).toEqual(Array(2).fill('"在岗,长期病休,借入,借出,调离,退休"'));
    expect(staffing).toEqual(Array(2).fill('"政法专项,行政,事业,工勤"'));
    expect(unit).toEqual(Array(2).fill('"甲局"'));
  });

  it('is told to be printed on A4 with its head on every page, and carries no formula', async () => {
    const [sheet] = (await opened(file.content)).worksheets;
    expect(sheet!.pageSetup).toMatchObject({ paperSize: 9, fitToPage: true, fitToHeight: 0 });
    const head = hand(sheet!).line('姓名');
    expect(sheet!.pageSetup.printTitlesRow).toBe(`${head}:${head}`);
    sheet!.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined()));
  });

  it('tells nothing of the register but what is printed: ids are random, for each pack others', async () => {
    const again = (await desk.clerk.packs.issue({ kind: 'roster', units: [desk.unit('甲')] })).files[0]!;
    const [one, two] = [manners(await opened(file.content)).ids, manners(await opened(again.content)).ids];
    expect(new Set([...one, ...two]).size).toBe(6);
    const known = ['一', '二', '三'].map((end) => desk.person(`甲${end}`));
    const book = Buffer.from(JSON.stringify((await opened(again.content)).model)).toString();
    for (const id of [...known, desk.unit('甲')]) expect(book).not.toContain(id);
    file = again;
  });

  it('names units in a hidden sheet where they are too many for a list', async () => {
    const clerk = desk.clerk;
    const parent = desk.unit('乙');
    for (let at = 0; at < 20; at++)
      await clerk.personnel.createUnit({ name: `乙局很长名字的第${at}派出所`, parent });
    desk.office.ports.pass(60);
    const [wide] = (await clerk.packs.issue({ kind: 'roster', units: [parent], below: true })).files;
    const book = await opened(wide!.content);
    const [sheet, names] = book.worksheets;
    const at = hand(sheet!);
    expect(sheet!.getCell(at.line('乙一'), at.column('单位')).dataValidation.formulae).toEqual([
      "'单位名录'!$A$1:$A$21",
    ]);
    expect([names!.state, names!.getCell('A21').text]).toEqual(['hidden', '乙局很长名字的第19派出所']);
    const { packs } = await desk.take({ files: [wide!] });
    expect(packs[0]).toMatchObject({ outcome: 'returned', below: true, unchanged: 3, read: 3 });
  });

  it.skipIf(!existsSync(OFFICE))('comes home whole from LibreOffice: ids, lists, locks, edits', async () => {
    const changed = await edited(file, (sheet) => sheet.set('甲二', '职务', '科长').add({ 姓名: '甲四' }));
    const content = throughOffice(Buffer.from(changed.content, 'base64'));
    const { sheets } = await readXlsx(Buffer.from(content, 'base64'), { readStyles: true });
    const [sheet] = sheets;
    const { ids, lists, first } = manners(await opened(file.content));
    const at = first - 1;
    expect([at, at + 1, at + 2].map((row) => sheet!.rows[row]?.[0])).toEqual(ids);
    expect([sheet!.protection, sheet!.columns![0]]).toMatchObject([
      { sheet: true, insertRows: true },
      { hidden: true },
    ]);
    const kept = sheet!.dataValidations!.map(({ values, formula1 }) => values ?? formula1);
    expect(JSON.stringify(kept.toSorted())).toBe(
      JSON.stringify(lists.map(([list]) => list!.slice(1, -1).split(',')).toSorted()),
    );
    const isLocked = (row: number, column: number) =>
      sheet!.cells!.get(`${row},${column}`)?.style?.protection?.locked;
    expect([isLocked(at, 0), isLocked(at - 1, 2), isLocked(at, 2), isLocked(at + 5, 2)]).toEqual([
      ...[true, true, false, false],
    ]);
    const [report] = (await desk.take({ files: [{ fileName: 'home.xlsx', content }] })).packs;
    expect(report).toMatchObject({
      outcome: 'returned',
      read: 4,
      added: 1,
      changed: 1,
      unchanged: 2,
      cells: 4,
    });
  });
});

describe('the list as it was exported', () => {
  it('comes home as a diff of the whole office, is awaited by nobody and takes no pack its place', async () => {
    const { file: list } = await desk.clerk.packs.exportRoster({ search: '一', sort: 'pinyin' });
    expect([list.unit, list.rows]).toEqual([null, 6]);
    const home = await edited(list, (sheet) =>
      sheet.set('丙一', '单位', '丁局').set('戊一', '区分码', '0117'),
    );
    const table = await desk.take({ files: [home] });
    expect(table.packs[0]).toMatchObject({ outcome: 'returned', unit: null, read: 6, changed: 2, cells: 2 });
    expect(table.packs[0]!.rows.map(({ cells }) => cells[0])).toMatchObject(
      expect.arrayContaining([
        { field: 'unit', issued: '丙局', pack: '丁局', today: '丙局', outcome: 'changed', reason: null },
      ]),
    );
    await desk.take({ files: [home], apply: [{ pack: list.pack }] });
    const moved = await desk.clerk.personnel.person({ id: desk.person('丙一') });
    expect([moved.unitName, moved.postings.length]).toEqual(['丁局', 2]);
    const left = (await desk.clerk.packs.issued({ state: 'outstanding' })).packs.map(
      ({ unitName }) => unitName,
    );
    expect(left).toEqual(['乙局', '甲局']);
  });
});

/** One conversion, with a profile of its own. */
function throughOffice(content: Buffer): string {
  const [given, out] = [join(folder, 'given'), join(folder, 'out')];
  mkdirSync(given, { recursive: true });
  writeFileSync(join(given, 'pack.xlsx'), content);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const words = ['--headless', '--norestore', '--convert-to', 'xlsx', '--outdir', out];
  execFileSync(OFFICE, [profile, ...words, join(given, 'pack.xlsx')], { stdio: 'ignore', timeout: 60_000 });
  return readFileSync(join(out, 'pack.xlsx')).toString('base64');
}
