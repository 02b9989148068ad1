import type { Preset } from '../../shared/contract/preset.ts';
import { addDays, type CalendarDate, calendarDate, daysBetween } from '../../shared/vocabulary/dates.ts';
import type { Randomness } from './randomness.ts';

/** The days of a campaign on which invented things happen. */
export interface Season {
  readonly beginsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly phases: readonly {
    readonly id: string;
    readonly beginsOn: CalendarDate;
    readonly endsOn: CalendarDate;
  }[];
}

export function seasonOf(campaign: Preset): Season {
  const phases = campaign.phases.map(({ id, beginsOn, endsOn }) => ({
    id,
    beginsOn: calendarDate(beginsOn),
    endsOn: calendarDate(endsOn),
  }));
  const [first] = phases;
  const last = phases.at(-1);
  if (!first || !last) throw new RangeError('a campaign without phases');
  return { beginsOn: first.beginsOn, endsOn: last.endsOn, phases };
}

/** The day itself or the Monday after it, never after `last`. */
export function workday(day: CalendarDate, last?: CalendarDate): CalendarDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const work = addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
  return last !== undefined && work > last ? last : work;
}

/** A workday between two shares of the span from `from` to `until`. */
export function dayWithin(
  random: Randomness,
  from: CalendarDate,
  until: CalendarDate,
  [low, high]: readonly [low: number, high: number] = [0, 1],
): CalendarDate {
  const days = Math.max(0, daysBetween(from, until));
  const share = low + random.fraction() * (high - low);
  return workday(addDays(from, Math.floor(share * days)), until < from ? from : until);
}

/** Workdays spread evenly over a span, in order. */
export function spreadDays(from: CalendarDate, until: CalendarDate, count: number): CalendarDate[] {
  const days = daysBetween(from, until) + 1;
  return Array.from({ length: count }, (_, index) =>
    workday(addDays(from, Math.floor(((index + 0.5) * days) / count)), until),
  );
}
