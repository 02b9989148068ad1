import type { Preset } from '../../../shared/contract/preset.ts';
import { foldName } from '../../../shared/rules/names.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';

/**
 * Lists of categories are versioned and never rewritten: a change makes the next version of what can be chosen, and
 * what was taken from it goes into a version of its own that is not enabled, where old rows find their names. A list
 * that ships switched off has a single version, the first.
 */
export type CategoryList = Preset['categoryLists'][number];
export type Category = CategoryList['categories'][number];
type Lists = readonly CategoryList[];

export interface PlacedCategory extends Category {
  readonly list: string;
  readonly appliesTo: CategoryList['appliesTo'];
}

/** What can be chosen now. */
export function offered(lists: Lists): PlacedCategory[] {
  return placed(lists.filter(({ enabled }) => enabled));
}

/** What could be chosen once and stands in old rows. */
export function retired(lists: Lists): PlacedCategory[] {
  return placed(lists.filter(isArchive));
}

/** @throws Refusal `category_exists` (`name`) for the name of another category, retired ones among them */
export function withCategory(
  lists: Lists,
  name: string,
  appliesTo: CategoryList['appliesTo'],
  listName: string,
): { readonly lists: CategoryList[]; readonly id: string } {
  const known = [...offered(lists), ...retired(lists)];
  ensure(!known.some((one) => foldName(one.name) === foldName(name)), 'category_exists', { name });
  const listId = `own-${appliesTo}`;
  const id = `${listId}-${lists.filter((list) => list.id === listId).flatMap(({ categories }) => categories).length + 1}`;
  const empty = { id: listId, version: 0, name: listName, appliesTo, enabled: true, categories: [] };
  return { lists: changed(lists, enabledOf(lists, listId) ?? empty, [{ id, name }], []), id };
}

/** @throws Refusal `category_retired` (`name`) when it already is, `category_unknown` */
export function withoutCategory(lists: Lists, id: string): CategoryList[] {
  const list = lists.find((one) => one.enabled && holds(one, id));
  refuseRetired(lists, list, id);
  ensure(list, 'category_unknown');
  return changed(lists, list, [], [id]);
}

/** Lets a retired category be chosen again. @throws Refusal `category_unknown` */
export function withRestored(lists: Lists, id: string): CategoryList[] {
  const archive = lists.find((one) => isArchive(one) && holds(one, id));
  const category = archive?.categories.find((one) => one.id === id);
  ensure(archive && category, 'category_unknown');
  const others = archive.categories.filter((other) => other !== category);
  const left = lists.map((one) => (one === archive ? { ...archive, categories: others } : one));
  const empty = { ...archive, enabled: true, categories: [] };
  return changed(left, enabledOf(lists, archive.id) ?? empty, [category], []);
}

/** @throws Refusal `category_retired` (`name`) for one that only old rows may bear */
export function refuseRetired(lists: Lists, found: unknown, given: string): void {
  const old = found ? undefined : retired(lists).find(({ id, name }) => id === given || name === given);
  ensure(!old, 'category_retired', { name: old?.name ?? '' });
}

/** The next version of a list, and of what was taken from it. */
function changed(
  lists: Lists,
  list: CategoryList,
  added: readonly Category[],
  taken: readonly string[],
): CategoryList[] {
  const same = lists.filter(({ id }) => id === list.id);
  const next = Math.max(list.version, ...same.map(({ version }) => version)) + 1;
  const archive = same.find(isArchive);
  const gone = list.categories.filter(({ id }) => taken.includes(id));
  const old = {
    ...list,
    enabled: false,
    version: next,
    categories: [...(archive?.categories ?? []), ...gone],
  };
  const left = [...list.categories.filter(({ id }) => !taken.includes(id)), ...added];
  const version = gone.length > 0 ? next + 1 : next;
  const nextOfList = [
    ...(gone.length > 0 ? [old] : []),
    ...(left.length > 0 ? [{ ...list, version, categories: left }] : []),
  ];
  const isReplaced = (one: CategoryList) => one === list || (one === archive && gone.length > 0);
  return inPlaceOf(lists, list.id, isReplaced, nextOfList);
}

/** Where the list stood, so that what can be chosen keeps its order and its digits; a new one comes last. */
function inPlaceOf(
  lists: Lists,
  id: string,
  isReplaced: (one: CategoryList) => boolean,
  instead: readonly CategoryList[],
): CategoryList[] {
  const at = lists.findIndex((one) => one.id === id);
  const before = at < 0 ? lists : lists.slice(0, at);
  const after = at < 0 ? [] : lists.slice(at);
  return [...before, ...instead, ...after.filter((one) => !isReplaced(one) && !isEmptied(one))];
}

/** Everything in it was restored. */
function isEmptied(list: CategoryList): boolean {
  return isArchive(list) && list.categories.length === 0;
}

function isArchive({ enabled, version }: CategoryList): boolean {
  return !enabled && version > 1;
}

function enabledOf(lists: Lists, id: string): CategoryList | undefined {
  return lists.find((list) => list.enabled && list.id === id);
}

function holds({ categories }: CategoryList, id: string): boolean {
  return categories.some((one) => one.id === id);
}

function placed(lists: Lists): PlacedCategory[] {
  return lists.flatMap(({ name: list, appliesTo, categories }) =>
    categories.map((category) => ({ ...category, list, appliesTo })),
  );
}
