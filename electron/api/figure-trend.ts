import type { Given } from '../../shared/contract/base.ts';
import type { figures } from '../../shared/contract/figures.ts';
import { addDays, type CalendarDate } from '../../shared/vocabulary/dates.ts';
import { FIGURE_IDS, type FigureId } from '../../shared/vocabulary/words.ts';
import { actionTrend } from '../registers/actions/actions-figures.ts';
import { campaignOffice, campaignOn } from '../registers/campaign/campaign-register.ts';
import type { TrendDays, Trends } from '../registers/figure-trend.ts';
import { rectificationTrend } from '../registers/rectification/rectification-figures.ts';
import { selfInspectionTrend } from '../registers/self-inspection/self-inspection-trend.ts';
import { attendanceTrend, coverageTrend } from '../registers/study/study-trend.ts';
import { talkTrend } from '../registers/supporting/talk-figures.ts';
import type { Readable } from '../store/handles.ts';
import { asked, type FiguresAsked } from './figure-question.ts';

/** Two years of weeks. */
const MOST = 105;

/** The figures as of every week down from the last day, oldest first, in the order in which they are printed. */
export function figureTrend(db: Readable, own: number, input: Given<typeof figures.trend>) {
  const { until, from, figures: only } = input;
  const meant = asked(db, own, { ...input, asOf: until });
  const days = weeksUntil(until, from);
  const wanted = meant.figures.filter((id) => !only || only.includes(id));
  const trends: Trends = Object.assign({}, ...trendsOf(db, own, meant, days, new Set(wanted)));
  const series = FIGURE_IDS.flatMap((figure) => {
    const points = wanted.includes(figure) && trends[figure];
    return points ? [{ figure, points }] : [];
  });
  return { days, series };
}

function trendsOf(
  db: Readable,
  own: number,
  meant: FiguresAsked,
  days: TrendDays,
  wanted: ReadonlySet<FigureId>,
): Trends[] {
  const { office, scope } = meant;
  const asks = (...ids: FigureId[]) => ids.some((id) => wanted.has(id));
  return [
    asks('participationFirst', 'participationWithMakeup', 'makeupCompletion')
      ? attendanceTrend(db, office, days, scope)
      : {},
    asks('coverage') ? coverageUnderVersions(db, own, meant, days) : {},
    asks('actionCompletion') ? actionTrend(db, office, days, scope) : {},
    asks('selfInspectionCoverage') ? selfInspectionTrend(db, office, days, scope) : {},
    asks('talkCoverage') ? talkTrend(db, office, days, scope) : {},
    asks('rectificationCompletion', 'closureRate', 'onTimeRate', 'onTimeRateExtended', 'reworkRate')
      ? rectificationTrend(db, office, days, scope)
      : {},
  ];
}

/** Each day under the types that the campaign required as of it. */
function coverageUnderVersions(
  db: Readable,
  own: number,
  { office, scope }: FiguresAsked,
  days: TrendDays,
): Trends {
  const campaign = campaignOffice(db, own, office);
  const required = days.map((day) => campaignOn(db, campaign, day).content.educationTypes.required);
  const lists = new Map(required.map((types) => [types.join(' '), types]));
  const trends = new Map(
    [...lists].map(([key, types]) => [key, coverageTrend(db, office, days, types, scope).coverage]),
  );
  return {
    coverage: required.flatMap((types, place) => trends.get(types.join(' '))?.[place] ?? []),
  };
}

function weeksUntil(until: CalendarDate, from: CalendarDate): TrendDays {
  const days: [CalendarDate, ...CalendarDate[]] = [until];
  for (let day = addDays(until, -7); day >= from && days.length < MOST; day = addDays(day, -7))
    days.unshift(day);
  return days;
}
