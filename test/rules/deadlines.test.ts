import { describe, expect, test } from 'vitest';
import { daysLeft, isOverdue } from '../../shared/rules/deadlines.ts';
import { nextNumber } from '../../shared/rules/numbering.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { ITEM_STATES } from '../../shared/vocabulary/words.ts';

const day = calendarDate;
const due = day('2021-05-10');

describe('an item’s deadline', () => {
  test('the deadline’s day is on time, the day after is overdue', () => {
    const item = { state: 'inProgress', due, appliedOn: null } as const;
    expect(isOverdue(item, due)).toBe(false);
    expect(isOverdue(item, day('2021-05-11'))).toBe(true);
    expect(daysLeft(due, due)).toBe(0);
    expect(daysLeft(due, day('2021-05-11'))).toBe(-1);
    expect(daysLeft(due, day('2021-04-30'))).toBe(10);
  });

  test('only work in the owner’s hands runs late, and an application only when it came late', () => {
    const late = day('2021-06-01');
    const overdue = (appliedOn: string | null) =>
      ITEM_STATES.filter((state) =>
        isOverdue({ state, due, appliedOn: appliedOn ? day(appliedOn) : null }, late),
      );
    expect(overdue(null)).toEqual(['issued', 'inProgress']);
    expect(overdue('2021-05-10')).toEqual(['issued', 'inProgress']);
    expect(overdue('2021-05-11')).toEqual(['issued', 'inProgress', 'officeReview']);
  });

  test('an item without a deadline is never overdue', () => {
    expect(isOverdue({ state: 'issued', due: null, appliedOn: null }, day('2199-12-31'))).toBe(false);
  });
});

describe('the ledger’s numbers', () => {
  test('begin at 1 each year and go on above the highest, voided ones included', () => {
    expect(nextNumber(2021, [])).toEqual({ year: 2021, number: 1 });
    expect(nextNumber(2022, [{ year: 2021, number: 40 }])).toEqual({ year: 2022, number: 1 });
    expect(nextNumber(2021, [{ year: 2021, number: 40 }])).toEqual({ year: 2021, number: 41 });
  });

  test('after a restore go on above the highest of file, anchor and countersigned bundle', () => {
    const [file, anchor, bundle] = [12, 15, 14].map((number) => ({ year: 2021, number }));
    expect(nextNumber(2021, [file!, anchor!, bundle!])).toEqual({ year: 2021, number: 16 });
  });

  test('are refused rather than continued from something that is no number', () => {
    expect(() => nextNumber(2021, [{ year: 2021, number: 0 }])).toThrow(RangeError);
    expect(() => nextNumber(2021, [{ year: 2021, number: 1.5 }])).toThrow(RangeError);
  });
});
