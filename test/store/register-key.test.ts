import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Host, lockHost } from '../../electron/api/host.ts';
import { file } from '../../electron/registers/self-inspection/self-inspection-register.ts';
import { databaseFile } from '../../electron/store/data-folder.ts';
import { openWithPassword, openWithRecovery } from '../../electron/store/key-slots.ts';
import { readSlots, writeSlots } from '../../electron/store/slot-file.ts';
import { type ApiClient, inProcessClient } from '../../electron/transport/in-process.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { decryptedFile } from '../support/decrypted-file.ts';
import { PASSWORD, testOffice } from '../support/office.ts';
import { scratch } from '../support/scratch.ts';

const CANARY = '金丝雀：曾向管理对象借款';

async function countyOffice() {
  const folder = scratch();
  const office = await testOffice(folder, { today: '2021-05-01' });
  onTestFinished(() => office.close());
  return { ...office, folder: join(folder, '530000') };
}

type Office = Awaited<ReturnType<typeof countyOffice>>;

async function filedWithSummary(office: Office, summary = CANARY): Promise<string> {
  const clerk = await office.as('clerk');
  const unit = await clerk.personnel.createUnit({
    name: `县公安局${summary.length}`,
    kind: 'publicSecurity',
  });
  const person = await clerk.personnel.addPerson({
    name: '张某',
    unit: unit.id,
    from: calendarDate('2021-01-01'),
  });
  const round = (await clerk.selfInspection.rounds({}))[0]!;
  const { id } = await clerk.selfInspection.file({
    round: round.id,
    person: person.id,
    filedOn: calendarDate(round.beginsOn),
    declared: 'hasProblem',
    items: [{ category: 'shares-and-loans', summary }],
  });
  return id;
}

async function shown(client: ApiClient, id: string) {
  const { summary, sealed } = (await client.selfInspection.filing({ id })).itemList[0]!;
  return { summary, sealed };
}

async function dataKeyOf(folder: string, user: string): Promise<Buffer> {
  return (await openWithPassword(readSlots(folder), user, PASSWORD, { random: randomBytes })).dataKey;
}

/** What lies in the file for whoever has a password and other tools. */
async function bytesOf(folder: string, user = 'administrator'): Promise<Buffer> {
  return decryptedFile(databaseFile(folder), await dataKeyOf(folder, user));
}

const READ = { summary: CANARY, sealed: false };
const SEALED = { summary: null, sealed: true };

async function signIn(client: ApiClient, user: string, password = PASSWORD): Promise<ApiClient> {
  await client.office.unlock({ user, password });
  return client;
}

