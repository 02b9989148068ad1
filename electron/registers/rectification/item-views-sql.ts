import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import {
  ITEM_VIEWS,
  type ItemGrouping,
  type ItemMatter,
  type ItemSource,
  type ItemState,
  type ItemView,
  type Whose,
} from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue } from '../../store/handles.ts';
import type { ItemRow } from './rectification-sql.ts';

/** An item as lists show it: whose move it is, and what its due date means on the day asked about. */
export interface ListedItem extends ItemRow {
  readonly whose: Whose | null;
  /** Id of the office whose ledger it stands in. */
  readonly office_id: string;
  readonly due_in_force: CalendarDate | null;
  /** Negative when overdue, null when no date runs. */
  readonly days_left: number | null;
  readonly returned: number;
  /** 督办 since that day, why, and when to ask again; null: not under supervision. */
  readonly supervised_on: CalendarDate | null;
  readonly supervision_reason: string | null;
  readonly follow_up_on: CalendarDate | null;
}

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
  readonly supervised: boolean;
  readonly search: string | null;
  readonly whose: Whose | null;
  readonly matter: ItemMatter | null;
  /** Those whose moves are the asking account's. */
  readonly mine: readonly Whose[];
  /** Versions of items, as `id@rev`, that the group has answered: it is not the group's move any more. */
  readonly answered: readonly string[];
}

/**
 * Days left as `isOverdue` of shared/rules counts them: until the date in force while the work is in the owner's
 * hands; an application under review runs no more, unless it came late. Whose move: a draft is the clerk's until
 * every field that issuing requires is there. Matters: what waits in the ledger, every item once; beside them, as the
 * reviewer's own, that an item under supervision is to be asked after.
 */
const LISTED = `
  WITH RECURSIVE within (pk) AS (
    SELECT ?5 WHERE ?5 IS NOT NULL
    UNION SELECT child.pk FROM within JOIN unit AS child ON child.parent = within.pk AND child.deleted = 0 WHERE ?12
  ),
  seen AS (
    SELECT item.*, unit.id AS unit_id, unit.name AS unit_name, office.id AS office_id,
      ifnull(item.extended_due_on, item.due_on) AS due_in_force,
      CASE
        WHEN item.state IN ('issued', 'inProgress')
          THEN CAST(julianday(ifnull(item.extended_due_on, item.due_on)) - julianday(?2) AS INTEGER)
        WHEN item.state = 'officeReview' AND item.applied_on > ifnull(item.extended_due_on, item.due_on)
          THEN CAST(julianday(ifnull(item.extended_due_on, item.due_on)) - julianday(item.applied_on) AS INTEGER)
      END AS days_left,
      item.category IS NULL OR trim(item.problem) = '' OR item.measures IS NULL OR item.unit IS NULL
        OR item.leader IS NULL OR item.owner IS NULL OR item.due_on IS NULL AS incomplete,
      supervision.since_on AS supervised_on, supervision.reason AS supervision_reason,
      supervision.next_on AS follow_up_on, unit.order_number AS unit_order,
      CASE item.state
        WHEN 'draft' THEN CASE
          WHEN item.category IS NULL OR trim(item.problem) = '' OR item.measures IS NULL OR item.unit IS NULL
            OR item.leader IS NULL OR item.owner IS NULL OR item.due_on IS NULL THEN 'clerk'
          ELSE 'reviewer' END
        WHEN 'issued' THEN 'clerk' WHEN 'inProgress' THEN 'clerk'
        WHEN 'officeReview' THEN 'reviewer'
        WHEN 'groupReview' THEN CASE
          WHEN item.id || '@' || item.rev NOT IN (SELECT value FROM json_each(?8)) THEN 'group' END
      END AS whose,
      item.state = 'inProgress' AND (
        SELECT move FROM move WHERE register = 'rectification_item' AND subject = item.pk AND deleted = 0
          AND from_state <> to_state ORDER BY rev DESC, pk DESC LIMIT 1
      ) IN ('return', 'returnForRework') AS returned
    FROM rectification_item AS item JOIN office ON office.pk = item.office
    LEFT JOIN unit ON unit.pk = item.unit
    LEFT JOIN item_supervision AS supervision
      ON supervision.item = item.pk AND supervision.ended_on IS NULL AND supervision.deleted = 0
    WHERE item.office = ifnull(?1, item.office) AND item.deleted = 0
      AND item.state = ifnull(?3, item.state) AND item.source = ifnull(?4, item.source)
      AND (?5 IS NULL OR item.unit IN (SELECT pk FROM within))
      AND (?11 IS NULL OR item.source IN (SELECT value FROM json_each(?11)))
      AND (?13 IS NULL OR item.category = ?13) AND (?14 IS NULL OR item.owner = ?14)
      AND (?15 IS NULL OR ifnull(item.extended_due_on, item.due_on) >= ?15)
      AND (?16 IS NULL OR ifnull(item.extended_due_on, item.due_on) <= ?16)
      AND (NOT ?17 OR supervision.pk IS NOT NULL)
      AND (?6 IS NULL OR item.problem LIKE ?6 ESCAPE '!' OR item.measures LIKE ?6 ESCAPE '!'
        OR item.number_year || '-' || item.number LIKE ?6 ESCAPE '!')
  ),
  waiting AS (
    SELECT *, CASE WHEN ?10 = 'itemFollowUpDue' THEN 'reviewer' ELSE whose END AS turn,
      follow_up_on <= ?2 AND state IN ('issued', 'inProgress', 'officeReview', 'groupReview') AS follow_up_due, CASE
        WHEN whose IS NULL THEN NULL
        WHEN state = 'draft' THEN 'itemDraft' WHEN state = 'officeReview' THEN 'itemToApprove'
        WHEN state = 'groupReview' THEN 'itemAtGroup' WHEN days_left < 0 THEN 'itemOverdue'
        WHEN days_left <= 3 THEN 'itemDueSoon'
        WHEN state = 'issued' AND incomplete THEN 'itemToComplete' ELSE 'itemLater'
      END AS matter
    FROM seen
  ),
  listed AS (
    SELECT *, turn IN (SELECT value FROM json_each(?7)) AS is_mine FROM waiting
    WHERE (?9 IS NULL OR turn = ?9)
      AND (?10 IS NULL OR matter = ?10 OR ?10 = 'itemFollowUpDue' AND follow_up_due)
  )`;

