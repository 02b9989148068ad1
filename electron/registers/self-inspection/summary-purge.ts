import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { recordErasure } from '../../store/register-key-sql.ts';
import { forgetImages } from '../../store/undo.ts';
import { eraseSummaries, putRetention, retention, withSummary } from './summary-purge-sql.ts';

export { purgesMade, retention } from './summary-purge-sql.ts';

/** Null: summaries are kept until another day is set; what was erased stays so. */
export function setRetention(write: Write, purgeOn: CalendarDate | null): void {
  write.undo.refuse('undo_not_possible');
  putRetention(write, purgeOn);
  write.record({ purgeOn });
}

/** @throws Refusal `purge_not_due` (`purgeOn`) before the administrator's day */
export function requirePurgeDay(db: Readable, today: CalendarDate): void {
  const { purgeOn } = retention(db);
  ensure(purgeOn !== null && purgeOn <= today, 'purge_not_due', { purgeOn });
}

/** How many summaries are to go today: on the administrator's day or later, those of rounds that have ended. */
export function purgeDue(db: Readable, office: number, today: CalendarDate): number {
  const { purgeOn } = retention(db);
  return purgeOn !== null && purgeOn <= today ? withSummary(db, office, today).length : 0;
}

/**
 * Erases the summaries that are to go, and what steps keep of their rows; counts them before and after. The bytes
 * they lay in go with the store's scrub, which the row left here asks for until it is done.
 * @throws Refusal `purge_not_due` (`purgeOn`)
 */
export function purgeSummaries(write: Write): { readonly before: number; readonly after: number } {
  requirePurgeDay(write, write.today);
  const { purgeOn } = retention(write);
  const pks = withSummary(write, write.office, write.today);
  eraseSummaries(write, pks);
  forgetImages(write, 'filing_item', pks);
  const counts = { before: pks.length, after: withSummary(write, write.office, write.today).length };
  if (counts.after > 0) throw new RangeError('a summary outlived its purge');
  recordErasure(write, { cause: 'purged', purgeOn, ...counts });
  write.undo.leaveNoStep();
  write.record({ purgeOn, ...counts });
  return counts;
}
