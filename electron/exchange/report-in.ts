import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { Tables } from '../bundle/tables.ts';
import { putAction } from '../registers/actions/actions-exchange.ts';
import { isAnotherCampaign, putCampaign } from '../registers/campaign/campaign-exchange.ts';
import { type MoveRecord, putMove, type TravellingRegister } from '../registers/moves-exchange.ts';
import { putPeriod } from '../registers/periods/periods-exchange.ts';
import {
  type Purpose,
  putMemberships,
  putPseudonym,
  putUnits,
  rankedPseudonyms,
} from '../registers/personnel/personnel-exchange.ts';
import { putItem } from '../registers/rectification/rectification-exchange.ts';
import { keyOfFiling, putFiling, putRound } from '../registers/self-inspection/self-inspection-exchange.ts';
import {
  type AttendanceColumns,
  type AttendanceFates,
  putAttendance,
  putSession,
} from '../registers/study/study-exchange.ts';
import { keyOfCounter, putCounter, putInstitution } from '../registers/supporting/supporting-exchange.ts';
import type { Readable, Write } from '../store/handles.ts';
import { type RowFate, rankedRows } from '../store/received-rows.ts';
import { type Columns, unpackColumns, unpackRows } from './columns.ts';
import { applyEvaluations } from './evaluation-rows.ts';
import { takeBackWords } from './feedback-echo-in.ts';
import { FEEDBACK_ECHO, feedbackEchoColumns } from './feedback-echo-tables.ts';
import { putOutcome } from './feedback-sql.ts';
import { refuseOtherHistory } from './other-history.ts';
import { compareRanks, type RankedList, rankedList } from './ranks.ts';
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
  type PseudonymRow,
  periodColumns,
  pseudonymColumns,
  rankCheckColumns,
  roundColumns,
  sessionColumns,
  sessionMoveColumns,
  unitColumns,
} from './report-tables.ts';
import {
  type Before,
  byBundle,
  byCounter,
  byFiling,
  byId,
  byMembership,
  byVersion,
  inOrder,
  pairsInOrder,
} from './row-order.ts';

/** Whose report it is and which of its revisions it brings: those after `baseRev`, up to `headRev`. */
export interface Arrival {
  readonly office: number;
  readonly baseRev: number;
  readonly headRev: number;
  /**
   * The rev that rows without one of their own get when they change: the least that it can have been. In one history
   * nothing that is new here was touched before the base, nor before the head that was applied last.
   */
  readonly stamp: number;
  readonly tables: Tables;
}

/** The tables of a report, by name. */
export const REPORT_TABLES: ReadonlySet<string> = new Set([
  'campaign',
  'unit',
  'person',
  'membership',
  'session',
  'sessionMove',
  'attendance',
  'round',
  'filer',
  'filerMembership',
  'filing',
  'item',
  'itemMove',
  'action',
  'actionMove',
  'institution',
  'counter',
  'evaluation',
  'evaluationLine',
  'evaluationOrder',
  'evaluationMove',
  'orderAnswer',
  'weeklyReport',
  'period',
  'feedbackOutcome',
  FEEDBACK_ECHO,
  'rankCheck',
]);

/**
 * Puts a report's rows into the books of its office, inside the caller's transaction.
 * @throws Refusal `bundle_row_invalid`, `bundle_newer_register`, `bundle_base_mismatch`: nothing may stay then
 */
