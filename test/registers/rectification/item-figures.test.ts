import { beforeAll, describe, expect, it } from 'vitest';
import { createUnit } from '../../../electron/registers/personnel/personnel-register.ts';
import { burnDown } from '../../../electron/registers/rectification/burn-down.ts';
import { itemFigures } from '../../../electron/registers/rectification/rectification-figures.ts';
import type { Write } from '../../../electron/store/handles.ts';
import { addDays } from '../../../shared/vocabulary/dates.ts';
import { ITEM_FIGURES_BY, ITEM_SOURCES } from '../../../shared/vocabulary/words.ts';
import { type FigureRecords, figuresOracle } from '../../support/figures-oracle.ts';
import { fc } from '../../support/properties.ts';
import { type Desk, day, openDesk } from './desk.ts';
import { copyToOtherOffice, FIRST_DAY, history, itemRecords, live } from './item-histories.ts';

let desk: Desk;
let station: string;
beforeAll(async () => {
  desk = await openDesk();
  station = desk.ledger.write(0, 'test', (write) =>
    createUnit(write, { name: '城关派出所', parent: desk.unit, kind: null }),
  ).id;
});

type Items = FigureRecords['items'];
const EMPTY = { people: [], sessions: [], rounds: [], filings: [], requiredTypes: [] };
const CATEGORIES = ['cases-not-handled', 'other-category', null];

/** Spreads the items over units and categories, which no history changes. */
function spread(write: Write, items: readonly string[], seed: number): void {
  const units = write.all<{ pk: number }>('SELECT pk FROM unit ORDER BY pk').map(({ pk }) => pk);
  items.forEach((id, at) => {
    const unit = [...units, null][(at + seed) % (units.length + 1)] ?? null;
    const category = CATEGORIES[(at * 2 + seed) % CATEGORIES.length] ?? null;
    write.run('UPDATE rectification_item SET unit = ?, category = ? WHERE id = ?', unit, category, id);
  });
}

interface Place {
  readonly unit: string | null;
  readonly category: string | null;
}

function placesOf(write: Write): Map<string, Place> {
  const rows = write.all<Place & { id: string }>(
    `SELECT item.id, unit.id AS unit, item.category FROM rectification_item AS item
     LEFT JOIN unit ON unit.pk = item.unit WHERE item.office = ?`,
    write.office,
  );
  return new Map(rows.map(({ id, unit, category }) => [id, { unit, category }]));
}

describe('the table of figures', () => {
  it('gives each row the oracle’s figures of its items alone, and its rows add up to the ledger’s', () => {
    let rowsSeen = 0;
    fc.assert(
      fc.property(history, fc.nat(11), (past, seed) => {
        desk.ledger.rehearse(0, (write) => {
          const { items } = live(desk, write, past);
          spread(write, items, seed);
          const records = itemRecords(write, write.office);
          const places = placesOf(write);
          const keyOf = {
            all: () => null,
            source: (one: Items[number]) => one.source,
            unit: (one: Items[number]) => places.get(one.id)!.unit,
            category: (one: Items[number]) => places.get(one.id)!.category,
          };
          for (const days of [0, 6, 15, 60]) {
            const asOf = addDays(FIRST_DAY, days);
            for (const by of ITEM_FIGURES_BY) {
              const { rows } = itemFigures(write, write.office, { asOf, by });
              for (const { key, figures, ...counts } of rows) {
                const own = records.filter((one) => keyOf[by](one) === key);
                expect(figuresOracle({ ...EMPTY, items: own }, asOf)).toMatchObject(withoutTexts(figures));
                expect(counts.open + counts.closed + counts.groupReview + counts.longTerm).toBe(
                  counts.counted,
                );
                rowsSeen += 1;
              }
              expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
              expect(sums(rows)).toEqual(sums(itemFigures(write, write.office, { asOf, by: 'all' }).rows));
            }
          }
        });
      }),
      { numRuns: 60 },
    );
    expect(rowsSeen).toBeGreaterThan(500);
  });

  it('stands in the order of units and of the lists, with what has none last', () => {
    desk.ledger.rehearse(0, (write) => {
      const { items } = live(desk, write, {
        drafts: ITEM_SOURCES.slice(0, 4)
          .toReversed()
          .map((source) => ({ source, term: 20 })),
        steps: [0, 1, 2, 3].map((item) => ({
          ...{ item, choice: 1, daysLater: 0, backdated: 0, term: 3, other: 0, sameWrite: false },
        })),
      } as Parameters<typeof live>[2]);
      spread(write, items, 0);
      const rows = (by: 'unit' | 'source') =>
        itemFigures(write, write.office, { asOf: addDays(FIRST_DAY, 1), by }).rows.map(({ key }) => key);
      const sources = rows('source');
      expect(sources.length).toBeGreaterThan(1);
      expect(sources).toEqual(ITEM_SOURCES.filter((one) => sources.includes(one)));
      expect(rows('unit')).toEqual([desk.unit, station, null].filter((one) => rows('unit').includes(one)));
    });
  });
});

