import type { Readable } from '../../electron/store/handles.ts';
import { FILING_STATES } from '../../shared/vocabulary/words.ts';
import { ledgerOf, TODAY } from './county.ts';
import type { Answer, Question, Questions } from './register-lists.ts';
import type { FullOffice } from './register-office.ts';

const PAGE = 100;

/** ?1 the round, ?2 the day whose postings put people into E. */
const IN_FORCE = `posting.office = 1 AND posting.deleted = 0 AND posting.status IN ('onDuty', 'secondedIn')
  AND posting.from_on <= ?2 AND (posting.until_on IS NULL OR posting.until_on > ?2)`;
const FILES = "person.deleted = 0 AND (person.purpose IS NULL OR person.purpose = 'selfInspection')";
const EXPECTED = `SELECT person.pk AS person, posting.unit, 1 AS expected, person.order_number, person.folded
  FROM posting CROSS JOIN person ON person.pk = posting.person AND ${FILES} WHERE ${IN_FORCE}`;
const NOBODYS = `person.pk NOT IN (SELECT person FROM filing WHERE office = 1 AND round = ?1 AND deleted = 0)`;
const FILED = `SELECT filing.person, ifnull(posting.unit, filing.unit) AS unit, posting.pk IS NOT NULL AS expected,
    person.order_number, person.folded
  FROM filing CROSS JOIN person ON person.pk = filing.person
  LEFT JOIN posting ON posting.person = filing.person AND ${IN_FORCE} AND ${FILES}
  WHERE filing.office = 1 AND filing.round = ?1 AND filing.deleted = 0`;
const BESIDE = `SELECT filing.person, filing.unit, 0 AS expected, person.order_number, person.folded
  FROM filing CROSS JOIN person ON person.pk = filing.person
  WHERE filing.office = 1 AND filing.round = ?1 AND filing.deleted = 0
    AND NOT EXISTS (SELECT 1 FROM posting WHERE posting.person = person.pk AND ${IN_FORCE} AND ${FILES})`;
const THEIRS = `LEFT JOIN filing ON filing.office = 1 AND filing.round = ?1 AND filing.person = filer.person
  AND filing.deleted = 0`;
const ORDER = `unit.order_number, unit.pk, filer.order_number IS NULL, filer.order_number, filer.folded, filer.person`;
const ITEM_OPEN = `EXISTS (SELECT 1 FROM filing_item AS item
  WHERE item.filing = filing.pk AND item.deleted = 0 AND item.disposition = 'open')`;

const everybody = (expected = '', beside = '') => `${EXPECTED} ${expected} UNION ALL ${BESIDE} ${beside}`;
const due = `${EXPECTED} AND ${NOBODYS}`;
const inState = (state: string) => `${FILED} AND filing.state = '${state}'`;

type RoundOnDay = readonly [round: number, day: string];

/** The lists of self-inspection, each beside the statements that one would write for it. */
export function filingQuestions({ desk, rounds, units }: FullOffice): Questions {
  const [ended, running] = rounds;
  const { selfInspection } = desk.client;
  const pkOf = (table: string, id: string) =>
    ledgerOf(desk).read((db) => db.get<{ pk: number }>(`SELECT pk FROM ${table} WHERE id = ?`, id)?.pk ?? 0);
  const unit = units[7] ?? '';
  const at = pkOf('unit', unit);
  const last = [pkOf('inspection_round', ended.id), ended.endsOn] as const;
  const now = [pkOf('inspection_round', running.id), TODAY] as const;

  const list = (
    name: string,
    asked: Omit<Parameters<typeof selfInspection.filings>[0], 'round' | 'limit'>,
    lines: string,
    round = running,
    plain = now,
  ): Question => ({
    name,
    ask: async () => {
      const { total, filings } = await selfInspection.filings({ ...asked, round: round.id, limit: PAGE });
      return { total, rows: filings.map(({ person, state, items }) => [person, state, items]) };
    },
    plain: (db) => pageOf(db, lines, plain, asked.offset ?? 0),
  });

  return {
    pages: [
      list('the first page', {}, everybody()),
      list('a deep page', { offset: 9000 }, everybody()),
      list('a round that ended', {}, everybody(), ended, last),
    ],
    filtered: [
      list('待填报', { state: 'due' }, due),
      ...FILING_STATES.map((state) => list(state, { state }, inState(state))),
      list('a unit', { unit }, everybody(`AND posting.unit = ${at}`, `AND filing.unit = ${at}`)),
      list(
        'a name',
        { search: '王伟' },
        everybody("AND instr(person.folded, '王伟')", "AND instr(person.folded, '王伟')"),
      ),
      list('待填报 of a unit', { state: 'due', unit }, `${due} AND posting.unit = ${at}`),
    ],
    'behind the work list': [
      list('filingDue', { matter: 'filingDue' }, due),
      list('filingReturned', { matter: 'filingReturned' }, inState('returned')),
      list('filingToApprove', { matter: 'filingToApprove' }, inState('filed')),
      list('filingItemOpen', { matter: 'filingItemOpen' }, `${inState('approved')} AND ${ITEM_OPEN}`),
      list('filingToArchive', { matter: 'filingToArchive' }, `${inState('approved')} AND NOT ${ITEM_OPEN}`),
    ],
    'by unit': [
      coverage('coverage', running.id, now),
      coverage('coverage of a round that ended', ended.id, last),
      reminders('who owes a form', {}, ''),
      reminders('who of a unit owes a form', { unit }, `AND unit.pk = ${at}`),
    ],
  };

  function coverage(name: string, id: string, round: RoundOnDay): Question {
    return {
      name,
      ask: async () => {
        const { units: by } = await selfInspection.coverage({ round: id });
        return { rows: by.map(({ unit: of, sums }) => [of, sums.expected, sums.due, sums.returned]) };
      },
      plain: (db) => ({
        rows: db
          .all<UnitSums>(COVERAGE, ...round)
          .map((row) => [row.id, row.expected, row.due, row.returned]),
      }),
    };
  }

  function reminders(name: string, asked: { readonly unit?: string }, where: string): Question {
    return {
      name,
      ask: async () => {
        const {
          total,
          units: by,
          people,
        } = await selfInspection.reminders({ round: running.id, ...asked, limit: PAGE });
        return {
          total,
          rows: [...by.map((row) => [row.unit, row.due, row.returned]), ...people.map((row) => row.person)],
        };
      },
      plain: (db) => owing(db, now, where),
    };
  }
}

