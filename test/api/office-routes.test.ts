import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHost, lockHost } from '../../electron/api/host.ts';
import { forkParser } from '../../electron/sheets/parser-host.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { errorSentence } from '../../renderer/text/errors.ts';
import { soleOffice, trustEachOther } from '../exchange/sole-office.ts';
import { PASSWORD, testOffice } from '../support/office.ts';
import { scratch } from '../support/scratch.ts';
import { testPorts } from '../support/test-ports.ts';

async function county(folder = scratch()) {
  const office = await testOffice(folder);
  onTestFinished(() => office.close());
  return { ...office, client: await office.as('administrator') };
}

const refusalOf = (call: Promise<unknown>) =>
  call.then(
    () => expect.unreachable('was not refused'),
    ({ code, data }: { code: string; data: Record<string, never> }) => ({ code, data }),
  );

describe('before anybody has signed in, the status', () => {
  it('of an empty folder tells that nothing is there, and the day', async () => {
    const folder = scratch();
    const client = inProcessClient(createHost(join(folder, 'data'), testPorts(folder)));
    expect(await client.office.status()).toEqual({
      initialized: false,
      unlocked: false,
      problem: null,
      today: '2021-03-15',
      office: null,
      accounts: [],
      lastBackupAt: null,
    });
  });

  it('names the accounts with their attempts, and counts down for one that is locked', async () => {
    const { client, ports } = await county();
    await client.office.lock();
    const unlock = (user: string) => client.office.unlock({ user, password: 'not the password' });
    expect(await refusalOf(unlock('clerk'))).toMatchObject({ data: { left: 4 } });
    for (let i = 0; i < 5; i++) await refusalOf(unlock('reviewer'));
    ports.pass(200);
    expect((await client.office.status()).accounts).toEqual([
      { name: 'administrator', locked: false, attemptsLeft: 5, retryAfterSeconds: 0 },
      { name: 'clerk', locked: false, attemptsLeft: 4, retryAfterSeconds: 0 },
      { name: 'reviewer', locked: true, attemptsLeft: 0, retryAfterSeconds: 700 },
    ]);
    expect(await refusalOf(unlock('reviewer'))).toMatchObject({
      code: 'account_locked',
      data: { minutes: 12, seconds: 700 },
    });
  });

  it('tells whose books these are only after they were open once, and nothing on the disk does', async () => {
    const { client, host } = await county();
    await client.office.lock();
    const office = { code: '530000', name: 'office 530000', role: 'office', demo: false };
    expect((await client.office.status()).office).toEqual(office);
    const started = inProcessClient(createHost(host.folder, host.ports));
    expect((await started.office.status()).office).toBeNull();
    for (const file of readdirSync(host.folder))
      expect(readFileSync(join(host.folder, file)).includes(office.name)).toBe(false);
  });

  it('names what keeps the ledger from being opened', async () => {
    const { client, host } = await county();
    await client.office.lock();
    writeFileSync(join(host.folder, 'key-slots.json'), '{}');
    expect(await client.office.status()).toMatchObject({
      initialized: true,
      problem: 'slots_damaged',
      accounts: [],
    });
    rmSync(join(host.folder, 'key-slots.json'));
    expect(await client.office.status()).toMatchObject({ problem: 'slots_missing' });
  });

  it('needs no sign-in for the presets: their phases and rounds', async () => {
    const folder = scratch();
    const client = inProcessClient(createHost(join(folder, 'data'), testPorts(folder)));
    const presets = await client.campaign.presets();
    expect(presets.map(({ id }) => id)).toContain('2021');
    for (const { phases, rounds } of presets) expect([phases.length, rounds.length]).not.toContain(0);
  });
});

describe('a new recovery code', () => {
  it('opens in the place of the old one, and counts as unconfirmed until it was typed back', async () => {
    const { client, recoveryCode } = await county();
    await client.office.confirmRecovery({ code: recoveryCode });
    const { recoveryCode: renewed } = await client.office.renewRecovery();
    expect(await client.office.identity()).toMatchObject({ recoveryConfirmed: false });
    expect(await refusalOf(client.office.unlockByRecovery({ code: recoveryCode }))).toMatchObject({
      code: 'recovery_wrong',
    });
    expect(await client.office.unlockByRecovery({ code: renewed })).toMatchObject({ account: null });
    await client.office.confirmRecovery({ code: renewed });
    expect(await client.office.identity()).toMatchObject({ recoveryConfirmed: true, today: '2021-03-15' });
  });

  it('is given by an administrator alone', async () => {
    const office = await county();
    expect(await refusalOf((await office.as('clerk')).office.renewRecovery())).toMatchObject({
      code: 'not_allowed',
    });
  });
});

