import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Host } from '../../../electron/api/host.ts';
import { startLoopback } from '../../../electron/transport/loopback-server.ts';
import { browserPath } from './browser-path.ts';

/** What a clerk's screen shows at 100 % and at 125 %. */
export const SCREENS = {
  full: { width: 1366, height: 768 },
  scaled: { width: 1093, height: 614 },
} as const;

/** Another build may be named, so that one can be walked through while the next is made. */
export const BUILT_PAGE = process.env.LEDGER_PAGE ?? join(import.meta.dirname, '../../../out/page');

/** How long a journey waits for what should come at once, in ms: a build machine may be busy. */
export const PATIENCE = 20_000;

/** One PC: a host in this process, and an ordinary browser before it. */
export interface Desk {
  readonly page: Page;
  readonly address: string;
  /** What the console complained of, and pages that threw. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Without a locale of its own Chromium neither reads nor names a file in Chinese. */
export async function openBrowser(): Promise<Browser> {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  return await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'], env });
}

/** Opens the page through the redirect file, as `npm start` has it opened. */
export async function openDesk(
  browser: Browser,
  host: Host,
  folder: string,
  screen: keyof typeof SCREENS = 'full',
): Promise<Desk> {
  const loopback = await startLoopback({
    host,
    port: 0,
    page: BUILT_PAGE,
    launchFolder: join(folder, 'launch'),
    idleMinutes: 10,
  });
  const context = await browser.newContext({
    viewport: SCREENS[screen],
    locale: 'zh-CN',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await slowDown(page);
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A refused call stands below with its address.
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isRefusal) complaints.push(message.text());
  });
  page.on('response', async (response) => {
    if (response.status() < 400) return;
    const body = await response.text().catch(() => '');
    // What was on its way when the page locked is refused, as it must be.
    if (body.includes('not_signed_in')) return;
    complaints.push(`${response.status()} ${new URL(response.url()).pathname} ${body.slice(0, 200)}`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`file://${loopback.redirectFile}`);
  await page.waitForURL(`${loopback.address}**`);
  return {
    page,
    address: loopback.address,
    complaints,
    async close() {
      await context.close();
      await loopback.stop();
    },
  };
}

/**
 * A bad PC: `SLOW_CPU=4` makes the page's own work that many times slower, `SLOW_ANSWERS=400` delays each answer of
 * the core by up to so many ms, at random. What a journey presses too early shows there.
 */
async function slowDown(page: Page): Promise<void> {
  const rate = Number(process.env.SLOW_CPU ?? 1);
  const most = Number(process.env.SLOW_ANSWERS ?? 0);
  if (rate > 1) {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate });
  }
  if (most > 0)
    await page.route('**/api/**', async (route) => {
      await setTimeout(Math.random() * most);
      await route.continue().catch(() => undefined);
    });
}

/** Signs in on the unlock page. */
export async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByRole('option', { name: new RegExp(name) }).click();
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: '栏目' }).waitFor();
}
