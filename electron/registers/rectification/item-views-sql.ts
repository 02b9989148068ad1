import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import {
  ITEM_VIEWS,
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
}

export interface ItemFilter {
  /** Null: every office's items. */
  readonly office: number | null;
  readonly today: CalendarDate;
  readonly state: ItemState | null;
  readonly source: ItemSource | null;
  readonly unit: number | null;
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
 * every field that issuing requires is there. Matters: what waits in the ledger, every item once.
 */
const LISTED = `
  WITH step AS (
    SELECT subject, move, row_number() OVER (PARTITION BY subject ORDER BY rev DESC, pk DESC) AS back
    FROM move WHERE register = 'rectification_item' AND deleted = 0 AND from_state <> to_state
      AND subject IN (SELECT pk FROM rectification_item WHERE office = ifnull(?1, office) AND state = 'inProgress')
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
      item.state = 'inProgress' AND step.move IN ('return', 'returnForRework') AS returned
    FROM rectification_item AS item JOIN office ON office.pk = item.office
    LEFT JOIN unit ON unit.pk = item.unit LEFT JOIN step ON step.subject = item.pk AND step.back = 1
    WHERE item.office = ifnull(?1, item.office) AND item.deleted = 0
      AND item.state = ifnull(?3, item.state) AND item.source = ifnull(?4, item.source)
      AND item.unit IS ifnull(?5, item.unit)
      AND (?6 IS NULL OR item.problem LIKE ?6 ESCAPE '!' OR item.measures LIKE ?6 ESCAPE '!'
        OR item.number_year || '-' || item.number LIKE ?6 ESCAPE '!')
  ),
  waiting AS (
    SELECT *, whose IN (SELECT value FROM json_each(?7)) AS is_mine, CASE
        WHEN whose IS NULL THEN NULL
        WHEN state = 'draft' THEN 'itemDraft' WHEN state = 'officeReview' THEN 'itemToApprove'
        WHEN state = 'groupReview' THEN 'itemAtGroup' WHEN days_left < 0 THEN 'itemOverdue'
        WHEN days_left <= 3 THEN 'itemDueSoon' ELSE 'itemLater'
      END AS matter
    FROM seen
  ),
  listed AS (
    SELECT * FROM waiting WHERE (?9 IS NULL OR whose = ?9) AND (?10 IS NULL OR matter = ?10)
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
    `${LISTED} SELECT * FROM listed WHERE ${VIEWS[view]} ORDER BY ${ORDERS[sort]} LIMIT ?11 OFFSET ?12`,
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
    `${LISTED} SELECT whose, matter AS kind, count(*) AS count FROM listed WHERE whose IS NOT NULL GROUP BY 1, 2`,
    ...values(filter),
  );
}

export type Urgency = 'urgent' | 'returned' | null;

/** Items whose move is the asking account's, those with the nearest date first. */
export function listMine(
  db: Readable,
  filter: ItemFilter,
  only: Urgency,
  page: { readonly offset: number; readonly limit: number },
): { total: number; items: ListedItem[] } {
  const where = `WHERE is_mine AND (?11 IS NULL OR (?11 = 'urgent' AND days_left <= 3) OR (?11 = 'returned' AND returned))`;
  const asked = [...values(filter), only];
  const items = db.all<ListedItem>(
    `${LISTED} SELECT * FROM listed ${where} ORDER BY ${ORDERS.due} LIMIT ?12 OFFSET ?13`,
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
  return db.get<ListedItem>(`${LISTED} SELECT * FROM listed WHERE id = ?11`, ...values(filter), id);
}

function values(filter: ItemFilter): SqlValue[] {
  const { office, today, state, source, unit, search, mine, answered, whose, matter } = filter;
  const pattern = search === null ? null : `%${search.replace(/[!%_]/g, '!$&')}%`;
  const lists = [JSON.stringify(mine), JSON.stringify(answered)];
  return [office, today, state, source, unit, pattern, ...lists, whose, matter];
}
