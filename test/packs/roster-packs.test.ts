import { setImmediate } from 'node:timers/promises';
import { ORPCError } from '@orpc/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastingScratch } from '../support/scratch.ts';
import { type Edit, edited, type IssuedFile, type PackDesk, packDesk, type Report } from './pack-desk.ts';

const { folder, remove } = lastingScratch();
let desk: PackDesk;
let files: ReadonlyMap<string, IssuedFile>;

beforeAll(async () => {
  desk = await packDesk(folder);
  files = await issued();
});
afterAll(() => {
  desk.office.close();
  remove();
});

async function issued(): Promise<ReadonlyMap<string, IssuedFile>> {
  const { files: all } = await desk.clerk.packs.issue({ kind: 'roster' });
  return new Map(all.map((file) => [file.unitName!.slice(0, 1), file]));
}

const sums = ({ read, added, changed, unchanged, held, skipped }: Report) => ({
  ...{ read, added, changed, unchanged, held, skipped },
});
const rowOf = (report: Report, name: string) => report.rows.find((row) => row.name === name)!;
const cells = (report: Report, name: string) =>
  rowOf(report, name).cells.map(({ field, issued: given, pack, today, outcome }) => [
    ...[field, given, pack, today, outcome],
  ]);

/** One pack that came back edited, rehearsed. */
async function rehearsed(unit: string, edit: (sheet: Edit) => void, more: object = {}): Promise<Report> {
  const file = await edited(files.get(unit)!, edit);
  return (await desk.take({ files: [file], ...more })).packs[0]!;
}

describe('packs of six units in one table', () => {
  it('tells which came back, which is missing, altered, foreign, broken, or in two versions', async () => {
    const other = await packDesk(`${folder}/other`, '530001', ['甲']);
    const [foreign] = (await other.clerk.packs.issue({ kind: 'roster', units: [other.unit('甲')] })).files;
    other.office.close();
    const scrambled = await edited(files.get('丙')!, ({ sheet, line }) => {
      const [first, second] = [sheet.getCell(line('丙一'), 1), sheet.getCell(line('丙二'), 1)];
      [first.value, second.value] = [second.value, first.value];
    });
    const invented = await edited(files.get('丁')!, ({ sheet, line }) => {
      sheet.getCell(line('丁一'), 1).value = 'r0123456789abcde';
    });
    const twice = await edited(files.get('己')!, (sheet) => sheet.set('己一', '职务', '科长'));
    const before = desk.digest();
    const { outcomes, packs } = await desk.take({
      files: [
        ...[files.get('甲')!, files.get('乙')!, scrambled, invented, foreign!],
        { fileName: 'half.xlsx', content: files.get('戊')!.content.slice(0, 4000) },
        { fileName: 'list.csv', content: Buffer.from('姓名,单位\n甲一,甲局\n').toString('base64') },
        { ...files.get('甲')!, fileName: 'copy.xlsx' },
        ...[files.get('己')!, twice],
      ],
    });
    expect(outcomes).toEqual({ returned: 2, missing: 1, foreign: 4, stale: 1, refused: 3 });
    expect(packs.map(({ outcome, unitName, why, code }) => [outcome, unitName, why ?? code])).toEqual([
      ['returned', '甲局', null],
      ['returned', '乙局', null],
      ['foreign', '丙局', 'altered'],
      ['foreign', '丁局', 'altered'],
      ['foreign', null, 'otherOffice'],
      ['refused', null, 'sheet_truncated'],
      ['foreign', null, 'noPack'],
      ['stale', '甲局', 'sameFile'],
      ['refused', '己局', 'pack_twice'],
      ['refused', '己局', 'pack_twice'],
      ['missing', '戊局', null],
    ]);
    expect(desk.digest()).toBe(before);
  });

  it('is given up in the middle of the folder with nothing taken', async () => {
    const before = desk.digest();
    const controller = new AbortController();
    const all = ['甲', '乙', '丙'].map((unit) => files.get(unit)!);
    const apply = all.map(({ pack }) => ({ pack }));
    const taking = desk.clerk.packs.take({ files: all, apply }, { signal: controller.signal });
    const ended = taking.then(
      () => 'done',
      (error) => (error instanceof ORPCError ? error.code : 'aborted'),
    );
    while ((await desk.clerk.office.progress())?.done !== 1) await setImmediate();
    controller.abort();
    expect(await ended).toBe('cancelled');
    expect(desk.digest()).toBe(before);
  });
});

