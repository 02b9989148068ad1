import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { lastingScratch } from '../support/scratch.ts';
import {
  type Edit,
  edited,
  hand,
  type IssuedFile,
  opened,
  type PackDesk,
  packDesk,
  type Report,
} from './pack-desk.ts';

const { folder, remove } = lastingScratch();
const CANARY = '金丝雀摘要';
const DAY = '2021-03-12';
let desk: PackDesk;
let round: string;
let files: ReadonlyMap<string, IssuedFile>;

beforeAll(async () => {
  desk = await packDesk(folder);
  const reviewer = await desk.office.as('reviewer');
  const [first] = await reviewer.selfInspection.rounds({});
  round = first!.id;
  const dates = { beginsOn: calendarDate('2021-03-08'), endsOn: calendarDate('2021-03-31') };
  await reviewer.selfInspection.updateRound({ id: round, rev: first!.rev, name: '第一轮', ...dates });
  await desk.office.as('clerk');
  await file('乙一', 'noProblem', '乙-1');
  await file('乙二', 'hasProblem', '乙-2');
  await file('乙三', 'noProblem', '乙-3');
  await move('乙二', 'approve');
  await move('乙三', 'return');
  await desk.office.as('clerk');
  const { files: all } = await desk.clerk.packs.issue({ kind: 'selfInspection', occasion: round });
  files = new Map(all.map((one) => [one.unitName!.slice(0, 1), one]));
});
afterAll(() => {
  desk.office.close();
  remove();
});
beforeEach(() => desk.office.as('clerk'));

async function file(name: string, declared: 'noProblem' | 'hasProblem', paperNumber: string | null = null) {
  const items = declared === 'hasProblem' ? [{ category: 'shares-and-loans', summary: CANARY }] : [];
  const filedOn = calendarDate(DAY);
  await desk.clerk.selfInspection.file({
    ...{ round, person: desk.person(name), filedOn, declared, paperNumber, items },
  });
}

async function filing(name: string) {
  const { filings } = await desk.clerk.selfInspection.filings({ round, search: name });
  return filings[0]!;
}

async function move(name: string, how: 'approve' | 'return') {
  const reviewer = await desk.office.as('reviewer');
  const { id, rev } = await filing(name);
  await reviewer.selfInspection.moveFiling({
    id: id!,
    rev: rev!,
    move: how,
    ...(how === 'return' && { reason: '补' }),
  });
}

async function rehearsed(unit: string, edit: (sheet: Edit) => void, more: object = {}): Promise<Report> {
  const came = await edited(files.get(unit)!, edit);
  const [report] = (await desk.take({ files: [came], ...more })).packs;
  const { read, added, changed, unchanged, held, skipped } = report!;
  expect(added + changed + unchanged + held + skipped).toBe(read);
  return report!;
}

const told = ({ rows }: Report) =>
  rows.map(({ name, outcome, reason, code }) => [name, outcome, reason ?? code]);
const cellsOf = ({ rows }: Report, name: string) =>
  rows
    .find((row) => row.name === name)!
    .cells.map(({ field, issued, pack, today, outcome }) => [field, issued, pack, today, outcome]);
const filed = (sheet: Edit, name: string, declared: string, category?: string, summary?: string) => {
  sheet.set(name, '填报日期', DAY).set(name, '有无问题', declared);
  if (category !== undefined) sheet.set(name, '类别', category);
  if (summary !== undefined) sheet.set(name, '摘要', summary);
  return sheet;
};

