import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ApiClient } from '../../electron/transport/in-process.ts';
import { startLoopback } from '../../electron/transport/loopback-server.ts';
import { servePort } from '../../electron/transport/message-port.ts';
import { type SoleOffice, soleOffice, trustEachOther } from '../exchange/sole-office.ts';
import { PASSWORD, testOffice } from '../support/office.ts';
import { scratch } from '../support/scratch.ts';
import { bearerOf, loopbackClient } from '../transport/loopback-browser.ts';
import { portClient } from '../transport/port-client.ts';

type Progress = NonNullable<Awaited<ReturnType<ApiClient['office']['progress']>>>;
const codeOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'done',
    (error: { code?: unknown; name?: unknown }) => error.code ?? error.name,
  );

/** Asks until the work under way is as wanted. */
async function until(client: ApiClient, wanted: (progress: Progress) => boolean): Promise<void> {
  for (;;) {
    const progress = await client.office.progress();
    if (progress && wanted(progress)) return;
    await setImmediate();
  }
}

/** Everything that the registers hold, and how far the history goes. */
function booksOf({ host }: Pick<SoleOffice, 'host'>) {
  const ledger = host.ledger!;
  const tables = ['unit', 'person', 'posting', 'sent_bundle', 'received_bundle', 'audit', 'office'];
  return ledger.read((db) => tables.map((table) => db.all(`SELECT * FROM ${table}`)));
}

const ROSTER = {
  fileName: '花名册.csv',
  createUnits: true,
  apply: true,
  content: Buffer.from(
    ['姓名,单位,职务', ...Array.from({ length: 5000 }, (_, i) => `张${i},县法院,书记员`)].join('\n'),
  ).toString('base64'),
};

const sole = async (code = '530000', options = {}) => {
  const office = await soleOffice(scratch(), code, options);
  onTestFinished(() => office.lock());
  return office;
};

async function overLoopback({ host, folder }: SoleOffice): Promise<ApiClient> {
  const launchFolder = join(folder, 'launch');
  const loopback = await startLoopback({ host, port: 0, launchFolder, idleMinutes: 1 });
  onTestFinished(() => loopback.stop());
  return loopbackClient(loopback, await bearerOf(loopback));
}

async function overPort({ host }: SoleOffice): Promise<ApiClient> {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port2.close());
  servePort(port1, host);
  return portClient(port2);
}

describe.each([
  ['loopback HTTP', overLoopback],
  ['a message port', overPort],
])('long work over %s', (_title, connect) => {
  it('tells how far it is while it runs, and of nothing before and after', async () => {
    const office = await sole('530000', { demo: true });
    const client = await connect(office);
    expect(await client.office.progress()).toBeNull();
    let running = true;
    const filling = client.office.fillDemo({ people: 200, sessions: 40, seed: 1 }).finally(() => {
      running = false;
    });
    const seen: Progress[] = [];
    while (running) seen.push(...([await client.office.progress()].filter(Boolean) as Progress[]));
    const { sessions } = await filling;
    expect(new Set(seen.map(({ kind }) => kind))).toEqual(new Set(['fillDemo']));
    expect(new Set(seen.map(({ step }) => step))).toContain('sessions');
    expect(seen.every(({ done, total }) => done <= total || total === 0)).toBe(true);
    expect(seen.some(({ cancellable }) => cancellable)).toBe(false);
    expect(sessions).toBe(40);
    expect(await client.office.progress()).toBeNull();
  });

  it('ends when its call is aborted, and leaves the books as they were', async () => {
    const office = await sole();
    const client = await connect(office);
    const before = booksOf(office);
    const controller = new AbortController();
    const importing = codeOf(client.personnel.importRoster(ROSTER, { signal: controller.signal }));
    await until(client, ({ step }) => step === 'parse');
    controller.abort();
    expect(await importing).not.toBe('done');
    while (office.host.works.size > 0) await setImmediate();
    expect(booksOf(office)).toEqual(before);
    expect(await client.personnel.importRoster(ROSTER)).toMatchObject({ added: 5000, applied: true });
  });
});

describe('a cancelled', () => {
  it('import of a roster says so', async () => {
    const { client } = await sole();
    const controller = new AbortController();
    const importing = codeOf(client.personnel.importRoster(ROSTER, { signal: controller.signal }));
    await until(client, ({ step }) => step === 'parse');
    controller.abort();
    expect(await importing).toBe('cancelled');
  });

  it('import of bundles has taken in none, though some were opened', async () => {
    const { group, sticks } = await twoReports();
    const before = booksOf(group);
    const controller = new AbortController();
    const importing = codeOf(
      group.client.exchange.importBundles({ files: sticks, apply: true }, { signal: controller.signal }),
    );
    await until(group.client, ({ step, done }) => step === 'open' && done === 1);
    controller.abort();
    expect(await importing).toBe('cancelled');
    expect(booksOf(group)).toEqual(before);
  });

  it('import of bundles is carried through once the first one was applied', async () => {
    const { group, sticks } = await twoReports();
    const controller = new AbortController();
    const importing = group.client.exchange.importBundles(
      { files: sticks, apply: true },
      { signal: controller.signal },
    );
    await until(group.client, ({ cancellable }) => !cancellable);
    controller.abort();
    expect((await importing).bundles.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
  });

  it('export has taken no number', async () => {
    const { county } = await twoReports();
    const before = booksOf(county);
    const controller = new AbortController();
    const exporting = codeOf(county.client.exchange.exportBundle({}, { signal: controller.signal }));
    await until(county.client, ({ step }) => step === 'write');
    controller.abort();
    expect(await exporting).toBe('cancelled');
    expect(booksOf(county)).toEqual(before);
    expect(await county.client.exchange.exportBundle({})).toMatchObject({ sequence: 3 });
  });

  it('verification ends between its parts', async () => {
    const { client } = await sole();
    const controller = new AbortController();
    const verifying = codeOf(client.office.verify({}, { signal: controller.signal }));
    await until(client, ({ step, total }) => step === 'database' && total === 4);
    controller.abort();
    expect(await verifying).toBe('cancelled');
  });
});

describe('work under way', () => {
  it('ends with the lock, and writes nothing for whoever signs in next', async () => {
    const office = await testOffice(scratch());
    onTestFinished(() => office.close());
    const clerk = await office.as('clerk');
    const importing = codeOf(clerk.personnel.importRoster(ROSTER));
    await until(clerk, ({ step }) => step === 'parse');
    await clerk.office.unlock({ user: 'reviewer', password: PASSWORD });
    expect(await importing).toBe('not_signed_in');
    expect(await clerk.personnel.people({})).toMatchObject({ total: 0 });
    expect(await clerk.office.progress()).toBeNull();
  });

  it('is still told of when shorter work beside it has ended', async () => {
    const { client } = await sole();
    const importing = client.personnel.importRoster(ROSTER);
    await until(client, ({ step }) => step === 'parse');
    await client.office.verify();
    expect(await client.office.progress()).toMatchObject({ kind: 'importRoster' });
    await importing;
    expect(await client.office.progress()).toBeNull();
  });
});

async function twoReports() {
  const [county, group] = [await sole('530001'), await sole('530000', { role: 'group' })];
  await trustEachOther(county, group);
  const sticks = [];
  for (const name of ['县法院', '县检察院']) {
    await county.client.personnel.createUnit({ name });
    const { fileName, content } = await county.client.exchange.exportBundle({});
    sticks.push({ fileName, content });
  }
  return { county, group, sticks };
}
