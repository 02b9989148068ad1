import { randomBytes } from 'node:crypto';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import { pseudonym } from '../bundle/keys.ts';
import type { Table, Tables } from '../bundle/tables.ts';
import { changedMemberships, changedUnits, namedPeople } from '../registers/personnel/personnel-exchange.ts';
import { changedFilings, changedRounds } from '../registers/self-inspection/self-inspection-exchange.ts';
import { changedAttendance, changedSessions } from '../registers/study/study-exchange.ts';
import type { Readable } from '../store/handles.ts';
import { rankedRows } from '../store/received-rows.ts';
import { type ListsByColumn, packColumns, packRows } from './columns.ts';
import {
  type NamedFiling,
  type NamedMark,
  type NamedPerson,
  namedFilingColumns,
  namedMarkColumns,
  namedPersonColumns,
  namedPlaceColumns,
  namedSessionColumns,
} from './named-tables.ts';
import { byFiling, byId, sortedBy } from './row-order.ts';

interface NamedScope {
  /** Surrogate of the own office. */
  readonly office: number;
  readonly asOf: CalendarDate;
}

/**
 * Names with marks and filings, and nothing by which a row could be joined with one of a report or of another such
 * list: people stand under ids made for this list, in their order; the other rows under places in it.
 */
export function gatherNamed(db: Readable, scope: NamedScope): Tables {
  const { office } = scope;
  const units = new Places(paired(rankedRows(db, 'unit', office), changedUnits(db, office, -1)));
  const sessions = new Places(
    live(paired(rankedRows(db, 'study_session', office), changedSessions(db, office, -1))),
  );
  const rounds = new Places(
    live(paired(rankedRows(db, 'inspection_round', office), changedRounds(db, office, -1))),
  );
  const people = peopleOf(db, scope, units);
  const attendance = marks(db, office, { people: people.places, sessions, units });
  const filed = filings(db, office, { people: people.places, rounds, units });
  const said = toldOf(people.rows, [...new Set(attendance.person), ...filed.map(({ person }) => person)]);
  const person = attendance.person.map(said.place);
  const filing = filed.map((row) => ({ ...row, person: said.place(row.person) }));
  const tables: [string, Table][] = [
    ['namedUnit', packRows(namedPlaceColumns, units.rows.map(named))],
    ['namedPerson', packRows(namedPersonColumns, said.people)],
    ['namedSession', packRows(namedSessionColumns, sessions.rows.map(titled))],
    ['namedAttendance', packColumns(namedMarkColumns, { ...attendance, person })],
    ['namedRound', packRows(namedPlaceColumns, rounds.rows.map(named))],
    ['namedFiling', packRows(namedFilingColumns, filing)],
  ];
  return new Map(tables.filter(([, { rows }]) => rows > 0));
}

/** Rows that something in the list speaks of, in the order in which it first does. */
class Places<Row> {
  readonly rows: Row[] = [];
  readonly #known: ReadonlyMap<number, Row>;
  readonly #places = new Map<number, number>();

  constructor(known: ReadonlyMap<number, Row>) {
    this.#known = known;
  }

  has(pk: number): boolean {
    return this.#known.has(pk);
  }

  /** @param pk surrogate; undefined: there is no such row */
  of(pk: number): number | undefined {
    const given = this.#places.get(pk);
    const row = this.#known.get(pk);
    if (given !== undefined || row === undefined) return given;
    this.#places.set(pk, this.rows.length);
    return this.rows.push(row) - 1;
  }
}

/** Records by surrogate: both lists are whole and stand in the order of their ids. */
function paired<Row>(ranked: readonly { pk: number }[], rows: readonly Row[]): ReadonlyMap<number, Row> {
  return new Map(ranked.flatMap(({ pk }, at) => (rows[at] === undefined ? [] : [[pk, rows[at]] as const])));
}

function live<Row extends { readonly deleted: number }>(
  rows: ReadonlyMap<number, Row>,
): ReadonlyMap<number, Row> {
  return new Map([...rows].filter(([, { deleted }]) => deleted === 0));
}

const named = ({ name }: { readonly name: string }) => ({ name });
const titled = ({ title, day }: { readonly title: string; readonly day: CalendarDate | null }) => ({
  title,
  day,
});

/** Everybody who ever counted in a unit. */
function peopleOf(db: Readable, { office, asOf }: NamedScope, units: Places<unknown>) {
  const key = randomBytes(32);
  const postings = Map.groupBy(changedMemberships(db, office, -1), ({ person }) => person);
  const rows = namedPeople(db, office)
    .filter(({ pk }) => postings.has(pk))
    .map(({ pk, id, name, disambiguator }): NamedPerson & { pk: number } => {
      const now = postings
        .get(pk)
        ?.find(({ from, until }) => from <= asOf && (until === null || asOf < until));
      const unit = now === undefined ? null : (units.of(now.unit) ?? null);
      // one pseudonym for both registers: their rows are told under the name anyway
      return { pk, id: pseudonym(key, 'attendance', id), name, disambiguator, unit };
    });
  const sorted = sortedBy(byId, rows);
  return { rows: sorted, places: new Map(sorted.map(({ pk }, place) => [pk, place])) };
}

/** Of everybody, those who are in a unit, or of whom something is told; and their places then. */
function toldOf(everybody: readonly NamedPerson[], spokenOf: readonly number[]) {
  const spoken = new Set(spokenOf);
  const isTold = ({ unit }: NamedPerson, place: number) => unit !== null || spoken.has(place);
  const places = new Map<number, number>();
  for (const [place, person] of everybody.entries())
    if (isTold(person, place)) places.set(place, places.size);
  return { people: everybody.filter(isTold), place: (before: number) => places.get(before) ?? 0 };
}

interface ListsOf {
  readonly people: ReadonlyMap<number, number>;
  readonly units: Places<unknown>;
}

function marks(
  db: Readable,
  office: number,
  lists: ListsOf & { readonly sessions: Places<unknown> },
): ListsByColumn<NamedMark> {
  const { people, units, sessions } = lists;
  const session: number[] = [];
  const person: number[] = [];
  const unit: number[] = [];
  const mark: number[] = [];
  const makeup: number[] = [];
  const makeupOn: (CalendarDate | null)[] = [];
  for (const block of changedAttendance(db, office, -1)) {
    if (!sessions.has(block.session)) continue;
    const held = block.person
      .map((pk, at) => ({ at, place: people.get(pk) }))
      .flatMap(({ at, place }) => (place === undefined || block.deleted[at] === 1 ? [] : [{ at, place }]))
      .sort((one, other) => one.place - other.place);
    for (const { at, place } of held) {
      session.push(sessions.of(block.session) ?? 0);
      person.push(place);
      unit.push(units.of(block.unit[at] ?? 0) ?? 0);
      mark.push(block.mark[at] ?? 0);
      makeup.push(block.makeup[at] ?? 0);
      makeupOn.push(block.makeupOn[at] ?? null);
    }
  }
  return { session, person, unit, mark, makeup, makeupOn };
}

function filings(
  db: Readable,
  office: number,
  lists: ListsOf & { readonly rounds: Places<unknown> },
): NamedFiling[] {
  const { people, units, rounds } = lists;
  const rows = changedFilings(db, office, -1)
    .filter(({ deleted, person, round }) => deleted === 0 && people.has(person) && rounds.has(round))
    .map(({ deleted: _, ...row }) => ({
      ...row,
      person: people.get(row.person) ?? 0,
      unit: units.of(row.unit) ?? 0,
      round: rounds.of(row.round) ?? 0,
    }));
  return sortedBy(byFiling, rows);
}
