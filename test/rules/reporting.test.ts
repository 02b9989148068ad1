import { describe, expect, it } from 'vitest';
import { type Period, periodsBetween } from '../../shared/rules/periods.ts';
import { type Arrival, isOwed, type Reporting, standingOf } from '../../shared/rules/reporting.ts';
import { addDays, calendarDate } from '../../shared/vocabulary/dates.ts';
import { fc } from '../support/properties.ts';

const on = calendarDate;
const WEEK: Period = { from: on('2021-04-05'), until: on('2021-04-11') };
const NOBODY: Reporting = { arrivals: [], nil: [], since: on('2021-03-01') };
const arrival = (sequence: number, asOf: string, receivedOn: string, as: Arrival['as'] = 'standing') => ({
  ...{ epoch: 1, sequence, as },
  ...{ asOf: on(asOf), receivedOn: on(receivedOn) },
});
const standing = (arrivals: Arrival[], today = '2021-04-20', more: Partial<Reporting> = {}) =>
  standingOf(WEEK, { ...NOBODY, arrivals, ...more }, { today: on(today), rhythm: { graceDays: 1 } });

describe('how it stands with a period', () => {
  it('is on time up to the day it is due, and late from the next day on', () => {
    expect(standing([arrival(1, '2021-04-11', '2021-04-12')])).toMatchObject({
      state: 'onTime',
      daysLate: 0,
    });
    expect(standing([arrival(1, '2021-04-15', '2021-04-15')])).toMatchObject({ state: 'late', daysLate: 3 });
  });

  it('is not reported by data that end a day before the period does', () => {
    const short = arrival(1, '2021-04-10', '2021-04-10');
    expect(standing([short], '2021-04-12')).toMatchObject({ state: 'notDue', bundle: short });
    expect(standing([short], '2021-04-13')).toMatchObject({ state: 'missing', daysLate: 1, bundle: null });
  });

  it('is told by the bundle that came first, be its number the higher one', () => {
    const [first, second] = [arrival(4, '2021-04-12', '2021-04-12'), arrival(3, '2021-04-11', '2021-04-19')];
    expect(standing([second, first])).toMatchObject({ state: 'onTime', bundle: first });
  });

  it('is a gap where a late bundle leaves out numbers, until they come', () => {
    const [before, late] = [arrival(4, '2021-04-04', '2021-04-05'), arrival(7, '2021-04-18', '2021-04-19')];
    expect(standing([before, late])).toMatchObject({ state: 'gap', missing: [5, 6], daysLate: 7 });
    const lost = [arrival(5, '2021-04-11', '2021-04-20'), arrival(6, '2021-04-12', '2021-04-20')];
    expect(standing([before, late, ...lost])).toMatchObject({ state: 'late', missing: [] });
  });

  it('names the end of a stretch that no honest office would leave', () => {
    const { missing } = standing([arrival(Number.MAX_SAFE_INTEGER, '2021-04-18', '2021-04-19')]);
    expect(missing).toHaveLength(20);
  });

  it('is nil when the office says so of its last day', () => {
    const nil = [{ from: on('2021-04-08'), until: on('2021-04-11') }];
    const came = arrival(1, '2021-04-11', '2021-04-12');
    expect(standing([came], '2021-04-20', { nil })).toMatchObject({ state: 'nil', nil: true });
    const late = arrival(1, '2021-04-11', '2021-04-14');
    expect(standing([late], '2021-04-20', { nil })).toMatchObject({ state: 'late', nil: true });
  });

  it('is quarantined while a fork waits, and missing again once it was laid aside', () => {
    const forked = arrival(2, '2021-04-12', '2021-04-12', 'quarantined');
    expect(standing([forked])).toMatchObject({ state: 'quarantined', bundle: forked });
    expect(standing([{ ...forked, as: 'aside' }])).toMatchObject({ state: 'missing' });
  });

  it('is expected of nobody before there were keys', () => {
    const since = on('2021-04-12');
    expect(standing([], '2021-04-20', { since })).toMatchObject({ state: 'notExpected' });
    const afterwards = arrival(1, '2021-04-18', '2021-04-19');
    expect(standing([afterwards], '2021-04-20', { since })).toMatchObject({ state: 'notExpected' });
    const atOnce = arrival(1, '2021-04-11', '2021-04-12');
    expect(standing([atOnce], '2021-04-20', { since })).toMatchObject({ state: 'onTime' });
  });
});

const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays(on('2021-03-01'), days));
const anyArrival = fc.record({
  epoch: fc.integer({ min: 1, max: 2 }),
  sequence: fc.integer({ min: 1, max: 9 }),
  asOf: day,
  receivedOn: day,
  as: fc.constantFrom('standing' as const, 'quarantined' as const, 'aside' as const),
});

it('Whatever came in whatever order, one more bundle never makes a period owed that was not', () => {
  const periods = periodsBetween('weekly', on('2021-03-01'), on('2021-04-30'));
  fc.assert(
    fc.property(
      fc.array(anyArrival, { maxLength: 8 }),
      anyArrival,
      day,
      fc.nat(3),
      (arrivals, more, today, graceDays) => {
        const desk = { today, rhythm: { graceDays } };
        for (const period of periods) {
          const before = standingOf(period, { ...NOBODY, arrivals }, desk);
          const shuffled = standingOf(period, { ...NOBODY, arrivals: arrivals.toReversed() }, desk);
          expect([shuffled.state, shuffled.daysLate]).toEqual([before.state, before.daysLate]);
          const one = { ...more, as: 'standing' as const };
          const after = standingOf(period, { ...NOBODY, arrivals: [...arrivals, one] }, desk);
          if (!isOwed(before)) expect(isOwed(after)).toBe(false);
          if (one.asOf >= period.until) expect(after.bundle).not.toBeNull();
        }
      },
    ),
  );
});
