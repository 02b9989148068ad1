import {
  ITEM_GROUPINGS,
  ITEM_MATTERS,
  ITEM_SOURCES,
  ITEM_STATES,
  ITEM_VIEWS,
  type ItemGrouping,
  type ItemMatter,
  type ItemSource,
  type ItemState,
  type ItemView,
  WHOSE,
  type Whose,
} from '../../../shared/vocabulary/words.ts';
import { dueSpanOf } from './due-span.ts';

const SORTS = ['due', 'number'] as const;
export type Sort = (typeof SORTS)[number];

/** What the ledger shows, as it stands in the address. */
export interface LedgerSearch {
  readonly view: ItemView;
  readonly sort: Sort;
  /** By what the rows are counted beside the list. */
  readonly group: ItemGrouping | undefined;
  readonly state: ItemState | undefined;
  readonly source: ItemSource | undefined;
  readonly fromGroup: true | undefined;
  readonly category: string | undefined;
  readonly unit: string | undefined;
  /** With a unit: false leaves out those below it. */
  readonly below: false | undefined;
  /** A span of due dates, as `dueSpanOf` reads it. */
  readonly due: string | undefined;
  /** Of the campaign, within whose days the item was issued. */
  readonly phase: string | undefined;
  readonly supervised: true | undefined;
  readonly owner: string | undefined;
  readonly search: string | undefined;
  /** The rows of a number of the work list. */
  readonly matter: ItemMatter | undefined;
  readonly whose: Whose | undefined;
  /** The item that is open beside the list. */
  readonly item: string | undefined;
}

/** Reads the address; what it does not know, such as an old link's words, counts as not given. */
export function ledgerSearchOf(params: Readonly<Record<string, unknown>>): LedgerSearch {
  return {
    view: oneOf(ITEM_VIEWS, params.view) ?? 'open',
    sort: oneOf(SORTS, params.sort) ?? 'due',
    group: oneOf(ITEM_GROUPINGS, params.group),
    state: oneOf(ITEM_STATES, params.state),
    source: oneOf(ITEM_SOURCES, params.source),
    fromGroup: isYes(params.fromGroup),
    category: textOf(params.category),
    unit: textOf(params.unit),
    below: params.below === 'false' ? false : undefined,
    due: textOf(params.due),
    phase: textOf(params.phase),
    supervised: isYes(params.supervised),
    owner: textOf(params.owner),
    search: textOf(params.search),
    matter: oneOf(ITEM_MATTERS, params.matter),
    whose: oneOf(WHOSE, params.whose),
    item: textOf(params.item),
  };
}

/** Every row of the view again. */
export const NO_FILTER = {
  state: undefined,
  source: undefined,
  fromGroup: undefined,
  category: undefined,
  unit: undefined,
  below: undefined,
  due: undefined,
  phase: undefined,
  supervised: undefined,
  owner: undefined,
  search: undefined,
  matter: undefined,
  whose: undefined,
} as const;
export type LedgerFilter = Pick<LedgerSearch, keyof typeof NO_FILTER>;

const FILTERS = Object.keys(NO_FILTER) as (keyof typeof NO_FILTER)[];

export function isFiltered(search: LedgerSearch): boolean {
  return FILTERS.some((name) => search[name] !== undefined);
}

/** What narrows the list, without what only says how it is shown. */
export function filterOf(search: LedgerFilter): LedgerFilter {
  return Object.fromEntries(FILTERS.map((name) => [name, search[name]])) as unknown as LedgerFilter;
}

/** The same in the core's words, where a span of due dates is its days. */
export function coreFilterOf({ due, below, ...filter }: LedgerFilter, today: string) {
  const withBelow = filter.unit === undefined ? undefined : (below ?? true);
  return { ...filter, below: withBelow, ...dueSpanOf(due, today) };
}

/** The filter that narrows a list to one of its groups. */
export function groupFilter(by: ItemGrouping, key: string): Partial<LedgerSearch> {
  return ledgerPart({ [by]: key, ...(by === 'unit' && { below: 'false' }) });
}

/** The group to which a list is narrowed, if it is. */
export function chosenGroup(by: ItemGrouping, search: LedgerSearch): string | undefined {
  return search[by];
}

/** What a list shows beside one group's rows: all groups under the other filters. */
export function withoutGroup(by: ItemGrouping, filter: LedgerFilter): LedgerFilter {
  return { ...filter, [by]: undefined, ...(by === 'unit' && { below: undefined }) };
}

function ledgerPart(params: Readonly<Record<string, string>>): Partial<LedgerSearch> {
  const read = Object.entries(ledgerSearchOf(params));
  return Object.fromEntries(read.filter(([name]) => name in params));
}

function isYes(given: unknown): true | undefined {
  return given === 'true' ? true : undefined;
}

function oneOf<Word extends string>(words: readonly Word[], given: unknown): Word | undefined {
  return words.find((word) => word === given);
}

function textOf(given: unknown): string | undefined {
  return typeof given === 'string' && given.trim() !== '' ? given : undefined;
}
