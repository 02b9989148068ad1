import { sumFigures } from '../../../shared/rules/figures.ts';
import { type Rate, rate } from '../../../shared/rules/rates.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { EducationType, FigureId } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { EVERYTHING, type FigureScope } from '../figure-scope.ts';
import {
  countedSessionSums,
  countReopened,
  coveredPeople,
  mandatorySums,
  reachedPeople,
} from './study-figures-sql.ts';
import { findSession, typeMask } from './study-register.ts';

export interface StudyFiguresAsked {
  /** What the campaign requires; coverage asks for every one of them. */
  readonly requiredTypes: readonly EducationType[];
  /** Id of the session whose attendance rate is asked for. */
  readonly session?: string | undefined;
  /** Everything when left out. */
  readonly scope?: FigureScope | undefined;
}

export type StudyFigureId = Extract<
  FigureId,
  'attendanceRate' | 'participationFirst' | 'participationWithMakeup' | 'coverage' | 'makeupCompletion'
>;
type StudyFigures = Partial<Record<StudyFigureId, Rate>>;

const SUMMED = ['participationFirst', 'participationWithMakeup', 'coverage', 'makeupCompletion'] as const;

/**
 * The figures of study as of the end of a day, under today's knowledge: approved sessions held by then, and
 * make-ups dated by then. `attendanceRate` is there when a session is named, 0/0 while that does not count.
 * Works on any office's rows, those received under pseudonyms too.
 * @throws Refusal `not_found` when the office has no such session
 */
export function studyFigures(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  asked: StudyFiguresAsked,
): StudyFigures {
  const units = [...studyFiguresByUnit(db, office, asOf, asked).values()];
  return sumFigures(asked.session ? ['attendanceRate', ...SUMMED] : SUMMED, units);
}

/**
 * The same by unit: attendances where people belonged on the session's day, people of `coverage` where they
 * belong on the day asked about, whatever they attended elsewhere. What a unit has no rows of is left out.
 */
export function studyFiguresByUnit(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  { requiredTypes, session, scope = EVERYTHING }: StudyFiguresAsked,
): ReadonlyMap<number, StudyFigures> {
  const units = new Map<number, StudyFigures>();
  const add = (unit: number, figures: StudyFigures) => units.set(unit, { ...units.get(unit), ...figures });
  if (session) {
    const { pk } = findSession(db, office, session);
    for (const { unit, present, due } of countedSessionSums(db, office, asOf, scope, pk))
      add(unit, { attendanceRate: rate(present, due) });
  }
  for (const { unit, present, due, away, confirmed, waived } of mandatorySums(db, office, asOf, scope))
    add(unit, {
      participationFirst: rate(present, due),
      participationWithMakeup: rate(present + confirmed, due),
      makeupCompletion: rate(confirmed, away - waived),
    });
  const bits = typeBits(typesOf(requiredTypes, scope));
  for (const { unit, covered, counted } of coveredPeople(db, office, asOf, scope, bits))
    add(unit, { coverage: rate(covered, counted) });
  return units;
}

export interface Reach {
  readonly people: number;
  /** How many of them each type has reached. */
  readonly reached: ReadonlyMap<EducationType, number>;
}

/** 普及 type by type: of the people of E by unit, those with an attendance or a confirmed make-up in the type. */
export function reachByUnit(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  types: readonly EducationType[],
  scope: FigureScope,
): ReadonlyMap<number, Reach> {
  const rows = reachedPeople(db, office, asOf, scope, typeBits(types));
  const byUnit = Map.groupBy(rows, ({ unit }) => unit);
  return new Map([...byUnit].map(([unit, found]) => [unit, reachOf(found, types)]));
}

/** 更正中: sessions held by the day that were approved once, are not now, and so are out of the sums. */
export function sessionsUnderCorrection(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  scope: FigureScope = EVERYTHING,
): number {
  return countReopened(db, office, asOf, scope);
}

/** Asked for one type, coverage asks who was reached by that. */
export function typesOf(required: readonly EducationType[], { type }: FigureScope): readonly EducationType[] {
  return type === null ? required : [type];
}

/** As SQL takes them. */
export function typeBits(types: readonly EducationType[]): string {
  return JSON.stringify(types.map((type) => typeMask([type])));
}

function reachOf(rows: readonly { bit: number; people: number }[], types: readonly EducationType[]): Reach {
  const people = (bit: number) => rows.find((row) => row.bit === bit)?.people ?? 0;
  return { people: people(0), reached: new Map(types.map((type) => [type, people(typeMask([type]))])) };
}
