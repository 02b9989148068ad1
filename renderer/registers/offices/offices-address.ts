import { periodOf } from '../../../shared/rules/periods.ts';
import {
  addDays,
  type CalendarDate,
  calendarDate,
  isCalendarDate,
} from '../../../shared/vocabulary/dates.ts';
import type { Rhythm } from '../../../shared/vocabulary/period-words.ts';
import { FIGURE_IDS, type FigureId } from '../../../shared/vocabulary/words.ts';

export const TABS = ['overview', 'grid', 'comparison'] as const;
export type OverviewTab = (typeof TABS)[number];

/** Figures of one session, and those that do not leave an office, are not compared. */
export const COMPARED: readonly FigureId[] = FIGURE_IDS.filter(
  (id) => id !== 'attendanceRate' && id !== 'talkCoverage',
);

/** What of the overview is looked at, as it stands in the address. */
export interface OverviewAddress {
  readonly tab: OverviewTab;
  readonly asOf: CalendarDate;
  /** The last day of the periods looked at; undefined: up to today. */
  readonly until: CalendarDate | undefined;
  readonly figure: FigureId;
}

export function addressOf(search: Readonly<Record<string, unknown>>, today: string): OverviewAddress {
  return {
    tab: TABS.find((id) => id === search.tab) ?? 'overview',
    asOf: dayIn(search.asOf) ?? calendarDate(today),
    until: dayIn(search.until),
    figure: COMPARED.find((id) => id === search.figure) ?? 'participationWithMakeup',
  };
}

function dayIn(value: unknown): CalendarDate | undefined {
  return typeof value === 'string' && isCalendarDate(value) ? value : undefined;
}

/** The last day of as many periods further on; undefined once they reach today. */
export function laterUntil(
  rhythm: Rhythm,
  until: string,
  periods: number,
  today: string,
): CalendarDate | undefined {
  let last = periodOf(rhythm, calendarDate(until));
  for (let step = 0; step < periods; step += 1) last = periodOf(rhythm, addDays(last.until, 1));
  return last.until < today ? last.until : undefined;
}

/** The last day before the periods shown. */
export function earlierUntil(firstFrom: string): CalendarDate {
  return addDays(calendarDate(firstFrom), -1);
}
