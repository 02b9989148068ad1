import { coarseMark } from '../../shared/rules/attendance.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import { MARKS } from '../../shared/vocabulary/words.ts';
import { pseudonym } from '../bundle/keys.ts';
import type { Table, Tables } from '../bundle/tables.ts';
import { type ActionRecord, changedActions } from '../registers/actions/actions-exchange.ts';
import { changedCampaign } from '../registers/campaign/campaign-exchange.ts';
import { changedMoves } from '../registers/moves-exchange.ts';
import { changedPeriods, type PeriodRecord } from '../registers/periods/periods-exchange.ts';
import {
  changedMemberships,
  changedUnits,
  everybody,
  type PersonRecord,
  type Purpose,
} from '../registers/personnel/personnel-exchange.ts';
import { changedItems } from '../registers/rectification/rectification-exchange.ts';
import { changedFilings, changedRounds } from '../registers/self-inspection/self-inspection-exchange.ts';
import { changedAttendance, changedSessions } from '../registers/study/study-exchange.ts';
import { changedCounters, changedInstitutions } from '../registers/supporting/supporting-exchange.ts';
import type { Readable } from '../store/handles.ts';
import { rankedRows } from '../store/received-rows.ts';
import { packColumns, packRows } from './columns.ts';
import { gatherEvaluations } from './evaluation-rows.ts';
import { changedOutcomes } from './feedback-sql.ts';
import { type RankedList, rankedList } from './ranks.ts';
import {
  actionColumns,
  actionMoveColumns,
  attendanceColumns,
  campaignColumns,
  counterColumns,
  evaluationMoveColumns,
  feedbackOutcomeColumns,
  filingColumns,
  institutionColumns,
  itemColumns,
  itemMoveColumns,
  membershipColumns,
  periodColumns,
  pseudonymColumns,
  rankCheckColumns,
  roundColumns,
  sessionColumns,
  sessionMoveColumns,
  unitColumns,
} from './report-tables.ts';
import { byCounter } from './row-order.ts';

export interface ReportScope {
  /** Surrogate of the own office. */
  readonly office: number;
  /** Surrogate of the recipient: only its own feedback is answered. */
  readonly recipient: number;
  /** Rows touched after this revision leave; 0 for all. */
  readonly after: number;
  readonly pseudonymKey: Uint8Array;
  /** The period that the report speaks of, which the books note with the bundle. */
  readonly stated?: PeriodRecord | undefined;
}

/**
 * Everything that leaves for the parent office, as tables: pseudonyms, coarse marks, items in full. A table
 * without rows stays at home: in a bundle of one session the names of its columns would be a sixth of the file.
 */
export function gatherReport(db: Readable, scope: ReportScope): Tables {
  const { office, after } = scope;
  const units = rankedList('unit', rankedRows(db, 'unit', office));
  const sessions = rankedList('session', rankedRows(db, 'study_session', office));
  const rounds = rankedList('round', rankedRows(db, 'inspection_round', office));
  const people = pseudonyms(db, scope, 'attendance');
  const filers = pseudonyms(db, scope, 'selfInspection');
  const tables: [string, Table][] = [
    ['campaign', packRows(campaignColumns, changedCampaign(db, office, after))],
    ['unit', packRows(unitColumns, changedUnits(db, office, after))],
    ['person', people.table],
    ['membership', memberships(db, scope, people.ranks, units)],
    ['session', packRows(sessionColumns, changedSessions(db, office, after))],
    ['sessionMove', packRows(sessionMoveColumns, changedMoves(db, office, 'study_session', after))],
    ['attendance', attendance(db, scope, { units, sessions, people: people.ranks })],
    ['round', packRows(roundColumns, changedRounds(db, office, after))],
    ['filer', filers.table],
    ['filerMembership', memberships(db, scope, filers.ranks, units)],
    ['filing', filings(db, scope, { units, rounds, people: filers.ranks })],
    ['item', items(db, scope, units)],
    ['itemMove', packRows(itemMoveColumns, changedMoves(db, office, 'rectification_item', after))],
    ['institution', institutions(db, scope, units)],
    ['counter', counters(db, scope, units)],
    ['action', packRows(actionColumns, actions(db, scope, units))],
    ['actionMove', packRows(actionMoveColumns, changedMoves(db, office, 'action_instance', after))],
    ...gatherEvaluations(db, scope),
    ['evaluationMove', packRows(evaluationMoveColumns, changedMoves(db, office, 'evaluation', after))],
    ['period', packRows(periodColumns, periods(db, scope))],
    ['feedbackOutcome', packRows(feedbackOutcomeColumns, changedOutcomes(db, scope.recipient, after))],
    [
      'rankCheck',
      packRows(
        rankCheckColumns,
        [units, people.ranks, sessions, rounds, filers.ranks].map(({ check }) => check),
      ),
    ],
  ];
  return new Map(tables.filter(([, { rows }]) => rows > 0));
}