/** 未销号＝不含已销号、长期坚持、合并、中止、作废 */
const OPEN = "state NOT IN ('closed', 'longTerm', 'suspended', 'merged', 'voided')";
const VIEWS: Readonly<Record<ItemView, string>> = {
  all: 'TRUE',
  open: OPEN,
  mine: 'is_mine',
  overdue: 'days_left < 0',
  dueSoon: 'days_left BETWEEN 0 AND 3',
  returned: 'returned',
  officeReview: "state = 'officeReview'",
  groupReview: "state = 'groupReview'",
};

const BY_NUMBER = 'number_year IS NULL, number_year, number, pk';
const ORDERS = { number: BY_NUMBER, due: `due_in_force IS NULL, due_in_force, ${BY_NUMBER}` } as const;

export interface ItemPage {
  readonly view: ItemView;
  readonly sort: keyof typeof ORDERS;
  readonly offset: number;
  readonly limit: number;
}

export function listItems(
  db: Readable,
  filter: ItemFilter,
  { view, sort, offset, limit }: ItemPage,
): ListedItem[] {
  return db.all<ListedItem>(
    `${LISTED} SELECT * FROM listed WHERE ${VIEWS[view]} ORDER BY ${ORDERS[sort]} LIMIT ?18 OFFSET ?19`,
    ...values(filter),
    limit,
    offset,
  );
}

/** How many rows each view lists under the filter. */
export function countViews(db: Readable, filter: ItemFilter): Record<ItemView, number> {
  const sums = ITEM_VIEWS.map((view) => `ifnull(sum(${VIEWS[view]}), 0) AS "${view}"`);
  const counts = db.get<Record<ItemView, number>>(
    `${LISTED} SELECT ${sums.join(', ')} FROM listed`,
    ...values(filter),
  );
  return counts ?? (Object.fromEntries(ITEM_VIEWS.map((view) => [view, 0])) as Record<ItemView, number>);
}

/** What waits in the ledger, by whose move it is and how near the date: every item once. */
export interface ItemWaiting {
  readonly whose: Whose;
  readonly kind: ItemMatter;
  readonly count: number;
}

