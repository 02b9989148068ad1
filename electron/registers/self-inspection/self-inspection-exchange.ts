import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Declaration, FilingState } from '../../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { putReceivedRow, type RowFate } from '../../store/received-rows.ts';

export interface RoundRecord {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly beginsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly deleted: number;
}

/** Rounds touched after revision `after`, by id. */
export function changedRounds(db: Readable, office: number, after: number): RoundRecord[] {
  return db.all<RoundRecord>(
    `SELECT id, number, name, begins_on AS beginsOn, ends_on AS endsOn, deleted
     FROM inspection_round WHERE office = ? AND rev > ? ORDER BY id`,
    office,
    after,
  );
}

/** @throws Refusal `bundle_row_invalid` for a round that ends before it begins */
export function putRound(write: Write, office: number, rev: number, round: RoundRecord): RowFate {
  ensure(round.endsOn >= round.beginsOn, 'bundle_row_invalid', { register: 'round', column: 'endsOn' });
  const values = { number: round.number, name: round.name, begins_on: round.beginsOn, ends_on: round.endsOn };
  return putReceivedRow(write, 'inspection_round', office, {
    ...{ id: round.id, rev, stamped: true, deleted: round.deleted, values },
  });
}

/** A filing as it leaves: that it was filed and what was declared, with surrogates of this database. */
export interface FilingRecord {
  readonly round: number;
  readonly person: number;
  readonly unit: number;
  readonly filedOn: CalendarDate;
  readonly declared: Declaration;
  readonly state: FilingState;
  readonly deleted: number;
}

export function changedFilings(db: Readable, office: number, after: number): FilingRecord[] {
  return db.all<FilingRecord>(
    `SELECT round, person, unit, filed_on AS filedOn, declared, state, deleted
     FROM filing WHERE office = ? AND rev > ?`,
    office,
    after,
  );
}

/** One filing per person and round: that pair is its key, since no id of a filing leaves its office. */
/** What tells two of an office apart where they are received: their own ids stay at home. */
export const keyOfFiling = ({ round, person }: Pick<FilingRecord, 'round' | 'person'>) =>
  `${round}-${person}`;

export function putFiling(write: Write, office: number, rev: number, filing: FilingRecord): RowFate {
  return putReceivedRow(write, 'filing', office, {
    ...{ id: keyOfFiling(filing), rev, stamped: true, deleted: filing.deleted },
    fixed: { round: filing.round, person: filing.person },
    values: {
      unit: filing.unit,
      filed_on: filing.filedOn,
      declared: filing.declared,
      submitted_by: 0,
      state: filing.state,
    },
  });
}
