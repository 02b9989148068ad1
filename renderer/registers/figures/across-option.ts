import type { AcrossData } from './chart-data.ts';
import type { ChartOption } from './chart-engine.ts';

const INK = '#465161';
const RULE = '#d8dde3';
const FONT = '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';
const FILL = '#5c4a8c';
const HOLLOW = { color: '#ffffff', borderColor: INK, borderWidth: 1, borderType: 'dashed' } as const;

/** Bars one below the other, in the order of their rows; hollow ones stand in no sum, the dashed line is the sum. */
export function acrossOption({ name, rows, reference }: AcrossData): ChartOption {
  return {
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily: FONT, fontSize: 12, color: INK },
    grid: { top: 24, left: 8, right: 8, bottom: 4, containLabel: true },
    yAxis: [
      {
        ...axisOf(rows.map((row) => row.name)),
        axisLabel: { color: INK, interval: 0, width: 112, overflow: 'truncate' },
        axisLine: { lineStyle: { color: INK } },
      },
      // what each bar says stands in a column of its own, where no bar runs into it
      {
        ...axisOf(rows.map(({ text }) => text)),
        position: 'right',
        axisLabel: { color: INK, interval: 0, fontSize: 11 },
        axisLine: { show: false },
      },
    ],
    xAxis: {
      type: 'value',
      min: 0,
      max: 100,
      axisLabel: { color: INK, formatter: '{value}%' },
      splitLine: { lineStyle: { color: RULE } },
    },
    series: [
      {
        type: 'bar',
        name,
        silent: true,
        barMaxWidth: 20,
        data: rows.map(({ value, hollow }) => ({
          value: value ?? '-',
          itemStyle: hollow ? HOLLOW : { color: FILL },
        })),
        ...(reference && { markLine: lineAt(reference) }),
      },
    ],
  };
}

/** The first row on top. */
function axisOf(data: string[]) {
  return { type: 'category' as const, inverse: true, data, axisTick: { show: false } };
}

function lineAt({ value, text }: NonNullable<AcrossData['reference']>) {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: '#1c2530', type: 'dashed' as const, width: 1.5 },
    label: { formatter: text, position: 'start' as const, color: INK, fontSize: 11 },
    data: [{ xAxis: value }],
  };
}
