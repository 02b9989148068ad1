import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { scratch } from '../support/scratch.ts';
import { bearerOf, launchTokenOf, loopbackClient } from './loopback-browser.ts';

const ENTRY = fileURLToPath(new URL('../../electron/loopback.ts', import.meta.url));

it('[T14] tells the address and the redirect file in one line, and the token nowhere', async () => {
  const { child, loopback, output } = await running(['ignore', 'pipe', 'pipe']);
  const token = launchTokenOf(loopback);
  const bearer = await bearerOf(loopback);
  await expect(loopbackClient(loopback, 'wrong').office.status()).rejects.toMatchObject({ status: 401 });
  expect(await loopbackClient(loopback, bearer).office.status()).toMatchObject({
    initialized: false,
    unlocked: false,
  });

  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(output()).toBe(
    `${JSON.stringify({ address: loopback.address, open: loopback.redirectFile, running: false })}\n`,
  );
  for (const secret of [token, bearer]) expect(child.spawnargs.join(' ') + output()).not.toContain(secret);
});

it.each<[string, StdioOptions, (child: ChildProcess) => void]>([
  ['SIGINT', ['ignore', 'pipe', 'pipe'], (child) => child.kill('SIGINT')],
  ['the end of its channel to the parent', ['ignore', 'pipe', 'pipe', 'ipc'], (child) => child.disconnect()],
  ['the end of its standard input', ['pipe', 'pipe', 'pipe'], (child) => child.stdin?.end()],
])('[T14] goes on %s, and leaves no redirect file', async (_title, stdio, leave) => {
  const { child, folder } = await running(stdio);
  leave(child);
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(readdirSync(join(folder, 'rectification-ledger', 'launch'))).toEqual([]);
});

it.each([
  ['a folder without a name', ['--data', ''], '--data'],
  ['a port that is none', ['--data', 'x', '--port', '99999'], '--port'],
  ['a port that is no number', ['--data', 'x', '--port', '1e3'], '--port'],
])('refuses %s with a sentence', async (_title, args, field) => {
  const { child, output } = start(args, ['ignore', 'pipe', 'pipe'], scratch());
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(output()).toMatch(/^[^\n]*[。；][^\n]*\n$/);
  expect(output()).toContain(field);
});

async function running(stdio: StdioOptions) {
  const folder = scratch();
  const { child, output } = start(['--data', join(folder, 'data')], stdio, folder);
  const [line] = await Promise.race([
    once(createInterface(child.stdout as NodeJS.ReadableStream), 'line'),
    once(child, 'exit').then(() => expect.unreachable(output())),
  ]);
  const { address, open } = JSON.parse(line) as { address: string; open: string };
  return { child, output, folder, loopback: { address, redirectFile: open } };
}

/** Application data of a user who is `folder`: XDG names it on Linux, LOCALAPPDATA on Windows. */
function start(args: readonly string[], stdio: StdioOptions, folder: string) {
  const env = { ...process.env, XDG_DATA_HOME: folder, LOCALAPPDATA: folder };
  const child = spawn(process.execPath, [ENTRY, ...args], { stdio, env });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data) => {
      text += data;
    });
  return { child, output: () => text };
}
