import { describe, expect, it } from 'vitest';
import { backlogData, trendData, unitData } from '../../../renderer/registers/figures/chart-data.ts';
import { optionOf } from '../../../renderer/registers/figures/chart-option.ts';

const figure = (numerator: number, denominator: number, text = '') => ({ numerator, denominator, text });

describe('the data of charts', () => {
  const rows = [
    {
      name: '甲',
      figures: { participationFirst: figure(9, 10, '90.0%'), makeupCompletion: figure(1, 4, '25.0%') },
    },
    { name: '乙', figures: { participationFirst: figure(0, 0, '—'), makeupCompletion: figure(0, 0, '—') } },
    {
      name: '丙',
      figures: { participationFirst: figure(1, 3, '33.3%'), makeupCompletion: figure(2, 2, '100.0%') },
    },
  ];

  it('leave out units of which there is nothing to draw, and keep the order of the rest', () => {
    const { categories, series } = unitData(rows, ['participationFirst']);
    expect(categories).toEqual(['甲', '丙']);
    expect(series[0]!.points).toEqual([
      { value: 90, text: '90.0%' },
      { value: 33.3, text: '33.3%' },
    ]);
  });

  it('count as backlog what is neither made good nor waived', () => {
    const { isRate, series } = backlogData(rows);
    expect([isRate, series[0]!.points.map(({ value }) => value)]).toEqual([false, [3, 0]]);
  });

  it('have no point where there was nothing to have a share of', () => {
    const points = [figure(0, 0, '—'), figure(1, 2, '50.0%')];
    const data = trendData({ days: ['2021-04-13', '2021-04-20'], series: [{ figure: 'coverage', points }] });
    expect(data.series[0]!.points.map(({ value }) => value)).toEqual([null, 50]);
    expect(data.categories).toEqual(['4月13日', '4月20日']);
  });
});

describe('a chart', () => {
  it('moves nowhere and answers no pointer: what is seen is what is saved', () => {
    const data = unitData([{ name: '甲', figures: { coverage: figure(1, 2, '50.0%') } }], ['coverage']);
    const option = optionOf(data);
    expect(option).toMatchObject({ animation: false, legend: { selectedMode: false } });
    expect(JSON.stringify(option)).not.toContain('tooltip');
    expect([option.series].flat().map((one) => one?.silent)).toEqual([true]);
  });

  it('of weeks ends in a hollow point, and its lines differ in more than colour', () => {
    const points = [figure(1, 2), figure(1, 2)];
    const series = (['participationFirst', 'coverage'] as const).map((id) => ({ figure: id, points }));
    const lines = [optionOf(trendData({ days: ['2021-04-13', '2021-04-20'], series })).series].flat();
    const looks = lines.map((one) =>
      JSON.stringify([one?.type === 'line' && [one.symbol, one.lineStyle?.type]]),
    );
    expect(new Set(looks).size).toBe(2);
    expect(JSON.stringify(lines[0]?.data)).toContain('"color":"#ffffff"');
  });
});
