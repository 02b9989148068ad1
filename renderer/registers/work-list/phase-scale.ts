import { addDays, calendarDate, daysBetween } from '../../../shared/vocabulary/dates.ts';
import type { Phase } from './work-list-queries.ts';

export interface PhaseBar {
  readonly phase: Phase;
  /** Parts of the whole time, 0 to 1. */
  readonly from: number;
  readonly width: number;
  /** How much of the bar is over. */
  readonly done: number;
  readonly stands: 'over' | 'now' | 'ahead';
  /** now: which day of the phase it is, from 1; ahead: days until it begins; over: 0. */
  readonly days: number;
}

export interface PhaseScale {
  readonly bars: readonly PhaseBar[];
  /** First days of months that lie within the time. */
  readonly months: readonly { readonly month: number; readonly at: number }[];
  /** Null before the first phase and after the last. */
  readonly today: number | null;
}

type Span = Pick<Phase, 'beginsOn' | 'endsOn'>;

/** The phases drawn to scale; the whole runs from the first day of the earliest to the end of the latest. */
export function phaseScale(phases: readonly Phase[], today: string): PhaseScale | null {
  const [first] = phases.map(({ beginsOn }) => beginsOn).sort();
  const last = phases
    .map(({ endsOn }) => endsOn)
    .sort()
    .at(-1);
  if (!first || !last) return null;
  const length = days(first, last) + 1;
  const at = (date: string) => days(first, date) / length;
  return {
    bars: phases.map((phase) => ({
      phase,
      from: at(phase.beginsOn),
      width: (days(phase.beginsOn, phase.endsOn) + 1) / length,
      done: doneOf(phase, today),
      ...standing(phase, today),
    })),
    months: monthsWithin(first, last).map((date) => ({ month: Number(date.slice(5, 7)), at: at(date) })),
    today: first <= today && today <= last ? at(today) : null,
  };
}

/** The day of the phase and the days that are left of it; null while none runs. */
export function phaseOfDay(phases: readonly Phase[], today: string) {
  const phase = phases.find(({ beginsOn, endsOn }) => beginsOn <= today && today <= endsOn);
  return phase ? { phase, day: days(phase.beginsOn, today) + 1, left: days(today, phase.endsOn) } : null;
}

function standing({ beginsOn, endsOn }: Span, today: string): Pick<PhaseBar, 'stands' | 'days'> {
  if (today > endsOn) return { stands: 'over', days: 0 };
  if (today < beginsOn) return { stands: 'ahead', days: days(today, beginsOn) };
  return { stands: 'now', days: days(beginsOn, today) + 1 };
}

function doneOf({ beginsOn, endsOn }: Span, today: string): number {
  const share = days(beginsOn, today) / (days(beginsOn, endsOn) + 1);
  return today > endsOn ? 1 : Math.max(0, share);
}

function monthsWithin(first: string, last: string): string[] {
  const months: string[] = [];
  let next = monthAfter(first);
  while (next <= last) {
    months.push(next);
    next = monthAfter(next);
  }
  return months;
}

/** No month is longer than 31 days, so 32 after its first day it is the next one. */
function monthAfter(date: string): string {
  return `${addDays(calendarDate(`${date.slice(0, 7)}-01`), 32).slice(0, 7)}-01`;
}

function days(from: string, to: string): number {
  return daysBetween(calendarDate(from), calendarDate(to));
}
