import type { Readable } from '../../electron/store/handles.ts';
import { addDays } from '../../shared/vocabulary/dates.ts';
import {
  ITEM_VIEWS,
  type ItemGrouping,
  type ItemMatter,
  type ItemView,
} from '../../shared/vocabulary/words.ts';
import { ledgerOf, TODAY } from './county.ts';
import type { Answer, Question, Questions } from './register-lists.ts';
import type { FullOffice } from './register-office.ts';

const PAGE = 100;
const SOON = addDays(TODAY, 3);

const LEDGER = 'FROM rectification_item AS item WHERE item.office = 1 AND item.deleted = 0';
const DUE = 'ifnull(item.extended_due_on, item.due_on)';
const RUNS = "item.state IN ('issued', 'inProgress')";
const LATE = `item.state = 'officeReview' AND item.applied_on > ${DUE}`;
const RETURNED = `item.state = 'inProgress' AND item.times_reworked > 0 AND (
  SELECT move FROM move WHERE register = 'rectification_item' AND subject = item.pk AND deleted = 0
    AND from_state <> to_state ORDER BY rev DESC, pk DESC LIMIT 1) IN ('return', 'returnForRework')`;
/** A draft is the clerk's until it is complete. */
const INCOMPLETE = `(item.category IS NULL OR trim(item.problem) = '' OR item.measures IS NULL OR item.unit IS NULL
  OR item.leader IS NULL OR item.owner IS NULL OR item.due_on IS NULL)`;

/** The desk's account is clerk and reviewer. */
const VIEWS: Readonly<Record<ItemView, string>> = {
  all: 'TRUE',
  open: "item.state NOT IN ('closed', 'longTerm', 'suspended', 'merged', 'voided')",
  mine: "item.state IN ('draft', 'issued', 'inProgress', 'officeReview')",
  overdue: `(${RUNS} AND ${DUE} < '${TODAY}' OR ${LATE})`,
  dueSoon: `${RUNS} AND ${DUE} BETWEEN '${TODAY}' AND '${SOON}'`,
  returned: RETURNED,
  officeReview: "item.state = 'officeReview'",
  groupReview: "item.state = 'groupReview'",
};

const MATTERS: Readonly<Record<ItemMatter, string>> = {
  itemDraft: "item.state = 'draft'",
  itemOverdue: `${RUNS} AND ${DUE} < '${TODAY}'`,
  itemDueSoon: `${RUNS} AND ${DUE} BETWEEN '${TODAY}' AND '${SOON}'`,
  itemToComplete: `item.state = 'issued' AND (${DUE} > '${SOON}' OR ${DUE} IS NULL) AND ${INCOMPLETE}`,
  itemLater: `${RUNS} AND (${DUE} > '${SOON}' OR ${DUE} IS NULL) AND NOT (item.state = 'issued' AND ${INCOMPLETE})`,
  itemToApprove: "item.state = 'officeReview'",
  itemAtGroup: "item.state = 'groupReview'",
  itemFollowUpDue: `item.pk IN (SELECT item FROM item_supervision
    WHERE ended_on IS NULL AND deleted = 0 AND next_on <= '${TODAY}')
    AND item.state IN ('issued', 'inProgress', 'officeReview', 'groupReview')`,
};
const WHOSE = {
  clerk: `(${RUNS} OR item.state = 'draft' AND ${INCOMPLETE})`,
  reviewer: `(item.state = 'officeReview' OR item.state = 'draft' AND NOT ${INCOMPLETE})`,
  group: "item.state = 'groupReview'",
};

const BY_NUMBER = 'item.number_year NULLS LAST, item.number, item.pk';
const ORDERS = { number: BY_NUMBER, due: `${DUE} NULLS LAST, ${BY_NUMBER}` } as const;

