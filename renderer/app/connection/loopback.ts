import { RPCLink } from '@orpc/client/fetch';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import { Refusal, type RefusalFields } from '../../../shared/vocabulary/refusal.ts';

/** The tab alone keeps the bearer: it is gone with the tab, and no other page can read it. */
const BEARER = 'bearer';

/**
 * The way to the loopback host. The launch token comes in the address's fragment, which no wire and no log
 * sees; it leaves the address before anything else happens, and buys the bearer once.
 * @throws Refusal of the transport
 */
export async function loopbackLink(): Promise<RPCLink<Record<never, never>>> {
  const token = takeToken();
  if (!(await storedBearerHolds())) await exchange(token);
  return new RPCLink({ url: new URL('/api', location.href), fetch: (request) => call(request) });
}

function takeToken(): string | null {
  const token = /^#token=([A-Za-z0-9_-]+)$/.exec(location.hash)?.[1] ?? null;
  if (token) history.replaceState(null, '', '/#/');
  return token;
}

async function exchange(token: string | null): Promise<void> {
  if (!token) throw new Refusal('bearer_wrong');
  const { bearer } = await post('/session', { token });
  sessionStorage.setItem(BEARER, String(bearer));
}

/** Whoever took over the port after the host went cannot answer this, and so never sees the bearer. */
async function storedBearerHolds(): Promise<boolean> {
  const bearer = sessionStorage.getItem(BEARER);
  if (!bearer) return false;
  const nonce = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const answer = await post('/session/prove', { nonce }).catch(() => null);
  const holds = answer?.proof === (await proofOf(bearer, nonce));
  if (!holds) sessionStorage.removeItem(BEARER);
  return holds;
}

/** HMAC-SHA256 with the bearer as key over `prove` and the nonce, as the host computes it. */
async function proofOf(bearer: string, nonce: string): Promise<string> {
  const bytes = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytes.encode(bearer), algorithm, false, ['sign']);
  return base64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes.encode(`prove${nonce}`))));
}

let lostSight = false;

async function call(request: Request): Promise<Response> {
  if (lostSight && !(await storedBearerHolds())) throw new Refusal('bearer_wrong');
  lostSight = false;
  request.headers.set('Authorization', `Bearer ${sessionStorage.getItem(BEARER)}`);
  const response = await send(request);
  await refuseTransportErrors(response);
  return response;
}

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    lostSight = !request.signal.aborted;
    throw error;
  }
}

async function post(path: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  await refuseTransportErrors(response);
  return await response.json();
}

/** What the transport itself refuses has a form of its own: `{"error":{"code",…}}`. */
async function refuseTransportErrors(response: Response): Promise<void> {
  if (response.ok) return;
  const { error } = await response.clone().json();
  if (error?.code) throw new Refusal(error.code as ErrorCode, error as RefusalFields);
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
