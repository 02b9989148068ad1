import type { FormAsked } from '../../shared/contract/forms.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { ItemState } from '../../shared/vocabulary/words.ts';
import { closureApplication } from '../forms/closure-application.ts';
import { ledgerSubject, rectificationLedger } from '../forms/rectification-ledger.ts';
import { itemReworkNotice, type Return } from '../forms/rework-notice.ts';
import { supervisionNotice } from '../forms/supervision-notice.ts';
import { OPEN_STATES } from '../registers/rectification/burn-down.ts';
import {
  type FormItem,
  itemForForm,
  type LedgerAsked,
  ledgerItems,
} from '../registers/rectification/rectification-forms.ts';
import { findRow, officeOfRow, type StoredRow } from '../store/rows.ts';
import { categoryNames, type Form, type FormDesk, isOwn, printingOf } from './form-printing.ts';
import { officeAsked } from './office-asked.ts';
import { returnSaid } from './rework-said.ts';

type Asked<Id extends FormAsked['form']> = Extract<FormAsked, { form: Id }>;

/** Form 5. @throws Refusal `not_found` */
export function ledgerForm(desk: FormDesk, asked: Asked<'rectificationLedger'>): Form {
  const { db } = desk;
  const office = officeAsked(db, desk.ledger.office, asked.office);
  const printing = printingOf(desk, office, asked.asOf);
  const range = rangeOf(asked, printing.asOf);
  const items = ledgerItems(db, office, range);
  const nameOf = categoryNames(desk, office);
  const { unit, category } = range;
  const unitName = unit && findRow<StoredRow & { readonly name: string }>(db, 'unit', office, unit).name;
  const named = { ...range, unit: unitName, category: nameOf(category) };
  const document = rectificationLedger(items, named, nameOf, printing);
  return { printing, document, subject: ledgerSubject(named) };
}

function rangeOf(asked: Asked<'rectificationLedger'>, asOf: LedgerAsked['asOf']): LedgerAsked {
  const { state, grouped, below = true, fromGroup = false, supervised = false } = asked;
  const { from = null, until = null, dueFrom = null, dueUntil = null, view = null, whose = null } = asked;
  const { unit = null, source = null, category = null, owner = null, search = null } = asked;
  return {
    ...{ asOf, from, until, dueFrom, dueUntil, state, view, whose, unit, below, source, fromGroup },
    ...{ category, owner, supervised, search, grouped },
  };
}

/** An item that is applied for, or that was. */
const APPLIED_FOR: readonly ItemState[] = ['inProgress', 'officeReview', 'groupReview', 'closed'];

/** Form 6. @throws Refusal `not_found`, `form_not_for_state` */
export function closureForm(desk: FormDesk, asked: Asked<'closureApplication'>): Form {
  const { item, printing, office } = itemAsked(desk, asked.item, APPLIED_FOR);
  return formOf(item, printing, closureApplication(item, categoryNames(desk, office), printing));
}

/** Form 7, of an item whose work goes on. @throws Refusal `not_found`, `form_not_for_state` */
export function supervisionForm(desk: FormDesk, asked: Asked<'supervisionNotice'>): Form {
  const { item, printing, to, office } = itemAsked(desk, asked.item, OPEN_STATES);
  return formOf(item, printing, supervisionNotice(item, to, asked, categoryNames(desk, office), printing));
}

/** Form 7, of an item that either level returned. @throws Refusal `not_found`, `form_not_for_state` */
export function itemReworkForm(desk: FormDesk, id: string, asked: Asked<'reworkNotice'>): Form {
  const { item, printing, to, office } = itemAsked(desk, id, OPEN_STATES);
  const said = returnSaid(desk, office, id, 'returnForRework');
  const returned: Return | null = said ?? (item.lastReturn && returnOf(item.lastReturn));
  ensure(returned, 'form_not_for_state', { register: 'rectification_item', state: item.state });
  const dueOn = asked.dueOn ?? said?.dueOn ?? undefined;
  return formOf(item, printing, itemReworkNotice(item, returned, to, { ...asked, dueOn }, printing));
}

function itemAsked(desk: FormDesk, id: string, states: readonly ItemState[]) {
  const office = officeOfRow(desk.db, 'rectification_item', id);
  const printing = printingOf(desk, office, undefined);
  const item = itemForForm(desk.db, office, id, printing.asOf, states);
  // a group writes to the office, which an item without its unit is the office's own matter too
  const to = isOwn(desk, office) ? (item.unitName ?? printing.office) : printing.office;
  return { office, printing, item, to };
}

function returnOf({ move, on, reason }: NonNullable<FormItem['lastReturn']>): Return {
  return { on, reason, by: move === 'return' ? 'office' : 'group' };
}

function formOf({ number }: FormItem, printing: Form['printing'], document: Form['document']): Form {
  return { printing, document, subject: number };
}
