import { useNavigate, useSearch } from '@tanstack/react-router';
import { weekOf } from '../../../shared/rules/weeks.ts';
import { type CalendarDate, isCalendarDate } from '../../../shared/vocabulary/dates.ts';

export interface WeeklySearch {
  readonly week?: string | undefined;
  readonly version?: string | undefined;
}

/** The week stands in the address. @param otherwise a day of the week that is shown without one */
export function useWeeklySearch(otherwise: CalendarDate) {
  const params: WeeklySearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const asked = params.week && isCalendarDate(params.week) ? params.week : otherwise;
  return { week: weekOf(asked), version: params.version, change };

  function change(part: WeeklySearch): void {
    const next = Object.entries({ ...params, ...part }).filter(([, value]) => value !== undefined);
    void navigate({ to: '.', search: Object.fromEntries(next), replace: true });
  }
}
