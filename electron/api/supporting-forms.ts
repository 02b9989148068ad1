import type { FormAsked } from '../../shared/contract/forms.ts';
import { institutionList } from '../forms/institution-list.ts';
import { institutionsForForm } from '../registers/supporting/institutions.ts';
import { type Form, type FormDesk, printingOf } from './form-printing.ts';
import { officeAsked } from './office-asked.ts';

/** Form 8, the list of institutions. @throws Refusal `not_found` */
export function institutionForm(
  desk: FormDesk,
  asked: Extract<FormAsked, { form: 'institutionList' }>,
): Form {
  const office = officeAsked(desk.db, desk.ledger.office, asked.office);
  const printing = printingOf(desk, office, asked.asOf);
  const listed = institutionsForForm(desk.db, office, printing.asOf, asked);
  return { printing, document: institutionList(listed, printing) };
}