export function applyReport(write: Write, arrival: Arrival): AttendanceFates & { regained: number } {
  const { office, headRev, stamp, tables } = arrival;
  const fates: RowFate[] = [];
  const rows = <Row extends object>(columns: Columns<Row>, name: string, before?: Before<Row>) =>
    rowsOf(tables, columns, name, before);

  fates.push(...putCampaign(write, office, stamp, rows(campaignColumns, 'campaign', byVersion)));
  fates.push(...putUnits(write, office, stamp, rows(unitColumns, 'unit', byId)));
  for (const round of rows(roundColumns, 'round', byId)) fates.push(putRound(write, office, stamp, round));
  const taught = within(arrival, 'session', rows(sessionColumns, 'session', byId));
  for (const session of taught) fates.push(putSession(write, office, session));
  const people = putPeople(write, arrival, 'attendance', rows(pseudonymColumns, 'person', byId), fates);
  const filers = putPeople(write, arrival, 'selfInspection', rows(pseudonymColumns, 'filer', byId), fates);
  const units = rankedList('unit', rankedRows(write, 'unit', office));
  const sessions = rankedList('session', rankedRows(write, 'study_session', office));
  const rounds = rankedList('round', rankedRows(write, 'inspection_round', office));
  compareRanks(rows(rankCheckColumns, 'rankCheck'), [units, people.ranks, sessions, rounds, filers.ranks]);

  fates.push(...putBelonging(write, arrival, 'membership', people, units));
  fates.push(...putBelonging(write, arrival, 'filerMembership', filers, units));
  const filed = rows(filingColumns, 'filing', byFiling).map((row) => {
    const person = filers.ranks.pkAt(row.person);
    return { ...row, person, round: rounds.pkAt(row.round), unit: units.pkAt(row.unit) };
  });
  for (const filing of filed) fates.push(putFiling(write, office, stamp, filing));
  for (const row of within(arrival, 'item', rows(itemColumns, 'item', byId))) {
    fates.push(putItem(write, office, { ...row, unit: row.unit === null ? null : units.pkAt(row.unit) }));
  }
  for (const row of within(arrival, 'action', rows(actionColumns, 'action', byId))) {
    fates.push(putAction(write, office, { ...row, unit: row.unit === null ? null : units.pkAt(row.unit) }));
  }
  const sessionMoves = rows(sessionMoveColumns, 'sessionMove').map(withoutReason);
  putMoves(write, arrival, 'study_session', sessionMoves, fates);
  putMoves(write, arrival, 'rectification_item', rows(itemMoveColumns, 'itemMove'), fates);
  putMoves(write, arrival, 'action_instance', rows(actionMoveColumns, 'actionMove'), fates);
  for (const row of rows(institutionColumns, 'institution', byId)) {
    const unit = row.unit === null ? null : units.pkAt(row.unit);
    fates.push(putInstitution(write, office, stamp, { ...row, unit }));
  }
  const counted = rows(counterColumns, 'counter', byCounter).map((row) => ({
    ...row,
    unit: units.pkAt(row.unit),
  }));
  for (const counter of counted) fates.push(putCounter(write, office, stamp, counter));
  // before what the office says of the group's words: outcomes and answers are of rows that may come back here
  const back = takeBackWords(write, office, rows(feedbackEchoColumns, FEEDBACK_ECHO, byBundle));
  fates.push(...back.fates);
  fates.push(...applyEvaluations(write, arrival, rows));
  putMoves(write, arrival, 'evaluation', rows(evaluationMoveColumns, 'evaluationMove'), fates);
  for (const [index, row] of rows(periodColumns, 'period', byId).entries()) {
    const fits = row.from === null || row.from <= row.until;
    ensure(fits, 'bundle_row_invalid', { register: 'period', column: 'from', row: index + 1 });
    fates.push(putPeriod(write, office, stamp, row));
  }
  for (const row of rows(feedbackOutcomeColumns, 'feedbackOutcome', byId))
    fates.push(putOutcome(write, office, row));

  const attendance = attendanceIn(tables, { units, sessions, people: people.ranks });
  const attended = attendance ? putAttendance(write, office, headRev, attendance) : NOBODY;
  refuseOtherHistory(write, arrival, {
    membership: [...people.touched, ...filers.touched],
    filing: filed.map(keyOfFiling),
    counter: counted.map(keyOfCounter),
  });
  return { ...added(fates, attended), regained: back.regained };
}

/** Whether a report speaks of another campaign than the books that its office has here. */
export function bringsAnotherCampaign(
  db: Readable,
  { office, tables }: Pick<Arrival, 'office' | 'tables'>,
): boolean {
  return isAnotherCampaign(db, office, rowsOf(tables, campaignColumns, 'campaign', byVersion));
}

function rowsOf<Row extends object>(
  tables: Tables,
  columns: Columns<Row>,
  name: string,
  before: Before<Row> = () => true,
): readonly Row[] {
  const table = tables.get(name);
  return table ? inOrder(name, unpackRows(columns, name, table), before) : [];
}