describe('a pack that a unit has filled', () => {
  it('says cell by cell what was given, what came back and what stands', async () => {
    const report = await rehearsed('甲', (sheet) => {
      sheet.set('甲一', '职务', '科长').set('甲一', '排序号', 7).set('甲二', '状态', '退休');
      sheet.add({ 姓名: '甲 四', 编制: '事业编制' });
    });
    expect(sums(report)).toEqual({ read: 4, added: 1, changed: 2, unchanged: 1, held: 0, skipped: 0 });
    expect(cells(report, '甲一')).toEqual([
      ['post', '科员', '科长', '科员', 'changed'],
      ['orderNumber', 1, 7, 1, 'changed'],
    ]);
    expect(cells(report, '甲二')).toEqual([['status', 'onDuty', 'retired', 'onDuty', 'changed']]);
    expect(cells(report, '甲四')).toEqual([
      ['name', null, '甲四', null, 'changed'],
      ['unit', null, '甲局', null, 'changed'],
      ['staffing', null, 'publicInstitution', null, 'changed'],
      ['status', null, 'onDuty', null, 'changed'],
    ]);
    expect([report.cells, report.rows.length]).toEqual([7, 3]);
  });

  it('holds every cell that cannot be taken as it stands, and with it the row', async () => {
    const report = await rehearsed('乙', (sheet) => {
      sheet.set('乙一', '职务', null).set('乙一', '编制', '编外').set('乙一', '单位', '丙局');
      sheet.set('乙二', '单位', '乙局分局').set('乙二', '状态', '出差').set('乙二', '排序号', '第一');
      sheet.set('乙三', '状态', '借调').set('乙三', '姓名', '?三').set('乙一', '姓名', '赵六');
    });
    const reasons = report.rows.map((row) => row.cells.map(({ field, reason }) => `${field} ${reason}`));
    expect(reasons).toEqual([
      ['name nameChanged', 'unit outsidePack', 'post clearedCell', 'staffing unknownStaffing'],
      ['unit unknownUnit', 'status unknownStatus', 'orderNumber unreadableNumber'],
      ['name unreadableName', 'status ambiguousStatus'],
    ]);
    expect(sums(report)).toEqual({ read: 3, added: 0, changed: 0, unchanged: 0, held: 3, skipped: 0 });
    expect(report.rows.flatMap((row) => row.cells).every(({ outcome }) => outcome === 'held')).toBe(true);
  });

  it('misses a row that was deleted, and deletes nobody', async () => {
    const report = await rehearsed('乙', ({ sheet, line }) => sheet.spliceRows(line('乙二'), 1));
    expect(report.rows).toMatchObject([{ line: 0, name: '乙二', outcome: 'held', reason: 'rowMissing' }]);
    expect(sums(report)).toEqual({ read: 3, added: 0, changed: 0, unchanged: 2, held: 1, skipped: 0 });
  });

  it('holds a row copied with its hidden id, a namesake and somebody of another unit, for one decision each', async () => {
    const file = await edited(files.get('乙')!, (sheet) => {
      sheet.add({ 行码: sheet.sheet.getCell(sheet.line('乙三'), 1).text, 姓名: '乙四' });
      sheet.add({ 姓名: '乙一' }).add({ 姓名: '丙一' });
    });
    const plain = (await desk.take({ files: [file] })).packs[0]!;
    const [copied, namesake, elsewhere] = plain.rows;
    expect(plain.rows.map(({ name, outcome, reason }) => [name, outcome, reason])).toEqual([
      ['乙四', 'held', 'copiedRow'],
      ['乙一', 'skipped', 'duplicateRow'],
      ['丙一', 'held', 'ambiguousName'],
    ]);
    const pack = plain.pack!;
    const decisions = [
      { pack, line: copied!.line, person: 'new' },
      { pack, line: namesake!.line, person: 'new' },
      { pack, line: elsewhere!.line, person: desk.person('丙一') },
      { pack, line: 99, skip: true as const },
    ];
    const decided = (await desk.take({ files: [file], decisions })).packs[0]!;
    expect(decided.rows.map(({ name, outcome, decided: isDecided }) => [name, outcome, isDecided])).toEqual([
      ['乙四', 'added', true],
      ['乙一', 'added', true],
      ['丙一', 'changed', true],
    ]);
    expect(decided.unusedDecisions).toEqual([{ line: 99, why: 'unknownLine' }]);
    expect(elsewhere!.candidates).toMatchObject([{ id: desk.person('丙一'), unitName: '丙局' }]);
  });

  it('lets a name be corrected, or be somebody else beside whom the first one is missed', async () => {
    const file = await edited(files.get('乙')!, (sheet) => sheet.set('乙一', '姓名', '赵六'));
    const [held] = (await desk.take({ files: [file] })).packs;
    const [pack, line] = [held!.pack!, held!.rows[0]!.line];
    const same = { pack, line, cells: [{ field: 'name' as const, take: 'pack' as const }] };
    const [corrected] = (await desk.take({ files: [file], decisions: [same] })).packs;
    expect(corrected!.rows).toMatchObject([
      { person: desk.person('乙一'), outcome: 'changed', decided: true },
    ]);
    const [another] = (await desk.take({ files: [file], decisions: [{ pack, line, person: 'new' }] })).packs;
    expect(another!.rows.map(({ name, outcome, reason }) => [name, outcome, reason])).toEqual([
      ['乙一', 'held', 'rowMissing'],
      ['赵六', 'added', null],
    ]);
  });
});

