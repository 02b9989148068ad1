import { expect, it } from 'vitest';
import { trendSpan } from '../../../renderer/registers/figures/trend-span.ts';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';

const campaign = { from: calendarDate('2021-02-28'), until: calendarDate('2021-06-30') };
const told = (day: string) => trendSpan(calendarDate(day), campaign);

it('tells of the last fifteen weeks, and of nothing before the campaign began', () => {
  expect(told('2021-04-01')).toEqual({ from: '2021-02-28', until: '2021-04-01' });
  expect(told('2021-06-30')).toEqual({ from: '2021-03-17', until: '2021-06-30' });
  expect(told('2021-09-01')).toEqual({ from: '2021-05-19', until: '2021-09-01' });
});

it('of a campaign that ended long ago, tells of its own last weeks', () => {
  expect(told('2021-10-14')).toEqual({ from: '2021-03-17', until: '2021-06-30' });
  expect(told('2026-11-22')).toEqual({ from: '2021-03-17', until: '2021-06-30' });
});

it('before the campaign is known, tells of the last weeks', () => {
  expect(trendSpan(calendarDate('2021-06-30'), undefined).from).toBe('2021-03-17');
});
