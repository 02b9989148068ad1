import { readFileSync } from 'node:fs';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ApiClient } from '../../electron/transport/in-process.ts';
import type * as server from '../../electron/transport/loopback-server.ts';

/** What a browser on this PC knows of the host. */
type Loopback = Pick<server.Loopback, 'address' | 'redirectFile'>;

/** The launch token, found where a browser finds it. */
export function launchTokenOf(loopback: Loopback): string {
  const page = readFileSync(loopback.redirectFile, 'utf8');
  const target = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(page)?.[1] ?? '';
  return new URLSearchParams(new URL(target).hash.slice(1)).get('token') ?? '';
}

/** What a page in the address would send with `fetch`. */
export async function post(loopback: Loopback, path: string, value: unknown, bearer?: string) {
  const authorization = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
  const answer = await fetch(new URL(path, loopback.address), {
    method: 'POST',
    headers: { ...pageHeaders(loopback), 'content-type': 'application/json', ...authorization },
    body: JSON.stringify(value),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

export async function bearerOf(loopback: Loopback): Promise<string> {
  const { body } = await post(loopback, '/session', { token: launchTokenOf(loopback) });
  return body.bearer as string;
}

export function loopbackClient(loopback: Loopback, bearer: string): ApiClient {
  const headers = { ...pageHeaders(loopback), authorization: `Bearer ${bearer}` };
  return createORPCClient(new RPCLink({ url: new URL('/api', loopback.address), headers }));
}

function pageHeaders(loopback: Loopback) {
  return { origin: new URL(loopback.address).origin, 'sec-fetch-site': 'same-origin' };
}
