import type { FormAsked } from '../../shared/contract/forms.ts';
import { evaluationSheet, evaluationSubject } from '../forms/evaluation-sheet.ts';
import { frozenPhase } from '../registers/evaluation/evaluation-forms.ts';
import { type Form, type FormDesk, printingOf } from './form-printing.ts';
import { officeAsked } from './office-asked.ts';

/**
 * Form 9: what was frozen, and nothing else.
 * @throws Refusal `not_found`, `phase_unknown`
 */
export function evaluationForm(desk: FormDesk, asked: Extract<FormAsked, { form: 'evaluationSheet' }>): Form {
  const office = officeAsked(desk.db, desk.ledger.office, asked.office);
  const phase = frozenPhase(desk.db, office, asked.phase, asked.round ?? null);
  const days = phase.rounds.flatMap(({ evaluations }) => evaluations.map(({ row }) => row.as_of));
  const printing = printingOf(desk, office, days.toSorted().at(-1));
  return { printing, subject: evaluationSubject(phase), document: evaluationSheet(phase, printing) };
}
