import { addDays, calendarDate, daysBetween } from '../../../shared/vocabulary/dates.ts';

interface Span {
  readonly beginsOn: string;
  readonly endsOn: string;
}

/** Where a phase stands on a day: over, on its n-th day, or n days ahead. */
export type Standing =
  | { readonly stands: 'over' }
  | { readonly stands: 'now'; readonly day: number; readonly left: number }
  | { readonly stands: 'ahead'; readonly days: number };

export function standingOf({ beginsOn, endsOn }: Span, today: string): Standing {
  if (today > endsOn) return { stands: 'over' };
  if (today < beginsOn) return { stands: 'ahead', days: days(today, beginsOn) };
  return { stands: 'now', day: days(beginsOn, today) + 1, left: days(today, endsOn) };
}

export function lengthOf({ beginsOn, endsOn }: Span): number {
  return days(beginsOn, endsOn) + 1;
}

export interface TimelineScale {
  /** The place of a day, 0 to 1; outside of it for days before the first phase and after the last. */
  readonly at: (date: string) => number;
  /** First days of months that lie within. */
  readonly months: readonly { readonly month: number; readonly at: number }[];
  /** Null before the first phase and after the last. */
  readonly today: number | null;
  /** How many days until the first phase begins; 0 from then on. */
  readonly ahead: number;
}

/** Null for a campaign without phases. */
export function timelineScale(phases: readonly Span[], today: string): TimelineScale | null {
  const first = phases.map(({ beginsOn }) => beginsOn).sort()[0];
  const last = phases
    .map(({ endsOn }) => endsOn)
    .sort()
    .at(-1);
  if (!first || !last) return null;
  const length = days(first, last) + 1;
  const at = (date: string) => days(first, date) / length;
  return {
    at,
    months: monthsWithin(first, last).map((date) => ({ month: Number(date.slice(5, 7)), at: at(date) })),
    today: first <= today && today <= last ? at(today) : null,
    ahead: Math.max(0, days(today, first)),
  };
}

/** As near as this a mark would cover the next one. */
const NEAR = 0.03;

/** Marks in the order of their places, those that would cover each other together; all within the whole. */
export function bundled<Mark extends { readonly at: number }>(marks: readonly Mark[]): Mark[][] {
  const groups: Mark[][] = [];
  for (const mark of marks.filter(({ at }) => at >= 0 && at <= 1).toSorted((a, b) => a.at - b.at)) {
    const last = groups.at(-1);
    if (last?.[0] && mark.at - last[0].at < NEAR) last.push(mark);
    else groups.push([mark]);
  }
  return groups;
}

function monthsWithin(first: string, last: string): string[] {
  const months: string[] = [];
  for (let next = monthAfter(first); next <= last; next = monthAfter(next)) months.push(next);
  return months;
}

/** No month is longer than 31 days, so 32 after its first day it is the next one. */
function monthAfter(date: string): string {
  return `${addDays(calendarDate(`${date.slice(0, 7)}-01`), 32).slice(0, 7)}-01`;
}

function days(from: string, to: string): number {
  return daysBetween(calendarDate(from), calendarDate(to));
}
