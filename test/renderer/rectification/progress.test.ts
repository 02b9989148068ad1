import { expect, it } from 'vitest';
import { burnDownScale, CHART, MARGIN } from '../../../renderer/registers/rectification/burn-down-scale.ts';
import { neighbourOf } from '../../../renderer/registers/rectification/review-queue.ts';
import { skippedDays } from '../../../renderer/registers/rectification/skipped-days.ts';

it('the chart begins at nothing, reaches past its highest value, and is as wide as its time', () => {
  const points = [
    { on: '2021-04-01', listed: 0, open: 0, closed: 0, aside: 0 },
    { on: '2021-04-02', listed: 7, open: 6, closed: 1, aside: 0 },
    { on: '2021-04-05', listed: 13, open: 3, closed: 9, aside: 1 },
  ];
  const { lines, rungs } = burnDownScale(points, CHART);
  expect(rungs[0]?.value).toBe(0);
  expect(rungs.at(-1)?.value).toBeGreaterThanOrEqual(13);
  expect(lines.open.map(({ x }) => x)).toEqual([
    MARGIN.left,
    MARGIN.left + (CHART.width - MARGIN.left - MARGIN.right) / 4,
    CHART.width - MARGIN.right,
  ]);
  expect(lines.listed[0]?.y).toBe(rungs[0]?.y);
});

it('one day alone can be drawn', () => {
  const { lines } = burnDownScale([{ on: '2021-04-01', listed: 1, open: 1, closed: 0, aside: 0 }], CHART);
  expect(lines.open).toEqual([{ x: MARGIN.left, y: expect.any(Number) }]);
});

it('holidays in between are told as runs, and week-ends that are worked one by one', () => {
  const days = ['01', '02', '03', '04', '05'].map((day) => `2021-05-${day}`);
  const years = [{ daysOff: [...days, '2021-06-14'], workdays: ['2021-04-25', '2021-05-08'] }];
  expect(skippedDays('2021-04-20', '2021-05-07', years)).toEqual({
    off: [['2021-05-01', '2021-05-05']],
    worked: ['2021-04-25'],
  });
});

it('after a decision the item below comes, after the last the one above, then none', () => {
  const rows = [{ id: 'a' }, { id: 'b' }];
  const next = (current: string, total = 2) => neighbourOf((at) => rows[at], total, current);
  expect([next('a'), next('b'), next('a', 1)]).toEqual(['b', 'a', undefined]);
});
