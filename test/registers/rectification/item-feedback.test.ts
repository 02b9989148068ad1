import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  confirmFromFeedback,
  issueFromFeedback,
  type NewFeedbackItem,
  reopenFromFeedback,
  reworkFromFeedback,
} from '../../../electron/registers/rectification/item-feedback.ts';
import { item } from '../../../electron/registers/rectification/item-lists.ts';
import { updateItem } from '../../../electron/registers/rectification/rectification-register.ts';
import { askingOf, completeFields, type Desk, day, follow, openDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  desk.ports.setDate('2021-05-10');
});

const now = (id: string) => desk.ledger.read((db) => item(db, askingOf(desk), id));

function arrive(change: Partial<NewFeedbackItem> = {}) {
  const said = { feedbackId: randomUUID(), problem: '台账不实', source: 'groupFeedback' as const, ...change };
  return desk.ledger.write(0, 'import', (write) => issueFromFeedback(write, said));
}

function reported() {
  const it = follow(desk, { ...completeFields(desk), source: 'higherSupervision' });
  it.reviewer({ move: 'issue' });
  it.clerk({ move: 'start' });
  it.clerk({ move: 'apply', evidenceNumber: '佐证9号' });
  it.reviewer({ move: 'reportUp' });
  return it;
}

const about = (it: { id: string; now(): { rev: number } }) => ({
  feedbackId: randomUUID(),
  subject: it.id,
  subjectRev: it.now().rev,
});

describe('an item that comes as feedback', () => {
  it('arrives issued and numbered before it has measures and owner, overdue or not', () => {
    const feedbackId = randomUUID();
    const outcome = arrive({ feedbackId, dueOn: day('2021-05-01'), category: 'cases-not-handled' });
    if (!outcome.applied) throw new Error(outcome.reason);
    const number = outcome.number;
    expect(number).toMatch(/^2021-\d+$/);
    expect(now(outcome.id)).toMatchObject({
      state: 'issued',
      number,
      feedback: feedbackId,
      measures: null,
      owner: null,
      dueOn: '2021-05-01',
      rev: outcome.rev,
      moves: [{ move: 'issue', from: 'draft', to: 'issued', effectiveOn: '2021-05-10', by: null }],
    });
  });

  it('is completed by the office before work on it can begin', () => {
    const outcome = arrive();
    if (!outcome.applied) throw new Error(outcome.reason);
    const blank = { ...completeFields(desk, null), source: 'groupFeedback', problem: '台账不实' } as const;
    const fill = (change: object) =>
      desk.ledger.write(desk.clerk.account, 'update', (write) =>
        updateItem(write, { ...blank, ...change, id: outcome.id, rev: now(outcome.id).rev }),
      );
    expect(() => fill({ dueOn: day('2021-05-09') })).toThrow('deadline_before_day');
    fill({ dueOn: day('2021-06-01') });
    expect(now(outcome.id)).toMatchObject({
      unit: desk.unit,
      dueOn: '2021-06-01',
      category: 'cases-not-handled',
    });
    expect(() => fill({ dueOn: day('2021-06-02') })).toThrow('item_field_fixed');
  });

  it('comes once, however often its feedback is read', () => {
    const feedbackId = randomUUID();
    expect(arrive({ feedbackId }).applied).toBe(true);
    expect(arrive({ feedbackId })).toEqual({ applied: false, reason: 'item_exists' });
  });
});

describe('feedback on an item', () => {
  it('confirms a close-out on the day of the group, held between the last move and today', () => {
    const [early, late, fitting] = [reported(), reported(), reported()];
    desk.ports.setDate('2021-05-20');
    const confirm = (it: typeof early, on: string) =>
      it.write((write) => confirmFromFeedback(write, { ...about(it), on: day(on) }));
    expect([
      confirm(early, '2019-01-01'),
      confirm(late, '2031-01-01'),
      confirm(fitting, '2021-05-15'),
    ]).toMatchObject([{ state: 'closed' }, { state: 'closed' }, { state: 'closed' }]);
    expect([early, late, fitting].map((it) => it.now().closedOn)).toEqual([
      '2021-05-10',
      '2021-05-20',
      '2021-05-15',
    ]);
  });

  it('returns for rework with a deadline that stands as an extension', () => {
    const it = reported();
    const said = { ...about(it), reason: '佐证不足', newDueOn: day('2021-07-01') };
    expect(it.write((write) => reworkFromFeedback(write, said))).toMatchObject({
      applied: true,
      state: 'inProgress',
    });
    expect(it.now()).toMatchObject({ timesReworked: 1, dueOn: '2021-06-15', extendedDueOn: '2021-07-01' });
  });

  it('reopens what is closed', () => {
    const it = reported();
    it.write((write) => confirmFromFeedback(write, about(it)));
    const said = { ...about(it), reason: '回头看发现反弹' };
    expect(it.write((write) => reopenFromFeedback(write, said))).toMatchObject({
      applied: true,
      state: 'inProgress',
    });
  });

  it('is not applicable, and changes nothing, when the item has moved since or cannot take it', () => {
    const it = reported();
    const seen = about(it);
    const unchanged = JSON.stringify(it.now());
    const answers = it.write((write) => [
      confirmFromFeedback(write, { ...seen, subjectRev: seen.subjectRev - 1 }),
      confirmFromFeedback(write, { ...seen, subject: 'nobody' }),
      reopenFromFeedback(write, { ...seen, reason: '未销号' }),
      reworkFromFeedback(write, { ...seen, newDueOn: day('2021-07-01') }),
      reworkFromFeedback(write, { ...seen, reason: '补', newDueOn: day('2021-05-01') }),
    ]);
    expect(answers).toEqual(
      ['conflict', 'not_found', 'move_not_allowed', 'missing_field', 'deadline_before_day'].map((reason) => ({
        applied: false,
        reason,
      })),
    );
    expect(JSON.stringify(it.now())).toBe(unchanged);
    it.clerk({ move: 'withdraw' });
    expect(it.write((write) => confirmFromFeedback(write, seen))).toEqual({
      applied: false,
      reason: 'conflict',
    });
  });
});
