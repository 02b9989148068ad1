import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHost, lockHost } from '../../electron/api/host.ts';
import { type ApiClient, inProcessClient } from '../../electron/transport/in-process.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { PASSWORD, type TestOffice, testOffice } from '../support/office.ts';
import { scratch } from '../support/scratch.ts';
import { testPorts } from '../support/test-ports.ts';

const ADMINISTRATOR = { user: 'administrator', password: PASSWORD };
const REASON = '硬盘坏了，用备份接着记';

async function office(): Promise<TestOffice> {
  const made = await testOffice(scratch());
  onTestFinished(made.close);
  return made;
}

/** Drafts an item and issues it. @returns its number */
async function issue(desk: TestOffice, problem: string): Promise<string> {
  const clerk = await desk.as('clerk');
  const [unit] = (await clerk.personnel.units({})).filter(({ name }) => name === '法院');
  const at = unit ?? (await clerk.personnel.createUnit({ name: '法院', kind: 'court' }));
  const { id, rev } = await clerk.rectification.draftItem({
    source: 'officeInspection',
    category: 'cases-not-handled',
    problem,
    measures: '逐案复核',
    unit: at.id,
    leader: '李副局长',
    owner: '王所长',
    dueOn: calendarDate('2021-06-30'),
  });
  const reviewer = await desk.as('reviewer');
  await reviewer.rectification.moveItem({ id, rev, move: 'issue' });
  return (await reviewer.rectification.item({ id })).number ?? '';
}

async function backUp(desk: TestOffice): Promise<string> {
  desk.ports.pass(60);
  return (await (await desk.as('administrator')).office.backup()).fileName;
}

const replaced = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('replaced-'));
const restoring = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('restoring-'));

