import { foldName } from '../../../shared/rules/names.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import { COUNTED_STATUSES, type OrganKind } from '../../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { putReceivedRow, type RowFate } from '../../store/received-rows.ts';

/** What a received person's rows stand in; one's pseudonym differs from the other's. */
export type Purpose = 'attendance' | 'selfInspection';

export interface UnitRecord {
  readonly id: string;
  readonly parent: string | null;
  readonly name: string;
  readonly kind: OrganKind | null;
  readonly orderNumber: number;
  readonly closedOn: CalendarDate | null;
  readonly deleted: number;
}

/** Units touched after revision `after`, by id. */
export function changedUnits(db: Readable, office: number, after: number): UnitRecord[] {
  return db.all<UnitRecord>(
    `SELECT unit.id, parent.id AS parent, unit.name, unit.kind, unit.order_number AS orderNumber,
       unit.closed_on AS closedOn, unit.deleted
     FROM unit LEFT JOIN unit AS parent ON parent.pk = unit.parent
     WHERE unit.office = ? AND unit.rev > ? ORDER BY unit.id`,
    office,
    after,
  );
}

/**
 * Parents may stand below their children: they are set once all rows are there.
 * @throws Refusal `bundle_row_invalid` for a parent that is not there, or that lies below its own child
 */
export function putUnits(write: Write, office: number, rev: number, units: readonly UnitRecord[]): RowFate[] {
  const before = new Map(changedUnits(write, office, -1).map((unit) => [unit.id, unit.parent]));
  const fates = units.map((unit) => {
    const values = {
      name: unit.name,
      folded: foldName(unit.name),
      kind: unit.kind,
      order_number: unit.orderNumber,
      closed_on: unit.closedOn,
    };
    const fate = putReceivedRow(write, 'unit', office, {
      ...{ id: unit.id, rev, stamped: true, deleted: unit.deleted, values },
    });
    return fate === 'unchanged' && before.get(unit.id) !== unit.parent ? 'changed' : fate;
  });
  for (const unit of units) {
    write.run(
      'UPDATE unit SET parent = (SELECT pk FROM unit WHERE office = ?1 AND id = ?2) WHERE office = ?1 AND id = ?3',
      office,
      unit.parent,
      unit.id,
    );
  }
  if (units.length > 0) checkTree(write, office, units);
  return fates;
}

function checkTree(write: Write, office: number, units: readonly UnitRecord[]): void {
  const held = new Map(changedUnits(write, office, -1).map((unit) => [unit.id, unit.parent]));
  const lost = units.find(({ id, parent }) => (held.get(id) ?? null) !== parent);
  ensure(!lost, 'bundle_row_invalid', { register: 'unit', column: 'parent' });
  const row = write.get<{ reached: number }>(
    `WITH RECURSIVE reached (pk) AS (
       SELECT pk FROM unit WHERE office = ?1 AND parent IS NULL
       UNION ALL SELECT unit.pk FROM reached JOIN unit ON unit.parent = reached.pk AND unit.office = ?1)
     SELECT count(*) AS reached FROM reached`,
    office,
  );
  ensure(row?.reached === held.size, 'bundle_row_invalid', { register: 'unit', column: 'parent' });
}

export interface PersonRecord {
  readonly pk: number;
  readonly id: string;
  readonly rev: number;
  readonly deleted: number;
}

/** Everybody the office ever had, tombstones included: the set that ranks are counted in. */
export function everybody(db: Readable, office: number): PersonRecord[] {
  return db.all<PersonRecord>('SELECT pk, id, rev, deleted FROM person WHERE office = ?', office);
}

export interface MembershipRecord {
  readonly person: number;
  readonly unit: number;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

/**
 * All postings that count (在岗, 借入) of the people touched after revision `after`; which of the two it is
 * does not leave, nor do postings that never count.
 */
export function changedMemberships(db: Readable, office: number, after: number): MembershipRecord[] {
  return db.all<MembershipRecord>(
    `SELECT posting.person, posting.unit, posting.from_on AS "from", posting.until_on AS until
     FROM posting JOIN person ON person.pk = posting.person
     WHERE posting.office = ? AND person.rev > ? AND posting.deleted = 0
       AND posting.status IN (${COUNTED_STATUSES.map((status) => `'${status}'`).join(', ')})
     ORDER BY posting.from_on`,
    office,
    after,
  );
}

/** A person of the own office by name, with the surrogate of this database. */
export interface NamedRecord {
  readonly pk: number;
  readonly id: string;
  readonly name: string;
  /** What tells two of one name apart. */
  readonly disambiguator: string | null;
}

/** Everybody who is in the books by name; for an export with a recorded reason alone. */
export function namedPeople(db: Readable, office: number): NamedRecord[] {
  return db.all<NamedRecord>(
    `SELECT pk, id, name, disambiguator FROM person
     WHERE office = ? AND deleted = 0 AND name IS NOT NULL ORDER BY id`,
    office,
  );
}

/** A person received under a pseudonym: nothing but that they exist. */
export function putPseudonym(
  write: Write,
  office: number,
  purpose: Purpose,
  row: { readonly id: string; readonly deleted: number },
  rev: number,
): RowFate {
  return putReceivedRow(write, 'person', office, {
    ...row,
    ...{ rev, stamped: true, fixed: { purpose }, values: {} },
  });
}

/** People received for one purpose, in the order of their pseudonyms. */
export function rankedPseudonyms(
  db: Readable,
  office: number,
  purpose: Purpose,
): { pk: number; id: string }[] {
  return db.all('SELECT pk, id FROM person WHERE office = ? AND purpose = ? ORDER BY id', office, purpose);
}

/**
 * Replaces the memberships of the people named by the ones that came.
 * @param people surrogates of everybody whose memberships the bundle states, those left with none included
 */
export function putMemberships(
  write: Write,
  office: number,
  rev: number,
  people: Iterable<number>,
  memberships: readonly MembershipRecord[],
): RowFate[] {
  const arriving = Map.groupBy(memberships, ({ person }) => person);
  return [...people].flatMap((person) => {
    const held = new Map(heldMemberships(write, person).map((row) => [row.from, row]));
    const rows = arriving.get(person) ?? [];
    const fates = rows.map((row) => fateOf(held.get(row.from), row));
    const stays = held.size === rows.length && fates.every((fate) => fate === 'unchanged');
    if (!stays) replaceMemberships(write, { office, rev, person }, rows);
    return fates;
  });
}

function fateOf(held: MembershipRecord | undefined, { unit, until }: MembershipRecord): RowFate {
  if (!held) return 'added';
  return held.unit === unit && held.until === until ? 'unchanged' : 'changed';
}

function replaceMemberships(
  write: Write,
  { office, rev, person }: { readonly office: number; readonly rev: number; readonly person: number },
  rows: readonly MembershipRecord[],
): void {
  write.run('DELETE FROM posting WHERE person = ?', person);
  for (const row of rows)
    write.run(
      `INSERT INTO posting (office, id, person, unit, status, from_on, until_on, rev, changed_by, changed_at)
       VALUES (?, ?, ?, ?, 'onDuty', ?, ?, ?, 0, ?)`,
      office,
      write.newId(),
      person,
      row.unit,
      row.from,
      row.until,
      rev,
      write.at,
    );
}

function heldMemberships(db: Readable, person: number): MembershipRecord[] {
  return db.all<MembershipRecord>(
    'SELECT person, unit, from_on AS "from", until_on AS until FROM posting WHERE person = ?',
    person,
  );
}
