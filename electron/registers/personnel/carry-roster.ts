import type { Write } from '../../store/handles.ts';
import { copyRows, linkCopiedUnits } from './carry-roster-sql.ts';

export { countRoster } from './carry-roster-sql.ts';

/**
 * Carries the roster of closed books into the own office, under the same ids: units, the people who are of the
 * office today, and every posting of theirs.
 * @param from surrogate of the closed books
 */
export function carryRoster(write: Write, from: number): { units: number; people: number } {
  const units = copyRows(write, 'unit', from, {});
  linkCopiedUnits(write, from);
  const people = copyRows(write, 'person', from, {});
  copyRows(write, 'posting', from, { person: 'person', unit: 'unit' });
  return { units, people };
}
