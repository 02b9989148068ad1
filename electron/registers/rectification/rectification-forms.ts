import { isOverdue } from '../../../shared/rules/deadlines.ts';
import { dueInForce } from '../../../shared/rules/figures.ts';
import { itemMachine, needsGroupReview } from '../../../shared/rules/item-moves.ts';
import { type CalendarDate, daysBetween } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import {
  ITEM_SOURCES,
  ITEM_STATES,
  type ItemMove,
  type ItemSource,
  type ItemState,
  type Whose,
} from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { findRow, type StoredRow } from '../../store/rows.ts';
import { OPEN_STATES } from './burn-down.ts';
import { printNumber } from './item-numbers.ts';
import { type FormItemRow, formItems } from './rectification-forms-sql.ts';

/** A move as a form tells it. */
export interface ToldMove {
  readonly move: ItemMove;
  readonly on: CalendarDate;
  readonly reason: string | null;
}

/** An item as it stood at the end of a day, under today's knowledge. */
export interface FormItem {
  readonly number: string;
  readonly source: ItemSource;
  /** By id. */
  readonly category: string | null;
  readonly problem: string;
  readonly measures: string | null;
  /** Surrogate. */
  readonly unit: number | null;
  readonly unitName: string | null;
  readonly leader: string | null;
  readonly owner: string | null;
  readonly dueOn: CalendarDate | null;
  readonly extendedDueOn: CalendarDate | null;
  readonly evidenceNumber: string | null;
  readonly issuedOn: CalendarDate;
  readonly appliedOn: CalendarDate | null;
  readonly closedOn: CalendarDate | null;
  readonly state: ItemState;
  /** The move that led to the state. */
  readonly entered: ToldMove;
  readonly timesReturned: number;
  readonly lastReturn: ToldMove | null;
  /** Days past the date in force; null while it is not overdue. */
  readonly overdueBy: number | null;
  /** Until the date in force, while the work is in the owner's hands. */
  readonly daysLeft: number | null;
  readonly progress: { readonly on: CalendarDate; readonly text: string } | null;
  readonly supervision: {
    readonly since: CalendarDate;
    readonly reason: string;
    readonly nextOn: CalendarDate | null;
  } | null;
  /** Numbers of other items. */
  readonly repeats: string | null;
  readonly mergedInto: string | null;
}

export interface LedgerAsked {
  readonly asOf: CalendarDate;
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
  readonly state: 'all' | 'open' | ItemState;
  readonly view: LedgerView | null;
  readonly whose: readonly Whose[] | null;
  /** By id. */
  readonly unit: string | null;
  readonly below: boolean;
  readonly source: ItemSource | null;
  /** 市指导组反馈 and 上级督导. */
  readonly fromGroup: boolean;
  readonly category: string | null;
  readonly owner: string | null;
  readonly dueFrom: CalendarDate | null;
  readonly dueUntil: CalendarDate | null;
  readonly supervised: boolean;
  readonly search: string | null;
  readonly grouped: boolean;
}

/** What the views of the ledger ask beside a state; of a day, as the ledger asks it of today. */
const VIEWS = {
  overdue: ({ overdueBy }: FormItem) => overdueBy !== null,
  dueSoon: ({ daysLeft }: FormItem) => daysLeft !== null && daysLeft >= 0 && daysLeft <= DAYS_OF_SOON,
  returned: ({ state, entered }: FormItem) => state === 'inProgress' && RETURNS.includes(entered.move),
} as const;
export type LedgerView = keyof typeof VIEWS;

/** 三日内 */
const DAYS_OF_SOON = 3;

/** Whose move an issued item waits for. */
const STATES_OF: Readonly<Record<Whose, readonly ItemState[]>> = {
  clerk: ['issued', 'inProgress'],
  reviewer: ['officeReview'],
  unit: [],
  group: ['groupReview'],
};

