import type { FormAsked } from '../../../shared/contract/forms.ts';
import { type CalendarDate, isCalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ITEM_SOURCES, ITEM_STATES } from '../../../shared/vocabulary/words.ts';

/** What a form is asked about, as it stands in the address. */
export type FormSearch = Readonly<Record<string, string | undefined>>;
export type ChangeSearch = (more: FormSearch) => void;

/** States of the ledger's rows that can be asked for; a draft stands in no ledger. */
export const LEDGER_STATES = ITEM_STATES.filter((state) => state !== 'draft');

/** The question in the core's words; null as long as it is not whole. */
export function questionOf(form: FormAsked['form'], search: FormSearch, today: string): FormAsked | null {
  const asOf = dayOf(search.asOf) ?? dayOf(today);
  const dataOf = { ...(asOf && { asOf }), ...given(search, 'office') };
  switch (form) {
    case 'signInSheet':
      return search.session ? { form, session: search.session } : null;
    case 'attendanceSummary':
      return { form, ...dataOf, ...given(search, 'phase') };
    case 'makeupRegister':
      return { form, ...dataOf, state: search.state === 'open' ? 'open' : 'all' };
    case 'selfInspectionSummary':
      return { form, ...dataOf, ...given(search, 'round'), named: search.named === 'true' };
    case 'rectificationLedger':
      return { form, ...dataOf, ...ledgerOf(search) };
    case 'closureApplication':
      return search.item ? { form, item: search.item } : null;
    case 'supervisionNotice':
      return search.item ? { form, item: search.item, ...letterOf(search) } : null;
    case 'reworkNotice':
      return reworkOf(search);
  }
}

type Asked<Id extends FormAsked['form']> = Extract<FormAsked, { form: Id }>;

function ledgerOf(search: FormSearch): Omit<Asked<'rectificationLedger'>, 'form'> {
  const [from, until] = [dayOf(search.from), dayOf(search.until)];
  const source = ITEM_SOURCES.find((one) => one === search.source);
  return {
    ...(from && { from }),
    ...(until && { until }),
    ...(source && { source }),
    ...given(search, 'unit'),
    ...given(search, 'category'),
    state: search.state === 'open' ? 'open' : (LEDGER_STATES.find((one) => one === search.state) ?? 'all'),
    grouped: search.grouped === 'true',
  };
}

/** A session where one is named; an item otherwise. */
function reworkOf(search: FormSearch): Asked<'reworkNotice'> | null {
  const letter = { form: 'reworkNotice', ...letterOf(search) } as const;
  if (search.session) return { ...letter, session: search.session, ...given(search, 'unit') };
  return search.item ? { ...letter, item: search.item } : null;
}

function letterOf(search: FormSearch) {
  const dueOn = dayOf(search.dueOn);
  return { ...(dueOn && { dueOn }), ...given(search, 'number'), ...given(search, 'text') };
}

function given<Name extends string>(search: FormSearch, name: Name): { [Key in Name]?: string } {
  const value = search[name];
  return value ? ({ [name]: value } as { [Key in Name]?: string }) : {};
}

function dayOf(text: string | undefined): CalendarDate | undefined {
  return text !== undefined && isCalendarDate(text) ? text : undefined;
}