function withoutTexts(figures: Record<string, { numerator: number; denominator: number; text: string }>) {
  return Object.fromEntries(
    Object.entries(figures).map(([id, { numerator, denominator }]) => [id, { numerator, denominator }]),
  );
}

type Row = ReturnType<typeof itemFigures>['rows'][number];

function sums(rows: readonly Row[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const { counted, closed, groupReview, longTerm, open, figures } of rows) {
    const parts = { counted, closed, groupReview, longTerm, open };
    for (const [name, value] of Object.entries(parts)) total[name] = (total[name] ?? 0) + value;
    for (const [id, { numerator, denominator }] of Object.entries(figures)) {
      total[`${id} numerator`] = (total[`${id} numerator`] ?? 0) + numerator;
      total[`${id} denominator`] = (total[`${id} denominator`] ?? 0) + denominator;
    }
  }
  return Object.fromEntries(Object.entries(total).filter(([, value]) => value !== 0));
}

describe('the burn-down', () => {
  /** The last move in effect by the day tells the state; an item without one was a draft. */
  function slow(items: Items, on: string) {
    const states = items.map(({ moves }) => moves.findLast((one) => one.on <= on)?.to ?? 'draft');
    const count = (...some: string[]) => states.filter((state) => some.includes(state)).length;
    const open = count('issued', 'inProgress', 'officeReview', 'groupReview');
    const [closed, aside] = [count('closed'), count('longTerm', 'suspended')];
    return { on, listed: open + closed + aside, open, closed, aside };
  }

  it('counts each day as the dated moves tell it, for own and for received rows', () => {
    const seen = { open: 0, closed: 0, aside: 0 };
    fc.assert(
      fc.property(history, fc.constantFrom('day', 'week'), fc.nat(7), (past, step, erased) => {
        desk.ledger.rehearse(0, (write) => {
          const { items } = live(desk, write, past);
          write.run('UPDATE rectification_item SET deleted = 1 WHERE id = ?', items[erased] ?? '');
          const records = itemRecords(write, write.office);
          const asked = { from: addDays(FIRST_DAY, -2), until: addDays(FIRST_DAY, 48), step } as const;
          const { points } = burnDown(write, write.office, asked);
          expect(points).toEqual(points.map(({ on }) => slow(records, on)));
          expect(points.length).toBe(step === 'day' ? 51 : 9);
          expect([points[0]!.on, points.at(-1)!.on]).toEqual([asked.from, asked.until]);
          const other = copyToOtherOffice(write);
          expect(burnDown(write, other, asked).points).toEqual(points);
          for (const point of points)
            for (const what of ['open', 'closed', 'aside'] as const) seen[what] += point[what];
        });
      }),
      { numRuns: 80 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
  });

  it('is one point where both days are one, and refuses what it cannot draw', () => {
    const ask = (from: string, until: string) =>
      desk.ledger.read((db) =>
        burnDown(db, desk.ledger.office, { from: day(from), until: day(until), step: 'day' }),
      ).points.length;
    expect(ask('2021-04-01', '2021-04-01')).toBe(1);
    expect(ask('2021-01-01', '2022-02-04')).toBe(400);
    expect(() => ask('2021-01-01', '2022-02-05')).toThrow('invalid_input');
    expect(() => ask('2021-04-02', '2021-04-01')).toThrow('invalid_input');
  });
});
