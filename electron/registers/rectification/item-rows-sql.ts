import { addDays, type CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ItemMatter, ItemSource, ItemState, ItemView, Whose } from '../../../shared/vocabulary/words.ts';
import type { SqlValue } from '../../store/handles.ts';

export interface ItemFilter {
  /** Null: every office's items. */
  readonly office: number | null;
  readonly today: CalendarDate;
  readonly state: ItemState | null;
  readonly source: ItemSource | null;
  /** Any of these. */
  readonly sources: readonly ItemSource[] | null;
  readonly category: string | null;
  readonly unit: number | null;
  /** Units below it too. */
  readonly below: boolean;
  readonly owner: string | null;
  /** Of the due date in force, both included. */
  readonly dueFrom: CalendarDate | null;
  readonly dueUntil: CalendarDate | null;
  /** The days on which it was first issued, both included; null: whenever, or not yet. */
  readonly issued: { readonly from: CalendarDate; readonly until: CalendarDate } | null;
  readonly supervised: boolean;
  readonly search: string | null;
  readonly whose: Whose | null;
  readonly matter: ItemMatter | null;
  /** Those whose moves are the asking account's. */
  readonly mine: readonly Whose[];
  /** Versions of items, as `id@rev`, that the group has answered: it is not the group's move any more. */
  readonly answered: readonly string[];
}

/** The beginning of a statement that goes on `SELECT … FROM listed`, with the values that it binds. */
export interface ItemRows {
  readonly values: readonly SqlValue[];
  /** @returns the parameter's name in the statement */
  bind(value: SqlValue): string;
  /** Facts of the items themselves. */
  facts(view: ItemView): string;
  /** The same with what stands in other rows: names, and the supervision that an item is under. */
  whole(view: ItemView): string;
  /** Of these items alone, whole. @param chosen a query for their `pk` */
  details(chosen: string): string;
}

/** Only what is asked for stands in the statement, so that an index can lead to the rows. */
export function itemRows(filter: ItemFilter): ItemRows {
  const values: SqlValue[] = [];
  const bind = (value: SqlValue) => `?${values.push(value)}`;
  const facts = factsOf(filter, bind);
  const asked = conditions(filter, bind);
  const listed = (where: readonly string[], beside: Beside) => `
  WITH RECURSIVE ${asked.within}
  seen AS (
    SELECT item.*, ${facts.item}, ${beside.columns} FROM rectification_item AS item ${beside.joins}
    WHERE ${['item.deleted = 0', ...where].join(' AND ')}
  ),
  waiting AS (SELECT *, ${facts.day} FROM seen),
  listed AS (SELECT *, ${isMine(filter)} AS is_mine FROM waiting WHERE ${asked.waiting})`;
  const of = (view: ItemView) => [...asked.item, ...statesOf(filter, view)];
  return {
    values,
    bind,
    facts: (view) => listed(of(view), NOTHING),
    whole: (view) => listed(of(view), ALL),
    details: (chosen) => listed([`item.pk IN (${chosen})`], ALL),
  };
}

type Bind = ItemRows['bind'];

/** Codes of the vocabulary as they stand in a statement: a table of values would cost more than the rows. */
const quoted = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');

const DUE = 'ifnull(item.extended_due_on, item.due_on)';
const MISSING = `(item.category IS NULL OR trim(item.problem) = '' OR item.measures IS NULL OR item.unit IS NULL
  OR item.leader IS NULL OR item.owner IS NULL OR item.due_on IS NULL)`;

/**
 * Days left as `isOverdue` of shared/rules counts them: until the date in force while the work is in the owner's
 * hands; an application under review runs no more, unless it came late. Whose move: a draft is the clerk's until
 * every field that issuing requires is there. Matters: what waits in the ledger, every item once; beside them, as the
 * reviewer's own, that an item under supervision is to be asked after. A return is counted in the item's row, so that
 * the moves of no other item are looked at.
 */
