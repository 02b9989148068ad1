import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { lastingScratch } from '../support/scratch.ts';
import { booksExpected, booksHeld, contentDigest } from './books.ts';
import { settleCounty } from './county-work.ts';
import { importing, type Stick, seal } from './forge.ts';
import { loading } from './loading.ts';
import { type SoleOffice, soleOffice, soleOfficeIn, trustEachOther } from './sole-office.ts';

const scratch = lastingScratch();
const TODAY = '2021-04-18';
let offices: SoleOffice[] = [];
let founded = 0;
let county: SoleOffice;
let group: SoleOffice;
/** A copy of the county's books that goes on on another PC. */
let twin: SoleOffice;

beforeEach(async () => {
  for (const office of offices) office.lock();
  founded += 1;
  const number = String(founded).padStart(2, '0');
  county = await soleOffice(scratch.folder, `5301${number}`, { today: TODAY });
  group = await soleOffice(scratch.folder, `5300${number}`, { role: 'group', today: TODAY });
  await trustEachOther(county, group);
  await settleCounty(county);
  await counted(county, '2021-04');
  await take(await seal(county));
  await acknowledged();
  twin = await copyOf(county);
  offices = [county, group, twin];
});

afterAll(() => {
  for (const office of offices) office.lock();
  scratch.remove();
});

const take = async (stick: Stick, dropReason?: string) =>
  (await importing(group, [stick], true, dropReason))[0]!;
const acknowledged = async () => importing(county, [await group.client.exchange.exportBundle({})]);
const someUnit = async ({ client }: SoleOffice) => (await client.personnel.units({}))[0]!.id;
const somebody = async ({ client }: SoleOffice) => (await client.personnel.people({ limit: 1 })).people[0]!;
const expectEqualBooks = () =>
  expect(booksHeld(group.ledger(), county.code)).toEqual(booksExpected(county.ledger()));

async function copyOf(office: SoleOffice): Promise<SoleOffice> {
  const folder = join(scratch.folder, `twin-${office.code}`);
  office.lock();
  cpSync(office.folder, folder, { recursive: true });
  await office.unlock();
  const { code, id } = office;
  const copy = { ...soleOfficeIn(folder, `${folder}-pc`, code, TODAY), id };
  await copy.unlock();
  return copy;
}

async function counted(office: SoleOffice, month: string): Promise<unknown> {
  const cell = { unit: await someUnit(office), kind: 'activities' as const, count: 3, rev: 0 };
  return office.client.supporting.setCounters({ month, cells: [cell] });
}

async function issued({ client }: SoleOffice, problem: string): Promise<void> {
  const { id, rev } = await client.rectification.draftItem({
    ...{ source: 'officeInspection', category: 'cases-not-handled', problem, measures: '逐案复核' },
    ...{ unit: (await client.personnel.units({}))[0]!.id, leader: '李', owner: '王', dueOn: '2021-04-30' },
  });
  await client.rectification.moveItem({ id, rev, move: 'issue' });
}

/** What one copy of the books writes that the other never hears of, and where it lies. */
const WRITES: Record<string, (office: SoleOffice) => Promise<unknown>> = {
  unit: ({ client, ports }) => client.personnel.createUnit({ name: `办公室${ports.newId().slice(0, 8)}` }),
  person: async (office) =>
    office.client.personnel.addPerson({ name: '某甲', unit: await someUnit(office), from: '2021-03-02' }),
  membership: async (office) => {
    const { id, rev, unit } = await somebody(office);
    const units = await office.client.personnel.units({});
    const other = units.find((one) => one.id !== unit)!.id;
    return office.client.personnel.transfer({ id, rev, unit: other, status: 'onDuty', from: '2021-04-02' });
  },
  institution: ({ client }) =>
    client.supporting.addInstitution({ kind: 'created', title: '办法', on: calendarDate('2021-04-10') }),
  counter: (office) => counted(office, '2021-03'),
};

describe('two copies of the books of an office that have both gone on', () => {
  for (const [register, writes] of Object.entries(WRITES))
    it(`[X111] are noticed by the first increment of the one after one of the other: ${register}`, async () => {
      await writes(twin);
      expect(await take(await seal(twin))).toMatchObject({ outcome: 'applied', problem: null });
      // numbers that nobody ever sees, so that no two files of one number meet
      for (let lost = 0; lost < 3; lost += 1) await seal(county);
      const before = contentDigest(group.ledger());
      expect(await take(await seal(county))).toMatchObject({
        outcome: 'refused',
        problem: 'bundle_base_mismatch',
      });
      expect(contentDigest(group.ledger())).toBe(before);

      const full = await take(await seal(county, true));
      expect(full).toMatchObject({ outcome: 'applied', problem: null });
      // memberships come whole with their person: there is nothing beside them
      expect(full.dropped > 0).toBe(register !== 'membership');
      expectEqualBooks();
      await acknowledged();
      await WRITES.unit!(county);
      expect(await take(await seal(county))).toMatchObject({ outcome: 'applied', full: false, dropped: 0 });
      expectEqualBooks();
    });
});

describe('a full bundle of the one after an increment of the other', () => {
  it('[X112] lets numbered items go with a reason alone, and takes their numbers for those of its own', async () => {
    await issued(twin, '台账不实');
    expect(await take(await seal(twin))).toMatchObject({ outcome: 'applied' });
    await issued(county, '有案不立');
    for (let lost = 0; lost < 3; lost += 1) await seal(county);
    const before = contentDigest(group.ledger());
    // the twin's item stands in the place of the number
    const increment = await take(await seal(county));
    expect(increment).toMatchObject({ outcome: 'refused', problem: 'bundle_base_mismatch' });
    const full = await seal(county, true);
    expect(await take(full)).toMatchObject({ outcome: 'refused', problem: 'epoch_drops_items' });
    expect(contentDigest(group.ledger())).toBe(before);
    expect(await take(full, '与县里核对，另一份数据作废')).toMatchObject({
      outcome: 'applied',
      problem: null,
    });
    expectEqualBooks();
  });
});

describe('one history', () => {
  it('[X111] is never taken for two, though rows are told again before an acknowledgement arrives', async () => {
    for (const writes of Object.values(WRITES)) await writes(county);
    await take(await seal(county));
    const late = await group.client.exchange.exportBundle({});
    await WRITES.unit!(county);
    // builds on the same base as the one before, and tells all of its rows again
    expect(await take(await seal(county))).toMatchObject({ outcome: 'applied', full: false });
    await importing(county, [late]);
    await WRITES.unit!(county);
    expect(await take(await seal(county))).toMatchObject({ outcome: 'applied', problem: null, full: false });
    expectEqualBooks();
    expect(await take(await seal(county, true))).toMatchObject({ outcome: 'applied', dropped: 0 });
    expectEqualBooks();
  });

  it('[X111] is not taken for two where a full bundle is read without the base of the one after it', async () => {
    const sticks: Stick[] = [];
    for (const writes of Object.values(WRITES)) await writes(county);
    sticks.push(await seal(county));
    await take(sticks[0]!);
    const late = await group.client.exchange.exportBundle({});
    await WRITES.unit!(county);
    sticks.push(await seal(county, true));
    await importing(county, [late]);
    await WRITES.unit!(county);
    sticks.push(await seal(county));
    const { lines } = await loading(group, sticks);
    expect(lines.map(({ outcome, problem }) => [outcome, problem])).toEqual([
      ['applicable', null],
      ['superseded', null],
      ['applicable', null],
    ]);
  });
});
