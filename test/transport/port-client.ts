import type { MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ApiClient } from '../../electron/transport/in-process.ts';

/** The API as a page has it at its end of a channel. */
export function portClient(port: MessagePort): ApiClient {
  port.start();
  return createORPCClient(new RPCLink({ port: port }));
}
