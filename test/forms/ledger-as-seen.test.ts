import { afterAll, beforeAll, expect, it } from 'vitest';
import { questionOf } from '../../renderer/registers/forms/form-search.ts';
import { ledgerForm } from '../../renderer/registers/rectification/ledger-form.ts';
import {
  coreFilterOf,
  filterOf,
  ledgerSearchOf,
} from '../../renderer/registers/rectification/ledger-search.ts';
import { type ItemCounty, itemCounty, TODAY } from './item-county.ts';

let county: ItemCounty;
beforeAll(async () => {
  county = await itemCounty();
});
afterAll(() => county.close());

const phases = [{ id: 'rectify', beginsOn: '2021-04-01', endsOn: '2021-06-15' }];
const place = { office: undefined, today: TODAY, phases };

/** Numbers of the rows on the screen, and of those on the paper that the link beside them leads to. */
async function bothOf(params: Readonly<Record<string, string>>) {
  const search = ledgerSearchOf({ view: 'all', ...params });
  const { view } = search;
  const { items } = await county.client.rectification.items({
    ...coreFilterOf(filterOf(search), TODAY),
    ...{ view, limit: 500 },
  });
  const question = questionOf(
    'rectificationLedger',
    ledgerForm(search, place, ['clerk', 'reviewer'])!,
    TODAY,
  );
  const { parts } = await county.client.forms.preview({ asked: question! });
  const table = parts.find((part) => part.kind === 'table')!;
  const printed = table.rows
    .map(({ cells }) => String(cells[0]?.value))
    .filter((one) => /^\d+-\d+$/.test(one));
  const said = parts.find((part) => part.kind === 'paragraph')!;
  return { seen: items.flatMap(({ number }) => number ?? []), printed, said: said.text };
}

it.each([
  ['all', {}, '全部问题'],
  ['open', { view: 'open' }, '未销号'],
  ['my own', { view: 'mine' }, '该录入员、县审核人办理'],
  ['overdue', { view: 'overdue' }, '逾期'],
  ['returned', { view: 'returned' }, '退回返工'],
  ['at the group', { view: 'groupReview' }, '待市级复核'],
  ['somebody’s move', { whose: 'group' }, '该市指导组办理'],
  ['from the group', { fromGroup: 'true' }, '来自市级'],
  ['of an owner', { owner: '𠮷野' }, '责任人：𠮷野'],
  ['due by a day', { due: 'd.2021-05-20' }, '现行时限截至2021年5月20日'],
  ['due from a day', { due: 'd2021-05-11.', view: 'open' }, '现行时限2021年5月11日起'],
  ['under supervision', { supervised: 'true' }, '督办中'],
  ['issued in a phase', { phase: 'rectify' }, '2021年4月1日至2021年6月15日'],
  ['by words', { search: '2021-4' }, '含“2021-4”'],
  ['a number of the work list', { matter: 'itemOverdue' }, '逾期'],
])('the printed ledger has the numbered rows that the screen shows: %s', async (_, params, words) => {
  const { seen, printed, said } = await bothOf(params as Record<string, string>);
  expect(printed).toEqual(seen);
  expect(printed.length).toBeGreaterThan(0);
  expect(said).toContain(words);
});

it('a unit is printed without those below it where it is looked at so', async () => {
  const { bureau } = county.units;
  const [alone, below] = [await bothOf({ unit: bureau, below: 'false' }), await bothOf({ unit: bureau })];
  expect(alone.printed).toEqual(alone.seen);
  expect(below.printed).toEqual(below.seen);
  expect(alone.printed.length).toBeLessThan(below.printed.length);
  expect([alone.said, below.said].map((said) => /（(.*?)下级）/.exec(said)?.[1])).toEqual(['不含', '含']);
});
