import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { RPCHandler } from '@orpc/server/node';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import type { Host } from '../api/host.ts';
import type { ApiRouter } from '../api/router.ts';
import { callOptions } from './calls.ts';
import type { LaunchSession } from './launch-token.ts';
import { protect, sendJson, sendPage, sendRefusal } from './loopback-answers.ts';
import { checkHead } from './loopback-checks.ts';
import { type PageFiles, pageAnswer } from './page-files.ts';
import type { HostNote } from './running-host.ts';

/** Bytes; 128 bits, as CSP asks. */
const STYLE_NONCE_BYTES = 16;

export interface LoopbackParts {
  readonly host: Host;
  readonly router: ApiRouter;
  readonly origin: string;
  readonly session: LaunchSession;
  readonly files: PageFiles;
  readonly note: Pick<HostNote, 'admit'>;
  /** Makes a new launch token and returns the redirect file that carries it; whoever was in is out. */
  relaunch(): string;
  /** The launch token has done its work. */
  endLaunch(): void;
  /** The holder of the bearer is at work, until the returned function is called. */
  begin(): () => void;
}

/** Answers one request after the other; what is refused is refused as `{error: {code, …fields}}`. */
export function requestListener(parts: LoopbackParts): RequestListener {
  const handler = new RPCHandler(parts.router, callOptions);

  return (request, response) => {
    protect(response);
    answer(request, response).catch((error: unknown) => {
      const { code, fields } = error instanceof Refusal ? error : new Refusal('internal');
      sendRefusal(response, code, fields);
    });
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    switch (checkHead(request, parts.origin)) {
      case 'session':
        return exchange(await readJson(request), response);
      case 'prove':
        return sendJson(response, 200, {
          proof: parts.session.prove(field(await readJson(request), 'nonce')),
        });
      case 'relaunch':
        return relaunch(await readJson(request), response);
      case 'api':
        return await call(request, response);
      case 'page':
        return sendPage(response, await pageAnswer(parts.files, request.url ?? '', styleNonce()));
    }
  }

  function styleNonce(): string {
    return parts.host.ports.random(STYLE_NONCE_BYTES).toString('base64url');
  }

  function exchange(body: unknown, response: ServerResponse): void {
    const bearer = parts.session.exchange(field(body, 'token'));
    parts.endLaunch();
    parts.begin()();
    sendJson(response, 200, { bearer });
  }

  function relaunch(body: unknown, response: ServerResponse): void {
    const sign = parts.note.admit(field(body, 'nonce'), field(body, 'proof'));
    const open = parts.relaunch();
    parts.begin()();
    sendJson(response, 200, { open, proof: sign(open) });
  }

  /** The bearer is looked at before the body is, and again: it may have died while the body came. */
  async function call(request: IncomingMessage, response: ServerResponse): Promise<void> {
    parts.session.admit(request.headers.authorization);
    response.once('close', parts.begin());
    const withBody = Object.assign(request, { body: await readJson(request) });
    parts.session.admit(request.headers.authorization);
    const { matched } = await handler.handle(withBody, response, {
      prefix: '/api',
      context: { host: parts.host },
    });
    ensure(matched, 'not_found');
  }
}

/**
 * The head has promised a length within the limit, and Node's parser holds the other end to it.
 * @throws Refusal `request_malformed`
 */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    throw new Refusal('request_malformed');
  }
}

function field(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
}
