import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import { actionsText } from '../../renderer/text/actions-page.ts';
import { exchangeText } from '../../renderer/text/exchange-page.ts';
import { bundlesText } from '../../renderer/text/handing-over.ts';
import { ledgerText } from '../../renderer/text/rectification-page.ts';
import { listText } from '../../renderer/text/self-inspection-page.ts';
import { makeupText, studyText } from '../../renderer/text/study-page.ts';
import { workListText } from '../../renderer/text/work-list-page.ts';
import type { AccountRole } from '../../shared/vocabulary/words.ts';
import { PASSWORD } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { openBrowser, openDesk, signIn } from './support/desk.ts';
import { type Neighbours, neighbours } from './support/offices.ts';

const { folder, remove } = lastingScratch();
let browser: Browser;
let offices: Neighbours;

beforeAll(async () => {
  [browser, offices] = await Promise.all([openBrowser(), neighbours(folder, '2021-04-20')]);
});

afterAll(async () => {
  await browser.close();
  offices.close();
  remove();
});

const ROOMS = ['/study', '/self-inspection', '/rectification', '/actions', '/exchange'];

it.each<AccountRole>(['clerk', 'reviewer'])(
  'every number before a %s opens exactly the rows that it counts',
  async (role) => {
    lockHost(offices.county.host);
    const { page, address, close } = await openDesk(browser, offices.county.host, folder);
    try {
      await signIn(page, role, PASSWORD);
      const hrefs = await hrefsOf(page);
      expect(new Set(hrefs.map(roomOf))).toEqual(new Set(ROOMS));
      for (const href of hrefs) {
        await page.goto(`${address}#/`);
        const number = matrix(page).locator(`a[href="${href}"]`);
        const counted = Number(await number.textContent());
        await number.click();
        await page.waitForURL((url) => url.href.endsWith(href));
        await expect.poll(() => rowsIn(page, href), { message: href }).toBe(counted);
      }
    } finally {
      await close();
    }
  },
  120_000,
);

function matrix(page: Page) {
  return page.getByRole('table', { name: workListText.matrix.title });
}

async function hrefsOf(page: Page): Promise<string[]> {
  await matrix(page).waitFor();
  return await matrix(page)
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

/** `/#/study?matter=sessionToMark` → `/study` */
function roomOf(href: string): string {
  return new URL(href, 'http://desk').hash.slice(1).split('?')[0] ?? '';
}

const LISTS: Readonly<Record<string, string>> = {
  '/study': studyText.list,
  '/self-inspection': listText.title,
  '/rectification': ledgerText.list,
  '/actions': actionsText.list,
};

async function rowsIn(page: Page, href: string): Promise<number> {
  if (roomOf(href) === '/exchange') return await bundlesWaiting(page);
  if (href.includes('makeups=')) return await makeupsListed(page);
  const list = page.getByRole('grid', { name: LISTS[roomOf(href)] ?? href, exact: true });
  // The head is a row too.
  return Number(await list.getAttribute('aria-rowcount', { timeout: 4_000 })) - 1;
}

/** The title counts them, and every one of them can be chosen. */
async function makeupsListed(page: Page): Promise<number> {
  const title = page.getByRole('heading', { name: new RegExp(`^${makeupText.title} \\d+$`) });
  const count = Number((await title.textContent({ timeout: 4_000 }))?.replace(/\D/g, ''));
  expect((await peopleReached(page)).size).toBe(count);
  return count;
}

/** Only the lines on the screen are in the page: everybody who comes by on the way to the end. */
async function peopleReached(page: Page): Promise<Set<string>> {
  const reached = new Set<string>();
  for (let top = 0, end = 1; top < end; top += 200) {
    end = await page.locator('.makeup-list').evaluate((list, to) => {
      list.scrollTop = to;
      return list.scrollHeight;
    }, top);
    await page.waitForTimeout(30);
    const lines = page.locator('.makeup-list li:has(.makeup-person)');
    for (const line of await lines.evaluateAll((all) => all.map((one) => one.getAttribute('data-index'))))
      reached.add(line ?? '');
  }
  return reached;
}

/** One bundle has been handed over here; the number counts recipients whose latest one has no receipt. */
async function bundlesWaiting(page: Page): Promise<number> {
  const sent = page.getByRole('table', { name: exchangeText.sent });
  return await sent.getByText(bundlesText.stateTitle('sealed')).count();
}
