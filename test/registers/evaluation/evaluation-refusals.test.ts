import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { errorSentence } from '../../../renderer/text/errors.ts';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import {
  begun,
  clear,
  closedItem,
  decide,
  EFFECT,
  type Evaluation,
  type EvaluationDesk,
  found,
  freeze,
  openEvaluationDesk,
  passed,
  refusedWithoutTrace,
  writtenDraft,
} from './evaluation-desk.ts';

let desk: EvaluationDesk;
beforeAll(async () => {
  desk = await openEvaluationDesk('530403');
});
afterEach(() => clear(desk));
afterAll(() => desk.close());

const clerk = () => desk.at('clerk').evaluation;
const reviewer = () => desk.at('reviewer').evaluation;
const ownIn = (phase: string) => clerk().begin({ phase, level: 'own' });
const first = (kind: 'makeup' | 'session' | 'item' | 'other', subject: string | null = null) => ({
  kind,
  subject,
  text: '限期办理',
});

/** The code of a refusal that left no trace and has its sentence. */
async function code(call: () => Promise<unknown>): Promise<string> {
  const refusal = await refusedWithoutTrace(desk, call);
  expect(errorSentence(refusal.code as ErrorCode)).toMatch(/[\u4e00-\u9fff].*[；，].*。$/);
  return refusal.code;
}

const head = ({ id, rev, evaluatedOn, asOf }: Evaluation) => ({
  ...{ id, rev, evaluatedOn, asOf },
  ...{ by: null, documentNumber: null, verdict: null, deadline: null, remark: null },
});

describe('begun', () => {
  it('wants a phase of the campaign that has begun, and days that follow each other', async () => {
    expect(await code(() => ownIn('nowhere'))).toBe('phase_unknown');
    expect(await code(() => ownIn('improve'))).toBe('evaluation_before_phase');
    const begin = { phase: 'study', level: 'own' } as const;
    expect(await code(() => clerk().begin({ ...begin, evaluatedOn: '2021-04-21' }))).toBe(
      'evaluation_day_ahead',
    );
    expect(await code(() => clerk().begin({ ...begin, evaluatedOn: '2021-04-01', asOf: '2021-04-02' }))).toBe(
      'evaluation_as_of_late',
    );
  });

  it('waits until the draft of its round is frozen, and a 复评 until the 自评 passed', async () => {
    expect(await code(() => reviewer().begin({ phase: 'study', level: 'office' }))).toBe(
      'evaluation_level_missing',
    );
    await begun(desk, 'own');
    expect(await code(() => ownIn('study'))).toBe('evaluation_draft_exists');
  });
});

describe('written', () => {
  it('takes only indicators of its phase that have a name, and only as a draft', async () => {
    const { id, rev } = await begun(desk, 'own');
    const line = { id, rev, text: '一' };
    expect(await code(() => clerk().setLine({ ...line, indicator: 'check-1' }))).toBe('indicator_unknown');
    const rectify = await ownIn('rectify');
    const unnamed = { id: rectify.id, rev: rectify.rev, indicator: 'check-2', text: '一' };
    expect(await code(() => clerk().setLine(unnamed))).toBe('indicator_unnamed');
    await clerk().setLine({ ...line, indicator: EFFECT });
    expect(await code(() => clerk().setLine({ ...line, indicator: EFFECT }))).toBe('conflict');
    expect(await code(() => clerk().setLine({ ...line, indicator: EFFECT, text: ' ' }))).toBe(
      'invalid_input',
    );

    const frozen = await freeze(desk, await decide(desk, await found(desk, id), { verdict: 'passed' }));
    const late = { id, rev: frozen.rev };
    expect(await code(() => clerk().setLine({ ...late, indicator: EFFECT, text: '改' }))).toBe(
      'evaluation_not_draft',
    );
    expect(await code(() => clerk().update(head(frozen)))).toBe('evaluation_not_draft');
    expect(await code(() => clerk().remove(late))).toBe('evaluation_not_draft');
    expect(await code(() => reviewer().freeze(late))).toBe('move_not_allowed');
  });

  it('has no deadline before the day of the evaluation', async () => {
    await begun(desk, 'own');
    const draft = await found(
      desk,
      (await desk.at('clerk').evaluation.sheet({ phase: 'study' })).evaluations[0]!.id,
    );
    expect(await code(() => clerk().update({ ...head(draft), deadline: '2021-04-19' }))).toBe(
      'deadline_before_day',
    );
  });
});

