import { createHmac } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { createHost, type Host } from '../../electron/api/host.ts';
import type { OpenLedger } from '../../electron/store/ledger-store.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { type LoopbackOptions, startLoopback } from '../../electron/transport/loopback-server.ts';
import { scratch } from '../support/scratch.ts';
import { testPorts } from '../support/test-ports.ts';
import { bearerOf, launchTokenOf, loopbackClient, post } from './loopback-browser.ts';

const NONCE = 'n'.repeat(43);
const refused = (status: number, code: string, fields = {}) => ({
  status,
  body: { error: { code, ...fields } },
});

it('[T14] exchanges the launch token for a bearer of 256 bits that opens the API', async () => {
  const { loopback } = await start();
  const token = launchTokenOf(loopback);
  const { status, body } = await post(loopback, '/session', { token });
  expect(status).toBe(200);
  expect(Buffer.from(body.bearer as string, 'base64url')).toHaveLength(32);
  expect(body.bearer).not.toBe(token);
  const client = loopbackClient(loopback, body.bearer as string);
  expect(await client.office.status()).toMatchObject({ initialized: false, unlocked: false });
});

it('[T14] revokes the bearer, locks the host and says why when the token is used again', async () => {
  const { loopback, host } = await start();
  const token = launchTokenOf(loopback);
  const bearer = await bearerOf(loopback);
  const ledger = await openedOffice(host);

  expect(await post(loopback, '/session', { token })).toEqual(refused(401, 'token_reused'));
  expectLocked(host, ledger);
  expect(await post(loopback, '/api/office/status', {}, bearer)).toEqual(refused(401, 'token_reused'));
  expect(await post(loopback, '/session/prove', { nonce: NONCE })).toEqual(refused(401, 'token_reused'));
  expect(await post(loopback, '/session', { token })).toEqual(refused(401, 'token_reused'));
});

