import { expect, it } from 'vitest';
import { dueSpanOf, spanWord } from '../../../renderer/registers/rectification/due-span.ts';
import { word } from '../../../shared/contract/preferences.ts';

it('a named span is the days that it means today', () => {
  expect(dueSpanOf('week', '2021-04-28')).toEqual({ dueFrom: '2021-04-28', dueUntil: '2021-05-04' });
  expect(dueSpanOf('month', '2021-02-10')).toEqual({ dueFrom: '2021-02-01', dueUntil: '2021-02-28' });
  expect(dueSpanOf('nextMonth', '2021-12-31')).toEqual({ dueFrom: '2022-01-01', dueUntil: '2022-01-31' });
});

it('any other span is told by its days, of which one may be open, in a word that can be remembered', () => {
  for (const [from, until] of [
    ['2021-04-01', '2021-04-09'],
    [undefined, '2021-04-09'],
    ['2021-04-01', undefined],
  ] as const) {
    const said = spanWord(from, until);
    expect(word.safeParse(said).success).toBe(true);
    expect(dueSpanOf(said, '2021-04-20')).toEqual({ dueFrom: from, dueUntil: until });
  }
});

it('no span, and a word that means none, narrow nothing', () => {
  expect(spanWord(undefined, undefined)).toBeUndefined();
  for (const nonsense of [undefined, 'd.', 'soon', 'd2021-13-01']) {
    expect(dueSpanOf(nonsense, '2021-04-20')).toBeUndefined();
  }
});
