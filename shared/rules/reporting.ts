import { type CalendarDate, daysBetween } from '../vocabulary/dates.ts';
import type { ReportingState } from '../vocabulary/oversight-words.ts';
import { dueOf, type Period, type ReportingRhythm } from './periods.ts';

/** A bundle of an office that was kept. */
export interface Arrival {
  readonly epoch: number;
  readonly sequence: number;
  readonly asOf: CalendarDate;
  readonly receivedOn: CalendarDate;
  /** `standing`: taken in, or covered by a later one that was; `aside`: laid aside for good. */
  readonly as: 'standing' | 'quarantined' | 'aside';
}

/** What is known of an office's reporting. */
export interface Reporting {
  /** In any order. */
  readonly arrivals: readonly Arrival[];
  /** Days that it said nothing had changed in; null: every day until then. */
  readonly nil: readonly { readonly from: CalendarDate | null; readonly until: CalendarDate }[];
  /** The day on which its keys were first pinned: before it nobody could have sent anything. */
  readonly since: CalendarDate;
}

/** How it stands with one period; see `ReportingState`. */
export interface Standing {
  readonly state: ReportingState;
  /** By which it was reported, or which was put aside; not due yet: the newest that speaks of its days. */
  readonly bundle: Arrival | null;
  /** After the last day on which it is on time; of what has not come, until today. */
  readonly daysLate: number;
  readonly nil: boolean;
  /** The numbers right before the bundle's that never came, the last twenty. */
  readonly missing: readonly number[];
}

interface Desk {
  readonly today: CalendarDate;
  readonly rhythm: Pick<ReportingRhythm, 'graceDays'>;
}

/**
 * Whether an office has reported a period: by the first bundle to arrive whose data reach the period's last day
 * ([X91] of electron/exchange/SPEC.md). The group's own clock says when it came.
 */
export function standingOf(period: Period, reporting: Reporting, desk: Desk): Standing {
  const due = dueOf(period, desk.rhythm);
  const standing = reporting.arrivals.filter((one) => one.as === 'standing');
  const reaching = standing.filter(({ asOf }) => asOf >= period.until).sort(byArrival)[0];
  if (reaching) return reported(period, reaching, due, reporting);
  if (period.until < reporting.since) return { ...NOTHING, state: 'notExpected' };
  const daysLate = Math.max(0, daysBetween(due, desk.today));
  const quarantined = reporting.arrivals.filter((one) => one.as === 'quarantined').sort(byArrival)[0];
  if (quarantined && (daysLate > 0 || quarantined.asOf >= period.until))
    return { ...NOTHING, state: 'quarantined', bundle: quarantined, daysLate };
  if (daysLate > 0) return { ...NOTHING, state: 'missing', daysLate };
  const within = standing.filter(({ asOf }) => asOf >= period.from).sort(byArrival);
  return { ...NOTHING, state: 'notDue', bundle: within.at(-1) ?? null };
}

const NOTHING = { bundle: null, daysLate: 0, nil: false, missing: [] } as const;

function reported(period: Period, bundle: Arrival, due: CalendarDate, reporting: Reporting): Standing {
  const daysLate = Math.max(0, daysBetween(due, bundle.receivedOn));
  if (daysLate > 0 && period.until < reporting.since) return { ...NOTHING, state: 'notExpected' };
  const nil = reporting.nil.some(
    ({ from, until }) => (from === null || from <= period.until) && until >= period.until,
  );
  const missing = missingBefore(bundle, reporting.arrivals);
  const late = missing.length > 0 ? 'gap' : 'late';
  const state = daysLate > 0 ? late : nil ? 'nil' : 'onTime';
  return { state, bundle, daysLate, nil, missing };
}

/** A sender may name any number: of a long stretch its end is told. */
const MOST_NAMED = 20;

/** Whatever was kept has come, be it laid aside. */
function missingBefore({ epoch, sequence }: Arrival, arrivals: readonly Arrival[]): number[] {
  const before = arrivals.filter((one) => one.epoch === epoch && one.sequence < sequence);
  const last = before.reduce((most, one) => Math.max(most, one.sequence), 0);
  const first = Math.max(last + 1, sequence - MOST_NAMED);
  return Array.from({ length: sequence - first }, (_, at) => first + at);
}

function byArrival(one: Arrival, other: Arrival): number {
  return (
    daysBetween(other.receivedOn, one.receivedOn) || one.epoch - other.epoch || one.sequence - other.sequence
  );
}

/** What a reminder asks for. */
export function isOwed({ state, daysLate }: Pick<Standing, 'state' | 'daysLate'>): boolean {
  return daysLate > 0 && (state === 'missing' || state === 'quarantined');
}
