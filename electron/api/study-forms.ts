import type { FormAsked } from '../../shared/contract/forms.ts';
import { attendanceSummary } from '../forms/attendance-summary.ts';
import { makeupRegister } from '../forms/makeup-register.ts';
import { signInSheet } from '../forms/sign-in-sheet.ts';
import { campaignOffice, currentCampaign } from '../registers/campaign/campaign-register.ts';
import { attendanceTable, makeupList, signInList } from '../registers/study/study-forms.ts';
import { officeOfRow } from '../store/rows.ts';
import { type Form, type FormDesk, printingOf } from './form-printing.ts';
import { officeAsked } from './office-asked.ts';

type Asked<Id extends FormAsked['form']> = Extract<FormAsked, { form: Id }>;

/** Form 1. @throws Refusal `not_found`, `missing_field` */
export function signInForm(desk: FormDesk, asked: Asked<'signInSheet'>): Form {
  const office = officeOfRow(desk.db, 'study_session', asked.session);
  const printing = printingOf(desk, office, undefined);
  const list = signInList(desk.db, office, asked.session);
  const { day, title } = list.session;
  return {
    printing,
    subject: [day, title].filter(Boolean).join(' '),
    document: signInSheet(list, printing),
  };
}

/** Form 2. @throws Refusal `not_found` */
export function attendanceForm(desk: FormDesk, asked: Asked<'attendanceSummary'>): Form {
  const { from = null, until = null, phase = null } = asked;
  const office = officeAsked(desk.db, desk.ledger.office, asked.office);
  const printing = printingOf(desk, office, asked.asOf);
  const table = attendanceTable(desk.db, office, { asOf: printing.asOf, from, until, phase });
  const span = { from, until, phase: phase && phaseName(desk, office, phase) };
  return { printing, document: attendanceSummary(table, span, printing) };
}

/** Form 3. @throws Refusal `not_found` */
export function makeupForm(desk: FormDesk, asked: Asked<'makeupRegister'>): Form {
  const { from = null, until = null } = asked;
  const office = officeAsked(desk.db, desk.ledger.office, asked.office);
  const printing = printingOf(desk, office, asked.asOf);
  const span = { asOf: printing.asOf, from, until, phase: null };
  return { printing, document: makeupRegister(makeupList(desk.db, office, span, asked.state), printing) };
}

function phaseName({ db, ledger }: FormDesk, office: number, phase: string): string {
  const { phases } = currentCampaign(db, campaignOffice(db, ledger.office, office)).content;
  return phases.find(({ id }) => id === phase)?.name ?? phase;
}
