import { type CalendarDate, calendarDate } from '../../shared/vocabulary/dates.ts';
import { currentCampaign } from '../registers/campaign/campaign-register.ts';
import type { RosterDays } from '../registers/personnel/roster-application.ts';
import type { Host } from './host.ts';
import { openLedgerOf } from './procedures.ts';

/**
 * A roster tells who belongs where, not since when. Unless the day is given, people it adds belong from the
 * campaign's first day on, so that all its sessions see them; what it changes holds from today.
 */
export function rosterDays(host: Host, from: CalendarDate | undefined): RosterDays {
  if (from) return { additions: from, changes: from };
  const ledger = openLedgerOf(host);
  const today = host.ports.clock.today();
  const [phase] = ledger.read((db) => currentCampaign(db, ledger.office)).content.phases;
  const first = calendarDate(phase?.beginsOn ?? today);
  return { additions: first, changes: today < first ? first : today };
}
