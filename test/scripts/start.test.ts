import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { scratch } from '../support/scratch.ts';
import { bearerOf, loopbackClient } from '../transport/loopback-browser.ts';
import { started, startIn, type User, userIn } from './start-process.ts';

it('says in one line which program comes up and why, then where it is and how to get in', async () => {
  const { lines, address, redirectFile } = await started(userIn(scratch()));
  expect(lines[0]).toBe('以浏览器方式启动：没有图形界面，打不开窗口。');
  expect(lines[1]).toBe(`地址：${address}`);
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(lines[2]).toContain(redirectFile);
});

it('[T14] opens the page and the API to whoever can read the redirect file', async () => {
  const user = userIn(scratch());
  const { address, redirectFile, output } = await started(user);
  if (process.platform !== 'win32') expect(statSync(redirectFile).mode & 0o777).toBe(0o600);
  expect(await (await fetch(address)).text()).toContain('stand-in');
  const bearer = await bearerOf({ address, redirectFile });
  const client = loopbackClient({ address, redirectFile }, bearer);
  expect(await client.office.status()).toMatchObject({ initialized: false, unlocked: false });
  expect(output()).not.toContain(bearer);
});

it('keeps the books where it is told to, and otherwise in the place of the platform', async () => {
  const user = userIn(scratch());
  const elsewhere = join(user.folder, 'books');
  for (const [args, folder] of [
    [['--data', elsewhere], elsewhere],
    [[], join(user.folder, 'rectification-ledger', 'ledger')],
  ] as const) {
    const loopback = await started(user, args);
    const client = loopbackClient(loopback, await bearerOf(loopback));
    const office = { role: 'office', code: '330102', name: '上城区', user: '管理员' } as const;
    await client.office.initialize({ ...office, password: 'correct horse battery' });
    expect(existsSync(join(folder, 'ledger.db'))).toBe(true);
  }
});

it('takes the port that it is told to, and says so where that is taken', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  const user = userIn(scratch());
  const { child, output } = startIn(user, ['--port', String(port)]);
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(output()).toContain(`端口 ${port} 已被占用`);

  await new Promise((resolve) => server.close(resolve));
  const { address } = await started(user, ['--port', String(port)]);
  expect(address).toBe(`http://127.0.0.1:${port}/`);
});

it.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly on %s', async (signal) => {
  const user = userIn(scratch());
  const { child, address, output } = await started(user);
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([0, null]);
  await expectGone(address, user);
  expect(output()).toMatch(/程序已结束，台账已关闭。\n$/);
});

it('goes when what started it is killed', async () => {
  const user = userIn(scratch());
  const { child, address } = await started(user);
  child.kill('SIGKILL');
  await expectGone(address, user);
});

it('a second start opens the running program again instead of another one', async () => {
  const user = userIn(scratch());
  const first = await started(user);
  const bearer = await bearerOf(first);
  const second = await started(user);
  expect(second.lines[0]).toContain('已有程序在运行');
  expect(second.address).toBe(first.address);
  if (second.child.exitCode === null) await once(second.child, 'exit');
  expect(second.child.exitCode).toBe(0);

  await expect(loopbackClient(first, bearer).office.status()).rejects.toMatchObject({ status: 401 });
  const next = loopbackClient(second, await bearerOf(second));
  expect(await next.office.status()).toMatchObject({ initialized: false, unlocked: false });
});

it('of two starts at once one finds the other', async () => {
  const user = userIn(scratch());
  const starts = await Promise.all([started(user), started(user)]);
  expect(new Set(starts.map(({ address }) => address)).size).toBe(1);
  expect(starts.filter(({ lines }) => lines[0]?.includes('已有程序在运行'))).toHaveLength(1);
});

it('starts again after the program was killed', async () => {
  const user = userIn(scratch());
  const first = await started(user);
  const [pid] = readdirSync(user.launchFolder).flatMap((name) => /^launch-(\d+)-/.exec(name)?.[1] ?? []);
  process.kill(Number(pid), 'SIGKILL');
  await once(first.child, 'exit');
  expect(existsSync(first.redirectFile)).toBe(true);
  const second = await started(user);
  expect(second.lines[0]).toMatch(/^以浏览器方式启动/);
  expect(existsSync(first.redirectFile)).toBe(false);
});

it.skipIf(['win32', 'darwin'].includes(process.platform))(
  'has the browser open the redirect file where there is a display',
  async () => {
    const folder = scratch();
    const seen = join(folder, 'seen');
    writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\nprintf '%s' "$*" > '${seen}'\n`, { mode: 0o755 });
    const { lines } = await started(
      userIn(folder, { DISPLAY: ':77', PATH: `${folder}:${process.env.PATH}` }),
    );
    expect(lines[0]).toMatch(/^以浏览器方式启动/);
    expect(lines[2]).toMatch(/^已请浏览器打开/);
    expect(readFileSync(readFileSync(seen, 'utf8'), 'utf8')).toContain('#token=');
  },
);

it('says what it can be told when it is told something else', async () => {
  const { child, output } = startIn(userIn(scratch()), ['--date', 'x']);
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(output()).toMatch(/^启动参数不对[^\n]*--data[^\n]*\n$/);
});

async function expectGone(address: string, user: User): Promise<void> {
  await expect.poll(() => fetch(address).catch(() => 'gone'), { timeout: 10_000 }).toBe('gone');
  await expect.poll(() => readdirSync(user.launchFolder)).toEqual([]);
}
