import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLedger } from '../../electron/store/ledger-store.ts';
import { loadSqlite } from '../../electron/store/open-database.ts';
import { readSlots, serialize } from '../../electron/store/slot-file.ts';
import { effortOf } from '../support/effort.ts';
import { scratch } from '../support/scratch.ts';
import { type TestPorts, testPorts } from '../support/test-ports.ts';
import { newLedger, note, notes, PASSWORD, reopen, USER } from './new-ledger.ts';

async function closedLedger(): Promise<{ folder: string; ports: TestPorts; recoveryCode: string }> {
  const root = scratch();
  const folder = join(root, 'data');
  const ports = testPorts(root);
  const { store, recoveryCode } = await newLedger(folder, ports);
  note(store, '存着');
  store.close();
  return { folder, ports, recoveryCode };
}

const slotFile = (folder: string) => join(folder, 'key-slots.json');

describe('a password', () => {
  test('that is wrong, and a name that nobody has, give the same error after the same work', async () => {
    const { folder, ports } = await closedLedger();
    const work = async (user: string, left: number) => {
      return await effortOf(() =>
        expect(openLedger(folder, ports, { user, password: 'wrong password' })).rejects.toMatchObject({
          code: 'wrong_password',
          fields: { left },
        }),
      );
    };
    let [known, unknown] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let i = 0; i < 3; i++) {
      known = Math.min(known, await work(USER, 4 - i));
      unknown = Math.min(unknown, await work('谁也不是', 4 - i));
    }
    expect(unknown).toBeGreaterThan(known / 3);
    expect(unknown).toBeLessThan(known * 3);
  });

  test('is the same however its characters are composed, and the name in any width and case', async () => {
    const root = scratch();
    const ports = testPorts(root);
    const folder = join(root, 'data');
    const { store } = await newLedger(folder, ports);
    await store.addAccount({ name: 'Clerk A', roles: ['clerk'], password: 'caf\u00e9-2021-x' });
    store.close();
    const opened = await openLedger(folder, ports, { user: ' ｃlerk a', password: 'cafe\u0301-2021-x' });
    expect(opened.account).toMatchObject({ name: 'Clerk A', roles: ['clerk'], pk: 2 });
    opened.close();
  });

  test('opens after it was changed, and the old one does not', async () => {
    const { folder, ports, recoveryCode } = await closedLedger();
    const store = await reopen(folder, ports);
    await expect(store.changePassword(USER, 'not this one', 'new-password-1')).rejects.toMatchObject({
      code: 'wrong_password',
    });
    await expect(store.changePassword(USER, PASSWORD, 'short')).rejects.toMatchObject({
      code: 'weak_password',
    });
    await store.changePassword(USER, PASSWORD, 'new-password-1');
    store.close();
    await expect(reopen(folder, ports)).rejects.toMatchObject({ code: 'wrong_password' });
    const again = await reopen(folder, ports, 'new-password-1');
    expect(notes(again)).toEqual(['存着']);
    again.close();
    (await openLedger(folder, ports, { recoveryCode })).close();
  });

  test('is derived with at least 64 MiB and three passes, and more where the PC has the time', async () => {
    const { folder, ports } = await closedLedger();
    expect(readSlots(folder).accounts[0]?.derivation).toMatchObject({ memoryKiB: 65536, passes: 3 });
    const store = await reopen(folder, { ...ports, passwordMilliseconds: 1000 });
    await store.changePassword(USER, PASSWORD, 'new-password-1');
    store.close();
    expect(readSlots(folder).accounts[0]!.derivation.passes).toBeGreaterThan(3);
    (await reopen(folder, ports, 'new-password-1')).close();
  });
});

