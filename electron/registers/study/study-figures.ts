import { type Rate, rate } from '../../../shared/rules/rates.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { EducationType, FigureId } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import {
  countedSessionSums,
  countReopened,
  coveredPeople,
  makeupsAfter,
  mandatorySums,
} from './study-figures-sql.ts';
import { findSession, typeMask } from './study-register.ts';
import { shownSums } from './study-summary.ts';
import type { SummaryRow } from './study-summary-sql.ts';

export interface StudyFiguresAsked {
  /** What the campaign requires; coverage asks for every one of them. */
  readonly requiredTypes: readonly EducationType[];
  /** Id of the session whose attendance rate is asked for. */
  readonly session?: string | undefined;
}

export type StudyFigureId = Extract<
  FigureId,
  'attendanceRate' | 'participationFirst' | 'participationWithMakeup' | 'coverage' | 'makeupCompletion'
>;

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
): Partial<Record<StudyFigureId, Rate>> {
  const sums = sumsOrZero(mandatorySums(db, office, asOf));
  const later = makeupsAfter(db, office, asOf);
  const confirmed = sums.makeupConfirmed - later.confirmed;
  const waived = sums.makeupWaived - later.waived;
  const bits = asked.requiredTypes.map((type) => typeMask([type]));
  const { covered, counted } = coveredPeople(db, office, asOf, JSON.stringify(bits));
  return {
    ...(asked.session && { attendanceRate: attendanceRate(db, office, asOf, asked.session) }),
    participationFirst: rate(sums.present, sums.due),
    participationWithMakeup: rate(sums.present + confirmed, sums.due),
    coverage: rate(covered, counted),
    makeupCompletion: rate(confirmed, sums.onLeave + sums.absent - waived),
  };
}

/** 更正中: sessions held by the day that were approved once, are not now, and so are out of the sums. */
export function sessionsUnderCorrection(db: Readable, office: number, asOf: CalendarDate): number {
  return countReopened(db, office, asOf);
}

function attendanceRate(db: Readable, office: number, asOf: CalendarDate, id: string): Rate {
  const session = findSession(db, office, id);
  const sums = sumsOrZero(countedSessionSums(db, office, asOf, session.pk));
  return rate(sums.present, sums.due);
}

function sumsOrZero(row: SummaryRow | undefined) {
  if (!row) throw new Error('a sum without a row');
  return shownSums(row);
}
