import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { type Host, lockHost } from '../api/host.ts';
import type { ApiRouter } from '../api/router.ts';
import { router as wholeRouter } from '../api/router.ts';
import { idleTimer } from './idle-timer.ts';
import { launchSession } from './launch-token.ts';
import { refuseBrokenRequest } from './loopback-answers.ts';
import { requestListener } from './loopback-requests.ts';
import { listPageFiles } from './page-files.ts';
import { writeRedirectFile } from './redirect-file.ts';

const ADDRESS = '127.0.0.1';
/** A browser opens six connections to one host. */
const CONNECTIONS = 64;

export interface LoopbackOptions {
  readonly host: Host;
  readonly router?: ApiRouter;
  /** 0: any free one. */
  readonly port: number;
  /** Folder of the built page; without it there is the API alone. */
  readonly page?: string | undefined;
  /** Folder that only this user can read, in which the redirect file is made. */
  readonly launchFolder: string;
  /** How long the launch token and its redirect file live when nobody uses them. */
  readonly launchSeconds?: number;
  /** The server stops when it had no call for so long. */
  readonly idleMinutes: number;
  readonly timeouts?: Timeouts;
}

export interface Timeouts {
  /** Until the last header must be there. */
  readonly headersMilliseconds: number;
  /** Until the last byte of the body must be there. */
  readonly requestMilliseconds: number;
}

export interface Loopback {
  /** Such as `http://127.0.0.1:49152/`. */
  readonly address: string;
  /** What the browser is to open; gone once the token was used or too old. */
  readonly redirectFile: string;
  /** Settles when the server has stopped, for whatever reason. */
  readonly ended: Promise<void>;
  /** Locks the host, removes the redirect file and cuts every connection. */
  stop(): Promise<void>;
  /** The part of stopping that a process can still do while it exits. */
  abandon(): void;
}

/**
 * Serves the API, and the page, to one browser on this PC: over 127.0.0.1 alone, and to nobody but the holder
 * of the bearer. It keeps no log of requests.
 * @throws Refusal `port_unusable`
 */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const { host, router = wholeRouter, launchFolder, launchSeconds = 60, idleMinutes } = options;
  const files = listPageFiles(options.page);
  const server = createLoopbackServer(options.timeouts);
  const origin = await listen(server, options.port);

  const session = launchSession(host.ports.random, () => lockHost(host));
  const redirectFile = writeRedirectFile(launchFolder, `${origin}/`, session.token);
  const launchTimer = setTimeout(endLaunch, launchSeconds * 1000);
  const idle = idleTimer(idleMinutes * 60_000, stop);
  const ended = new Promise<void>((resolve) => server.once('close', resolve));

  server.on(
    'request',
    requestListener({ host, router, origin, session, files, endLaunch, begin: idle.begin }),
  );
  return { address: `${origin}/`, redirectFile: redirectFile.path, ended, stop, abandon };

  function endLaunch(): void {
    clearTimeout(launchTimer);
    session.expire();
    redirectFile.remove();
  }

  function stop(): Promise<void> {
    abandon();
    server.close();
    server.closeAllConnections();
    return ended;
  }

  function abandon(): void {
    idle.stop();
    endLaunch();
    lockHost(host);
  }
}

function createLoopbackServer(timeouts: Timeouts | undefined): Server {
  const { headersMilliseconds = 10_000, requestMilliseconds = 120_000 } = timeouts ?? {};
  const server = createServer({
    headersTimeout: headersMilliseconds,
    requestTimeout: requestMilliseconds,
    connectionsCheckingInterval: Math.min(1000, headersMilliseconds / 2),
    // A missing Host is refused with the wrong ones.
    requireHostHeader: false,
  });
  server.maxConnections = CONNECTIONS;
  server.on('clientError', refuseBrokenRequest);
  server.on('connect', (_request, socket) => refuseBrokenRequest({ code: 'CONNECT' }, socket));
  return server;
}

async function listen(server: Server, port: number): Promise<string> {
  server.listen({ host: ADDRESS, port, exclusive: true });
  try {
    await once(server, 'listening');
  } catch {
    throw new Refusal('port_unusable', { port });
  }
  return `http://${ADDRESS}:${(server.address() as AddressInfo).port}`;
}
