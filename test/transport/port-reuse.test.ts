import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createHost } from '../../electron/api/host.ts';
import { startLoopback } from '../../electron/transport/loopback-server.ts';
import { loopbackLink } from '../../renderer/app/connection/loopback.ts';
import { scratch } from '../support/scratch.ts';
import { testPorts } from '../support/test-ports.ts';
import { bearerOf, launchTokenOf, post } from './loopback-browser.ts';
import { stranger } from './stranger.ts';

it('[T14] lets in nobody with the secrets of an earlier host on the same port', async () => {
  const { token, bearer, port } = await formerHost();
  const loopback = await serve(port);
  expect(await codeOf(loopback, '/session', { token })).toBe('token_wrong');
  expect(await codeOf(loopback, '/api/office/status', {}, bearer)).toBe('bearer_wrong');
  await bearerOf(loopback);
  expect(await codeOf(loopback, '/api/office/status', {}, bearer)).toBe('bearer_wrong');
});

it('[T14] a tab stays with the host that knows its bearer', async () => {
  const loopback = await serve();
  openTab(loopback.address, await bearerOf(loopback));
  await expect(loopbackLink()).resolves.toBeDefined();
});

it('[T14] a tab that was left open shows its bearer to no other host on the port', async () => {
  const { bearer, port } = await formerHost();
  const loopback = await serve(port);
  await bearerOf(loopback);
  const tab = openTab(loopback.address, bearer);
  await expect(loopbackLink()).rejects.toMatchObject({ code: 'bearer_wrong' });
  expect(tab.sent).toEqual(['/session/prove']);
  expect(tab.bearer()).toBe(null);
});

it.each([
  ['with nothing', '{}'],
  ['with a proof of its own', JSON.stringify({ proof: 'n'.repeat(43) })],
  ['with a bearer', JSON.stringify({ bearer: 'n'.repeat(43) })],
])(
  '[T14] a tab that was left open tells its bearer to no other program that answers %s',
  async (_how, says) => {
    const { bearer, port } = await formerHost();
    const { heard } = await stranger(port, says);
    openTab(`http://127.0.0.1:${port}/`, bearer);
    await expect(loopbackLink()).rejects.toMatchObject({ code: 'bearer_wrong' });
    expect(heard()).toContain('POST /session/prove');
    expect(heard()).not.toContain(bearer);
  },
);

async function formerHost() {
  const loopback = await serve();
  const token = launchTokenOf(loopback);
  const bearer = await bearerOf(loopback);
  await loopback.stop();
  return { token, bearer, port: Number(new URL(loopback.address).port) };
}

async function serve(port = 0) {
  const folder = scratch();
  const host = createHost(join(folder, 'data'), testPorts(folder));
  const loopback = await startLoopback({
    host,
    port,
    launchFolder: join(folder, 'launch'),
    idleMinutes: 5,
  });
  onTestFinished(async () => loopback.stop());
  return loopback;
}

async function codeOf(...call: Parameters<typeof post>) {
  const { body } = await post(...call);
  return (body.error as { code?: string } | undefined)?.code;
}

/** What a tab has of its browser, as far as the way to the host needs it; `fetch` is real. */
function openTab(address: string, bearer: string) {
  const stored = new Map([['bearer', bearer]]);
  const sent: string[] = [];
  const { fetch } = globalThis;
  vi.stubGlobal('location', new URL(address));
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    sent.push(path);
    const headers = { ...init.headers, origin: new URL(address).origin };
    return fetch(new URL(path, address), { ...init, headers });
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return { sent, bearer: () => stored.get('bearer') ?? null };
}
