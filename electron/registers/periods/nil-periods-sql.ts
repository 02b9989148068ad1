import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';

export interface NilRow {
  readonly office: number;
  readonly from: CalendarDate | null;
  readonly until: CalendarDate;
}

/** Of every office, the earliest first. */
export function nilRows(db: Readable): NilRow[] {
  return db.all<NilRow>(
    `SELECT office, from_on AS "from", until_on AS until FROM period
     WHERE nil = 1 AND deleted = 0 ORDER BY office, until_on`,
  );
}
