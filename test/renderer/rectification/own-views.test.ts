import { expect, it } from 'vitest';
import { ledgerSearchOf } from '../../../renderer/registers/rectification/ledger-search.ts';
import { isSameView, wordsOf } from '../../../renderer/registers/rectification/own-views.ts';
import { word } from '../../../shared/contract/preferences.ts';

const FILTERED = {
  view: 'overdue',
  group: 'unit',
  source: 'lookBack',
  fromGroup: 'true',
  due: 'd2021-04-01.2021-04-09',
};

it('a view of one’s own keeps how the list is narrowed, and shows the same again', () => {
  const words = wordsOf(ledgerSearchOf(FILTERED));
  expect(ledgerSearchOf(words)).toEqual(ledgerSearchOf(FILTERED));
  expect(Object.values(words).every((one) => word.safeParse(one).success)).toBe(true);
});

it('neither typed text nor the item that is open is kept', () => {
  const words = wordsOf(
    ledgerSearchOf({ ...FILTERED, search: '王', owner: '王强', item: 'i', matter: 'itemLater' }),
  );
  expect(words).toEqual(wordsOf(ledgerSearchOf(FILTERED)));
});

it('a view is known again by all of its words', () => {
  const words = wordsOf(ledgerSearchOf(FILTERED));
  expect(isSameView(words, { ...words })).toBe(true);
  expect(isSameView(words, { ...words, state: 'issued' })).toBe(false);
  expect(isSameView(words, wordsOf(ledgerSearchOf({})))).toBe(false);
});