describe('a register that moved meanwhile', () => {
  it('wins where only it moved, and holds the cell where both did', async () => {
    const [one, two] = [desk.person('戊一'), desk.person('戊二')];
    for (const id of [one, two]) {
      const { rev, name } = await desk.clerk.personnel.person({ id });
      await desk.clerk.personnel.updatePerson({
        id,
        rev,
        name: name!,
        post: '主任',
        staffing: 'administrative',
      });
    }
    const file = await edited(files.get('戊')!, (sheet) => {
      sheet.set('戊一', '职务', '科长').set('戊三', '职务', '科长');
    });
    const [report] = (await desk.take({ files: [file] })).packs;
    expect(cells(report!, '戊一')).toEqual([
      ['post', '科员', '科长', '主任', 'held'],
      ['orderNumber', 1, 1, null, 'unchanged'],
    ]);
    expect(cells(report!, '戊二')).toEqual([
      ['post', '科员', '科员', '主任', 'unchanged'],
      ['orderNumber', 2, 2, null, 'unchanged'],
    ]);
    expect(sums(report!)).toEqual({ read: 3, added: 0, changed: 1, unchanged: 1, held: 1, skipped: 0 });
    const line = rowOf(report!, '戊一').line;
    const taking = async (take: 'pack' | 'register') => {
      const decision = { pack: report!.pack!, line, cells: [{ field: 'post' as const, take }] };
      return rowOf((await desk.take({ files: [file], decisions: [decision] })).packs[0]!, '戊一').outcome;
    };
    expect([await taking('pack'), await taking('register')]).toEqual(['changed', 'unchanged']);
  });
});

