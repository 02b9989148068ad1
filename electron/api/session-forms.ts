import type { FormAsked } from '../../shared/contract/forms.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { makeupNotice, type Return, sessionReworkNotice } from '../forms/rework-notice.ts';
import { type SessionToMakeGood, sessionToMakeGood } from '../registers/study/rework-forms.ts';
import { officeOfRow } from '../store/rows.ts';
import { type Form, type FormDesk, isOwn, printingOf } from './form-printing.ts';
import { returnSaid } from './rework-said.ts';

type Asked = Extract<FormAsked, { form: 'reworkNotice' }>;

/**
 * Form 7, of a session: 返工 where it was ordered, else 补课 of those who owe it.
 * @throws Refusal `not_found`, `form_not_for_state` when nothing is to be made good
 */
export function sessionReworkForm(desk: FormDesk, id: string, asked: Asked): Form {
  const office = officeOfRow(desk.db, 'study_session', id);
  const printing = printingOf(desk, office, undefined);
  const session = sessionToMakeGood(desk.db, office, id, { unit: asked.unit ?? null, today: printing.today });
  const { title, day, state, owing, order } = session;
  const isHere = isOwn(desk, office);
  const ordered: Return | null =
    returnSaid(desk, office, id, 'orderRework') ?? (order && { ...order, by: 'group' });
  ensure(ordered || owing.length > 0, 'form_not_for_state', { register: 'study_session', state });
  const to = isHere ? addressee(session) : printing.office;
  const document = ordered
    ? sessionReworkNotice(session, ordered, to, asked, printing)
    : makeupNotice(session, isHere, to, asked, printing);
  return { printing, document, subject: [day, title].filter(Boolean).join(' ') };
}

/** The only unit there is to write to; several are written to together. */
function addressee({ owing }: SessionToMakeGood): string | null {
  const units = new Set(owing.map(({ unitName }) => unitName));
  const [only, another] = units;
  return only !== undefined && another === undefined ? only : null;
}
