/** What taking a roster pack over would do, row by row and cell by cell. Pure; nothing is guessed, no row is lost. */
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import type { DecisionFault, RowOutcome, RowReason } from '../../../shared/vocabulary/import-outcomes.ts';
import { DEPARTED_STATUSES } from '../../../shared/vocabulary/words.ts';
import type { ExistingPerson, ExistingPersonnel } from '../personnel/existing-personnel.ts';
import type { SaidOfPerson } from '../personnel/pack-changes.ts';
import type { RosterDecision } from '../personnel/roster-decisions.ts';
import type { RosterPlan } from '../personnel/roster-plan.ts';
import type { RefusedRow } from '../self-inspection/filing-batches.ts';
import type { GivenPerson } from './given-rows.ts';
import { planAdditions } from './pack-additions.ts';
import {
  comparedCell,
  type PackCell,
  type PackPlace,
  ROSTER_PACK_FIELDS,
  saidIn,
  type Take,
  unitNamed,
} from './pack-cells.ts';
import type { Identified, RosterLine } from './pack-lines.ts';
import type { PackUnit } from './pack-units.ts';

/** What a person says about one line of a pack. */
export interface PackDecision extends RosterDecision {
  readonly cells?:
    | readonly { readonly field: PackCell['field']; readonly take: 'pack' | 'register' }[]
    | undefined;
}

export interface PackRowPlan {
  readonly line: number;
  /** id */
  readonly person: string | null;
  readonly name: string | null;
  readonly unit: string | null;
  readonly outcome: RowOutcome;
  readonly reason: RowReason | null;
  /** What the register says of it when it cannot go in. */
  readonly refusal?: { readonly code: ErrorCode; readonly fields: RefusedRow['fields'] };
  readonly cells: readonly PackCell[];
  readonly candidates?: readonly Candidate[];
  readonly decided?: true;
}

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly unitName: string | null;
  readonly status: ExistingPerson['status'];
  readonly post: string | null;
  readonly disambiguator: string | null;
}

export interface RosterPackPlan {
  readonly rows: readonly PackRowPlan[];
  readonly changes: readonly { readonly person: string; readonly said: SaidOfPerson }[];
  /** Its rows are those of people that come in. */
  readonly additions: RosterPlan;
  readonly unusedDecisions: readonly { readonly line: number; readonly why: DecisionFault }[];
}

export interface PlanInput {
  readonly identified: Identified<RosterLine, GivenPerson>;
  readonly existing: ExistingPersonnel;
  /** The pack's own; null: of the whole office. */
  readonly unit: PackUnit | null;
  readonly scope: ReadonlyMap<string, PackUnit>;
  readonly decisions: readonly PackDecision[];
  readonly secondment: 'in' | 'out' | undefined;
}

export function planRosterPack(input: PlanInput): RosterPackPlan {
  const { identified, existing, decisions } = input;
  const place = placeOf(input);
  const people = new Map(existing.people.map((person) => [person.id, person]));
  const unitNames = new Map(existing.units.map(({ id, name }) => [id, name]));
  const byLine = new Map(decisions.map((decision) => [decision.line, decision]));
  const isSomebodyElse = ({ line }: { line: RosterLine }) => byLine.get(line.line)?.person !== undefined;
  const stays = identified.known.filter((one) => !isSomebodyElse(one));
  const replaced = identified.known.filter(isSomebodyElse);
  const compared = stays.map(({ line, given }) => {
    const today = todayOf(people.get(given.person), unitNames);
    return comparedRow(line, given, today, place, byLine.get(line.line));
  });
  const added = planAdditions({
    ...input,
    place,
    lines: [
      ...identified.added.map((line) => ({ line, hold: null })),
      ...identified.copied.map((line) => ({ line, hold: 'copiedRow' as const })),
      ...replaced.map(({ line }) => ({ line, hold: 'nameChanged' as const })),
    ],
    known: stays.map(({ given }) => given.person),
  });
  const missing = [...identified.missing, ...replaced.map(({ given }) => given)];
  return {
    rows: [
      ...compared.map(({ row }) => row),
      ...added.rows,
      ...missing.map((given) => missingRow(given, people.get(given.person))),
    ].toSorted((one, other) => one.line - other.line),
    changes: compared.flatMap(({ row, given }) =>
      row.outcome === 'changed' ? [{ person: given.person, said: saidOf(row.cells, place) }] : [],
    ),
    additions: added.plan,
    unusedDecisions: [
      ...added.unused,
      ...compared.flatMap(({ row, unused }) => (unused ? [{ line: row.line, why: unused }] : [])),
      ...unknownLines(decisions, identified),
    ].toSorted((one, other) => one.line - other.line),
  };
}

