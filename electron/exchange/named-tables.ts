import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import {
  DECLARATIONS,
  type Declaration,
  FILING_STATES,
  type FilingState,
} from '../../shared/vocabulary/words.ts';
import { pseudonymText, words } from './cell-kinds.ts';
import { type CellKind, type Columns, day, integer, nullable, oneOf } from './columns.ts';

/** The tables of a bundle with names; a column named after another of them holds places in its rows. */
const place: CellKind<number> = { ...integer(0, 10_000_000), holds: 'rank' };

export interface NamedPlace {
  readonly name: string;
}

export interface NamedPerson {
  /** Of this one export: the next one has another. */
  readonly id: string;
  readonly name: string;
  readonly disambiguator: string | null;
  /** Of the cut-off day; null: in none. */
  readonly unit: number | null;
}

export interface NamedSession {
  readonly title: string;
  readonly day: CalendarDate | null;
}

export interface NamedMark {
  readonly session: number;
  readonly person: number;
  readonly unit: number;
  readonly mark: number;
  readonly makeup: number;
  readonly makeupOn: CalendarDate | null;
}

export interface NamedFiling {
  readonly round: number;
  readonly person: number;
  readonly unit: number;
  readonly filedOn: CalendarDate;
  readonly declared: Declaration;
  readonly state: FilingState;
}

export const namedPlaceColumns: Columns<NamedPlace> = { name: words(300) };

export const namedPersonColumns: Columns<NamedPerson> = {
  id: pseudonymText,
  // 100 characters as they were typed; normalising can make three of one
  name: words(300),
  disambiguator: nullable(words(300)),
  unit: nullable(place),
};

export const namedSessionColumns: Columns<NamedSession> = { title: words(100), day: nullable(day) };

/** With the kind of presence and of leave, as the stored integers of MARKS and MAKEUPS. */
export const namedMarkColumns: Columns<NamedMark> = {
  session: place,
  person: place,
  unit: place,
  mark: integer(0, 10),
  makeup: integer(0, 4),
  makeupOn: nullable(day),
};

export const namedFilingColumns: Columns<NamedFiling> = {
  round: place,
  person: place,
  unit: place,
  filedOn: day,
  declared: oneOf(DECLARATIONS),
  state: oneOf(FILING_STATES),
};

export const NAMED_TABLES: ReadonlySet<string> = new Set([
  'namedUnit',
  'namedPerson',
  'namedSession',
  'namedAttendance',
  'namedRound',
  'namedFiling',
]);
