import { useNavigate, useSearch } from '@tanstack/react-router';
import { type CalendarDate, isCalendarDate } from '../../../shared/vocabulary/dates.ts';
import {
  EDUCATION_TYPES,
  type EducationType,
  ORGAN_KINDS,
  type OrganKind,
} from '../../../shared/vocabulary/words.ts';
import { useIdentity } from '../../state/session.ts';
import { FIGURE_GROUPS, type FigureGroup } from './figure-groups.ts';

export const TABLES = ['unit', 'kind', 'phase', 'type'] as const;
export type TableBy = (typeof TABLES)[number];
export const CHARTS = ['trend', 'participation', 'backlog', 'coverage'] as const;
export type Chart = (typeof CHARTS)[number];

/** What figures are asked for, as the core takes it. */
export interface Question {
  readonly asOf: CalendarDate;
  readonly office?: string | undefined;
  /** Null: what is of no unit. */
  readonly unit?: string | null | undefined;
  readonly below?: boolean | undefined;
  readonly organKind?: OrganKind | undefined;
  readonly phase?: string | null | undefined;
  readonly type?: EducationType | undefined;
  readonly session?: string | undefined;
}

/** The page's address. */
export interface FiguresSearch {
  readonly asOf?: string | undefined;
  readonly office?: string | undefined;
  readonly session?: string | undefined;
  readonly unit?: string | undefined;
  readonly kind?: string | undefined;
  readonly phase?: string | undefined;
  readonly type?: string | undefined;
  readonly by?: string | undefined;
  readonly group?: string | undefined;
  readonly chart?: string | undefined;
  /** What it is compared with: another day, another unit, or both. */
  readonly day2?: string | undefined;
  readonly unit2?: string | undefined;
}

export interface FiguresAddress {
  readonly question: Question;
  /** Null: nothing is compared. */
  readonly compared: Question | null;
  readonly by: TableBy;
  readonly group: FigureGroup;
  readonly chart: Chart;
  readonly change: (part: FiguresSearch) => void;
}

/** The day, the filter and what is shown stand in the address; without a day it is today. */
export function useFiguresAddress(): FiguresAddress {
  const { today } = useIdentity();
  const search: FiguresSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const question = questionOf(search, today as CalendarDate);
  return {
    question,
    compared: comparedOf(search, question),
    by: TABLES.find((one) => one === search.by) ?? 'unit',
    group: FIGURE_GROUPS.find((one) => one === search.group) ?? 'study',
    chart: CHARTS.find((one) => one === search.chart) ?? 'trend',
    change(part) {
      const next = Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined);
      void navigate({ to: '.', search: Object.fromEntries(next), replace: true });
    },
  };
}

export function questionOf(search: FiguresSearch, today: CalendarDate): Question {
  const { asOf, office, session, unit, phase } = search;
  return {
    asOf: dayIn(asOf) ?? today,
    office,
    session,
    unit,
    phase,
    organKind: ORGAN_KINDS.find((one) => one === search.kind),
    type: EDUCATION_TYPES.find((one) => one === search.type),
  };
}

export function comparedOf({ day2, unit2 }: FiguresSearch, question: Question): Question | null {
  const asOf = dayIn(day2);
  if (!asOf && !unit2) return null;
  return { ...question, asOf: asOf ?? question.asOf, ...(unit2 && { unit: unit2 }) };
}

/** Difference of two rates in tenths of a percentage point, as printed; null where one has no denominator. */
export function pointsBetween(one: Rate | null | undefined, other: Rate | null | undefined): number | null {
  if (!one?.denominator || !other?.denominator) return null;
  const tenths = ({ numerator, denominator }: Rate) => (numerator * 1000) / denominator;
  return Math.round(tenths(one) - tenths(other));
}

interface Rate {
  readonly numerator: number;
  readonly denominator: number;
}

function dayIn(text: string | undefined): CalendarDate | undefined {
  return text !== undefined && isCalendarDate(text) ? text : undefined;
}
