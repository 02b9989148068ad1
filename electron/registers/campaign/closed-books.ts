import type { Preset } from '../../../shared/contract/preset.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { ownEpoch, setOwnEpoch } from '../../store/office-sql.ts';
import { guardVersion } from '../../store/rows.ts';
import { dropSteps } from '../../store/undo-sql.ts';
import { currentCampaign, startCampaign } from './campaign-register.ts';
import { latestCampaign } from './campaign-sql.ts';
import { closedBookRows, insertClosedBook, moveBooks } from './closed-books-sql.ts';

/**
 * Closes an office's books: its rows go to an office row of their own, which whoever asks for that office reads
 * like any other's. @returns the surrogate and id of the closed books
 */
export function closeBooks(write: Write, office: number, campaign: string): { pk: number; id: string } {
  const id = write.newId();
  const pk = insertClosedBook(write, { id, of: office, campaign });
  const rows = moveBooks(write, office, pk);
  write.record({ closedBooks: id, campaign, rows });
  return { pk, id };
}

/**
 * Begins another campaign in new books. Ranks of the rows that leave in bundles change, so a new epoch begins: the
 * next bundle is full.
 * @param fill puts into the new books what is carried over from the closed ones, told by their surrogate
 * @throws Refusal `conflict`, `campaign_missing`
 */
export function beginCampaign(
  write: Write,
  { rev, content }: { readonly rev: number; readonly content: Preset },
  fill: (closed: number) => void,
) {
  const old = latestCampaign(write, write.office);
  ensure(old, 'campaign_missing');
  guardVersion(write, old, rev);
  write.undo.refuse('undo_not_possible');
  const closed = closeBooks(write, write.office, old.name);
  dropSteps(write);
  startCampaign(write, content);
  fill(closed.pk);
  setOwnEpoch(write, { id: write.newId(), counter: ownEpoch(write).counter + 1 });
  const { id } = currentCampaign(write, write.office);
  return { id, rev: write.rev, closed: closed.id };
}

/** Newest first. */
export function closedBooks(db: Readable) {
  return closedBookRows(db).map(({ pk, ...book }) => book);
}
