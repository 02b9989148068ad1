import type { FormAsked } from '../../../shared/contract/forms.ts';
import { type CalendarDate, isCalendarDate } from '../../../shared/vocabulary/dates.ts';
import {
  FIGURE_IDS,
  type FigureId,
  INSTITUTION_KINDS,
  ITEM_SOURCES,
  ITEM_STATES,
  WHOSE,
} from '../../../shared/vocabulary/words.ts';

/** What a form is asked about, as it stands in the address. */
export type FormSearch = Readonly<Record<string, string | undefined>>;
export type ChangeSearch = (more: FormSearch) => void;

/** States of the ledger's rows that can be asked for; a draft stands in no ledger. */
export const LEDGER_STATES = ITEM_STATES.filter((state) => state !== 'draft');

/** Views of the ledger that are no state. */
export const LEDGER_VIEWS = ['overdue', 'dueSoon', 'returned'] as const;

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
    case 'actionList':
      return { form, ...dataOf, ...given(search, 'phase') };
    case 'institutionList':
      return { form, ...dataOf, ...institutionsOf(search) };
    case 'evaluationSheet':
      return search.phase ? { form, phase: search.phase, ...given(search, 'office') } : null;
    case 'weeklyReport':
      return weeklyOf(search);
    case 'reminderLetter':
      return { form, ...spanOf(search), ...letterOf(search), ...given(search, 'office') };
    case 'reportingGrid':
      return { form, ...spanOf(search) };
    case 'officeComparison':
      return { form, ...(asOf && { asOf }), ...comparedOf(search) };
    case 'exchangeRegister':
      return { form, ...exchangesOf(search) };
  }
}

type Asked<Id extends FormAsked['form']> = Extract<FormAsked, { form: Id }>;

function ledgerOf(search: FormSearch): Omit<Asked<'rectificationLedger'>, 'form'> {
  const [from, until] = [dayOf(search.from), dayOf(search.until)];
  const [dueFrom, dueUntil] = [dayOf(search.dueFrom), dayOf(search.dueUntil)];
  const source = ITEM_SOURCES.find((one) => one === search.source);
  const view = LEDGER_VIEWS.find((one) => one === search.view);
  const whose = WHOSE.filter((one) => search.whose?.split(',').includes(one));
  return {
    ...(from && { from }),
    ...(until && { until }),
    ...(dueFrom && { dueFrom }),
    ...(dueUntil && { dueUntil }),
    ...(source && { source }),
    ...(view && { view }),
    ...(whose.length > 0 && { whose }),
    ...given(search, 'unit'),
    ...(search.below === 'false' && { below: false as const }),
    ...given(search, 'category'),
    ...given(search, 'owner'),
    ...given(search, 'search'),
    ...(search.fromGroup === 'true' && { fromGroup: true as const }),
    ...(search.supervised === 'true' && { supervised: true as const }),
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

function institutionsOf(search: FormSearch): Omit<Asked<'institutionList'>, 'form'> {
  const [from, until] = [dayOf(search.from), dayOf(search.until)];
  const kind = INSTITUTION_KINDS.find((one) => one === search.kind);
  const span = { ...(from && { from }), ...(until && { until }) };
  return { ...span, ...(kind && { kind }), ...given(search, 'unit') };
}

function weeklyOf(search: FormSearch): Asked<'weeklyReport'> | null {
  const week = dayOf(search.week);
  return week ? { form: 'weeklyReport', week, ...given(search, 'office') } : null;
}

function exchangesOf(search: FormSearch): Omit<Asked<'exchangeRegister'>, 'form'> {
  const [from, until] = [dayOf(search.from), dayOf(search.until)];
  const [sequence, epoch] = [Number(search.sequence), Number(search.epoch)];
  return {
    ...given(search, 'party'),
    ...(from && { from }),
    ...(until && { until }),
    ...(sequence > 0 && { sequence }),
    ...(epoch > 0 && { epoch }),
  };
}

function spanOf(search: FormSearch) {
  const [from, until] = [dayOf(search.from), dayOf(search.until)];
  return { ...(from && { from }), ...(until && { until }) };
}

/** What is compared as long as nobody has chosen; the core prints the same. */
export const COMPARED_UNASKED: readonly FigureId[] = [
  'participationWithMakeup',
  'coverage',
  'rectificationCompletion',
  'selfInspectionCoverage',
];

function comparedOf(search: FormSearch): { figures?: FigureId[] } {
  const figures = figuresOf(search);
  return figures.length > 0 ? { figures } : {};
}

/** Those that the address names. */
export function figuresOf({ figures }: FormSearch): FigureId[] {
  const named = figures?.split(',') ?? [];
  return FIGURE_IDS.filter((id) => named.includes(id));
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
