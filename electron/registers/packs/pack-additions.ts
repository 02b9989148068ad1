import { cleanName } from '../../../shared/rules/names.ts';
import type { RowReason } from '../../../shared/vocabulary/import-outcomes.ts';
import type { ExistingPersonnel } from '../personnel/existing-personnel.ts';
import { planDecided } from '../personnel/roster-decisions.ts';
import type { PlannedRow, RosterPlan } from '../personnel/roster-plan.ts';
import { rosterReport } from '../personnel/roster-report.ts';
import { holdReason, type RosterRow } from '../personnel/roster-row.ts';
import { type PackCell, type PackPlace, unitNamed } from './pack-cells.ts';
import type { RosterLine } from './pack-lines.ts';
import type { PackDecision, PackRowPlan, RosterPackPlan } from './pack-roster-plan.ts';
import type { PackUnit } from './pack-units.ts';

interface AdditionsInput {
  readonly lines: readonly { readonly line: RosterLine; readonly hold: RowReason | null }[];
  /** ids of those whose rows came back: an added row that means one of them is in doubt. */
  readonly known: readonly string[];
  readonly existing: ExistingPersonnel;
  readonly unit: PackUnit | null;
  readonly place: PackPlace;
  readonly decisions: readonly PackDecision[];
}

interface Additions {
  readonly rows: readonly PackRowPlan[];
  readonly plan: RosterPlan;
  readonly unused: RosterPackPlan['unusedDecisions'];
}

const SAID = ['post', 'staffing', 'status', 'orderNumber', 'disambiguator'] as const;

/** Rows that a unit added are planned as those of any roster, beside the people of the pack. */
export function planAdditions({ lines, known, existing, unit, place, decisions }: AdditionsInput): Additions {
  const rows = lines.map(({ line, hold }) => addedRow(line, hold, unit, place));
  const added = new Set(rows.map(({ line }) => line));
  const anchors = rows.length === 0 ? [] : anchorsOf(known, existing);
  const roster = { rows: [...anchors, ...rows], droppedColumns: [] };
  const decided = planDecided(roster, existing, {
    decisions: decisions.filter(({ line }) => added.has(line)),
    secondment: place.secondment,
  });
  const isAdded = ({ line }: { readonly line: number }) => added.has(line);
  const plan = { ...decided, rows: decided.rows.filter(isAdded) };
  const byLine = new Map(lines.map(({ line }) => [line.line, line]));
  const planned = new Map(plan.rows.map((row) => [row.line, row]));
  const reported = rosterReport(decided, existing).rows.filter(isAdded);
  return {
    rows: reported.map((row) => ({
      line: row.line,
      person: planned.get(row.line)?.change?.personId ?? null,
      name: row.name || null,
      unit: row.unit || null,
      outcome: row.outcome,
      reason: row.reason,
      cells: cellsOf(row, planned.get(row.line), byLine.get(row.line)),
      ...(row.candidates && { candidates: row.candidates }),
      ...(row.decided && { decided: true as const }),
    })),
    plan,
    unused: decided.unused.filter(isAdded),
  };
}

/** A blank unit is the pack's own; one outside the pack is in doubt. */
function addedRow(
  { row }: RosterLine,
  hold: RowReason | null,
  own: PackUnit | null,
  place: PackPlace,
): RosterRow {
  const name = cleanName(row.unit) || (own?.name ?? '');
  const named = row.unit === '' && own ? own : unitNamed(name, place);
  const isNamed = typeof named !== 'string';
  const doubt = isNamed && !place.scope.has(named.id) ? 'outsidePack' : null;
  const placed = { ...row, unit: name, ...(isNamed && { decidedUnit: named.id }) };
  return { ...placed, hold: hold ?? holdReason(placed) ?? doubt };
}

/** The people of the pack as rows that say nothing new; lines below 1 are no lines of the file. */
function anchorsOf(known: readonly string[], existing: ExistingPersonnel): RosterRow[] {
  const people = new Map(existing.people.map((person) => [person.id, person]));
  const units = new Map(existing.units.map(({ id, name }) => [id, name]));
  return known.flatMap((id, at) => {
    const person = people.get(id);
    const unit = units.get(person?.unitId ?? '');
    if (!person || person.unitId === null || unit === undefined) return [];
    return [
      {
        ...{ line: -1 - at, name: person.name, unit, post: null, staffing: null, status: null },
        ...{ orderNumber: null, disambiguator: person.disambiguator, identity: '', others: '' },
        ...{ skip: null, hold: null, decidedUnit: person.unitId, decidedPerson: id },
      },
    ];
  });
}

type Reported = ReturnType<typeof rosterReport>['rows'][number];

/** Of somebody who comes in all that the row says; of somebody known what it changes. */
function cellsOf(
  { outcome, reason, changes }: Reported,
  planned: PlannedRow | undefined,
  line: RosterLine | undefined,
): PackCell[] {
  if (outcome === 'changed')
    return (changes ?? []).map(({ field, before, after }) => ({
      ...{ field, issued: null, pack: after, today: before, outcome: 'changed', reason: null },
    }));
  if (!line || !planned || (outcome !== 'added' && outcome !== 'held')) return [];
  const said = outcome === 'added' ? (planned.change?.fields ?? {}) : heldFields(line);
  const all = { name: planned.name || null, unit: planned.unit || null, ...said };
  return (['name', 'unit', ...SAID] as const).flatMap((field) => {
    const value = all[field] ?? null;
    if (value === null) return [];
    const isHeld = outcome === 'held';
    return [
      {
        ...{ field, issued: null, pack: value, today: null },
        ...{ outcome: isHeld ? ('held' as const) : ('changed' as const), reason: isHeld ? reason : null },
      },
    ];
  });
}

function heldFields({ row, texts }: RosterLine) {
  const { post, staffing, status, orderNumber, disambiguator } = row;
  return {
    post,
    staffing: staffing === 'unknown' ? texts.staffing : staffing,
    status: status === 'unknown' || status === 'seconded' ? texts.status : status,
    orderNumber,
    disambiguator,
  };
}
