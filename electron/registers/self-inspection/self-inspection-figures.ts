import { COUNTED_FILING_STATES, roundCensusDay } from '../../../shared/rules/figures.ts';
import { type Rate, rate } from '../../../shared/rules/rates.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';
import { findRow } from '../../store/rows.ts';
import { filedShare } from './filers-sql.ts';
import { latestRoundBegun, type RoundRow } from './self-inspection-sql.ts';

/**
 * 自查覆盖率 of one office as of the end of a day, under today's knowledge.
 * @param round id of a round; the latest begun by the day unless named, 0/0 before the first
 * @throws Refusal `not_found` for a round that the office does not have
 */
export function selfInspectionFigures(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  round?: string,
): Record<'selfInspectionCoverage', Rate> {
  const row = round
    ? findRow<RoundRow>(db, 'inspection_round', office, round)
    : latestRoundBegun(db, office, asOf);
  if (!row) return { selfInspectionCoverage: rate(0, 0) };
  const census = roundCensusDay({ beginsOn: row.begins_on, endsOn: row.ends_on }, asOf);
  const { filed, expected } = filedShare(db, row, census, asOf, COUNTED_FILING_STATES);
  return { selfInspectionCoverage: rate(filed, expected) };
}
