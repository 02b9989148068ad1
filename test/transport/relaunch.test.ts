import { createHmac } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createHost } from '../../electron/api/host.ts';
import { type LoopbackOptions, startLoopback } from '../../electron/transport/loopback-server.ts';
import { relaunchRunningHost } from '../../electron/transport/running-host.ts';
import { testOffice } from '../support/office.ts';
import { scratch } from '../support/scratch.ts';
import { testPorts } from '../support/test-ports.ts';
import { bearerOf, launchTokenOf, post } from './loopback-browser.ts';
import { stranger } from './stranger.ts';

/** Higher than any process id of a system that the program runs on. */
const NO_PROCESS = 2 ** 31 - 2;

it('[T14] opens the page again for whoever starts a second time, and shuts out who was in', async () => {
  const folder = scratch();
  const office = await testOffice(folder);
  const loopback = await serve(folder, { host: office.host });
  const [token, bearer] = [launchTokenOf(loopback), await bearerOf(loopback)];
  await office.as('clerk');

  const again = await relaunchIn(folder, office.host.folder);
  expect(again?.address).toBe(loopback.address);
  expect(office.host.ledger).toBe(null);
  expect((await post(loopback, '/api/office/status', {}, bearer)).status).toBe(401);
  expect((await post(loopback, '/session', { token })).body).toEqual({ error: { code: 'token_wrong' } });

  const next = await bearerOf(again!);
  expect((await post(loopback, '/api/office/status', {}, next)).body).toMatchObject({
    json: { initialized: true, unlocked: false },
  });
  expect(existsSync(again!.redirectFile)).toBe(false);
});

it('[T14] makes void the launch that nobody used', async () => {
  const { folder, loopback } = await running();
  const token = launchTokenOf(loopback);
  await relaunchIn(folder);
  expect((await post(loopback, '/session', { token })).body).toEqual({ error: { code: 'token_wrong' } });
  expect(readdirSync(join(folder, 'launch')).filter((name) => name.startsWith('launch-'))).toHaveLength(1);
});

it('[T14] goes on after a theft, with nothing that the thief has', async () => {
  const { folder, loopback } = await running();
  const token = launchTokenOf(loopback);
  const stolen = await bearerOf(loopback);
  expect((await post(loopback, '/session', { token })).body).toEqual({ error: { code: 'token_reused' } });
  const bearer = await bearerOf((await relaunchIn(folder))!);
  expect((await post(loopback, '/api/office/status', {}, stolen)).status).toBe(401);
  expect((await post(loopback, '/session', { token })).status).toBe(401);
  expect((await post(loopback, '/api/office/status', {}, bearer)).status).toBe(200);
});

it('[T14] drops a call whose bearer died while its body was on the way', async () => {
  const folder = scratch();
  const office = await testOffice(folder);
  const loopback = await serve(folder, { host: office.host });
  const bearer = await bearerOf(loopback);
  const { answer, finish } = slowUnlock(loopback.address, bearer);
  await expect.poll(() => relaunchIn(folder, office.host.folder)).toBeDefined();
  finish();
  expect((await answer).status).toBe(401);
  expect(office.host.ledger).toBe(null);
});

it('knows a data folder by whichever link it is named, before and after it is made', async () => {
  const { folder, data } = await running();
  mkdirSync(data, { recursive: true });
  symlinkSync(data, join(folder, 'link'), 'junction');
  expect(await relaunchIn(folder, join(folder, 'link'))).toBeDefined();
  expect(await relaunchIn(folder, join(folder, 'other'))).toBeUndefined();
});

it('[T14] leaves a note that only its owner can read, and takes it along', async () => {
  const { folder, loopback } = await running();
  const [note] = notesIn(folder);
  // Windows has no such bits: there the note stands in the user's own application data.
  if (process.platform !== 'win32') expect(statSync(join(folder, 'launch', note!)).mode & 0o777).toBe(0o600);
  await loopback.stop();
  expect(readdirSync(join(folder, 'launch'))).toEqual([]);
  expect(await relaunchIn(folder)).toBeUndefined();
});

it('takes no note along that is another host’s', async () => {
  const { folder, loopback } = await running();
  const other = await serve(folder);
  await loopback.stop();
  expect((await relaunchIn(folder))?.address).toBe(other.address);
});

it('[T14] believes no other program on the port of a dead host, and tells it no secret', async () => {
  const { folder, loopback } = await running();
  const note = join(folder, 'launch', notesIn(folder)[0]!);
  const kept = readFileSync(note, 'utf8');
  await loopback.stop();
  writeFileSync(note, kept);
  const { secret } = JSON.parse(kept) as { secret: string };
  const port = Number(new URL(loopback.address).port);

  for (const proof of ['', 'n'.repeat(43), createHmac('sha256', 'x').update('x').digest('base64url')]) {
    const other = await stranger(port, JSON.stringify({ open: '/tmp/phishing.html', proof }));
    expect(await relaunchIn(folder)).toBeUndefined();
    expect(other.heard()).toContain('"nonce"');
    expect(other.heard()).not.toContain(secret);
    await other.leave();
  }
});

it.each(['', 'null', '{}', '{"address":"http://ledger.example/","secret":"x"}'])(
  'passes over a note that says %j',
  async (text) => {
    const { folder } = await running();
    writeFileSync(join(folder, 'launch', notesIn(folder)[0]!), text);
    expect(await relaunchIn(folder)).toBeUndefined();
  },
);

it('clears away what killed hosts left, and nothing of those that run', async () => {
  const { folder, loopback } = await running();
  mkdirSync(join(folder, 'launch', `launch-${NO_PROCESS}-abcdef`));
  writeFileSync(join(folder, 'launch', `launch-${NO_PROCESS}-abcdef`, 'open.html'), '');
  await serve(folder);
  expect(readdirSync(join(folder, 'launch')).join()).not.toContain(String(NO_PROCESS));
  expect(existsSync(loopback.redirectFile)).toBe(true);
});

async function running() {
  const folder = scratch();
  return { folder, data: join(folder, 'data'), loopback: await serve(folder) };
}

async function serve(folder: string, changes: Partial<LoopbackOptions> = {}) {
  const host = createHost(join(folder, 'data'), testPorts(folder));
  const launchFolder = join(folder, 'launch');
  const loopback = await startLoopback({ host, port: 0, launchFolder, idleMinutes: 5, ...changes });
  onTestFinished(async () => loopback.stop());
  return loopback;
}

function relaunchIn(folder: string, data = join(folder, 'data')) {
  return relaunchRunningHost(join(folder, 'launch'), data, testPorts(folder).random);
}

function notesIn(folder: string): string[] {
  return readdirSync(join(folder, 'launch')).filter((name) => name.startsWith('host-'));
}

/** A call with the right bearer whose last byte waits. */
function slowUnlock(address: string, bearer: string) {
  let finish = () => {};
  const body = new ReadableStream({
    start(controller) {
      const text = new TextEncoder();
      controller.enqueue(text.encode('{"json":{"user":"clerk","password":"quiet-river-77"}'));
      finish = () => {
        controller.enqueue(text.encode('}'));
        controller.close();
      };
    },
  });
  const headers = {
    'content-type': 'application/json',
    'content-length': '53',
    origin: new URL(address).origin,
    authorization: `Bearer ${bearer}`,
  };
  const init = { method: 'POST', headers, body, duplex: 'half' };
  return { answer: fetch(`${address}api/office/unlock`, init as RequestInit), finish: () => finish() };
}
