import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import {
  ITEM_VIEWS,
  type ItemGrouping,
  type ItemMatter,
  type ItemView,
  type Whose,
} from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { type ItemFilter, itemRows } from './item-rows-sql.ts';
import type { ItemRow } from './rectification-sql.ts';

export type { ItemFilter };

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

const COLUMNS = `pk, office, id, rev, deleted, changed_by, changed_at, number_year, number, source, category, problem,
  measures, unit, unit_id, unit_name, leader, owner, due_on, extended_due_on, evidence_number, applied_on, applied_by,
  closed_on, times_reworked, repeats, merged_into, feedback, state, whose, office_id, due_in_force, days_left, returned,
  supervised_on, supervision_reason, follow_up_on`;

/** 未销号＝不含已销号、长期坚持、合并、中止、作废 */
const OPEN = "state NOT IN ('closed', 'longTerm', 'suspended', 'merged', 'voided')";
const VIEWS: Readonly<Record<ItemView, string>> = {
  all: 'TRUE',
  open: OPEN,
  mine: 'is_mine',
  overdue: 'overdue',
  dueSoon: 'due_soon',
  returned: 'returned',
  officeReview: "state = 'officeReview'",
  groupReview: "state = 'groupReview'",
};

const BY_NUMBER = 'number_year NULLS LAST, number, pk';
const ORDERS = { number: BY_NUMBER, due: `due_in_force NULLS LAST, ${BY_NUMBER}` } as const;

export interface ItemPage {
  readonly view: ItemView;
  readonly sort: keyof typeof ORDERS;
  readonly offset: number;
  readonly limit: number;
}

export function listItems(db: Readable, filter: ItemFilter, page: ItemPage): ListedItem[] {
  return pageOf(db, filter, page, VIEWS[page.view]);
}

/**
 * The page's rows are chosen before anything is looked up that stands in other rows. A limit that is a parameter and
 * nothing else would have SQLite prepare the statement anew at every call.
 */
function pageOf(
  db: Readable,
  filter: ItemFilter,
  { view, sort, offset, limit }: ItemPage,
  where: string,
): ListedItem[] {
  const rows = itemRows(filter);
  const chosen = `${rows.facts(view)} SELECT pk FROM listed WHERE ${where} ORDER BY ${ORDERS[sort]}
    LIMIT ${rows.bind(limit)} + 0 OFFSET ${rows.bind(offset)}`;
  const sql = `${rows.details(chosen)} SELECT ${COLUMNS} FROM listed ORDER BY ${ORDERS[sort]}`;
  return db.all<ListedItem>(sql, ...rows.values);
}

/** How many rows each view lists under the filter; of the views that were not asked for zero. */
export function countViews(
  db: Readable,
  filter: ItemFilter,
  views: readonly ItemView[] = ITEM_VIEWS,
): Record<ItemView, number> {
  const rows = itemRows(filter);
  const sums = views.map((view) => `count(*) FILTER (WHERE ${VIEWS[view]}) AS "${view}"`);
  const counts = db.get<Partial<Record<ItemView, number>>>(
    `${rows.facts(commonOf(views))} SELECT ${sums.join(', ')} FROM listed`,
    ...rows.values,
  );
  const none = Object.fromEntries(ITEM_VIEWS.map((view) => [view, 0])) as Record<ItemView, number>;
  return { ...none, ...counts };
}

function commonOf(views: readonly ItemView[]): ItemView {
  const [only, ...more] = views;
  return only === undefined || more.length > 0 ? 'all' : only;
}

/** What waits in the ledger, by whose move it is and how near the date: every item once. */
export interface ItemWaiting {
  readonly whose: Whose;
  readonly kind: ItemMatter;
  readonly count: number;
}

export function countWaiting(db: Readable, filter: ItemFilter): ItemWaiting[] {
  const rows = itemRows(filter);
  const waiting = db.all<ItemWaiting>(
    `${rows.facts('open')} SELECT whose, matter AS kind, count(*) AS count FROM listed WHERE whose IS NOT NULL GROUP BY 1, 2`,
    ...rows.values,
  );
  const count = countViews(db, { ...filter, matter: 'itemFollowUpDue' }, ['all']).all;
  return count > 0 ? [...waiting, { whose: 'reviewer', kind: 'itemFollowUpDue', count }] : waiting;
}

export interface ItemGroup {
  readonly key: string | null;
  readonly name: string | null;
  readonly count: number;
  readonly overdue: number;
  readonly dueSoon: number;
  readonly closed: number;
}

/** What the rows of a group have in common, and where the group stands. Units are looked up once they are counted. */
const KEYS: Readonly<Record<ItemGrouping, { readonly key: string; readonly place: string }>> = {
  unit: { key: 'unit', place: 'unit.order_number, unit.pk' },
  source: { key: 'source', place: 'place' },
  category: { key: 'category', place: 'place IS NULL, place, key' },
  state: { key: 'state', place: 'place' },
  whose: { key: 'whose', place: 'place' },
  owner: { key: 'owner', place: 'key' },
};
const OF_UNITS = { key: 'unit.id', name: 'unit.name', from: 'LEFT JOIN unit ON unit.pk = counted.key' };
const OF_CODES = { key: 'counted.key', name: 'NULL', from: '' };

/**
 * The rows of a view, counted by what they have in common, under the name by which people know it.
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
  const rows = itemRows(filter);
  const codes = rows.bind(JSON.stringify(order));
  const shown = by === 'unit' ? OF_UNITS : OF_CODES;
  return db
    .all<ItemGroup>(
      `${rows.facts(view)},
     counted AS (
       SELECT ${KEYS[by].key} AS key, count(*) AS count, ifnull(sum(${VIEWS.overdue}), 0) AS overdue,
         ifnull(sum(${VIEWS.dueSoon}), 0) AS dueSoon, sum(state = 'closed') AS closed
       FROM listed WHERE ${VIEWS[view]} GROUP BY 1)
     SELECT ${shown.key} AS key, ${shown.name} AS name, count, overdue, dueSoon, closed,
       (SELECT code.key FROM json_each(${codes}) AS code WHERE code.value = ${shown.key}) AS place
     FROM counted ${shown.from} ORDER BY counted.key IS NULL, ${KEYS[by].place}`,
      ...rows.values,
    )
    .map(({ key, name, count, overdue, dueSoon, closed }) => ({
      key,
      name,
      count,
      overdue,
      dueSoon,
      closed,
    }));
}

export type Urgency = 'urgent' | 'returned' | null;
const MINE = {
  all: 'is_mine',
  urgent: 'is_mine AND (overdue OR due_soon)',
  returned: 'is_mine AND returned',
};

/** Items whose move is the asking account's, those with the nearest date first. */
export function listMine(
  db: Readable,
  filter: ItemFilter,
  only: Urgency,
  page: { readonly offset: number; readonly limit: number },
): { total: number; items: ListedItem[] } {
  const where = MINE[only ?? 'all'];
  const items = pageOf(db, filter, { ...page, view: 'mine', sort: 'due' }, where);
  const rows = itemRows(filter);
  const total = db.get<{ total: number }>(
    `${rows.facts('mine')} SELECT count(*) AS total FROM listed WHERE ${where}`,
    ...rows.values,
  );
  return { total: total?.total ?? 0, items };
}

export function findListedItem(db: Readable, filter: ItemFilter, id: string): ListedItem | undefined {
  const rows = itemRows(filter);
  return db.get<ListedItem>(
    `${rows.whole('all')} SELECT ${COLUMNS} FROM listed WHERE id = ${rows.bind(id)}`,
    ...rows.values,
  );
}
