import { implement } from '@orpc/server';
import type { FormAsked, FormDocument } from '../../shared/contract/forms.ts';
import { contract } from '../../shared/contract/index.ts';
import { FORM_IDS } from '../../shared/vocabulary/words.ts';
import { allParties } from '../exchange/parties.ts';
import { attendanceSummary } from '../forms/attendance-summary.ts';
import { FORM_KINDS, firstRows, formFileName, type Printing } from '../forms/form-document.ts';
import { FORM_WRITERS } from '../forms/form-files.ts';
import { makeupRegister } from '../forms/makeup-register.ts';
import { signInSheet } from '../forms/sign-in-sheet.ts';
import { currentCampaign } from '../registers/campaign/campaign-register.ts';
import { attendanceTable, makeupList, signInList } from '../registers/study/study-forms.ts';
import type { Readable } from '../store/handles.ts';
import { officeOfRow } from '../store/rows.ts';
import type { Host } from './host.ts';
import { officeAsked } from './office-asked.ts';
import { type ApiContext, checkAccount, mapErrors, openLedgerOf } from './procedures.ts';

const routes = implement(contract.forms).$context<ApiContext>().use(mapErrors).use(checkAccount);

export const formsRoutes = {
  list: routes.list.handler(() =>
    FORM_IDS.map((form) => ({ form, ...FORM_KINDS[form], parameters: [...FORM_KINDS[form].parameters] })),
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

interface Form {
  readonly document: FormDocument;
  readonly printing: Printing;
  /** What tells two forms of one office and day apart. */
  readonly subject?: string;
}

/** @throws Refusal `not_found`, `missing_field` */
function formAskedFor(host: Host, asked: FormAsked): Form {
  const { office: own, read } = openLedgerOf(host);
  return read((db) => {
    if (asked.form === 'signInSheet') {
      const office = officeOfRow(db, 'study_session', asked.session);
      const printing = printingOf(host, db, office, undefined);
      const list = signInList(db, office, asked.session);
      const { day, title } = list.session;
      return {
        printing,
        subject: [day, title].filter(Boolean).join(' '),
        document: signInSheet(list, printing),
      };
    }
    const office = officeAsked(db, own, asked.office);
    const printing = printingOf(host, db, office, asked.asOf);
    return { printing, document: studyForm(db, own, office, asked, printing) };
  });
}

function studyForm(
  db: Readable,
  own: number,
  office: number,
  asked: Exclude<FormAsked, { form: 'signInSheet' }>,
  printing: Printing,
): FormDocument {
  const { from = null, until = null } = asked;
  const { asOf } = printing;
  if (asked.form === 'makeupRegister') {
    const span = { asOf, from, until, phase: null };
    return makeupRegister(makeupList(db, office, span, asked.state), printing);
  }
  const phase = asked.phase ?? null;
  const table = attendanceTable(db, office, { asOf, from, until, phase });
  return attendanceSummary(table, { from, until, phase: phase && phaseName(db, own, phase) }, printing);
}

function printingOf(host: Host, db: Readable, office: number, asOf: Printing['asOf'] | undefined): Printing {
  const { ownOffice, office: own } = openLedgerOf(host);
  const party = office === own ? undefined : allParties(db).find(({ pk }) => pk === office);
  const today = host.ports.clock.today();
  return {
    office: party?.keys.name ?? ownOffice.name,
    installation: { name: ownOffice.name, role: ownOffice.kind },
    demo: ownOffice.demo,
    asOf: asOf ?? today,
    today,
  };
}

function phaseName(db: Readable, own: number, phase: string): string {
  return currentCampaign(db, own).content.phases.find(({ id }) => id === phase)?.name ?? phase;
}
