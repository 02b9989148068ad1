import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ITEM_GROUPINGS, ITEM_SOURCES, ITEM_STATES, ITEM_VIEWS } from '../../../shared/vocabulary/words.ts';
import { type LedgerDesk, openLedgerDesk } from './ledger-desk.ts';

let desk: LedgerDesk;
type Item = Awaited<ReturnType<ReturnType<LedgerDesk['at']>['rectification']['items']>>['items'][number];
let everything: Item[];

/** Twenty-four items of every source, in several units, categories and states. */
beforeAll(async () => {
  desk = await openLedgerDesk('530303');
  const categories = (await desk.at('clerk').campaign.current()).categories.map(({ id }) => id);
  for (let at = 0; at < 24; at += 1) {
    const change = {
      source: ITEM_SOURCES[at % ITEM_SOURCES.length],
      category: categories[(at * 3) % 4],
      unit: [desk.bureau, desk.station, null][at % 3],
      owner: at % 5 === 0 ? null : ['王所长', '赵警官'][at % 2],
      dueOn: at % 7 === 0 ? null : `2021-04-${10 + (at % 20)}`,
    };
    const complete = change.unit && change.owner && change.dueOn;
    if (!complete) {
      await desk.draft(change);
      continue;
    }
    const { id, rev } = await desk.issued(change);
    if (at % 4 === 0) continue;
    const started = await desk.at('clerk').rectification.moveItem({ id, rev, move: 'start' });
    if (at % 3 === 0) continue;
    const apply = { id, rev: started.rev, move: 'apply', evidenceNumber: '佐证1号' } as const;
    const applied = await desk.at('clerk').rectification.moveItem(apply);
    const fromGroup = ['groupFeedback', 'higherSupervision'].includes(change.source!);
    const move = fromGroup ? 'reportUp' : 'approve';
    await desk.at('reviewer').rectification.moveItem({ id, rev: applied.rev, move });
  }
  desk.office.ports.setDate('2021-04-17');
  everything = (await desk.at('clerk').rectification.items({ limit: 500 })).items;
});
afterAll(() => desk.close());

const list = (filter: Parameters<ReturnType<LedgerDesk['at']>['rectification']['items']>[0]) =>
  desk.at('clerk').rectification.items({ limit: 500, ...filter });
const ids = (items: readonly Item[]) => items.map(({ id }) => id);
const due = (one: Item) => one.extendedDueOn ?? one.dueOn;

describe('a filter of the ledger', () => {
  it.each<[string, () => Parameters<typeof list>[0], (one: Item) => boolean]>([
    ['a source', () => ({ source: 'lookBack' }), ({ source }) => source === 'lookBack'],
    [
      'what a group reviews',
      () => ({ fromGroup: true }),
      ({ source }) => ['groupFeedback', 'higherSupervision'].includes(source),
    ],
    [
      'a category',
      () => ({ category: everything[0]!.category! }),
      (one) => one.category === everything[0]!.category,
    ],
    ['a unit alone', () => ({ unit: desk.bureau }), ({ unit }) => unit === desk.bureau],
    ['a unit with those below it', () => ({ unit: desk.bureau, below: true }), ({ unit }) => unit !== null],
    ['an owner', () => ({ owner: '赵警官' }), ({ owner }) => owner === '赵警官'],
    [
      'a span of due dates, both days in it',
      () => ({ dueFrom: '2021-04-12', dueUntil: '2021-04-18' }),
      (one) => due(one) !== null && due(one)! >= '2021-04-12' && due(one)! <= '2021-04-18',
    ],
    [
      'overdue ones from a day on',
      () => ({ view: 'overdue', dueFrom: '2021-04-13' }),
      (one) => (one.daysLeft ?? 0) < 0 && due(one)! >= '2021-04-13',
    ],
    ['whose move it is', () => ({ whose: 'clerk', view: 'all' }), ({ whose }) => whose === 'clerk'],
    [
      'several things at once',
      () => ({ unit: desk.bureau, below: true, state: 'issued', dueUntil: '2021-04-20' }),
      (one) => one.unit !== null && one.state === 'issued' && due(one)! <= '2021-04-20',
    ],
  ])('by %s lists exactly those rows', async (_, filter, fits) => {
    const { total, items } = await list(filter());
    const expected = everything.filter(fits);
    expect(ids(items).sort()).toEqual(ids(expected).sort());
    expect(total).toBe(expected.length);
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThan(everything.length);
  });
});

describe('groups of the ledger', () => {
  const KEYS: Readonly<Record<(typeof ITEM_GROUPINGS)[number], (one: Item) => string | null>> = {
    unit: ({ unit }) => unit,
    source: ({ source }) => source,
    category: ({ category }) => category,
    state: ({ state }) => state,
    whose: ({ whose }) => whose,
    owner: ({ owner }) => owner,
  };

  it.each(ITEM_GROUPINGS)('by %s count the rows of every view under a filter', async (by) => {
    const { rectification } = desk.at('clerk');
    for (const view of ITEM_VIEWS) {
      for (const filter of [{}, { fromGroup: true } as const, { unit: desk.bureau, below: true }]) {
        const { items } = await list({ view, ...filter });
        const expected = [...Map.groupBy(items, KEYS[by])].map(([key, own]) => ({
          key,
          name: by === 'unit' ? own[0]!.unitName : null,
          count: own.length,
          overdue: own.filter(({ daysLeft }) => daysLeft !== null && daysLeft < 0).length,
          dueSoon: own.filter(({ daysLeft }) => daysLeft !== null && daysLeft >= 0 && daysLeft <= 3).length,
          closed: own.filter(({ state }) => state === 'closed').length,
        }));
        const groups = await rectification.groups({ by, view, ...filter });
        expect(sorted(groups)).toEqual(sorted(expected));
      }
    }
  });

  it('stand in the order of what they are of, with what has none last', async () => {
    const { rectification } = desk.at('clerk');
    const keys = async (by: (typeof ITEM_GROUPINGS)[number]) =>
      (await rectification.groups({ by })).map(({ key }) => key);
    expect(await keys('unit')).toEqual([desk.bureau, desk.station, null]);
    expect(await keys('source')).toEqual([...ITEM_SOURCES]);
    const states = await keys('state');
    expect(states).toEqual(ITEM_STATES.filter((state) => states.includes(state)));
    expect((await keys('owner')).at(-1)).toBe(null);
  });
});

function sorted<Row extends { key: string | null }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((one, other) => (String(one.key) < String(other.key) ? -1 : 1));
}
