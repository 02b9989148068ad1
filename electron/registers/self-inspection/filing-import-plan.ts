/**
 * What the rows of a list of filings mean, before the register is asked: whom, and what was declared. Pure; a
 * doubtful row is held, never guessed, and no row is lost.
 */
import { foldName } from '../../../shared/rules/names.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { DecisionFault, RowOutcome, RowReason } from '../../../shared/vocabulary/import-outcomes.ts';
import type { Declaration } from '../../../shared/vocabulary/words.ts';
import {
  type ExpectedList,
  findExpected,
  indexByName,
  type ListedPerson,
  type NameIndex,
} from '../study/attendance-import-matching.ts';
import type { RefusedRow } from './filing-batches.ts';
import type { FilingSheetRow } from './filing-import-rows.ts';

export interface FilingDecision {
  readonly line: number;
  readonly person?: string | undefined;
  readonly filedOn?: CalendarDate | undefined;
  readonly declared?: Declaration | undefined;
  readonly category?: string | undefined;
  readonly paperNumber?: string | null | undefined;
  readonly skip?: true | undefined;
}

export interface PlannedRow {
  readonly row: FilingSheetRow;
  readonly outcome: RowOutcome;
  readonly reason: RowReason | null;
  readonly refusal: Omit<RefusedRow, 'row'> | null;
  readonly person: ListedPerson | null;
  readonly candidates: readonly ListedPerson[];
  readonly filedOn: CalendarDate | null;
  readonly declared: Declaration | null;
  readonly paperNumber: string | null;
  readonly category: string | null;
}

/** One filing out of the rows that speak of one person. */
export interface PlannedFiling {
  readonly person: string;
  readonly filedOn: CalendarDate;
  readonly declared: Declaration;
  readonly paperNumber: string | null;
  readonly items: readonly { readonly category: string; readonly summary: string | null }[];
  readonly rows: readonly PlannedRow[];
}

export interface FilingPlan {
  readonly rows: readonly PlannedRow[];
  readonly filings: readonly PlannedFiling[];
  readonly unusedDecisions: { readonly line: number; readonly why: DecisionFault }[];
}

/** @param picked people whom an answer names; nobody else outside the list can be meant */
export function planFilings(
  sheet: readonly FilingSheetRow[],
  list: ExpectedList<ListedPerson>,
  given: readonly FilingDecision[],
  picked: readonly ListedPerson[] = [],
): FilingPlan {
  const people = new Map([...picked, ...list.people].map((person) => [person.id, person]));
  const { decisions, unusedDecisions } = fittingDecisions(sheet, people, given);
  const byName = indexByName(list);
  const settled = sheet.map((row) => settle(row, decisions.get(row.line), list, byName, people));
  const rows = withoutContradictions(settled);
  return { rows, filings: filingsOf(rows), unusedDecisions };
}

function settle(
  row: FilingSheetRow,
  decision: FilingDecision | undefined,
  list: ExpectedList<ListedPerson>,
  byName: NameIndex<ListedPerson>,
  people: ReadonlyMap<string, ListedPerson>,
): PlannedRow {
  const said = withDecision(row, decision);
  const planned: PlannedRow = {
    row,
    ...said,
    outcome: 'added',
    reason: null,
    refusal: null,
    person: null,
    candidates: [],
  };
  if (row.skip || decision?.skip)
    return { ...planned, outcome: 'skipped', reason: row.skip ?? 'skippedByUser' };
  const chosen = decision?.person === undefined ? undefined : people.get(decision.person);
  if (row.hold && !(chosen && row.hold !== 'fieldTooLong')) return held(planned, row.hold);
  const found = chosen ? { person: chosen } : findExpected(row, list, byName);
  if ('doubt' in found) return { ...held(planned, found.doubt), candidates: found.candidates };
  const named = { ...planned, person: found.person };
  if (saysNothing(row, decision)) return { ...named, outcome: 'unchanged' };
  const doubt = doubtOf(named);
  return doubt ? held(named, doubt) : named;
}