describe('packs of one round', () => {
  it('ask whoever is to file, tell what was filed but no problem of it, and offer lists', async () => {
    const [sheet] = (await opened(files.get('乙')!.content)).worksheets;
    const at = hand(sheet!);
    const labels = ['姓名', '填报日期', '有无问题', '原件编号', '类别', '摘要'];
    const row = (name: string) => labels.map((label) => sheet!.getCell(at.line(name), at.column(label)).text);
    expect(['乙一', '乙二'].map(row)).toEqual([
      ['乙一', DAY, '无问题', '乙-1', '', ''],
      ['乙二', DAY, '有问题', '乙-2', '', ''],
    ]);
    const cell = (label: string) => sheet!.getCell(at.line('乙一'), at.column(label));
    expect(labels.map((label) => cell(label).protection?.locked ?? true)).toEqual([
      ...[true, false, false, false, false, false],
    ]);
    expect(cell('有无问题').dataValidation.formulae).toEqual(['"无问题,有问题"']);
    expect(cell('摘要').dataValidation).toMatchObject({ type: 'textLength', formulae: [200] });
    expect(JSON.stringify(cell('类别').dataValidation.formulae)).toMatch(/违规参股借贷|类别名录/);
    for (const { content } of files.values()) {
      const text = JSON.stringify((await opened(content)).model);
      expect(text).not.toContain(CANARY);
      for (const name of ['乙一', '乙二']) expect(text).not.toContain(desk.person(name));
    }
    expect(files.size).toBe(6);
  });

  it('bring filings home, a row for each problem, as one step per unit, and tell no summary', async () => {
    const before = desk.digest();
    const came = await edited(files.get('甲')!, (sheet) => {
      filed(sheet, '甲一', '无问题').set('甲一', '原件编号', '甲-1');
      filed(sheet, '甲二', '有问题', '违规参股借贷', `${CANARY}一`);
      sheet.add({ 姓名: '甲二', 类别: 'shares-and-loans', 摘要: `${CANARY}二` });
    });
    const rehearsal = await desk.take({ files: [came] });
    expect(desk.digest()).toBe(before);
    const [report] = rehearsal.packs;
    expect(report).toMatchObject({
      occasion: round,
      occasionTitle: '第一轮',
      read: 4,
      added: 3,
      unchanged: 1,
    });
    expect(cellsOf(report!, '甲一')).toEqual([
      ['filedOn', null, DAY, null, 'changed'],
      ['declared', null, 'noProblem', null, 'changed'],
      ['paperNumber', null, '甲-1', null, 'changed'],
    ]);
    expect(report!.rows[2]!.cells.slice(-2).map(({ field, pack }) => [field, pack])).toEqual([
      ['category', 'shares-and-loans'],
      ['summary', 6],
    ]);
    expect(JSON.stringify(rehearsal)).not.toContain(CANARY);
    const apply = [{ pack: report!.pack!, seen: report!.seen }];
    expect((await desk.take({ files: [came], apply })).packs[0]).toMatchObject({ applied: true, added: 3 });
    const { id } = await filing('甲二');
    const { itemList } = await desk.clerk.selfInspection.filing({ id: id! });
    expect(itemList.map(({ category, summary }) => [category, summary])).toEqual([
      ['shares-and-loans', `${CANARY}一`],
      ['shares-and-loans', `${CANARY}二`],
    ]);
    expect((await desk.take({ files: [came] })).packs[0]).toMatchObject({ outcome: 'stale', why: 'applied' });
    await undo();
    expect([(await filing('甲一')).state, (await filing('甲二')).state]).toEqual(['due', 'due']);
    expect((await desk.take({ files: [came] })).packs[0]).toMatchObject({ outcome: 'returned', added: 3 });
  });

  it('rewrite nothing that waits for review or was approved; what was returned is filed again', async () => {
    const untouched = await rehearsed('乙', () => undefined);
    expect([untouched.unchanged, untouched.rows]).toEqual([3, []]);
    const twice = await rehearsed('乙', (sheet) => {
      sheet.add({ 姓名: '乙三', 填报日期: '2021-03-13', 有无问题: '有问题', 类别: '违规参股借贷' });
    });
    expect(told(twice)).toEqual([['乙三', 'held', 'contradictoryRows']]);
    const came = await edited(files.get('乙')!, (sheet) => {
      sheet.set('乙一', '原件编号', '乙-9');
      sheet
        .set('乙二', '类别', '违规参股借贷')
        .set('乙二', '摘要', CANARY)
        .set('乙二', '填报日期', '2021-03-13');
      sheet.set('乙三', '有无问题', '有问题').set('乙三', '类别', '违规参股借贷');
    });
    const [report] = (await desk.take({ files: [came] })).packs;
    expect(told(report!)).toEqual([
      ['乙一', 'held', 'filingStands'],
      ['乙二', 'held', 'filingStands'],
      ['乙三', 'changed', null],
    ]);
    const [one, two] = report!.rows;
    expect(two!.cells.map(({ field, reason }) => [field, reason])).toEqual([
      ['filedOn', 'filingStands'],
      ['category', 'filingApproved'],
      ['summary', 'filingApproved'],
    ]);
    const pack = report!.pack!;
    const taking = (
      line: number,
      take: 'pack' | 'register',
      ...fields: ('paperNumber' | 'filedOn' | 'category')[]
    ) => ({
      ...{ pack, line, cells: fields.map((field) => ({ field, take })) },
    });
    const supplement = {
      ...taking(two!.line, 'register', 'filedOn'),
      cells: [
        { field: 'filedOn' as const, take: 'register' as const },
        { field: 'category' as const, take: 'pack' as const },
      ],
    };
    const decisions = [taking(one!.line, 'pack', 'paperNumber'), supplement];
    const decided = (await desk.take({ files: [came], decisions })).packs[0]!;
    expect(told(decided)).toEqual([
      ['乙一', 'held', 'filingStands'],
      ['乙二', 'changed', null],
      ['乙三', 'changed', null],
    ]);
    await desk.take({ files: [came], decisions, apply: [{ pack, seen: decided.seen }] });
    const after = await Promise.all(['乙一', '乙二', '乙三'].map(filing));
    expect(
      after.map(({ state, filedOn, declared, paperNumber, items }) => [
        state,
        filedOn,
        declared,
        paperNumber,
        items,
      ]),
    ).toEqual([
      ['filed', DAY, 'noProblem', '乙-1', 0],
      ['filed', DAY, 'hasProblem', '乙-2', 2],
      ['filed', DAY, 'hasProblem', '乙-3', 1],
    ]);
    // a move is taken back by its reverse move, wherever it came from
    await expect(undo()).rejects.toMatchObject({ code: 'undo_by_move' });
  });

  it('hold what the register would refuse by hand, with its code, until it is answered', async () => {
    await file('丁三', 'noProblem', '丁-3');
    const edit = (sheet: Edit) => {
      filed(sheet, '丙一', '有问题', '没有这一类');
      filed(sheet, '丙二', '无问题').set('丙二', '原件编号', '丁-3');
      filed(sheet, '丙三', '无问题').set('丙三', '填报日期', '2021-02-01');
    };
    const plain = await rehearsed('丙', edit);
    expect(told(plain)).toEqual([
      ['丙一', 'held', 'category_unknown'],
      ['丙二', 'held', 'paper_number_taken'],
      ['丙三', 'held', 'filing_day_wrong'],
    ]);
    const pack = plain.pack!;
    const [one, two, three] = plain.rows.map(({ line }) => line);
    const decisions = [
      { pack, line: one!, category: 'shares-and-loans' },
      { pack, line: two!, paperNumber: null },
      { pack, line: three!, filedOn: calendarDate(DAY) },
    ];
    expect(await rehearsed('丙', edit, { decisions })).toMatchObject({ added: 3, held: 0 });
  });

  it('hold what nobody understands and whom nobody means; a person goes in whole or not at all', async () => {
    const report = await rehearsed('丁', (sheet) => {
      filed(sheet, '丁一', '说不清').set('丁二', '填报日期', DAY).set('丁二', '有无问题', '无问题');
      sheet.add({ 姓名: '丁二', 类别: '违规参股借贷' }).add({ 姓名: '丙一', 类别: '违规参股借贷' });
      sheet.add({ 姓名: '没有此人', 类别: '违规参股借贷' });
    });
    expect(told(report)).toEqual([
      ['丁一', 'held', 'unmappedMark'],
      ['丁二', 'held', 'contradictoryCells'],
      ['丁三', 'unchanged', null],
      ['丁二', 'held', 'contradictoryCells'],
      ['丙一', 'held', 'outsidePack'],
      ['没有此人', 'held', 'notExpected'],
    ]);
    expect(cellsOf(report, '丁三').map(([field, ...values]) => [field, ...values])).toEqual([
      ['filedOn', null, null, DAY, 'unchanged'],
      ['declared', null, null, 'noProblem', 'unchanged'],
      ['paperNumber', null, null, '丁-3', 'unchanged'],
    ]);
  });

  it('take a copied row of the same name for a further problem, and hold one of another name', async () => {
    const report = await rehearsed('戊', (sheet) => {
      // the day as a spreadsheet program counts it
      filed(sheet, '戊一', '有问题', '违规参股借贷', '一').set('戊一', '填报日期', 44_267);
      const key = (name: string) => sheet.sheet.getCell(sheet.line(name), 1).text;
      sheet.add({ 行码: key('戊一'), 姓名: '戊一', 类别: '违规参股借贷', 摘要: '二' });
      sheet.add({ 行码: key('戊二'), 姓名: '戊四', 类别: '违规参股借贷' });
    });
    expect(told(report)).toEqual([
      ['戊一', 'added', null],
      ['戊一', 'added', null],
      ['戊四', 'held', 'copiedRow'],
    ]);
  });

  it('are foreign when ids changed places, stale when a newer one went out, and only a clerk’s', async () => {
    const swapped = await edited(files.get('己')!, ({ sheet, line }) => {
      const [one, two] = [sheet.getCell(line('己一'), 1), sheet.getCell(line('己三'), 1)];
      [one.value, two.value] = [two.value, one.value];
    });
    expect((await desk.take({ files: [swapped] })).packs[0]).toMatchObject({ why: 'altered' });
    const asked = { kind: 'selfInspection' as const, occasion: round, units: [desk.unit('己')] };
    const { files: newer } = await desk.clerk.packs.issue(asked);
    const table = await desk.take({ files: [files.get('己')!, newer[0]!] });
    expect(table.packs.slice(0, 2).map(({ why }) => why)).toEqual(['superseded', null]);
    expect(table.outcomes.missing).toBe(4);
    const reviewer = await desk.office.as('reviewer');
    await expect(reviewer.packs.take({ files: [newer[0]!] })).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(reviewer.packs.issue(asked)).rejects.toMatchObject({ code: 'not_allowed' });
  });
});

