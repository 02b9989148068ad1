/**
 * What importing a roster would do, decided row by row against the register as it stands. Pure: the same
 * rows in any order give the same outcomes, and nothing is guessed (a doubtful row is held).
 */

import type { RowOutcome, RowReason } from '../../../shared/vocabulary/import-outcomes.ts';
import type { PostingStatus, Staffing } from '../../../shared/vocabulary/words.ts';
import type { ExistingPerson, ExistingPersonnel } from './existing-personnel.ts';
import { foldCode, type Match, matchEntries } from './roster-matching.ts';
import { type Entry, EntryKeys, holdNamesakesInFile } from './roster-namesakes.ts';
import type { Roster, RosterRow } from './roster-row.ts';
import { knownUnits, type RosterOptions, settle } from './roster-settling.ts';

/** The fields that the row changes; of a new person all that the row has. Blank cells change nothing. */
export interface RosterFields {
  readonly post?: string;
  readonly staffing?: Staffing;
  readonly status?: PostingStatus;
  readonly orderNumber?: number;
  readonly disambiguator?: string;
}

export interface RosterChange {
  /** Null: a new person, whose status is in `fields` always. */
  readonly personId: string | null;
  /** Where the person belongs from now on; null: where they are. `newUnit` is an index in `newUnits`. */
  readonly unit: { readonly id: string } | { readonly newUnit: number } | null;
  readonly fields: RosterFields;
}

export interface PlannedRow {
  readonly line: number;
  readonly outcome: RowOutcome;
  readonly name: string;
  readonly unit: string;
  readonly reason: RowReason | null;
  readonly change?: RosterChange;
}

/** The five counts add up to `read`, the rows with content under the header. */
export interface RosterPlan extends Readonly<Record<RowOutcome, number>> {
  readonly read: number;
  readonly droppedColumns: readonly string[];
  /** In the order of the file. */
  readonly rows: readonly PlannedRow[];
  /** Names of the units to be created, in the order of the file. */
  readonly newUnits: readonly string[];
}

/**
 * People are matched by folded name and unit, and by disambiguator where it is needed:
 *  - one person of that name in the unit, and one in the file: the same;
 *  - the same disambiguator, here or in another unit (a transfer): the same;
 *  - more of them and no disambiguator, or a person of that name in another unit only, whom the file does not
 *    place there as well (a transfer or a namesake): held as ambiguousName;
 *  - otherwise new, 在岗 unless the row says something else.
 */
export function planRoster(
  roster: Roster,
  existing: ExistingPersonnel,
  options: RosterOptions = {},
): RosterPlan {
  const units = knownUnits(existing.units);
  const keys = new EntryKeys();
  const settled = roster.rows.map((row) => {
    const found = settle(row, units, keys, options);
    return typeof found === 'string' ? planned(row, row.skip ? 'skipped' : 'held', found) : found;
  });
  const entries = settled.filter((decision) => 'key' in decision);
  const doubts = doubtsOf(entries);
  const open = entries.filter((entry) => !doubts.has(entry.row));
  const matches = matchEntries(open, countKeys(entries, doubts), existing.people);
  const newUnits = unitsToCreate(open, matches);
  let next = 0;
  const rows = settled.map((decision) => {
    if (!('key' in decision)) return decision;
    const doubt = doubts.get(decision.row);
    if (doubt) return planned(decision.row, doubt === 'duplicateRow' ? 'skipped' : 'held', doubt);
    const match = matches[next] ?? 'ambiguous';
    next += 1;
    return decide(decision, match, newUnits);
  });
  return {
    ...countOutcomes(rows),
    read: rows.length,
    droppedColumns: roster.droppedColumns,
    rows,
    newUnits: [...newUnits.values()].map(({ name }) => name),
  };
}

/** A row's own doubt stands before those that other rows bring; who is meant may have been decided. */
function doubtsOf(entries: readonly Entry[]): ReadonlyMap<RosterRow, RowReason> {
  const doubts = new Map(
    [...holdNamesakesInFile(entries)].filter(([row]) => row.decidedPerson === undefined),
  );
  for (const entry of entries) if (entry.hold) doubts.set(entry.row, entry.hold);
  return doubts;
}

