import type { EducationType } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import type { FigureScope } from '../figure-scope.ts';
import { ratesOf, runningSums, type TrendDays, type Trends } from '../figure-trend.ts';
import { typeBits, typesOf } from './study-figures.ts';
import { attendanceChanges, coverageChanges, STUDY_COUNTS } from './study-trend-sql.ts';

/** The figures that count attendances as of each of the days, as `studyFigures` would give them. */
export function attendanceTrend(db: Readable, office: number, days: TrendDays, scope: FigureScope): Trends {
  const sums = runningSums(STUDY_COUNTS, days, attendanceChanges(db, office, days, scope));
  return {
    participationFirst: ratesOf(
      sums,
      (one) => one.present,
      (one) => one.due,
    ),
    participationWithMakeup: ratesOf(
      sums,
      (one) => one.present + one.confirmed,
      (one) => one.due,
    ),
    makeupCompletion: ratesOf(
      sums,
      (one) => one.confirmed,
      (one) => one.away - one.waived,
    ),
  };
}

/** 普及率 as of each of the days, all under one list of required types. */
export function coverageTrend(
  db: Readable,
  office: number,
  days: TrendDays,
  requiredTypes: readonly EducationType[],
  scope: FigureScope,
): Trends {
  const bits = typeBits(typesOf(requiredTypes, scope));
  const changes = coverageChanges(db, office, days, scope, bits);
  const sums = runningSums(['covered', 'counted'], days, changes);
  return {
    coverage: ratesOf(
      sums,
      (one) => one.covered,
      (one) => one.counted,
    ),
  };
}
