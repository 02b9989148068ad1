import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import { exchangeText } from '../../renderer/text/exchange-page.ts';
import { namedText } from '../../renderer/text/named-bundles.ts';
import type { AccountRole } from '../../shared/vocabulary/words.ts';
import { PASSWORD, type TestOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { type Desk, openBrowser, openDesk, SCREENS, signIn } from './support/desk.ts';
import { dialog, goTo, keys, press, told } from './support/hands.ts';
import { type Neighbours, neighbours } from './support/offices.ts';

/** Where the pictures go when somebody wants to look, as of every-page.test.ts. */
const PICTURES = process.env.SCREENSHOTS;
const WHY = '市纪委函〔2021〕9号调取名单';

const { folder, remove } = lastingScratch();
let browser: Browser;
let offices: Neighbours;

beforeAll(async () => {
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
  [browser, offices] = await Promise.all([openBrowser(), neighbours(folder, '2021-04-20')]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  offices.close();
  remove();
});

async function atDesk(office: TestOffice, role: AccountRole, act: (desk: Desk) => Promise<void>) {
  lockHost(office.host);
  const desk = await openDesk(browser, office.host, folder);
  try {
    await signIn(desk.page, role, PASSWORD);
    await act(desk);
    expect(desk.complaints).toEqual([]);
  } finally {
    await desk.close();
  }
}

async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  for (const { width, height } of Object.values(SCREENS)) {
    await page.setViewportSize({ width, height });
    // tables are laid out anew a moment after the window has changed
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
    await page.screenshot({ path: join(PICTURES, `with-names-${name}-${width}.png`) });
  }
  await page.setViewportSize(SCREENS.full);
}

async function isClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

const choice = (page: Page) => dialog(page).getByRole('checkbox', { name: namedText.choice });

it('a reviewer lets names leave only after a reason and a confirmation; a clerk is not offered it', async () => {
  await atDesk(offices.county, 'clerk', async ({ page }) => {
    await goTo(page, '数据交换');
    await keys(page, 'Control+e', /^出包/);
    await dialog(page).getByRole('table').waitFor();
    expect(await choice(page).count()).toBe(0);
  });
  await atDesk(offices.county, 'reviewer', async ({ page }) => {
    await goTo(page, '数据交换');
    await keys(page, 'Control+e', /^出包/);
    await choice(page).check();
    await dialog(page).getByText('花名册', { exact: true }).waitFor();
    await dialog(page).getByText('姓名、所在单位，不带职务编制').waitFor();
    const make = dialog(page).getByRole('button', { name: new RegExp(`^${namedText.make}`) });
    expect(await make.isDisabled()).toBe(true);
    await dialog(page).getByLabel(namedText.reason).fill(WHY);
    expect(await make.isDisabled()).toBe(true);
    await dialog(page).getByRole('checkbox', { name: namedText.sure }).check();
    await isClean(page);
    await picture(page, 'export');
    await make.click();
    await dialog(page).getByText(exchangeText.register('namedAttendance')).waitFor();
    await press(dialog(page), '以后再写');
    await page
      .getByRole('table', { name: exchangeText.sent })
      .getByText(/^姓名，截止/)
      .waitFor();
  });
}, 90_000);

it('the group reads the list for a reason, looks at one person, and erases it', async () => {
  const { county, group } = offices;
  const sealing = (await county.as('reviewer')).exchange.exportBundle({ withNames: true, namesReason: WHY });
  const { fileName, content, sequence } = await sealing;
  await (await group.as('member')).exchange.importBundles({ files: [{ fileName, content }], apply: true });
  await atDesk(group, 'member', async ({ page }) => {
    await goTo(page, '收包与发包');
    await press(page, namedText.openOf(sequence));
    await dialog(page).getByLabel(namedText.why).fill('核对点名册');
    await press(dialog(page), namedText.look);
    const rows = dialog(page).getByRole('grid').getByRole('row');
    await rows.nth(1).click();
    await dialog(page)
      .getByRole('heading', { name: /的各场$/ })
      .waitFor();
    await isClean(page);
    await picture(page, 'list');
    await press(dialog(page), namedText.erase);
    await dialog(page).getByLabel(namedText.eraseWhy).fill('用完清除');
    await picture(page, 'erase');
    await press(dialog(page), namedText.eraseYes);
    await told(page, namedText.erasedDone(sequence));
    await page.getByText(namedText.erased).first().waitFor();
    await isClean(page);
    await picture(page, 'received');
  });
}, 90_000);
