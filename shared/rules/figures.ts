import type { CalendarDate } from '../vocabulary/dates.ts';
import {
  COUNTED_STATUSES,
  type EducationType,
  type FigureId,
  type FilingState,
  type ItemMove,
  type ItemState,
  type PostingStatus,
  type SessionState,
} from '../vocabulary/words.ts';
import { itemMachine } from './item-moves.ts';
import { type DatedMove, stateFromMoves } from './moves.ts';
import { type Rate, sumRates } from './rates.ts';

export interface FigureRule {
  /** What numerator and denominator count; figures of different things are never added up. */
  readonly counts: 'attendances' | 'people' | 'actions' | 'items';
  /** It is asked for one session, or for one round (the latest begun by the day unless named). */
  readonly of?: 'session' | 'round';
  /** Its rows do not leave the office: a group has no such figure. */
  readonly stays?: true;
  /** Counts sessions, which alone have types of education: asked for one type, the others say nothing. */
  readonly typed?: true;
}

/** The table “Figures, exactly”: what each figure counts and what it is asked of. */
export const FIGURE_RULES = {
  attendanceRate: { counts: 'attendances', of: 'session', typed: true },
  participationFirst: { counts: 'attendances', typed: true },
  participationWithMakeup: { counts: 'attendances', typed: true },
  coverage: { counts: 'people', typed: true },
  actionCompletion: { counts: 'actions' },
  makeupCompletion: { counts: 'attendances', typed: true },
  selfInspectionCoverage: { counts: 'people', of: 'round' },
  talkCoverage: { counts: 'people', stays: true },
  rectificationCompletion: { counts: 'items' },
  closureRate: { counts: 'items' },
  onTimeRate: { counts: 'items' },
  onTimeRateExtended: { counts: 'items' },
  reworkRate: { counts: 'items' },
} as const satisfies Record<FigureId, FigureRule>;

/** What the figures are narrowed to, as far as it decides which of them say anything at all. */
export interface FigureFilter {
  readonly type?: EducationType | undefined;
}

/** Whether a figure has anything to do with the filter: “type” narrows the figures of study, no other has types. */
export function saysOf(figure: FigureId, { type }: FigureFilter): boolean {
  const rule: FigureRule = FIGURE_RULES[figure];
  return type === undefined || rule.typed === true;
}

/**
 * Figure by figure Σ numerators / Σ denominators of parts that have no row in common; 0/0 of none.
 * @throws RangeError as `sumRates`
 */
export function sumFigures<Id extends FigureId>(
  ids: readonly Id[],
  parts: readonly Readonly<Partial<Record<Id, Rate>>>[],
): Record<Id, Rate> {
  const sums = ids.map((id) => [id, sumRates(parts.flatMap((part) => part[id] ?? []))] as const);
  return Object.fromEntries(sums) as Record<Id, Rate>;
}

/** “Only approved sessions count”: under today's knowledge, on the session's own day. */
export const COUNTED_SESSION_STATES: readonly SessionState[] = ['approved'];

/** “people 已填报 or later in the round … 退回补充 does not” count. */
export const COUNTED_FILING_STATES: readonly FilingState[] = ['filed', 'approved', 'archived'];

/** Items of the completion and closure rates: “items except 草稿, 合并, 中止, 作废”. */
export const UNCOUNTED_ITEM_STATES: readonly ItemState[] = ['draft', 'merged', 'suspended', 'voided'];

/** Items of the on-time rates: “not 草稿, 合并, 中止, 长期坚持, 作废”. */
export const UNTIMED_ITEM_STATES: readonly ItemState[] = [...UNCOUNTED_ITEM_STATES, 'longTerm'];

/** 整改完成: “待市级复核 + 已销号”. */
export const COMPLETED_ITEM_STATES: readonly ItemState[] = ['groupReview', 'closed'];

export interface PostingSpan {
  readonly status: PostingStatus;
  readonly from: CalendarDate;
  /** The first day no longer there; null while it lasts. */
  readonly until: CalendarDate | null;
}

