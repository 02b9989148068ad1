import { expect, it } from 'vitest';
import {
  actionsSearchOf,
  isFiltered,
  NO_FILTER,
} from '../../../renderer/registers/actions/actions-search.ts';
import { matterLink } from '../../../renderer/registers/work-list/matter-links.ts';
import { inputOf } from '../../../renderer/state/contract-form.ts';
import { contract } from '../../../shared/contract/index.ts';
import { ACTION_MATTERS } from '../../../shared/vocabulary/words.ts';

it('without anything in the address every action is listed', () => {
  const search = actionsSearchOf({});
  expect(search).toMatchObject({ view: 'all', as: 'list', action: undefined, month: undefined });
  expect(isFiltered(search)).toBe(false);
});

it('words that mean nothing count as not given', () => {
  const search = actionsSearchOf({ view: 'x', origin: 'prescribed', month: '2021-13', as: 'x', search: '' });
  expect(search).toMatchObject({ view: 'all', origin: 'prescribed', month: undefined, as: 'list' });
  expect(isFiltered(search)).toBe(true);
  expect(isFiltered({ ...search, ...NO_FILTER })).toBe(false);
  expect(actionsSearchOf({ month: '2021-04', as: 'calendar' })).toMatchObject({
    month: '2021-04',
    as: 'calendar',
  });
});

it.each(ACTION_MATTERS)('%s leads to the rows that it counts, in words that the core knows', (kind) => {
  const matter = { kind, register: 'actions', whose: 'clerk', mine: true, round: null, count: 1 } as const;
  const { to, search } = matterLink(matter, 'office');
  expect(to).toBe('/actions');
  const { view } = actionsSearchOf(search);
  expect(inputOf(contract.actions.list).parse({ view })).toMatchObject({
    view: kind === 'actionsOverdue' ? 'overdue' : 'dueSoon',
  });
});