describe('orders', () => {
  it('name what can be reopened, by a deadline, and each once', async () => {
    const { id, rev } = await begun(desk, 'own');
    const item = await closedItem(desk);
    const add = (order: ReturnType<typeof first>, deadline?: string) =>
      clerk().addOrder({ id, rev, ...order, ...(deadline && { deadline }) });
    expect(await code(() => add(first('other')))).toBe('missing_field');
    expect(await code(() => add(first('other'), '2021-04-19'))).toBe('deadline_before_day');
    expect(await code(() => add(first('item'), '2021-04-28'))).toBe('missing_field');
    expect(await code(() => add(first('item', 'nowhere'), '2021-04-28'))).toBe('not_found');
    const held = await desk.at('clerk').study.createSession({ title: '草稿' });
    expect(await code(() => add(first('session', held.id), '2021-04-28'))).toBe('move_not_allowed');
    expect(await code(() => add(first('makeup', held.id), '2021-04-28'))).toBe('order_nothing_open');

    const added = await add(first('item', item), '2021-04-28');
    const again = { id, rev: added.rev, ...first('item', item), deadline: '2021-04-29' };
    expect(await code(() => clerk().addOrder(again))).toBe('order_exists');
    expect(await code(() => clerk().removeOrder({ id, rev: added.rev, order: item }))).toBe('not_found');
    const closing = { id: added.order, rev: added.rev, doneOn: '2021-04-20', document: '一' };
    expect(await code(() => clerk().closeOrder(closing))).toBe('order_not_open');
  });

  it('are closed on a day between the evaluation and today', async () => {
    const draft = await decide(desk, await writtenDraft(desk, 'own'), {
      verdict: 'rework',
      deadline: '2021-04-28',
    });
    const { order } = await clerk().addOrder({ id: draft.id, rev: draft.rev, ...first('other') });
    await freeze(desk, draft);
    const [open] = (await clerk().orders({ state: 'open' })).orders;
    const closing = { id: order, rev: open!.rev, document: '一' };
    expect(await code(() => clerk().closeOrder({ ...closing, doneOn: '2021-04-21' }))).toBe(
      'evaluation_day_ahead',
    );
    expect(await code(() => clerk().closeOrder({ ...closing, doneOn: '2021-04-19' }))).toBe(
      'order_done_early',
    );
  });
});

describe('frozen', () => {
  it('needs every text, and a verdict that goes with its orders', async () => {
    const { id } = await begun(desk, 'own');
    const freezing = async () => {
      const { rev } = await found(desk, id);
      return await code(() => reviewer().freeze({ id, rev }));
    };
    expect(await freezing()).toBe('missing_field');
    await decide(desk, await found(desk, id), { verdict: 'passed' });
    expect(await freezing()).toBe('evaluation_lines_missing');
    await clerk().setLine({ id, rev: (await found(desk, id)).rev, indicator: EFFECT, text: '一' });
    await decide(desk, await found(desk, id), { verdict: 'rework' });
    expect(await freezing()).toBe('missing_field');
    const draft = await decide(desk, await found(desk, id), { verdict: 'rework', deadline: '2021-04-28' });
    expect(await freezing()).toBe('evaluation_orders_missing');
    await clerk().addOrder({ id, rev: draft.rev, ...first('other') });
    await decide(desk, await found(desk, id), { verdict: 'passed' });
    expect(await freezing()).toBe('evaluation_orders_open');
  });

  it('needs the document of who evaluated elsewhere, and indicators that have names', async () => {
    const draft = await decide(desk, await writtenDraft(desk, 'group'), {
      verdict: 'passed',
      documentNumber: null,
    });
    expect(await code(() => reviewer().freeze({ id: draft.id, rev: draft.rev }))).toBe('missing_field');
    desk.office.ports.setDate('2021-06-20');
    const improve = await ownIn('improve');
    const named = await decide(desk, await found(desk, improve.id, 'improve'), { verdict: 'passed' });
    expect(await code(() => reviewer().freeze({ id: named.id, rev: named.rev }))).toBe('evaluation_empty');
    desk.office.ports.setDate('2021-04-20');
  });

  it('is withdrawn only before anything is built upon it', async () => {
    const own = await passed(desk, 'own');
    await passed(desk, 'office');
    const { rev } = await found(desk, own.id);
    expect(await code(() => reviewer().withdraw({ id: own.id, rev, reason: '重来' }))).toBe(
      'evaluation_built_upon',
    );
  });
});