/** A list of everybody has blanks for who has not filed. */
function saysNothing(row: FilingSheetRow, decision: FilingDecision | undefined): boolean {
  const { writtenDay, writtenDeclaration, paperNumber, category, summary } = row;
  const isBlank = [writtenDay, writtenDeclaration, paperNumber, category, summary].every(
    (text) => text === '',
  );
  return isBlank && decision?.declared === undefined;
}

function doubtOf({ row, filedOn, declared, category }: PlannedRow): RowReason | null {
  if (filedOn === null) return row.writtenDay === '' ? 'missingField' : 'invalidDate';
  if (declared === null) return row.writtenDeclaration === '' ? 'missingField' : 'unmappedMark';
  if (declared === 'hasProblem' && category === null) return 'missingField';
  const isContradictory = declared === 'noProblem' && (category !== null || row.summary !== '');
  return isContradictory ? 'contradictoryCells' : null;
}

/** A category says by itself that there is a problem. */
function withDecision(row: FilingSheetRow, decision: FilingDecision | undefined) {
  const category = decision?.category ?? (row.category || null);
  const implied = row.writtenDeclaration === '' && category !== null ? ('hasProblem' as const) : null;
  return {
    filedOn: decision?.filedOn ?? row.filedOn,
    declared: decision?.declared ?? row.declared ?? implied,
    paperNumber: decision?.paperNumber === undefined ? row.paperNumber || null : decision.paperNumber,
    category,
  };
}

/** Rows of one person are problems of one filing when they agree on it; the same row again is skipped. */
function withoutContradictions(rows: readonly PlannedRow[]): PlannedRow[] {
  const changed = new Map<PlannedRow, PlannedRow>();
  const speaking = rows.filter(({ outcome }) => outcome === 'added');
  for (const same of Map.groupBy(speaking, ({ person }) => person?.id).values()) {
    const isOne = new Set(same.map(filingSaid)).size === 1;
    const met = new Set<string>();
    for (const one of same) {
      if (!isOne) changed.set(one, held(one, 'contradictoryRows'));
      else if (met.has(itemSaid(one)))
        changed.set(one, { ...one, outcome: 'skipped', reason: 'duplicateRow' });
      met.add(itemSaid(one));
    }
  }
  return rows.map((row) => changed.get(row) ?? row);
}

function filingSaid({ filedOn, declared, paperNumber }: PlannedRow): string {
  return JSON.stringify([filedOn, declared, paperNumber]);
}

function itemSaid({ category, row }: PlannedRow): string {
  return JSON.stringify([category && foldName(category), row.summary]);
}

function filingsOf(rows: readonly PlannedRow[]): PlannedFiling[] {
  const added = rows.filter(({ outcome }) => outcome === 'added');
  return [...Map.groupBy(added, ({ person }) => person?.id)].flatMap(([person, own]) => {
    const [first] = own;
    if (!person || !first?.filedOn || !first.declared) return [];
    const items = own.flatMap(({ category, row }) =>
      category === null ? [] : [{ category, summary: row.summary || null }],
    );
    const { filedOn, declared, paperNumber } = first;
    return [{ person, filedOn, declared, paperNumber, items, rows: own }];
  });
}

function fittingDecisions(
  sheet: readonly FilingSheetRow[],
  people: ReadonlyMap<string, ListedPerson>,
  given: readonly FilingDecision[],
) {
  const rows = new Map(sheet.map((row) => [row.line, row]));
  const decisions = new Map<number, FilingDecision>();
  const unusedDecisions: FilingPlan['unusedDecisions'] = [];
  for (const one of given) {
    const row = rows.get(one.line);
    const why = !row
      ? 'unknownLine'
      : row.skip || decisions.has(one.line)
        ? 'notNeeded'
        : one.person !== undefined && !people.has(one.person)
          ? 'impossible'
          : null;
    if (why) unusedDecisions.push({ line: one.line, why });
    else decisions.set(one.line, one);
  }
  return { decisions, unusedDecisions };
}

function held(row: PlannedRow, reason: RowReason): PlannedRow {
  return { ...row, outcome: 'held', reason };
}
