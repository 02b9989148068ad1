import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ErrorCode } from '../../shared/vocabulary/error-codes.ts';
import type { RefusalFields } from '../../shared/vocabulary/refusal.ts';
import { contentSecurityPolicy, type PageAnswer } from './page-files.ts';

/**
 * Every answer carries these. There is no CORS header and no cookie anywhere. Nothing is stored, the page's files
 * included: at the next start the port is another one and a stored copy would be of no use, and where it is the
 * same one, what another program left in the browser's store under this address must not become our page.
 */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': contentSecurityPolicy(),
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** 400 for whatever is not listed. */
const STATUS: Partial<Record<ErrorCode, number>> = {
  bearer_wrong: 401,
  token_wrong: 401,
  token_reused: 401,
  origin_wrong: 403,
  upgrade_refused: 403,
  not_found: 404,
  method_wrong: 405,
  request_too_slow: 408,
  length_missing: 411,
  body_too_large: 413,
  content_type_wrong: 415,
  host_wrong: 421,
  headers_too_large: 431,
  internal: 500,
};

/** By what Node calls it. */
const BROKEN: Readonly<Record<string, ErrorCode>> = {
  CONNECT: 'method_wrong',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_too_slow',
  HPE_HEADER_OVERFLOW: 'headers_too_large',
};

export function protect(response: ServerResponse): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value);
  const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
  response.writeHead(status, headers).end(body);
}

export function sendPage(response: ServerResponse, { headers, body }: PageAnswer): void {
  response.writeHead(200, { ...headers, 'Content-Length': Buffer.byteLength(body) }).end(body);
}

/** Says no and hangs up: what the other end still meant to send is not read. */
export function sendRefusal(response: ServerResponse, code: ErrorCode, fields: RefusalFields): void {
  if (response.headersSent) return void response.destroy();
  response.setHeader('Connection', 'close');
  if (Array.isArray(fields.allowed)) response.setHeader('Allow', fields.allowed.join(', '));
  sendJson(response, STATUS[code] ?? 400, { error: { code, ...fields } });
}

/** The same for what never became a request: bytes that are no HTTP, or too many, or too slow ones. */
export function refuseBrokenRequest(error: { readonly code?: string }, socket: Duplex): void {
  if (!socket.writable) return void socket.destroy();
  const code = BROKEN[error.code ?? ''] ?? 'request_malformed';
  const status = STATUS[code] ?? 400;
  const body = JSON.stringify({ error: { code } });
  const headers = { ...HEADERS, Connection: 'close', 'Content-Type': 'application/json' };
  const lines = Object.entries({ ...headers, 'Content-Length': body.length });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n${body}`);
}
