import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOfFigure } from '../../electron/api/figure-rows.ts';
import {
  tableByOrganKind,
  tableByPhase,
  tableByType,
  tableByUnit,
} from '../../electron/api/figure-tables.ts';
import { figureTrend } from '../../electron/api/figure-trend.ts';
import { officeFigures } from '../../electron/api/figures.ts';
import type { Rates } from '../../electron/registers/figures/office-figures.ts';
import { addDays } from '../../shared/vocabulary/dates.ts';
import { FIGURE_IDS, FIGURE_PARTS, type FigureId, type FigurePart } from '../../shared/vocabulary/words.ts';
import { type Desk, openDesk } from '../registers/study/study-desk.ts';
import { type Filter, inWorlds, narrowedOracle, type World } from './figure-worlds.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  desk.ports.setDate('2021-05-01');
});
afterAll(() => desk.close());

const figuresOf = ({ write, asOf }: World, filter: Filter, day = asOf) =>
  officeFigures(write, write.office, { asOf: day, ...filter }).figures;

/** Numbers that are not zero, so that no property is held by nothing. */
function counted(seen: Map<string, number>, figures: Rates): void {
  for (const [id, { numerator, denominator }] of Object.entries(figures)) {
    seen.set(id, (seen.get(id) ?? 0) + numerator);
    seen.set(`${id} rest`, (seen.get(`${id} rest`) ?? 0) + denominator - numerator);
  }
}

/** Figures of which some number was zero all the time. */
const uncounted = (seen: Map<string, number>) =>
  ALWAYS.filter((id) => !(seen.get(id) && seen.get(`${id} rest`)));

const ALWAYS = FIGURE_IDS.filter((id) => id !== 'attendanceRate');

describe('figures under a filter', () => {
  it('are those of the oracle for the rows that the filter lets through, on any day', () => {
    const seen = new Map<string, number>();
    inWorlds(desk, 200, (world) => {
      for (const filter of [{}, world.filter]) {
        const figures = figuresOf(world, filter);
        expect(figures).toEqual(narrowedOracle(world, world.asOf, filter));
        counted(seen, figures);
      }
    });
    expect(uncounted(seen)).toEqual([]);
  });

  it('stand in the rows of each table as the same filter with the row’s own gives them', () => {
    inWorlds(desk, 60, (world) => {
      const { write, asOf, filter } = world;
      const ask = { asOf, ...filter };
      const whole = figuresOf(world, filter);
      const byUnit = tableByUnit(write, write.office, ask);
      for (const { id: unit, below, figures } of byUnit.rows)
        if (unit !== null || filter.organKind === undefined)
          expect(figures).toEqual(figuresOf(world, { ...filter, unit, below }));
      const { phase: _phase, ...noPhase } = filter;
      const byPhase = tableByPhase(write, write.office, { asOf, ...noPhase });
      for (const { phase, figures } of byPhase.rows)
        expect(figures).toEqual(figuresOf(world, { ...noPhase, phase }));
      const byKind = tableByOrganKind(write, write.office, ask);
      for (const { organKind, figures } of byKind.rows)
        if (organKind !== null) expect(figures).toEqual(figuresOf(world, { ...filter, organKind }));
      const { type: _type, ...noType } = filter;
      const byType = tableByType(write, write.office, { asOf, ...noType });
      for (const { type, figures } of byType.rows)
        expect(figures).toEqual(figuresOf(world, { ...noType, type }));
      expect([byUnit.total, byKind.total]).toEqual([whole, whole]);
      expect([byPhase.total, byType.total]).toEqual([figuresOf(world, noPhase), figuresOf(world, noType)]);
    });
  });

  it('add up to the total by unit and by kind of organ', () => {
    inWorlds(desk, 60, (world) => {
      const { write, asOf, filter } = world;
      for (const table of [tableByUnit, tableByOrganKind]) {
        const { rows, total } = table(write, write.office, { asOf, ...filter });
        for (const [id, whole] of Object.entries(total) as [
          FigureId,
          { numerator: number; denominator: number },
        ][]) {
          const parts = (rows as readonly { figures: Rates }[]).flatMap(({ figures }) => figures[id] ?? []);
          const sum = (part: 'numerator' | 'denominator') => parts.reduce((all, one) => all + one[part], 0);
          expect([id, sum('numerator'), sum('denominator')]).toEqual([
            id,
            whole.numerator,
            whole.denominator,
          ]);
        }
      }
    });
  });
});

describe('the rows of a figure', () => {
  it('are as many as the number says, each once, and numerator and rest make up the denominator', () => {
    const seen = new Map<string, number>();
    inWorlds(desk, 100, (world) => {
      const figures = figuresOf(world, world.filter);
      counted(seen, figures);
      for (const id of ALWAYS) {
        const { numerator = 0, denominator = 0 } = figures[id] ?? {};
        const rows = Object.fromEntries(FIGURE_PARTS.map((part) => [part, rowsOf(world, id, part)]));
        expect([id, rows.numerator!.length, rows.denominator!.length]).toEqual([id, numerator, denominator]);
        expect(new Set(rows.denominator).size).toBe(denominator);
        expect([...rows.numerator!, ...rows.rest!].sort()).toEqual([...rows.denominator!].sort());
      }
    });
    expect(uncounted(seen)).toEqual([]);
  });

  it('of one session’s attendance are its rows', () => {
    let rates = 0;
    inWorlds(desk, 40, (world) => {
      const { write, asOf, told } = world;
      for (const { id: session } of told.sessions) {
        const rate = officeFigures(write, write.office, { asOf, session }).figures.attendanceRate!;
        expect(rowsOf(world, 'attendanceRate', 'numerator', { session })).toHaveLength(rate.numerator);
        expect(rowsOf(world, 'attendanceRate', 'denominator', { session })).toHaveLength(rate.denominator);
        rates += rate.numerator;
      }
    });
    expect(rates).toBeGreaterThan(3);
  });

  /** Page by page, so that pages are held too; the total is told on each. */
  function rowsOf(
    { write, asOf, filter }: World,
    figure: FigureId,
    part: FigurePart,
    more: { session?: string } = {},
  ) {
    const found: string[] = [];
    for (let offset = 0; ; offset += 3) {
      const asked = {
        figure,
        part,
        asOf,
        below: true,
        ...(more.session ? {} : filter),
        ...more,
        offset,
        limit: 3,
      };
      const { total, rows } = rowsOfFigure(write, write.office, asked);
      found.push(...rows.map((row) => keyOf(row)));
      if (rows.length < 3) {
        expect(total).toBe(found.length);
        return found;
      }
    }
  }

  function keyOf(row: object): string {
    const named = row as { id?: string; person?: string; session?: string };
    return named.id ?? [named.session, named.person].filter(Boolean).join(' ');
  }
});

describe('the trend', () => {
  it('is at every week what the figures are as of it', () => {
    const seen = new Map<string, number>();
    inWorlds(desk, 200, (world) => {
      const { write, asOf, filter } = world;
      const asked = { until: asOf, from: addDays(asOf, -30), step: 'week' as const, below: true, ...filter };
      const { days, series } = figureTrend(write, write.office, asked);
      expect(days).toHaveLength(5);
      for (const [place, day] of days.entries()) {
        const points = Object.fromEntries(series.map(({ figure, points: all }) => [figure, all[place]]));
        expect([day, points]).toEqual([day, figuresOf(world, filter, day)]);
        counted(seen, points as Rates);
      }
    });
    expect(uncounted(seen)).toEqual([]);
  });
});