const RETURNS = itemMachine.transitions.filter(({ isReturn }) => isReturn).map(({ move }) => move);

/** The ledger by number, or by unit and number. @throws Refusal `not_found` for a unit that the office does not have */
export function ledgerItems(db: Readable, office: number, asked: LedgerAsked): FormItem[] {
  const { asOf, view, grouped } = asked;
  const unit = asked.unit === null ? null : findRow<StoredRow>(db, 'unit', office, asked.unit).pk;
  const filter = { ...asked, unit, states: statesOf(asked), sources: sourcesOf(asked) };
  const rows = formItems(db, office, { ...filter, item: null, byUnit: grouped, returns: RETURNS });
  const items = rows.map((row) => told(row, asOf));
  return view === null ? items : items.filter(VIEWS[view]);
}

/**
 * One item for a form of its own.
 * @throws Refusal `not_found`, `form_not_for_state` when it is in none of the states that the form is made for
 */
export function itemForForm(
  db: Readable,
  office: number,
  id: string,
  asOf: CalendarDate,
  states: readonly ItemState[] = ITEM_STATES,
): FormItem {
  findRow<StoredRow>(db, 'rectification_item', office, id);
  const [row] = formItems(db, office, { ...ANY, asOf, item: id, byUnit: false, returns: RETURNS });
  const state = row?.state ?? 'draft';
  ensure(row && states.includes(state), 'form_not_for_state', { register: 'rectification_item', state });
  return told(row, asOf);
}

const ANY = {
  ...{ from: null, until: null, sources: null, category: null, owner: null, unit: null, below: true },
  ...{ states: null, dueFrom: null, dueUntil: null, supervised: false, search: null },
} as const;

function statesOf({ state, whose }: LedgerAsked): readonly ItemState[] | null {
  if (state === 'all' && whose === null) return null;
  const asked = state === 'all' ? ITEM_STATES : state === 'open' ? OPEN_STATES : [state];
  const waiting = whose?.flatMap((one) => STATES_OF[one]);
  return asked.filter((one) => waiting === undefined || waiting.includes(one));
}

function sourcesOf({ source, fromGroup }: LedgerAsked): readonly ItemSource[] | null {
  if (source === null && !fromGroup) return null;
  return ITEM_SOURCES.filter(
    (one) => (source === null || one === source) && (!fromGroup || needsGroupReview(one)),
  );
}

function told(row: FormItemRow, asOf: CalendarDate): FormItem {
  const due = dueInForce(row.due_on, row.extended_due_on);
  const isLate = isOverdue({ state: row.state, due, appliedOn: row.applied_on }, asOf);
  const until = row.state === 'officeReview' ? (row.applied_on ?? asOf) : asOf;
  return {
    number: printNumber(row) ?? '',
    source: row.source,
    category: row.category,
    problem: row.problem,
    measures: row.measures,
    unit: row.unit,
    unitName: row.unit_name,
    leader: row.leader,
    owner: row.owner,
    dueOn: row.due_on,
    extendedDueOn: row.extended_due_on,
    evidenceNumber: row.evidence_number,
    issuedOn: row.issued_on,
    appliedOn: row.applied_on,
    closedOn: row.closed_on,
    state: row.state,
    entered: JSON.parse(row.entered) as ToldMove,
    timesReturned: row.times_returned,
    lastReturn: read<ToldMove>(row.last_return),
    overdueBy: isLate && due !== null ? daysBetween(due, until) : null,
    daysLeft: due !== null && STATES_OF.clerk.includes(row.state) ? daysBetween(asOf, due) : null,
    progress: read<NonNullable<FormItem['progress']>>(row.progress),
    supervision: read<NonNullable<FormItem['supervision']>>(row.supervision),
    repeats: row.repeats,
    mergedInto: row.merged_into,
  };
}

function read<Words>(json: string | null): Words | null {
  return json === null ? null : (JSON.parse(json) as Words);
}
