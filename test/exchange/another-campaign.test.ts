import { afterAll, expect, it } from 'vitest';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { lastingScratch } from '../support/scratch.ts';
import { booksExpected, booksHeld } from './books.ts';
import { chanceOf, settleCounty, work } from './county-work.ts';
import { importing, seal } from './forge.ts';
import { type SoleOffice, soleOffice, trustEachOther } from './sole-office.ts';

const scratch = lastingScratch();
const offices: SoleOffice[] = [];

afterAll(() => {
  for (const office of offices) office.lock();
  scratch.remove();
});

it('[X43] another campaign of an office closes its books at the group: nothing is dropped, both stay apart', async () => {
  const county = await soleOffice(scratch.folder, '530101');
  const group = await soleOffice(scratch.folder, '530001', { role: 'group' });
  offices.push(county, group);
  await trustEachOther(county, group);
  await settleCounty(county);
  await work(county, chanceOf(11), 150);
  await importing(group, [await seal(county)]);
  const { campaign } = county.client;
  const held = async (office: string) => (await group.client.rectification.items({ office })).total;
  const items = await held(county.id);
  const marked = (await group.client.study.sessions({ office: county.id })).total;
  expect(Math.min(items, marked)).toBeGreaterThan(0);
  const old = await campaign.current();

  await campaign.change({
    rev: old.rev,
    requiredTypes: ['political', 'other1'],
    offeredTypes: old.requiredTypes.slice(1).concat(old.offeredTypes),
    typeNames: { other1: '家风' },
    makeup: { termDays: 9 },
  });
  await importing(group, [await seal(county)]);
  const arrived = await group.client.campaign.current({ office: county.id });
  expect(arrived).toMatchObject({ version: 2, typeNames: { other1: '家风' }, makeup: { termDays: 9 } });
  expect((await group.client.campaign.current()).version).toBe(1);

  const { rev } = await campaign.current();
  await campaign.begin({ rev, beginning: { from: 'preset', preset: '2021-second-batch' } });
  await county.client.study.createSession({ title: '第二批第一课', day: calendarDate('2021-08-16') });
  const taken = await importing(group, [await seal(county)]);
  expect(taken[0]).toMatchObject({ dropped: 0, closes: old.name });

  const [book] = await group.client.campaign.closedBooks();
  expect(book).toMatchObject({ of: county.id, campaign: old.name });
  expect([await held(book!.id), await held(county.id)]).toEqual([items, 0]);
  expect((await group.client.study.sessions({ office: book!.id })).total).toBe(marked);
  expect((await group.client.rectification.items({})).total).toBe(0);
  expect((await group.client.campaign.current({ office: county.id })).preset).toBe('2021-second-batch');
  expect(booksHeld(group.ledger(), county.code)).toEqual(booksExpected(county.ledger()));
  expect((await county.client.campaign.closedBooks()).map(({ campaign: name }) => name)).toEqual([old.name]);
});
