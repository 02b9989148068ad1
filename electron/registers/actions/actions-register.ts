import type { actions } from '../../../shared/contract/actions.ts';
import type { Given } from '../../../shared/contract/base.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import { ACTION_ORIGINS, type ActionOrigin, type Whose } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { OWN_OFFICE } from '../../store/office-sql.ts';
import { findRow, officeOfRow } from '../../store/rows.ts';
import type { Asking } from '../actor.ts';
import { currentCampaign, hasCampaign } from '../campaign/campaign-register.ts';
import { historyOf } from '../moves-log.ts';
import { offeredSteps } from './action-life.ts';
import {
  type ActionFilter,
  actionsOfSession,
  countByPhase,
  countViews,
  findListed,
  type ListedAction,
  listActions,
  listMonth,
  sessionsBeside,
} from './actions-sql.ts';

export function listedActions(db: Readable, asking: Asking, input: Given<typeof actions.list>) {
  const filter = filterOf(db, asking, input);
  const total = countViews(db, filter)[input.view];
  return { total, actions: listActions(db, filter, input).map(shownAction) };
}

export function actionCounts(db: Readable, asking: Asking, input: Given<typeof actions.counts>) {
  const filter = filterOf(db, asking, input);
  return { views: countViews(db, filter), phases: countByPhase(db, filter) };
}

/** More than any office has in a month; the page draws one month at a time. */
const MONTH_LIMIT = 500;

export function actionCalendar(db: Readable, asking: Asking, { month }: { readonly month: string }) {
  const rows = listMonth(db, filterOf(db, asking, {}), month, MONTH_LIMIT);
  return { month, actions: rows.map(shownAction) };
}

/** @throws Refusal `not_found` */
export function action(db: Readable, asking: Omit<Asking, 'office'>, id: string) {
  const office = officeOfRow(db, 'action_instance', id);
  const row = findListed(db, filterOf(db, { ...asking, office }, {}), id);
  ensure(row, 'not_found', { register: 'action_instance' });
  const moves = historyOf(db, 'action_instance', row.pk);
  return {
    ...shownAction(row),
    moves,
    allowed: row.office === OWN_OFFICE ? offeredSteps(db, asking, row) : [],
    besides: sessionsBeside(db, row).map((one) => ({ ...one, linked: one.linked === 1 })),
    removable: row.office === OWN_OFFICE && row.origin === 'own' && moves.length === 0,
  };
}

/** @throws Refusal `not_found` */
export function ofSession(db: Readable, session: string) {
  const row = findRow(db, 'study_session', officeOfRow(db, 'study_session', session), session);
  return actionsOfSession(db, row).map(({ id, rev, name, month, due_on: dueOn, state, linked }) => ({
    ...{ id, rev, name, month, dueOn, state },
    linked: linked === 1,
  }));
}

/** The campaign's actions that have a name. */
export function definitions(db: Readable, office: number) {
  return campaignOf(db, office).actions.flatMap(({ id, phase, name, origin, meeting }) =>
    name === null ? [] : [{ id, phase, name, origin, meeting: meeting ?? null }],
  );
}

/** What waits for the clerks, each action once. */
export function actionsWaiting(db: Readable, asking: Asking) {
  const { overdue, dueSoon } = countViews(db, filterOf(db, asking, {}));
  return [
    { kind: 'actionsOverdue' as const, whose: 'clerk' as const, count: overdue },
    { kind: 'actionsDueSoon' as const, whose: 'clerk' as const, count: dueSoon },
  ];
}

/** The office's campaign as these books have it, else the own one. */
export function campaignOf(db: Readable, office: number) {
  return currentCampaign(db, hasCampaign(db, office) ? office : OWN_OFFICE).content;
}

function filterOf(
  db: Readable,
  { office, today }: Pick<Asking, 'office' | 'today'>,
  input: Partial<Given<typeof actions.counts>>,
): ActionFilter {
  const { phases, actions: defined } = campaignOf(db, office);
  return {
    office,
    today,
    unit: input.unit === undefined ? null : findRow(db, 'unit', office, input.unit).pk,
    phase: input.phase ?? null,
    state: input.state ?? null,
    origins: originsOf(input.origin),
    definition: input.definition ?? null,
    month: input.month ?? null,
    search: input.search?.trim() || null,
    phases: phases.map(({ id }) => id),
    definitions: defined.map(({ id }) => id),
  };
}

/** 规定动作: laid down by the parent office or by the office. */
const PRESCRIBED: readonly ActionOrigin[] = ['parent', 'office'];

function originsOf(asked: ActionOrigin | 'prescribed' | undefined): readonly ActionOrigin[] {
  if (asked === undefined) return ACTION_ORIGINS;
  return asked === 'prescribed' ? PRESCRIBED : [asked];
}

function shownAction(row: ListedAction) {
  const isOpen = row.days_left !== null;
  return {
    id: row.id,
    rev: row.rev,
    office: row.office_id,
    definition: row.definition,
    phase: row.phase,
    origin: row.origin,
    meeting: row.meeting,
    name: row.name,
    ordinal: row.ordinal,
    month: row.month,
    fromOn: row.from_on,
    dueOn: row.due_on,
    unit: row.unit_id,
    unitName: row.unit_name,
    doneOn: row.done_on,
    evidenceNumber: row.evidence_number,
    sessions: JSON.parse(row.sessions) as string[],
    note: row.note,
    state: row.state,
    whose: isOpen ? ('clerk' satisfies Whose as Whose) : null,
    daysLeft: row.days_left,
  };
}
