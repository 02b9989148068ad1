import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { COUNTED_STATUSES } from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue } from '../../store/handles.ts';
import type { StoredRow } from '../../store/rows.ts';

export interface TalkRow extends StoredRow {
  readonly person: number;
  readonly on_day: CalendarDate;
  readonly talker: string;
  readonly record_number: string;
}

export interface ListedTalk extends TalkRow {
  readonly person_id: string;
  readonly name: string;
  readonly unit_name: string | null;
}

export interface TalkFilter {
  readonly office: number;
  readonly person: number | null;
  /** With all below it. */
  readonly unit: number | null;
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
  /** Part of a text, and the same folded as names are. */
  readonly search: { readonly text: string; readonly folded: string } | null;
}

interface Page {
  readonly offset: number;
  readonly limit: number;
}

const WITHIN = `
  WITH RECURSIVE within (pk) AS (
    SELECT ?3 WHERE ?3 IS NOT NULL
    UNION SELECT child.pk FROM within JOIN unit AS child ON child.parent = within.pk AND child.deleted = 0
  )`;

const TALKS = `
  FROM talk JOIN person ON person.pk = talk.person
  LEFT JOIN posting ON posting.person = talk.person AND posting.deleted = 0 AND posting.from_on <= talk.on_day
    AND (posting.until_on IS NULL OR posting.until_on > talk.on_day)
  LEFT JOIN unit ON unit.pk = posting.unit
  WHERE talk.office = ?1 AND talk.deleted = 0
    AND (?2 IS NULL OR talk.person = ?2) AND (?3 IS NULL OR posting.unit IN (SELECT pk FROM within))
    AND (?4 IS NULL OR talk.on_day >= ?4) AND (?5 IS NULL OR talk.on_day <= ?5)
    AND (?6 IS NULL OR person.folded LIKE ?7 ESCAPE '!' OR talk.talker LIKE ?6 ESCAPE '!'
      OR talk.record_number LIKE ?6 ESCAPE '!')`;

/** The latest first. */
export function listTalks(
  db: Readable,
  filter: TalkFilter,
  page: Page,
): { total: number; rows: ListedTalk[] } {
  const asked = values(filter);
  const rows = db.all<ListedTalk>(
    `${WITHIN} SELECT talk.*, person.id AS person_id, person.name, unit.name AS unit_name ${TALKS}
     ORDER BY talk.on_day DESC, talk.pk DESC LIMIT ?8 OFFSET ?9`,
    ...asked,
    page.limit,
    page.offset,
  );
  const total = db.get<{ total: number }>(`${WITHIN} SELECT count(*) AS total ${TALKS}`, ...asked);
  return { total: total?.total ?? 0, rows };
}

export function isRecorded(
  db: Readable,
  office: number,
  talk: Pick<TalkRow, 'person' | 'on_day' | 'record_number'>,
  except: number,
): boolean {
  const found = db.get(
    `SELECT 1 FROM talk WHERE office = ? AND person = ? AND on_day = ? AND record_number = ? AND deleted = 0
       AND pk <> ?`,
    office,
    talk.person,
    talk.on_day,
    talk.record_number,
    except,
  );
  return found !== undefined;
}

/** People of E on the day, with whether anybody talked with them by then. */
const CENSUS = `
  census AS (
    SELECT posting.person, posting.unit, EXISTS (
      SELECT 1 FROM talk WHERE talk.person = posting.person AND talk.deleted = 0 AND talk.on_day <= ?2) AS talked
    FROM posting JOIN person ON person.pk = posting.person AND person.deleted = 0
    WHERE posting.office = ?1 AND posting.deleted = 0 AND posting.from_on <= ?2
      AND (posting.until_on IS NULL OR posting.until_on > ?2)
      AND posting.status IN (SELECT value FROM json_each(?4))
      AND (?3 IS NULL OR posting.unit IN (SELECT pk FROM within))
  )`;

export interface Coverage {
  readonly talked: number;
  readonly people: number;
}

/** @param unit with all below it; null: the whole office */
export function talkCoverage(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  unit: number | null,
): Coverage {
  const row = db.get<Coverage>(
    `${WITHIN}, ${CENSUS} SELECT ifnull(sum(talked), 0) AS talked, count(*) AS people FROM census`,
    ...[office, asOf, unit, JSON.stringify(COUNTED_STATUSES)],
  );
  return row ?? { talked: 0, people: 0 };
}

export interface UntalkedPerson {
  readonly person: string;
  readonly name: string;
  readonly unitName: string;
}

export function listUntalked(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  unit: number | null,
  page: Page,
): UntalkedPerson[] {
  return db.all<UntalkedPerson>(
    `${WITHIN}, ${CENSUS}
     SELECT person.id AS person, ifnull(person.name, '') AS name, unit.name AS unitName
     FROM census JOIN person ON person.pk = census.person JOIN unit ON unit.pk = census.unit WHERE NOT talked
     ORDER BY unit.order_number, unit.pk, person.order_number IS NULL, person.order_number, person.folded, person.pk
     LIMIT ?5 OFFSET ?6`,
    ...[office, asOf, unit, JSON.stringify(COUNTED_STATUSES), page.limit, page.offset],
  );
}

function values({ office, person, unit, from, until, search }: TalkFilter): SqlValue[] {
  const pattern = (text: string) => `%${text.replace(/[!%_]/g, '!$&')}%`;
  return [
    office,
    person,
    unit,
    from,
    until,
    search && pattern(search.text),
    search && pattern(search.folded),
  ];
}
