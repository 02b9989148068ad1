import { cleanName, foldName } from '../../../shared/rules/names.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { PostingStatus, Staffing } from '../../../shared/vocabulary/words.ts';
import type { Write } from '../../store/handles.ts';
import { findRow, updateRow } from '../../store/rows.ts';
import { indexName } from './name-index.ts';
import { personOnDay, type UnitRow } from './personnel-sql.ts';
import { placePosting } from './postings.ts';

/** What a unit says anew of one of its people; what is left out stays. */
export interface SaidOfPerson {
  readonly name?: string;
  /** id */
  readonly unit?: string;
  readonly status?: PostingStatus;
  readonly post?: string | null;
  readonly staffing?: Staffing | null;
  readonly orderNumber?: number | null;
  readonly disambiguator?: string | null;
}

/** Unit and status hold from `from` on. @throws Refusal `not_found`, `posting_overlaps`, `unit_closed` */
export function changePerson(write: Write, id: string, said: SaidOfPerson, from: CalendarDate): void {
  const person = personOnDay(write, write.office, id, from);
  ensure(person, 'not_found', { register: 'person' });
  const { name, post, staffing, orderNumber, disambiguator } = said;
  updateRow(write, 'person', person.pk, {
    ...(name !== undefined && { name: cleanName(name), folded: foldName(name) }),
    ...(post !== undefined && { post }),
    ...(staffing !== undefined && { staffing }),
    ...(orderNumber !== undefined && { order_number: orderNumber }),
    ...(disambiguator !== undefined && { disambiguator }),
  });
  if (name !== undefined) indexName(write, foldName(name));
  if (said.unit === undefined && said.status === undefined) return;
  const unit = said.unit === undefined ? person.unit : findUnit(write, said.unit);
  ensure(unit !== null, 'missing_field', { field: 'unit' });
  placePosting(write, person.pk, { unit, status: said.status ?? person.status ?? 'onDuty', from });
}

function findUnit(write: Write, id: string): number {
  return findRow<UnitRow>(write, 'unit', write.office, id).pk;
}
