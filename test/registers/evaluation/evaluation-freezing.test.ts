import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OpenLedger } from '../../../electron/store/ledger-store.ts';
import { inProcessClient } from '../../../electron/transport/in-process.ts';
import { PASSWORD } from '../../support/office.ts';
import { refusalOf } from '../undo-desk.ts';
import {
  approvedLecture,
  begun,
  clear,
  decide,
  EFFECT,
  type Evaluation,
  type EvaluationDesk,
  found,
  freeze,
  makeUp,
  openEvaluationDesk,
  passed,
  sheetOf,
  writtenDraft,
} from './evaluation-desk.ts';

let desk: EvaluationDesk;
beforeAll(async () => {
  desk = await openEvaluationDesk('530401');
});
afterEach(() => clear(desk));
afterAll(() => desk.close());

const figure = (evaluation: Evaluation, indicator: string) =>
  evaluation.lines.find((line) => line.indicator === indicator)?.value;

describe('a draft', () => {
  it('is taken back step by step, and thrown away for good', async () => {
    const before = desk.dump();
    const { id } = await begun(desk, 'own');
    const { rev } = await found(desk, id);
    await desk.at('clerk').evaluation.setLine({ id, rev, indicator: EFFECT, text: '一' });
    await desk.undoLast('clerk');
    expect((await found(desk, id)).lines.find(({ indicator }) => indicator === EFFECT)?.text).toBeNull();
    await desk.undoLast('clerk');
    expect(desk.dump()).toBe(before);

    const again = await begun(desk, 'own');
    await desk.at('clerk').evaluation.remove({ id: again.id, rev: again.rev });
    expect(desk.dump()).toBe(before);
    expect(await refusalOf(desk.undoLast('clerk'))).toMatchObject({ code: 'undo_not_possible' });
  });

  it('is told beforehand what freezing it does: the figures, the orders, and what is still missing', async () => {
    const { id } = await begun(desk, 'own');
    const told = await desk.at('clerk').evaluation.freezePreview({ id });
    expect(told.figures.map(({ name, value }) => [name, value?.text])).toEqual([
      ['完成率', '—'],
      ['参与率', '83.3%'],
      ['普及率', '83.3%'],
    ]);
    expect(told.why).toMatchObject({ code: 'missing_field', fields: { field: 'verdict' } });
    const draft = await decide(desk, await found(desk, id), { verdict: 'passed' });
    const next = await desk.at('reviewer').evaluation.freezePreview({ id });
    expect(next.why).toMatchObject({ code: 'evaluation_lines_missing', fields: { count: 1 } });
    expect((await found(desk, id)).rev).toBe(draft.rev);
  });
});

describe('who may', () => {
  it('freezes nothing that the same account wrote, nor the 复评 of its own 自评', async () => {
    await desk.ledger().addAccount({ name: 'both', roles: ['clerk', 'reviewer'], password: PASSWORD });
    const account = desk
      .ledger()
      .accounts()
      .find(({ name }) => name === 'both')!;
    const asBoth = () => {
      desk.office.host.ledger = Object.create(desk.ledger(), { account: { value: account } }) as OpenLedger;
      return inProcessClient(desk.office.host).evaluation;
    };
    const { id, rev } = await decide(desk, await writtenDraft(desk, 'own'), { verdict: 'passed' });
    const written = await asBoth().setLine({ id, rev, indicator: EFFECT, text: '改过' });
    expect(await refusalOf(asBoth().freeze({ id, rev: written.rev }))).toMatchObject({
      code: 'same_account',
    });
    await desk.at('reviewer').evaluation.freeze({ id, rev: written.rev });

    const next = await decide(desk, await writtenDraft(desk, 'office'), { verdict: 'passed' });
    expect(await refusalOf(asBoth().freeze({ id: next.id, rev: next.rev }))).toMatchObject({
      code: 'same_account',
    });
    await desk.at('reviewer').evaluation.freeze({ id: next.id, rev: next.rev });
  });

  it('writes the 自评 and what comes from outside as a clerk, the 复评 as a reviewer', async () => {
    const reviewer = desk.at('reviewer').evaluation.begin({ phase: 'study', level: 'own' });
    expect(await refusalOf(reviewer)).toMatchObject({ code: 'not_allowed' });
    await passed(desk, 'own');
    const clerk = desk.at('clerk').evaluation.begin({ phase: 'study', level: 'office' });
    expect(await refusalOf(clerk)).toMatchObject({ code: 'not_allowed' });
  });
});

