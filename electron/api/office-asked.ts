import { ensure } from '../../shared/vocabulary/refusal.ts';
import { answeredItems } from '../exchange/feedback-sql.ts';
import type { ItemsAsking } from '../registers/rectification/item-lists.ts';
import type { Readable } from '../store/handles.ts';
import { officeNamed } from '../store/office-sql.ts';
import type { Host } from './host.ts';
import { askingOf, openLedgerOf } from './procedures.ts';

/**
 * Surrogate of the office whose rows are asked for: by id or code, the own one when none is named.
 * @throws Refusal `not_found`
 */
export function officeAsked(db: Readable, own: number, named: string | undefined): number {
  if (named === undefined) return own;
  const office = officeNamed(db, named);
  ensure(office !== undefined, 'not_found', { register: 'office' });
  return office;
}

/** Items of the office asked for; at a group that names none, of every office, without what it has answered. */
export function itemsAsked(db: Readable, host: Host, named: string | undefined): ItemsAsking {
  const { office: own, ownOffice } = openLedgerOf(host);
  const asking = askingOf(host, officeAsked(db, own, named));
  if (ownOffice.kind !== 'group') return asking;
  return { ...asking, office: named === undefined ? null : asking.office, answered: answeredItems(db, own) };
}
