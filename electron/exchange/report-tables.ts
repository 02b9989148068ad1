import {
  DECLARATIONS,
  FILING_STATES,
  ITEM_SOURCES,
  ITEM_STATES,
  ORGAN_KINDS,
  SESSION_FORMS,
  SESSION_STATES,
} from '../../shared/vocabulary/words.ts';
import type { MoveRecord } from '../registers/moves-exchange.ts';
import type { MembershipRecord, UnitRecord } from '../registers/personnel/personnel-exchange.ts';
import type { ItemRecord } from '../registers/rectification/rectification-exchange.ts';
import type { FilingRecord, RoundRecord } from '../registers/self-inspection/self-inspection-exchange.ts';
import type { AttendanceRecord, SessionRecord } from '../registers/study/study-exchange.ts';
import { type Columns, day, flag, integer, nullable, oneOf, revision, text } from './columns.ts';

/**
 * The tables of a report, in the order in which they are applied; SPEC.md beside this file says what each
 * means. A column named after another table holds ranks: places in that table's rows, all of them ever
 * sent, sorted by id. What is not listed here does not leave the office.
 */
const rank = integer(0, 10_000_000);

export const unitColumns: Columns<UnitRecord> = {
  id: text(64),
  parent: nullable(text(64)),
  name: text(100),
  kind: nullable(oneOf(ORGAN_KINDS)),
  orderNumber: integer(-1_000_000, 1_000_000),
  closedOn: nullable(day),
  deleted: flag,
};

export interface PseudonymRow {
  readonly id: string;
  readonly deleted: number;
}

/** Of `person` (attendance) and of `filer` (self-inspection): two lists that cannot be joined. */
export const pseudonymColumns: Columns<PseudonymRow> = { id: text(32), deleted: flag };

/** Of `membership` and `filerMembership`. */
export const membershipColumns: Columns<MembershipRecord> = {
  person: rank,
  unit: rank,
  from: day,
  until: nullable(day),
};

export const sessionColumns: Columns<SessionRecord> = {
  id: text(64),
  title: text(100),
  phase: nullable(text(64)),
  types: text(400),
  typeMask: integer(0, 127),
  form: nullable(oneOf(SESSION_FORMS)),
  action: nullable(text(64)),
  day: nullable(day),
  startsAt: nullable(text(5)),
  endsAt: nullable(text(5)),
  venues: text(3000),
  batch: nullable(text(100)),
  mandatory: flag,
  materialNumber: nullable(text(100)),
  state: oneOf(SESSION_STATES),
  rev: revision,
  deleted: flag,
};

/** Marks are coarse: 0 未, 1 到, 8 缺, 9 免, 10 假. */
export const attendanceColumns: Columns<AttendanceRecord> = {
  session: rank,
  person: rank,
  unit: rank,
  mark: integer(0, 10),
  makeup: integer(0, 4),
  makeupOn: nullable(day),
  deleted: flag,
};

export const roundColumns: Columns<RoundRecord> = {
  id: text(64),
  number: integer(0, 10_000),
  name: text(100),
  beginsOn: day,
  endsOn: day,
  deleted: flag,
};

export const filingColumns: Columns<FilingRecord> = {
  round: rank,
  person: rank,
  unit: rank,
  filedOn: day,
  declared: oneOf(DECLARATIONS),
  state: oneOf(FILING_STATES),
  deleted: flag,
};

export const itemColumns: Columns<ItemRecord> = {
  id: text(64),
  numberYear: nullable(integer(1900, 2199)),
  number: nullable(integer(1, 1_000_000)),
  source: oneOf(ITEM_SOURCES),
  category: nullable(text(200)),
  problem: text(1000),
  measures: nullable(text(1000)),
  unit: nullable(rank),
  leader: nullable(text(100)),
  owner: nullable(text(100)),
  dueOn: nullable(day),
  extendedDueOn: nullable(day),
  evidenceNumber: nullable(text(100)),
  appliedOn: nullable(day),
  closedOn: nullable(day),
  timesReworked: integer(0, 10_000),
  repeats: nullable(text(64)),
  mergedInto: nullable(text(64)),
  feedback: nullable(text(64)),
  state: oneOf(ITEM_STATES),
  rev: revision,
  deleted: flag,
};

/** Of `sessionMove` and `itemMove`; the reason and detail of a session's moves stay at home. */
export const moveColumns: Columns<MoveRecord> = {
  id: text(64),
  subject: text(64),
  move: text(40),
  from: nullable(text(40)),
  to: text(40),
  on: day,
  reason: nullable(text(1000)),
  detail: nullable(text(2000)),
  rev: revision,
  deleted: flag,
};

export interface FeedbackOutcomeRow {
  readonly id: string;
  readonly state: 'applied' | 'notApplicable';
  readonly outcome: string | null;
}

/** What became of the group's feedback rows here. */
export const feedbackOutcomeColumns: Columns<FeedbackOutcomeRow> = {
  id: text(64),
  state: oneOf(['applied', 'notApplicable'] as const),
  outcome: nullable(text(64)),
};

export interface RankCheckRow {
  readonly list: string;
  readonly rows: number;
  readonly digest: string;
}

/** How many rows each ranked list has, and the digest of its ids: sender and recipient count the same places. */
export const rankCheckColumns: Columns<RankCheckRow> = {
  list: text(40),
  rows: rank,
  digest: text(64),
};
