/**
 * What importing monthly counters would do, decided row by row against the books as they stand. Pure; nothing is
 * guessed (a doubtful row is held) and no row is lost.
 */
import { firstDay, monthOf } from '../../../shared/rules/months.ts';
import { foldName } from '../../../shared/rules/names.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { DecisionFault, RowOutcome } from '../../../shared/vocabulary/import-outcomes.ts';
import type {
  CounterField,
  CounterRowReason,
  CounterTextDoubt,
} from '../../../shared/vocabulary/supporting-import.ts';
import { COUNTER_KINDS, type CounterKind } from '../../../shared/vocabulary/words.ts';
import type { CounterSheet, CounterSheetRow, SaidCount } from './counter-import-rows.ts';
import type { NamedUnit } from './counters-sql.ts';
import { unitIndex } from './unit-labels.ts';

export interface CounterDecision {
  readonly line: number;
  readonly skip?: true | undefined;
  readonly unit?: string | undefined;
  readonly month?: string | undefined;
}

export interface CounterImportOptions {
  readonly month?: string | undefined;
  readonly texts: readonly {
    readonly field: CounterTextDoubt;
    readonly text: string;
    readonly means: string;
  }[];
  readonly decisions: readonly CounterDecision[];
}

/** The books as the plan needs them. */
export interface StandingCounters {
  readonly today: CalendarDate;
  readonly units: readonly NamedUnit[];
  /** What stands in a cell; null: blank. */
  readonly countAt: (unit: string, month: string, kind: CounterKind) => number | null;
}

export interface PlannedCell {
  readonly kind: CounterKind;
  readonly before: number | null;
  readonly after: number;
}

export interface PlannedCounters {
  readonly row: CounterSheetRow;
  readonly outcome: RowOutcome;
  readonly reason: CounterRowReason | null;
  readonly field: CounterField | null;
  readonly unit: NamedUnit | null;
  readonly month: string | null;
  /** What the row says, the same as it stands too. */
  readonly cells: readonly PlannedCell[];
}

export interface CounterPlan {
  /** In the order of the file. */
  readonly rows: readonly PlannedCounters[];
  readonly month: string | null;
  readonly unusedDecisions: readonly { readonly line: number; readonly why: DecisionFault }[];
}

export function planCounters(
  sheet: CounterSheet,
  standing: StandingCounters,
  options: CounterImportOptions,
): CounterPlan {
  const { decisions, unusedDecisions } = fittingDecisions(sheet.rows, standing, options.decisions);
  const month = options.month ?? sheet.titleMonth;
  const known = {
    ...standing,
    month,
    isLong: sheet.isLong,
    unitsCalled: unitIndex(standing.units),
    byId: new Map(standing.units.map((unit) => [unit.id, unit])),
    told: new Map(options.texts.map(({ field, text, means }) => [`${field} ${foldName(text)}`, means])),
  };
  const rows = sheet.rows.map((row) => planRow(row, decisions.get(row.line), known));
  return { rows: withoutRepeats(rows), month, unusedDecisions };
}

interface Known extends StandingCounters {
  readonly month: string | null;
  readonly isLong: boolean;
  readonly unitsCalled: (text: string) => readonly NamedUnit[];
  readonly byId: ReadonlyMap<string, NamedUnit>;
  readonly told: ReadonlyMap<string, string>;
}

/** The first doubt holds the row. */
class Doubt extends Error {
  readonly reason: CounterRowReason;
  readonly field: CounterField;
  constructor(reason: CounterRowReason, field: CounterField) {
    super(reason);
    this.reason = reason;
    this.field = field;
  }
}

function planRow(row: CounterSheetRow, decision: CounterDecision | undefined, known: Known): PlannedCounters {
  const skip = row.skip ?? (decision?.skip ? 'skippedByUser' : null);
  if (skip) return { ...base(row), outcome: 'skipped', reason: skip };
  const isBlank = row.count === null && Object.keys(row.counts).length === 0;
  if (isBlank && !known.isLong) return blankRow(row, decision, known);
  const planned = base(row);
  try {
    // texts first: they are explained once for all rows, whichever month they are of
    const unit = unitOfRow(row, decision, known);
    const said = [...countsOf(row, known)];
    const month = monthOfRow(row, decision, known);
    if (!isOpenIn(unit, month)) throw new Doubt('unknownUnit', 'unit');
    const cells = said.map(([kind, after]) => ({
      kind,
      before: known.countAt(unit.id, month, kind),
      after,
    }));
    return { ...planned, unit, month, cells, outcome: outcomeOf(cells) };
  } catch (doubt) {
    if (!(doubt instanceof Doubt)) throw doubt;
    return { ...planned, outcome: 'held', reason: doubt.reason, field: doubt.field };
  }
}

/** A unit that says nothing is left as it stands; a row without a unit is no entry. */
function blankRow(
  row: CounterSheetRow,
  decision: CounterDecision | undefined,
  known: Known,
): PlannedCounters {
  const [unit, ...others] = known.unitsCalled(row.texts.unit ?? '');
  const isEntry = (unit && others.length === 0) || decision?.unit;
  return isEntry
    ? { ...base(row), unit: unit ?? null }
    : { ...base(row), outcome: 'skipped', reason: 'emptyRow' };
}

