import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createHost } from '../../electron/api/host.ts';
import { startLoopback } from '../../electron/transport/loopback-server.ts';
import { listPageFiles, pageAnswer } from '../../electron/transport/page-files.ts';
import { scratch } from '../support/scratch.ts';
import { testPorts } from '../support/test-ports.ts';

const NONCE = /^[A-Za-z0-9_-]{22}$/;

it('[T14] lets one document write styles under a nonce that no other document has', async () => {
  const page = await servedPage();
  const answers = [await page('/'), await page('/'), await page('/index.html')];
  const nonces = answers.map(({ text }) => /content="([^"]+)"/.exec(text)?.[1] ?? '');
  for (const nonce of nonces) expect(nonce).toMatch(NONCE);
  expect(new Set(nonces).size).toBe(3);
  expect(answers.map(({ policy }) => policy.style)).toEqual(nonces.map((nonce) => `'self' 'nonce-${nonce}'`));
});

it('[T14] opens the policy to the page’s own files, and never to inline text', async () => {
  const page = await servedPage();
  const own = ['connect', 'font', 'img', 'script'].map((kind) => [kind, "'self'"]);
  for (const path of ['/', '/assets/app-12345678.js']) {
    const { policy } = await page(path);
    expect(policy).toMatchObject({ default: "'none'", ...Object.fromEntries(own) });
    expect(JSON.stringify(policy)).not.toMatch(/unsafe|\*|data:|blob:|https?:/);
  }
});

it('leaves the page’s other files as they are', async () => {
  const page = await servedPage();
  const { text, policy } = await page('/assets/app-12345678.js');
  expect(text).toBe('"__STYLE_NONCE__"');
  expect(policy.style).toBe("'self'");
});

it('answers the head of the page as its whole, without a body', async () => {
  const page = await servedPage();
  const [whole, head] = [await page('/'), await page('/', 'HEAD')];
  expect(head.text).toBe('');
  expect(head.length).toBe(whole.length);
});

it('[T14] gives the desktop window the same policy for the same file', async () => {
  const folder = builtPage();
  const { headers, body } = await pageAnswer(listPageFiles(folder), '/', 'abc');
  expect(headers['Content-Security-Policy']).toContain("style-src 'self' 'nonce-abc'");
  expect(body).toContain('content="abc"');
  await expect(pageAnswer(listPageFiles(folder), '/../secret', 'abc')).rejects.toMatchObject({
    code: 'not_found',
  });
});

async function servedPage() {
  const folder = scratch();
  const host = createHost(join(folder, 'data'), testPorts(folder));
  const options = { host, port: 0, launchFolder: join(folder, 'launch'), idleMinutes: 5 };
  const loopback = await startLoopback({ ...options, page: builtPage() });
  onTestFinished(async () => loopback.stop());
  return async (path: string, method = 'GET') => {
    const answer = await fetch(new URL(path, loopback.address), {
      method,
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    const policy = directivesOf(answer.headers.get('content-security-policy') ?? '');
    return { text: await answer.text(), policy, length: answer.headers.get('content-length') };
  };
}

function builtPage(): string {
  const folder = scratch();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<meta name="style-nonce" content="__STYLE_NONCE__">');
  writeFileSync(join(folder, 'assets', 'app-12345678.js'), '"__STYLE_NONCE__"');
  return folder;
}

/** `style-src 'self'` as `style: "'self'"`. */
function directivesOf(policy: string): Record<string, string> {
  const pairs = policy
    .split('; ')
    .map((one) => [one.split(' ')[0]?.replace('-src', ''), one.replace(/^\S+ /, '')]);
  return Object.fromEntries(pairs);
}
