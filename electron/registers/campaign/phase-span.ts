import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';
import { currentCampaign, hasCampaign } from './campaign-register.ts';

/** First and last day, both included. */
export interface PhaseSpan {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** No day lies in it. */
const NEVER: PhaseSpan = { from: '2199-12-31' as CalendarDate, until: '1900-01-01' as CalendarDate };

/** The days of a phase, for rows that bear a day and no phase; of one that the campaign does not have, none. */
export function phaseSpan(db: Readable, office: number, phase: string): PhaseSpan {
  const phases = hasCampaign(db, office) ? currentCampaign(db, office).content.phases : [];
  const found = phases.find(({ id }) => id === phase);
  return found ? { from: found.beginsOn, until: found.endsOn } : NEVER;
}
