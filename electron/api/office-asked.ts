import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { Readable } from '../store/handles.ts';

/**
 * Surrogate of the office whose rows are asked for: by id or code, the own one when none is named.
 * @throws Refusal `not_found`
 */
export function officeAsked(db: Readable, own: number, named: string | undefined): number {
  if (named === undefined) return own;
  const row = db.get<{ pk: number }>('SELECT pk FROM office WHERE id = ?1 OR code = ?1', named);
  ensure(row, 'not_found', { register: 'office' });
  return row.pk;
}

/**
 * Surrogate of the office that a row belongs to, for reads that name a row alone.
 * @throws Refusal `not_found`
 */
export function officeOfRow(db: Readable, table: string, id: string): number {
  const row = db.get<{ office: number }>(`SELECT office FROM ${table} WHERE id = ? AND deleted = 0`, id);
  ensure(row, 'not_found', { register: table });
  return row.office;
}
