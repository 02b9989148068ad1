import { describe, expect, it } from 'vitest';
import { LONGEST_SERIES, seriesDays } from '../../shared/rules/session-series.ts';
import { addDays, calendarDate, daysBetween } from '../../shared/vocabulary/dates.ts';
import { fc } from '../support/properties.ts';

const day = calendarDate('2021-03-02');

describe('the days of a series', () => {
  it('are that many, so many weeks apart, whatever months end in between', () => {
    expect(seriesDays({ day, every: 2, times: 4, except: [] })).toEqual([
      '2021-03-02',
      '2021-03-16',
      '2021-03-30',
      '2021-04-13',
    ]);
  });

  it('end on the last day possible, which is one of them', () => {
    const until = calendarDate('2021-03-16');
    expect(seriesDays({ day, every: 1, until, except: [] })).toEqual([
      '2021-03-02',
      '2021-03-09',
      '2021-03-16',
    ]);
    expect(seriesDays({ day, every: 1, until: addDays(day, -1), except: [] })).toEqual([]);
  });

  it('pass over holidays, which do not count', () => {
    const except = [calendarDate('2021-03-02'), calendarDate('2021-03-16'), calendarDate('2021-03-17')];
    expect(seriesDays({ day, every: 1, times: 3, except })).toEqual([
      '2021-03-09',
      '2021-03-23',
      '2021-03-30',
    ]);
  });

  it('show one more than the longest series where too many are asked for', () => {
    const until = calendarDate('2190-01-01');
    expect(seriesDays({ day, every: 1, until, except: [] })).toHaveLength(LONGEST_SERIES + 1);
  });

  it('are of the first one’s weekday, ascend, and none of them is passed over', () => {
    const plan = fc.record({
      every: fc.integer({ min: 1, max: 4 }),
      times: fc.integer({ min: 2, max: LONGEST_SERIES }),
      except: fc.array(
        fc.nat(300).map((after) => addDays(day, after)),
        { maxLength: 60 },
      ),
    });
    fc.assert(
      fc.property(plan, (one) => {
        const days = seriesDays({ day, ...one });
        expect(days).toHaveLength(one.times);
        expect(
          days.filter((on) => one.except.includes(on) || daysBetween(day, on) % (7 * one.every) !== 0),
        ).toEqual([]);
        expect(days).toEqual([...new Set(days)].sort());
      }),
    );
  });
});
