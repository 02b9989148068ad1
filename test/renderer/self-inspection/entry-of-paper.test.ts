import { describe, expect, it } from 'vitest';
import {
  type FilingValues,
  filingSchema,
  lengthOf,
} from '../../../renderer/registers/self-inspection/filing-values.ts';
import { nextToReview } from '../../../renderer/registers/self-inspection/review-queue.ts';
import { chosenRound } from '../../../renderer/registers/self-inspection/round-choice.ts';

describe('what is sent of a form', () => {
  const typed: FilingValues = {
    round: 'r',
    person: 'p',
    who: { name: '张三', unitName: '法院' },
    paperNumber: null,
    filedOn: '2021-04-19',
    declared: 'hasProblem',
    items: [{ category: 'c', summary: '𠮷'.repeat(200) }],
  };

  it('holds no item of whoever declares no problem, though what was typed before is blank', () => {
    const blank = [{ category: null, summary: null }];
    const sent = filingSchema().safeParse({ ...typed, declared: 'noProblem', items: blank });
    expect(sent.data).toMatchObject({ declared: 'noProblem', items: [] });
  });

  it('holds summaries of 200 characters, however many units each takes, and not one more', () => {
    expect(lengthOf(typed.items[0]?.summary ?? null)).toBe(200);
    expect(filingSchema().safeParse(typed).success).toBe(true);
    const longer = [{ category: 'c', summary: '𠮷'.repeat(201) }];
    expect(filingSchema().safeParse({ ...typed, items: longer }).success).toBe(false);
  });

  it('is not complete without a person, and a form filed again is asked for less', () => {
    expect(filingSchema().safeParse({ ...typed, person: null }).success).toBe(false);
    const again = filingSchema(['filedOn', 'declared', 'items']).safeParse({ ...typed, person: null });
    expect(again.data).toEqual({ filedOn: typed.filedOn, declared: typed.declared, items: typed.items });
  });
});

describe('the pile of a reviewer', () => {
  const rows = [
    { id: 'a', state: 'filed' },
    { id: null, state: 'due' },
    { id: 'b', state: 'filed' },
    { id: 'c', state: 'approved' },
    { id: 'd', state: 'filed' },
  ];
  const next = (current: string) => nextToReview((index) => rows[index], rows.length, current);

  it('goes on with the next that waits below', () => {
    expect(next('b')).toBe('d');
  });

  it('begins at the top again after the last', () => {
    expect(next('d')).toBe('a');
  });

  it('ends when nothing else waits', () => {
    expect(nextToReview((index) => rows[index], 1, 'a')).toBeNull();
  });
});

describe('the round that is shown', () => {
  const rounds = [
    { id: '1', beginsOn: '2021-04-01', endsOn: '2021-04-25' },
    { id: '2', beginsOn: '2021-05-01', endsOn: '2021-05-20' },
  ];

  it('is the one named, else the latest begun, else the first to come', () => {
    expect(chosenRound(rounds, '2', '2021-04-20')?.id).toBe('2');
    expect(chosenRound(rounds, undefined, '2021-04-30')?.id).toBe('1');
    expect(chosenRound(rounds, 'gone', '2021-05-01')?.id).toBe('2');
    expect(chosenRound(rounds, undefined, '2021-03-01')?.id).toBe('1');
    expect(chosenRound([], undefined, '2021-03-01')).toBeUndefined();
  });
});
