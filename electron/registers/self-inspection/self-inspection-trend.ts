import { rate } from '../../../shared/rules/rates.ts';
import type { Readable } from '../../store/handles.ts';
import type { FigureScope } from '../figure-scope.ts';
import { runningSums, type TrendDays, type Trends } from '../figure-trend.ts';
import { begunRounds, filerChanges } from './self-inspection-trend-sql.ts';

/** 自查覆盖率 as of each of the days, each of the latest round that had begun by it. */
export function selfInspectionTrend(
  db: Readable,
  office: number,
  days: TrendDays,
  scope: FigureScope,
): Trends {
  const changes = Map.groupBy(filerChanges(db, office, days, scope), ({ round }) => round);
  const rounds = begunRounds(db, office, days, scope).map(({ pk, begins_on }) => ({
    beginsOn: begins_on,
    sums: runningSums(['filed', 'counted'], days, changes.get(pk) ?? []),
  }));
  return {
    selfInspectionCoverage: days.map((day, place) => {
      const sums = rounds.find(({ beginsOn }) => beginsOn <= day)?.sums[place];
      return rate(sums?.filed ?? 0, sums?.counted ?? 0);
    }),
  };
}
