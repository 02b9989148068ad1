import { FIGURE_RULES, type FigureRule } from '../../shared/rules/figures.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import {
  FIGURE_IDS,
  type FigureId,
  INSTALLATION_ROLES,
  type InstallationRole,
} from '../../shared/vocabulary/words.ts';
import { uuid, words } from './cell-kinds.ts';
import { type Columns, day, integer, nullable, oneOf, revision } from './columns.ts';

const ruleOf = (id: FigureId): FigureRule => FIGURE_RULES[id];

/** Figures that can be added up over offices: not of a single session, nor of what stays at the office. */
export const REPORTED_FIGURES: readonly FigureId[] = FIGURE_IDS.filter(
  (id) => ruleOf(id).of !== 'session' && !ruleOf(id).stays,
);

/** Whoever reports to the group, or to a group below it. */
export interface FigureOfficeRow {
  readonly id: string;
  /** Id of the group of this table that it reports to; null: to the sender. */
  readonly parent: string | null;
  readonly kind: InstallationRole;
  readonly code: string;
  readonly name: string;
  /** The day of its figures, of a group that of its own report; null, like the two after it: nothing has come of it. */
  readonly asOf: CalendarDate | null;
  /** Number and head of the bundle that brought what they count. */
  readonly sequence: number | null;
  readonly head: number | null;
}

export const figureOfficeColumns: Columns<FigureOfficeRow> = {
  id: uuid,
  parent: nullable(uuid),
  kind: oneOf(INSTALLATION_ROLES),
  code: words(100),
  name: words(300),
  asOf: nullable(day),
  sequence: nullable(integer(1, Number.MAX_SAFE_INTEGER)),
  head: nullable(revision),
};

export interface FigureRow {
  /** Id of an office of the other table. */
  readonly of: string;
  readonly figure: FigureId;
  readonly numerator: number;
  readonly denominator: number;
}

/** More than all the attendances of a country; sums of as many rows as a bundle takes stay whole numbers. */
const MOST = 1_000_000_000;

export const figureColumns: Columns<FigureRow> = {
  of: uuid,
  figure: oneOf(REPORTED_FIGURES),
  numerator: integer(0, MOST),
  denominator: integer(0, MOST),
};

/** The tables of a group's report. */
export const FIGURE_TABLES: ReadonlySet<string> = new Set(['figureOffice', 'figure']);
