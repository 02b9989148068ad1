/** What taking a pack of filings over would do, person by person. Pure; nothing is guessed, no row is lost. */
import type { RowReason } from '../../../shared/vocabulary/import-outcomes.ts';
import type { PackField } from '../../../shared/vocabulary/pack-words.ts';
import { type FilingPlan, type PlannedRow, planFilings } from '../self-inspection/filing-import-plan.ts';
import type { SaidOfFiling } from '../self-inspection/pack-filings.ts';
import type { GivenFiling } from './given-rows.ts';
import type { PackCell } from './pack-cells.ts';
import { comparedFiling } from './pack-filing-comparison.ts';
import { type FilingPackInput, settledLines } from './pack-filing-lines.ts';
import type { PackRowPlan, RosterPackPlan } from './pack-roster-plan.ts';

/** What lines of one person come to; or one line that means nobody yet. */
export interface FilerPlan {
  readonly rows: readonly PackRowPlan[];
  /** Null: nothing goes in. */
  readonly said: SaidOfFiling | null;
}

export interface FilingPackPlan {
  readonly filers: readonly FilerPlan[];
  readonly unusedDecisions: RosterPackPlan['unusedDecisions'];
}

/** Where a filing was given or stands, the cells are compared; where none does, it is planned like any list's. */
export function planFilingPack(input: FilingPackInput): FilingPackPlan {
  const { given, identified, decisions, round } = input;
  const settled = settledLines(input);
  const plan = planFilings(settled.rows, settled.list, settled.decisions);
  const byPerson = new Map(given.map((one) => [one.person, one]));
  const byLine = new Map(decisions.map((decision) => [decision.line, decision]));
  const known = new Set(identified.known.map(({ line }) => line.line));
  const own = Map.groupBy(plan.rows, ({ row }) => settled.people.get(row.line) ?? row.line);
  const filers = [...own].map(([person, rows]): FilerPlan => {
    const issued = byPerson.get(String(person));
    const today = round.filings.get(String(person));
    const asRow = (row: PlannedRow) => rowOf(row, issued, byLine.has(row.row.line));
    if (!today && (issued?.filedOn ?? null) === null) return newFiling(rows, plan, asRow);
    const head = rows.find(({ row }) => known.has(row.line)) ?? rows[0];
    return comparedFiling({ person: String(person), rows, head, issued, today, decisions: byLine, asRow });
  });
  const missing = identified.missing.map((one) => missingRow(one, round.filings.has(one.person)));
  return {
    filers: [...filers, { rows: missing, said: null }],
    unusedDecisions: plan.unusedDecisions.filter(({ line }) => byLine.has(line)),
  };
}

/** A person's rows go in together, or none does. */
function newFiling(
  rows: readonly PlannedRow[],
  { filings }: FilingPlan,
  asRow: (row: PlannedRow) => PackRowPlan,
): FilerPlan {
  const reason = rows.find(({ outcome }) => outcome === 'held')?.reason ?? null;
  const shown = rows.map((row): PackRowPlan => {
    const isHeld = row.outcome === 'held' || (row.outcome === 'added' && reason !== null);
    const outcome = isHeld ? 'held' : row.outcome;
    const cells = isHeld || outcome === 'added' ? saidCells(row, isHeld) : [];
    return { ...asRow(row), outcome, reason: isHeld ? (row.reason ?? reason) : row.reason, cells };
  });
  const who = rows.find(({ outcome }) => outcome === 'added')?.person?.id;
  const filing = reason === null ? filings.find((one) => one.person === who) : undefined;
  if (!filing) return { rows: shown, said: null };
  const { person, filedOn, declared, paperNumber, items } = filing;
  return { rows: shown, said: { file: { person, filedOn, declared, paperNumber, items: [...items] } } };
}

function rowOf(planned: PlannedRow, given: GivenFiling | undefined, isDecided: boolean): PackRowPlan {
  const { row, outcome, reason, person, candidates } = planned;
  const shown = candidates.map(({ id, name, unitName, disambiguator }) => ({
    ...{ id, name, unitName, status: null, post: null, disambiguator },
  }));
  return {
    line: row.line,
    person: person?.id ?? given?.person ?? null,
    name: row.name || (given?.name ?? null),
    unit: given?.unitName ?? (row.unit || (person?.unitName ?? null)),
    ...{ outcome, reason, cells: [] },
    ...(shown.length > 0 && { candidates: shown }),
    ...(isDecided && { decided: true as const }),
  };
}

/** All that a row says of a filing that is not there yet. */
function saidCells(planned: PlannedRow, isHeld: boolean): PackCell[] {
  const { row, filedOn, declared, paperNumber, category } = planned;
  const faulty = isHeld ? faultyField(planned) : null;
  const said: readonly (readonly [PackField, PackCell['pack']])[] = [
    ['filedOn', filedOn ?? (row.writtenDay || null)],
    ['declared', declared ?? (row.writtenDeclaration || null)],
    ['paperNumber', paperNumber],
    ['category', category],
    ['summary', [...row.summary].length || null],
  ];
  return said.flatMap(([field, pack]): PackCell[] => {
    if (pack === null && field !== faulty) return [];
    const outcome = isHeld ? 'held' : 'changed';
    const reason = field === faulty ? planned.reason : null;
    return [{ field, issued: null, pack, today: null, outcome, reason }];
  });
}

const OF_A_CELL: readonly (RowReason | null)[] = ['missingField', 'invalidDate', 'unmappedMark'];

/** The cell that the reason speaks of. */
function faultyField({ reason, row, filedOn, declared }: PlannedRow): PackField | null {
  if (reason === 'contradictoryCells') return 'declared';
  if (!OF_A_CELL.includes(reason) || row.name === '') return null;
  if (filedOn === null) return 'filedOn';
  return declared === null ? 'declared' : 'category';
}

/** A row that was deleted says nothing; whose filing is there is not missed. */
function missingRow({ person, name, unitName }: GivenFiling, hasFiled: boolean): PackRowPlan {
  const outcome = hasFiled ? 'unchanged' : 'held';
  return {
    line: 0,
    person,
    name,
    unit: unitName,
    outcome,
    reason: hasFiled ? null : 'rowMissing',
    cells: [],
  };
}
