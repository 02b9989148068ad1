import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { Manifest } from '../bundle/manifest.ts';
import type { Tables } from '../bundle/tables.ts';
import { type Columns, type ListsByColumn, unpackColumns, unpackRows } from './columns.ts';
import {
  NAMED_TABLES,
  type NamedFiling,
  type NamedMark,
  type NamedPerson,
  type NamedPlace,
  type NamedSession,
  namedFilingColumns,
  namedMarkColumns,
  namedPersonColumns,
  namedPlaceColumns,
  namedSessionColumns,
} from './named-tables.ts';
import { byFiling, byId, inOrder, pairsInOrder } from './row-order.ts';

/** What a bundle with names holds; numbers are places in the other lists. */
export interface NamedList {
  readonly units: readonly NamedPlace[];
  readonly people: readonly NamedPerson[];
  readonly sessions: readonly NamedSession[];
  readonly rounds: readonly NamedPlace[];
  readonly marks: ListsByColumn<NamedMark>;
  readonly filings: readonly NamedFiling[];
}

/**
 * What a manifest says of names is true of every table, one way and the other.
 * @throws Refusal `bundle_names_mismatch`
 */
export function refuseUntoldNames({ pseudonymous }: Manifest, tables: Tables): void {
  const fits = [...tables.keys()].every((table) => NAMED_TABLES.has(table) !== pseudonymous);
  ensure(fits, 'bundle_names_mismatch');
}

/** @throws Refusal `bundle_row_invalid`, `bundle_newer_register` */
export function readNamed(tables: Tables): NamedList {
  const rows = <Row extends object>(columns: Columns<Row>, name: string) => {
    const table = tables.get(name);
    return table ? unpackRows(columns, name, table) : [];
  };
  const list = {
    units: rows(namedPlaceColumns, 'namedUnit'),
    people: inOrder('namedPerson', rows(namedPersonColumns, 'namedPerson'), byId),
    sessions: rows(namedSessionColumns, 'namedSession'),
    rounds: rows(namedPlaceColumns, 'namedRound'),
    marks: marksOf(tables),
    filings: inOrder('namedFiling', rows(namedFilingColumns, 'namedFiling'), byFiling),
  };
  checkPlaces(list);
  return list;
}

const NO_MARKS: ListsByColumn<NamedMark> = {
  ...{ session: [], person: [], unit: [] },
  ...{ mark: [], makeup: [], makeupOn: [] },
};

function marksOf(tables: Tables): ListsByColumn<NamedMark> {
  const table = tables.get('namedAttendance');
  if (!table) return NO_MARKS;
  const { session, person, unit, mark, makeup, makeupOn } = unpackColumns(
    namedMarkColumns,
    'namedAttendance',
    table,
  );
  pairsInOrder('namedAttendance', session, person);
  return {
    ...{ session: [...session], person: [...person], unit: [...unit] },
    ...{ mark: [...mark], makeup: [...makeup], makeupOn: [...makeupOn] },
  };
}

function checkPlaces({ units, people, sessions, rounds, marks, filings }: NamedList): void {
  const unitsOf = (rows: readonly { readonly unit: number | null }[]) => rows.map(({ unit }) => unit);
  within('namedPerson', 'unit', unitsOf(people), units);
  within('namedAttendance', 'session', marks.session, sessions);
  within('namedAttendance', 'person', marks.person, people);
  within('namedAttendance', 'unit', marks.unit, units);
  within(
    'namedFiling',
    'round',
    filings.map(({ round }) => round),
    rounds,
  );
  within(
    'namedFiling',
    'person',
    filings.map(({ person }) => person),
    people,
  );
  within('namedFiling', 'unit', unitsOf(filings), units);
}

function within(
  register: string,
  column: string,
  places: readonly (number | null)[],
  list: readonly unknown[],
): void {
  const at = places.findIndex((place) => place !== null && place >= list.length);
  ensure(at < 0, 'bundle_row_invalid', { register, column, row: at + 1 });
}
