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
export type ListedKeys = Readonly<Record<(typeof WITHOUT_IDS)[number], Iterable<string | number>>>;
const WITHOUT_IDS = ['membership', 'filing', 'counter'] as const;

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
  refuseUnlistedIds(db, { office, baseRev, tables });
  for (const place of WITHOUT_IDS) refuseUnlisted(db, place, { office, base: baseRev }, keys[place]);
  // nobody is marked without a touch of the session; of a full bundle the rows can be counted as well
  const isWhole = baseRev > 0 || countAllAttendance(db, office) === (tables.get('attendance')?.rows ?? 0);
  ensure(isWhole, 'bundle_base_mismatch', { register: 'attendance' });
}

/** The same before the report's rows are in, as far as its tables list ids. @throws Refusal `bundle_base_mismatch` */
export function refuseUnlistedIds(db: Readable, { office, baseRev: base, tables }: Applied): void {
  for (const place of PLACE_NAMES.filter((name) => !WITHOUT_IDS.some((one) => one === name)))
    refuseUnlisted(db, place, { office, base }, tables.get(place)?.columns.get('id') ?? []);
}

function refuseUnlisted(
  db: Readable,
  place: Place,
  of: Readonly<Record<'office' | 'base', number>>,
  keys: Iterable<unknown>,
): void {
  const rows = countUnlisted(db, place, { ...of, listed: JSON.stringify([...keys]) });
  ensure(rows === 0, 'bundle_base_mismatch', { register: place });
}