describe('packs of a folder', () => {
  it('are listed newest first, those of one time in the units’ order', async () => {
    desk.office.ports.pass(60);
    await desk.clerk.packs.issue({ kind: 'roster' });
    desk.office.ports.pass(60);
    await desk.clerk.packs.issue({ kind: 'roster', units: [desk.unit('丙')] });
    const { packs } = await desk.clerk.packs.issued({ kind: 'roster' });
    expect(packs.map(({ unitName }) => unitName!.slice(0, 1)).join('')).toBe('丙甲乙丙丁戊己');
  });

  it('are read once, however many of them are written', async () => {
    const { host } = desk.office;
    const { startParser } = host;
    let parsers = 0;
    const counted: typeof startParser = (...asked) => {
      parsers += 1;
      return startParser(...asked);
    };
    Object.assign(host, { startParser: counted });
    const { files: all } = await desk.clerk.packs.issue({ kind: 'roster' });
    const { packs } = await desk.take({ files: all });
    const asked = packs.slice(0, 2).map(({ pack, seen }) => ({ pack: pack!, seen }));
    expect(parsers).toBe(6);
    for (const [at, apply] of asked.entries()) await desk.take({ files: [all[at]!], apply: [apply] });
    expect((await desk.take({ files: all })).outcomes).toMatchObject({ returned: 4, stale: 2 });
    expect(parsers).toBe(6);
    Object.assign(host, { startParser });
  });
});

async function undo(): Promise<void> {
  const { step } = await desk.clerk.office.lastStep();
  await desk.clerk.office.undo({ step: step! });
}