export function countWaiting(db: Readable, filter: ItemFilter): ItemWaiting[] {
  return db.all<ItemWaiting>(
    `${LISTED} SELECT whose, matter AS kind, count(*) AS count FROM listed WHERE whose IS NOT NULL GROUP BY 1, 2
     UNION ALL
     SELECT 'reviewer', 'itemFollowUpDue', count(*) FROM listed WHERE follow_up_due HAVING count(*) > 0`,
    ...values(filter),
  );
}

export interface ItemGroup {
  readonly key: string | null;
  readonly name: string | null;
  readonly count: number;
  readonly overdue: number;
  readonly dueSoon: number;
  readonly closed: number;
}

/** What the rows of a group have in common, and the name under which people know it. */
const KEYS: Readonly<
  Record<ItemGrouping, { readonly key: string; readonly name: string; readonly place: string }>
> = {
  unit: { key: 'unit_id', name: 'unit_name', place: 'min(unit_order), min(unit)' },
  source: { key: 'source', name: 'NULL', place: 'place' },
  category: { key: 'category', name: 'NULL', place: 'place IS NULL, place, key' },
  state: { key: 'state', name: 'NULL', place: 'place' },
  whose: { key: 'whose', name: 'NULL', place: 'place' },
  owner: { key: 'owner', name: 'NULL', place: 'key' },
};

/**
 * The rows of a view, counted by what they have in common.
 * @param order the codes in the order in which their groups stand
 */
export function countGroups(
  db: Readable,
  filter: ItemFilter,
  {
    view,
    by,
    order,
  }: { readonly view: ItemView; readonly by: ItemGrouping; readonly order: readonly string[] },
): ItemGroup[] {
  const { key, name, place } = KEYS[by];
  return db
    .all<ItemGroup>(
      `${LISTED}
     SELECT ${key} AS key, ${name} AS name, count(*) AS count, ifnull(sum(${VIEWS.overdue}), 0) AS overdue,
       ifnull(sum(${VIEWS.dueSoon}), 0) AS dueSoon, sum(state = 'closed') AS closed,
       (SELECT listed_code.key FROM json_each(?18) AS listed_code WHERE listed_code.value = ${key}) AS place
     FROM listed WHERE ${VIEWS[view]} GROUP BY 1 ORDER BY ${key} IS NULL, ${place}`,
      ...values(filter),
      JSON.stringify(order),
    )
    .map(({ key: of, name: known, count, overdue, dueSoon, closed }) => ({
      ...{ key: of, name: known, count, overdue, dueSoon, closed },
    }));
}

export type Urgency = 'urgent' | 'returned' | null;

/** Items whose move is the asking account's, those with the nearest date first. */
export function listMine(
  db: Readable,
  filter: ItemFilter,
  only: Urgency,
  page: { readonly offset: number; readonly limit: number },
): { total: number; items: ListedItem[] } {
  const where = `WHERE is_mine AND (?18 IS NULL OR (?18 = 'urgent' AND days_left <= 3) OR (?18 = 'returned' AND returned))`;
  const asked = [...values(filter), only];
  const items = db.all<ListedItem>(
    `${LISTED} SELECT * FROM listed ${where} ORDER BY ${ORDERS.due} LIMIT ?19 OFFSET ?20`,
    ...asked,
    page.limit,
    page.offset,
  );
  const total = db.get<{ total: number }>(
    `${LISTED} SELECT count(*) AS total FROM listed ${where}`,
    ...asked,
  );
  return { total: total?.total ?? 0, items };
}

export function findListedItem(db: Readable, filter: ItemFilter, id: string): ListedItem | undefined {
  return db.get<ListedItem>(`${LISTED} SELECT * FROM listed WHERE id = ?18`, ...values(filter), id);
}

function values(filter: ItemFilter): SqlValue[] {
  const { office, today, state, source, unit, search, mine, answered, whose, matter } = filter;
  const { sources, below, category, owner, dueFrom, dueUntil, supervised } = filter;
  const pattern = search === null ? null : `%${search.replace(/[!%_]/g, '!$&')}%`;
  const lists = [JSON.stringify(mine), JSON.stringify(answered)];
  const asked = [office, today, state, source, unit, pattern, ...lists, whose, matter];
  const ofGroup = sources && JSON.stringify(sources);
  return [...asked, ofGroup, Number(below), category, owner, dueFrom, dueUntil, Number(supervised)];
}
