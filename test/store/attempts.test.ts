import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attemptsOf, countAttempt } from '../../electron/store/attempts.ts';
import { scratch } from '../support/scratch.ts';
import { testPorts } from '../support/test-ports.ts';
import { newLedger, PASSWORD, reopen, USER } from './new-ledger.ts';

function place() {
  const folder = scratch();
  return { folder, ports: testPorts(folder) };
}

function fail(times: number, folder: string, ports: ReturnType<typeof testPorts>, name = USER): void {
  for (let i = 0; i < times; i++) countAttempt(folder, ports, name);
}

const locked = (minutes: number) =>
  expect.objectContaining({
    code: 'account_locked',
    fields: { minutes, seconds: expect.toSatisfy((seconds) => Math.ceil(seconds / 60) === minutes) },
  });

test('five wrong passwords lock the account for 15 minutes, with the right password too', async () => {
  const root = scratch();
  const ports = testPorts(root);
  const folder = join(root, 'data');
  (await newLedger(folder, ports)).store.close();
  for (let i = 0; i < 5; i++)
    await expect(reopen(folder, ports, 'wrong password')).rejects.toMatchObject({ code: 'wrong_password' });
  await expect(reopen(folder, ports)).rejects.toEqual(locked(15));
  ports.pass(15 * 60 - 1);
  await expect(reopen(folder, ports)).rejects.toEqual(locked(1));
  ports.pass(1);
  (await reopen(folder, ports)).close();
});

test('each wrong password says how many are left, and the last one how long the lock holds', async () => {
  const root = scratch();
  const ports = testPorts(root);
  const folder = join(root, 'data');
  (await newLedger(folder, ports)).store.close();
  for (const left of [4, 3, 2, 1])
    await expect(reopen(folder, ports, 'wrong password')).rejects.toMatchObject({ fields: { left } });
  await expect(reopen(folder, ports, 'wrong password')).rejects.toMatchObject({
    fields: { left: 0, minutes: 15, seconds: 900 },
  });
});

test('a look at the attempts counts for none, and tells the seconds of a lock to the end', () => {
  const { folder, ports } = place();
  const seen = () => attemptsOf(folder, ports, USER);
  expect(seen()).toEqual({ attemptsLeft: 5, retryAfterSeconds: 0 });
  fail(2, folder, ports);
  expect([seen(), seen()]).toEqual(Array(2).fill({ attemptsLeft: 3, retryAfterSeconds: 0 }));
  fail(3, folder, ports);
  expect(seen()).toEqual({ attemptsLeft: 0, retryAfterSeconds: 900 });
  ports.pass(899.5);
  expect(seen()).toEqual({ attemptsLeft: 0, retryAfterSeconds: 1 });
  ports.pass(0.5);
  expect(seen()).toEqual({ attemptsLeft: 5, retryAfterSeconds: 0 });
  countAttempt(folder, ports, USER);
});

test('a right password takes the failures back', async () => {
  const root = scratch();
  const ports = testPorts(root);
  const folder = join(root, 'data');
  (await newLedger(folder, ports)).store.close();
  for (let i = 0; i < 4; i++)
    await expect(reopen(folder, ports, 'wrong password')).rejects.toMatchObject({ code: 'wrong_password' });
  (await reopen(folder, ports, PASSWORD)).close();
  for (let i = 0; i < 4; i++)
    await expect(reopen(folder, ports, 'wrong password')).rejects.toMatchObject({ code: 'wrong_password' });
  (await reopen(folder, ports, PASSWORD)).close();
});

test('changing the clock does not shorten the lock', () => {
  const { folder, ports } = place();
  fail(5, folder, ports);
  ports.setDate('2031-01-01');
  expect(() => countAttempt(folder, ports, USER)).toThrow(locked(15));
  ports.setDate('2001-01-01');
  ports.uptimeSeconds += 600;
  expect(() => countAttempt(folder, ports, USER)).toThrow(locked(5));
});

test('a restart of the PC begins the 15 minutes again', () => {
  const { folder, ports } = place();
  fail(5, folder, ports);
  ports.uptimeSeconds += 14 * 60;
  expect(() => countAttempt(folder, ports, USER)).toThrow(locked(1));
  ports.uptimeSeconds = 30;
  expect(() => countAttempt(folder, ports, USER)).toThrow(locked(15));
  ports.uptimeSeconds += 10 * 60;
  expect(() => countAttempt(folder, ports, USER)).toThrow(locked(5));
  ports.uptimeSeconds += 5 * 60;
  countAttempt(folder, ports, USER).succeeded();
});

test('after the lock there are five attempts again', () => {
  const { folder, ports } = place();
  fail(5, folder, ports);
  ports.pass(15 * 60);
  fail(5, folder, ports);
  expect(() => countAttempt(folder, ports, USER)).toThrow(locked(15));
});

test('one account locked leaves the others open, and names nobody has lock in the same way', () => {
  const { folder, ports } = place();
  fail(5, folder, ports, '谁也不是');
  expect(() => countAttempt(folder, ports, ' 谁也不是')).toThrow(locked(15));
  countAttempt(folder, ports, USER).succeeded();
});

test('an attempt counts before it is tried, so that ending the program wins nothing', () => {
  const { folder, ports } = place();
  fail(5, folder, { ...ports });
  expect(() => countAttempt(folder, testPorts(folder), USER)).toThrow(locked(15));
});

test('what was typed as a name is not kept, and a spoilt file counts from zero', () => {
  const { folder, ports } = place();
  fail(5, folder, ports, 'my-password-by-mistake');
  const file = join(folder, 'attempts.json');
  expect(readFileSync(file, 'utf8')).not.toContain('mistake');
  writeFileSync(file, '{"version":1,');
  countAttempt(folder, ports, 'my-password-by-mistake').succeeded();
});
