import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { EducationType, FigurePart } from '../../shared/vocabulary/words.ts';
import type { SqlValue } from '../store/handles.ts';

/** A phase as figures are narrowed to it: by the name that rows bear, or by the days on which they came. */
export interface PhaseScope {
  readonly ids: readonly string[];
  /** First and last day, both included. */
  readonly spans: readonly { readonly from: CalendarDate; readonly until: CalendarDate }[];
  /** False: what is of none of them. */
  readonly within: boolean;
}

/** What figures are narrowed to; null: everything. */
export interface FigureScope {
  /** Surrogates; 0 stands for rows of no unit. */
  readonly units: readonly number[] | null;
  readonly phase: PhaseScope | null;
  readonly type: EducationType | null;
}

export const EVERYTHING: FigureScope = { units: null, phase: null, type: null };

/** Units and phase as the conditions below take them. */
export function scopeValues({ units, phase }: FigureScope): [units: SqlValue, phase: SqlValue] {
  return [units && JSON.stringify(units), phase && JSON.stringify(phase)];
}

/** One page of the rows that a number counts. */
export interface RowsAsked {
  readonly part: FigurePart;
  readonly offset: number;
  readonly limit: number;
}
