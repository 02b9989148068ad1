import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reopenFromGroup, requireClosed } from '../../electron/registers/periods/period-feedback.ts';
import { lastingScratch } from '../support/scratch.ts';
import { booksExpected, booksHeld, contentDigest } from './books.ts';
import { FIRST_DAY, settleCounty } from './county-work.ts';
import { changed, codeOf, importing, opened, resealed, rowsOf, type Stick, seal } from './forge.ts';
import { type SoleOffice, soleOffice, trustEachOther } from './sole-office.ts';

const TODAY = '2021-04-18';
const scratch = lastingScratch();
let county: SoleOffice;
let group: SoleOffice;

beforeAll(async () => {
  county = await soleOffice(scratch.folder, '530101');
  group = await soleOffice(scratch.folder, '530100', { role: 'group' });
  await trustEachOther(county, group);
  await settleCounty(county);
});
afterAll(() => {
  county.lock();
  group.lock();
  scratch.remove();
});

const periods = (of: SoleOffice) => of.client.periods.list(of === group ? { office: county.id } : {});
const periodIn = async (stick: Stick) => rowsOf(await opened(group, stick), 'period');
const acknowledged = async () => {
  await importing(group, [await seal(county)]);
  await importing(county, [await seal(group)]);
};
const addUnit = (name: string) => county.client.personnel.createUnit({ name });
const isSame = () => expect(booksHeld(group.ledger(), '530101')).toEqual(booksExpected(county.ledger()));

describe('the period of a report', () => {
  it('[X60] is the week of its cut-off day, noted with the bundle and known to the group', async () => {
    const before = contentDigest(county.ledger());
    await county.client.exchange.exportPreview({});
    expect(contentDigest(county.ledger())).toBe(before);
    expect((await periods(county)).periods).toEqual([]);
    const first = await seal(county);
    const { manifest } = await opened(group, first);
    expect(manifest.period).toEqual({ from: '2021-04-12', asOf: TODAY });
    const [noted] = (await periods(county)).periods;
    expect(noted).toMatchObject({ from: '2021-04-12', until: TODAY, statedOn: TODAY, state: 'open' });
    expect(await periodIn(first)).toMatchObject([{ id: noted!.id, nil: 0, closed: 0, deleted: 0 }]);

    await importing(group, [first]);
    expect((await periods(group)).periods).toMatchObject([{ id: noted!.id, until: TODAY, nil: false }]);
    await importing(county, [await seal(group)]);
    expect(await periodIn(await seal(county))).toEqual([]);
  });

  it('[X60] reaches into no other period, and runs forwards', async () => {
    await county.client.periods.close({ until: TODAY });
    county.ports.setDate('2021-04-21');
    await county.client.periods.close({ until: '2021-04-21' });
    county.ports.setDate('2021-04-22');
    const stick = await seal(county);
    expect((await opened(group, stick)).manifest.period).toEqual({ from: '2021-04-22', asOf: '2021-04-22' });
    expect((await periods(county)).periods.map(({ from, until }) => [from, until])).toEqual([
      ['2021-04-22', '2021-04-25'],
      ['2021-04-19', '2021-04-21'],
      [null, TODAY],
    ]);
    const original = await opened(group, stick);
    const backwards = changed(original.tables, 'period', (rows) =>
      rows.map((row) => ({ ...row, from: Number(row.until) + 1 })),
    );
    const forged = await resealed(
      county,
      group,
      original,
      new Map(backwards).set('rankCheck', original.tables.get('rankCheck')!),
    );
    expect(await importing(group, [forged])).toMatchObject([
      { outcome: 'refused', problem: 'bundle_row_invalid' },
    ]);
    await importing(group, [stick]);
    isSame();
  });
});

describe('a nil report', () => {
  it('[X61] is made only while nothing that leaves has changed, and is a bundle like any other', async () => {
    const { exchange } = county.client;
    await acknowledged();
    await addUnit('县司法局');
    expect((await exchange.exportPreview({})).mayBeNil).toBe(false);
    const before = contentDigest(county.ledger());
    expect(await codeOf(exchange.exportBundle({ nil: true }))).toBe('period_not_nil');
    expect(contentDigest(county.ledger())).toBe(before);

    county.ports.setDate('2021-04-27');
    await acknowledged();
    county.ports.setDate('2021-05-04');
    expect((await exchange.exportPreview({})).mayBeNil).toBe(true);
    const { sequence, content, fileName } = await exchange.exportBundle({ nil: true });
    expect(await periodIn({ content, fileName })).toMatchObject([{ nil: 1 }]);
    expect(await importing(group, [{ content, fileName }])).toMatchObject([{ outcome: 'applied', sequence }]);
    const [latest] = (await periods(group)).periods;
    expect(latest).toMatchObject({ from: '2021-05-03', until: '2021-05-09', nil: true });
    isSame();
  });

  it('[X61] stays one of its period only until something is reported after all', async () => {
    await addUnit('县总工会');
    await acknowledged();
    expect((await periods(group)).periods[0]).toMatchObject({ until: '2021-05-09', nil: false });
    await county.client.exchange.exportBundle({ nil: true });
    expect((await periods(county)).periods[0]).toMatchObject({ until: '2021-05-09', nil: false });
  });

  it('[X61] is no word of a group', async () => {
    expect(await codeOf(group.client.exchange.exportBundle({ nil: true }))).toBe('exchange_direction');
  });
});

