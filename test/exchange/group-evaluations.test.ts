import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closedItem,
  decide,
  type Evaluation,
  finishedAction,
  freeze,
  passed,
  writtenDraft,
} from '../registers/evaluation/evaluation-desk.ts';
import { lastingScratch } from '../support/scratch.ts';
import { contentDigest } from './books.ts';
import {
  CODE,
  contentOf,
  forgerOf,
  NOBODY,
  type Order,
  openEvaluating,
  send,
  take,
  withRows,
} from './evaluating.ts';
import { codeOf, importing, opened, resealed, rowsOf } from './forge.ts';

const scratch = lastingScratch();
let desk: Awaited<ReturnType<typeof openEvaluating>>;
const forgedGroup = () => forgerOf(desk.group);
const forgedCounty = () => forgerOf(desk.county.office, desk.county.ledger);

let item: string;
let action: string;

beforeAll(async () => {
  desk = await openEvaluating(scratch.folder);
  item = await closedItem(desk.county);
  action = await finishedAction(desk.county);
  await passed(desk.county, 'own');
  await desk.report();
});
afterAll(() => {
  desk.close();
  scratch.remove();
});

describe('the evaluation of a group', () => {
  let first: { id: string; round: number };

  it('[X71] is drafted by a member on the rows of that office, and frozen by another, the leader', async () => {
    const member = await desk.group.as('member');
    const begin = (input: object) =>
      codeOf(member.evaluation.begin({ phase: 'study', level: 'group', ...input }));
    expect(await begin({})).toBe('missing_field');
    expect(await begin({ office: desk.group.id })).toBe('party_unknown');
    expect(await begin({ office: CODE, level: 'own' })).toBe('wrong_installation');
    desk.group.ports.setDate('2021-04-22');
    expect(await begin({ office: CODE, asOf: '2021-04-21' })).toBe('evaluation_data_missing');
    desk.group.ports.setDate('2021-04-20');
    const clerk = desk.county.at('clerk');
    expect(
      await codeOf(clerk.evaluation.begin({ phase: 'study', level: 'own', office: desk.group.id })),
    ).toBe('wrong_installation');

    const orders: Order[] = [
      { kind: 'session', subject: desk.county.lecture, text: '没有学原文' },
      { kind: 'item', subject: item, text: '整改不到位' },
      { kind: 'action', subject: action, text: '补开一次' },
      { kind: 'makeup', text: '缺课补齐' },
      { kind: 'other', text: '书面检查' },
    ];
    first = await desk.released('rework', orders);
    expect(first.round).toBe(1);
    const leader = await desk.group.as('leader');
    expect((await leader.evaluation.ofGroup({})).evaluations).toMatchObject([
      {
        id: first.id,
        office: desk.county.office.id,
        state: 'frozen',
        openOrders: 5,
        delivery: { state: 'released' },
      },
    ]);
    const frozen = await desk.there(first.id);
    const figures = await desk.county.at('clerk').figures.asOf({ asOf: '2021-04-20' });
    for (const { figure, value } of frozen.lines)
      if (figure) expect([figure, value]).toEqual([figure, figures.figures[figure] ?? null]);
    expect(frozen.lines.some(({ value }) => (value?.denominator ?? 0) > 0)).toBe(true);
    // nothing of the office is other than it says itself
    const { state } = await leader.study.session({ id: desk.county.lecture });
    expect(state).toBe('approved');
  });

  it('[X71] is not frozen by who drafted it, and does not leave before', async () => {
    const { id, rev } = await desk.drafted('passed');
    const member = await desk.group.as('member');
    expect(await codeOf(member.evaluation.freeze({ id, rev }))).toBe('not_allowed');
    const matters = (await (await desk.group.as('leader')).workList.matters()).matters;
    expect(matters).toContainEqual(
      expect.objectContaining({ kind: 'evaluationDraft', count: 1, mine: true, register: 'evaluation' }),
    );
    const bundle = await opened(forgedCounty(), await send(await desk.group.as('member'), true));
    expect(rowsOf(bundle, 'evaluation').map((row) => row.id)).toEqual([first.id]);
    const draft = await desk.there(id);
    await (await desk.group.as('member')).evaluation.remove({ id, rev: draft.rev });
  });

  it('[X72] arrives frozen, reopens what it names, and waits in the work list', async () => {
    const stick = await send(await desk.group.as('member'));
    const rehearsed = await take(desk.county.at('clerk'), stick, false);
    expect(rehearsed).toMatchObject({ outcome: 'applicable', notApplicable: 0 });
    expect(await desk.hear()).toMatchObject({
      outcome: 'applied',
      notApplicable: 0,
      refused: 0,
      withheld: 0,
    });
    const arrived = (await desk.here(first.id))!;
    expect(arrived).toMatchObject({
      origin: 'group',
      state: 'frozen',
      level: 'group',
      round: 1,
      mine: false,
    });
    expect(arrived.allowed).toEqual([]);
    expect(arrived.lines).toEqual((await desk.there(first.id)).lines);
    const clerk = desk.county.at('clerk');
    expect(await codeOf(clerk.evaluation.remove({ id: first.id, rev: arrived.rev }))).toBe('not_found');
    const lecture = await clerk.study.session({ id: desk.county.lecture });
    expect(lecture).toMatchObject({ state: 'returned', whose: 'clerk' });
    expect(lecture.moves.at(-1)).toMatchObject({ move: 'orderRework', reason: '没有学原文' });
    expect(await clerk.rectification.item({ id: item })).toMatchObject({
      state: 'inProgress',
      closedOn: null,
    });
    const { actions } = await clerk.actions.list({ limit: 500 });
    expect(actions.find(({ id }) => id === action)).toMatchObject({ state: 'underway', dueOn: '2021-05-10' });
    expect(arrived.orders.map(({ kind, state }) => [kind, state])).toEqual(
      arrived.orders.map(({ kind }) => [kind, 'open']),
    );
    expect((await clerk.workList.matters()).matters).toContainEqual(
      expect.objectContaining({ kind: 'evaluationOrders', count: 5, mine: true }),
    );
  });

  it('[X75] is answered order by order, and the group sees what the county has done since', async () => {
    expect((await desk.there(first.id)).orders.map(({ state }) => state)).toEqual(Array(5).fill('open'));
    const clerk = desk.county.at('clerk');
    await desk.report();
    expect(await desk.there(first.id)).toMatchObject({ delivery: { state: 'applied', outcome: null } });
    const { rev } = await clerk.study.session({ id: desk.county.lecture });
    const submitted = await desk.county
      .at('clerk')
      .study.moveSession({ id: desk.county.lecture, rev, move: 'submit' });
    const approving = { id: desk.county.lecture, rev: submitted.rev, move: 'approve' as const };
    await desk.county.at('reviewer').study.moveSession(approving);
    const other = (await desk.here(first.id))!.orders.find(({ kind }) => kind === 'other')!;
    const closing = { id: other.id, rev: other.rev, doneOn: '2021-04-20', document: '检-1' };
    await desk.county.at('clerk').evaluation.closeOrder(closing);
    await desk.report();
    const states = (await desk.there(first.id)).orders.map(({ kind, state, document }) => [
      kind,
      state,
      document,
    ]);
    expect(states.toSorted()).toEqual([
      ['action', 'open', null],
      ['item', 'open', null],
      ['makeup', 'open', null],
      ['other', 'done', '检-1'],
      ['session', 'done', null],
    ]);
    expect(contentOf(await desk.there(first.id)).orders).toEqual(
      contentOf((await desk.here(first.id))!).orders,
    );

    const stray = [{ id: NOBODY, takenRev: 1, doneOn: null, document: null }];
    const bundle = await opened(forgedGroup(), await send(desk.county.at('clerk')));
    const tables = withRows(bundle.tables, 'orderAnswer', () => stray);
    const forged = await resealed(forgedCounty(), forgedGroup(), bundle, tables);
    await desk.group.as('member');
    const lines = await importing(forgedGroup(), [forged], false);
    expect(lines).toMatchObject([{ outcome: 'applicable', added: 0, changed: 0 }]);
  });

  it('[X74] is withdrawn with a reason, before anything is built upon it; what it reopened goes its own way', async () => {
    const above = await desk.released('rework', [{ kind: 'other', text: '补正材料' }], 'province');
    expect(await codeOf(withdrawAt(first.id))).toBe('evaluation_built_upon');
    await withdrawAt(above.id);
    const { rev } = await desk.there(first.id);
    const leader = await desk.group.as('leader');
    await leader.evaluation.withdraw({ id: first.id, rev, reason: '按新口径重评' });
    expect(await desk.hear()).toMatchObject({ outcome: 'applied', notApplicable: 0 });
    const gone = (await desk.here(first.id))!;
    expect(gone).toMatchObject({ state: 'withdrawn' });
    expect(gone.moves).toMatchObject([{ move: 'freeze' }, { move: 'withdraw', reason: '按新口径重评' }]);
    expect(gone.orders.filter(({ state }) => state === 'open')).toEqual([]);
    const clerk = desk.county.at('clerk');
    expect(await clerk.rectification.item({ id: item })).toMatchObject({ state: 'inProgress' });

    await desk.report();
    const hasty = await desk.released('rework', [
      { kind: 'session', subject: desk.county.lecture, text: '重学' },
    ]);
    const taken = { id: hasty.id, rev: hasty.rev, reason: '下错' };
    await (await desk.group.as('leader')).evaluation.withdraw(taken);
    await desk.hear();
    expect(await desk.here(hasty.id)).toMatchObject({ state: 'withdrawn', round: 1 });
    expect((await clerk.study.session({ id: desk.county.lecture })).state).toBe('approved');
  });

  it('[X73] has no place where a document was entered for it: kept, reported back, and unchanged when it comes again', async () => {
    const entered = await passedBy('group');
    const late = await desk.released('passed');
    // orders of the withdrawn evaluation bind nobody
    expect(late).toMatchObject({ round: 1 });
    expect(await desk.hear()).toMatchObject({ outcome: 'applied', notApplicable: 1 });
    expect(await desk.here(late.id)).toBeUndefined();
    expect(await desk.here(entered.id)).toMatchObject({ origin: 'here', state: 'frozen' });
    await desk.report();
    expect((await desk.there(late.id)).delivery).toEqual({
      state: 'notApplicable',
      outcome: 'evaluation_exists',
    });
    const again = await desk.hear(true);
    expect(again.unchanged).toBe(again.total);
    expect(again.total).toBeGreaterThan(3);
    expect(await codeOf(withdrawAt(late.id))).toBe('no error');
  });

  it('[X73] has no place in a phase that the county does not have, nor without the word that it was released', async () => {
    const next = await desk.released('passed');
    const stick = await send(await desk.group.as('member'));
    const bundle = await opened(forgedCounty(), stick);
    desk.county.at('clerk');
    const without = (name: string) => {
      const tables = new Map(bundle.tables);
      tables.delete(name);
      return tables;
    };
    const other = withRows(bundle.tables, 'feedback', (rows) =>
      rows.map((row) => (row.kind === 'evaluation' ? { ...row, subject: NOBODY } : row)),
    );
    for (const tables of [without('evaluation'), without('feedback'), other]) {
      const before = contentDigest(desk.county.ledger());
      const [line] = await importing(forgedCounty(), [
        await resealed(forgedGroup(), forgedCounty(), bundle, tables),
      ]);
      expect(line).toMatchObject({ outcome: 'refused', problem: 'bundle_row_invalid' });
      expect(contentDigest(desk.county.ledger())).toBe(before);
    }
    const strange = withRows(bundle.tables, 'evaluation', (rows) =>
      rows.map((row) => (row.id === next.id ? { ...row, phase: 'elsewhere' } : row)),
    );
    const forged = await resealed(forgedGroup(), forgedCounty(), bundle, strange);
    // with the withdrawal of what had no place before
    expect(await take(desk.county.at('clerk'), forged)).toMatchObject({
      outcome: 'applied',
      notApplicable: 2,
    });
    const { feedback } = await desk.county.at('clerk').exchange.feedback({});
    expect(feedback.find(({ subject }) => subject === next.id)).toMatchObject({ outcome: 'phase_unknown' });
  });

  it('[X73] is forgotten by a group that begins anew without it', async () => {
    const held = (await desk.sheetHere()).evaluations.filter(({ origin }) => origin === 'group').length;
    expect(held).toBeGreaterThan(1);
    const bundle = await opened(forgedCounty(), await send(await desk.group.as('member'), true));
    const tables = new Map(bundle.tables);
    for (const name of ['evaluation', 'evaluationLine', 'evaluationOrder']) tables.delete(name);
    const rest = withRows(tables, 'feedback', (rows) => rows.filter(({ kind }) => kind !== 'evaluation'));
    const epoch = { id: NOBODY, counter: bundle.manifest.epoch.counter + 1 };
    const forged = await resealed(forgedGroup(), forgedCounty(), bundle, rest, {
      ...{ epoch, sequence: 1, previousHash: null, full: true, baseRev: 0 },
    });
    const line = await take(desk.county.at('clerk'), forged);
    expect(line).toMatchObject({ outcome: 'applied' });
    expect(line.dropped).toBeGreaterThanOrEqual(held);
    expect((await desk.sheetHere()).evaluations.filter(({ origin }) => origin === 'group')).toEqual([]);
  });
});

async function passedBy(level: 'group'): Promise<Evaluation> {
  const draft = await writtenDraft(desk.county, level);
  return await freeze(desk.county, await decide(desk.county, draft, { verdict: 'passed' }));
}

async function withdrawAt(id: string) {
  const { rev } = await desk.there(id);
  await (await desk.group.as('leader')).evaluation.withdraw({ id, rev, reason: '县里已登记' });
}
