import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { Tables } from '../bundle/tables.ts';
import type { Write } from '../store/handles.ts';
import {
  countItemsUnlisted,
  deleteDependents,
  deleteUnlisted,
  dependentKeys,
  LISTED,
  setStamps,
} from './new-epoch-sql.ts';

export interface Newcomer {
  readonly office: number;
  /** The rev of rows that have none of their own. */
  readonly stamp: number;
  readonly tables: Tables;
  /** Why numbered items that the office no longer has may go; null while they may not. */
  readonly dropReason: string | null;
}

/**
 * Makes room for a full bundle of another history than the one before it, as the first of a new epoch is: rows that
 * the office no longer has would otherwise stay for ever. Feedback stays; it is the group's own.
 * @param arrive puts the bundle's rows into the books
 * @returns what `arrive` returns, with the count of rows that were there before and are not any more
 * @throws Refusal `epoch_drops_items`: numbered items never vanish, so a person has to look at what was lost
 */
export function anew<Counts>(
  write: Write,
  { office, stamp, tables, dropReason }: Newcomer,
  arrive: () => Counts,
): Counts & { dropped: number } {
  const lostItems = countItemsUnlisted(write, office, idsOf(tables, 'item'));
  ensure(lostItems === 0 || dropReason !== null, 'epoch_drops_items', { count: lostItems });
  if (lostItems > 0) write.record({ itemsDropped: lostItems, reason: dropReason });
  const gone = new Set(dependentKeys(write, office));
  deleteDependents(write, office);
  const listed = LISTED.reduce(
    (sum, list) => sum + deleteUnlisted(write, office, list, idsOf(tables, list[0])),
    0,
  );
  const counts = arrive();
  setStamps(write, office, stamp);
  if (gone.size > 0) for (const key of dependentKeys(write, office)) gone.delete(key);
  return { ...counts, dropped: listed + gone.size };
}

/** Only texts: a NULL among them would make every row listed. */
function idsOf(tables: Tables, name: string): string {
  const ids = tables.get(name)?.columns.get('id') ?? [];
  return JSON.stringify([...ids].filter((id) => typeof id === 'string'));
}
