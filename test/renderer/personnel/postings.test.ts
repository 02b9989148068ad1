import { describe, expect, it } from 'vitest';
import {
  firstDayAfter,
  holdsOn,
  lastDayOf,
  postingFaults,
} from '../../../renderer/registers/personnel/postings.ts';

describe('a posting as one person’s page shows it', () => {
  it('ends on the day before the first day elsewhere, over months and leap days', () => {
    expect(lastDayOf('2021-04-12')).toBe('2021-04-11');
    expect(lastDayOf('2021-03-01')).toBe('2021-02-28');
    expect(lastDayOf('2024-03-01')).toBe('2024-02-29');
  });

  it('holds from its first day until the day before the next one begins', () => {
    const posting = { from: '2021-03-01', until: '2021-04-12' };
    expect(
      ['2021-02-28', '2021-03-01', '2021-04-11', '2021-04-12'].map((day) => holdsOn(posting, day)),
    ).toEqual([false, true, true, false]);
    expect(holdsOn({ from: '2021-03-01', until: null }, '2030-01-01')).toBe(true);
  });
});

describe('a corrected series of postings', () => {
  it('has no fault where one posting ends before the next begins, with or without a gap', () => {
    expect(
      postingFaults([
        { from: '2021-01-01', last: '2021-02-28' },
        { from: '2021-03-01', last: '2021-03-31' },
        { from: '2021-05-01', last: null },
      ]),
    ).toEqual([]);
  });

  it('tells which one begins too early, and the first day on which it could', () => {
    expect(
      postingFaults([
        { from: '2021-01-01', last: '2021-03-31' },
        { from: '2021-03-31', last: null },
        { from: '2021-05-01', last: null },
      ]),
    ).toEqual([
      { at: 1, why: 'overlaps', earliest: '2021-04-01' },
      { at: 2, why: 'overlaps', earliest: null },
    ]);
  });

  it('takes a posting of one day, but none that ends before it begins', () => {
    expect(postingFaults([{ from: '2021-03-05', last: '2021-03-05' }])).toEqual([]);
    expect(postingFaults([{ from: '2021-03-05', last: '2021-03-04' }])).toEqual([
      { at: 0, why: 'endsBefore' },
    ]);
  });

  it('leaves blank days to the form', () => {
    expect(
      postingFaults([
        { from: '2021-01-01', last: '2021-02-01' },
        { from: null, last: null },
      ]),
    ).toEqual([]);
  });

  it('is stored with the day after the last one, over the end of a leap February too', () => {
    expect(firstDayAfter('2024-02-29')).toBe('2024-03-01');
    expect(lastDayOf(firstDayAfter('2021-12-31'))).toBe('2021-12-31');
  });
});
