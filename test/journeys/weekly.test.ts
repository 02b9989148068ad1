import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import { talksText } from '../../renderer/text/talks-page.ts';
import { PASSWORD, type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { type Desk, openBrowser, openDesk, SCREENS, signIn } from './support/desk.ts';
import { expect, press, told } from './support/hands.ts';

const PICTURES = process.env.SCREENSHOTS;
const WEEK = '2021-05-10';

const { folder, remove } = lastingScratch();
let browser: Browser;
let office: TestOffice;
let shown: Desk;
let page: Page;

beforeAll(async () => {
  office = await testOffice(folder, { demo: true, today: '2021-05-16' });
  const administrator = await office.as('administrator');
  await administrator.office.confirmRecovery({ code: office.recoveryCode });
  await administrator.office.fillDemo({ people: 60, sessions: 12, seed: 3 });
  const clerk = await office.as('clerk');
  await clerk.weeklyReports.freeze({ weekBeginsOn: '2021-05-03', after: 0 });
  lockHost(office.host);
  browser = await openBrowser();
  shown = await openDesk(browser, office.host, folder);
  page = shown.page;
  await signIn(page, 'clerk', PASSWORD);
});
afterAll(async () => {
  await shown.close();
  await browser.close();
  office.close();
  remove();
});

const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) }).first();

it('a week is frozen with one key, next to the week before', async () => {
  await room(`#/figures/weekly?week=${WEEK}`);
  await expect(page.getByText('这一周还没有冻结')).toBeVisible();
  await lookAt('weekly-now');
  await page.keyboard.press('Control+Enter');
  await told(page, '本周周报已冻结');
  await expect(page.getByText('冻结后没有变化')).toBeVisible();
  await expect(page.getByRole('button', { name: /^按现在的数更正/ })).toBeDisabled();
});

it('a correction made after that is told number by number, and reported as a version with its reason', async () => {
  await room('#/talks');
  await page.getByRole('table', { name: talksText.untalked }).getByRole('button').first().click();
  await page
    .getByLabel(/^记录簿编号/)
    .first()
    .fill('谈2021-099');
  await page
    .getByLabel(/^谈话人/)
    .first()
    .fill('何书棠');
  await page.keyboard.press('Enter');
  await told(page, talksText.saved);
  await room(`#/figures/weekly?week=${WEEK}`);
  await expect(page.getByText(/冻结后有 \d+ 个数变了/)).toBeVisible();
  await expect(row('谈话次数')).toContainText(/原为 \d+/);
  await page.keyboard.press('Control+Enter');
  await page.getByLabel(/更正原因/).fill('补录谈话记录');
  await page.keyboard.press('Enter');
  await told(page, '已更正为第 2 版');
  await press(page, '第 1 版');
  await expect(page.getByText(/第 1 版，clerk/)).toBeVisible();
  await press(page, '第 2 版');
  await expect(page.getByText('更正原因：补录谈话记录')).toBeVisible();
  await expect(row('谈话次数')).toContainText(/原为 \d+/);
  await lookAt('weekly-corrected');
});

const room = async (address: string) => {
  await page.goto(page.url().replace(/#.*$/, address));
};

/** At both sizes: no sideways scrolling, nothing that axe finds, nothing that the console complained of. */
async function lookAt(name: string): Promise<void> {
  for (const size of [SCREENS.scaled, SCREENS.full]) {
    await page.setViewportSize(size);
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}-${size.width}.png`) });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${name}: ${id}: ${html}`))).toEqual(
      [],
    );
  }
  expect(shown.complaints).toEqual([]);
}
