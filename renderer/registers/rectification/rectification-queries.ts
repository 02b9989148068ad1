import type { ItemGrouping, ItemView } from '../../../shared/vocabulary/words.ts';
import { type Core, core } from '../../state/core.ts';
import { coreFilterOf, filterOf, type LedgerFilter, type LedgerSearch } from './ledger-search.ts';

export type Item = Awaited<ReturnType<typeof core.rectification.item>>;
export type ItemRow = Awaited<ReturnType<typeof core.rectification.items>>['items'][number];
export type ItemGroup = Awaited<ReturnType<typeof core.rectification.groups>>[number];
export type ItemEventRow = Awaited<ReturnType<typeof core.rectification.history>>['events'][number];
export type HolidayYears = Awaited<ReturnType<typeof core.rectification.holidays>>['years'];
export type ItemFiguresRow = Awaited<ReturnType<typeof core.rectification.figures>>['rows'][number];
export type BurnDownPoint = Awaited<ReturnType<typeof core.rectification.burnDown>>['points'][number];

/** Whose ledger, and the day on which spans of due dates are counted. */
export interface Place {
  readonly office: string | undefined;
  readonly today: string;
}

type DueDayInput = Parameters<Core['rectification']['dueDay']>[0];
type FiguresInput = Parameters<Core['rectification']['figures']>[0];
type BurnDownInput = Parameters<Core['rectification']['burnDown']>[0];

/** What the room asks of the core, each question with its key. */
export const rectificationQueries = {
  items: ({ office, today }: Place, search: LedgerSearch) => {
    const { view, sort } = search;
    const filter = { office, view, sort, ...coreFilterOf(filterOf(search), today) };
    return {
      key: ['rectification', 'items', filter],
      ask: async (offset: number, limit: number) => {
        const { total, items } = await core.rectification.items({ ...filter, offset, limit });
        return { total, rows: items };
      },
    };
  },
  counts: ({ office, today }: Place, search: LedgerFilter) => {
    const filter = { office, ...coreFilterOf(filterOf(search), today) };
    return {
      queryKey: ['rectification', 'counts', filter],
      queryFn: () => core.rectification.counts(filter),
    };
  },
  groups: ({ office, today }: Place, view: ItemView, by: ItemGrouping, search: LedgerFilter) => {
    const asked = { office, view, by, ...coreFilterOf(filterOf(search), today) };
    return { queryKey: ['rectification', 'groups', asked], queryFn: () => core.rectification.groups(asked) };
  },
  item: (id: string) => ({
    queryKey: ['rectification', 'item', id],
    queryFn: () => core.rectification.item({ id }),
  }),
  history: (id: string) => ({
    key: ['rectification', 'history', id],
    ask: async (offset: number, limit: number) => {
      const { total, events } = await core.rectification.history({ id, offset, limit });
      return { total, rows: events };
    },
  }),
  /** The latest entry of the log of progress. */
  latestProgress: (item: string) => ({
    queryKey: ['rectification', 'followUps', item],
    queryFn: () => core.rectification.followUps({ item, kind: 'progress', limit: 1 }),
  }),
  /** Items found by number or words, for a field that names another item. */
  found: (search: string, state?: 'closed') => ({
    queryKey: ['rectification', 'found', search, state],
    queryFn: () =>
      core.rectification.items({ search: search || undefined, state, sort: 'number', limit: FOUND }),
  }),
  dueDay: (input: DueDayInput) => ({
    queryKey: ['rectification', 'dueDay', input],
    queryFn: () => core.rectification.dueDay(input),
  }),
  holidays: () => ({ queryKey: ['rectification', 'holidays'], queryFn: () => core.rectification.holidays() }),
  figures: (input: FiguresInput) => ({
    queryKey: ['rectification', 'figures', input],
    queryFn: () => core.rectification.figures(input),
  }),
  burnDown: (input: BurnDownInput) => ({
    queryKey: ['rectification', 'burnDown', input],
    queryFn: () => core.rectification.burnDown(input),
  }),
  /** What waits for the reviewer, the most urgent first. */
  toReview: () => ({
    key: ['rectification', 'toReview'],
    ask: async (offset: number, limit: number) => {
      const { total, items } = await core.rectification.items({ ...TO_REVIEW, offset, limit });
      return { total, rows: items };
    },
  }),
  units: (office: string | undefined) => ({
    queryKey: ['personnel', 'units', office],
    queryFn: () => core.personnel.units({ office }),
  }),
  campaign: (office?: string) => ({
    queryKey: office === undefined ? ['campaign'] : ['campaign', 'of', office],
    queryFn: () => core.campaign.current({ office }),
  }),
};

/** Items offered at once; a longer list is narrowed by typing on. */
const FOUND = 50;

const TO_REVIEW = { view: 'officeReview', sort: 'due' } as const;
