import type { Given } from '../../../shared/contract/base.ts';
import type { selfInspection } from '../../../shared/contract/self-inspection.ts';
import { roundCensusDay } from '../../../shared/rules/figures.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { findRow, insertRow } from '../../store/rows.ts';
import { countedUnit, countFilers, type FilerRow, listFilers } from './filers-sql.ts';
import { filingWithNames, itemsOf, type RoundRow, roundByPk, roundsOf } from './self-inspection-sql.ts';

export { disposeItem } from './filing-items.ts';
export { file, moveFiling } from './filing-life.ts';

export function rounds(db: Readable, office: number) {
  return roundsOf(db, office).map((row) => ({
    id: row.id,
    rev: row.rev,
    number: row.number,
    name: row.name,
    beginsOn: row.begins_on,
    endsOn: row.ends_on,
  }));
}

/** Rounds follow each other: one that begins before the last has ended is refused. */
export function createRound(write: Write, input: Given<typeof selfInspection.createRound>) {
  ensure(input.endsOn >= input.beginsOn, 'round_dates_wrong');
  const last = roundsOf(write, write.office).at(-1);
  ensure(!last || last.ends_on < input.beginsOn, 'round_dates_wrong', { earliest: last?.ends_on ?? null });
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

export function filings(
  db: Readable,
  office: number,
  input: Given<typeof selfInspection.filings>,
  today: CalendarDate,
) {
  const round = findRow<RoundRow>(db, 'inspection_round', office, input.round);
  const filter = {
    round: round.pk,
    day: censusDay(round, today),
    state: input.state ?? null,
    unit: input.unit ? findRow(db, 'unit', office, input.unit).pk : null,
  };
  return {
    total: countFilers(db, office, filter),
    filings: listFilers(db, office, filter, input).map(asFiling),
  };
}

export function filing(db: Readable, office: number, id: string, today: CalendarDate) {
  const row = filingWithNames(db, office, id);
  ensure(row, 'not_found', { register: 'filing' });
  const items = itemsOf(db, row.pk);
  const day = censusDay(roundByPk(db, row.round), today);
  return {
    id: row.id,
    rev: row.rev,
    person: row.person_id,
    name: row.person_name,
    unit: row.unit_id,
    unitName: row.unit_name,
    expected: countedUnit(db, row.person, day) !== undefined,
    state: row.state,
    filedOn: row.filed_on,
    declared: row.declared,
    paperNumber: row.paper_number,
    items: items.length,
    itemList: items.map((item) => ({
      id: item.id,
      rev: item.rev,
      category: item.category,
      summary: item.summary,
      disposition: item.disposition,
      rectification: item.rectification,
      transferDocument: item.transfer_document,
      reason: item.reason,
    })),
  };
}

function censusDay(round: RoundRow, day: CalendarDate): CalendarDate {
  return roundCensusDay({ beginsOn: round.begins_on, endsOn: round.ends_on }, day);
}

function asFiling(row: FilerRow) {
  return {
    id: row.filing_id,
    rev: row.filing_rev,
    person: row.person_id,
    name: row.person_name,
    unit: row.unit_id,
    unitName: row.unit_name,
    expected: row.expected === 1,
    state: row.state,
    filedOn: row.filed_on,
    declared: row.declared,
    paperNumber: row.paper_number,
    items: row.items,
  };
}
