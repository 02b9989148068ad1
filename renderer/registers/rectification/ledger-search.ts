import {
  ITEM_MATTERS,
  ITEM_SOURCES,
  ITEM_STATES,
  ITEM_VIEWS,
  type ItemMatter,
  type ItemSource,
  type ItemState,
  type ItemView,
  WHOSE,
  type Whose,
} from '../../../shared/vocabulary/words.ts';

const SORTS = ['due', 'number'] as const;
export type Sort = (typeof SORTS)[number];

/** What the ledger shows, as it stands in the address. */
export interface LedgerSearch {
  readonly view: ItemView;
  readonly sort: Sort;
  readonly state: ItemState | undefined;
  readonly source: ItemSource | undefined;
  readonly unit: string | undefined;
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
    state: oneOf(ITEM_STATES, params.state),
    source: oneOf(ITEM_SOURCES, params.source),
    unit: textOf(params.unit),
    search: textOf(params.search),
    matter: oneOf(ITEM_MATTERS, params.matter),
    whose: oneOf(WHOSE, params.whose),
    item: textOf(params.item),
  };
}

export function isFiltered({ state, source, unit, search, matter, whose }: LedgerSearch): boolean {
  return [state, source, unit, search, matter, whose].some((one) => one !== undefined);
}

/** Every row of the view again. */
export const NO_FILTER = {
  state: undefined,
  source: undefined,
  unit: undefined,
  search: undefined,
  matter: undefined,
  whose: undefined,
} as const;

function oneOf<Word extends string>(words: readonly Word[], given: unknown): Word | undefined {
  return words.find((word) => word === given);
}

function textOf(given: unknown): string | undefined {
  return typeof given === 'string' && given.trim() !== '' ? given : undefined;
}
