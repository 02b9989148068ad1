import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormAsked, FormDocument, FormTable } from '../../shared/contract/forms.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { NAMES, type StudyCounty, studyCounty } from './study-county.ts';
import { filled, partOf, readTables, readWorkbook } from './written-forms.ts';

let county: StudyCounty;
beforeAll(async () => {
  county = await studyCounty(false);
});
afterAll(() => county.close());

const preview = async (asked: FormAsked): Promise<FormDocument> =>
  await county.client.forms.preview({ asked });
const save = async (asked: FormAsked, as: 'xlsx' | 'docx' | 'html') =>
  await county.client.forms.save({ asked, as });
const tablesOf = (document: FormDocument): FormTable[] =>
  document.parts.filter((part) => part.kind === 'table');
const valuesOf = (table: FormTable) => table.rows.map(({ cells }) => cells.map(({ value }) => value));
const everyForm = (): [string, FormAsked][] => [
  ['sign-in sheet', { form: 'signInSheet', session: county.sessions.held }],
  ['attendance summary', { form: 'attendanceSummary' }],
  ['make-up register', { form: 'makeupRegister', state: 'all' }],
];

describe('A sign-in sheet', () => {
  it('lists everybody expected, by unit and order number, two across, with room to sign', async () => {
    const [facts, list] = tablesOf(await preview({ form: 'signInSheet', session: county.sessions.held }));
    expect(valuesOf(list!).slice(0, 2)).toEqual([
      ['=县法院（6人）'],
      [1, '=1+1', '院长', null, null, 2, '+王', null, null, null],
    ]);
    const names = valuesOf(list!).flatMap((row) => [row[1], row[6]].filter((name) => name != null));
    expect(names).toEqual(NAMES);
    expect(valuesOf(facts!)[4]).toEqual(['材料编号', '学〔2021〕1号', '应签到', '9人']);
  });

  it('carries the session’s number as a code, and says whether the list stands', async () => {
    const session = county.sessions.ahead;
    const document = await preview({ form: 'signInSheet', session });
    const picture = tablesOf(document)[0]!.rows[0]!.cells.at(-1)!.picture!;
    expect(picture.text).toBe(`JYZD-S:${session}`);
    expect(new Set(picture.modules.map((line) => line.length))).toEqual(new Set([picture.modules.length]));
    const notes = (of: FormDocument) => JSON.stringify(of.parts.filter(({ kind }) => kind === 'notes'));
    expect(notes(document)).toContain('按当日在册：按2021年3月20日');
    expect(notes(await preview({ form: 'signInSheet', session: county.sessions.held }))).toContain(
      '名单已定',
    );
  });

  it('shows before a session is held those whom its list will take', async () => {
    const namesOf = async (session: string) =>
      valuesOf(tablesOf(await preview({ form: 'signInSheet', session }))[1]!).map((row) => row[1]);
    expect(await namesOf(county.sessions.ahead)).toEqual(await namesOf(county.sessions.held));
  });
});

describe('An attendance summary', () => {
  it('adds up by the identity, unit by unit, and agrees with the figures', async () => {
    const asOf = calendarDate('2021-03-15');
    const [units, sessions, matrix] = tablesOf(await preview({ form: 'attendanceSummary', asOf }));
    expect(valuesOf(units!)).toEqual([
      [1, '=县法院', 12, 10, 2, 0, 0, 0, 1, '83.3%', '10/12', '91.7%', '11/12'],
      [2, '县检察院', 5, 4, 0, 1, 0, 1, 1, '80.0%', '4/5', '100.0%', '5/5'],
      ['合计', 17, 14, 2, 1, 0, 1, 2, '82.4%', '14/17', '94.1%', '16/17'],
    ]);
    expect(valuesOf(sessions!).map((row) => row.slice(1))).toEqual([
      ['2021年3月5日', '党课', null, 8, 6, 1, 1, 0, '75.0%'],
      ['2021年3月10日', '观影“清风”', null, 9, 8, 1, 0, 0, '88.9%'],
      [17, 14, 2, 1, 0, '82.4%'],
    ]);
    expect(valuesOf(matrix!).at(-1)).toEqual(['合计', 8, 6, 1, 1, 9, 8, 1, 0]);
    const { figures } = await county.client.figures.asOf({ asOf });
    expect(figures).toMatchObject({
      participationFirst: { numerator: 14, denominator: 17, text: '82.4%' },
      participationWithMakeup: { numerator: 16, denominator: 17, text: '94.1%' },
    });
  });

  it('counts make-ups by their day, and sessions by theirs, and names what it leaves out', async () => {
    const asked = { form: 'attendanceSummary', asOf: calendarDate('2021-03-13') } as const;
    const early = await preview(asked);
    expect(valuesOf(tablesOf(early)[0]!).at(-1)!.slice(-2)).toEqual(['88.2%', '15/17']);
    expect(JSON.stringify(early.parts)).toContain('3月12日《轮训》（已举行）');
    const late = await preview({ ...asked, from: calendarDate('2021-03-06') });
    expect(valuesOf(tablesOf(late)[1]!).map((row) => row[2])).toEqual(['观影“清风”', 8]);
  });
});

