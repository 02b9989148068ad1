import { beforeEach, describe, expect, it, vi } from 'vitest';
import { contentSecurityPolicy } from '../../electron/transport/page-files.ts';
import * as electron from '../support/electron-double.ts';
import { DOCUMENT, openDesktop } from './desktop.ts';

vi.mock('electron', () => import('../support/electron-double.ts'));
beforeEach(electron.startAfresh);

it('the scheme app is made known before Electron is ready, with no more rights than https has', async () => {
  await openDesktop();
  expect(electron.protocol.schemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
});

describe('app://ledger/', () => {
  it('is the page, as a document that no one may frame, store, or add scripts to', async () => {
    await openDesktop();
    const response = await load('app://ledger/');
    const nonce = nonceOf(response);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy(nonce));
    expect(await response.text()).toBe(DOCUMENT.replace('__STYLE_NONCE__', nonce));
  });

  it('lets nothing in by default, no style without the nonce, and never what is inline', () => {
    const policy = contentSecurityPolicy('abc');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:|blob:/);
  });

  it('gets another nonce with every answer', async () => {
    await openDesktop();
    const nonces = [await load('app://ledger/'), await load('app://ledger/')].map(nonceOf);
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(nonces[0]).toMatch(/^[\w-]{22}$/);
  });

  it('has its files beside it, of the right type', async () => {
    await openDesktop();
    const response = await load('app://ledger/assets/page.js');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy());
    expect(await response.text()).toBe('export {};');
  });
});

describe('what is not listed is not there:', () => {
  it.each([
    'app://ledger/secret.html',
    'app://ledger/../secret.html',
    'app://ledger/assets/../../secret.html',
    'app://ledger/%2e%2e/secret.html',
    'app://ledger/..%2fsecret.html',
    'app://ledger/assets/..%5c..%5csecret.html',
    'app://ledger//etc/passwd',
    'app://ledger/assets/',
    'app://ledger/assets/page.js%00.html',
    'app://ledger/ASSETS/page.js',
    'app://ledger/?file=/etc/passwd',
    'app://other/',
    'app://other/assets/page.js',
  ])('%s', async (url) => {
    await openDesktop();
    const response = await load(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD'])('%s, for the page is only read', async (method) => {
    await openDesktop();
    expect((await load('app://ledger/', method)).status).toBe(405);
  });
});

function load(url: string, method = 'GET'): Promise<Response> {
  return electron.session.defaultSession.ask('app://', { url, method }) as Promise<Response>;
}

function nonceOf(response: Response): string {
  return /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? '';
}
