import { expect, it } from 'vitest';
import { monthOf } from '../../shared/rules/months.ts';
import { monthsOfPhase } from '../../shared/rules/phase-months.ts';
import { addDays, calendarDate } from '../../shared/vocabulary/dates.ts';
import { fc } from '../support/properties.ts';

const phase = (id: string, beginsOn: string, endsOn: string) => ({
  id,
  beginsOn: calendarDate(beginsOn),
  endsOn: calendarDate(endsOn),
});

it('a month that two phases touch belongs to the later one', () => {
  const phases = [
    phase('study', '2021-02-28', '2021-03-31'),
    phase('rectify', '2021-04-01', '2021-06-15'),
    phase('sumUp', '2021-06-16', '2021-06-30'),
  ];
  expect(phases.map(({ id }) => monthsOfPhase(phases, id))).toEqual([
    { from: '2021-02', until: '2021-03' },
    { from: '2021-04', until: '2021-05' },
    { from: '2021-06', until: '2021-06' },
  ]);
});

it('a phase within the month in which the next begins has none of its own, nor has one that is not there', () => {
  const phases = [phase('first', '2021-06-01', '2021-06-10'), phase('second', '2021-06-11', '2021-06-30')];
  expect(monthsOfPhase(phases, 'first')).toBeNull();
  expect(monthsOfPhase(phases, 'third')).toBeNull();
});

it('every month that some phase touches belongs to exactly one', () => {
  const lengths = fc.array(fc.tuple(fc.nat(90), fc.integer({ min: 1, max: 120 })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(lengths, (given) => {
      let day = calendarDate('2020-11-20');
      const phases = given.map(([gap, days], at) => {
        const beginsOn = addDays(day, gap);
        day = addDays(beginsOn, days);
        return { id: `p${at}`, beginsOn, endsOn: addDays(day, -1) };
      });
      const owned = phases.map(({ id }) => monthsOfPhase(phases, id));
      for (const { beginsOn, endsOn } of phases)
        for (const month of new Set([monthOf(beginsOn), monthOf(endsOn)]))
          expect(owned.filter((span) => span && span.from <= month && month <= span.until)).toHaveLength(1);
    }),
  );
});