/** The lists of the ledger, each beside the statements that one would write for it. */
export function itemQuestions({ desk, units, parents }: FullOffice): Questions {
  const { rectification, workList } = desk.client;
  const pkOf = (id: string) =>
    ledgerOf(desk).read((db) => db.get<{ pk: number }>('SELECT pk FROM unit WHERE id = ?', id)?.pk ?? 0);
  const unit = units[7] ?? '';
  const parent = parents[2] ?? '';
  const ofUnit = `item.unit = ${pkOf(unit)}`;
  const below = `item.unit IN (SELECT pk FROM unit WHERE pk = ${pkOf(parent)} OR parent = ${pkOf(parent)})`;
  const span = { dueFrom: addDays(TODAY, -10), dueUntil: addDays(TODAY, 10) };
  const found = (text: string) => `(item.problem LIKE '%${text}%' OR item.measures LIKE '%${text}%'
    OR item.number_year || '-' || item.number LIKE '%${text}%')`;

  type Asked = Omit<Parameters<typeof rectification.items>[0], 'limit'>;
  const list = (name: string, asked: Asked, where: string): Question => ({
    name,
    ask: async () => {
      const { total, items } = await rectification.items({ ...asked, limit: PAGE });
      return { total, rows: items.map(({ id, returned }) => [id, returned ? 1 : 0]) };
    },
    plain: (db) => pageOf(db, where, asked.sort ?? 'number', asked.offset ?? 0),
  });
  const groups = (by: ItemGrouping, asked: Asked = {}, where = 'TRUE'): Question => ({
    name: `by ${by}`,
    ask: async () => {
      const rows = await rectification.groups({ ...asked, by });
      return { rows: rows.map(({ key, count, overdue, dueSoon }) => [key, count, overdue, dueSoon]).sort() };
    },
    plain: (db) => grouped(db, by, where),
  });
  const counts = (name: string, asked: Asked, where: string): Question => ({
    name,
    ask: async () => ({ rows: Object.entries(await rectification.counts(asked)).sort() }),
    plain: (db) => ({
      rows: Object.entries(db.get<object>(`SELECT ${SUMS} ${LEDGER} AND ${where}`) ?? {}).sort(),
    }),
  });
  const mine = (only: 'urgent' | 'returned' | undefined, where: string): Question => ({
    name: only ?? 'every item that waits for me',
    ask: async () => {
      const { total, rows } = await workList.mine({ only, limit: PAGE });
      return { total, rows: rows.map(({ id, returned }) => [id, returned ? 1 : 0]) };
    },
    plain: (db) => pageOf(db, where, 'due', 0),
  });

  return {
    'pages and orders': [
      list('by number', {}, 'TRUE'),
      list('by number, a deep page', { offset: 4000 }, 'TRUE'),
      list('by date', { sort: 'due' }, 'TRUE'),
      list('by date, a deep page', { sort: 'due', offset: 4000 }, 'TRUE'),
    ],
    views: ITEM_VIEWS.flatMap((view) => [
      list(view, { view }, VIEWS[view]),
      list(`${view} by date`, { view, sort: 'due' }, VIEWS[view]),
    ]),
    filtered: [
      list('a state', { state: 'inProgress' }, "item.state = 'inProgress'"),
      list('a source', { source: 'groupFeedback' }, "item.source = 'groupFeedback'"),
      list('of the group', { fromGroup: true }, "item.source IN ('groupFeedback', 'higherSupervision')"),
      list('a category', { category: 'business' }, "item.category = 'business'"),
      list('a unit', { unit }, ofUnit),
      list('a unit and those below', { unit: parent, below: true }, below),
      list('an owner', { owner: '王伟' }, "item.owner = '王伟'"),
      list('a span of dates', span, `${DUE} BETWEEN '${span.dueFrom}' AND '${span.dueUntil}'`),
      list('supervised', { supervised: true }, SUPERVISED),
      list('words', { search: '台账' }, found('台账')),
      list('a number', { search: '2021-44' }, found('2021-44')),
      ...(['clerk', 'reviewer', 'group'] as const).map((whose) => list(whose, { whose }, WHOSE[whose])),
      list(
        'several at once',
        { unit, source: 'lookBack', view: 'open', ...span },
        `${ofUnit} AND ${VIEWS.open}
        AND item.source = 'lookBack' AND ${DUE} BETWEEN '${span.dueFrom}' AND '${span.dueUntil}'`,
      ),
    ],
    'behind the work list': [
      ...Object.entries(MATTERS).map(([matter, where]) =>
        list(matter, { matter: matter as ItemMatter }, where),
      ),
      mine(undefined, VIEWS.mine),
      mine('urgent', `${VIEWS.mine} AND (${VIEWS.overdue} OR ${VIEWS.dueSoon})`),
      mine('returned', RETURNED),
    ],
    'counted and grouped': [
      counts('views', {}, 'TRUE'),
      counts('views of a unit', { unit }, ofUnit),
      counts('views of what was found', { search: '台账' }, found('台账')),
      ...(['unit', 'source', 'category', 'state', 'whose', 'owner'] as const).map((by) => groups(by)),
      groups('unit', { view: 'overdue' }, VIEWS.overdue),
    ],
  };
}

