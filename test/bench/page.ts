import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { lockHost } from '../../electron/api/host.ts';
import { openBrowser, openDesk, signIn } from '../journeys/support/desk.ts';
import { DESK, type Desk } from './county.ts';
import type { Line } from './lines.ts';
import { clocked, interleaved } from './measure.ts';

/** Bytes that travel before a clerk sees the first page; as architecture and issues agreed. */
const MOST_BYTES = 500 * 1024;

/** The built page in a real browser: what must be read, and how long it takes, until there is something to do. */
export async function openPage(desk: Desk, root: string, times: number): Promise<Line[]> {
  const browser = await openBrowser();
  try {
    const bytes = await bytesUntilFirstRoute(browser, desk, root);
    const pair = await interleaved(
      times,
      () => withDesk(browser, desk, root, (page) => clocked(() => reload(page))),
      () => blankPage(browser),
    );
    return [
      { what: 'files until the first route, gzip', ...bytes },
      { what: 'sign-in page from its files / an empty page', unit: 'ms', ...pair },
    ];
  } finally {
    await browser.close();
  }
}

async function bytesUntilFirstRoute(browser: Browser, desk: Desk, root: string) {
  const ours = await withDesk(browser, desk, root, async (page) => {
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (/\.(js|css)$/.test(response.url())) bodies.push(response.body());
    });
    await reload(page);
    await signIn(page, DESK.user, DESK.password);
    await page.waitForLoadState('networkidle');
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
    return sizes.reduce((sum, size) => sum + size, 0);
  });
  return { unit: 'bytes', ours, reference: null, goal: { value: MOST_BYTES } } as const;
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('option').first().waitFor();
}

async function withDesk<Result>(
  browser: Browser,
  desk: Desk,
  root: string,
  act: (page: Page) => Promise<Result>,
): Promise<Result> {
  lockHost(desk.host);
  const opened = await openDesk(browser, desk.host, root);
  try {
    await opened.page.getByRole('option').first().waitFor();
    return await act(opened.page);
  } finally {
    await opened.close();
  }
}

async function blankPage(browser: Browser): Promise<number> {
  const server = createServer((_request, response) => response.end('<!doctype html><p>1</p>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const page = await browser.newPage();
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return await clocked(() => page.reload());
  } finally {
    await page.close();
    server.close();
  }
}
