import type { FigureId } from '../../../shared/vocabulary/words.ts';
import { figureTexts } from '../../text/figures.ts';
import { figuresChartText } from '../../text/figures-page.ts';
import { dayOf } from '../../text/frame.ts';
import type { FigureGroup, Figures } from './figure-groups.ts';

export interface Point {
  /** Null: there was nothing to have a share of. */
  readonly value: number | null;
  /** As the table says it. */
  readonly text: string;
}

/** What a chart draws and the table beside it says. */
export interface ChartData {
  readonly kind: 'line' | 'bar';
  /** Per cent, or a count. */
  readonly isRate: boolean;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly points: readonly Point[] }[];
}

/** One rate of many, one below the other. */
export interface AcrossData {
  readonly kind: 'across';
  readonly name: string;
  readonly rows: readonly {
    readonly name: string;
    readonly value: number | null;
    readonly text: string;
    /** It stands in no sum. */
    readonly hollow: boolean;
  }[];
  /** What all of them make together. */
  readonly reference: { readonly value: number; readonly text: string } | null;
}

interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  readonly text: string;
}

interface Trend {
  readonly days: readonly string[];
  readonly series: readonly { readonly figure: FigureId; readonly points: readonly Rate[] }[];
}

/** The figures that are drawn week by week, of each group. */
export const TREND_FIGURES: Readonly<Record<FigureGroup, readonly FigureId[]>> = {
  study: ['participationFirst', 'participationWithMakeup', 'coverage'],
  selfInspection: ['selfInspectionCoverage', 'talkCoverage'],
  rectification: ['rectificationCompletion', 'closureRate', 'onTimeRate'],
};

export function trendData({ days, series }: Trend): ChartData {
  return {
    kind: 'line',
    isRate: true,
    categories: days.map(dayOf),
    series: series.map(({ figure, points }) => ({
      name: figureTexts[figure].name,
      points: points.map(rateOf),
    })),
  };
}

interface UnitRow {
  readonly name: string;
  readonly figures: Figures;
}

/** Rows without any denominator have nothing to be drawn. */
export function unitData(rows: readonly UnitRow[], figures: readonly FigureId[]): ChartData {
  const drawn = rows.filter((row) => figures.some((id) => row.figures[id]?.denominator));
  return {
    kind: 'bar',
    isRate: true,
    categories: drawn.map(({ name }) => name),
    series: figures.map((id) => ({
      name: figureTexts[id].name,
      points: drawn.map((row) => rateOf(row.figures[id] ?? NO_RATE)),
    })),
  };
}

/** 补课欠账: absences that are neither made good nor waived. */
export function backlogData(rows: readonly UnitRow[]): ChartData {
  const drawn = rows.filter((row) => row.figures.makeupCompletion?.denominator);
  const points = drawn.map(({ figures }) => {
    const { numerator, denominator } = figures.makeupCompletion ?? NO_RATE;
    return { value: denominator - numerator, text: `${denominator - numerator}` };
  });
  return {
    kind: 'bar',
    isRate: false,
    categories: drawn.map(({ name }) => name),
    series: [{ name: figuresChartText.backlogName, points }],
  };
}

const NO_RATE: Rate = { numerator: 0, denominator: 0, text: '—' };

function rateOf({ numerator, denominator, text }: Rate): Point {
  const value = denominator === 0 ? null : Math.round((numerator * 1000) / denominator) / 10;
  return { value, text };
}
