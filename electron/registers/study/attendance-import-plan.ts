/**
 * What importing a sign-in sheet would do, decided row by row against the session's list as it stands. Pure;
 * nothing is guessed (a doubtful row is held) and no row is lost.
 */
import { markRefusal, needsReason } from '../../../shared/rules/attendance.ts';
import type { DecisionFault, RowOutcome, RowReason } from '../../../shared/vocabulary/import-outcomes.ts';
import type { AccountRole, Mark, SessionState } from '../../../shared/vocabulary/words.ts';
import {
  type ExpectedList,
  type ExpectedPerson,
  findExpected,
  indexByName,
  type NameIndex,
} from './attendance-import-matching.ts';
import { type Meaning, type Meanings, meaningOf } from './attendance-import-meaning.ts';
import type { SignInRow } from './attendance-import-rows.ts';

/** The contract's longest short text. */
const MOST_CHARACTERS = 100;

export interface RowDecision {
  readonly line: number;
  readonly block: number;
  readonly person?: string | undefined;
  readonly mark?: Mark | undefined;
  /** Undefined: as the sheet says. */
  readonly reason?: string | null | undefined;
  readonly skip?: true | undefined;
}

export interface PlanOptions {
  readonly meanings: Meanings;
  readonly decisions: readonly RowDecision[];
  readonly state: SessionState;
  readonly roles: readonly AccountRole[];
}

export interface MarkAndReason {
  readonly mark: Mark;
  readonly reason: string | null;
}

export interface PlannedRow {
  readonly row: SignInRow;
  readonly outcome: RowOutcome;
  readonly reason: RowReason | null;
  readonly person: ExpectedPerson | null;
  readonly candidates: readonly ExpectedPerson[];
  /** Null for a row that is no entry. */
  readonly meaning: Meaning | null;
  readonly after: MarkAndReason | null;
}

export interface AttendancePlan {
  /** In the order of the file. */
  readonly rows: readonly PlannedRow[];
  readonly unusedDecisions: readonly {
    readonly line: number;
    readonly block: number;
    readonly why: DecisionFault;
  }[];
}

export function planAttendance(
  sheet: readonly SignInRow[],
  list: ExpectedList,
  options: PlanOptions,
): AttendancePlan {
  const { decisions, unusedDecisions } = fittingDecisions(sheet, list, options.decisions);
  const byName = indexByName(list);
  const people = new Map(list.people.map((person) => [person.id, person]));
  const settled = sheet.map((row) => {
    const decision = decisions.get(placeOf(row));
    if (row.skip || decision?.skip) return { ...base(row), ...skipped(row.skip ?? 'skippedByUser') };
    const meaning = decision?.mark ? decided(decision.mark) : meaningOf(row, options.meanings);
    const found = decision?.person ? { person: people.get(decision.person) } : lookedUp(row, list, byName);
    return entryOf(row, meaning, found, decision, options);
  });
  return { rows: withoutRepetitions(settled), unusedDecisions };
}

