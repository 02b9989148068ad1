import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { Tables } from '../bundle/tables.ts';
import { countAllAttendance } from '../registers/study/study-exchange.ts';
import type { Readable } from '../store/handles.ts';
import { countUnlisted, PLACE_NAMES, type Place } from './other-history-sql.ts';

interface Applied {
  readonly office: number;
  readonly baseRev: number;
  readonly tables: Tables;
}

/** What tables without ids list, by what tells their rows apart here. */
export type ListedKeys = Readonly<Record<'membership' | 'filing' | 'counter', Iterable<string | number>>>;

/**
 * A report lists whatever was touched after its base. What stands here with a later revision and is not listed came
 * out of another history of the same office: two copies of its books have gone on, and no number was met twice.
 * @throws Refusal `bundle_base_mismatch` with the register
 */
export function refuseOtherHistory(
  db: Readable,
  { office, baseRev, tables }: Applied,
  keys: ListedKeys,
): void {
  for (const place of PLACE_NAMES) {
    const listed = JSON.stringify([...listedIn(place, tables, keys)]);
    const rows = countUnlisted(db, place, { office, base: baseRev, listed });
    ensure(rows === 0, 'bundle_base_mismatch', { register: place });
  }
  // nobody is marked without a touch of the session; of a full bundle the rows can be counted as well
  const isWhole = baseRev > 0 || countAllAttendance(db, office) === (tables.get('attendance')?.rows ?? 0);
  ensure(isWhole, 'bundle_base_mismatch', { register: 'attendance' });
}

function listedIn(place: Place, tables: Tables, keys: ListedKeys): Iterable<unknown> {
  if (place === 'membership' || place === 'filing' || place === 'counter') return keys[place];
  return tables.get(place)?.columns.get('id') ?? [];
}
