import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderKind } from '../../../shared/vocabulary/evaluation-words.ts';
import {
  clear,
  closedItem,
  decide,
  type Evaluation,
  type EvaluationDesk,
  finishedAction,
  found,
  freeze,
  makeUp,
  openEvaluationDesk,
  refusedWithoutTrace,
  writtenDraft,
} from './evaluation-desk.ts';

let desk: EvaluationDesk;
let item: string;
let action: string;
let ordering: Evaluation;
beforeAll(async () => {
  desk = await openEvaluationDesk('530402');
  item = await closedItem(desk);
  action = await finishedAction(desk);
});
afterAll(() => desk.close());

async function order(draft: Evaluation, kind: OrderKind, subject: string | null): Promise<Evaluation> {
  const { id, rev } = await found(desk, draft.id);
  await desk.at('clerk').evaluation.addOrder({ id, rev, kind, subject, text: `${kind} 限期办理` });
  return await found(desk, id);
}

const open = async () => await desk.at('clerk').evaluation.orders({ state: 'open' });
const waiting = async () => {
  const { matters } = await desk.at('clerk').workList.matters();
  return matters.find(({ kind }) => kind === 'evaluationOrders')?.count ?? 0;
};
const stateOf = async (kind: OrderKind) => {
  const { orders } = await desk.at('clerk').evaluation.orders({ kind });
  return orders.map(({ state, doneOn }) => [state, doneOn])[0];
};

describe('the orders of an evaluation', () => {
  it('change nothing while the draft only plans them', async () => {
    const draft = await decide(desk, await writtenDraft(desk, 'group'), {
      verdict: 'rework',
      deadline: '2021-04-28',
    });
    await order(draft, 'session', desk.lecture);
    await order(draft, 'item', item);
    await order(draft, 'action', action);
    await order(draft, 'makeup', null);
    ordering = await order(draft, 'other', null);
    expect(ordering.orders.map(({ kind, state, deadline }) => [kind, state, deadline])).toEqual(
      ['session', 'item', 'action', 'makeup', 'other'].map((kind) => [kind, 'planned', '2021-04-28']),
    );
    expect([(await open()).total, await waiting()]).toEqual([0, 0]);
    expect((await desk.at('clerk').study.session({ id: desk.lecture })).state).toBe('approved');
    const told = await desk.at('reviewer').evaluation.freezePreview({ id: draft.id });
    expect([told.why, told.effects.map(({ subjectName }) => subjectName)]).toEqual([
      null,
      ['忠诚警魂专题党课', '2021-1', '忠诚警魂集中教育', null, null],
    ]);
  });

  it('reopen what they name when it is frozen, each by a dated move of its own register', async () => {
    await freeze(desk, ordering);
    const session = await desk.at('clerk').study.session({ id: desk.lecture });
    const reopened = await desk.at('clerk').rectification.item({ id: item });
    const begun = await desk.at('clerk').actions.action({ id: action });
    expect([session.state, reopened.state, begun.state, begun.dueOn]).toEqual([
      'returned',
      'inProgress',
      'underway',
      '2021-04-28',
    ]);
    const last = [session.moves, reopened.moves, begun.moves].map((moves) => moves.at(-1));
    expect(last.map((one) => [one?.move, one?.effectiveOn, one?.reason])).toEqual([
      ['orderRework', '2021-04-20', 'session 限期办理'],
      ['reopen', '2021-04-20', 'item 限期办理'],
      ['reopen', '2021-04-20', 'action 限期办理'],
    ]);
  });

  it('stand in the work list as long as they are open, and the number is that of their list', async () => {
    expect([(await open()).total, await waiting()]).toEqual([5, 5]);
    const { orders } = await desk.at('clerk').evaluation.orders({ state: 'open', limit: 2, offset: 4 });
    expect(orders.map(({ kind, daysLeft }) => [kind, daysLeft])).toEqual([['other', 8]]);
  });

  it('let no evaluation pass while they are open', async () => {
    const draft = await decide(desk, await writtenDraft(desk, 'own'), { verdict: 'passed' });
    const frozen = () => desk.at('reviewer').evaluation.freeze({ id: draft.id, rev: draft.rev });
    expect(await refusedWithoutTrace(desk, frozen)).toMatchObject({
      code: 'evaluation_orders_open',
      fields: { count: 5 },
    });
    await desk.at('clerk').evaluation.remove({ id: draft.id, rev: draft.rev });
  });

  it('are done when what they name is approved, closed, finished or made good again', async () => {
    const { study, rectification, actions } = desk.at('clerk');
    const submitted = await study.moveSession({
      id: desk.lecture,
      rev: (await study.session({ id: desk.lecture })).rev,
      move: 'submit',
    });
    expect(await stateOf('session')).toEqual(['open', null]);
    await desk.at('reviewer').study.moveSession({ id: desk.lecture, rev: submitted.rev, move: 'approve' });
    expect(await stateOf('session')).toEqual(['done', '2021-04-20']);

    const row = await desk.at('clerk').rectification.item({ id: item });
    const applied = await rectification.moveItem({ id: item, rev: row.rev, move: 'apply' });
    await desk.at('reviewer').rectification.moveItem({ id: item, rev: applied.rev, move: 'approve' });
    expect(await stateOf('item')).toEqual(['done', '2021-04-20']);

    const begun = await desk.at('clerk').actions.action({ id: action });
    await actions.move({ id: action, rev: begun.rev, move: 'finish' });
    expect(await stateOf('action')).toEqual(['done', '2021-04-20']);

    expect(await stateOf('makeup')).toEqual(['open', null]);
    await makeUp(desk, desk.lecture, [desk.absent]);
    expect(await stateOf('makeup')).toEqual(['done', '2021-04-20']);
    expect([(await open()).total, await waiting()]).toEqual([1, 1]);
  });

  it('stay done when what they name is corrected once more', async () => {
    const { rev } = await desk.at('reviewer').study.session({ id: desk.lecture });
    await desk
      .at('reviewer')
      .study.moveSession({ id: desk.lecture, rev, move: 'correct', reason: '记错一人' });
    expect(await stateOf('session')).toEqual(['done', '2021-04-20']);
  });

  it('are closed by hand with a day and a document, and that is undone as one step', async () => {
    const [row] = (await open()).orders;
    const closing = { id: row!.id, rev: row!.rev, doneOn: '2021-04-20', document: '整改报告 4 号' };
    await desk.at('clerk').evaluation.closeOrder(closing);
    expect([await stateOf('other'), await waiting()]).toEqual([['done', '2021-04-20'], 0]);
    await desk.undoLast('clerk');
    expect([await stateOf('other'), await waiting()]).toEqual([['open', null], 1]);
  });

  it('are withdrawn with their evaluation; what they reopened goes its own way', async () => {
    const { id, rev } = await found(desk, ordering.id);
    await desk.at('reviewer').evaluation.withdraw({ id, rev, reason: '文号有误' });
    expect([await stateOf('other'), await stateOf('item'), await waiting()]).toEqual([
      ['withdrawn', null],
      ['done', '2021-04-20'],
      0,
    ]);
    expect((await desk.at('clerk').rectification.item({ id: item })).state).toBe('closed');
    clear(desk);
  });
});
