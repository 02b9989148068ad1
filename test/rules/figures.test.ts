import { describe, expect, test } from 'vitest';
import {
  COMPLETED_ITEM_STATES,
  COUNTED_FILING_STATES,
  dueInForce,
  FIGURE_RULES,
  isInE,
  isOnTime,
  itemAsOf,
  latestRound,
  postingOn,
  roundCensusDay,
  UNCOUNTED_ITEM_STATES,
  UNTIMED_ITEM_STATES,
} from '../../shared/rules/figures.ts';
import { addDays, type CalendarDate, calendarDate } from '../../shared/vocabulary/dates.ts';
import { FIGURE_IDS, POSTING_STATUSES } from '../../shared/vocabulary/words.ts';
import { type FigureRecords, figuresOracle } from '../support/figures-oracle.ts';
import { fc } from '../support/properties.ts';
import { itemHistory } from './item-histories.ts';

const NOTHING: FigureRecords = {
  people: [],
  sessions: [],
  rounds: [],
  filings: [],
  items: [],
  requiredTypes: [],
};
const START = calendarDate('2021-04-01');
const anyDay = fc.nat(100).map((days) => addDays(START, days));

/** A person's postings: consecutive or with gaps, the last one open or closed. */
const postings = fc
  .array(
    fc.record({
      gap: fc.nat(5),
      days: fc.integer({ min: 1, max: 30 }),
      status: fc.constantFrom(...POSTING_STATUSES),
    }),
    { maxLength: 4 },
  )
  .chain((spans) => fc.boolean().map((open) => placed(spans, open)));

function placed(
  spans: { gap: number; days: number; status: (typeof POSTING_STATUSES)[number] }[],
  open: boolean,
) {
  let from: CalendarDate = START;
  return spans.map(({ gap, days, status }, i) => {
    const begins = addDays(from, gap);
    from = addDays(begins, days);
    return { unit: 'u', status, from: begins, until: open && i === spans.length - 1 ? null : from };
  });
}

describe('who counts', () => {
  test('E agrees with the oracle on every day', () => {
    fc.assert(
      fc.property(fc.array(postings, { maxLength: 5 }), anyDay, (people, day) => {
        const records = { ...NOTHING, people: people.map((one, i) => ({ id: String(i), postings: one })) };
        const counted = people.filter((one) => isInE(one, day)).length;
        expect(figuresOracle(records, day).coverage.denominator).toBe(counted);
      }),
    );
  });

  test('the last day of a posting is the day before `until`', () => {
    const span = { status: 'onDuty', from: START, until: addDays(START, 1) } as const;
    expect(postingOn([span], START)).toBe(span);
    expect(postingOn([span], addDays(START, 1))).toBeUndefined();
    expect(postingOn([span], addDays(START, -1))).toBeUndefined();
  });

  test('the round asked about is the latest begun by the day, and who is in E ends with the round', () => {
    const round = (begins: string, ends: string) => ({
      beginsOn: calendarDate(begins),
      endsOn: calendarDate(ends),
    });
    const [first, second] = [round('2021-04-01', '2021-04-30'), round('2021-05-10', '2021-05-20')];
    expect(latestRound([second, first], calendarDate('2021-03-31'))).toBeUndefined();
    expect(latestRound([second, first], calendarDate('2021-05-09'))).toBe(first);
    expect(latestRound([second, first], calendarDate('2021-05-10'))).toBe(second);
    const long = round('2021-04-01', '2021-12-31');
    expect(latestRound([second, long], calendarDate('2021-05-10'))).toBe(second);
    expect(latestRound([long, first], calendarDate('2021-05-10'))).toBe(long);
    expect(roundCensusDay(first, calendarDate('2021-05-09'))).toBe('2021-04-30');
    expect(roundCensusDay(first, calendarDate('2021-04-09'))).toBe('2021-04-09');
  });

  test('every figure says what it counts', () => {
    expect(Object.keys(FIGURE_RULES)).toEqual([...FIGURE_IDS]);
    expect(COUNTED_FILING_STATES).toEqual(['filed', 'approved', 'archived']);
  });
});

describe('figures of rectification items', () => {
  test('as replayed from dated moves agree with the oracle on any day, whatever became of the items', () => {
    fc.assert(
      fc.property(fc.array(life, { maxLength: 12 }), anyDay, (lives, day) => {
        const items = lives.map(([firstDue, moves], i) => ({
          id: String(i),
          source: 'officeInspection' as const,
          due: firstDue,
          extendedDue: null,
          moves,
        }));
        const oracle = figuresOracle({ ...NOTHING, items }, day);
        expect(composed(lives, day)).toEqual({
          rectificationCompletion: oracle.rectificationCompletion,
          closureRate: oracle.closureRate,
          onTimeRate: oracle.onTimeRate,
          onTimeRateExtended: oracle.onTimeRateExtended,
          reworkRate: oracle.reworkRate,
        });
      }),
      { numRuns: 400 },
    );
  });
});

/** An item with a first due date that lies, if there is one, on or beside the day of one of its moves. */
const life = fc
  .tuple(itemHistory(), fc.nat(13), fc.integer({ min: -2, max: 2 }), fc.integer({ min: 0, max: 9 }))
  .map(([moves, index, days, none]): [CalendarDate | null, typeof moves] => [
    none === 0 ? null : addDays(moves[index % Math.max(moves.length, 1)]?.on ?? START, days),
    moves,
  ]);

function composed(lives: [CalendarDate | null, Parameters<typeof itemAsOf>[0]][], day: CalendarDate) {
  const items = lives.map(([due, moves]) => ({ due, ...itemAsOf(moves, day) }));
  const counted = items.filter((one) => !UNCOUNTED_ITEM_STATES.includes(one.state));
  const share = <Row>(rows: Row[], holds: (row: Row) => boolean) => ({
    numerator: rows.filter(holds).length,
    denominator: rows.length,
  });
  const timed = (dueOf: (one: (typeof items)[number]) => CalendarDate | null) => {
    const rows = items.flatMap((one) => {
      const due = dueOf(one);
      return due !== null && due <= day && !UNTIMED_ITEM_STATES.includes(one.state) ? [{ one, due }] : [];
    });
    return share(rows, ({ one, due }) => isOnTime(one, due));
  };
  return {
    rectificationCompletion: share(counted, (one) => COMPLETED_ITEM_STATES.includes(one.state)),
    closureRate: share(counted, (one) => one.state === 'closed'),
    onTimeRate: timed((one) => one.due),
    onTimeRateExtended: timed((one) => dueInForce(one.due, one.extendedDue)),
    reworkRate: share(
      items.filter((one) => one.everSubmitted),
      (one) => one.everReturned,
    ),
  };
}
