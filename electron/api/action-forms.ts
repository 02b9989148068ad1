import type { FormAsked } from '../../shared/contract/forms.ts';
import { actionList } from '../forms/action-list.ts';
import { actionsForForm } from '../registers/actions/actions-forms.ts';
import { figuresOf } from '../registers/figures/office-figures.ts';
import { asked as figuresAsked } from './figure-question.ts';
import { type Form, type FormDesk, printingOf } from './form-printing.ts';
import { officeAsked } from './office-asked.ts';

/** Form 8, the list of actions. @throws Refusal `not_found` */
export function actionForm(desk: FormDesk, asked: Extract<FormAsked, { form: 'actionList' }>): Form {
  const { db, ledger } = desk;
  const office = officeAsked(db, ledger.office, asked.office);
  const printing = printingOf(desk, office, asked.asOf);
  const phases = actionsForForm(db, office, printing.asOf, asked);
  const question = { asOf: printing.asOf, office: asked.office, phase: asked.phase };
  const { actionCompletion } = figuresOf(db, figuresAsked(db, ledger.office, question));
  const none = { numerator: 0, denominator: 0 };
  return { printing, document: actionList(phases, actionCompletion ?? none, printing) };
}
