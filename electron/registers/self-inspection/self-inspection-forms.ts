import { COUNTED_FILING_STATES, roundCensusDay } from '../../../shared/rules/figures.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';
import { findRow } from '../../store/rows.ts';
import { countFiledBeside, filingSumsByUnit, namedFilers } from './self-inspection-forms-sql.ts';
import { latestRoundBegun, type RoundRow } from './self-inspection-sql.ts';

export type { FilingSums, NamedFiler } from './self-inspection-forms-sql.ts';

/**
 * A round as of a day: who was to file and who had, by unit, and by name when asked for. Null before the first round.
 * @param id of the round; the latest begun by the day unless given
 * @throws Refusal `not_found` for a round that the office does not have
 */
export function filingSummary(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  { round: id, named }: { readonly round: string | null; readonly named: boolean },
) {
  const round = id
    ? findRow<RoundRow>(db, 'inspection_round', office, id)
    : latestRoundBegun(db, office, asOf);
  if (!round) return null;
  const census = roundCensusDay({ beginsOn: round.begins_on, endsOn: round.ends_on }, asOf);
  const asked = { round: round.pk, census, asOf, counted: COUNTED_FILING_STATES };
  return {
    round: { name: round.name, beginsOn: round.begins_on, endsOn: round.ends_on },
    census,
    units: filingSumsByUnit(db, office, asked),
    filedBeside: countFiledBeside(db, office, asked),
    people: named ? namedFilers(db, office, asked) : null,
  };
}

export type FilingSummary = NonNullable<ReturnType<typeof filingSummary>>;