function factsOf({ today, matter, answered }: ItemFilter, bind: Bind) {
  const day = bind(today);
  const soon = bind(addDays(today, 3));
  const atGroup =
    answered.length === 0
      ? "'group'"
      : `CASE WHEN item.id || '@' || item.rev NOT IN (SELECT value FROM json_each(${bind(JSON.stringify(answered))}))
          THEN 'group' END`;
  return {
    item: `${DUE} AS due_in_force,
      CASE WHEN item.state IN ('issued', 'inProgress') THEN ${day}
        WHEN item.state = 'officeReview' AND item.applied_on > ${DUE} THEN item.applied_on END AS counted_from,
      ${MISSING} AS incomplete,
      CASE item.state
        WHEN 'draft' THEN CASE WHEN ${MISSING} THEN 'clerk' ELSE 'reviewer' END
        WHEN 'issued' THEN 'clerk' WHEN 'inProgress' THEN 'clerk' WHEN 'officeReview' THEN 'reviewer'
        WHEN 'groupReview' THEN ${atGroup}
      END AS whose,
      item.state = 'inProgress' AND item.times_reworked > 0 AND (
        SELECT move FROM move WHERE register = 'rectification_item' AND subject = item.pk AND deleted = 0
          AND from_state <> to_state ORDER BY rev DESC, pk DESC LIMIT 1
      ) IN ('return', 'returnForRework') AS returned`,
    day: `${matter === 'itemFollowUpDue' ? "'reviewer'" : 'whose'} AS turn,
      CAST(julianday(due_in_force) - julianday(counted_from) AS INTEGER) AS days_left,
      due_in_force < counted_from AS overdue,
      state IN ('issued', 'inProgress') AND due_in_force BETWEEN ${day} AND ${soon} AS due_soon,
      CASE
        WHEN whose IS NULL THEN NULL
        WHEN state = 'draft' THEN 'itemDraft' WHEN state = 'officeReview' THEN 'itemToApprove'
        WHEN state = 'groupReview' THEN 'itemAtGroup' WHEN due_in_force < counted_from THEN 'itemOverdue'
        WHEN due_in_force <= ${soon} THEN 'itemDueSoon'
        WHEN state = 'issued' AND incomplete THEN 'itemToComplete' ELSE 'itemLater'
      END AS matter`,
  };
}

interface Beside {
  readonly columns: string;
  readonly joins: string;
}

const ALL: Beside = {
  columns: `unit.id AS unit_id, unit.name AS unit_name, unit.order_number AS unit_order, office.id AS office_id,
    supervision.since_on AS supervised_on, supervision.reason AS supervision_reason,
    supervision.next_on AS follow_up_on`,
  joins: `JOIN office ON office.pk = item.office LEFT JOIN unit ON unit.pk = item.unit
    LEFT JOIN item_supervision AS supervision
      ON supervision.item = item.pk AND supervision.ended_on IS NULL AND supervision.deleted = 0`,
};
const NOTHING: Beside = { columns: 'NULL AS unit_id', joins: '' };

function conditions(filter: ItemFilter, bind: Bind) {
  const when = (value: SqlValue, holds: (name: string) => string) =>
    value === null ? [] : [holds(bind(value))];
  const { office, state, source, category, owner, dueFrom, dueUntil, unit, search, whose, matter, today } =
    filter;
  const tree =
    unit !== null && filter.below
      ? `within (pk) AS (
    VALUES (${bind(unit)})
    UNION SELECT child.pk FROM within JOIN unit AS child ON child.parent = within.pk AND child.deleted = 0
  ),`
      : '';
  // a pattern that is a parameter and nothing else would have SQLite prepare the statement anew at every call
  const like = (name: string) => (column: string) => `${column} LIKE ${name} || '' ESCAPE '!'`;
  const pattern = search === null ? null : `%${search.replace(/[!%_]/g, '!$&')}%`;
  return {
    within: tree,
    item: [
      ...(office === null ? [OPEN_BOOKS] : [`item.office = ${bind(office)}`]),
      ...when(state, (name) => `item.state = ${name}`),
      ...when(source, (name) => `item.source = ${name}`),
      ...when(category, (name) => `item.category = ${name}`),
      ...when(owner, (name) => `item.owner = ${name}`),
      ...when(dueFrom, (name) => `${DUE} >= ${name}`),
      ...when(dueUntil, (name) => `${DUE} <= ${name}`),
      ...(tree ? ['item.unit IN (SELECT pk FROM within)'] : when(unit, (name) => `item.unit = ${name}`)),
      ...(filter.issued ? [issuedBetween(bind(filter.issued.from), bind(filter.issued.until))] : []),
      ...(filter.sources ? [`item.source IN (${quoted(filter.sources)})`] : []),
      ...(filter.supervised ? [supervisedItems('TRUE')] : []),
      ...(matter === 'itemFollowUpDue' ? [supervisedItems(`next_on <= ${bind(today)}`)] : []),
      ...when(pattern, (name) => `(${[...SEARCHED].map(like(name)).join(' OR ')})`),
    ],
    waiting: [
      ...when(whose, (name) => `turn = ${name}`),
      ...when(matter === 'itemFollowUpDue' ? null : matter, (name) => `matter = ${name}`),
      'TRUE',
    ].join(' AND '),
  };
}

