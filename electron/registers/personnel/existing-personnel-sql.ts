import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { PostingStatus, Staffing } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';

export interface ExistingPersonRow {
  readonly pk: number;
  readonly id: string;
  readonly name: string | null;
  readonly folded: string | null;
  readonly post: string | null;
  readonly staffing: Staffing | null;
  readonly orderNumber: number | null;
  readonly disambiguator: string | null;
}

export interface ExistingPostingRow {
  readonly person: number;
  readonly unit: number;
  readonly status: PostingStatus;
}

/** In the order in which they were added. */
export function existingPeople(db: Readable, office: number): ExistingPersonRow[] {
  return db.all<ExistingPersonRow>(
    `SELECT pk, id, name, folded, post, staffing, order_number AS orderNumber, disambiguator
     FROM person WHERE office = ? AND deleted = 0 ORDER BY pk`,
    office,
  );
}

/** Of everybody, read in one go: looked up for each person they take twice as long. */
export function postingsOnDay(db: Readable, day: CalendarDate): ExistingPostingRow[] {
  return db.all<ExistingPostingRow>(
    `SELECT person, unit, status FROM posting
     WHERE deleted = 0 AND from_on <= ?1 AND (until_on IS NULL OR until_on > ?1)`,
    day,
  );
}
