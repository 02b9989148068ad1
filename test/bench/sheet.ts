import type { Page } from '@playwright/test';
import { lockHost } from '../../electron/api/host.ts';
import { openBrowser, openDesk, signIn } from '../journeys/support/desk.ts';
import { type County, DESK, newCounty, schedule, unlock } from './county.ts';
import type { Line } from './lines.ts';
import { clocked, median } from './measure.ts';

/** What a hand notices as “at once”. */
const GOAL_MS = 50;
const KEYS = ['1', '4', '8', '2', '0'] as const;
/** How many more people each key on a run marks. */
const RUN_OF_PEOPLE = 12;

/** The sign-in sheet of one large session in a real browser: opening it, and a key on one person or on a run of them. */
export async function markSheet(root: string, people: number, keys: number): Promise<Line[]> {
  const county = await newCounty(root, '530198', people);
  const title = await heldSession(county);
  lockHost(county.host);
  const browser = await openBrowser();
  const desk = await openDesk(browser, county.host, root);
  try {
    const { page } = desk;
    await signIn(page, DESK.user, DESK.password);
    await page.keyboard.press('Alt+3');
    const row = page.getByRole('row', { name: title });
    await row.waitFor();
    const grid = page.getByRole('grid', { name: '签到表' });
    const opened = await clocked(async () => {
      await row.dblclick();
      await grid.waitFor();
    });
    await grid.focus();
    const one = await keyToPaint(page, keys, false);
    const run = await keyToPaint(page, keys, true);
    const what = `sheet of ${people.toLocaleString('en')} people`;
    const alone = { unit: 'ms', reference: null } as const;
    return [
      { what: `${what} opened`, ...alone, ours: opened },
      { what: `${what}, key to paint, median`, ...alone, ours: median(one) },
      { what: `${what}, key to paint, p95`, ...alone, ours: p95(one), goal: { value: GOAL_MS } },
      { what: `${what}, key on a run to paint, p95`, ...alone, ours: p95(run), goal: { value: GOAL_MS } },
    ];
  } finally {
    await desk.close();
    await browser.close();
    await unlock(county);
  }
}

async function heldSession(county: County): Promise<string> {
  const [planned] = schedule(county, 1, 1);
  if (!planned) throw new Error('no session was scheduled');
  await county.client.study.moveSession({ ...planned, move: 'hold' });
  return (await county.client.study.session({ id: planned.id })).title;
}

/** From the key to the end of the frame that shows it; saving goes on beside it, as it does at a desk. */
async function keyToPaint(page: Page, keys: number, isRun: boolean): Promise<number[]> {
  await page.evaluate(() => {
    const spent: number[] = [];
    Object.assign(window, { spent });
    window.addEventListener(
      'keydown',
      ({ key }) => {
        if (!/^\d$/.test(key)) return;
        const began = performance.now();
        requestAnimationFrame(() => setTimeout(() => spent.push(performance.now() - began)));
      },
      true,
    );
  });
  for (let at = 0; at < keys; at += 1) {
    if (isRun)
      for (let step = 0; step < RUN_OF_PEOPLE; step += 1) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press(KEYS[at % KEYS.length] ?? '1');
    await page.waitForTimeout(30);
  }
  return await page.evaluate(() => (window as unknown as { spent: number[] }).spent);
}

function p95(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? Number.NaN;
}
