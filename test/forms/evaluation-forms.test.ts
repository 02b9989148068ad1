import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormAsked, FormTable } from '../../shared/contract/forms.ts';
import {
  decide,
  EFFECT,
  type EvaluationDesk,
  found,
  freeze,
  makeUp,
  openEvaluationDesk,
  passed,
  writtenDraft,
} from '../registers/evaluation/evaluation-desk.ts';
import { refusalOf } from '../registers/undo-desk.ts';
import { filled, readTables, readWorkbook } from './written-forms.ts';

let desk: EvaluationDesk;
beforeAll(async () => {
  desk = await openEvaluationDesk('530405');
  await passed(desk, 'own');
  const draft = await decide(desk, await writtenDraft(desk, 'office'), {
    verdict: 'makeup',
    deadline: '2021-04-28',
  });
  const line = { indicator: EFFECT, text: '=抽看 4 个单位', evidenceNumber: '=证-063' };
  await desk.at('reviewer').evaluation.setLine({ id: draft.id, rev: draft.rev, ...line });
  const { rev } = await found(desk, draft.id);
  const order = { kind: 'makeup', subject: null, text: '缺课的都要补上' } as const;
  await desk.at('reviewer').evaluation.addOrder({ id: draft.id, rev, ...order });
  await freeze(desk, draft);
  await makeUp(desk, desk.lecture, [desk.absent]);
  await passed(desk, 'own');
  await writtenDraft(desk, 'office');
});
afterAll(() => desk.close());

const asked = (more: { phase?: string; round?: number } = {}): FormAsked => ({
  form: 'evaluationSheet',
  phase: 'study',
  ...more,
});
const tables = async (more = {}): Promise<FormTable[]> => {
  const { parts } = await desk.at('clerk').forms.preview({ asked: asked(more) });
  return parts.filter((part) => part.kind === 'table');
};
const valuesOf = (table: FormTable) => table.rows.map(({ cells }) => cells.map(({ value }) => value));

const FIRST = [
  ['四看'],
  ['完成率', '—（0/0）', '—（0/0）', null, null],
  ['参与率', '83.3%（5/6）', '83.3%（5/6）', null, null],
  ['普及率', '83.3%（5/6）', '83.3%（5/6）', null, null],
  ['学习转化效果', '转化任务 12 项，落实 11 项', '=抽看 4 个单位', null, '复评：=证-063'],
  ['评估日期', '2021年4月20日', '2021年4月20日', null, null],
  ['数据截止', '2021年4月20日', '2021年4月20日', null, null],
  ['评估人', null, null, null, null],
  ['文号', null, null, null, null],
  ['结论', '通过', '补课\n时限2021年4月28日', null, null],
  ['说明', null, null, null, null],
];

describe('Form 9', () => {
  it('has the rounds one after the other, each level as it was frozen, with what it was based on', async () => {
    const [first, second, orders] = await tables();
    expect([first, second, orders].map((one) => one?.name)).toEqual(['第1轮', '第2轮', '责令事项']);
    expect(valuesOf(first!)).toEqual(FIRST);
    // the 复评 of the second round is a draft: nothing of it is printed
    expect(valuesOf(second!)[2]).toEqual(['参与率', '100.0%（6/6）', null, null, null]);
    expect(valuesOf(orders!)).toEqual([
      [1, '第1轮复评', '补课', '全部待补人次', '缺课的都要补上', '2021年4月28日', '2021年4月20日'],
    ]);
  });

  it('is read back from a workbook and from a letter cell by cell, and no text becomes a formula', async () => {
    const { content, fileName } = await desk.at('clerk').forms.save({ asked: asked(), as: 'xlsx' });
    expect(fileName).toBe('三级评估表-学习教育-office 530405-2021-04-20.xlsx');
    const sheets = await readWorkbook(content);
    const rows = sheets.flatMap((sheet) => sheet.rows).map(filled);
    for (const row of FIRST) expect(rows).toContainEqual(filled(row));

    const word = await desk.at('clerk').forms.save({ asked: asked(), as: 'docx' });
    const read = (await readTables(word.content)).flat().map((row) => row.filter((text) => text !== ''));
    for (const row of FIRST) expect(read).toContainEqual(filled(row).map(String));
  });

  it('is of one round when asked, and none where nothing was frozen', async () => {
    expect((await tables({ round: 2 })).map(({ name }) => name)).toEqual(['第2轮']);
    const third = desk.at('clerk').forms.preview({ asked: asked({ round: 3 }) });
    expect(await refusalOf(third)).toMatchObject({ code: 'not_found' });
    const nowhere = desk.at('clerk').forms.preview({ asked: asked({ phase: 'nowhere' }) });
    expect(await refusalOf(nowhere)).toMatchObject({ code: 'phase_unknown' });
  });

  it('is blank, to be filled in by hand, before anything was evaluated', async () => {
    const [blank] = await tables({ phase: 'rectify' });
    expect(valuesOf(blank!).slice(0, 3)).toEqual([
      ['五查'],
      ['自查自纠全覆盖', null, null, null, null],
      ['评估日期', null, null, null, null],
    ]);
  });
});