const SUPERVISED = 'item.pk IN (SELECT item FROM item_supervision WHERE ended_on IS NULL AND deleted = 0)';
const SUMS = Object.entries(VIEWS)
  .map(([view, where]) => `count(*) FILTER (WHERE ${where}) AS "${view}"`)
  .join(', ');

function pageOf(db: Readable, where: string, sort: keyof typeof ORDERS, offset: number): Answer {
  const rows = db.all<{ id: string; returned: number }>(
    `SELECT item.*, unit.id AS unit_id, unit.name AS unit_name, office.id AS office_id, ${DUE} AS due_in_force,
       CASE WHEN ${RUNS} THEN CAST(julianday(${DUE}) - julianday('${TODAY}') AS INTEGER)
         WHEN ${LATE} THEN CAST(julianday(${DUE}) - julianday(item.applied_on) AS INTEGER) END AS days_left,
       ${RETURNED} AS returned, supervision.since_on, supervision.reason, supervision.next_on
     FROM rectification_item AS item JOIN office ON office.pk = item.office LEFT JOIN unit ON unit.pk = item.unit
     LEFT JOIN item_supervision AS supervision
       ON supervision.item = item.pk AND supervision.ended_on IS NULL AND supervision.deleted = 0
     WHERE item.pk IN (SELECT item.pk ${LEDGER} AND ${where} ORDER BY ${ORDERS[sort]} LIMIT ${PAGE} OFFSET ${offset})
     ORDER BY ${ORDERS[sort]}`,
  );
  const total = db.get<{ total: number }>(`SELECT count(*) AS total ${LEDGER} AND ${where}`)?.total ?? 0;
  return { total, rows: rows.map(({ id, returned }) => [id, returned]) };
}

const KEYS: Readonly<Record<ItemGrouping, string>> = {
  unit: '(SELECT id FROM unit WHERE pk = item.unit)',
  source: 'item.source',
  category: 'item.category',
  state: 'item.state',
  whose: `CASE WHEN ${WHOSE.clerk} THEN 'clerk' WHEN ${WHOSE.reviewer} THEN 'reviewer' WHEN ${WHOSE.group} THEN 'group' END`,
  owner: 'item.owner',
};

function grouped(db: Readable, by: ItemGrouping, where: string): Answer {
  const rows = db.all<{ key: string | null; count: number; overdue: number; dueSoon: number }>(
    `SELECT ${KEYS[by]} AS key, count(*) AS count, count(*) FILTER (WHERE ${VIEWS.overdue}) AS overdue,
       count(*) FILTER (WHERE ${VIEWS.dueSoon}) AS dueSoon, sum(item.state = 'closed') AS closed
     ${LEDGER} AND ${where} GROUP BY 1`,
  );
  return { rows: rows.map(({ key, count, overdue, dueSoon }) => [key, count, overdue, dueSoon]).sort() };
}
