import type { Given } from '../../../shared/contract/base.ts';
import type { selfInspection } from '../../../shared/contract/self-inspection.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { OWN_OFFICE } from '../../store/office-sql.ts';
import { findRow, guardVersion, insertRow, updateRow } from '../../store/rows.ts';
import { campaignOffice, currentCampaign, hasCampaign } from '../campaign/campaign-register.ts';
import { filedBetween, type RoundRow, roundsOf } from './self-inspection-sql.ts';

/** A round belongs to the phase in which it begins, as in the figures; null: in none. */
export function rounds(db: Readable, office: number, phase?: string) {
  const asked = campaignOffice(db, OWN_OFFICE, office);
  const phases = hasCampaign(db, asked) ? currentCampaign(db, asked).content.phases : [];
  const phaseOf = (day: CalendarDate) =>
    phases.find(({ beginsOn, endsOn }) => beginsOn <= day && day <= endsOn)?.id ?? null;
  return roundsOf(db, office)
    .map((row) => ({
      id: row.id,
      rev: row.rev,
      number: row.number,
      name: row.name,
      beginsOn: row.begins_on,
      endsOn: row.ends_on,
      phase: phaseOf(row.begins_on),
    }))
    .filter((one) => phase === undefined || one.phase === phase);
}

/** Rounds follow each other: one that begins before the last has ended is refused. */
export function createRound(write: Write, input: Given<typeof selfInspection.createRound>) {
  const last = roundsOf(write, write.office).at(-1);
  requireDates(input, last, undefined);
  const id = write.newId();
  const number = (last?.number ?? 0) + 1;
  insertRow(write, 'inspection_round', id, {
    number,
    name: input.name,
    begins_on: input.beginsOn,
    ends_on: input.endsOn,
  });
  write.record({ round: id, number });
  return { id, rev: write.rev };
}

/**
 * Another name, other dates: between the rounds before and after it, and without leaving a filing outside that was in.
 * @throws Refusal `round_dates_wrong` (`earliest`, `latest`), `round_has_filings` (`filedOn`)
 */
export function updateRound(write: Write, input: Given<typeof selfInspection.updateRound>) {
  const row = findRow<RoundRow>(write, 'inspection_round', write.office, input.id);
  guardVersion(write, row, input.rev);
  const all = roundsOf(write, write.office);
  const at = all.findIndex(({ pk }) => pk === row.pk);
  requireDates(input, all[at - 1], all[at + 1]);
  requireFilingsInside(write, row, input);
  updateRow(write, 'inspection_round', row.pk, {
    name: input.name,
    begins_on: input.beginsOn,
    ends_on: input.endsOn,
  });
  write.record({ round: row.id });
  return { id: row.id, rev: write.rev };
}

interface Days {
  readonly beginsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

function requireDates(
  { beginsOn, endsOn }: Days,
  before: RoundRow | undefined,
  after: RoundRow | undefined,
): void {
  const fits =
    endsOn >= beginsOn && (!before || before.ends_on < beginsOn) && (!after || endsOn < after.begins_on);
  ensure(fits, 'round_dates_wrong', {
    earliest: before?.ends_on ?? null,
    latest: after?.begins_on ?? null,
  });
}

/** A form that came in late lies behind its round's end anyway. */
function requireFilingsInside(db: Readable, row: RoundRow, { beginsOn, endsOn }: Days): void {
  const [first, last] = filedBetween(db, row.pk, row.begins_on, row.ends_on);
  const left = first !== null && first < beginsOn ? first : last;
  ensure(left === null || (left >= beginsOn && left <= endsOn), 'round_has_filings', { filedOn: left });
}