function placeOf({ existing, scope, secondment }: PlanInput): PackPlace {
  return { scope, secondment, unitsByName: Map.groupBy(existing.units, ({ folded }) => folded) };
}

type Today = Pick<
  ExistingPerson,
  'name' | 'post' | 'staffing' | 'status' | 'orderNumber' | 'disambiguator'
> & {
  readonly unit: string | null;
};

function todayOf(
  person: ExistingPerson | undefined,
  unitNames: ReadonlyMap<string, string>,
): Today | undefined {
  return person && { ...person, unit: unitNames.get(person.unitId ?? '') ?? null };
}

interface ComparedRow {
  readonly row: PackRowPlan;
  readonly given: GivenPerson;
  readonly unused: DecisionFault | null;
}

function comparedRow(
  line: RosterLine,
  given: GivenPerson,
  today: Today | undefined,
  place: PackPlace,
  decision: PackDecision | undefined,
): ComparedRow {
  const plain = cellsOf(line, given, today, place, []);
  const base = { line: line.line, person: given.person, name: line.name || given.name, unit: given.unitName };
  if (decision?.skip) {
    const row = {
      ...base,
      outcome: 'skipped',
      reason: 'skippedByUser',
      cells: plain,
      decided: true,
    } as const;
    return { row, given, unused: plain.length === 0 ? 'notNeeded' : null };
  }
  // of somebody who is no more nothing can be taken
  const cells = today && decision?.cells ? cellsOf(line, given, today, place, decision.cells) : plain;
  const { outcome, reason } = outcomeOf(cells);
  const isUsed = JSON.stringify(cells) !== JSON.stringify(plain);
  const row = { ...base, outcome, reason, cells, ...(isUsed && { decided: true as const }) };
  const unused = plain.length === 0 ? 'notNeeded' : 'impossible';
  return { row, given, unused: decision && !isUsed ? unused : null };
}

function cellsOf(
  line: RosterLine,
  given: GivenPerson,
  today: Today | undefined,
  place: PackPlace,
  decided: NonNullable<PackDecision['cells']>,
): PackCell[] {
  return ROSTER_PACK_FIELDS.flatMap((field) => {
    const issued = field === 'unit' ? given.unitName : given[field];
    const take: Take = decided.find((one) => one.field === field)?.take;
    return comparedCell(field, issued, saidIn(line, field, given, place), today?.[field] ?? null, take) ?? [];
  });
}

/** A row is taken whole or not at all. */
function outcomeOf(cells: readonly PackCell[]): Pick<PackRowPlan, 'outcome' | 'reason'> {
  const held = cells.find(({ outcome }) => outcome === 'held');
  if (held) return { outcome: 'held', reason: held.reason };
  const isChanged = cells.some(({ outcome }) => outcome === 'changed');
  return { outcome: isChanged ? 'changed' : 'unchanged', reason: null };
}

function saidOf(cells: readonly PackCell[], place: PackPlace): SaidOfPerson {
  const changed = cells.filter(({ outcome }) => outcome === 'changed');
  return Object.fromEntries(
    changed.map(({ field, pack }) => [field, field === 'unit' ? idOf(pack, place) : pack]),
  );
}

function idOf(name: PackCell['pack'], place: PackPlace): string | undefined {
  const unit = unitNamed(String(name), place);
  return typeof unit === 'string' ? undefined : unit.id;
}

/** A row that was deleted deletes nobody; who is known to have left, or is no more, is not missed. */
function missingRow({ person, name, unitName }: GivenPerson, today: ExistingPerson | undefined): PackRowPlan {
  const hasLeft = !today || (today.status !== null && DEPARTED_STATUSES.includes(today.status));
  const outcome = hasLeft ? 'unchanged' : 'held';
  return { line: 0, person, name, unit: unitName, outcome, reason: hasLeft ? null : 'rowMissing', cells: [] };
}

function unknownLines(
  decisions: readonly PackDecision[],
  { known, added, copied }: PlanInput['identified'],
): RosterPackPlan['unusedDecisions'] {
  const lines = new Set([...known.map(({ line }) => line), ...added, ...copied].map(({ line }) => line));
  return decisions.flatMap(({ line }) => (lines.has(line) ? [] : [{ line, why: 'unknownLine' as const }]));
}
