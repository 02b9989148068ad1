import { expect, it } from 'vitest';
import { isFiltered, ledgerSearchOf } from '../../../renderer/registers/rectification/ledger-search.ts';

it('without anything in the address the ledger shows what is open, by due date', () => {
  const search = ledgerSearchOf({});
  expect(search).toMatchObject({ view: 'open', sort: 'due', item: undefined });
  expect(isFiltered(search)).toBe(false);
});

it('filters are read from the address, and words that mean nothing count as not given', () => {
  const search = ledgerSearchOf({ view: 'overdue', state: 'nonsense', search: ' ', unit: 'u' });
  expect(search).toMatchObject({ view: 'overdue', state: undefined, search: undefined, unit: 'u' });
  expect(isFiltered(search)).toBe(true);
});
