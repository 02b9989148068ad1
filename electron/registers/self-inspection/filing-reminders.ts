import type { Given } from '../../../shared/contract/base.ts';
import type { selfInspection } from '../../../shared/contract/self-inspection.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';
import { findRow } from '../../store/rows.ts';
import { roundDay } from './census-day.ts';
import { owingByUnit, owingPeople } from './filing-reminders-sql.ts';
import type { RoundRow } from './self-inspection-sql.ts';

/** Who still owes a form of the round: never filed, or returned and not filed again. */
export function reminders(
  db: Readable,
  office: number,
  input: Given<typeof selfInspection.reminders>,
  today: CalendarDate,
) {
  const round = findRow<RoundRow>(db, 'inspection_round', office, input.round);
  const unit = input.unit ? findRow(db, 'unit', office, input.unit).pk : null;
  const asked = { office, round: round.pk, day: roundDay(round, today), unit };
  const units = owingByUnit(db, asked);
  return {
    total: units.reduce((sum, { due, returned }) => sum + due + returned, 0),
    units,
    people: owingPeople(db, asked, input),
  };
}
