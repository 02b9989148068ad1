import { expect, it } from 'vitest';
import {
  bundled,
  lengthOf,
  standingOf,
  timelineScale,
} from '../../../renderer/registers/campaign/timeline-scale.ts';

const PHASES = [
  { beginsOn: '2021-02-28', endsOn: '2021-03-31' },
  { beginsOn: '2021-04-01', endsOn: '2021-06-15' },
];

it('the whole runs from the first day of the first phase to the end of the last', () => {
  const scale = timelineScale(PHASES, '2021-04-20')!;
  expect(scale.at('2021-02-28')).toBe(0);
  expect(scale.at('2021-06-16')).toBe(1);
  expect(scale.months.map(({ month }) => month)).toEqual([3, 4, 5, 6]);
  expect(scale.today).toBeCloseTo(51 / 108);
  expect(timelineScale([], '2021-04-20')).toBeNull();
});

it('before the first phase the days until it are told, after the last there is no today', () => {
  expect(timelineScale(PHASES, '2021-02-20')).toMatchObject({ today: null, ahead: 8 });
  expect(timelineScale(PHASES, '2021-06-16')).toMatchObject({ today: null, ahead: 0 });
});

it('a phase counts both of its days', () => {
  expect(lengthOf({ beginsOn: '2021-03-01', endsOn: '2021-03-01' })).toBe(1);
  expect(standingOf(PHASES[0]!, '2021-03-31')).toEqual({ stands: 'now', day: 32, left: 0 });
  expect(standingOf(PHASES[0]!, '2021-04-01')).toEqual({ stands: 'over' });
  expect(standingOf(PHASES[1]!, '2021-03-31')).toEqual({ stands: 'ahead', days: 1 });
});

it('marks that would cover each other stand together, those outside not at all', () => {
  const marks = [0.5, 1.2, 0.51, 0, 0.9, -0.1].map((at) => ({ at }));
  expect(bundled(marks).map((group) => group.map(({ at }) => at))).toEqual([[0], [0.5, 0.51], [0.9]]);
});