/** Outcomes of rows; they add up to the rows read. */
export function countOutcomes(rows: readonly PlannedRow[]): Record<RowOutcome, number> {
  const counts = { added: 0, changed: 0, unchanged: 0, held: 0, skipped: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

function lookedUp(row: SignInRow, list: ExpectedList, byName: NameIndex) {
  return row.hold ? { doubt: row.hold, candidates: [] } : findExpected(row, list, byName);
}

function entryOf(
  row: SignInRow,
  meaning: Meaning,
  found: { readonly person: ExpectedPerson | undefined } | ReturnType<typeof lookedUp>,
  decision: RowDecision | undefined,
  options: PlanOptions,
): PlannedRow {
  if ('doubt' in found) {
    return { ...base(row), ...held(found.doubt), meaning, candidates: found.candidates };
  }
  const person = found.person ?? null;
  const planned = { ...base(row), person, meaning };
  if (!person) return { ...planned, ...held('notExpected') };
  if ('unknown' in meaning) return { ...planned, ...held('unmappedMark') };
  if ('contradictory' in meaning) return { ...planned, ...held('contradictoryCells') };
  if ('blank' in meaning) return planned;
  return marked(planned, person, meaning.mark, decision, options);
}

/** Before 未登记: new; the same mark and reason: unchanged. */
function marked(
  planned: PlannedRow,
  person: ExpectedPerson,
  mark: Mark,
  decision: RowDecision | undefined,
  { state, roles }: PlanOptions,
): PlannedRow {
  const kept = person.mark === mark ? person.reason : null;
  const stated = decision?.reason === undefined ? statedReason(planned.row) : decision.reason;
  const reason = needsReason(mark) ? (stated ?? (decision?.reason === null ? null : kept)) : kept;
  if (reason && reason.length > MOST_CHARACTERS) return { ...planned, ...held('fieldTooLong') };
  if (person.mark === mark && person.reason === reason) return planned;
  if (markRefusal(state, mark, roles)) return { ...planned, ...held('needsReviewer') };
  const outcome = person.mark === 'unmarked' ? 'added' : 'changed';
  return { ...planned, outcome, after: { mark, reason } };
}

/** Of invisible characters alone no reason can be made. */
function statedReason({ remark }: SignInRow): string | null {
  return remark.key === '' ? null : remark.text;
}

/**
 * One person in several rows: rows that say the same are one, of which the first counts, blanks after any; rows
 * that say different things are all held.
 */
function withoutRepetitions(rows: readonly PlannedRow[]): PlannedRow[] {
  const changed = new Map<PlannedRow, PlannedRow>();
  const named = rows.filter(({ person }) => person !== null);
  for (const same of Map.groupBy(named, ({ person }) => person?.id).values()) {
    if (same.length === 1) continue;
    const speaking = same.filter(({ meaning }) => meaning !== null && !('blank' in meaning));
    const [counting] = speaking.length > 0 ? speaking : same;
    const isOne = new Set(speaking.map(statement)).size <= 1;
    for (const one of same) {
      if (!isOne && speaking.includes(one)) changed.set(one, { ...one, ...held('contradictoryRows') });
      else if (one !== counting) changed.set(one, { ...one, ...skipped('duplicateRow') });
    }
  }
  return rows.map((row) => changed.get(row) ?? row);
}

function statement({ meaning, row, after }: PlannedRow): string {
  if (!meaning || !('mark' in meaning)) return JSON.stringify(meaning);
  return `${meaning.mark} ${needsReason(meaning.mark) ? (after?.reason ?? row.remark.text) : ''}`;
}

function fittingDecisions(
  sheet: readonly SignInRow[],
  { people }: ExpectedList,
  given: readonly RowDecision[],
): Pick<AttendancePlan, 'unusedDecisions'> & { decisions: ReadonlyMap<string, RowDecision> } {
  const rows = new Map(sheet.map((row) => [placeOf(row), row]));
  const listed = new Set(people.map(({ id }) => id));
  const decisions = new Map<string, RowDecision>();
  const unusedDecisions: AttendancePlan['unusedDecisions'][number][] = [];
  for (const one of given) {
    const why = faultOf(one, rows.get(placeOf(one)), decisions, listed);
    if (why) unusedDecisions.push({ line: one.line, block: one.block, why });
    else decisions.set(placeOf(one), one);
  }
  return { decisions, unusedDecisions };
}

function faultOf(
  decision: RowDecision,
  row: SignInRow | undefined,
  taken: ReadonlyMap<string, RowDecision>,
  listed: ReadonlySet<string>,
): DecisionFault | null {
  if (!row) return 'unknownLine';
  if (row.skip || taken.has(placeOf(decision))) return 'notNeeded';
  return decision.person !== undefined && !listed.has(decision.person) ? 'impossible' : null;
}

function placeOf({ line, block }: Pick<SignInRow, 'line' | 'block'>): string {
  return `${line}.${block}`;
}

function decided(mark: Mark): Meaning {
  return mark === 'unmarked' ? { blank: true } : { mark };
}

function base(row: SignInRow): PlannedRow {
  return {
    row,
    outcome: 'unchanged',
    reason: null,
    person: null,
    candidates: [],
    meaning: null,
    after: null,
  };
}

function held(reason: RowReason) {
  return { outcome: 'held', reason, after: null } as const;
}

function skipped(reason: RowReason) {
  return { outcome: 'skipped', reason, after: null } as const;
}
