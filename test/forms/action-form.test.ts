import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormAsked } from '../../shared/contract/forms.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { type ActionsDesk, openActionsDesk } from '../registers/actions/actions-desk.ts';
import { filled, readTables, readWorkbook } from './written-forms.ts';

let desk: ActionsDesk;
beforeAll(async () => {
  desk = await openActionsDesk('530604', '2021-05-10');
  await desk.plan();
  await desk
    .actions()
    .addOwn({ name: '=送法下乡', phase: 'rectify', dueOn: calendarDate('2021-05-20'), unit: desk.unit });
  const april = await desk.of('secretary-drill', '2021-04');
  await desk.actions().move({
    ...{ id: april.id, rev: april.rev, move: 'finish', on: calendarDate('2021-05-06') },
    evidenceNumber: '云教整〔2021〕18号',
  });
  const session = await desk.session();
  const topic = await desk.of('first-topic', '2021-03');
  const on = calendarDate('2021-03-10');
  await desk.actions().move({ id: topic.id, rev: topic.rev, move: 'finish', on, sessions: [session.id] });
});
afterAll(() => desk.close());

type Asked = Partial<Extract<FormAsked, { form: 'actionList' }>>;
const asked = (more: Asked = {}): FormAsked => ({ form: 'actionList', ...more });
const forms = () => desk.at('clerk').forms;
const rowsOf = async (more: Asked = {}) => {
  const { parts } = await forms().preview({ asked: asked(more) });
  const table = parts.find((part) => part.kind === 'table')!;
  return table.rows.map(({ cells }) => cells.map(({ value }) => value));
};
const DRILL = '政法委书记“拉练”（4月）';
const rowNamed = async (name: string, more: Asked = {}) =>
  (await rowsOf(more)).find((row) => row[1] === name)?.slice(2);

describe('The list of actions', () => {
  it('stands phase by phase in the order of the campaign, each action as it was on the day', async () => {
    const rows = await rowsOf();
    const groups = rows.filter((row) => row.length === 1).flat();
    expect(groups).toEqual(['学习教育', '查纠整改', '总结提升']);
    const office = 'office 530604';
    const due = '2021年4月30日';
    expect(await rowNamed(DRILL)).toEqual([
      ...['市级规定', office, due, '已完成', '2021年5月6日', '云教整〔2021〕18号', null],
    ]);
    const before = { asOf: calendarDate('2021-05-05') };
    expect(await rowNamed(DRILL, before)).toEqual([
      ...['市级规定', office, due, '待开展（逾期）', null, null, null],
    ]);
    expect(await rowNamed(DRILL, { asOf: calendarDate('2021-04-30') })).toMatchObject({ 3: '待开展' });
    expect(await rowNamed('“第一议题”制度（3月）')).toMatchObject({ 5: '学习场次 1 场' });
    expect(await rowNamed('=送法下乡')).toMatchObject({ 0: '自选', 1: '县公安局', 2: '2021年5月20日' });
  });

  it('sums its states as the identity, with the figure of the same day and phase', async () => {
    for (const more of [{}, { phase: 'rectify' }, { asOf: calendarDate('2021-05-05') }]) {
      const rows = await rowsOf(more);
      const count = rows.filter((row) => row.length > 2).length;
      const { figures } = await desk.at('clerk').figures.asOf({ asOf: calendarDate('2021-05-10'), ...more });
      const { text, numerator, denominator } = figures.actionCompletion!;
      const sum = String(rows.at(-1)![1]);
      expect(sum).toContain(`完成率 ${text}（${numerator}/${denominator}）`);
      const [whole, ...parts] = sum.split('；')[0]!.match(/\d+/g)!.map(Number);
      expect(whole).toBe(count);
      expect(parts.reduce((all, one) => all + one, 0)).toBe(whole);
    }
  });

  it('is in .xlsx and .docx what it is on the screen, text as text', async () => {
    const rows = await rowsOf();
    const xlsx = await forms().save({ asked: asked(), as: 'xlsx' });
    expect(xlsx.fileName).toBe('规定动作清单-office 530604-2021-05-10.xlsx');
    const written = (await readWorkbook(xlsx.content)).flatMap((sheet) => sheet.rows.map(filled));
    const docx = await forms().save({ asked: asked(), as: 'docx' });
    const cells = (await readTables(docx.content)).flat();
    for (const row of rows) {
      expect(written).toContainEqual(filled(row));
      expect(cells).toContainEqual(row.map((value) => String(value ?? '')));
    }
    expect(rows.length).toBeGreaterThan(15);
  });
});