/** The office's people under the pseudonyms of one purpose: those touched leave, all of them are ranked. */
function pseudonyms(db: Readable, scope: ReportScope, purpose: Purpose) {
  const people = everybody(db, scope.office)
    .map((person): PersonRecord => ({ ...person, id: pseudonym(scope.pseudonymKey, purpose, person.id) }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const touched = people.filter(({ rev }) => rev > scope.after);
  const list = purpose === 'attendance' ? 'person' : 'filer';
  return { table: packRows(pseudonymColumns, touched), ranks: rankedList(list, people) };
}

function memberships(db: Readable, scope: ReportScope, people: RankedList, units: RankedList): Table {
  const rows = changedMemberships(db, scope.office, scope.after)
    .map((row) => ({ ...row, person: people.rankOf(row.person), unit: units.rankOf(row.unit) }))
    .sort((one, other) => one.person - other.person || (one.from < other.from ? -1 : 1));
  return packRows(membershipColumns, rows);
}

const COARSE = MARKS.map((mark) => MARKS.indexOf(coarseMark(mark)));

/** Column by column: at 600,000 rows an object for each would take most of the time and memory. */
function attendance(
  db: Readable,
  scope: ReportScope,
  ranks: { units: RankedList; sessions: RankedList; people: RankedList },
): Table {
  const session: number[] = [];
  const person: number[] = [];
  const unit: number[] = [];
  const mark: number[] = [];
  const makeup: number[] = [];
  const makeupOn: (CalendarDate | null)[] = [];
  const deleted: number[] = [];
  let list: RankedPeople | undefined;
  for (const block of changedAttendance(db, scope.office, scope.after)) {
    const rank = ranks.sessions.rankOf(block.session);
    list = list && sameNumbers(list.people, block.person) ? list : placesByRank(block.person, ranks.people);
    for (const at of list.places) {
      session.push(rank);
      person.push(list.ranks[at] ?? 0);
      unit.push(ranks.units.rankOf(block.unit[at] ?? 0));
      mark.push(COARSE[block.mark[at] ?? 0] ?? 0);
      makeup.push(block.makeup[at] ?? 0);
      makeupOn.push(block.makeupOn[at] ?? null);
      deleted.push(block.deleted[at] ?? 0);
    }
  }
  return packColumns(attendanceColumns, { session, person, unit, mark, makeup, makeupOn, deleted });
}

/** A session's list of people with their ranks, and its places in the order of those. */
interface RankedPeople {
  readonly people: readonly number[];
  readonly ranks: readonly number[];
  readonly places: readonly number[];
}

/** Sorted as plain numbers, rank and place in one, which takes no comparing function. */
function placesByRank(people: readonly number[], list: RankedList): RankedPeople {
  const ranks = people.map(list.rankOf);
  const keys = Float64Array.from(ranks, (rank, place) => rank * ranks.length + place).sort();
  return { people, ranks, places: Array.from(keys, (key) => key % ranks.length) };
}

/** Most sessions expect the same people: their order is worked out once. */
function sameNumbers(some: readonly number[], others: readonly number[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}

function filings(
  db: Readable,
  scope: ReportScope,
  ranks: { units: RankedList; rounds: RankedList; people: RankedList },
): Table {
  const rows = changedFilings(db, scope.office, scope.after)
    .map((row) => ({
      ...row,
      round: ranks.rounds.rankOf(row.round),
      person: ranks.people.rankOf(row.person),
      unit: ranks.units.rankOf(row.unit),
    }))
    .sort((one, other) => one.round - other.round || one.person - other.person);
  return packRows(filingColumns, rows);
}

function periods(db: Readable, { office, after, stated }: ReportScope): PeriodRecord[] {
  const rows = changedPeriods(db, office, after).filter(({ id }) => id !== stated?.id);
  const all = stated ? [...rows, stated] : rows;
  return all.sort((one, other) => (one.id < other.id ? -1 : 1));
}

function actions(db: Readable, scope: ReportScope, units: RankedList): ActionRecord[] {
  const rows = changedActions(db, scope.office, scope.after);
  return rows.map((row) => ({ ...row, unit: row.unit === null ? null : units.rankOf(row.unit) }));
}

function items(db: Readable, scope: ReportScope, units: RankedList): Table {
  const rows = changedItems(db, scope.office, scope.after);
  return packRows(
    itemColumns,
    rows.map((row) => ({ ...row, unit: row.unit === null ? null : units.rankOf(row.unit) })),
  );
}

function institutions(db: Readable, scope: ReportScope, units: RankedList): Table {
  const rows = changedInstitutions(db, scope.office, scope.after);
  return packRows(
    institutionColumns,
    rows.map((row) => ({ ...row, unit: row.unit === null ? null : units.rankOf(row.unit) })),
  );
}

function counters(db: Readable, scope: ReportScope, units: RankedList): Table {
  const rows = changedCounters(db, scope.office, scope.after)
    .map((row) => ({ ...row, unit: units.rankOf(row.unit) }))
    .sort((one, other) => (byCounter(one, other) ? -1 : 1));
  return packRows(counterColumns, rows);
}