describe('A make-up register', () => {
  it('tells who missed what, why, and what became of it, as of a day', async () => {
    const rows = async (asOf: string) =>
      valuesOf(
        tablesOf(await preview({ form: 'makeupRegister', state: 'all', asOf: calendarDate(asOf) }))[0]!,
      );
    expect(await rows('2021-03-15')).toEqual([
      [1, '-2', '=县法院', '2021年3月5日', '党课', '病假：=事由', '已确认', '2021年3月8日', '-补1', null],
      [2, '丁', '县检察院', '2021年3月5日', '党课', '缺席：=事由', '已确认', '2021年3月14日', '-补1', null],
      [3, '=1+1', '=县法院', '2021年3月10日', '观影“清风”', '值班备勤：=事由', '待补', null, null, null],
      ['合计', '3 人次＝待补 1＋已确认 2'],
    ]);
    expect((await rows('2021-03-13')).map((row) => row[6])).toEqual(['已确认', '待补', '待补', undefined]);
    const open = await preview({ form: 'makeupRegister', state: 'open' });
    expect(valuesOf(tablesOf(open)[0]!).map((row) => row[1])).toEqual(['=1+1', '1 人次＝待补 1']);
  });
});

describe('What is written', () => {
  it('holds in .xlsx every value of the form, text as text and numbers as numbers, and no formula', async () => {
    for (const [, asked] of everyForm()) {
      const sheets = await readWorkbook((await save(asked, 'xlsx')).content);
      const written = sheets.flatMap(({ rows }) => rows.map(filled));
      for (const table of tablesOf(await preview(asked)))
        for (const row of [...table.head, ...table.rows].map(({ cells }) => cells.map(({ value }) => value)))
          if (filled(row).length > 0) expect(written).toContainEqual(filled(row));
      for (const { sheet } of sheets)
        sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined()));
    }
  });

  it('holds in .docx the same tables, cell by cell', async () => {
    for (const [, asked] of everyForm()) {
      const written = (await readTables((await save(asked, 'docx')).content)).flat();
      for (const { head, rows } of tablesOf(await preview(asked)))
        for (const { cells } of [...head, ...rows])
          expect(written).toContainEqual(
            cells.map(({ value, picture }) => (picture ? '' : String(value ?? ''))),
          );
    }
  });

  it('repeats the head on every page and numbers the pages', async () => {
    for (const [, asked] of everyForm()) {
      const document = await preview(asked);
      const headed = tablesOf(document).filter(({ head }) => head.length > 0);
      const sheets = await readWorkbook((await save(asked, 'xlsx')).content);
      expect(sheets.map(({ sheet }) => sheet.name)).toEqual(headed.map(({ name }) => name));
      for (const [at, { sheet, rows }] of sheets.entries()) {
        const { printTitlesRow, orientation, paperSize } = sheet.pageSetup;
        expect([orientation, paperSize]).toEqual([document.orientation, 9]);
        const [first, last] = printTitlesRow!.match(/\d+/g)!.map(Number) as [number, number];
        expect(last - first + 1).toBe(headed[at]!.head.length);
        expect(filled(rows[first - 1]!)).toEqual(headed[at]!.head[0]!.cells.map(({ value }) => value));
        expect(sheet.headerFooter.oddFooter).toContain('第 &P 页 / 共 &N 页');
      }
      const docx = (await save(asked, 'docx')).content;
      const heads = (await partOf(docx, 'word/document.xml')).match(/<w:tblHeader\/>/g);
      expect(heads).toHaveLength(headed.reduce((sum, { head }) => sum + head.length, 0));
      const footer = await partOf(docx, 'word/footer1.xml');
      expect([footer.includes('PAGE'), footer.includes('NUMPAGES')]).toEqual([true, true]);
    }
  });

  it('is in .html text and nothing that runs', async () => {
    const { content } = await save({ form: 'signInSheet', session: county.sessions.held }, 'html');
    const html = Buffer.from(content, 'base64').toString();
    expect(html).toContain('A&amp;B&lt;i&gt;');
    expect(html).toContain('𠮷野家');
    expect(html).not.toContain('<i>');
  });

  it('has a name that tells form, office and day, and nobody’s name', async () => {
    expect((await save({ form: 'makeupRegister', state: 'all' }, 'docx')).fileName).toBe(
      '补课登记表-云岭县教育整顿办-2021-03-15.docx',
    );
  });
});

it('Whose print it is stands on every form, and practice data say so', async () => {
  const real = await preview({ form: 'attendanceSummary' });
  expect([real.origin, real.warning]).toEqual(['表2　县级办公室：云岭县教育整顿办', null]);
  const practice = await studyCounty(true);
  const asked = { form: 'signInSheet', session: practice.sessions.held } as const;
  const { warning } = await practice.client.forms.preview({ asked });
  expect(warning).toContain('演示数据');
  const { content } = await practice.client.forms.save({ asked, as: 'xlsx' });
  const [sheet] = await readWorkbook(content);
  expect(sheet!.rows[0]).toContain(warning);
  practice.close();
});

it('A preview may be cut to its first rows, and says how many it leaves out', async () => {
  const asked = { form: 'makeupRegister', state: 'all' } as const;
  const document = await county.client.forms.preview({ asked, rows: 1 });
  expect(tablesOf(document).map(({ rows, rowsLeftOut }) => [rows.length, rowsLeftOut])).toEqual([[1, 3]]);
});
