import { cpSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { lastingScratch } from '../support/scratch.ts';
import { booksExpected, booksHeld, contentDigest } from './books.ts';
import { chanceOf, FIRST_DAY, settleCounty, work } from './county-work.ts';
import { importing, opened, resealed, seal } from './forge.ts';
import { type SoleOffice, soleOffice, trustEachOther } from './sole-office.ts';

const scratch = lastingScratch();
const offices: SoleOffice[] = [];

afterAll(() => {
  for (const office of offices) office.lock();
  scratch.remove();
});

async function pairOf(number: string): Promise<[SoleOffice, SoleOffice]> {
  const county = await soleOffice(scratch.folder, `5301${number}`);
  const group = await soleOffice(scratch.folder, `5300${number}`, { role: 'group' });
  offices.push(county, group);
  await trustEachOther(county, group);
  await settleCounty(county);
  return [county, group];
}

/** Keeps the data folder as it is now; what comes back puts it there again and accepts what is lost. */
async function remember(office: SoleOffice): Promise<() => Promise<void>> {
  const old = `${office.folder}-old`;
  office.lock();
  cpSync(office.folder, old, { recursive: true });
  await office.unlock();
  return async () => {
    office.lock();
    rmSync(office.folder, { recursive: true });
    cpSync(old, office.folder, { recursive: true });
    await office.unlock();
    expect((await office.client.office.identity()).readOnlyBecause).toBe('history_lost');
    await office.client.office.acceptHistoryLoss({ reason: '数据盘损坏，用旧数据恢复' });
  };
}

async function draftItem(county: SoleOffice, unit: string | null) {
  return county.client.rectification.draftItem({
    source: 'officeInspection',
    category: 'cases-not-handled',
    problem: '有案不立',
    measures: '逐案复核',
    unit,
    leader: '李',
    owner: '王',
    dueOn: calendarDate('2021-04-30'),
  });
}

describe('a new epoch of an office', () => {
  let county: SoleOffice;
  let group: SoleOffice;
  beforeAll(async () => {
    [county, group] = await pairOf('01');
  });

  it('[X32][X33] begins with a full first bundle that replaces the books, telling how many rows are gone', async () => {
    await work(county, chanceOf(5), 60);
    // an item that came as feedback has no unit yet; it gets one that will be lost
    await group.client.exchange.draftFeedback({ office: county.id, kind: 'item', problem: '台账不实' });
    const [draft] = (await group.client.exchange.feedback({})).feedback;
    await group.client.exchange.releaseFeedback({ ids: [draft!.id] });
    await importing(county, [await seal(group)]);
    await importing(group, [await seal(county)]);
    const restore = await remember(county);

    const { personnel, rectification, study } = county.client;
    const parent = await personnel.createUnit({ name: '新设大队' });
    const child = await personnel.createUnit({ name: '新设中队', parent: parent.id });
    await personnel.addPerson({ name: '某新', unit: child.id, from: FIRST_DAY });
    const { items } = await rectification.items({ source: 'groupFeedback' });
    const { id, rev, source, problem } = items.find(({ feedback }) => feedback !== null)!;
    await rectification.updateItem({ id, rev, source, problem, unit: child.id });
    const session = await study.createSession({ title: '专题课', day: calendarDate('2021-03-14') });
    const lost = await seal(county);
    expect(await importing(group, [lost])).toMatchObject([{ outcome: 'applied' }]);

    await restore();
    await work(county, chanceOf(6), 30);
    const sealed = await county.client.exchange.exportBundle({});
    expect(sealed).toMatchObject({ sequence: 1, full: true });
    expect((await opened(group, sealed)).manifest.epoch.counter).toBe(2);
    const [rehearsed] = await importing(group, [sealed], false);
    const [applied] = await importing(group, [sealed]);
    expect(applied).toEqual({ ...rehearsed, outcome: 'applied' });
    expect(applied).toMatchObject({ outcome: 'applied', problem: null });
    // two units, a person under both pseudonyms, a session
    expect(applied!.dropped).toBe(5);
    const books = booksHeld(group.ledger(), county.code);
    expect(books).toEqual(booksExpected(county.ledger()));
    expect(books.sessions!.join()).not.toContain(session.id);
    expect(await importing(group, [lost])).toMatchObject([{ outcome: 'duplicate' }]);
    expect((await group.client.exchange.feedback({})).total).toBe(1);
  });

  it('[X34] may not lose a numbered item, until somebody gives the reason why it may', async () => {
    const restore = await remember(county);
    const { rev, id } = await draftItem(county, (await county.client.personnel.units({}))[0]!.id);
    await county.client.rectification.moveItem({ id, rev, move: 'issue' });
    await importing(group, [await seal(county)]);
    await restore();
    // the number is given again, to another item
    const again = await draftItem(county, (await county.client.personnel.units({}))[0]!.id);
    await county.client.rectification.moveItem({ ...again, move: 'issue' });
    const sealed = await seal(county);
    const before = contentDigest(group.ledger());
    expect(await importing(group, [sealed])).toMatchObject([
      { outcome: 'refused', problem: 'epoch_drops_items' },
    ]);
    expect(contentDigest(group.ledger())).toBe(before);
    const because = '县里数据盘损坏，已书面说明';
    expect(await importing(group, [sealed], true, because)).toMatchObject([{ outcome: 'applied' }]);
    expect(booksHeld(group.ledger(), county.code)).toEqual(booksExpected(county.ledger()));
    const bodies = group.ledger().read((db) => db.all<{ body: string }>('SELECT body FROM audit_body'));
    expect(bodies.some(({ body }) => body.includes(because))).toBe(true);
  });

  it('[X32] begins with nothing but a full bundle', async () => {
    const report = await opened(group, await seal(county));
    const epoch = { id: county.ports.newId(), counter: 9 };
    const part = { epoch, full: false, baseRev: 1, previousHash: 'ab'.repeat(32), sequence: 2 };
    const [line] = await importing(group, [await resealed(county, group, report, report.tables, part)]);
    expect(line).toMatchObject({ outcome: 'early', waitsFor: 1 });
  });
});

it('[X35] of a group takes back what it had countersigned, and the office’s base moves back with it', async () => {
  const [county, group] = await pairOf('02');
  const hear = async () => importing(county, [await seal(group)]);
  await importing(group, [await seal(county)]);
  await hear();
  const restore = await remember(group);
  await county.client.personnel.createUnit({ name: '股室' });
  await importing(group, [await seal(county)]);
  await hear();
  await restore();
  const acknowledged = async () =>
    (await county.client.exchange.sent({})).bundles
      .filter((one) => one.acknowledgedAt !== null)
      .map((one) => one.sequence);
  expect(await acknowledged()).toEqual([2, 1]);
  expect(await importing(group, [await seal(county)])).toMatchObject([{ outcome: 'early', waitsFor: 2 }]);
  expect(await hear()).toMatchObject([{ outcome: 'applied' }]);
  expect(await acknowledged()).toEqual([1]);
  expect(await importing(group, [await seal(county)])).toMatchObject([{ outcome: 'applied', sequence: 4 }]);
  expect(booksHeld(group.ledger(), county.code)).toEqual(booksExpected(county.ledger()));
});
