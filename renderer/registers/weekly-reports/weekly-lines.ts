import { printRate, rate } from '../../../shared/rules/rates.ts';
import { WEEKLY_COUNTS, type WeeklyCount } from '../../../shared/vocabulary/weekly-words.ts';
import { FIGURE_IDS, type FigureId } from '../../../shared/vocabulary/words.ts';
import type { WeeklyContent } from './weekly-queries.ts';

/** One number as it is shown, and as the frozen version had it where that is another one. */
export interface Shown {
  readonly text: string;
  readonly was: string | null;
}

export interface CountLine {
  readonly count: WeeklyCount | 'participation';
  readonly week: Shown;
  readonly before: string | null;
  /** Null for a rate, and where nothing is there to compare with. */
  readonly change: string | null;
  readonly total: Shown;
}

export interface FigureLine {
  readonly figure: FigureId;
  readonly rate: Shown;
  readonly parts: Shown;
  readonly before: string | null;
}

export interface CategoryLine {
  readonly category: string | null;
  readonly name: string | null;
  /** Issued in the week and in all, closed in the week and in all. */
  readonly numbers: readonly Shown[];
}

/** The counts of a week, 参与率 of its sessions below them. `was`: the frozen version it is held against. */
export function countLines(
  week: WeeklyContent,
  before: WeeklyContent | null,
  was: WeeklyContent | null,
): CountLine[] {
  const lines = WEEKLY_COUNTS.map((count): CountLine => {
    const { week: now, total } = week.counts[count];
    const last = before?.counts[count].week;
    return {
      count,
      week: shown(now, was?.counts[count].week),
      before: last === undefined ? null : String(last),
      change: last === undefined ? null : signed(now - last),
      total: shown(total, was?.counts[count].total),
    };
  });
  const attended = (one: WeeklyContent, of: 'week' | 'total') =>
    printRate(rate(one.counts.present[of], one.counts.expected[of]));
  return [
    ...lines,
    {
      count: 'participation',
      week: shown(attended(week, 'week'), was ? attended(was, 'week') : undefined),
      before: before && attended(before, 'week'),
      change: null,
      total: shown(attended(week, 'total'), was ? attended(was, 'total') : undefined),
    },
  ];
}

export function figureLines(
  week: WeeklyContent,
  before: WeeklyContent | null,
  was: WeeklyContent | null,
): FigureLine[] {
  return FIGURE_IDS.flatMap((figure) => {
    const now = week.figures[figure];
    if (!now) return [];
    const old = was?.figures[figure];
    const parts = (one: typeof now) => `${one.numerator}/${one.denominator}`;
    return {
      figure,
      rate: shown(now.text, old?.text),
      parts: shown(parts(now), old && parts(old)),
      before: before?.figures[figure]?.text ?? null,
    };
  });
}

export function categoryLines(week: WeeklyContent, was: WeeklyContent | null): CategoryLine[] {
  return week.categories.map(({ category, name, issued, closed }) => {
    const old = was?.categories.find((one) => one.category === category);
    const oldNumbers = was && [
      old?.issued.week ?? 0,
      old?.issued.total ?? 0,
      old?.closed.week ?? 0,
      old?.closed.total ?? 0,
    ];
    const numbers = [issued.week, issued.total, closed.week, closed.total];
    return { category, name, numbers: numbers.map((one, at) => shown(one, oldNumbers?.[at])) };
  });
}

/** How many numbers of a week are others than those that were frozen. */
export function countDifferences(week: WeeklyContent, was: WeeklyContent): number {
  const counts = WEEKLY_COUNTS.flatMap((count) => {
    const [now, old] = [week.counts[count], was.counts[count]];
    return [now.week !== old.week, now.total !== old.total];
  });
  const figures = FIGURE_IDS.map((figure) => {
    const [now, old] = [week.figures[figure], was.figures[figure]];
    return now?.numerator !== old?.numerator || now?.denominator !== old?.denominator;
  });
  const gone = was.categories.filter((old) => !week.categories.some((one) => one.category === old.category));
  const categories = categoryLines(week, was).flatMap(({ numbers }) =>
    numbers.map(({ was: old }) => old !== null),
  );
  const changes = [...counts, ...figures, ...categories, week.asOf !== was.asOf];
  return changes.filter(Boolean).length + gone.length;
}

function shown(now: number | string, was: number | string | undefined): Shown {
  return { text: String(now), was: was === undefined || was === now ? null : String(was) };
}

function signed(difference: number): string {
  return difference > 0 ? `+${difference}` : String(difference);
}
