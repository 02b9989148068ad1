import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import { exchangeText } from '../../renderer/text/exchange-page.ts';
import { bundlesText, placeText } from '../../renderer/text/handing-over.ts';
import type { AccountRole } from '../../shared/vocabulary/words.ts';
import { PASSWORD, type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { type Desk, openBrowser, openDesk, SCREENS, signIn } from './support/desk.ts';
import { dialog, goTo, keys, press, told } from './support/hands.ts';
import { type Neighbours, neighbours } from './support/offices.ts';

/** Where the pictures go when somebody wants to look, as of every-page.test.ts. */
const PICTURES = process.env.SCREENSHOTS;

const { folder, remove } = lastingScratch();
const stick = join(folder, 'U盘');
let browser: Browser;
let offices: Neighbours;

beforeAll(async () => {
  mkdirSync(stick);
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
  [browser, offices] = await Promise.all([openBrowser(), neighbours(folder, '2021-04-20')]);
  for (const office of [offices.county, offices.group]) office.ports.media = [stick];
});

afterAll(async () => {
  await browser.close();
  offices.close();
  remove();
});

async function atDesk(
  office: TestOffice,
  role: AccountRole,
  act: (desk: Desk) => Promise<void>,
  refusals: readonly string[] = [],
) {
  lockHost(office.host);
  const desk = await openDesk(browser, office.host, folder);
  try {
    await signIn(desk.page, role, PASSWORD);
    await act(desk);
    const unforeseen = desk.complaints.filter((told) => !refusals.some((code) => told.includes(code)));
    expect(unforeseen).toEqual([]);
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
    await page.screenshot({ path: join(PICTURES, `handing-over-${name}-${width}.png`) });
  }
  await page.setViewportSize(SCREENS.full);
}

async function isClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

const sentRow = (page: Page, state: string) =>
  page.getByRole('table', { name: exchangeText.sent }).getByRole('row').filter({ hasText: state });

it('a clerk writes a bundle to the stick, is told that it can be pulled out, and clears what is old there', async () => {
  await atDesk(offices.county, 'reviewer', async ({ page }) => {
    await goTo(page, '数据交换');
    await keys(page, 'Control+e', /^出包/);
    await press(dialog(page), /^生成数据包/);
    await dialog(page).getByRole('radio').first().check();
    await dialog(page).getByLabel(placeText.medium).fill('U-03');
    await press(dialog(page), placeText.write(1));
    await dialog(page).getByText(placeText.written('U盘', 1)).waitFor();
    await isClean(page);
    await picture(page, 'written');
    expect(readdirSync(stick)).toEqual(['999901-00002-20210420.jyzd']);
    await press(dialog(page), exchangeText.done);
    await sentRow(page, bundlesText.state('written', '2021-04-20')).waitFor();

    await keys(page, 'Control+e', /^出包/);
    await press(dialog(page), /^生成数据包/);
    await dialog(page).getByRole('radio').first().check();
    await press(dialog(page), placeText.write(1));
    await dialog(page).getByText(placeText.known('older')).waitFor();
    await press(dialog(page), placeText.clear(1));
    await dialog(page).getByText(placeText.clearAsk(1)).waitFor();
    await picture(page, 'clear');
    await press(dialog(page), placeText.clearYes);
    await told(page, placeText.cleared(1));
    expect(readdirSync(stick)).toEqual(['999901-00003-20210420.jyzd']);
    await press(dialog(page), exchangeText.done);
    await isClean(page);
    await picture(page, 'county');
  });
});

it('the code of the paper that the group prints tells the office that its bundle has arrived', async () => {
  const { county, group } = offices;
  const member = await group.as('member');
  const sealed = await (await county.as('reviewer')).exchange.exportBundle({});
  const { fileName, content, sequence } = sealed;
  await member.exchange.importBundles({ files: [{ fileName, content }], apply: true });
  let code = '';
  await atDesk(group, 'member', async ({ page }) => {
    await goTo(page, '收包与发包');
    await page.getByRole('button', { name: bundlesText.of(bundlesText.paper, sequence) }).click();
    code = await dialog(page).locator('.receipt-code b').innerText();
    await dialog(page)
      .getByText(county.host.office?.name ?? '')
      .first()
      .waitFor();
    await isClean(page);
    await picture(page, 'paper');
    await page.keyboard.press('Escape');
    await page.getByText('没有到，内容在后续包里').first().waitFor();
    await picture(page, 'group');
  });
  await atDesk(
    county,
    'reviewer',
    async ({ page }) => {
      await goTo(page, '数据交换');
      await page.getByRole('button', { name: bundlesText.of(bundlesText.receipt, sequence) }).click();
      const box = dialog(page).getByLabel(bundlesText.receiptCode);
      await box.fill(`${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`);
      await press(dialog(page), bundlesText.receiptEnter);
      await dialog(page)
        .getByText(/对不上/)
        .waitFor();
      await isClean(page);
      await picture(page, 'wrong-code');
      await box.fill(code);
      await page.keyboard.press('Enter');
      await told(page, bundlesText.receiptDone(sequence));
      await sentRow(page, bundlesText.state('delivered', '2021-04-20')).waitFor();
      await page.getByRole('link', { name: bundlesText.of(bundlesText.register, sequence) }).click();
      await page.locator('.form').getByText(code).first().waitFor();
      await picture(page, 'register');
    },
    ['receipt_wrong'],
  );
});

it('the public keys are carried on the same stick', async () => {
  await atDesk(offices.group, 'administrator', async ({ page }) => {
    await goTo(page, '收包与发包');
    await press(page, placeText.keysButton);
    await dialog(page).getByRole('radio').first().check();
    await press(dialog(page), placeText.keysWrite);
    await dialog(page).getByText('999900.jyzdkeys.json').waitFor();
    expect(readdirSync(stick)).toContain('999900.jyzdkeys.json');
  });
});

it('a group of many offices sees how far each of them is, and writes what waits for them in one step', async () => {
  const { county, group } = offices;
  const other = await testOffice(folder, { code: '999902', demo: true, today: '2021-04-20' });
  const keys = await (await other.as('administrator')).exchange.ownKeys();
  await (await group.as('administrator')).exchange.trust({ content: keys.content });
  const leader = await group.as('leader');
  for (const recipient of [county.id, other.id]) await leader.exchange.exportBundle({ recipient });
  await atDesk(group, 'leader', async ({ page }) => {
    await goTo(page, '收包与发包');
    const standing = page.getByRole('table', { name: bundlesText.standing });
    await standing.getByText(bundlesText.gaps([{ from: 2, until: 3 }], 2)).waitFor();
    await isClean(page);
    await picture(page, 'many');
    await standing.getByRole('button', { name: 'office 999902' }).click();
    await sentRow(page, '还没写到介质').waitFor();
    await page.getByText(bundlesText.sentNote(1, null)).waitFor();
    await press(page, bundlesText.writeAll(2));
    await dialog(page).getByRole('radio').first().check();
    await dialog(page).getByLabel(placeText.folderPerOffice).check();
    await press(dialog(page), placeText.write(2));
    await dialog(page).getByText(placeText.written('U盘', 2)).waitFor();
    await picture(page, 'many-written');
    expect(readdirSync(join(stick, '999902'))).toEqual(['999900-00001-20210420.jyzd']);
  });
  other.close();
});
