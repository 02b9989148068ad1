import type { MessagePort } from 'node:worker_threads';
import { RPCHandler } from '@orpc/server/websocket';
import type { Host } from '../api/host.ts';
import type { ApiRouter } from '../api/router.ts';
import { router as wholeRouter } from '../api/router.ts';
import { callOptions } from './calls.ts';

/** A port as Electron's core gets it (MessagePortMain): events carry `data`, and it waits for `start`. */
export interface MainPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

/** A port as Node has it. */
export type EventPort = Pick<MessagePort, 'addEventListener' | 'postMessage' | 'start' | 'close'>;

/**
 * Answers calls on the port until either end closes it; every port has its own handler, so a reloaded page
 * just brings a new one. What is no call closes the port.
 *
 * The handler is oRPC's for web sockets, whose protocol is the same: the one for ports drops the promise of
 * each message, and one malformed message would end the process as an unhandled rejection.
 */
export function servePort(port: MainPort | EventPort, host: Host, router: ApiRouter = wholeRouter): void {
  const handler = new RPCHandler(router, callOptions);
  const connection = { send: (answer: unknown) => port.postMessage(answer), addEventListener: () => {} };

  listen(
    port,
    (message) => answer(message).catch(() => port.close()),
    () => handler.close(connection),
  );
  port.start();

  async function answer(message: unknown): Promise<void> {
    if (typeof message !== 'string') return port.close();
    await handler.message(connection, message, { context: { host } });
  }
}

function listen(
  port: MainPort | EventPort,
  onMessage: (message: unknown) => void,
  onClose: () => void,
): void {
  if ('addEventListener' in port) {
    port.addEventListener('message', (event) => onMessage((event as MessageEvent).data));
    port.addEventListener('close', onClose);
  } else {
    port.on('message', (event) => onMessage(event.data));
    port.on('close', onClose);
  }
}
