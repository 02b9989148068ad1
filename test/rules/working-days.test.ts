import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  dueAfterWorkingDays,
  type HolidayYear,
  isWorkingDay,
  workingCalendar,
  wrongHoliday,
} from '../../shared/rules/working-days.ts';
import { addDays, type CalendarDate, calendarDate } from '../../shared/vocabulary/dates.ts';
import { fc } from '../support/properties.ts';

const FOLDER = new URL('../../resources/holidays/', import.meta.url);
const shipped = readdirSync(FOLDER).map(
  (name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as HolidayYear & { basis: string },
);
const calendar = workingCalendar(shipped);
const day = calendarDate;

const isWeekend = (date: CalendarDate) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

describe('the shipped calendars', () => {
  it('are those of 2020 to 2025, each with the notice that it follows', () => {
    expect(shipped.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025]);
    for (const { basis } of shipped) expect(basis).toMatch(/国办发明电〔20\d\d〕\d+号/);
  });

  it('name no day twice or of another year, and make-up working days only at week-ends', () => {
    expect(shipped.map(wrongHoliday)).toEqual(shipped.map(() => null));
  });

  it('have about 250 working days a year, as eleven legal holidays leave', () => {
    for (const { year } of shipped) {
      let count = 0;
      for (let date = day(`${year}-01-01`); date <= `${year}-12-31`; date = addDays(date, 1))
        if (isWorkingDay(date, calendar)) count += 1;
      expect(count).toBeGreaterThanOrEqual(248);
      expect(count).toBeLessThanOrEqual(251);
    }
  });

  it('know the May week of 2021: five days off, paid for by a Sunday and a Saturday', () => {
    const days = ['04-25', '04-30', '05-01', '05-05', '05-06', '05-08', '05-09'];
    const worked = days.filter((one) => isWorkingDay(day(`2021-${one}`), calendar));
    expect(worked).toEqual(['04-25', '04-30', '05-06', '05-08']);
  });
});

describe('the day that lies so many working days ahead', () => {
  it.each([
    // across 五一 2021: 30 April, then 6, 7, 8 and 10 May
    ['2021-04-29', 5, '2021-05-10'],
    // from a holiday on; the day itself is never counted
    ['2021-05-03', 1, '2021-05-06'],
    // Friday to Monday
    ['2021-04-16', 1, '2021-04-19'],
    // across the Spring Festival of 2021, whose Saturday the 20th is worked
    ['2021-02-10', 3, '2021-02-20'],
    ['2020-01-23', 1, '2020-02-03'],
  ] as const)('after %s by %i is %s', (from, count, due) => {
    expect(dueAfterWorkingDays(day(from), count, calendar)).toEqual({ dueOn: due, unknownYears: [] });
  });

  it('counts Monday to Friday in years that nobody has told, and says which', () => {
    expect(dueAfterWorkingDays(day('2031-12-30'), 3, calendar)).toEqual({
      dueOn: '2032-01-02',
      unknownYears: [2031, 2032],
    });
  });

  it('is a working day with exactly so many of them since, whatever the calendar', () => {
    const year = fc.record({
      off: fc.uniqueArray(fc.nat(364), { maxLength: 60 }),
      worked: fc.uniqueArray(fc.nat(364), { maxLength: 20 }),
    });
    const first = day('2021-01-01');
    fc.assert(
      fc.property(year, fc.nat(300), fc.integer({ min: 1, max: 40 }), ({ off, worked }, start, count) => {
        const daysOff = off.map((one) => addDays(first, one));
        const workdays = worked
          .map((one) => addDays(first, one))
          .filter((one) => isWeekend(one) && !daysOff.includes(one));
        const own = workingCalendar([{ year: 2021, daysOff, workdays }]);
        const from = addDays(first, start);
        const { dueOn } = dueAfterWorkingDays(from, count, own);
        let since = 0;
        for (let date = addDays(from, 1); date <= dueOn; date = addDays(date, 1)) {
          if (workdays.includes(date) || !(isWeekend(date) || daysOff.includes(date))) since += 1;
        }
        expect(since).toBe(count);
        expect(isWorkingDay(dueOn, own)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a calendar that an office types in', () => {
  const year = (daysOff: string[], workdays: string[]) =>
    wrongHoliday({ year: 2021, daysOff: daysOff.map(day), workdays: workdays.map(day) });

  it('is told of the first day that cannot stand in it', () => {
    expect(year(['2021-05-03'], ['2021-05-08'])).toBe(null);
    expect(year(['2022-05-03'], [])).toBe('2022-05-03');
    expect(year(['2021-05-03', '2021-05-03'], [])).toBe('2021-05-03');
    expect(year(['2021-05-08'], ['2021-05-08'])).toBe('2021-05-08');
    expect(year([], ['2021-05-07'])).toBe('2021-05-07');
  });
});
