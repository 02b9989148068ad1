import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { ORPCError } from '@orpc/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHost, type Host } from '../../electron/api/host.ts';
import { type ApiClient, inProcessClient } from '../../electron/transport/in-process.ts';
import { startLoopback } from '../../electron/transport/loopback-server.ts';
import { servePort } from '../../electron/transport/message-port.ts';
import { lastingScratch } from '../support/scratch.ts';
import { testPorts } from '../support/test-ports.ts';
import { bearerOf, loopbackClient } from './loopback-browser.ts';
import { portClient } from './port-client.ts';

interface Connection {
  readonly client: ApiClient;
  close(): unknown;
}

const ADMINISTRATOR = { user: '管理员', password: 'correct horse battery' };
const CLERK = { user: '经办员', password: 'staple marble lantern' };

describe.each([
  ['in the same process', inSameProcess],
  ['over a message port', overMessagePort],
  ['over loopback HTTP', overLoopback],
])('the API %s', (_title, connect) => {
  const scratch = lastingScratch();
  const host = createHost(join(scratch.folder, 'data'), testPorts(scratch.folder));
  let connection: Connection;
  let client: ApiClient;
  let made: Awaited<ReturnType<ApiClient['office']['initialize']>>;

  beforeAll(async () => {
    connection = await connect(host, scratch.folder);
    client = connection.client;
    made = await client.office.initialize({
      role: 'office',
      code: '330102',
      name: '上城区',
      ...ADMINISTRATOR,
    });
    await signIn(ADMINISTRATOR);
    await client.office.addAccount({ name: CLERK.user, password: CLERK.password, roles: ['clerk'] });
  });

  afterAll(async () => {
    await connection.close();
    host.ledger?.close();
    scratch.remove();
  });

  it('sets up an office and opens it', async () => {
    expect(made.recoveryCode.length).toBeGreaterThan(20);
    expect(await signIn(ADMINISTRATOR)).toMatchObject({
      id: made.officeId,
      name: '上城区',
      account: { name: ADMINISTRATOR.user, roles: ['administrator'] },
    });
    expect(await client.office.status()).toMatchObject({ initialized: true, unlocked: true });
  });

  it('refuses a wrong password', async () => {
    await client.office.lock();
    const refusal = await refusalOf(client.office.unlock({ ...CLERK, password: 'wrong' }));
    expect(refusal).toMatchObject({ code: 'wrong_password', defined: true });
  });

  it('refuses whoever is not signed in', async () => {
    await client.office.lock();
    expect(await refusalOf(client.office.identity())).toEqual(named('not_signed_in', {}));
    expect(await refusalOf(client.personnel.createUnit({ name: '办公室' }))).toEqual(
      named('not_signed_in', {}),
    );
  });

  it('refuses an account without the role', async () => {
    await signIn(ADMINISTRATOR);
    const refusal = await refusalOf(client.personnel.createUnit({ name: '办公室' }));
    expect(refusal).toEqual(named('not_allowed', { needs: ['clerk', 'reviewer'] }));
  });

  it('refuses what belongs to the other kind of installation', async () => {
    await signIn(CLERK);
    const refusal = await refusalOf(client.exchange.draftFeedback({ office: 'x', kind: 'remark' }));
    expect(refusal).toEqual(named('wrong_installation', {}));
  });

  it('names the fields of input that is not as agreed', async () => {
    await signIn(CLERK);
    const files = [
      { fileName: 'a', content: '' },
      { fileName: '', content: 7 as unknown as string },
    ];
    expect(await refusalOf(client.exchange.importBundles({ files }))).toEqual(
      named('invalid_input', { fields: ['files.1.fileName', 'files.1.content'] }),
    );
  });

  it('carries text, numbers and nulls unchanged', async () => {
    await signIn(CLERK);
    const name = '“综合”办公室𠮷<b>&amp;"\\"</b>';
    const { id } = await client.personnel.createUnit({ name, orderNumber: -7 });
    const units = await client.personnel.units({});
    expect(units.find((unit) => unit.id === id)).toMatchObject({
      name,
      orderNumber: -7,
      parent: null,
      kind: null,
    });
  });

  it('answers many calls at once, each with its own answer', async () => {
    await signIn(CLERK);
    const names = Array.from({ length: 30 }, (_, index) => `第${index}科`);
    const created = await Promise.all(names.map((name) => client.personnel.createUnit({ name })));
    expect(new Set(created.map(({ rev }) => rev)).size).toBe(names.length);
    const units = new Map((await client.personnel.units({})).map((unit) => [unit.id, unit.name]));
    expect(created.map(({ id }) => units.get(id))).toEqual(names);
  });

  it('takes 5 MB of file', async () => {
    await signIn(CLERK);
    const content = randomBytes(5_000_000).toString('base64');
    const { bundles } = await client.exchange.importBundles({ files: [{ fileName: 'x.bundle', content }] });
    expect(bundles).toMatchObject([{ fileName: 'x.bundle', outcome: 'refused' }]);
  });

  it('lets no answer through that is not as agreed', async () => {
    await signIn(CLERK);
    const { id } = await client.personnel.createUnit({ name: '待查科' });
    setUnitKind(id, 'nonsense');
    expect(await refusalOf(client.personnel.units({}))).toMatchObject({
      code: 'invalid_output',
      defined: true,
      data: { fields: [expect.stringMatching(/^\d+\.kind$/)] },
    });
    setUnitKind(id, null);
    expect((await client.personnel.units({})).map((unit) => unit.id)).toContain(id);
  });

  it('tells nothing of an error that nobody foresaw', async () => {
    await signIn(CLERK);
    host.ledger?.close();
    const refusal = await refusalOf(client.personnel.units({}));
    host.ledger = null;
    expect(refusal).toEqual(named('internal', { kind: 'TypeError' }));
  });

  async function signIn(credentials: typeof CLERK) {
    await client.office.lock();
    return client.office.unlock(credentials);
  }

  function setUnitKind(id: string, kind: string | null): void {
    host.ledger?.write(0, 'test.damage', (write) =>
      write.run('UPDATE unit SET kind = ? WHERE id = ?', kind, id),
    );
  }
});

async function inSameProcess(host: Host): Promise<Connection> {
  return { client: inProcessClient(host), close: () => {} };
}

async function overMessagePort(host: Host): Promise<Connection> {
  const { port1, port2 } = new MessageChannel();
  servePort(port1, host);
  return { client: portClient(port2), close: () => port2.close() };
}

async function overLoopback(host: Host, folder: string): Promise<Connection> {
  const options = { host, port: 0, launchFolder: join(folder, 'launch'), idleMinutes: 5 };
  const loopback = await startLoopback(options);
  return { client: loopbackClient(loopback, await bearerOf(loopback)), close: () => loopback.stop() };
}

const named = (code: string, data: object) => ({ defined: true, code, status: 400, message: code, data });

/** The refusal as the page gets it: everything that it can read of it. */
async function refusalOf(call: Promise<unknown>) {
  const error = await call.then(
    () => expect.unreachable('was not refused'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ORPCError);
  return (error as ORPCError<string, unknown>).toJSON();
}