describe('key slots', () => {
  test('that are missing are named, and only this user can read those that are there', async () => {
    const { folder, ports } = await closedLedger();
    if (process.platform !== 'win32') expect(statSync(slotFile(folder)).mode & 0o777).toBe(0o600);
    rmSync(slotFile(folder));
    await expect(reopen(folder, ports)).rejects.toMatchObject({ code: 'slots_missing' });
  });

  test('with any bit flipped are damaged, never a wrong password', async () => {
    const { folder, ports } = await closedLedger();
    const whole = readFileSync(slotFile(folder));
    for (let byte = 0; byte < whole.length; byte++) {
      const flipped = Buffer.from(whole);
      flipped[byte]! ^= 1 << (byte % 8);
      writeFileSync(slotFile(folder), flipped);
      expect(() => readSlots(folder)).toThrow('slots_damaged');
    }
    for (const length of [0, 1, whole.length >> 1, whole.length - 1]) {
      writeFileSync(slotFile(folder), whole.subarray(0, length));
      await expect(reopen(folder, ports)).rejects.toMatchObject({ code: 'slots_damaged' });
    }
    writeFileSync(slotFile(folder), whole);
    (await reopen(folder, ports)).close();
  });

  test('of a later version of the program are not called damaged', async () => {
    const { folder, ports } = await closedLedger();
    const text = readFileSync(slotFile(folder), 'utf8').replace('"version": 2', '"version": 3');
    writeFileSync(slotFile(folder), text);
    await expect(reopen(folder, ports)).rejects.toMatchObject({ code: 'newer_schema' });
  });

  test.each([
    ['memory', { memoryKiB: 64 * 1024 * 1024 }],
    ['passes', { passes: 4_000_000_000 }],
    ['memory and passes together', { memoryKiB: 1024 * 1024, passes: 64 }],
    ['too little memory', { memoryKiB: 8 }],
    ['another algorithm', { algorithm: 'argon2d' }],
  ])('that ask for %s are refused at once', async (_, parameters) => {
    const { folder, ports } = await closedLedger();
    const slots = readSlots(folder);
    Object.assign(slots.accounts[0]!.derivation, parameters);
    writeFileSync(slotFile(folder), serialize(slots));
    const effort = await effortOf(() =>
      expect(reopen(folder, ports)).rejects.toMatchObject({ code: 'slots_damaged' }),
    );
    expect(effort).toBeLessThan(20);
  });

  test('of another ledger are foreign, with its password and with this one', async () => {
    const mine = await closedLedger();
    const other = await closedLedger();
    copyFileSync(slotFile(other.folder), slotFile(mine.folder));
    await expect(reopen(mine.folder, mine.ports)).rejects.toMatchObject({ code: 'slots_foreign' });
    await expect(reopen(mine.folder, mine.ports, 'its own password')).rejects.toMatchObject({
      code: 'slots_foreign',
    });
  });

  test('do not pass for the slot of another account', async () => {
    const root = scratch();
    const ports = testPorts(root);
    const folder = join(root, 'data');
    const { store } = await newLedger(folder, ports);
    await store.addAccount({ name: '录入员', roles: ['clerk'], password: 'clerk-password' });
    store.close();
    const slots = readSlots(folder);
    const [first, second] = slots.accounts;
    second!.account = first!.account;
    writeFileSync(slotFile(folder), serialize({ ...slots, accounts: [second!] }));
    await expect(
      openLedger(folder, ports, { user: '录入员', password: 'clerk-password' }),
    ).rejects.toMatchObject({ code: 'wrong_password' });
  });
});

