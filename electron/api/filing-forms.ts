import type { FormAsked } from '../../shared/contract/forms.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { selfInspectionSubject, selfInspectionSummary } from '../forms/self-inspection-summary.ts';
import { filingSummary } from '../registers/self-inspection/self-inspection-forms.ts';
import { type Form, type FormDesk, isOwn, printingOf } from './form-printing.ts';
import { officeAsked } from './office-asked.ts';

/**
 * Form 4. Names stay in the county: a group, whose own people file nothing with it, prints none.
 * @throws Refusal `not_found`, `form_names_stay`
 */
export function filingForm(
  desk: FormDesk,
  asked: Extract<FormAsked, { form: 'selfInspectionSummary' }>,
): Form {
  const office = officeAsked(desk.db, desk.ledger.office, asked.office);
  const { round = null, named } = asked;
  const isHere = isOwn(desk, office);
  ensure(!named || isHere, 'form_names_stay');
  const printing = printingOf(desk, office, asked.asOf);
  const summary = filingSummary(desk.db, office, printing.asOf, { round, named });
  return {
    printing,
    subject: selfInspectionSubject(summary),
    document: selfInspectionSummary(summary, isHere, printing),
  };
}
