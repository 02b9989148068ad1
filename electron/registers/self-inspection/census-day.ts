import { roundCensusDay } from '../../../shared/rules/figures.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { RoundRow } from './self-inspection-sql.ts';

/** The day whose postings say who is expected in a round, as asked on a day. */
export function roundDay(round: RoundRow, day: CalendarDate): CalendarDate {
  return roundCensusDay({ beginsOn: round.begins_on, endsOn: round.ends_on }, day);
}
