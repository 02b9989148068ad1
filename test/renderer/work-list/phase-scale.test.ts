import { expect, it } from 'vitest';
import { daysSince, weekOf } from '../../../renderer/registers/work-list/days.ts';
import { phaseOfDay, phaseScale } from '../../../renderer/registers/work-list/phase-scale.ts';
import type { Phase } from '../../../renderer/registers/work-list/work-list-queries.ts';

const phases: Phase[] = [
  { id: 'a', name: 'a', beginsOn: '2021-02-28', endsOn: '2021-03-31', stage: 'main' },
  { id: 'b', name: 'b', beginsOn: '2021-04-01', endsOn: '2021-06-15', stage: 'main' },
  { id: 'c', name: 'c', beginsOn: '2021-06-16', endsOn: '2021-06-30', stage: 'main' },
];

it('draws the phases to scale, end to end, from the first day to the last', () => {
  const scale = phaseScale(phases, '2021-04-20');
  const widths = scale?.bars.map(({ width }) => Math.round(width * 123));
  expect(widths).toEqual([32, 76, 15]);
  expect(scale?.bars.map(({ stands, days }) => [stands, days])).toEqual([
    ['over', 0],
    ['now', 20],
    ['ahead', 57],
  ]);
  expect(scale?.months.map(({ month, at }) => [month, Math.round(at * 123)])).toEqual([
    [3, 1],
    [4, 32],
    [5, 62],
    [6, 93],
  ]);
});

it('has no line for a day outside the campaign, and no scale without phases', () => {
  expect(phaseScale(phases, '2021-07-01')?.today).toBeNull();
  expect(phaseScale(phases, '2021-02-28')?.today).toBe(0);
  expect(phaseScale([], '2021-04-20')).toBeNull();
});

it('counts the days of the phase that runs, its last day being the one with none left', () => {
  expect(phaseOfDay(phases, '2021-04-20')).toMatchObject({ phase: { id: 'b' }, day: 20, left: 56 });
  expect(phaseOfDay(phases, '2021-06-15')).toMatchObject({ left: 0 });
  expect(phaseOfDay(phases, '2021-07-01')).toBeNull();
});

it('a week runs from Monday to Sunday', () => {
  expect(weekOf('2021-04-20')).toEqual(['2021-04-19', '2021-04-25']);
  expect(weekOf('2021-04-25')).toEqual(['2021-04-19', '2021-04-25']);
});

it('an instant belongs to the day of this PC', () => {
  expect(daysSince(new Date(2021, 3, 18, 23, 59).toISOString(), '2021-04-20')).toBe(2);
});