describe('a frozen evaluation', () => {
  it('has its figures as of the day that the draft named, not of the day of freezing', async () => {
    const { id, rev } = await writtenDraft(desk, 'own');
    const head = { evaluatedOn: '2021-03-31', asOf: '2021-03-09', by: null, documentNumber: null };
    const rest = { verdict: 'passed', deadline: null, remark: null } as const;
    await desk.at('clerk').evaluation.update({ id, rev, ...head, ...rest });
    const frozen = await freeze(desk, await found(desk, id));
    expect(figure(frozen, 'look-participation')).toMatchObject({ denominator: 0, text: '—' });
  });

  it('is not undone but withdrawn, with a reason, and then its round can be evaluated again', async () => {
    const { id, rev } = await passed(desk, 'own');
    expect(await refusalOf(desk.undoLast('reviewer'))).toMatchObject({ code: 'undo_by_move' });
    await desk.at('reviewer').evaluation.withdraw({ id, rev, reason: '填错环节' });
    const gone = await found(desk, id);
    expect([gone.state, gone.moves.map(({ move, reason }) => [move, reason])]).toEqual([
      'withdrawn',
      [
        ['freeze', null],
        ['withdraw', '填错环节'],
      ],
    ]);
    expect((await begun(desk, 'own')).round).toBe(1);
  });

  it('stands beside the next round, which begins where one level did not pass', async () => {
    await passed(desk, 'own');
    const draft = await decide(desk, await writtenDraft(desk, 'office'), {
      verdict: 'makeup',
      deadline: '2021-04-28',
    });
    const order = { kind: 'makeup', subject: null, text: '补课到位' } as const;
    await desk.at('reviewer').evaluation.addOrder({ id: draft.id, rev: draft.rev, ...order });
    await freeze(desk, draft);
    const { next } = await sheetOf(desk);
    expect(next.map(({ level, round, why }) => [level, round, why])).toEqual([
      ['own', 2, null],
      ['office', 2, 'evaluation_level_missing'],
      ['group', 2, null],
      ['province', 2, null],
    ]);

    await makeUp(desk, desk.lecture, [desk.absent]);
    await passed(desk, 'own');
    await passed(desk, 'office');
    await passed(desk, 'group');
    const { evaluations } = await sheetOf(desk);
    expect(evaluations.map((one) => [one.round, one.level, figure(one, 'look-coverage')?.text])).toEqual([
      [1, 'own', '83.3%'],
      [1, 'office', '83.3%'],
      [2, 'own', '100.0%'],
      [2, 'office', '100.0%'],
      [2, 'group', '100.0%'],
    ]);
  });

  it('keeps its figures and names for good, where a draft shows them as they are now', async () => {
    const lecture = await approvedLecture(desk, desk.people, [desk.absent], '2021-03-11');
    const draft = await writtenDraft(desk, 'own');
    expect(figure(draft, 'look-participation')).toEqual({ numerator: 11, denominator: 12, text: '91.7%' });
    await makeUp(desk, lecture, [desk.absent]);
    expect(figure(await found(desk, draft.id), 'look-participation')).toMatchObject({ numerator: 12 });

    const frozen = await freeze(desk, await decide(desk, draft, { verdict: 'passed' }));
    expect(frozen).toMatchObject({ state: 'frozen', round: 1, level: 'own', verdict: 'passed' });
    expect(frozen.lines.map(({ listName, name }) => `${listName} ${name}`)).toEqual([
      '四看 完成率',
      '四看 参与率',
      '四看 普及率',
      '四看 学习转化效果',
    ]);

    const { rev } = await desk.at('reviewer').study.session({ id: lecture });
    const correction = { id: lecture, rev, move: 'correct', reason: '记错' } as const;
    await desk.at('reviewer').study.moveSession(correction);
    const later = await sheetOf(desk);
    expect(later.live.participationWithMakeup).toMatchObject({ numerator: 6, denominator: 6 });
    expect(later.evaluations[0]!.lines).toEqual(frozen.lines);
  });
});
