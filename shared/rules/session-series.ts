import { addDays, type CalendarDate } from '../vocabulary/dates.ts';

/** The most sessions that one step makes. */
export const LONGEST_SERIES = 60;

export interface SeriesPlan {
  /** The first day. */
  readonly day: CalendarDate;
  /** Weeks from one session to the next. */
  readonly every: number;
  /** How many sessions are made; days passed over do not count. */
  readonly times?: number | undefined;
  /** The last day possible. */
  readonly until?: CalendarDate | undefined;
  /** Days passed over: holidays. */
  readonly except: readonly CalendarDate[];
}

/** The days of a series, in their order; one more than the longest when the plan asks for too many. */
export function seriesDays({ day, every, times, until, except }: SeriesPlan): CalendarDate[] {
  const most = Math.min(times ?? Number.POSITIVE_INFINITY, LONGEST_SERIES + 1);
  const days: CalendarDate[] = [];
  for (let next = day; days.length < most && (!until || next <= until); next = addDays(next, every * 7)) {
    if (!except.includes(next)) days.push(next);
  }
  return days;
}