function countKeys(
  entries: readonly Entry[],
  doubts: ReadonlyMap<RosterRow, RowReason>,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { key, row } of entries) {
    if (doubts.get(row) !== 'duplicateRow' && row.decidedPerson === undefined)
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function unitsToCreate(
  open: readonly Entry[],
  matches: readonly Match[],
): ReadonlyMap<string, { readonly index: number; readonly name: string }> {
  const created = new Map<string, { index: number; name: string }>();
  for (const [at, entry] of open.entries()) {
    const match = matches[at];
    if (entry.unitId !== null || match === 'ambiguous' || match === 'claimed' || created.has(entry.unit))
      continue;
    created.set(entry.unit, { index: created.size, name: entry.row.unit });
  }
  return created;
}

function decide(
  entry: Entry,
  match: Match,
  newUnits: ReadonlyMap<string, { readonly index: number }>,
): PlannedRow {
  if (match === 'ambiguous') return planned(entry.row, 'held', 'ambiguousName');
  if (match === 'claimed') return planned(entry.row, 'held', 'contradictoryRows');
  const unit =
    entry.unitId === null ? { newUnit: newUnits.get(entry.unit)?.index ?? 0 } : { id: entry.unitId };
  if (match === 'new') {
    const fields = differing(stated(entry, 'onDuty'), null);
    return { ...planned(entry.row, 'added', null), change: { personId: null, unit, fields } };
  }
  const moves = entry.unitId === null || entry.unitId !== match.unitId;
  const fields = differing(stated(entry, statusAfterMove(match, moves)), match);
  if (!moves && Object.keys(fields).length === 0) return planned(entry.row, 'unchanged', null);
  const change = { personId: match.id, unit: moves ? unit : null, fields };
  return { ...planned(entry.row, 'changed', null), change };
}

/** Who had left, or was nowhere, is 在岗 in the unit that lists them now without a status. */
function statusAfterMove(match: ExistingPerson, moves: boolean): PostingStatus | null {
  const wasGone = match.status === null || match.status === 'transferredOut';
  return moves && wasGone ? 'onDuty' : null;
}

type Stated = Pick<ExistingPerson, 'post' | 'staffing' | 'status' | 'orderNumber' | 'disambiguator'>;

/** Rows with a word that is not understood are held before. */
function stated({ row, status }: Entry, otherwise: PostingStatus | null): Stated {
  const staffing = row.staffing === 'unknown' ? null : row.staffing;
  const { post, orderNumber, disambiguator } = row;
  return { post, staffing, status: status ?? otherwise, orderNumber, disambiguator };
}

/** What the row states and the register does not have yet. */
function differing(said: Stated, known: ExistingPerson | null): RosterFields {
  const { post, staffing, status, orderNumber, disambiguator } = said;
  const fields: { -readonly [Field in keyof RosterFields]: RosterFields[Field] } = {};
  if (post !== null && post !== known?.post) fields.post = post;
  if (staffing !== null && staffing !== known?.staffing) fields.staffing = staffing;
  if (status !== null && status !== known?.status) fields.status = status;
  if (orderNumber !== null && orderNumber !== known?.orderNumber) fields.orderNumber = orderNumber;
  if (disambiguator !== null && !isSameCode(disambiguator, known?.disambiguator ?? ''))
    fields.disambiguator = disambiguator;
  return fields;
}

function isSameCode(one: string, other: string): boolean {
  return one === other || foldCode(one) === foldCode(other);
}

function planned(row: RosterRow, outcome: RowOutcome, reason: RowReason | null): PlannedRow {
  return { line: row.line, outcome, name: row.name, unit: row.unit, reason };
}

function countOutcomes(rows: readonly PlannedRow[]): Record<RowOutcome, number> {
  const counts = { added: 0, changed: 0, unchanged: 0, held: 0, skipped: 0 };
  for (const row of rows) counts[row.outcome] += 1;
  return counts;
}