/** Without an office: those of every office, but of no closed books. */
const OPEN_BOOKS = 'item.office NOT IN (SELECT pk FROM office WHERE book_of IS NOT NULL)';

const issuedBetween = (from: string, until: string): string => `(
  SELECT min(effective_on) FROM move WHERE register = 'rectification_item' AND subject = item.pk AND move = 'issue'
    AND deleted = 0) BETWEEN ${from} AND ${until}`;

const supervisedItems = (where: string): string =>
  `item.pk IN (SELECT item FROM item_supervision WHERE ended_on IS NULL AND deleted = 0 AND ${where})`;

const SEARCHED = ['item.problem', 'item.measures', "item.number_year || '-' || item.number"];

/** Told from the state alone where that is enough: a draft is one side's or the other's, and the group answers. */
function isMine({ mine, matter }: ItemFilter): string {
  if (mine.length === 0) return 'FALSE';
  const isTurn = `turn IN (${quoted(mine)})`;
  if (matter === 'itemFollowUpDue') return isTurn;
  const [clerk, reviewer] = [mine.includes('clerk'), mine.includes('reviewer')];
  const sure = [
    ...(clerk ? AT_WORK : []),
    ...(reviewer ? ['officeReview'] : []),
    ...(clerk && reviewer ? ['draft'] : []),
  ];
  const asked = [
    ...(clerk !== reviewer ? ['draft'] : []),
    ...(mine.includes('group') ? ['groupReview'] : []),
  ];
  return `(state IN (${quoted(sure)}) OR state IN (${quoted(asked)}) AND ${isTurn})`;
}

const AT_WORK = ['issued', 'inProgress'] as const;
const IN_REVIEW = ['officeReview', 'groupReview'] as const;
const STATES_OF: Readonly<Partial<Record<ItemView | ItemMatter | Whose, readonly ItemState[]>>> = {
  open: ['draft', ...AT_WORK, ...IN_REVIEW],
  overdue: [...AT_WORK, 'officeReview'],
  dueSoon: AT_WORK,
  returned: ['inProgress'],
  officeReview: ['officeReview'],
  groupReview: ['groupReview'],
  itemDraft: ['draft'],
  itemOverdue: AT_WORK,
  itemDueSoon: AT_WORK,
  itemToComplete: ['issued'],
  itemLater: AT_WORK,
  itemToApprove: ['officeReview'],
  itemAtGroup: ['groupReview'],
  itemFollowUpDue: [...AT_WORK, ...IN_REVIEW],
  clerk: ['draft', ...AT_WORK],
  reviewer: ['draft', 'officeReview'],
  group: ['groupReview'],
};

/** The states in which an item can be what is asked for, said once more so that an index leads to them. */
function statesOf({ matter, whose, mine }: ItemFilter, view: ItemView): string[] {
  // whoever has to ask after an item is not the one whose move it is
  const isTurn = matter !== 'itemFollowUpDue';
  const lists = [
    STATES_OF[view],
    matter ? STATES_OF[matter] : undefined,
    isTurn && whose ? STATES_OF[whose] : undefined,
    isTurn && view === 'mine' ? mine.flatMap((side) => STATES_OF[side] ?? []) : undefined,
  ];
  return lists.flatMap((states) => (states ? [`item.state IN (${quoted(states)})`] : []));
}
