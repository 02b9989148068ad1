import { describe, expect, it } from 'vitest';
import { holdsOn, lastDayOf } from '../../../renderer/registers/personnel/postings.ts';

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