function pageOf(db: Readable, lines: string, round: RoundOnDay, offset: number): Answer {
  const rows = db.all<{ person: string; state: string; items: number }>(
    `WITH filer AS MATERIALIZED (
       SELECT filer.* FROM (${lines}) AS filer JOIN unit ON unit.pk = filer.unit ORDER BY ${ORDER}
       LIMIT ${PAGE} OFFSET ${offset}
     )
     SELECT filing.id, filing.rev, person.id AS person, person.name, unit.id AS unit, unit.name AS unit_name,
       filer.expected, ifnull(filing.state, 'due') AS state, filing.filed_on, filing.declared, filing.paper_number,
       (SELECT count(*) FROM filing_item AS item WHERE item.filing = filing.pk AND item.deleted = 0) AS items
     FROM filer JOIN person ON person.pk = filer.person JOIN unit ON unit.pk = filer.unit ${THEIRS} ORDER BY ${ORDER}`,
    ...round,
  );
  const total = db.get<{ total: number }>(`SELECT count(*) AS total FROM (${lines})`, ...round)?.total ?? 0;
  return { total, rows: rows.map(({ person, state, items }) => [person, state, items]) };
}

interface UnitSums {
  readonly id: string;
  readonly expected: number;
  readonly due: number;
  readonly returned: number;
}

const COVERAGE = `
  SELECT unit.id, unit.name, sums.* FROM (
    SELECT posting.unit, count(*) AS expected, sum(filing.state IS NULL) AS due, sum(filing.state = 'filed') AS filed,
      sum(filing.state = 'approved') AS approved, sum(filing.state = 'archived') AS archived,
      ifnull(sum(filing.state = 'returned'), 0) AS returned
    FROM posting CROSS JOIN person ON person.pk = posting.person AND ${FILES}
    LEFT JOIN filing ON filing.office = 1 AND filing.round = ?1 AND filing.person = posting.person AND filing.deleted = 0
    WHERE ${IN_FORCE} GROUP BY posting.unit
  ) AS sums JOIN unit ON unit.pk = sums.unit ORDER BY unit.order_number, unit.pk`;

function owing(db: Readable, round: RoundOnDay, where: string): Answer {
  const filer = `FROM (${due} UNION ALL ${inState('returned')}) AS filer JOIN unit ON unit.pk = filer.unit ${where} ${THEIRS}`;
  const units = db.all<UnitSums>(
    `SELECT unit.id, unit.name, sum(filing.pk IS NULL) AS due, sum(filing.pk IS NOT NULL) AS returned ${filer}
     GROUP BY unit.pk ORDER BY unit.order_number, unit.pk`,
    ...round,
  );
  const people = db.all<{ id: string }>(
    `SELECT person.id, person.name, unit.id AS unit, unit.name AS unit_name, filing.state ${filer}
     JOIN person ON person.pk = filer.person ORDER BY ${ORDER} LIMIT ${PAGE}`,
    ...round,
  );
  return {
    total: units.reduce((sum, row) => sum + row.due + row.returned, 0),
    rows: [...units.map((row) => [row.id, row.due, row.returned]), ...people.map(({ id }) => id)],
  };
}
