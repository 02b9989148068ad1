import { expect, it } from 'vitest';
import {
  coreFilterOf,
  filterOf,
  groupFilter,
  isFiltered,
  ledgerSearchOf,
  NO_FILTER,
  withoutGroup,
} from '../../../renderer/registers/rectification/ledger-search.ts';

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

it('a unit is asked for with those below it, unless they are left out', () => {
  const of = (params: Record<string, string>) =>
    coreFilterOf(filterOf(ledgerSearchOf(params)), '2021-04-20').below;
  expect(of({ unit: 'u' })).toBe(true);
  expect(of({ unit: 'u', below: 'false' })).toBe(false);
  expect(of({})).toBeUndefined();
});

it('a group narrows the list to its own rows, and the groups beside it stay those of the other filters', () => {
  const narrowed = { ...ledgerSearchOf({ source: 'lookBack' }), ...groupFilter('unit', 'u') };
  expect(narrowed).toMatchObject({ unit: 'u', below: false, source: 'lookBack' });
  expect(withoutGroup('unit', filterOf(narrowed))).toEqual({ ...NO_FILTER, source: 'lookBack' });
});
