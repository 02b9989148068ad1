import { foldName } from '../../../shared/rules/names.ts';
import type { RowReason } from '../../../shared/vocabulary/import-outcomes.ts';
import type { PostingStatus } from '../../../shared/vocabulary/words.ts';
import type { ExistingUnit } from './existing-personnel.ts';
import type { Entry, EntryKeys } from './roster-namesakes.ts';
import type { RosterRow } from './roster-row.ts';

/** Answers for the whole file. */
export interface RosterOptions {
  /** Units that the register does not know are added with their people; else such rows are held. */
  readonly createUnits?: boolean | undefined;
  /** What a bare 借调 in this file means. */
  readonly secondment?: 'in' | 'out' | undefined;
}

export interface KnownUnits {
  readonly byName: ReadonlyMap<string, readonly ExistingUnit[]>;
  readonly byId: ReadonlyMap<string, ExistingUnit>;
}

export function knownUnits(units: readonly ExistingUnit[]): KnownUnits {
  return {
    byName: Map.groupBy(units, (unit) => unit.folded),
    byId: new Map(units.map((unit) => [unit.id, unit])),
  };
}

/** The entry of a unit that a row is; a reason where it names nobody, or its unit is in doubt. */
export function settle(
  row: RosterRow,
  units: KnownUnits,
  keys: EntryKeys,
  options: RosterOptions,
): Entry | RowReason {
  if (row.skip) return row.skip;
  if (row.hold === 'missingField' || row.hold === 'unreadableName') return row.hold;
  const folded = foldName(row.unit);
  const place = unitOf(row, folded, units, options);
  if (typeof place === 'string' && !row.hold) return place;
  const unitId = typeof place === 'string' ? null : place.id;
  const unit = unitId ?? folded;
  const name = foldName(row.name);
  const status = statusOf(row, options);
  return {
    row,
    hold: row.hold ?? (status === 'seconded' ? 'ambiguousStatus' : null),
    status: status === 'seconded' ? null : status,
    name,
    unit,
    unitId,
    key: keys.number(unit, name),
  };
}

/** One for all rows. */
const TO_CREATE = { id: null };

/** `id` is null for a unit to be created. */
function unitOf(
  row: RosterRow,
  folded: string,
  { byName, byId }: KnownUnits,
  options: RosterOptions,
): { readonly id: string | null } | RowReason {
  const decided = row.decidedUnit === undefined ? undefined : byId.get(row.decidedUnit);
  if (decided) return decided;
  const named = byName.get(folded) ?? [];
  if (named.length > 1) return 'ambiguousUnit';
  const [first] = named;
  if (first) return first;
  return options.createUnits || row.decidedUnit === 'new' ? TO_CREATE : 'unknownUnit';
}

/** With the file's answer about 借调. */
function statusOf({ status }: RosterRow, { secondment }: RosterOptions): PostingStatus | 'seconded' | null {
  if (status === 'unknown') return null;
  if (status !== 'seconded' || secondment === undefined) return status;
  return secondment === 'in' ? 'secondedIn' : 'secondedOut';
}
