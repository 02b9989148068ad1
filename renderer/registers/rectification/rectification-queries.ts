import { core } from '../../state/core.ts';
import type { LedgerSearch } from './ledger-search.ts';

export type Item = Awaited<ReturnType<typeof core.rectification.item>>;
export type ItemRow = Awaited<ReturnType<typeof core.rectification.items>>['items'][number];

type Filters = Partial<Pick<LedgerSearch, 'state' | 'source' | 'unit' | 'search' | 'matter' | 'whose'>>;

/** What the room asks of the core, each question with its key. */
export const rectificationQueries = {
  items: (office: string | undefined, { view, sort, ...search }: LedgerSearch) => ({
    key: ['rectification', 'items', office, view, sort, filtersOf(search)],
    ask: async (offset: number, limit: number) => {
      const filter = { office, view, sort, ...filtersOf(search), offset, limit };
      const { total, items } = await core.rectification.items(filter);
      return { total, rows: items };
    },
  }),
  counts: (office: string | undefined, search: Filters) => ({
    queryKey: ['rectification', 'counts', office, filtersOf(search)],
    queryFn: () => core.rectification.counts({ office, ...filtersOf(search) }),
  }),
  item: (id: string) => ({
    queryKey: ['rectification', 'item', id],
    queryFn: () => core.rectification.item({ id }),
  }),
  /** Items found by number or words, for a field that names another item. */
  found: (search: string, state?: 'closed') => ({
    queryKey: ['rectification', 'found', search, state],
    queryFn: () =>
      core.rectification.items({ search: search || undefined, state, sort: 'number', limit: FOUND }),
  }),
  units: (office: string | undefined) => ({
    queryKey: ['personnel', 'units', office],
    queryFn: () => core.personnel.units({ office }),
  }),
  campaign: () => ({ queryKey: ['campaign'], queryFn: () => core.campaign.current() }),
};

/** Items offered at once; a longer list is narrowed by typing on. */
const FOUND = 50;

function filtersOf({ state, source, unit, search, matter, whose }: Filters): Filters {
  return { state, source, unit, search, matter, whose };
}
