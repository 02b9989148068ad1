import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import {
  figureRowsText,
  figuresChartText,
  figuresFilterText,
  figuresTableText,
} from '../../renderer/text/figures-page.ts';
import { PASSWORD, type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { type Desk, openBrowser, openDesk, SCREENS, signIn } from './support/desk.ts';
import { expect } from './support/hands.ts';

const { folder, remove } = lastingScratch();
let browser: Browser;
let office: TestOffice;
let shown: Desk;
let page: Page;

beforeAll(async () => {
  office = await testOffice(folder, { demo: true, today: '2021-04-20' });
  const administrator = await office.as('administrator');
  await administrator.office.confirmRecovery({ code: office.recoveryCode });
  await administrator.office.fillDemo({ people: 80, sessions: 12, seed: 5 });
  lockHost(office.host);
  browser = await openBrowser();
  shown = await openDesk(browser, office.host, folder);
  page = shown.page;
  await signIn(page, 'clerk', PASSWORD);
  await page.getByRole('link', { name: /^报表/ }).click();
});
afterAll(async () => {
  await shown.close();
  await browser.close();
  office.close();
  remove();
});

const all = () => page.getByRole('table', { name: '全部指标' });
const dialog = () => page.getByRole('dialog');

/** Opens a number and holds the rows against it. */
async function opens(table: string, name: RegExp): Promise<number> {
  const number = page.getByRole('table', { name: table }).getByRole('button', { name }).first();
  const count = Number(await number.innerText());
  await number.click();
  const rows = dialog().getByRole('table', { name: figureRowsText.label }).or(dialog().getByRole('grid'));
  // the head is a row too
  await expect(rows).toHaveAttribute('aria-rowcount', `${count + 1}`);
  await expect(dialog().getByRole('tab', { selected: true })).toContainText(`${count}`);
  await page.keyboard.press('Escape');
  await expect(dialog()).toBeHidden();
  return count;
}

it('three numbers open as many rows as they say: attendances, people, items', async () => {
  expect(await opens('全部指标', /参与率（首次） 分子/)).toBeGreaterThan(0);
  expect(await opens('全部指标', /普及率 分母/)).toBeGreaterThan(0);
  expect(await opens('全部指标', /整改完成率 分母/)).toBeGreaterThan(0);
});

it('narrowed to one unit, the whole page speaks of it, and its numbers open its rows', async () => {
  const whole = await opens('全部指标', /普及率 分母/);
  await page
    .getByRole('table', { name: figuresTableText.tabs.unit })
    .getByRole('button', { name: '云岭县公安局', exact: true })
    .click();
  await expect(page.getByRole('combobox', { name: figuresFilterText.unit, exact: true })).toBeVisible();
  await expect(
    page.getByRole('rowheader', { name: figuresFilterText.alone('云岭县公安局') }).first(),
  ).toBeVisible();
  const own = await opens('全部指标', /普及率 分母/);
  expect(own).toBeLessThan(whole);
  expect(await opens(figuresTableText.tabs.unit, /合计 Σ\/Σ 普及率 分母/)).toBe(own);
  await page.getByRole('button', { name: figuresFilterText.clear }).click();
  await expect(all().getByRole('button', { name: /普及率 分母/ })).toHaveText(`${whole}`);
});

it('two days stand side by side with the difference, and both open their rows', async () => {
  const day = page.getByLabel(figuresFilterText.compareDay);
  await day.fill('2021-03-20');
  await day.press('Enter');
  await expect(all().getByRole('columnheader', { name: '3月20日' })).toBeVisible();
  const row = all().getByRole('row', { name: /参与率（首次）/ });
  await expect(row.getByRole('cell').last()).toHaveText(/持平|[＋－]\d/);
  const then = await opens('全部指标', /^3月20日 参与率（首次） 分母/);
  expect(then).toBeLessThan(await opens('全部指标', /^4月20日 参与率（首次） 分母/));
});

it('a chart is saved as a picture, as SVG and as PNG, with its table beside it', async () => {
  await page.getByRole('tab', { name: figuresChartText.tabs.participation }).click();
  await expect(
    page.getByRole('img', { name: figuresChartText.drawn(figuresChartText.tabs.participation) }),
  ).toBeVisible();
  await expect(page.getByRole('table', { name: figuresChartText.tabs.participation })).toContainText(
    '云岭县公安局',
  );
  const svg = await saved(figuresChartText.saveSvg);
  expect(svg.toString()).toMatch(/^<svg[\s\S]*云岭县[\s\S]*<\/svg>$/);
  const png = await saved(figuresChartText.savePng);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.length).toBeGreaterThan(2_000);
});

it('the page is clean at both sizes: axe finds nothing, nothing scrolls sideways, the console is silent', async () => {
  for (const tab of [figuresChartText.tabs.trend, figuresChartText.tabs.coverage]) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByRole('button', { name: figuresChartText.saveSvg })).toBeEnabled();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect([tab, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)]).toEqual([tab, []]);
  }
  await page.setViewportSize(SCREENS.scaled);
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  await expect.poll(width).toBeLessThanOrEqual(SCREENS.scaled.width);
  await page.setViewportSize(SCREENS.full);
  expect(shown.complaints).toEqual([]);
});

async function saved(button: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFileSync(await file.path());
}