/** A row that says when it was touched was touched after the base and by the head, or it is not of this bundle. */
function within<Row extends { readonly rev: number }>(
  { baseRev, headRev }: Arrival,
  register: string,
  rows: readonly Row[],
): readonly Row[] {
  for (const [index, { rev }] of rows.entries()) {
    const fits = rev > baseRev && rev <= headRev;
    ensure(fits, 'bundle_row_invalid', { register, column: 'rev', row: index + 1 });
  }
  return rows;
}

const withoutReason = (move: Omit<MoveRecord, 'reason' | 'detail'>): MoveRecord => ({
  ...move,
  reason: null,
  detail: null,
});

function putBelonging(
  write: Write,
  { office, stamp, tables }: Arrival,
  name: string,
  people: ArrivedPeople,
  units: RankedList,
): RowFate[] {
  const memberships = rowsOf(tables, membershipColumns, name, byMembership).map((row) => {
    ensure(row.until === null || row.until > row.from, 'bundle_row_invalid', { register: name });
    return { ...row, person: touchedAt(people, name, row.person), unit: units.pkAt(row.unit) };
  });
  return putMemberships(write, office, stamp, people.touched, memberships);
}

/** Somebody's memberships come whole, and with the person. */
function touchedAt(list: ArrivedPeople, register: string, rank: number): number {
  const pk = list.ranks.pkAt(rank);
  ensure(list.touched.has(pk), 'bundle_row_invalid', { register, column: 'person' });
  return pk;
}

interface ArrivedPeople {
  readonly ranks: RankedList;
  /** Surrogates of those whom the bundle brings. */
  readonly touched: ReadonlySet<number>;
}

function putPeople(
  write: Write,
  { office, stamp }: Arrival,
  purpose: Purpose,
  rows: readonly PseudonymRow[],
  fates: RowFate[],
): ArrivedPeople {
  for (const row of rows) fates.push(putPseudonym(write, office, purpose, row, stamp));
  const ranked = rankedPseudonyms(write, office, purpose);
  const ids = new Set(rows.map(({ id }) => id));
  return {
    ranks: rankedList(purpose === 'attendance' ? 'person' : 'filer', ranked),
    touched: new Set(ranked.filter(({ id }) => ids.has(id)).map(({ pk }) => pk)),
  };
}

function putMoves(
  write: Write,
  arrival: Arrival,
  register: TravellingRegister,
  moves: readonly MoveRecord[],
  fates: RowFate[],
): void {
  const once = new Set(moves.map(({ id }) => id)).size === moves.length;
  ensure(once, 'bundle_row_invalid', { register, column: 'id' });
  for (const move of within(arrival, register, moves)) {
    const fate = putMove(write, arrival.office, register, move);
    ensure(fate, 'bundle_row_invalid', { register, column: 'subject' });
    fates.push(fate);
  }
}

const NOBODY: AttendanceFates = { added: 0, changed: 0, unchanged: 0 };

function attendanceIn(
  tables: Tables,
  ranks: { units: RankedList; sessions: RankedList; people: RankedList },
): AttendanceColumns | undefined {
  const table = tables.get('attendance');
  if (!table) return undefined;
  const columns = unpackColumns(attendanceColumns, 'attendance', table);
  pairsInOrder('attendance', columns.session, columns.person);
  const session = placesIn(ranks.sessions, columns.session);
  const person = placesIn(ranks.people, columns.person);
  const unit = placesIn(ranks.units, columns.unit);
  return { ...columns, session, person, unit };
}

/** @returns surrogates */
function placesIn({ pkAt }: RankedList, ranks: ArrayLike<number>): Int32Array {
  const places = new Int32Array(ranks.length);
  for (let at = 0; at < ranks.length; at += 1) places[at] = pkAt(ranks[at] ?? 0);
  return places;
}

function added(fates: readonly RowFate[], attended: AttendanceFates): AttendanceFates {
  const count = (fate: RowFate) => fates.filter((one) => one === fate).length;
  return {
    added: count('added') + attended.added,
    changed: count('changed') + attended.changed,
    unchanged: count('unchanged') + attended.unchanged,
  };
}
