import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { closedItem, EFFECT, type EvaluationDesk, passed } from '../registers/evaluation/evaluation-desk.ts';
import { lastingScratch } from '../support/scratch.ts';
import { openPair, type Pair, remark, take } from './lost-words.ts';
import type { SoleOffice } from './sole-office.ts';

const scratch = lastingScratch();
const pairs: Pair[] = [];
let pair: Pair;
let county: SoleOffice;
let group: SoleOffice;

async function begin(): Promise<void> {
  pair = await openPair(scratch.folder, String(41 + pairs.length));
  pairs.push(pair);
  ({ county, group } = pair);
}

afterAll(() => {
  for (const one of pairs) one.close();
  scratch.remove();
});

describe('an evaluation that a group has lost', () => {
  let closed: string;
  const desk = (): EvaluationDesk => ({ at: () => county.client }) as unknown as EvaluationDesk;

  beforeEach(async () => {
    await begin();
    closed = await closedItem(desk());
    await passed(desk(), 'own');
    await pair.report();
  });

  /** With one order that reopens an item. */
  async function drafted(verdict: 'passed' | 'rework' = 'rework', level: 'group' | 'province' = 'group') {
    const { evaluation } = group.client;
    const { id, rev } = await evaluation.begin({ phase: 'study', level, office: county.id });
    let at = (await evaluation.setLine({ id, rev, indicator: EFFECT, text: '学用脱节' })).rev;
    const head = {
      evaluatedOn: '2021-04-18',
      asOf: '2021-04-18',
      verdict,
      by: '市第三指导组',
      documentNumber: '评〔2021〕3号',
    };
    const deadline = verdict === 'passed' ? null : '2021-05-10';
    at = (await evaluation.update({ id, rev: at, ...head, deadline })).rev;
    if (verdict === 'rework')
      at = (await evaluation.addOrder({ id, rev: at, kind: 'item', subject: closed, text: '整改不到位' }))
        .rev;
    return { id, rev: at };
  }

  async function frozen(
    verdict: 'passed' | 'rework' = 'rework',
    level: 'group' | 'province' = 'group',
  ): Promise<string> {
    const { id, rev } = await drafted(verdict, level);
    await group.client.evaluation.freeze({ id, rev });
    return id;
  }

  const sheetAt = async (office: SoleOffice) => {
    const asked = office === group ? { phase: 'study', office: county.id } : { phase: 'study' };
    return (await office.client.evaluation.sheet(asked)).evaluations;
  };
  const seenAt = async (office: SoleOffice, id: string) => {
    const one = (await sheetAt(office)).find((row) => row.id === id);
    const { state, round, level, verdict, deadline, lines, orders, moves } = one!;
    return {
      ...{ state, round, level, verdict, deadline, lines },
      orders: orders.map(({ rev, ...order }) => order),
      moves: moves.map(({ move, to, reason }) => ({ move, to, reason })),
    };
  };
  const withdraw = async (id: string) => {
    const { rev } = (await sheetAt(group)).find((row) => row.id === id)!;
    await group.client.evaluation.withdraw({ id, rev, reason: '按新口径重评' });
  };

  it('[X73][X109] comes back with its orders and what was done about them, and reopens nothing anew', async () => {
    const restore = await pair.remembered();
    const id = await frozen();
    await pair.hear();
    const { rectification } = county.client;
    let { rev } = await rectification.item({ id: closed });
    for (const move of ['apply', 'approve'] as const)
      ({ rev } = await rectification.moveItem({ id: closed, rev, move, evidenceNumber: '证-10' }));
    const before = await seenAt(county, id);
    expect(before.orders).toMatchObject([{ state: 'done' }]);
    await restore();
    expect(await pair.hear()).toMatchObject({ outcome: 'applied', dropped: 1 });
    expect((await sheetAt(county)).some((row) => row.id === id)).toBe(false);
    expect(await pair.report()).toMatchObject({ outcome: 'applied', regained: 1 });
    expect(await seenAt(group, id)).toEqual(before);
    expect(await pair.hear()).toMatchObject({ outcome: 'applied', problem: null, notApplicable: 0 });
    expect(await seenAt(county, id)).toEqual(before);
    expect((await rectification.item({ id: closed })).state).toBe('closed');
    await pair.report();
    expect(pair.states(group)).toEqual(pair.states(county));
    expect(await seenAt(group, id)).toEqual(before);
  });

  it('[X109] stands as it was frozen where the older books have it as a draft', async () => {
    const { id, rev } = await drafted();
    const restore = await pair.remembered();
    const order = (await sheetAt(group)).find((row) => row.id === id)!.orders[0]!;
    let at = (await group.client.evaluation.removeOrder({ id, rev, order: order.id })).rev;
    at = (await group.client.evaluation.addOrder({ id, rev: at, kind: 'other', text: '书面检查' })).rev;
    await group.client.evaluation.freeze({ id, rev: at });
    await pair.hear();
    await restore();
    expect(await pair.comeTogether()).toMatchObject({ regained: 1 });
    expect(await seenAt(group, id)).toEqual(await seenAt(county, id));
    expect((await seenAt(group, id)).orders).toMatchObject([{ kind: 'other', text: '书面检查' }]);
  });

  it('[X109] is withdrawn where that was said, whatever of it was lost', async () => {
    const whole = await pair.remembered();
    const id = await frozen();
    await pair.hear();
    await pair.report();
    await withdraw(id);
    await pair.hear();
    await whole();
    expect(await pair.comeTogether()).toMatchObject({ regained: 2 });
    expect(await seenAt(group, id)).toEqual(await seenAt(county, id));
    expect(await seenAt(group, id)).toMatchObject({ state: 'withdrawn' });
    expect(pair.states(group)).toEqual(pair.states(county));

    const other = await frozen('passed');
    await pair.hear();
    await pair.report();
    const half = await pair.remembered();
    await withdraw(other);
    await pair.hear();
    await half();
    // the group says again that it stands, and is not refused for it
    expect(await pair.comeTogether()).toMatchObject({ regained: 1 });
    expect(await seenAt(group, other)).toMatchObject({ state: 'withdrawn' });
    expect(await seenAt(group, other)).toEqual(await seenAt(county, other));
  });

  it('[X109] stays out, with its row, where another holds its place', async () => {
    const restore = await pair.remembered();
    const id = await frozen();
    const other = await pair.said(remark('请附照片'));
    await pair.hear();
    await restore();
    const now = await frozen('passed');
    expect(await pair.comeTogether()).toMatchObject({ regained: 1 });
    expect((await sheetAt(group)).map((row) => row.id)).not.toContain(id);
    expect(pair.ids(group)).not.toContain(id);
    expect(pair.stateAt(group, other)).toBe('applied');
    expect((await seenAt(county, now)).state).toBe('frozen');
    // some has come back: the rest was given back once more, and is not any more
    expect(pair.missing()).toBe(1);
    expect((await pair.echoIn(await pair.up())).length).toBeGreaterThan(0);
    await pair.report();
    await pair.hear();
    expect(await pair.echoIn(await pair.up())).toEqual([]);
    expect(pair.states(group).length).toBe(pair.states(county).length - 1);
  });

  it('[X73] has no place any more where the office has entered a document in it', async () => {
    const restore = await pair.remembered();
    const id = await frozen('passed');
    await pair.hear();
    await restore();
    await pair.hear();
    await passed(desk(), 'group');
    expect(await pair.report()).toMatchObject({ outcome: 'applied', regained: 1 });
    expect(await pair.hear()).toMatchObject({ outcome: 'applied', problem: null });
    await pair.report();
    const row = (office: SoleOffice) =>
      office.client.exchange
        .feedback({})
        .then(({ feedback }) => feedback.find(({ subject }) => subject === id));
    expect(await row(county)).toMatchObject({ state: 'notApplicable', outcome: 'evaluation_exists' });
    expect(await row(group)).toMatchObject({ state: 'notApplicable', outcome: 'evaluation_exists' });
  });

  it('[X85][X109] is gone again with the import that brought it back', async () => {
    const { id, rev } = await drafted();
    const restore = await pair.remembered();
    await group.client.evaluation.freeze({ id, rev });
    await frozen('rework', 'province');
    await pair.hear();
    await restore();
    await pair.hear();
    const rows = () =>
      group
        .ledger()
        .read((db) =>
          ['feedback', 'evaluation', 'evaluation_line', 'evaluation_order', 'move'].map((table) =>
            db.all(`SELECT * FROM ${table} ORDER BY pk`),
          ),
        );
    const before = rows();
    const stick = await pair.up();
    const line = await take(group, stick);
    expect(line).toMatchObject({ outcome: 'applied', regained: 2 });
    await group.client.exchange.undoImport({ sender: county.id, sequence: line.sequence! });
    expect(rows()).toEqual(before);
    expect(await take(group, stick)).toEqual(line);
    expect(await seenAt(group, id)).toMatchObject({ state: 'frozen' });
  });
});
