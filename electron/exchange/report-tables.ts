import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import { EVALUATION_MOVES, EVALUATION_STATES } from '../../shared/vocabulary/evaluation-words.ts';
import {
  ACTION_MEETINGS,
  ACTION_MOVES,
  ACTION_ORIGINS,
  ACTION_STATES,
  COUNTER_KINDS,
  DECLARATIONS,
  EDUCATION_TYPES,
  FILING_STATES,
  INSTITUTION_KINDS,
  ITEM_MOVES,
  ITEM_SOURCES,
  ITEM_STATES,
  ORGAN_KINDS,
  SESSION_FORMS,
  SESSION_MOVES,
  SESSION_STATES,
} from '../../shared/vocabulary/words.ts';
import type { ActionRecord } from '../registers/actions/actions-exchange.ts';
import type { VersionRecord } from '../registers/campaign/campaign-exchange.ts';
import type { MoveRecord } from '../registers/moves-exchange.ts';
import type { PeriodRecord } from '../registers/periods/periods-exchange.ts';
import type { MembershipRecord, UnitRecord } from '../registers/personnel/personnel-exchange.ts';
import type { ItemRecord } from '../registers/rectification/rectification-exchange.ts';
import type { FilingRecord, RoundRecord } from '../registers/self-inspection/self-inspection-exchange.ts';
import type { AttendanceRecord, SessionRecord } from '../registers/study/study-exchange.ts';
import type { CounterRecord, InstitutionRecord } from '../registers/supporting/supporting-exchange.ts';
import { PART_LENGTH } from '../registers/text-parts.ts';
import {
  codeOf,
  month,
  moveDetail,
  pseudonymText,
  timeOfDay,
  uuid,
  uuidList,
  wordList,
  words,
} from './cell-kinds.ts';
import {
  type CellKind,
  type Columns,
  day,
  flag,
  integer,
  nullable,
  oneOf,
  optional,
  revision,
  text,
} from './columns.ts';

/**
 * The tables of a report, in the order in which they are applied; SPEC.md beside this file says what each
 * means. A column named after another table holds ranks: places in that table's rows, all of them ever
 * sent, sorted by id. What is not listed here does not leave the office.
 */
const place = integer(0, 10_000_000);
const rank: CellKind<number> = { ...place, holds: 'rank' };

export const campaignColumns: Columns<VersionRecord> = {
  id: uuid,
  campaign: uuid,
  number: integer(1, 10_000),
  from: day,
  part: integer(0, 1_000),
  content: text(PART_LENGTH),
};

