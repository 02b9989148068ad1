import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { PeopleSort, PostingStatus } from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue } from '../../store/handles.ts';
import { PERSON_ON_DAY, type PersonOnDay } from './personnel-sql.ts';
import { SUBTREE } from './units-sql.ts';

export interface PeopleFilter {
  readonly office: number;
  readonly asOf: CalendarDate;
  /** pk, and whether units below it are meant too. */
  readonly unit: { readonly pk: number; readonly below: boolean } | null;
  readonly search: NameSearch | null;
  /** Any of these. */
  readonly statuses: readonly PostingStatus[] | null;
}

export interface NameSearch {
  /** Part of a folded name. */
  readonly characters: string;
  /** As typedSpelling of name-words.ts makes it. */
  readonly spelling: string | null;
}

interface Page {
  readonly sort: PeopleSort;
  readonly offset: number;
  readonly limit: number;
}

/** Text with `?` for its values, in their order. */
interface Clause {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** What each order needs to be joined. Words are missing where people are known by pseudonym only: they come last. */
const ORDERS: Readonly<Record<PeopleSort, { readonly by: string; readonly needs: string }>> = {
  order: {
    by: `unit.order_number IS NULL, unit.order_number, unit.pk, person.order_number IS NULL,
      person.order_number, words.pinyin_key, person.folded, person.pk`,
    needs: `LEFT JOIN unit ON unit.pk = posting.unit
      LEFT JOIN name_words AS words ON words.folded = person.folded`,
  },
  pinyin: byWords('pinyin_key'),
  strokes: byWords('stroke_key'),
};

function byWords(key: string) {
  return {
    by: `words.${key} IS NULL, words.${key}, person.order_number IS NULL, person.order_number, person.pk`,
    needs: 'LEFT JOIN name_words AS words ON words.folded = person.folded',
  };
}

/** The page is found by what it is sorted by alone; what it shows is looked up for its rows. */
export function peopleOnDay(db: Readable, filter: PeopleFilter, page: Page): PersonOnDay[] {
  const { by, needs } = ORDERS[page.sort];
  const { from, where } = found(filter);
  return db.all<PersonOnDay>(
    `WITH page (place, person, posting) AS (
       SELECT row_number() OVER (), person, posting FROM (
         SELECT person.pk AS person, posting.pk AS posting ${from.sql} ${needs} ${where.sql}
         ORDER BY ${by} LIMIT ? OFFSET ?))
     SELECT ${PERSON_ON_DAY}
     FROM page CROSS JOIN person ON person.pk = page.person LEFT JOIN posting ON posting.pk = page.posting
     LEFT JOIN unit ON unit.pk = posting.unit ORDER BY page.place`,
    ...from.values,
    ...where.values,
    page.limit,
    page.offset,
  );
}

/** People have one posting a day at most: where it does not matter which, they are counted without it. */
export function countPeopleOnDay(db: Readable, filter: PeopleFilter): number {
  const posted = filter.unit !== null || filter.statuses !== null;
  const { from, where } = found(filter, posted);
  const sql = `SELECT count(*) AS total ${from.sql} ${where.sql}`;
  return db.get<{ total: number }>(sql, ...from.values, ...where.values)?.total ?? 0;
}

/** Begins with what leaves the fewest rows: names, then a unit's postings, else everybody in the order of the file. */
function found(filter: PeopleFilter, posted = true): { from: Clause; where: Clause } {
  const { office, unit, statuses, search, asOf } = filter;
  const first = firstTable(filter);
  const onDay = 'posting.from_on <= ? AND (posting.until_on IS NULL OR posting.until_on > ?)';
  const join = `LEFT JOIN posting ON posting.person = person.pk AND posting.deleted = 0 AND ${onDay}`;
  const isLed = unit !== null && search === null;
  const from = isLed || !posted ? [first] : [first, { sql: join, values: [asOf, asOf] }];
  const where = [
    { sql: 'person.office = ? AND person.deleted = 0', values: [office] },
    ...(isLed ? [{ sql: `posting.deleted = 0 AND ${onDay}`, values: [asOf, asOf] }] : []),
    ...(unit ? [among(unit)] : []),
    ...(statuses ? [inStatus(statuses)] : []),
  ];
  return { from: joined(from, ' '), where: joined(where, ' AND ', 'WHERE ') };
}

function firstTable({ office, search, unit }: PeopleFilter): Clause {
  if (search) return named(office, search);
  if (unit) return { sql: 'FROM posting CROSS JOIN person ON person.pk = posting.person', values: [] };
  return { sql: 'FROM person NOT INDEXED', values: [] };
}

/** Names are gone through in an index that has nothing else, spellings in their table. */
function named(office: number, { characters, spelling }: NameSearch): Clause {
  const written = 'SELECT pk FROM person WHERE office = ? AND instr(folded, ?) > 0';
  const spelt = `SELECT person.pk FROM name_words AS words
    CROSS JOIN person ON person.office = ? AND person.folded = words.folded WHERE instr(words.spellings, ?) > 0`;
  const hits = spelling === null ? written : `${written} UNION ${spelt}`;
  return {
    sql: `FROM (${hits}) AS hit CROSS JOIN person ON person.pk = hit.pk`,
    values: [office, characters, ...(spelling === null ? [] : [office, ` ${spelling}`])],
  };
}

function among({ pk, below }: { readonly pk: number; readonly below: boolean }): Clause {
  const units = below ? `IN (${SUBTREE('?')} SELECT pk FROM subtree)` : '= ?';
  return { sql: `posting.unit ${units}`, values: [pk] };
}

function inStatus(statuses: readonly PostingStatus[]): Clause {
  const sql = 'posting.status IN (SELECT value FROM json_each(?))';
  return { sql, values: [JSON.stringify(statuses)] };
}

function joined(clauses: readonly Clause[], by: string, before = ''): Clause {
  return {
    sql: before + clauses.map(({ sql }) => sql).join(by),
    values: clauses.flatMap(({ values }) => values),
  };
}
