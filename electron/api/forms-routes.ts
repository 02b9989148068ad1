import { implement } from '@orpc/server';
import type { FormAsked } from '../../shared/contract/forms.ts';
import { contract } from '../../shared/contract/index.ts';
import { FORM_IDS } from '../../shared/vocabulary/words.ts';
import { FORM_KINDS, type FormKind, firstRows, formFileName } from '../forms/form-document.ts';
import { FORM_WRITERS } from '../forms/form-files.ts';
import { actionForm } from './action-forms.ts';
import { evaluationForm } from './evaluation-forms.ts';
import { exchangeForm } from './exchange-forms.ts';
import { filingForm } from './filing-forms.ts';
import { type Form, type FormDesk, formDesk } from './form-printing.ts';
import type { Host } from './host.ts';
import { closureForm, itemReworkForm, ledgerForm, supervisionForm } from './item-forms.ts';
import { comparisonForm, gridForm, reminderForm } from './oversight-forms.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';
import { sessionReworkForm } from './session-forms.ts';
import { attendanceForm, makeupForm, signInForm } from './study-forms.ts';
import { institutionForm } from './supporting-forms.ts';
import { weeklyForm } from './weekly-forms.ts';

const routes = implement(contract.forms).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const formsRoutes = {
  list: routes.list.handler(({ context }) =>
    FORM_IDS.filter((form) => isPrintedHere(context.host, FORM_KINDS[form])).map((form) => {
      const { number, title, orientation, parameters } = FORM_KINDS[form];
      return { form, number, title, orientation, parameters: [...parameters] };
    }),
  ),
  preview: routes.preview.handler(({ input, context }) => {
    const { document } = formAskedFor(context.host, input.asked);
    return input.rows === undefined ? document : firstRows(document, input.rows);
  }),
  save: routes.save.handler(async ({ input, context }) => {
    const { document, printing, subject } = formAskedFor(context.host, input.asked);
    const content = await FORM_WRITERS[input.as](document);
    return {
      fileName: formFileName(document, printing, input.as, subject),
      content: Buffer.from(content).toString('base64'),
    };
  }),
};

function isPrintedHere(host: Host, { at }: FormKind): boolean {
  return at === undefined || at === openLedgerOf(host).ownOffice.kind;
}

/** @throws Refusal `not_found`, `missing_field`, `form_not_for_state`, `form_names_stay` */
function formAskedFor(host: Host, asked: FormAsked): Form {
  return openLedgerOf(host).read((db) => formOf(formDesk(host, db), asked));
}

function formOf(desk: FormDesk, asked: FormAsked): Form {
  switch (asked.form) {
    case 'signInSheet':
      return signInForm(desk, asked);
    case 'attendanceSummary':
      return attendanceForm(desk, asked);
    case 'makeupRegister':
      return makeupForm(desk, asked);
    case 'selfInspectionSummary':
      return filingForm(desk, asked);
    case 'rectificationLedger':
      return ledgerForm(desk, asked);
    case 'closureApplication':
      return closureForm(desk, asked);
    case 'supervisionNotice':
      return supervisionForm(desk, asked);
    case 'reworkNotice':
      return asked.item !== undefined
        ? itemReworkForm(desk, asked.item, asked)
        : sessionReworkForm(desk, asked.session ?? '', asked);
    case 'actionList':
      return actionForm(desk, asked);
    case 'institutionList':
      return institutionForm(desk, asked);
    case 'evaluationSheet':
      return evaluationForm(desk, asked);
    case 'weeklyReport':
      return weeklyForm(desk, asked);
    case 'reminderLetter':
      return reminderForm(desk, asked);
    case 'reportingGrid':
      return gridForm(desk, asked);
    case 'officeComparison':
      return comparisonForm(desk, asked);
    case 'exchangeRegister':
      return exchangeForm(desk, asked);
  }
}
