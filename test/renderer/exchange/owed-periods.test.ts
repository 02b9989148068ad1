import { describe, expect, it } from 'vitest';
import { lastEnd, owedPeriods } from '../../../renderer/registers/exchange/owed-periods.ts';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Rhythm } from '../../../shared/vocabulary/period-words.ts';

/** A Thursday. */
const TODAY = '2021-04-22';

function owed(
  until: string | null,
  { rhythm = 'weekly' as Rhythm, since = '2021-04-01', today = TODAY } = {},
) {
  return owedPeriods({
    rhythm,
    today: calendarDate(today),
    until: until === null ? null : calendarDate(until),
    since: calendarDate(since),
  }).map(({ from, until: last }) => `${from} ${last}`);
}

describe('periods that an office owes', () => {
  it('are those that are over and whose last day no report has reached', () => {
    expect(owed('2021-04-18')).toEqual([]);
    expect(owed('2021-04-20')).toEqual([]);
    expect(owed('2021-04-17')).toEqual(['2021-04-12 2021-04-18']);
    expect(owed('2021-04-05')).toEqual(['2021-04-05 2021-04-11', '2021-04-12 2021-04-18']);
    expect(owed('2021-03-31', { rhythm: 'monthly' })).toEqual([]);
    expect(owed('2021-03-30', { rhythm: 'monthly' })).toEqual(['2021-03-01 2021-03-31']);
  });

  it('begin where there was first somebody to report to, as long as nothing was reported', () => {
    expect(owed(null, { since: TODAY })).toEqual([]);
    expect(owed(null, { since: '2021-04-18' })).toEqual(['2021-04-12 2021-04-18']);
    expect(owed(null, { since: '2021-04-10' })).toHaveLength(2);
  });

  it('end with the one before today, on the first day of a period too', () => {
    expect(lastEnd({ rhythm: 'weekly', today: calendarDate('2021-04-19') })).toBe('2021-04-18');
    expect(lastEnd({ rhythm: 'monthly', today: calendarDate('2021-05-01') })).toBe('2021-04-30');
    expect(owed('2021-04-11', { today: '2021-04-18' })).toEqual([]);
    expect(owed('2021-04-11', { today: '2021-04-19' })).toEqual(['2021-04-12 2021-04-18']);
  });
});