it('[T14] gives two that use the token at once nothing that stays valid', async () => {
  const { loopback } = await start();
  const token = launchTokenOf(loopback);
  const answers = await Promise.all([1, 2].map(() => post(loopback, '/session', { token })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  const bearer = answers.find(({ status }) => status === 200)?.body.bearer as string;
  expect(await post(loopback, '/api/office/status', {}, bearer)).toEqual(refused(401, 'token_reused'));
});

it('[T14] leaves the bearer alone when a wrong token is offered', async () => {
  const { loopback } = await start();
  const bearer = await bearerOf(loopback);
  expect(await post(loopback, '/session', { token: NONCE })).toEqual(refused(401, 'token_wrong'));
  expect((await post(loopback, '/api/office/status', {}, bearer)).status).toBe(200);
});

it('[T14] proves that it knows the bearer without being sent it', async () => {
  const { loopback } = await start();
  expect(await post(loopback, '/session/prove', { nonce: NONCE })).toEqual(refused(401, 'bearer_wrong'));
  const bearer = await bearerOf(loopback);
  const proof = createHmac('sha256', bearer).update(`prove${NONCE}`).digest('base64url');
  expect(await post(loopback, '/session/prove', { nonce: NONCE })).toEqual({ status: 200, body: { proof } });
});

it('[T14] proves nothing for a nonce that is not 32 bytes', async () => {
  const { loopback } = await start();
  await bearerOf(loopback);
  for (const nonce of ['', 'n'.repeat(42), 'n'.repeat(44), `${'n'.repeat(42)}=`, 7, null, undefined])
    expect(await post(loopback, '/session/prove', { nonce })).toEqual(
      refused(400, 'invalid_input', { fields: ['nonce'] }),
    );
});

it('[T14] hands the token over in a file that only its owner can read', async () => {
  const { loopback } = await start();
  const file = loopback.redirectFile;
  const modes = [file, dirname(file), dirname(dirname(file))].map((path) => statSync(path).mode & 0o777);
  // Windows has no such bits: there the file stands in the user's own application data.
  if (process.platform !== 'win32') expect(modes).toEqual([0o600, 0o700, 0o700]);
  const page = readFileSync(file, 'utf8');
  const token = launchTokenOf(loopback);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(page).toContain(`content="0; url=${loopback.address}#token=${token}"`);
  expect(page).not.toMatch(/<script/i);
});

it('[T14] makes another token for every start', async () => {
  const [one, two] = [await start(), await start()];
  expect(launchTokenOf(one.loopback)).not.toBe(launchTokenOf(two.loopback));
});

it('[T14] removes the redirect file once its token was used', async () => {
  const { loopback, folder } = await start();
  await bearerOf(loopback);
  expect(redirectFoldersIn(folder)).toEqual([]);
});

it('[T14] removes the redirect file after a while, and its token with it', async () => {
  const { loopback, folder } = await start({ launchSeconds: 0.05 });
  const token = launchTokenOf(loopback);
  await expect.poll(() => redirectFoldersIn(folder)).toEqual([]);
  expect(await post(loopback, '/session', { token })).toEqual(refused(401, 'token_wrong'));
});

it('[T14] notices a second use of the token even after its time', async () => {
  const { loopback } = await start({ launchSeconds: 0.2 });
  const token = launchTokenOf(loopback);
  await bearerOf(loopback);
  await after(250);
  expect(await post(loopback, '/session', { token })).toEqual(refused(401, 'token_reused'));
});

it('stops when nobody calls, and locks the host', async () => {
  const { loopback, host, folder } = await start({ idleMinutes: 1 / 60 });
  const ledger = await openedOffice(host);
  await loopback.ended;
  expectLocked(host, ledger);
  expect(readdirSync(join(folder, 'launch'))).toEqual([]);
  await expect(post(loopback, '/session', {})).rejects.toThrow('fetch failed');
});

it('stays while the page calls, and not because a stranger does', async () => {
  const { loopback } = await start({ idleMinutes: 0.4 / 60 });
  let ended = false;
  void loopback.ended.then(() => {
    ended = true;
  });
  const client = loopbackClient(loopback, await bearerOf(loopback));
  for (let call = 0; call < 6; call += 1) {
    await after(120);
    await client.office.status();
  }
  expect(ended).toBe(false);
  const strangers = setInterval(() => post(loopback, '/session', { token: NONCE }).catch(() => {}), 50);
  await loopback.ended.finally(() => clearInterval(strangers));
});

it('leaves nothing behind that keeps the process alive', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  const { loopback } = await start();
  expect(timers()).toBeGreaterThan(before);
  await loopback.stop();
  expect(timers()).toBe(before);
});

it('gives its port back when it is stopped, and refuses a port that is taken', async () => {
  const { loopback, folder } = await start();
  const port = Number(new URL(loopback.address).port);
  const options = { ...optionsIn(folder), port };
  await expect(startLoopback(options)).rejects.toMatchObject({ code: 'port_unusable', fields: { port } });
  expect(existsSync(loopback.redirectFile)).toBe(true);
  await loopback.stop();
  const again = await startLoopback(options);
  await again.stop();
  await again.stop();
});

it('[T14] listens on 127.0.0.1 alone', async () => {
  const { loopback } = await start();
  const port = Number(new URL(loopback.address).port);
  const own = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .map(({ address }) => address);
  const others = [...own, '::1', '127.0.0.2'].filter((address) => address !== '127.0.0.1');
  expect(await connects('127.0.0.1', port)).toBe(true);
  for (const address of others) expect([address, await connects(address, port)]).toEqual([address, false]);
});

async function start(changes: Partial<LoopbackOptions> = {}) {
  const folder = scratch();
  const options = { ...optionsIn(folder), ...changes };
  const loopback = await startLoopback(options);
  onTestFinished(async () => loopback.stop());
  return { loopback, host: options.host, folder };
}

/** The real thing behind the host: a new office, opened by its administrator. */
async function openedOffice(host: Host): Promise<OpenLedger> {
  const office = { role: 'office', code: '330102', name: '上城区' } as const;
  await inProcessClient(host).office.initialize({
    ...office,
    user: '管理员',
    password: 'correct horse battery',
  });
  if (!host.ledger) throw new Error('the office did not open');
  return host.ledger;
}

function expectLocked(host: Host, ledger: OpenLedger): void {
  expect(host.ledger).toBe(null);
  expect(() => ledger.read((db) => db.get('SELECT 1'))).toThrow();
}

function optionsIn(folder: string): LoopbackOptions {
  const host = createHost(join(folder, 'data'), testPorts(folder));
  return { host, port: 0, launchFolder: join(folder, 'launch'), idleMinutes: 5 };
}

function redirectFoldersIn(folder: string): string[] {
  return readdirSync(join(folder, 'launch')).filter((name) => name.startsWith('launch-'));
}

function connects(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port, timeout: 1000 });
    const settle = (connected: boolean) => {
      socket.destroy();
      resolve(connected);
    };
    socket
      .once('connect', () => settle(true))
      .once('error', () => settle(false))
      .once('timeout', () => settle(false));
  });
}
