import type { CalendarDate } from '../vocabulary/dates.ts';
import { addMonths, monthOf } from './months.ts';

interface DatedPhase {
  readonly id: string;
  readonly beginsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/**
 * The months of a phase, both included, as `YYYY-MM`, for what is counted by the month: a month that several phases
 * touch belongs to the last of them, so that each month is counted once. Null: none is left to it, or the campaign
 * has no such phase. @param phases in the order of their days, which do not overlap
 */
export function monthsOfPhase(
  phases: readonly DatedPhase[],
  id: string,
): { readonly from: string; readonly until: string } | null {
  const at = phases.findIndex((phase) => phase.id === id);
  const phase = phases[at];
  if (!phase) return null;
  const next = phases[at + 1];
  const last = monthOf(phase.endsOn);
  const from = monthOf(phase.beginsOn);
  const until = next && monthOf(next.beginsOn) <= last ? addMonths(monthOf(next.beginsOn), -1) : last;
  return from <= until ? { from, until } : null;
}
