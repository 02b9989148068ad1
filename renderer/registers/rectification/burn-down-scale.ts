import { calendarDate, daysBetween } from '../../../shared/vocabulary/dates.ts';
import type { BurnDownPoint } from './rectification-queries.ts';

export const SERIES = ['listed', 'open', 'closed'] as const;
export type Series = (typeof SERIES)[number];

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** In px: of the page at each of its two widths, and of the picture that is saved. */
export const CHART = { width: 760, height: 244 } as const;
export const SMALL_CHART = { width: 548, height: 190 } as const;
/** What the axes take of it. */
export const MARGIN = { left: 40, right: 20, top: 12, bottom: 28 } as const;

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface BurnDownScale {
  readonly lines: Readonly<Record<Series, readonly Spot[]>>;
  /** Values at the left edge, from 0. */
  readonly rungs: readonly { readonly value: number; readonly y: number }[];
  /** Days at the lower edge. */
  readonly marks: readonly { readonly on: string; readonly x: number }[];
}

/** Marks that fit at the lower edge beside each other. */
const MOST_MARKS = 8;
const RUNGS = 4;

/** Where the points of the chart lie; the same for the page and for the picture that is saved. */
export function burnDownScale(points: readonly BurnDownPoint[], { width, height }: ChartSize): BurnDownScale {
  const { left, right, top, bottom } = MARGIN;
  const first = points[0]?.on ?? '';
  const last = points.at(-1)?.on ?? first;
  const days = points.length > 1 ? daysBetween(calendarDate(first), calendarDate(last)) : 1;
  const highest = roundUp(Math.max(1, ...points.map(({ listed }) => listed)));
  const x = (on: string) =>
    left + ((width - left - right) * daysBetween(calendarDate(first), calendarDate(on))) / days;
  const y = (value: number) => height - bottom - ((height - top - bottom) * value) / highest;
  const line = (series: Series) => points.map((point) => ({ x: x(point.on), y: y(point[series]) }));
  return {
    lines: { listed: line('listed'), open: line('open'), closed: line('closed') },
    rungs: rungsTo(highest).map((value) => ({ value, y: y(value) })),
    marks: spread(points).map(({ on }) => ({ on, x: x(on) })),
  };
}

/** To the next number that four rungs part evenly. */
function roundUp(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1) * RUNGS;
  return Math.max(RUNGS, Math.ceil(value / unit) * unit);
}

function rungsTo(highest: number): number[] {
  return Array.from({ length: RUNGS + 1 }, (_, at) => (highest * at) / RUNGS);
}

function spread(points: readonly BurnDownPoint[]): BurnDownPoint[] {
  const step = Math.max(1, Math.ceil(points.length / MOST_MARKS));
  return points.filter((_, at) => at % step === 0);
}

export function pathOf(spots: readonly Spot[]): string {
  return spots.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
}