describe('the register key', () => {
  it('is made by the first clerk for everybody who may hold it then, and never for an administrator', async () => {
    const office = await countyOffice();
    const id = await filedWithSummary(office);
    expect(await shown(await office.as('clerk'), id)).toEqual(READ);
    const reviewer = await office.as('reviewer');
    expect(await shown(reviewer, id)).toEqual(READ);
    const round = (await reviewer.selfInspection.rounds({}))[0]!.id;
    const found = await reviewer.selfInspection.filings({ round, search: CANARY.slice(0, 3) });
    expect(found.total).toBe(0);
    const administrator = await office.as('administrator');
    const { held, recovery, accounts } = await administrator.office.registerKey();
    expect({ held, recovery }).toEqual({ held: false, recovery: true });
    expect(accounts.map(({ name, holds, ready }) => ({ name, holds, ready }))).toEqual([
      { name: 'clerk', holds: true, ready: true },
      { name: 'reviewer', holds: true, ready: true },
    ]);
    expect(office.host.ledger!.openText).toBeUndefined();
    await expect(administrator.selfInspection.filing({ id })).rejects.toMatchObject({ code: 'not_allowed' });
    office.close();
    const bytes = await bytesOf(office.folder);
    expect(bytes.includes('shares-and-loans')).toBe(true);
    expect(bytes.includes(CANARY)).toBe(false);
  });

  it('is granted to a later account by a reviewer alone; till then it sees that there is something', async () => {
    const office = await countyOffice();
    const id = await filedWithSummary(office);
    const administrator = await office.as('administrator');
    const late = await administrator.office.addAccount({
      name: '审二',
      roles: ['reviewer'],
      password: PASSWORD,
    });
    const clerk2 = await administrator.office.addAccount({
      name: '录二',
      roles: ['clerk'],
      password: PASSWORD,
    });
    const grant = { account: late.id };
    await expect(administrator.office.grantRegisterKey(grant)).rejects.toMatchObject({
      code: 'register_key_not_held',
    });
    const [admin] = await administrator.office.accounts();
    const clerk = await office.as('clerk');
    await expect(clerk.office.grantRegisterKey(grant)).rejects.toMatchObject({
      code: 'register_key_by_reviewer',
    });
    const reviewer = await office.as('reviewer');
    await expect(reviewer.office.grantRegisterKey({ account: admin!.id })).rejects.toMatchObject({
      code: 'register_key_role',
    });
    expect(await shown(await signIn(reviewer, '审二'), id)).toEqual(SEALED);
    await expect(reviewer.office.grantRegisterKey({ account: clerk2.id })).rejects.toMatchObject({
      code: 'register_key_not_held',
    });
    await signIn(reviewer, 'reviewer');
    await reviewer.office.grantRegisterKey(grant);
    const { rev } = await reviewer.office.identity();
    await reviewer.office.grantRegisterKey(grant);
    expect((await reviewer.office.identity()).rev).toBe(rev);
    expect(await shown(await signIn(reviewer, '审二'), id)).toEqual(READ);
  });

  it('seals what an account without it enters, too', async () => {
    const office = await countyOffice();
    await office.as('clerk');
    await (await office.as('administrator')).office.addAccount({
      name: '录二',
      roles: ['clerk'],
      password: PASSWORD,
    });
    const client = await signIn(await office.as('clerk'), '录二');
    const id = await filedWithSummary({ ...office, as: async () => client });
    expect(await shown(client, id)).toEqual(SEALED);
    expect(await shown(await signIn(client, 'reviewer'), id)).toEqual(READ);
  });

  it('stays with who changes the own password, and leaves whom an administrator gave a new one', async () => {
    const office = await countyOffice();
    const id = await filedWithSummary(office);
    const client = await office.as('clerk');
    await client.office.changePassword({ password: PASSWORD, newPassword: 'new-password-1' });
    expect(await shown(await signIn(client, 'clerk', 'new-password-1'), id)).toEqual(READ);
    await signIn(client, 'administrator');
    await client.office.resetPassword({ name: 'clerk', newPassword: 'new-password-2' });
    expect(await shown(await signIn(client, 'clerk', 'new-password-2'), id)).toEqual(SEALED);
    const { accounts } = await (await signIn(client, 'reviewer')).office.registerKey();
    const clerk = accounts.find(({ name }) => name === 'clerk')!;
    expect(clerk).toMatchObject({ holds: false, ready: true });
    await client.office.grantRegisterKey({ account: clerk.account });
    expect(await shown(await signIn(client, 'clerk', 'new-password-2'), id)).toEqual(READ);
  });

  it('comes back by the recovery code when every holder is gone, also by one that was renewed', async () => {
    const office = await countyOffice();
    const id = await filedWithSummary(office);
    const client = await office.as('administrator');
    const renewed = await client.office.renewRecovery();
    expect((await client.office.registerKey()).recovery).toBe(false);
    expect((await (await office.as('reviewer')).office.registerKey()).recovery).toBe(true);
    await signIn(client, 'administrator');
    for (const name of ['clerk', 'reviewer'])
      await client.office.resetPassword({ name, newPassword: 'lost-again-1' });
    expect(await shown(await signIn(client, 'reviewer', 'lost-again-1'), id)).toEqual(SEALED);

    await expect(client.office.unlockByRecovery({ code: office.recoveryCode })).rejects.toMatchObject({
      code: 'recovery_wrong',
    });
    await client.office.unlockByRecovery({ code: renewed.recoveryCode });
    await client.office.resetPassword({ name: 'clerk', newPassword: 'by-recovery-1' });
    const { accounts } = await client.office.registerKey();
    await client.office.grantRegisterKey({
      account: accounts.find(({ name }) => name === 'reviewer')!.account,
    });
    expect(await shown(await signIn(client, 'clerk', 'by-recovery-1'), id)).toEqual(READ);
    expect(await shown(await signIn(client, 'reviewer', 'lost-again-1'), id)).toEqual(READ);
  });

  it('opens with the old keys until the new ones are written, wherever a recovery was cut off', async () => {
    const office = await countyOffice();
    const id = await filedWithSummary(office);
    const client = await office.as('clerk');
    await client.office.unlockByRecovery({ code: office.recoveryCode });
    const before = readSlots(office.folder);
    await client.office.resetPassword({ name: 'clerk', newPassword: 'by-recovery-1' });
    const after = readSlots(office.folder);
    writeSlots(office.folder, before);
    expect(await shown(await signIn(client, 'clerk'), id)).toEqual(READ);
    lockHost(office.host);
    writeSlots(office.folder, after);
    expect(await shown(await signIn(client, 'clerk', 'by-recovery-1'), id)).toEqual(SEALED);
  });

  it('is taken from an account that is disabled, and from keys that nobody has any more', async () => {
    const office = await countyOffice();
    await office.as('clerk');
    const client = await office.as('administrator');
    const grants = () =>
      office.host.ledger!.read((db) => db.all('SELECT account FROM register_key_grant ORDER BY account'));
    expect(grants()).toHaveLength(3);
    const [, clerk] = await client.office.accounts();
    await client.office.disableAccount({ id: clerk!.id });
    expect(grants()).toEqual([{ account: 0 }, { account: 3 }]);
    await client.office.renewRecovery();
    expect(grants()).toHaveLength(2);
    const before = grants();
    await office.as('reviewer');
    expect(grants()).toEqual(before);
  });

  it('is not taken from somebody else: a key that was put in its place is named', async () => {
    const office = await countyOffice();
    await office.as('clerk');
    office.host.ledger!.write(0, 'test.attack', (write) =>
      write.run('UPDATE register_key SET public = ?', randomBytes(32)),
    );
    office.close();
    const client = inProcessClient(office.host);
    await expect(client.office.unlock({ user: 'reviewer', password: PASSWORD })).rejects.toMatchObject({
      code: 'register_key_foreign',
    });
    await client.office.unlock({ user: 'administrator', password: PASSWORD });
  });

  it('opens a summary in its own row only', async () => {
    const office = await countyOffice();
    const [one, other] = [await filedWithSummary(office), await filedWithSummary(office, '别的事项')];
    office.host.ledger!.write(0, 'test.attack', (write) => {
      const [first, second] = write.all<{ pk: number; sealed: string }>('SELECT pk, sealed FROM filing_item');
      write.run('UPDATE filing_item SET sealed = ? WHERE pk = ?', first!.sealed, second!.pk);
    });
    const client = await office.as('reviewer');
    expect(await shown(client, one)).toEqual(READ);
    await expect(shown(client, other)).rejects.toMatchObject({ code: 'database_damaged' });
  });

  it('tells nothing by what it stores: the same summary is sealed differently every time', async () => {
    const office = await countyOffice();
    await filedWithSummary(office, '相同');
    await filedWithSummary(office, '相同 ');
    const rows = office.host.ledger!.read((db) =>
      db.all<{ sealed: string }>('SELECT sealed FROM filing_item'),
    );
    expect(new Set(rows.map(({ sealed }) => sealed)).size).toBe(2);
  });
});