/** The posting of that day, if any: postings of a person never overlap. */
export function postingOn<Posting extends PostingSpan>(
  postings: readonly Posting[],
  day: CalendarDate,
): Posting | undefined {
  return postings.find((one) => one.from <= day && (one.until === null || day < one.until));
}

/** “E = people with a posting 在岗 or 借入 on D”; 免到 takes nobody out of E. */
export function isInE(postings: readonly PostingSpan[], day: CalendarDate): boolean {
  const posting = postingOn(postings, day);
  return posting !== undefined && COUNTED_STATUSES.includes(posting.status);
}

export interface RoundSpan {
  readonly beginsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** “the latest round begun by D”; of rounds begun on one day the one that ends last. */
export function latestRound<Round extends RoundSpan>(
  rounds: readonly Round[],
  day: CalendarDate,
): Round | undefined {
  return rounds
    .filter((round) => round.beginsOn <= day)
    .reduce<Round | undefined>((best, round) => (best && !isLater(round, best) ? best : round), undefined);
}

/** “E at min(D, the round's end)”: who joins after a round has ended owes it nothing. */
export function roundCensusDay(round: RoundSpan, day: CalendarDate): CalendarDate {
  return day < round.endsOn ? day : round.endsOn;
}

/** A dated move of an item with what it brought along. */
export interface DatedItemMove extends DatedMove<ItemMove> {
  /** apply: the application's date, when it is not the move's own. */
  readonly appliedOn?: CalendarDate | null;
  /** extend and returnForRework: the new due date. */
  readonly newDue?: CalendarDate | null;
}

/** What an item's dated moves up to a day say of it; under today's knowledge. */
export interface ItemAsOf {
  readonly state: ItemState;
  /** Date of the application that was approved or reported up last. */
  readonly approvedApplication: CalendarDate | null;
  /** The extended due date in force; null while there is none. */
  readonly extendedDue: CalendarDate | null;
  readonly everSubmitted: boolean;
  readonly everReturned: boolean;
}

/**
 * Replays an item's moves, oldest first, up to the end of `day`. An item that was not issued by then is a
 * draft, which no figure counts. “Withdrawals and reopenings are not returns.”
 * @throws RangeError when the moves do not fit the machine
 */
export function itemAsOf(moves: readonly DatedItemMove[], day: CalendarDate): ItemAsOf {
  const known = moves.filter((one) => one.on <= day);
  return {
    state: stateFromMoves(itemMachine, known),
    approvedApplication: lastApprovedApplication(known),
    extendedDue: known.findLast((one) => one.newDue)?.newDue ?? null,
    everSubmitted: known.some((one) => one.move === 'apply'),
    everReturned: known.some((one) => RETURNS.has(one.move)),
  };
}

/** The due date that holds: the extended one as soon as there is one; the first stays visible beside it. */
export function dueInForce(due: CalendarDate | null, extendedDue: CalendarDate | null): CalendarDate | null {
  return extendedDue ?? due;
}

/** Whether an item counts as done on time against `due`; only asked of items due by the day and timed. */
export function isOnTime(item: ItemAsOf, due: CalendarDate): boolean {
  const { state, approvedApplication } = item;
  return COMPLETED_ITEM_STATES.includes(state) && approvedApplication !== null && approvedApplication <= due;
}

const RETURNS: ReadonlySet<ItemMove> = new Set(
  itemMachine.transitions.filter((one) => one.isReturn).map((one) => one.move),
);

function lastApprovedApplication(moves: readonly DatedItemMove[]): CalendarDate | null {
  const approval = moves.findLastIndex((one) => one.move === 'approve' || one.move === 'reportUp');
  const application = moves.slice(0, Math.max(approval, 0)).findLast((one) => one.move === 'apply');
  return application ? (application.appliedOn ?? application.on) : null;
}

function isLater(one: RoundSpan, other: RoundSpan): boolean {
  if (one.beginsOn !== other.beginsOn) return one.beginsOn > other.beginsOn;
  return one.endsOn > other.endsOn;
}
