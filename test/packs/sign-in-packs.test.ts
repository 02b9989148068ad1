import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { lastingScratch } from '../support/scratch.ts';
import { edited, hand, type IssuedFile, opened, type PackDesk, packDesk } from './pack-desk.ts';

const { folder, remove } = lastingScratch();
let desk: PackDesk;
let session: string;
let files: ReadonlyMap<string, IssuedFile>;

beforeAll(async () => {
  desk = await packDesk(folder);
  const draft = await desk.clerk.study.createSession({
    ...{ title: '党课', phase: 'study', types: ['political'], form: 'film', venues: ['礼堂'] },
    day: calendarDate('2021-03-10'),
  });
  session = draft.id;
  await desk.clerk.study.moveSession({ ...draft, move: 'schedule' });
  const { files: all } = await desk.clerk.packs.issue({ kind: 'signIn', occasion: session });
  files = new Map(all.map((file) => [file.unitName!.slice(0, 1), file]));
});
afterAll(() => {
  desk.office.close();
  remove();
});

const move = async (name: 'hold' | 'submit') => {
  const { rev } = await desk.clerk.study.session({ id: session });
  await desk.clerk.study.moveSession({ id: session, rev, move: name });
};
const marks = async (unit: string) => {
  const { rows } = await desk.clerk.study.attendance({ session, unit: desk.unit(unit) });
  return rows.map(({ name, mark, reason }) => [name, mark, reason]);
};

describe('sign-in packs of one session', () => {
  it('offer marks in a list, and let units fill nothing else', async () => {
    const [sheet] = (await opened(files.get('甲')!.content)).worksheets;
    const at = hand(sheet!);
    const cells = ['姓名', '签到', '事由'].map((label) => sheet!.getCell(at.line('甲一'), at.column(label)));
    expect(cells.map(({ protection }) => protection?.locked ?? true)).toEqual([true, false, false]);
    expect(cells[1]!.dataValidation.formulae).toEqual(['"出席,视频参加,迟到,公假,病假,事假,值班备勤,缺席"']);
    expect(files.size).toBe(6);
  });

  it('wait until the session was held, and are not missed meanwhile', async () => {
    const { packs, outcomes } = await desk.take({ files: [files.get('甲')!] });
    expect(packs[0]).toMatchObject({ outcome: 'refused', unitName: '甲局', code: 'move_not_allowed' });
    expect(outcomes.missing).toBe(5);
    await move('hold');
  });

  it('bring marks and reasons home, each person by the hidden id; blanks change nothing', async () => {
    const file = await edited(files.get('甲')!, (sheet) => {
      sheet.set('甲一', '签到', '出席').set('甲二', '签到', '病假').set('甲二', '事由', '住院');
    });
    const [report] = (await desk.take({ files: [file] })).packs;
    expect(report).toMatchObject({ outcome: 'returned', read: 3, added: 2, unchanged: 1, held: 0, cells: 3 });
    expect(report!.rows.map(({ name, cells }) => [name, cells.map(({ pack }) => pack)])).toEqual([
      ['甲一', ['present']],
      ['甲二', ['sickLeave', '住院']],
    ]);
    const apply = [{ pack: report!.pack!, seen: report!.seen }];
    const { packs } = await desk.take({ files: [file], apply });
    expect(packs[0]).toMatchObject({ applied: true, code: null });
    expect(await marks('甲')).toEqual([
      ['甲一', 'present', null],
      ['甲二', 'sickLeave', '住院'],
      ['甲三', 'unmarked', null],
    ]);
    const { step } = await desk.clerk.office.lastStep();
    await desk.clerk.office.undo({ step: step! });
    expect((await marks('甲')).map(([, mark]) => mark)).toEqual(['unmarked', 'unmarked', 'unmarked']);
  });

  it('hold what nobody has explained, what was marked otherwise meanwhile, and who is not expected', async () => {
    const { rev } = await desk.clerk.study.session({ id: session });
    const absent = ['乙二', '乙三'].map((name) => ({ person: desk.person(name), mark: 'late' as const }));
    await desk.clerk.study.mark({ session, rev, marks: absent });
    const file = await edited(files.get('乙')!, (sheet) => {
      sheet.set('乙一', '签到', '○').set('乙二', '签到', '出席').add({ 姓名: '钱七', 签到: '出席' });
    });
    const [report] = (await desk.take({ files: [file] })).packs;
    expect(report!.rows.map(({ name, outcome, reason }) => [name, outcome, reason])).toEqual([
      ['乙一', 'held', 'unmappedMark'],
      ['乙二', 'held', 'registerMoved'],
      ['乙三', 'unchanged', null],
      ['钱七', 'held', 'notExpected'],
    ]);
    expect(report!.rows[1]!.cells).toEqual([
      ...[{ field: 'mark', issued: 'unmarked', pack: 'present', today: 'late', outcome: 'held' }].map(
        (cell) => ({
          ...cell,
          reason: 'registerMoved',
        }),
      ),
    ]);
    expect(report!.unmapped).toEqual([{ text: '○', count: 1 }]);
    const cells = [{ field: 'mark' as const, take: 'pack' as const }];
    const decisions = [{ pack: report!.pack!, line: report!.rows[1]!.line, cells }];
    const decided = await desk.take({ files: [file], decisions, map: { '○': 'absent' } });
    expect(decided.packs[0]).toMatchObject({ added: 1, changed: 1, unchanged: 1, held: 1 });
  });

  it('are foreign when two hidden ids changed places: marks would be the wrong person’s', async () => {
    const file = await edited(files.get('丙')!, ({ sheet, line }) => {
      const [one, two] = [sheet.getCell(line('丙一'), 1), sheet.getCell(line('丙三'), 1)];
      [one.value, two.value] = [two.value, one.value];
    });
    expect((await desk.take({ files: [file] })).packs[0]).toMatchObject({
      outcome: 'foreign',
      why: 'altered',
    });
  });
});
