import type { ItemState } from '../../../shared/vocabulary/words.ts';
import type { Item } from './rectification-queries.ts';

/** The fields of an item that people write, in the order of the form. */
export const ITEM_FIELDS = [
  'source',
  'category',
  'problem',
  'measures',
  'unit',
  'leader',
  'owner',
  'dueOn',
  'repeats',
] as const;
export type ItemField = (typeof ITEM_FIELDS)[number];
export type ItemFields = Pick<Item, ItemField>;

const EDITABLE: readonly ItemState[] = ['draft', 'issued', 'inProgress'];
/** Once issued these stay as they are; the second ones as soon as they hold something. */
const FIXED: readonly ItemField[] = ['source', 'problem', 'repeats'];
const FILLED_ONCE: readonly ItemField[] = ['category', 'unit', 'dueOn'];

export function isEditable({ state }: Pick<Item, 'state'>): boolean {
  return EDITABLE.includes(state);
}

/** The fields that the core would refuse to see changed. */
export function fixedFields(item: ItemFields & Pick<Item, 'state'>): ItemField[] {
  if (item.state === 'draft') return [];
  return ITEM_FIELDS.filter(
    (field) => FIXED.includes(field) || (FILLED_ONCE.includes(field) && item[field] !== null),
  );
}

/** Where two versions of one item differ. */
export function differences(theirs: ItemFields, mine: ItemFields): ItemField[] {
  return ITEM_FIELDS.filter((field) => (theirs[field] || null) !== (mine[field] || null));
}

export function fieldsOf(item: ItemFields): ItemFields {
  return Object.fromEntries(ITEM_FIELDS.map((field) => [field, item[field]])) as unknown as ItemFields;
}
