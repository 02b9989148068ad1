import type { IncomingMessage } from 'node:http';
import { ensure } from '../../shared/vocabulary/refusal.ts';

export type Route = 'session' | 'prove' | 'relaunch' | 'api' | 'page';

/** Bytes of a body. A launch token, a nonce or a proof needs 64; the largest call brings bundles as base64. */
const BODY_LIMITS = { session: 1024, prove: 1024, relaunch: 1024, api: 100 * 1024 * 1024 } as const;
const JSON_TYPE = /^application\/json(?:; ?charset=utf-8)?$/i;
/** A path and nothing else: a query is where secrets would be left behind. */
const PATH = /^\/(?!\/)[^?#]*$/;
const TOP_LEVEL = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

/**
 * Everything about a request that is known from its head alone, in the order in which a stranger should learn
 * least: only what comes from our own page in this address is looked at any further.
 * @param origin as `http://127.0.0.1:49152`
 * @throws Refusal `request_malformed`, `host_wrong`, `upgrade_refused`, `method_wrong`, `origin_wrong`,
 * `content_type_wrong`, `length_missing`, `body_too_large`
 */
export function checkHead(request: IncomingMessage, origin: string): Route {
  const { headers, url = '' } = request;
  ensure(PATH.test(url), 'request_malformed');
  ensure(isOnlyHost(request, origin.slice('http://'.length)), 'host_wrong');
  ensure(!headers.upgrade, 'upgrade_refused');
  ensure(headers.expect === undefined && !isAmbiguous(request), 'request_malformed');
  const route = routeOf(url);
  if (route === 'page') checkReading(request, origin);
  else checkCalling(request, origin, BODY_LIMITS[route]);
  return route;
}

/** Of these Node would take the first and say nothing of the others. */
function isAmbiguous({ headersDistinct }: IncomingMessage): boolean {
  return ['authorization', 'content-type'].some((name) => (headersDistinct[name]?.length ?? 0) > 1);
}

function routeOf(url: string): Route {
  if (url === '/session') return 'session';
  if (url === '/session/prove') return 'prove';
  if (url === '/session/relaunch') return 'relaunch';
  return url.startsWith('/api/') ? 'api' : 'page';
}

/** Another name that leads to this address (DNS rebinding) carries itself as Host. */
function isOnlyHost(request: IncomingMessage, host: string): boolean {
  const hosts = request.headersDistinct.host ?? [];
  return hosts.length === 1 && hosts[0] === host;
}

function checkReading({ method, headers }: IncomingMessage, origin: string): void {
  ensure(method === 'GET' || method === 'HEAD', 'method_wrong', { allowed: ['GET', 'HEAD'] });
  ensure(headers.origin === undefined || headers.origin === origin, 'origin_wrong');
  ensure(isOwnPage(headers) || headers['sec-fetch-site'] === 'none' || isTopLevel(headers), 'origin_wrong');
}

function checkCalling({ method, headers }: IncomingMessage, origin: string, limit: number): void {
  ensure(method === 'POST', 'method_wrong', { allowed: ['POST'] });
  ensure(headers.origin === origin && isOwnPage(headers), 'origin_wrong');
  const plain = headers['content-encoding'] === undefined && headers['content-disposition'] === undefined;
  ensure(plain && JSON_TYPE.test(headers['content-type'] ?? ''), 'content_type_wrong');
  const length = headers['content-length'];
  ensure(length !== undefined && headers['transfer-encoding'] === undefined, 'length_missing');
  ensure(Number(length) <= limit, 'body_too_large', { limit });
}

function isOwnPage(headers: IncomingMessage['headers']): boolean {
  return ['same-origin', undefined].includes(headers['sec-fetch-site'] as string | undefined);
}

/** The redirect file leads here from outside, as a whole page and never as a frame, image or script. */
function isTopLevel(headers: IncomingMessage['headers']): boolean {
  return Object.entries(TOP_LEVEL).every(([name, value]) => headers[name] === value);
}