describe('the recovery code', () => {
  test('is confirmed by typing it; a slip is told from a wrong code', async () => {
    const { folder, ports, recoveryCode } = await closedLedger();
    const other = await closedLedger();
    const store = await reopen(folder, ports);
    expect(store.installation.recoveryConfirmedAt).toBeUndefined();
    const slip = recoveryCode.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    expect(() => store.confirmRecovery(slip)).toThrow(
      expect.objectContaining({ code: 'recovery_wrong', fields: { mistyped: true, group: 7 } }),
    );
    expect(() => store.confirmRecovery(other.recoveryCode)).toThrow(
      expect.objectContaining({ code: 'recovery_wrong', fields: { mistyped: false } }),
    );
    store.confirmRecovery(recoveryCode.toLowerCase());
    expect(store.installation.recoveryConfirmedAt).toBe('2021-03-15T08:00:00.000Z');
    store.close();
  });

  test('gives a forgotten password anew', async () => {
    const { folder, ports, recoveryCode } = await closedLedger();
    const store = await openLedger(folder, ports, { recoveryCode });
    await store.resetPassword(USER, 'another-password');
    store.close();
    const again = await reopen(folder, ports, 'another-password');
    expect(notes(again)).toEqual(['存着']);
    again.close();
  });

  test('that was replaced opens nothing, and the new one is unconfirmed', async () => {
    const { folder, ports, recoveryCode } = await closedLedger();
    const store = await reopen(folder, ports);
    store.confirmRecovery(recoveryCode);
    const fresh = store.replaceRecovery();
    expect(store.installation.recoveryConfirmedAt).toBeUndefined();
    store.close();
    await expect(openLedger(folder, ports, { recoveryCode })).rejects.toMatchObject({
      code: 'recovery_wrong',
    });
    (await openLedger(folder, ports, { recoveryCode: fresh })).close();
  });
});

describe('accounts', () => {
  test('are added once; one whose slot was never written is completed', async () => {
    const { folder, ports } = await closedLedger();
    const store = await reopen(folder, ports);
    const before = readFileSync(slotFile(folder));
    const clerk = { name: '录入员乙', roles: ['clerk' as const], password: 'clerk-password' };
    const added = await store.addAccount(clerk);
    await expect(store.addAccount(clerk)).rejects.toMatchObject({ code: 'account_exists' });
    writeFileSync(slotFile(folder), before);
    expect(await store.addAccount({ ...clerk, roles: ['clerk', 'reviewer'] })).toMatchObject({
      pk: added.pk,
      id: added.id,
      roles: ['clerk', 'reviewer'],
    });
    expect(await store.signIn('录入员乙', 'clerk-password')).toMatchObject({ pk: added.pk });
    store.close();
  });

  test('added at the same time both get their slot', async () => {
    const { folder, ports } = await closedLedger();
    const store = await reopen(folder, ports);
    await Promise.all(
      ['甲', '乙', '丙'].map((name) =>
        store.addAccount({ name, roles: ['clerk'], password: `password-${name}` }),
      ),
    );
    for (const name of ['甲', '乙', '丙'])
      expect(await store.signIn(name, `password-${name}`)).toMatchObject({ name });
    store.close();
  });

  test('that are disabled open nothing; the last administrator cannot be', async () => {
    const { folder, ports } = await closedLedger();
    const store = await reopen(folder, ports);
    const slots = readFileSync(slotFile(folder));
    const clerk = await store.addAccount({ name: '录入员', roles: ['clerk'], password: 'clerk-password' });
    const withClerk = readFileSync(slotFile(folder));
    expect(withClerk).not.toEqual(slots);
    store.disableAccount(clerk.id);
    expect(() => store.disableAccount(store.account.id)).toThrow('not_allowed');
    store.close();
    const credentials = { user: '录入员', password: 'clerk-password' };
    await expect(openLedger(folder, ports, credentials)).rejects.toMatchObject({ code: 'wrong_password' });
    writeFileSync(slotFile(folder), withClerk);
    await expect(openLedger(folder, ports, credentials)).rejects.toMatchObject({ code: 'account_disabled' });
  });
});

test('a runtime without N-API 10 is refused before the binary could crash', async () => {
  await expect(loadSqlite('9')).rejects.toMatchObject({ code: 'runtime_too_old', fields: { napi: '9' } });
  await expect(loadSqlite('')).rejects.toMatchObject({ code: 'runtime_too_old' });
});