function outcomeOf(cells: readonly PlannedCell[]): RowOutcome {
  const differing = cells.filter(({ before, after }) => before !== after);
  if (differing.length === 0) return 'unchanged';
  return differing.every(({ before }) => before === null) ? 'added' : 'changed';
}

/** @throws Doubt */
function monthOfRow(
  { texts, month }: CounterSheetRow,
  decision: CounterDecision | undefined,
  known: Known,
): string {
  if (texts.month !== undefined && month === null && !decision?.month)
    throw new Doubt('invalidMonth', 'month');
  const meant = decision?.month ?? month ?? known.month;
  if (meant === null) throw new Doubt('missingField', 'month');
  if (meant > monthOf(known.today)) throw new Doubt('monthAhead', 'month');
  return meant;
}

/** @throws Doubt */
function unitOfRow(
  { texts }: CounterSheetRow,
  decision: CounterDecision | undefined,
  { byId, told, unitsCalled }: Known,
): NamedUnit {
  const meant = byId.get(decision?.unit ?? told.get(`unit ${foldName(texts.unit ?? '')}`) ?? '');
  if (!meant && texts.unit === undefined) throw new Doubt('missingField', 'unit');
  const [unit, ...others] = meant ? [meant] : unitsCalled(texts.unit ?? '');
  if (!unit) throw new Doubt('unknownUnit', 'unit');
  if (others.length > 0) throw new Doubt('ambiguousUnit', 'unit');
  return unit;
}

function isOpenIn({ closed_on }: NamedUnit, month: string): boolean {
  return closed_on === null || closed_on > firstDay(month);
}

/** @throws Doubt */
function* countsOf(row: CounterSheetRow, known: Known): Generator<readonly [CounterKind, number]> {
  if (!known.isLong) {
    for (const kind of COUNTER_KINDS) {
      const said = row.counts[kind];
      const count = said && countSaid(said, kind, known);
      if (count !== undefined && count !== null) yield [kind, count];
    }
    return;
  }
  const text = row.texts.kind;
  const kind =
    COUNTER_KINDS.find((one) => one === known.told.get(`kind ${foldName(text ?? '')}`)) ?? row.kind;
  if (!kind) throw new Doubt(text === undefined ? 'missingField' : 'unknownKind', 'kind');
  const count = row.count && countSaid(row.count, 'count', known);
  if (count !== null) yield [kind, count];
}

/** @returns null where it is meant to be blank. @throws Doubt */
function countSaid({ text, count }: SaidCount, field: CounterField, { told }: Known): number | null {
  const means = told.get(`count ${foldName(text)}`);
  if (means === 'blank') return null;
  if (means !== undefined && /^\d{1,6}$/.test(means)) return Number(means);
  if (count === null) throw new Doubt('invalidCount', field);
  return count;
}

/** Of equal rows the first counts; where two say different things of one cell, neither is taken. */
function withoutRepeats(rows: readonly PlannedCounters[]): PlannedCounters[] {
  const said = new Map<string, Set<number>>();
  for (const row of rows)
    for (const { key, after } of cellsOf(row)) said.set(key, (said.get(key) ?? new Set()).add(after));
  const seen = new Set<string>();
  return rows.map((row) => {
    const cells = cellsOf(row);
    if (cells.length === 0) return row;
    const { kind } = cells.find(({ key }) => (said.get(key)?.size ?? 0) > 1) ?? {};
    if (kind)
      return { ...row, outcome: 'held', reason: 'contradictoryRows', field: fieldOf(row, kind), cells: [] };
    const isRepeat = cells.every(({ key }) => seen.has(key));
    for (const { key } of cells) seen.add(key);
    return isRepeat ? { ...row, outcome: 'skipped', reason: 'duplicateRow', cells: [] } : row;
  });
}

function cellsOf({ unit, month, cells }: PlannedCounters) {
  return cells.map((cell) => ({ ...cell, key: `${unit?.id} ${month} ${cell.kind}` }));
}

function fieldOf({ row }: PlannedCounters, kind: CounterKind): CounterField {
  return row.count === null ? kind : 'count';
}

function fittingDecisions(
  rows: readonly CounterSheetRow[],
  { units }: StandingCounters,
  given: readonly CounterDecision[],
) {
  const byLine = new Map(rows.map((row) => [row.line, row]));
  const ids = new Set(units.map(({ id }) => id));
  const decisions = new Map<number, CounterDecision>();
  const unusedDecisions: { line: number; why: DecisionFault }[] = [];
  const faultOf = ({ line, unit }: CounterDecision): DecisionFault | null => {
    const row = byLine.get(line);
    if (!row) return 'unknownLine';
    if (row.skip || decisions.has(line)) return 'notNeeded';
    return unit !== undefined && !ids.has(unit) ? 'impossible' : null;
  };
  for (const one of given) {
    const why = faultOf(one);
    if (why) unusedDecisions.push({ line: one.line, why });
    else decisions.set(one.line, one);
  }
  return { decisions, unusedDecisions };
}

function base(row: CounterSheetRow): PlannedCounters {
  return { row, outcome: 'unchanged', reason: null, field: null, unit: null, month: null, cells: [] };
}