describe('restoring a backup over books that can be opened', () => {
  it('is rehearsed first: what the backup has and lacks is told, and nothing changes', async () => {
    const desk = await office();
    await issue(desk, '一');
    const from = await backUp(desk);
    await issue(desk, '二');
    const administrator = await desk.as('administrator');
    const before = await administrator.office.condition();

    const told = await administrator.office.restoreBackup({ from, secret: ADMINISTRATOR });
    expect(told).toMatchObject({
      applied: false,
      office: { code: '530000' },
      missingWrites: 2,
      newEpoch: true,
      epoch: 2,
      skippedNumbers: [{ year: 2021, from: 2, until: 2 }],
      movedTo: expect.stringMatching(/^replaced-/),
    });
    expect(told.rows).toContainEqual({ kind: 'items', backup: 1, now: 2 });
    expect(told.rows).toContainEqual({ kind: 'accounts', backup: 3, now: 3 });
    expect(await administrator.office.condition()).toEqual(before);
    expect([...replaced(desk.host.folder), ...restoring(desk.host.folder)]).toEqual([]);
    expect((await administrator.office.identity()).epoch).toBe(1);
  });

  it('numbers items on above the highest that was ever given, and tells the gap in the history', async () => {
    const desk = await office();
    for (const problem of ['一', '二', '三']) await issue(desk, problem);
    const from = await backUp(desk);
    expect([await issue(desk, '四'), await issue(desk, '五')]).toEqual(['2021-4', '2021-5']);

    const administrator = await desk.as('administrator');
    const done = await administrator.office.restoreBackup({
      from,
      secret: ADMINISTRATOR,
      reason: REASON,
      apply: true,
    });
    expect(done).toMatchObject({ applied: true, skippedNumbers: [{ year: 2021, from: 4, until: 5 }] });
    expect((await administrator.office.status()).unlocked).toBe(false);

    expect(await issue(desk, '六')).toBe('2021-6');
    expect(await issue(desk, '七')).toBe('2021-7');
    const reopened = await desk.as('administrator');
    expect(await reopened.office.identity()).toMatchObject({ epoch: 2, readOnlyBecause: null });
    await reopened.office.verify();
    const body = desk.host.ledger?.read((db) =>
      db.get<{ body: string }>(
        "SELECT body FROM audit JOIN audit_body USING (seq) WHERE action = 'history.acceptLoss'",
      ),
    )?.body;
    expect(JSON.parse(body ?? '{}')).toMatchObject({
      reason: REASON,
      backup: from,
      missing: 4,
      skippedNumbers: [{ year: 2021, from: 4, until: 5 }],
    });
  });

  it('keeps the books of before in a dated folder that is a ledger of its own', async () => {
    const desk = await office();
    const from = await backUp(desk);
    await issue(desk, '后来的');
    const administrator = await desk.as('administrator');
    const asked = { from, secret: ADMINISTRATOR, reason: REASON, apply: true };
    const { movedTo } = await administrator.office.restoreBackup(asked);
    expect(replaced(desk.host.folder)).toEqual([movedTo]);
    expect(restoring(desk.host.folder)).toEqual([]);

    const ports = testPorts(scratch());
    const before = createHost(join(desk.host.folder, movedTo ?? ''), ports);
    onTestFinished(() => lockHost(before));
    const client = inProcessClient(before);
    await client.office.unlock({ user: 'clerk', password: PASSWORD });
    expect((await client.rectification.items({})).total).toBe(1);
    const here = await desk.as('clerk');
    expect((await here.rectification.items({})).total).toBe(0);

    const back = await desk.as('administrator');
    const told = await back.office.restoreBackup({
      from: join(desk.host.folder, movedTo ?? ''),
      secret: ADMINISTRATOR,
    });
    expect(told.rows).toContainEqual({ kind: 'items', backup: 1, now: 0 });
  });

  it('of everything that this PC knows begins no new epoch, and says so in the history', async () => {
    const desk = await office();
    await issue(desk, '一');
    const from = await backUp(desk);
    const administrator = await desk.as('administrator');
    const asked = { from, secret: ADMINISTRATOR, reason: REASON, apply: true };
    expect(await administrator.office.restoreBackup(asked)).toMatchObject({
      missingWrites: 0,
      newEpoch: false,
      epoch: 1,
      skippedNumbers: [],
    });
    const again = await desk.as('administrator');
    expect(await again.office.identity()).toMatchObject({ epoch: 1, readOnlyBecause: null });
    await again.office.verify();
    expect(await issue(desk, '二')).toBe('2021-2');
  });

  it('needs an administrator here, one in the backup, and a reason', async () => {
    const desk = await office();
    const from = await backUp(desk);
    const clerk = await desk.as('clerk');
    const refused = clerk.office.restoreBackup({ from, secret: ADMINISTRATOR });
    await expect(refused).rejects.toMatchObject({ code: 'not_allowed' });
    const administrator = await desk.as('administrator');
    const restore = administrator.office.restoreBackup;
    await expect(restore({ from, secret: { user: 'clerk', password: PASSWORD } })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    await expect(restore({ from, secret: { ...ADMINISTRATOR, password: 'x' } })).rejects.toMatchObject({
      code: 'wrong_password',
    });
    await expect(restore({ from, secret: ADMINISTRATOR, apply: true })).rejects.toMatchObject({
      code: 'missing_field',
      data: { field: 'reason' },
    });
    const told = await restore({ from, secret: { recoveryCode: desk.recoveryCode } });
    expect(told.applied).toBe(false);
    expect(restoring(desk.host.folder)).toEqual([]);
  });

  it('refuses a damaged backup, what is no backup, and the backup of another office', async () => {
    const desk = await office();
    const from = await backUp(desk);
    const other = await testOffice(scratch(), { code: '530001' });
    onTestFinished(other.close);
    const foreign = join(other.host.folder, 'backups', await backUp(other));
    const database = join(desk.host.folder, 'backups', from, 'ledger.db');
    const whole = readFileSync(database);
    const damaged = Buffer.from(whole);
    damaged[4096 * 9 + 33]! ^= 1;
    const administrator = await desk.as('administrator');
    const restore = (path: string) =>
      administrator.office.restoreBackup({ from: path, secret: ADMINISTRATOR, reason: REASON, apply: true });

    await expect(restore(foreign)).rejects.toMatchObject({ code: 'restore_other_office' });
    for (const path of [desk.host.folder, scratch(), '20200101-000000', 'backups'])
      await expect(restore(path)).rejects.toMatchObject({ code: 'restore_not_a_backup' });
    writeFileSync(database, damaged);
    await expect(restore(from)).rejects.toMatchObject({ code: 'database_damaged' });
    writeFileSync(database, whole);
    expect(await administrator.office.status()).toMatchObject({ unlocked: true });
    expect(replaced(desk.host.folder)).toEqual([]);
    expect((await restore(database)).applied).toBe(true);
  });
});

describe('restoring a backup before signing in', () => {
  it('is refused while the ledger can be opened', async () => {
    const desk = await office();
    const from = await backUp(desk);
    desk.close();
    const client = inProcessClient(desk.host);
    await expect(client.office.restoreBackup({ from, secret: ADMINISTRATOR })).rejects.toMatchObject({
      code: 'restore_sign_in',
    });
  });

  it.each([
    ['a file that is gone', (file: string) => rmSync(file)],
    ['an empty file', (file: string) => writeFileSync(file, '')],
    ['a file damaged in the middle', (file: string) => writeFileSync(file, overwritten(readFileSync(file)))],
    ['keys that are gone', (file: string) => rmSync(join(file, '..', 'key-slots.json'))],
  ])('brings the ledger back in place of %s, and numbers go on', async (_, harm) => {
    const desk = await office();
    await issue(desk, '一');
    const from = await backUp(desk);
    await issue(desk, '二');
    desk.close();
    harm(join(desk.host.folder, 'ledger.db'));
    const client = inProcessClient(desk.host);
    const secret = { recoveryCode: desk.recoveryCode };
    expect((await client.office.backups()).map(({ fileName }) => fileName)).toEqual([from]);
    const told = await client.office.restoreBackup({ from, secret });
    expect(told).toMatchObject({ applied: false, missingWrites: 2 });
    const done = await client.office.restoreBackup({ from, secret, reason: REASON, apply: true });
    expect(done).toEqual({ ...told, applied: true, movedTo: expect.any(String) });
    expect(await issue(desk, '三')).toBe('2021-3');
  });

  it('sets up a new PC from a copied backup, under a new epoch since nothing there tells what is missing', async () => {
    const desk = await office();
    await issue(desk, '一');
    const stick = join(scratch(), 'stick');
    mkdirSync(stick);
    cpSync(join(desk.host.folder, 'backups', await backUp(desk)), stick, { recursive: true });
    const place = scratch();
    const host = createHost(join(place, 'data'), testPorts(place));
    onTestFinished(() => lockHost(host));
    const client = inProcessClient(host);
    const done = await client.office.restoreBackup({
      from: stick,
      secret: ADMINISTRATOR,
      reason: REASON,
      lastNumbers: [{ year: 2021, number: 17 }],
      apply: true,
    });
    expect(done).toMatchObject({ missingWrites: null, newEpoch: true, epoch: 2, movedTo: null });
    expect(done.skippedNumbers).toEqual([{ year: 2021, from: 2, until: 17 }]);
    expect(existsSync(join(place, 'data', 'ledger.db'))).toBe(true);
    await client.office.unlock({ user: 'clerk', password: PASSWORD });
    expect((await client.rectification.items({})).total).toBe(1);
    expect(await client.office.identity()).toMatchObject({ epoch: 2, readOnlyBecause: null });
    const onNewPc = { ...desk, host, as: signedInAt(client) };
    expect(await issue(onNewPc, '二')).toBe('2021-18');
  });
});

it('restored books go on with the group under a new epoch, in full; it gives up the lost item by a reason alone', async () => {
  const desk = await office();
  const group = await testOffice(scratch(), { role: 'group', code: '530100' });
  onTestFinished(group.close);
  const keysOf = async (one: TestOffice) => ({
    content: (await (await one.as('administrator')).exchange.ownKeys()).content,
  });
  await (await group.as('administrator')).exchange.trust(await keysOf(desk));
  await (await desk.as('administrator')).exchange.trust(await keysOf(group));
  const send = async (dropReason?: string) => {
    const { exchange } = await desk.as('reviewer');
    const { fileName, content, full, sequence } = await exchange.exportBundle({});
    const leader = await group.as('leader');
    const files = [{ fileName, content }];
    const { bundles } = await leader.exchange.importBundles({ files, apply: true, dropReason });
    return { full, sequence, bundle: bundles[0] };
  };
  await issue(desk, '一');
  const from = await backUp(desk);
  await issue(desk, '二');
  expect((await send()).bundle?.outcome).toBe('applied');

  const administrator = await desk.as('administrator');
  await administrator.office.restoreBackup({ from, secret: ADMINISTRATOR, reason: REASON, apply: true });
  expect(await issue(desk, '三')).toBe('2021-3');
  const refused = await send();
  expect(refused).toMatchObject({ full: true, sequence: 1, bundle: { problem: 'epoch_drops_items' } });
  expect((await send('县里硬盘坏了')).bundle?.outcome).toBe('applied');
  const numbers = (await (await group.as('leader')).rectification.items({})).items.map(
    ({ number }) => number,
  );
  expect(numbers.sort()).toEqual(['2021-1', '2021-3']);
});

function overwritten(bytes: Buffer): Buffer {
  const damaged = Buffer.from(bytes);
  damaged.fill(0, 4096 * 8, 4096 * 12);
  return damaged;
}

function signedInAt(client: ApiClient): TestOffice['as'] {
  return async (user) => {
    await client.office.unlock({ user, password: PASSWORD });
    return client;
  };
}
