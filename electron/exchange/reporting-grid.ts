import { type Period, periodOf, periodsBetween } from '../../shared/rules/periods.ts';
import { type Arrival, type Reporting, type Standing, standingOf } from '../../shared/rules/reporting.ts';
import { addDays, type CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { KeptState } from '../../shared/vocabulary/import-outcomes.ts';
import { nilDays } from '../registers/periods/nil-periods.ts';
import { reportingRhythm } from '../registers/periods/reporting-rhythm.ts';
import type { Readable } from '../store/handles.ts';
import { deskDay } from '../store/system-ports.ts';
import { type ArrivalRow, arrivalRows, firstPinnings } from './oversight-sql.ts';
import { allParties, type Party } from './parties.ts';

export interface GridAsked {
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
}

export interface GridOffice {
  readonly party: Party;
  readonly dataUntil: CalendarDate | null;
  /** One for each period. */
  readonly standings: readonly Standing[];
}

/** What is looked at when nobody says which days, and the most that is answered at once. */
const USUAL = 8;
const MOST = 120;

/**
 * Every office that reports here × the periods that have a day in the span, the oldest first; of a long span the
 * latest 120.
 */
export function reportingGrid(db: Readable, today: CalendarDate, asked: GridAsked) {
  const rhythm = reportingRhythm(db);
  const until = asked.until ?? today;
  const periods = asked.from
    ? periodsBetween(rhythm.kind, asked.from, until).slice(-MOST)
    : lastPeriods(rhythm.kind, until, USUAL);
  const reporting = reportingOf(db);
  const offices = allParties(db)
    .filter(({ relation }) => relation === 'child')
    .map((party): GridOffice => {
      const told = reporting(party.pk);
      const standings = periods.map((period) => standingOf(period, told, { today, rhythm }));
      return { party, dataUntil: told.dataUntil, standings };
    });
  return { rhythm, periods, offices };
}

function lastPeriods(rhythm: Parameters<typeof periodOf>[0], until: CalendarDate, count: number): Period[] {
  const periods = [periodOf(rhythm, until)];
  for (let [first] = periods; first && periods.length < count; [first] = periods)
    periods.unshift(periodOf(rhythm, addDays(first.from, -1)));
  return periods;
}

/** What is known of each office, read once for all. */
function reportingOf(db: Readable): (office: number) => Reporting & { dataUntil: CalendarDate | null } {
  const arrivals = Map.groupBy(arrivalRows(db), ({ sender }) => sender);
  const nil = nilDays(db);
  const pinned = new Map(firstPinnings(db).map((row) => [row.office, deskDay(row.pinned_at)]));
  return (office) => {
    const rows = arrivals.get(office) ?? [];
    return {
      arrivals: rows.flatMap(arrivalOf),
      nil: nil.get(office) ?? [],
      since: pinned.get(office) ?? EVER,
      dataUntil: rows.findLast(({ state }) => state === 'applied')?.as_of ?? null,
    };
  };
}

const EVER = '1900-01-01' as CalendarDate;

const AS = {
  applied: 'standing',
  superseded: 'standing',
  closed: 'standing',
  quarantined: 'quarantined',
  settled: 'aside',
  undone: 'aside',
  kept: 'aside',
} as const satisfies Partial<Record<KeptState, Arrival['as']>>;

/** A thief's bundles say nothing of the office. */
function arrivalOf({ state, epoch, sequence, as_of: asOf, received_at: at }: ArrivalRow): Arrival[] {
  if (state === 'revoked') return [];
  return [{ epoch, sequence, asOf, receivedOn: deskDay(at), as: AS[state] }];
}