describe('a closed period', () => {
  it('[X62] keeps what is dated in it, and the group learns that it is closed', async () => {
    const { periods: desk, supporting } = county.client;
    expect(await codeOf(desk.close({ until: '2021-05-06' }))).toBe('period_day_wrong');
    await desk.close({ until: '2021-05-02' });
    expect(await codeOf(desk.close({ until: '2021-05-02' }))).toBe('period_closed');
    const made = { kind: 'created' as const, title: '办法', unit: null, documentNumber: null };
    expect(await codeOf(supporting.addInstitution({ ...made, on: FIRST_DAY }))).toBe('period_closed');
    await acknowledged();
    const { periods: told } = await periods(group);
    expect(told.map(({ until, state }) => [until, state])).toEqual([
      ['2021-05-09', 'open'],
      ['2021-05-02', 'closed'],
      ['2021-04-25', 'closed'],
      ['2021-04-21', 'closed'],
      [TODAY, 'closed'],
    ]);
    isSame();
  });

  it('[X63] is opened by a reviewer with a reason, or by the group, and the group learns of it', async () => {
    const { periods: desk } = county.client;
    const period = (await periods(county)).periods.find(({ until }) => until === '2021-05-02')!;
    const reason = '补录一场';
    expect(await codeOf(desk.reopen({ id: period.id, rev: 1, reason }))).toBe('conflict');
    const { rev } = await desk.reopen({ id: period.id, rev: period.rev, reason });
    expect(await codeOf(desk.reopen({ id: period.id, rev, reason }))).toBe('period_not_closed');
    const stick = await seal(county);
    expect(JSON.stringify(rowsOf(await opened(group, stick), 'period'))).not.toContain(reason);
    await importing(group, [stick]);
    const held = (await periods(group)).periods.find(({ id }) => id === period.id)!;
    expect(held.state).toBe('open');

    const closed = (await periods(group)).periods.find(({ until }) => until === '2021-04-25')!;
    const office = group
      .ledger()
      .read((db) => db.get<{ pk: number }>("SELECT pk FROM office WHERE code = '530101'"));
    const asks = (id: string) => group.ledger().read((db) => requireClosed(db, office!.pk, id));
    expect(asks(closed.id).id).toBe(closed.id);
    expect(() => asks(period.id)).toThrow('period_not_closed');
    const ledger = county.ledger();
    const say = (subject: string) =>
      ledger.write(ledger.account.pk, 'exchange.importBundles', (write) =>
        reopenFromGroup(write, { feedbackId: 'feedback', subject, reason: '数字有误' }),
      );
    expect(say(closed.id)).toEqual({ applied: true });
    expect(say(closed.id)).toEqual({ applied: false, reason: 'period_not_closed' });
    expect(say('nothing')).toEqual({ applied: false, reason: 'not_found' });
    await acknowledged();
    isSame();
  });
});

describe('the preview', () => {
  it('[X64] tells what the next bundle holds, and why it is full or not', async () => {
    const { exchange } = county.client;
    const [unit] = await county.client.personnel.units({});
    await addUnit('县信访局');
    const renamed = {
      id: unit!.id,
      rev: unit!.rev,
      name: '县法院',
      kind: unit!.kind,
      orderNumber: unit!.orderNumber,
    };
    await county.client.personnel.updateUnit(renamed);
    const told = await exchange.exportPreview({});
    expect(told).toMatchObject({ why: 'incremental', full: false, since: { sequence: expect.any(Number) } });
    expect(told.tables.find(({ table }) => table === 'unit')).toEqual({
      ...{ table: 'unit', rows: 2, added: 1, changed: 1, deleted: 0 },
    });
    const sealed = await exchange.exportBundle({});
    expect(told.sequence).toBe(sealed.sequence);
    expect(told.since!.sequence).toBeLessThan(sealed.sequence);
    const { rankCheck, ...counts } = sealed.counts;
    expect(rankCheck).toBe(5);
    expect(Object.fromEntries(told.tables.map(({ table, rows }) => [table, rows]))).toEqual(counts);
    expect(told.rows).toBe(Object.values(counts).reduce((sum, rows) => sum + rows, 0));
    for (const { rows, added, changed: altered, deleted } of told.tables)
      expect((added ?? 0) + altered + deleted).toBe(rows);
    // encryption takes new random bytes each time, which compress a little otherwise
    expect(Math.abs(told.bytes - sealed.bytes)).toBeLessThan(100);
  });

  it('[X64] says of a full bundle why it is one', async () => {
    expect(await county.client.exchange.exportPreview({ full: true })).toMatchObject({
      why: 'asked',
      full: true,
    });
    const other = await soleOffice(scratch.folder, '530102');
    await trustEachOther(other, group);
    const why = async () => (await other.client.exchange.exportPreview({})).why;
    expect(await why()).toBe('firstBundle');
    await seal(other);
    expect(await why()).toBe('notAcknowledged');
    other.lock();
  });
});
