import { acrossOption } from './across-option.ts';
import type { AcrossData, ChartData } from './chart-data.ts';
import type { ChartOption } from './chart-engine.ts';

/** One look for each series, so that no colour is needed to tell them apart. */
const LOOKS = [
  { color: '#1a5a8a', symbol: 'circle', line: 'solid' },
  { color: '#465161', symbol: 'rect', line: 'dashed' },
  { color: '#855000', symbol: 'triangle', line: 'dotted' },
] as const;
const INK = '#465161';
const RULE = '#d8dde3';
const FONT = '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';
/** Names of units stand slanted where there are more of them, and are broken where they stand upright. */
const MANY = 4;
const SLANTED = { rotate: 30, width: 88, overflow: 'truncate', fontSize: 11 } as const;
const UPRIGHT = { width: 60, overflow: 'break', lineHeight: 13, fontSize: 11 } as const;
/** Room for a legend that is broken. */
const TWO_LINES = 52;

/** Nothing moves, and nothing follows the pointer: a chart on the screen is the picture that is saved. */
export function optionOf(data: ChartData | AcrossData): ChartOption {
  return data.kind === 'across' ? acrossOption(data) : uprightOption(data);
}

function uprightOption({ kind, isRate, categories, series }: ChartData): ChartOption {
  return {
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily: FONT, fontSize: 12, color: INK },
    legend: { top: 0, left: 0, itemWidth: 24, selectedMode: false, textStyle: { color: INK } },
    grid: { top: series.length > 2 ? TWO_LINES : 32, left: 8, right: 24, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: [...categories],
      boundaryGap: kind === 'bar',
      axisLabel: {
        color: INK,
        hideOverlap: kind === 'line',
        interval: kind === 'bar' ? 0 : 'auto',
        ...(kind === 'bar' && (categories.length > MANY ? SLANTED : UPRIGHT)),
      },
      axisLine: { lineStyle: { color: INK } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      ...(isRate ? { max: 100 } : { minInterval: 1 }),
      axisLabel: { color: INK },
      splitLine: { lineStyle: { color: RULE } },
    },
    series: series.map(({ name, points }, index) =>
      kind === 'line' ? line(name, points, index) : bar(name, points, index, series.length),
    ),
  };
}

type Points = ChartData['series'][number]['points'];
const lookOf = (index: number) => LOOKS[index % LOOKS.length] ?? LOOKS[0];

/** The last point is hollow: it is of the day itself, and still changes. */
function line(name: string, points: Points, index: number) {
  const { color, symbol, line: type } = lookOf(index);
  const last = points.length - 1;
  return {
    type: 'line' as const,
    name,
    silent: true,
    symbol,
    symbolSize: 7,
    itemStyle: { color },
    lineStyle: { color, type, width: 2 },
    data: points.map(({ value }, at) =>
      at === last
        ? { value: value ?? '-', itemStyle: { color: '#ffffff', borderColor: color, borderWidth: 2 } }
        : (value ?? '-'),
    ),
    endLabel: { show: false },
  };
}

function bar(name: string, points: Points, index: number, of: number) {
  const { color } = lookOf(index);
  // the second beside it is an outline, so that both survive a black-and-white print
  const fill = of > 1 && index > 0 ? { color: '#ffffff', borderColor: color, borderWidth: 1.5 } : { color };
  return {
    type: 'bar' as const,
    name,
    silent: true,
    barMaxWidth: 28,
    itemStyle: fill,
    label: { show: points.length * of <= 24, position: 'top' as const, color: INK, fontSize: 11 },
    data: points.map(({ value }) => value ?? '-'),
  };
}