describe('the condition', () => {
  it('tells the last write, the last backup and the history, and backing up changes none but the backup', async () => {
    const office = await county();
    const clerk = await office.as('clerk');
    office.ports.pass(60);
    await clerk.personnel.createUnit({ name: '县法院' });
    const before = await clerk.office.condition();
    expect(before).toMatchObject({ today: '2021-03-15', savedAt: '2021-03-15T08:01:00.000Z' });
    expect(before).toMatchObject({ lastBackupAt: null, lastSent: null, lastReceived: null });
    office.ports.pass(60);
    const backup = await clerk.office.backup();
    expect(backup.at).toBe('2021-03-15T08:02:00.000Z');
    expect(await clerk.office.backups()).toEqual([backup]);
    expect(await clerk.office.condition()).toEqual({ ...before, lastBackupAt: backup.at });
    expect(await clerk.office.lastStep()).toMatchObject({ action: 'personnel.createUnit', undoable: true });
    await clerk.office.lock();
    expect(await clerk.office.status()).toMatchObject({ lastBackupAt: backup.at });
  });

  it('tells what was sent and received last, and whether it was acknowledged', async () => {
    const [office, group] = [
      await soleOffice(scratch(), '530001'),
      await soleOffice(scratch(), '530000', { role: 'group' }),
    ];
    onTestFinished(() => [office, group].forEach((one) => void one.lock()));
    await trustEachOther(office, group);
    const pass = async (from: typeof office, to: typeof office) => {
      const { fileName, content } = await from.client.exchange.exportBundle({});
      await to.client.exchange.importBundles({ files: [{ fileName, content }], apply: true });
    };
    await pass(office, group);
    expect((await office.client.office.condition()).lastSent).toMatchObject({
      sequence: 1,
      acknowledgedAt: null,
    });
    expect((await group.client.office.condition()).lastReceived).toMatchObject({ sequence: 1 });
    await pass(group, office);
    expect((await office.client.office.condition()).lastSent?.acknowledgedAt).not.toBeNull();
  });
});

describe('the backup of the day', () => {
  async function signedInDaily() {
    const { host: made, ports } = await county();
    const ledgerFolder = made.folder;
    lockHost(made);
    const host = createHost(ledgerFolder, ports, forkParser, 0);
    onTestFinished(() => lockHost(host));
    const client = inProcessClient(host);
    const signIn = async () => {
      await client.office.unlock({ user: 'clerk', password: PASSWORD });
      await setTimeout(10);
    };
    return { host, ports, client, signIn };
  }

  it('follows the first sign-in after half a day, and no other', async () => {
    const { client, ports, signIn } = await signedInDaily();
    await signIn();
    expect(await client.office.backups()).toHaveLength(1);
    ports.pass(11 * 3600);
    await signIn();
    expect(await client.office.backups()).toHaveLength(1);
    ports.pass(3600);
    await signIn();
    expect(await client.office.backups()).toHaveLength(2);
  });

  it('that fails is told in the condition until one succeeds, and harms nothing', async () => {
    const { client, host, signIn } = await signedInDaily();
    const inTheWay = join(host.folder, 'backups');
    writeFileSync(inTheWay, 'no folder');
    await signIn();
    expect(await client.office.status()).toMatchObject({ problem: null, lastBackupAt: null });
    expect(await client.office.condition()).toMatchObject({ backupProblem: 'file_unreadable' });
    await client.personnel.createUnit({ name: '县法院' });
    rmSync(inTheWay);
    await client.office.backup();
    expect(await client.office.condition()).toMatchObject({ backupProblem: null });
  });
});

describe('a conflict', () => {
  it('says who changed the row and when, after an undo too', async () => {
    const office = await county();
    const clerk = await office.as('clerk');
    const { id: unit } = await clerk.personnel.createUnit({ name: '县法院' });
    const { id, rev } = await clerk.personnel.addPerson({ name: '何书棠', unit });
    office.ports.pass(60);
    const changed = await clerk.personnel.updatePerson({ id, rev, name: '何书堂' });
    const stale = () => refusalOf(clerk.personnel.updatePerson({ id, rev, name: '何树棠' }));
    const first = await stale();
    expect(first).toMatchObject({
      code: 'conflict',
      data: { by: 'clerk', at: '2021-03-15T08:01:00.000Z', expected: rev, found: changed.rev },
    });
    expect(errorSentence('conflict', first.data)).toMatch(/由clerk于2021年3月15日\d+时01分改过/);
    expect(errorSentence('conflict')).toContain('在您打开之后改过');
    office.ports.pass(60);
    await clerk.office.undo({ step: changed.rev });
    expect(await stale()).toMatchObject({ data: { by: 'clerk', at: '2021-03-15T08:02:00.000Z' } });
  });
});
