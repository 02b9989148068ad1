import { once } from 'node:events';
import { join } from 'node:path';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { createHost } from '../../electron/api/host.ts';
import { type MainPort, servePort } from '../../electron/transport/message-port.ts';
import { scratch } from '../support/scratch.ts';
import { testPorts } from '../support/test-ports.ts';
import { portClient } from './port-client.ts';

const CLOSED = { initialized: false, unlocked: false };

it('serves a port as Electron hands it to the core, once it was started', async () => {
  const { port1, port2 } = channel();
  servePort(mainPort(port1), host());
  expect(await portClient(port2).office.status()).toMatchObject(CLOSED);
});

it('serves every port that a reloaded page brings, and several at a time', async () => {
  const own = host();
  const first = channel();
  servePort(first.port1, own);
  expect(await portClient(first.port2).office.status()).toMatchObject(CLOSED);
  first.port2.close();

  const later = [channel(), channel()];
  for (const { port1 } of later) servePort(port1, own);
  const answers = await Promise.all(later.map(({ port2 }) => portClient(port2).office.status()));
  expect(answers).toMatchObject([CLOSED, CLOSED]);
});

it('ends the calls that wait when the port is closed', async () => {
  const { port1, port2 } = channel();
  servePort(port1, host());
  const call = portClient(port2).office.status();
  port1.close();
  await expect(call).rejects.toThrow();
});

it.each([
  ['text that is no JSON', 'hello'],
  ['JSON that is no call', '{"i":"1"}'],
  ['null', 'null'],
  ['a call without a path', '{"i":"1","p":{"u":"::"}}'],
  ['an object', { i: '1', p: { u: '/office/status' } }],
  ['a call in bytes', new TextEncoder().encode('{"i":"1","p":{"u":"/office/status"}}')],
])('hangs up on %s, and goes on serving others', async (_title, message) => {
  const own = host();
  const { port1, port2 } = channel();
  servePort(port1, own);
  port2.postMessage(message);
  await once(port2, 'close');

  const other = channel();
  servePort(other.port1, own);
  expect(await portClient(other.port2).office.status()).toMatchObject(CLOSED);
});

it('answers a call of the wrong form with a code of the contract', async () => {
  const { port1, port2 } = channel();
  servePort(port1, host());
  port2.postMessage('{"i":"1","p":{"u":"/office/unlock","b":{"json":{},"meta":[[3,"nothing","here"]]}}}');
  const [answer] = await once(port2, 'message');
  expect(JSON.parse(answer).p.b.json).toMatchObject({ code: 'invalid_input', defined: true });
});

it('is the core of another thread, on the ports that its shell sends', async () => {
  const folder = scratch();
  const worker = new Worker(new URL('./core-thread.ts', import.meta.url), {
    argv: ['--data', join(folder, 'data')],
  });
  onTestFinished(async () => void (await worker.terminate()));
  const { port1, port2 } = channel();
  worker.postMessage({ data: 'port', ports: [port1] }, [port1]);
  expect(await portClient(port2).office.status()).toMatchObject(CLOSED);
});

function host() {
  const folder = scratch();
  return createHost(join(folder, 'data'), testPorts(folder));
}

function channel(): { port1: MessagePort; port2: MessagePort } {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  return { port1, port2 };
}

/** Electron's MessagePortMain on one of Node's: events with `data`, and silence before `start`. */
function mainPort(port: MessagePort): MainPort {
  const waiting: unknown[] = [];
  let deliver: ((event: { data: unknown }) => void) | undefined;
  let started = false;
  port.on('message', (data) => (started ? deliver?.({ data }) : waiting.push(data)));
  return {
    on(event: 'message' | 'close', listener: (event: { readonly data: unknown }) => void) {
      if (event === 'message') deliver = listener;
      else port.on('close', () => listener({ data: undefined }));
    },
    postMessage: (message) => port.postMessage(message),
    start() {
      started = true;
      for (const data of waiting.splice(0)) deliver?.({ data });
    },
    close: () => port.close(),
  };
}
