import { describe, expect, it } from 'vitest';
import { dueOf, lastDay, type Period, periodOf, periodsBetween } from '../../shared/rules/periods.ts';
import { addDays, type CalendarDate, calendarDate, daysBetween } from '../../shared/vocabulary/dates.ts';
import { RHYTHMS } from '../../shared/vocabulary/period-words.ts';
import { fc } from '../support/properties.ts';

const FIRST = calendarDate('1900-01-01');
const days = fc.integer({ min: 0, max: daysBetween(FIRST, calendarDate('2199-12-31')) });
const someDay = days.map((count): CalendarDate => addDays(FIRST, count));
const rhythms = fc.constantFrom(...RHYTHMS);
const holds = ({ from, until }: Period, day: CalendarDate) => from <= day && day <= until;

describe('a reporting period', () => {
  it('is the week from Monday to Sunday, or the month, that a day lies in', () => {
    expect(periodOf('weekly', calendarDate('2021-04-18'))).toEqual({
      from: '2021-04-12',
      until: '2021-04-18',
    });
    expect(periodOf('weekly', calendarDate('2021-04-19')).from).toBe('2021-04-19');
    expect(periodOf('monthly', calendarDate('2024-02-29'))).toEqual({
      from: '2024-02-01',
      until: '2024-02-29',
    });
    expect(['2021-02', '2100-02', '2000-02', '2199-12'].map(lastDay)).toEqual([
      ...['2021-02-28', '2100-02-28', '2000-02-29', '2199-12-31'],
    ]);
  });

  it('is on time until its days of grace are over', () => {
    const april = { from: calendarDate('2021-04-01'), until: calendarDate('2021-04-30') };
    expect(dueOf(april, { graceDays: 0 })).toBe('2021-04-30');
    expect(dueOf(april, { graceDays: 3 })).toBe('2021-05-03');
  });

  it('every day lies in one, and each of its days in the same', () => {
    fc.assert(
      fc.property(rhythms, someDay, fc.integer({ min: 0, max: 30 }), (rhythm, day, other) => {
        const period = periodOf(rhythm, day);
        expect(holds(period, day)).toBe(true);
        const within = addDays(period.from, Math.min(other, daysBetween(period.from, period.until)));
        expect(periodOf(rhythm, within)).toEqual(period);
      }),
    );
  });

  it('those between two days follow each other without a gap, from the one of the first to that of the last', () => {
    fc.assert(
      fc.property(rhythms, someDay, fc.integer({ min: 0, max: 800 }), (rhythm, from, length) => {
        const last = Math.min(length, daysBetween(from, calendarDate('2199-12-31')));
        const until = addDays(from, last);
        const periods = periodsBetween(rhythm, from, until);
        expect(holds(periods[0]!, from)).toBe(true);
        expect(holds(periods.at(-1)!, until)).toBe(true);
        for (const [at, period] of periods.entries()) {
          expect(periodOf(rhythm, period.until)).toEqual(period);
          if (at > 0) expect(period.from).toBe(addDays(periods[at - 1]!.until, 1));
        }
      }),
    );
    expect(periodsBetween('weekly', calendarDate('2021-04-19'), calendarDate('2021-04-18'))).toEqual([]);
  });
});
