import { randomBytes } from 'node:crypto';
import { type Protocol, protocol } from 'electron';
import { type PageFiles, pageAnswer } from '../transport/page-files.ts';
import { PAGE_HOST, PAGE_SCHEME } from './page-address.ts';

/** With every answer, beside what both hosts send. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};
const NONCE_BYTES = 16;

/** To be called before Electron is ready. The page's scheme behaves as https does, and asks for nothing more. */
export function registerPageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges }]);
}

/** Serves the files of the built page, and nothing else, under `app://`. */
export function servePage(protocol: Protocol, files: PageFiles): void {
  protocol.handle(PAGE_SCHEME, ({ method, url }) => answer(files, method, url));
}

async function answer(files: PageFiles, method: string, url: string): Promise<Response> {
  const { host, pathname, search } = new URL(url);
  if (method !== 'GET') return refusal(405);
  if (host !== PAGE_HOST || search !== '' || !files.has(pathname)) return refusal(404);
  const { body, headers } = await pageAnswer(files, pathname, randomBytes(NONCE_BYTES).toString('base64url'));
  return new Response(body, { headers: { ...HEADERS, ...headers } });
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: HEADERS });
}
