import { cleanName, foldName } from '../../../shared/rules/names.ts';
import type { DecisionFault } from '../../../shared/vocabulary/import-outcomes.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { PostingStatus, Staffing } from '../../../shared/vocabulary/words.ts';
import type { ExistingPersonnel } from './existing-personnel.ts';
import { foldCode } from './roster-matching.ts';
import { type PlannedRow, planRoster, type RosterPlan } from './roster-plan.ts';
import { holdReason, type Roster, type RosterRow } from './roster-row.ts';
import { type KnownUnits, knownUnits, type RosterOptions } from './roster-settling.ts';

/** What a person says about one row: stands in place of its cell; null: as if that were blank. */
export interface RosterDecision {
  readonly line: number;
  readonly skip?: true | undefined;
  /** An id, or `new`. */
  readonly person?: string | undefined;
  readonly unit?: string | undefined;
  readonly name?: string | undefined;
  readonly status?: PostingStatus | undefined;
  readonly staffing?: Staffing | null | undefined;
  readonly post?: string | null | undefined;
  readonly disambiguator?: string | null | undefined;
}

/** Which unit is meant by a text, in all rows that name it; `new`: one to be created. */
export interface UnitAnswer {
  readonly text: string;
  readonly unit: string;
}

export interface RosterAnswers extends RosterOptions {
  readonly units?: readonly UnitAnswer[];
  readonly decisions?: readonly RosterDecision[];
}

export interface DecidedPlan extends RosterPlan {
  /** Lines in which a decision stands. */
  readonly decided: ReadonlySet<number>;
  readonly unused: readonly { readonly line: number; readonly why: DecisionFault }[];
}

/**
 * The plan with what a person decided. A decision is used only about a row that is in doubt without it, be it
 * through the other decisions; whatever it cannot settle stays held.
 * @throws Refusal `not_found` when an answer about a text names a unit that the register does not have
 */
export function planDecided(
  roster: Roster,
  existing: ExistingPersonnel,
  { units: unitAnswers = [], decisions = [], ...options }: RosterAnswers,
): DecidedPlan {
  const units = knownUnits(existing.units);
  const rows = answerUnits(roster.rows, unitAnswers, units);
  const used = new Map<number, RosterRow>();
  const unused = new Map(decisions.map((decision) => [decision.line, decision]));
  const impossible = new Set<number>();
  const names = decisions.length === 0 ? new Map() : Map.groupBy(existing.people, ({ folded }) => folded);
  for (;;) {
    const decided = used.size === 0 ? rows : rows.map((row) => used.get(row.line) ?? row);
    const plan = planRoster({ ...roster, rows: decided }, existing, options);
    const before = used.size;
    for (const [index, planned] of plan.rows.entries()) {
      const [row, decision] = [decided[index], unused.get(planned.line)];
      if (!row || !decision || !asks(planned, decision)) continue;
      unused.delete(planned.line);
      const after = decidedRow(row, decision, units, names);
      if (after) used.set(planned.line, after);
      else impossible.add(planned.line);
    }
    if (used.size > before) continue;
    return { ...plan, decided: new Set(used.keys()), unused: faults() };
  }

  function faults(): DecidedPlan['unused'] {
    const lines = new Set(rows.map(({ line }) => line));
    const left = [...unused.keys()].map((line) => ({
      line,
      why: lines.has(line) ? ('notNeeded' as const) : ('unknownLine' as const),
    }));
    return [...[...impossible].map((line) => ({ line, why: 'impossible' as const })), ...left].toSorted(
      (one, other) => one.line - other.line,
    );
  }
}

/** A row that was skipped as said twice may still be somebody else. */
function asks({ outcome, reason }: PlannedRow, { person }: RosterDecision): boolean {
  return outcome === 'held' || (reason === 'duplicateRow' && person !== undefined);
}

/** Undefined where the decision does not fit the row. */
function decidedRow(
  row: RosterRow,
  decision: RosterDecision,
  units: KnownUnits,
  people: ReadonlyMap<string, readonly { readonly id: string }[]>,
): RosterRow | undefined {
  if (decision.skip) return { ...row, skip: 'skippedByUser' };
  const { person, unit } = decision;
  const named = withCells(row, decision);
  const placed = unit === undefined ? named : inUnit(named, unit, units);
  if (!placed) return undefined;
  const namesakes = people.get(foldName(placed.name)) ?? [];
  if (person !== undefined && person !== 'new' && !namesakes.some(({ id }) => id === person))
    return undefined;
  return { ...placed, hold: holdReason(placed), ...(person !== undefined && { decidedPerson: person }) };
}

function withCells(
  row: RosterRow,
  { name, status, staffing, post, disambiguator }: RosterDecision,
): RosterRow {
  return {
    ...row,
    ...(name !== undefined && { name: cleanName(name) }),
    ...(status !== undefined && { status }),
    ...(staffing !== undefined && { staffing }),
    ...(post !== undefined && { post: post === null ? null : cleanName(post) || null }),
    ...(disambiguator !== undefined && {
      disambiguator: disambiguator === null ? null : foldCode(disambiguator) || null,
    }),
  };
}

/** Undefined for a unit that is not there, or cannot be created because the row names none or a known one. */
function inUnit(row: RosterRow, unit: string, { byId, byName }: KnownUnits): RosterRow | undefined {
  if (unit === 'new') {
    const isNew = row.unit !== '' && !byName.has(foldName(row.unit));
    return isNew ? { ...row, decidedUnit: 'new' } : undefined;
  }
  const found = byId.get(unit);
  return found && { ...row, unit: found.name, decidedUnit: unit };
}

/** Only rows whose unit is blank, not known or in doubt are answered for. */
function answerUnits(
  rows: readonly RosterRow[],
  answers: readonly UnitAnswer[],
  units: KnownUnits,
): readonly RosterRow[] {
  if (answers.length === 0) return rows;
  for (const { unit } of answers)
    ensure(unit === 'new' || units.byId.has(unit), 'not_found', { register: 'unit' });
  const byText = new Map(answers.map(({ text, unit }) => [foldName(text), unit]));
  return rows.map((row) => {
    const folded = foldName(row.unit);
    const unit = byText.get(folded);
    if (row.skip || unit === undefined || units.byName.get(folded)?.length === 1) return row;
    const answered = inUnit(row, unit, units);
    return answered ? { ...answered, hold: holdReason(answered) } : row;
  });
}