describe('summaries from before', () => {
  it('are sealed when the first holder comes, their bytes and images gone; an administrator does not seal', async () => {
    const office = await countyOffice();
    const client = await office.as('administrator');
    const clerk = { account: 2, roles: ['clerk'], singleAccount: false } as const;
    const unit = await withPlainSummary(office.host, clerk);
    expect(unit).toBe(1);
    office.close();
    expect((await bytesOf(office.folder)).includes(CANARY)).toBe(true);
    await client.office.unlock({ user: 'administrator', password: PASSWORD });
    expect(office.host.ledger!.read((db) => db.all('SELECT 1 FROM register_key'))).toEqual([]);

    await office.as('clerk');
    expect((await bytesOf(office.folder)).includes(CANARY)).toBe(false);
    const [filing] = office.host.ledger!.read((db) => db.all<{ id: string }>('SELECT id FROM filing'));
    expect(await shown(client, filing!.id)).toEqual(READ);
    expect(office.host.ledger!.read((db) => db.all('SELECT cause, before, after FROM erasure'))).toEqual([
      { cause: 'sealed', before: 1, after: 0 },
    ]);
    expect(office.host.ledger!.read((db) => db.get('SELECT scrubbed_at FROM erasure'))).toEqual({
      scrubbed_at: office.ports.clock.now(),
    });
    office.host.ledger!.verify();
  });
});

it('the recovery code of old slots gives its keys when it is typed, and the next holder seals to them', async () => {
  const office = await countyOffice();
  office.close();
  const slots = readSlots(office.folder);
  writeSlots(office.folder, { ...slots, recovery: { ...slots.recovery, public: null } });
  const client = inProcessClient(office.host);
  await signIn(client, 'clerk');
  expect((await client.office.registerKey()).recovery).toBe(false);
  await signIn(client, 'administrator');
  await client.office.confirmRecovery({ code: office.recoveryCode });
  await signIn(client, 'reviewer');
  expect((await client.office.registerKey()).recovery).toBe(true);
  expect(openWithRecovery(readSlots(office.folder), office.recoveryCode).keys.public.toString('base64')).toBe(
    slots.recovery.public,
  );
});

/** As a ledger has it that nobody who may hold the key has opened yet. */
async function withPlainSummary(
  host: Host,
  clerk: { account: number; roles: readonly ['clerk']; singleAccount: boolean },
): Promise<number> {
  const ledger = host.ledger!;
  const { addPerson, createUnit } = await import('../../electron/registers/personnel/personnel-register.ts');
  ledger.write(clerk.account, 'test', (write) => {
    const unit = createUnit(write, { name: '县法院', parent: null, kind: 'court' });
    const fields = {
      post: null,
      staffing: null,
      orderNumber: 1,
      disambiguator: null,
      status: 'onDuty',
    } as const;
    const from = calendarDate('2021-01-01');
    const person = addPerson(write, { ...fields, name: '李某', unit: unit.id, from });
    const round = write.get<{ id: string; begins_on: string }>('SELECT id, begins_on FROM inspection_round')!;
    file(write, clerk, {
      round: round.id,
      person: person.id,
      filedOn: calendarDate(round.begins_on),
      declared: 'hasProblem',
      paperNumber: null,
      items: [{ category: 'shares-and-loans', summary: CANARY }],
    });
  });
  return ledger.read((db) => db.all('SELECT 1 FROM filing_item WHERE summary IS NOT NULL')).length;
}
