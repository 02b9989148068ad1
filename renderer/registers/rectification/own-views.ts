import { useRememberedUnder } from '../../state/preferences.ts';

/** Of the address: what a view of one's own keeps. Typed text is no part of it. */
const KEPT_IN_VIEW = [
  ...['view', 'sort', 'group', 'state', 'source', 'fromGroup', 'category', 'unit', 'below', 'due'],
  ...['supervised', 'whose'],
] as const;

const PREFIX = 'rectification.own.';
/** More tabs than these nobody reads. */
export const MOST_VIEWS = 6;

type Words = Readonly<Record<string, string>>;

export interface OwnView {
  readonly id: string;
  readonly words: Words;
}

/** Views of the ledger that the account has put together; they are named by what they show. */
export function useOwnViews() {
  const [kept, keep] = useRememberedUnder(PREFIX);
  const views = Object.entries(kept)
    .map(([id, words]): OwnView => ({ id, words }))
    .sort((one, other) => one.id.localeCompare(other.id));
  return {
    views,
    save: (params: object) => keep(freeId(views), wordsOf(params)),
    remove: (id: string) => keep(id, null),
  };
}

/** What of the address a view keeps; `open` and `due`, which hold where nothing is said, are said. */
export function wordsOf(params: object): Words {
  const said = { view: 'open', sort: 'due', ...params };
  const given = Object.entries<unknown>(said).filter(
    ([name, value]) => (KEPT_IN_VIEW as readonly string[]).includes(name) && value !== undefined,
  );
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

export function isSameView(one: Words, other: Words): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

function freeId(views: readonly OwnView[]): string {
  const taken = new Set(views.map(({ id }) => id));
  const numbers = Array.from({ length: MOST_VIEWS }, (_, at) => `${PREFIX}${at + 1}`);
  return numbers.find((id) => !taken.has(id)) ?? `${PREFIX}${MOST_VIEWS}`;
}
