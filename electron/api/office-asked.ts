import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { Readable } from '../store/handles.ts';
import { officeNamed } from '../store/office-sql.ts';

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
