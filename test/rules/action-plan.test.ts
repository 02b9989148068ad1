import { describe, expect, it } from 'vitest';
import {
  type DefinedAction,
  type HeldOccurrence,
  occurrences,
  planSteps,
} from '../../shared/rules/action-plan.ts';
import { addDays, calendarDate, daysBetween } from '../../shared/vocabulary/dates.ts';
import { fc } from '../support/properties.ts';

const PHASE = { id: 'study', beginsOn: '2021-02-28', endsOn: '2021-04-10' };
const action = (recurrence: DefinedAction['recurrence'], change: Partial<DefinedAction> = {}) => ({
  ...{ id: 'first-topic', phase: 'study', name: '第一议题', origin: 'parent' as const },
  recurrence,
  ...change,
});
const spans = (one: DefinedAction, phase = PHASE) =>
  occurrences([one], [phase]).map(({ month, fromOn, dueOn }) => [month, fromOn, dueOn]);

describe('what an action asks for', () => {
  it('once: the whole phase, due on its last day', () => {
    expect(spans(action({ kind: 'once' }))).toEqual([[null, '2021-02-28', '2021-04-10']]);
  });

  it('monthly: each calendar month that touches the phase, due at its end or the phase’s', () => {
    expect(spans(action({ kind: 'monthly' }))).toEqual([
      ['2021-02', '2021-02-28', '2021-02-28'],
      ['2021-03', '2021-03-01', '2021-03-31'],
      ['2021-04', '2021-04-01', '2021-04-10'],
    ]);
    const winter = { ...PHASE, beginsOn: '2021-12-31', endsOn: '2022-01-01' };
    expect(spans(action({ kind: 'monthly' }), winter)).toEqual([
      ['2021-12', '2021-12-31', '2021-12-31'],
      ['2022-01', '2022-01-01', '2022-01-01'],
    ]);
  });

  it('N times: N spans that follow each other, equal to a day, and cover the phase', () => {
    const phases = fc.record({
      from: fc.nat(400),
      days: fc.nat(200),
      times: fc.integer({ min: 2, max: 100 }),
    });
    fc.assert(
      fc.property(phases, ({ from, days, times }) => {
        const beginsOn = addDays(calendarDate('2021-01-01'), from);
        const phase = { id: 'study', beginsOn, endsOn: addDays(beginsOn, days) };
        const parts = occurrences([action({ kind: 'times', times })], [phase]);
        expect(parts.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: times }, (_, at) => at + 1));
        expect([parts[0]!.fromOn, parts.at(-1)!.dueOn]).toEqual([phase.beginsOn, phase.endsOn]);
        if (times > days + 1) return;
        const lengths = parts.map(({ fromOn, dueOn }) => daysBetween(fromOn, dueOn) + 1);
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
        for (const [at, part] of parts.slice(1).entries())
          expect(part.fromOn).toBe(addDays(parts[at]!.dueOn, 1));
      }),
    );
  });

  it('a placeholder without a name asks for nothing', () => {
    expect(spans(action({ kind: 'monthly' }, { name: null }))).toEqual([]);
  });
});

describe('planning', () => {
  const wanted = occurrences([action({ kind: 'monthly' })], [PHASE]);
  const held = (touched: readonly number[] = []): HeldOccurrence[] =>
    wanted.map((one, at) => ({ ...one, touched: touched.includes(at) }));

  it('makes what is missing and then nothing more', () => {
    expect(planSteps(wanted, []).added).toEqual(wanted);
    expect(planSteps(wanted, held())).toEqual({
      ...{ added: [], changed: [], removed: [], kept: [], unchanged: 3 },
    });
    expect(planSteps(wanted, held().slice(1)).added).toEqual(wanted.slice(0, 1));
  });

  it('lets what nobody has touched follow the phase, and tells what was touched', () => {
    const later = occurrences([action({ kind: 'monthly' })], [{ ...PHASE, beginsOn: '2021-03-15' }]);
    const steps = planSteps(later, held([1]));
    expect(steps.removed.map(({ month }) => month)).toEqual(['2021-02']);
    expect(steps.kept.map(({ held: one, to }) => [one.fromOn, to?.fromOn])).toEqual([
      ['2021-03-01', '2021-03-15'],
    ]);
    expect(steps.changed.map(({ to }) => [to.month, to.ordinal])).toEqual([['2021-04', 2]]);
  });

  it('keeps a touched one whose action is gone', () => {
    const steps = planSteps([], held([2]));
    expect(steps.removed).toHaveLength(2);
    expect(steps.kept).toEqual([{ held: held([2])[2], to: null }]);
  });
});