describe('applying', () => {
  it('goes unit by unit, each a step that is undone by itself, and never twice', async () => {
    const one = await edited(files.get('丙')!, (sheet) => {
      sheet.set('丙一', '状态', '调离').add({ 姓名: '丙四' });
    });
    const two = await edited(files.get('丁')!, (sheet) => sheet.set('丁一', '职务', '科长'));
    const three = await edited(files.get('己')!, (sheet) => sheet.set('己一', '职务', '科长'));
    const rehearsal = await desk.take({ files: [one, two, three] });
    const seen = (at: number) => ({ pack: rehearsal.packs[at]!.pack!, seen: rehearsal.packs[at]!.seen });
    const { packs } = await desk.take({ files: [one, two, three], apply: [seen(0), seen(1)] });
    expect(packs.map(({ applied, rev }) => [applied, rev !== null]).slice(0, 3)).toEqual([
      [true, true],
      [true, true],
      [false, false],
    ]);
    expect(await names('丙')).toEqual(['丙一 transferredOut', '丙二 onDuty', '丙三 onDuty', '丙四 onDuty']);
    expect([await post('丁一'), await post('己一')]).toEqual(['科长', '科员']);
    const again = await desk.take({ files: [one, two], apply: [seen(0)] });
    expect(again.packs.slice(0, 2).map(({ outcome, why }) => [outcome, why])).toEqual([
      ['stale', 'applied'],
      ['stale', 'applied'],
    ]);
    await undo();
    expect([await post('丁一'), (await names('丙')).length]).toEqual(['科员', 4]);
    await undo();
    expect(await names('丙')).toEqual(['丙一 onDuty', '丙二 onDuty', '丙三 onDuty']);
    expect((await desk.take({ files: [one, two] })).outcomes.returned).toBe(2);
  });

  it('takes nothing of a pack that does not say any more what was seen, and all of the others', async () => {
    const one = await edited(files.get('丁')!, (sheet) => sheet.set('丁二', '职务', '科长'));
    const two = await edited(files.get('己')!, (sheet) => sheet.set('己二', '职务', '科长'));
    const rehearsal = await desk.take({ files: [one, two] });
    const { rev, name } = await desk.clerk.personnel.person({ id: desk.person('丁二') });
    await desk.clerk.personnel.updatePerson({ id: desk.person('丁二'), rev, name: name!, post: '主任' });
    const apply = rehearsal.packs.slice(0, 2).map(({ pack, seen }) => ({ pack: pack!, seen }));
    const { packs } = await desk.take({ files: [one, two], apply });
    expect(packs.slice(0, 2).map(({ applied, code }) => [applied, code])).toEqual([
      [false, 'conflict'],
      [true, null],
    ]);
    expect([await post('丁二'), await post('己二')]).toEqual(['主任', '科长']);
  });

  it('refuses what a newer pack took the place of, and what was withdrawn', async () => {
    const newer = await issued();
    const [old, next] = [files.get('甲')!, newer.get('甲')!];
    await desk.clerk.packs.withdraw({ packs: [newer.get('乙')!.pack] });
    const table = await desk.take({ files: [old, next, newer.get('乙')!] });
    expect(table.packs.slice(0, 3).map(({ outcome, why }) => [outcome, why])).toEqual([
      ['stale', 'superseded'],
      ['returned', null],
      ['stale', 'withdrawn'],
    ]);
    const outstanding = await desk.clerk.packs.issued({ kind: 'roster', state: 'outstanding' });
    const units = outstanding.packs.map(({ unitName }) => unitName);
    expect([outstanding.total, new Set(units).size, units[0]]).toEqual([6, 6, '甲局']);
  });
});

async function post(name: string): Promise<string | null> {
  return (await desk.clerk.personnel.person({ id: desk.person(name) })).post;
}

async function names(unit: string): Promise<string[]> {
  const { people } = await desk.clerk.personnel.people({ unit: desk.unit(unit) });
  return people.map(({ name, status }) => `${name} ${status}`);
}

async function undo(): Promise<void> {
  const { step } = await desk.clerk.office.lastStep();
  await desk.clerk.office.undo({ step: step! });
}
