import { describe, expect, it } from 'vitest';
import { daysWaited, neighbourOf } from '../../../renderer/registers/offices/review-queue.ts';

const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const openedAfter = (current: string) => neighbourOf((index) => rows[index], rows.length, current);

describe('the review queue of a group', () => {
  it('goes on with the item below the one decided', () => {
    expect(openedAfter('a')).toBe('b');
  });

  it('goes on with the one above after the last', () => {
    expect(openedAfter('c')).toBe('b');
  });

  it('ends after the only one', () => {
    expect(neighbourOf((index) => rows[index], 1, 'a')).toBeUndefined();
  });

  it('begins at the top when the item decided stands in another list', () => {
    expect(openedAfter('elsewhere')).toBe('a');
  });

  it('counts the days since the office applied', () => {
    expect(daysWaited('2021-04-14', '2021-04-20')).toBe(6);
    expect(daysWaited(null, '2021-04-20')).toBeNull();
  });
});