export const unitColumns: Columns<UnitRecord> = {
  id: uuid,
  parent: nullable(uuid),
  // 100 characters as they were typed; normalising can make three of one
  name: words(300),
  kind: nullable(oneOf(ORGAN_KINDS)),
  orderNumber: integer(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  closedOn: nullable(day),
  deleted: flag,
};

export interface PseudonymRow {
  readonly id: string;
  readonly deleted: number;
}

/** Of `person` (attendance) and of `filer` (self-inspection): two lists that cannot be joined. */
export const pseudonymColumns: Columns<PseudonymRow> = { id: pseudonymText, deleted: flag };

/** Of `membership` and `filerMembership`. */
export const membershipColumns: Columns<MembershipRecord> = {
  person: rank,
  unit: rank,
  from: day,
  until: nullable(day),
};

export const sessionColumns: Columns<SessionRecord> = {
  id: uuid,
  title: words(100),
  phase: nullable(text(64)),
  typeMask: integer(0, 2 ** EDUCATION_TYPES.length - 1),
  form: nullable(oneOf(SESSION_FORMS)),
  action: nullable(text(64)),
  day: nullable(day),
  startsAt: nullable(timeOfDay),
  endsAt: nullable(timeOfDay),
  venues: wordList(20, 100),
  batch: nullable(words(100)),
  mandatory: flag,
  materialNumber: nullable(words(100)),
  state: oneOf(SESSION_STATES),
  rev: revision,
  deleted: flag,
};

/** Marks are coarse: 0 未, 1 到, 8 缺, 9 免, 10 假. */
export const attendanceColumns: Columns<AttendanceRecord> = {
  session: rank,
  person: rank,
  unit: rank,
  mark: codeOf(0, 1, 8, 9, 10),
  makeup: integer(0, 4),
  makeupOn: nullable(day),
  deleted: flag,
};

export const roundColumns: Columns<RoundRecord> = {
  id: uuid,
  number: integer(0, 10_000),
  name: words(100),
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
  id: uuid,
  numberYear: integer(1900, 2199),
  number: integer(1, Number.MAX_SAFE_INTEGER),
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
  repeats: nullable(uuid),
  mergedInto: nullable(uuid),
  feedback: nullable(uuid),
  state: oneOf(ITEM_STATES),
  rev: revision,
  deleted: flag,
};

const moveColumns = { id: uuid, subject: uuid, on: day, rev: revision, deleted: flag };

/** Why a session was sent back stays at home. */
export const sessionMoveColumns: Columns<Omit<MoveRecord, 'reason' | 'detail'>> = {
  ...moveColumns,
  move: oneOf(SESSION_MOVES),
  from: nullable(oneOf(SESSION_STATES)),
  to: oneOf(SESSION_STATES),
};

export const itemMoveColumns: Columns<MoveRecord> = {
  ...moveColumns,
  move: oneOf(ITEM_MOVES),
  from: nullable(oneOf(ITEM_STATES)),
  to: oneOf(ITEM_STATES),
  reason: nullable(text(1000)),
  detail: nullable(moveDetail),
};

export const institutionColumns: Columns<InstitutionRecord> = {
  id: uuid,
  kind: oneOf(INSTITUTION_KINDS),
  // 200 characters as they were typed; normalising can make three of one
  title: words(600),
  documentNumber: nullable(words(300)),
  on: day,
  unit: nullable(rank),
  deleted: flag,
};

export const counterColumns: Columns<CounterRecord> = {
  unit: rank,
  month,
  kind: oneOf(COUNTER_KINDS),
  count: integer(0, 1_000_000),
  deleted: flag,
};

/** An action of the campaign as it falls due; `definition` is the campaign's word. */
export const actionColumns: Columns<ActionRecord> = {
  id: uuid,
  definition: words(64),
  phase: words(64),
  origin: oneOf(ACTION_ORIGINS),
  meeting: nullable(oneOf(ACTION_MEETINGS)),
  name: words(200),
  ordinal: integer(0, 10_000),
  month: nullable(month),
  fromOn: day,
  dueOn: day,
  unit: nullable(rank),
  doneOn: nullable(day),
  evidenceNumber: nullable(words(100)),
  sessions: uuidList(200),
  note: nullable(words(200)),
  state: oneOf(ACTION_STATES),
  rev: revision,
  deleted: flag,
};

export const actionMoveColumns: Columns<MoveRecord> = {
  ...moveColumns,
  move: oneOf(ACTION_MOVES),
  from: nullable(oneOf(ACTION_STATES)),
  to: oneOf(ACTION_STATES),
  reason: nullable(text(1000)),
  detail: nullable(moveDetail),
};

export const evaluationMoveColumns: Columns<MoveRecord> = {
  ...moveColumns,
  move: oneOf(EVALUATION_MOVES),
  from: nullable(oneOf(EVALUATION_STATES)),
  to: oneOf(EVALUATION_STATES),
  reason: nullable(text(3000)),
  detail: nullable(moveDetail),
};

/** Days that were reported together; `from` null: every day until then. */
export const periodColumns: Columns<PeriodRecord> = {
  id: uuid,
  from: nullable(day),
  until: day,
  nil: flag,
  closed: flag,
  deleted: flag,
};

export interface FeedbackOutcomeRow {
  readonly id: string;
  readonly state: 'applied' | 'notApplicable';
  readonly outcome: string | null;
  /** Of a remark: the day on which somebody here read it. */
  readonly readOn: CalendarDate | null;
  /** What they answered; of a template, why it was not adopted. */
  readonly reply: string | null;
}

/** What became of the group's feedback rows here. */
export const feedbackOutcomeColumns: Columns<FeedbackOutcomeRow> = {
  id: uuid,
  state: oneOf(['applied', 'notApplicable'] as const),
  outcome: nullable(text(64)),
  readOn: optional(day),
  reply: optional(words(200)),
};

export interface RankCheckRow {
  readonly list: string;
  readonly rows: number;
  readonly digest: string;
}

/** How many rows each ranked list has, and the digest of its ids: sender and recipient count the same places. */
export const rankCheckColumns: Columns<RankCheckRow> = {
  list: text(40),
  rows: place,
  digest: text(64),
};
