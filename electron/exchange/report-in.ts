import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { Table, Tables } from '../bundle/tables.ts';
import { type MoveRecord, putMove, type TravellingRegister } from '../registers/moves-exchange.ts';
import {
  type Purpose,
  putMemberships,
  putPseudonym,
  putUnits,
  rankedPseudonyms,
} from '../registers/personnel/personnel-exchange.ts';
import { putItem } from '../registers/rectification/rectification-exchange.ts';
import { putFiling, putRound } from '../registers/self-inspection/self-inspection-exchange.ts';
import { type AttendanceFates, putAttendance, putSession } from '../registers/study/study-exchange.ts';
import { rebuildSummary } from '../registers/study/study-summary.ts';
import type { Write } from '../store/handles.ts';
import { type RowFate, rankedRows } from '../store/received-rows.ts';
import { type Columns, unpackColumns, unpackRows } from './columns.ts';
import { putOutcome } from './feedback-sql.ts';
import { compareRanks, type RankedList, rankedList } from './ranks.ts';
import {
  attendanceColumns,
  feedbackOutcomeColumns,
  filingColumns,
  itemColumns,
  membershipColumns,
  moveColumns,
  type PseudonymRow,
  pseudonymColumns,
  rankCheckColumns,
  roundColumns,
  sessionColumns,
  unitColumns,
} from './report-tables.ts';

export interface ArrivalCounts extends AttendanceFates {
  /** Rows of registers this version does not know: kept as they came. */
  readonly withheld: number;
}

/** Whose report it is and up to which of its revisions it reaches. */
export interface Arrival {
  readonly office: number;
  readonly headRev: number;
  readonly tables: Tables;
}

const KNOWN = new Set(
  'unit person membership session sessionMove attendance round filer filerMembership filing item itemMove feedbackOutcome rankCheck'.split(
    ' ',
  ),
);

/** Registers of the bundle that this version does not know. */
export function unknownTables(tables: Tables): [string, Table][] {
  return [...tables].filter(([name]) => !KNOWN.has(name));
}

/**
 * Puts a report's rows into the books of its office, inside the caller's transaction.
 * @throws Refusal `bundle_row_invalid`, `bundle_newer_register`, `bundle_base_mismatch`: nothing may stay then
 */
export function applyReport(write: Write, arrival: Arrival): ArrivalCounts {
  const { office, headRev, tables } = arrival;
  const fates: RowFate[] = [];
  const rows = <Row extends object>(columns: Columns<Row>, name: string): Row[] =>
    tables.has(name) ? unpackRows(columns, name, tableOf(tables, name)) : [];

  fates.push(...putUnits(write, office, headRev, rows(unitColumns, 'unit')));
  for (const round of rows(roundColumns, 'round')) fates.push(putRound(write, office, headRev, round));
  for (const session of rows(sessionColumns, 'session')) fates.push(putSession(write, office, session));
  const people = putPeople(write, arrival, 'attendance', rows(pseudonymColumns, 'person'), fates);
  const filers = putPeople(write, arrival, 'selfInspection', rows(pseudonymColumns, 'filer'), fates);
  const units = rankedList('unit', rankedRows(write, 'unit', office));
  const sessions = rankedList('session', rankedRows(write, 'study_session', office));
  const rounds = rankedList('round', rankedRows(write, 'inspection_round', office));
  compareRanks(rows(rankCheckColumns, 'rankCheck'), [units, people.ranks, sessions, rounds, filers.ranks]);

  for (const [name, list] of [
    ['membership', people],
    ['filerMembership', filers],
  ] as const) {
    const memberships = rows(membershipColumns, name).map((row) => ({
      ...row,
      person: list.ranks.pkAt(row.person),
      unit: units.pkAt(row.unit),
    }));
    fates.push(...putMemberships(write, office, headRev, list.touched, memberships));
  }
  for (const row of rows(filingColumns, 'filing')) {
    const person = filers.ranks.pkAt(row.person);
    const filing = { ...row, person, round: rounds.pkAt(row.round), unit: units.pkAt(row.unit) };
    fates.push(putFiling(write, office, headRev, filing));
  }
  for (const row of rows(itemColumns, 'item')) {
    fates.push(putItem(write, office, { ...row, unit: row.unit === null ? null : units.pkAt(row.unit) }));
  }
  putMoves(write, office, 'study_session', rows(moveColumns, 'sessionMove'), fates);
  putMoves(write, office, 'rectification_item', rows(moveColumns, 'itemMove'), fates);
  for (const row of rows(feedbackOutcomeColumns, 'feedbackOutcome'))
    fates.push(putOutcome(write, office, row));

  const attended = applyAttendance(write, arrival, { units, sessions, people: people.ranks });
  return added(fates, attended, withheld(tables));
}

function putPeople(
  write: Write,
  { office, headRev }: Arrival,
  purpose: Purpose,
  rows: readonly PseudonymRow[],
  fates: RowFate[],
): { ranks: RankedList; touched: number[] } {
  for (const row of rows) fates.push(putPseudonym(write, office, purpose, row, headRev));
  const ranked = rankedPseudonyms(write, office, purpose);
  const ids = new Set(rows.map(({ id }) => id));
  return {
    ranks: rankedList(purpose === 'attendance' ? 'person' : 'filer', ranked),
    touched: ranked.filter(({ id }) => ids.has(id)).map(({ pk }) => pk),
  };
}

function putMoves(
  write: Write,
  office: number,
  register: TravellingRegister,
  moves: readonly MoveRecord[],
  fates: RowFate[],
): void {
  for (const move of moves) {
    const fate = putMove(write, office, register, move);
    ensure(fate, 'bundle_row_invalid', { register, column: 'subject' });
    fates.push(fate);
  }
}

function applyAttendance(
  write: Write,
  { office, headRev, tables }: Arrival,
  ranks: { units: RankedList; sessions: RankedList; people: RankedList },
): AttendanceFates {
  const table = tables.get('attendance');
  if (!table) return { added: 0, changed: 0, unchanged: 0 };
  const rows = unpackColumns(attendanceColumns, 'attendance', table);
  const session = rows.session.map(ranks.sessions.pkAt);
  const person = rows.person.map(ranks.people.pkAt);
  const unit = rows.unit.map(ranks.units.pkAt);
  const fates = putAttendance(write, office, headRev, { ...rows, session, person, unit });
  rebuildSummary(write, office, [...new Set(session)]);
  return fates;
}

function withheld(tables: Tables): number {
  return unknownTables(tables).reduce((sum, [, table]) => sum + table.rows, 0);
}

function added(fates: readonly RowFate[], attended: AttendanceFates, withheldRows: number): ArrivalCounts {
  const count = (fate: RowFate) => fates.filter((one) => one === fate).length;
  return {
    added: count('added') + attended.added,
    changed: count('changed') + attended.changed,
    unchanged: count('unchanged') + attended.unchanged,
    withheld: withheldRows,
  };
}

function tableOf(tables: Tables, name: string): Table {
  return tables.get(name) ?? { rows: 0, columns: new Map() };
}
