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
import { type RedirectFile, removeStaleRedirectFiles, writeRedirectFile } from './redirect-file.ts';
import { type Launch, writeHostNote } from './running-host.ts';

const ADDRESS = '127.0.0.1';
/** A browser opens six connections to one host. */
const CONNECTIONS = 64;
/** Those with an `Expect` too, which Node would encourage before anybody has looked at them. */
const REQUESTS = ['request', 'checkContinue', 'checkExpectation'];
/** A browser that has to be read from a spinning disk first. */
const LAUNCH_SECONDS = 180;

export interface LoopbackOptions {
  readonly host: Host;
  readonly router?: ApiRouter;
  /** 0: any free one. */
  readonly port: number;
  /** Folder of the built page; without it there is the API alone. */
  readonly page?: string | undefined;
  /** Folder that only this user can read, in which the redirect file and the host's note are made. */
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

/** `address`, such as `http://127.0.0.1:49152/`, and the redirect file of the first launch, gone once it was used. */
export interface Loopback extends Launch {
  /** Settles when the server has stopped, for whatever reason. */
  readonly ended: Promise<void>;
  /** Locks the host, removes its files from the launch folder and cuts every connection. */
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
  const { host, router = wholeRouter, launchFolder, launchSeconds = LAUNCH_SECONDS, idleMinutes } = options;
  const files = listPageFiles(options.page);
  removeStaleRedirectFiles(launchFolder);
  const server = createLoopbackServer(options.timeouts);
  const origin = await listen(server, options.port);
  const address = `${origin}/`;

  const session = launchSession(host.ports.random, () => lockHost(host));
  const note = writeHostNote(launchFolder, host.folder, address, host.ports.random);
  const idle = idleTimer(idleMinutes * 60_000, stop);
  const ended = new Promise<void>((resolve) => server.once('close', resolve));
  let redirectFile: RedirectFile | undefined;
  let launchTimer: NodeJS.Timeout | undefined;

  const first = launch();
  const begin = idle.begin;
  const listener = requestListener({
    host,
    router,
    origin,
    session,
    files,
    note,
    relaunch,
    endLaunch,
    begin,
  });
  for (const event of REQUESTS) server.on(event, listener);
  return { address, redirectFile: first, ended, stop, abandon };

  function launch(): string {
    redirectFile = writeRedirectFile(launchFolder, address, session.launch());
    launchTimer = setTimeout(endLaunch, launchSeconds * 1000);
    return redirectFile.path;
  }

  function relaunch(): string {
    endLaunch();
    lockHost(host);
    return launch();
  }

  function endLaunch(): void {
    clearTimeout(launchTimer);
    session.expire();
    redirectFile?.remove();
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
    note.remove();
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
