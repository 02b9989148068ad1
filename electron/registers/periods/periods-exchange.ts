import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { putReceivedRow, type RowFate } from '../../store/received-rows.ts';

/** A period as it leaves: why it was reopened, and who closed it, stay at home. */
export interface PeriodRecord {
  readonly id: string;
  readonly from: CalendarDate | null;
  readonly until: CalendarDate;
  readonly nil: number;
  readonly closed: number;
  readonly deleted: number;
}

/** Periods touched after revision `after`, by id. */
export function changedPeriods(db: Readable, office: number, after: number): PeriodRecord[] {
  return db.all<PeriodRecord>(
    `SELECT id, from_on AS "from", until_on AS "until", nil, state = 'closed' AS closed, deleted
     FROM period WHERE office = ? AND rev > ? ORDER BY id`,
    office,
    after,
  );
}

export function putPeriod(write: Write, office: number, rev: number, one: PeriodRecord): RowFate {
  const { id, from, until, nil, closed, deleted } = one;
  const values = { from_on: from, until_on: until, nil, state: closed === 1 ? 'closed' : 'open' };
  return putReceivedRow(write, 'period', office, { id, rev, stamped: true, deleted, values });
}
