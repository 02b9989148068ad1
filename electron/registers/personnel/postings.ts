import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { PostingStatus } from '../../../shared/vocabulary/words.ts';
import type { Write } from '../../store/handles.ts';
import { insertRow, updateRow } from '../../store/rows.ts';
import { postingsOf } from './personnel-sql.ts';

export interface NewPosting {
  readonly unit: number;
  readonly status: PostingStatus;
  readonly from: CalendarDate;
}

/**
 * Lets a posting begin: the one in force that day ends on it, one that began the very same day is replaced.
 * A day before the beginning of the last posting is refused: rewriting the past is a correction of its own.
 * @throws Refusal `posting_overlaps` with the first day possible
 */
export function placePosting(write: Write, person: number, next: NewPosting): void {
  const last = postingsOf(write, person).at(-1);
  if (last) {
    ensure(next.from >= last.from_on, 'posting_overlaps', { earliest: last.from_on });
    if (last.from_on === next.from) {
      updateRow(write, 'posting', last.pk, { unit: next.unit, status: next.status });
      return;
    }
    if (last.until_on === null || last.until_on > next.from) {
      updateRow(write, 'posting', last.pk, { until_on: next.from });
    }
  }
  insertRow(write, 'posting', write.newId(), {
    person,
    unit: next.unit,
    status: next.status,
    from_on: next.from,
  });
}
