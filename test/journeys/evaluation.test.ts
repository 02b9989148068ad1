import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import { PASSWORD, type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { type Desk, openBrowser, openDesk, SCREENS, signIn } from './support/desk.ts';
import { choose, date, dialog, expect, goTo, keys, lock, press, told } from './support/hands.ts';
import { approveWith, heldSession } from './support/study-office.ts';

const LECTURE = '英模先进事迹报告';
const EFFECT = '学习转化效果';

const { folder, remove } = lastingScratch();
let browser: Browser;
let office: TestOffice;
let desk: Desk;
let page: Page;

beforeAll(async () => {
  office = await testOffice(folder, { demo: true, today: '2021-04-20' });
  const administrator = await office.as('administrator');
  await administrator.office.confirmRecovery({ code: office.recoveryCode });
  await administrator.office.fillDemo({ people: 40, sessions: 0, seed: 9 });
  const lecture = await heldSession(await office.as('clerk'), LECTURE, '2021-03-08');
  await approveWith(office, lecture, ['absent', 'officialLeave']);
  lockHost(office.host);
  browser = await openBrowser();
  desk = await openDesk(browser, office.host, folder);
  page = desk.page;
});

afterAll(async () => {
  if (process.env.SCREENSHOTS)
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/evaluation-end.png` });
  await desk.close();
  await browser.close();
  office.close();
  remove();
});

it('the clerk writes the 自评 without a mouse, and the reviewer freezes it', async () => {
  await signIn(page, 'clerk', PASSWORD);
  await goTo(page, '三级评估');
  await page.getByRole('tab', { name: /^学习教育/ }).click();
  await begin('自评');
  await writeEffect('转化任务 12 项，落实 11 项', '证-061');
  await decide('通过');
  await expect(rate('学习教育', '参与率').first()).toHaveText(/^9\d\.\d% \d+\/\d+$/);
  await look('draft');
  await as('reviewer');
  await freeze('自评');
});

it('the reviewer’s 复评 orders a make-up by a deadline, told beforehand, and it stands in the work list', async () => {
  await begin('复评');
  await writeEffect('抽看 4 个单位，均有记录', '证-063');
  await decide(/^补课/);
  await date(page, '整改时限', '2021-04-28');
  await press(page, '列入事项…');
  await dialog(page).getByRole('combobox', { name: '所指的记录' }).click();
  await page.locator('.ant-select-item-option', { hasText: LECTURE }).click();
  await dialog(page).locator('.ant-select', { hasText: LECTURE }).waitFor();
  await dialog(page).getByLabel('要求').fill('缺课的都要补上');
  await page.keyboard.press('Control+Enter');
  await told(page, '事项已列入');
  await keys(page, 'Control+Enter', /^冻结…/);
  await expect(dialog(page).getByText('补课都确认了自动销账')).toBeVisible();
  await look('freezing');
  await press(dialog(page), '冻结');
  await told(page, '第1轮复评已冻结');
  await expect(page.getByRole('button', { name: /第1轮\s*复评\s*补课 至4月28日/ })).toBeVisible();

  await as('clerk');
  await goTo(page, '工作台');
  await page.getByRole('link', { name: /^评估责令事项/ }).click();
  await expect(page.getByText('缺课的都要补上')).toBeVisible();
  await expect(page.getByText('还差 2 人次')).toBeVisible();
  await look('orders');
});

it('the make-up is made and confirmed, and the order is done by itself', async () => {
  await expect(page.getByRole('link', { name: LECTURE })).toBeVisible();
  await goTo(page, '学习教育');
  await press(page, /^待补 2/);
  await chooseAll();
  await press(page, /^登记已补…/);
  await date(dialog(page), '补课日期', '2021-04-19');
  await dialog(page).getByLabel('材料编号').fill('补-1');
  await press(dialog(page), '保存');
  await told(page, '已登记补课 2 人');
  await as('reviewer');
  await goTo(page, '学习教育');
  await chooseAll();
  await press(page, /^确认/);
  await told(page, '补课已确认 2 人');
  await goTo(page, '三级评估');
  await page.getByRole('tab', { name: /^责令事项\s*0/ }).click();
  await page.getByRole('combobox', { name: '看哪些事项' }).click();
  await page.locator('.ant-select-item-option', { hasText: '已完成' }).click();
  await expect(page.getByText('缺课的都要补上')).toBeVisible();
});

it('the second round passes beside the first, whose figures stand as they were frozen', async () => {
  await as('clerk');
  await goTo(page, '三级评估');
  await page.getByRole('tab', { name: /^学习教育/ }).click();
  await begin('自评');
  await writeEffect('清单已补齐，落实 12 项', '证-147');
  await decide('通过');
  await as('reviewer');
  await freeze('自评', 2);
  await begin('复评');
  await writeEffect('抽看两个所，清单与佐证一致', '证-148');
  await decide('通过');
  await freeze('复评', 2);

  const rates = await page
    .getByRole('table', { name: /^学习教育/ })
    .getByRole('row', { name: /参与率/ })
    .getByRole('cell')
    .allInnerTexts();
  const [own, county, , second, again, , today] = rates;
  expect([own, second, again]).toEqual([county, '100.0% 34/34', today]);
  expect(own).not.toBe(second);
  await look('rounds');
  await page.getByRole('link', { name: '打印评估表' }).click();
  const form = page.getByRole('article', { name: '三级评估表' });
  await expect(form.getByRole('row', { name: /结论/ })).toHaveCount(2);
  await look('form');
  expect(desk.complaints).toEqual([]);
});

/** A draft of the level that is next. */
async function begin(level: string): Promise<void> {
  await keys(page, 'Control+n', /^开始评估/);
  await choose(dialog(page), '三级评估', level);
  await page.keyboard.press('Control+Enter');
  await told(page, '评估草稿已开始');
}

/** The verdict goes to the core and comes back: the radio follows a moment later. */
async function decide(verdict: string | RegExp): Promise<void> {
  const radio = page.getByRole('radio', { name: verdict });
  await radio.click();
  await expect(radio).toBeChecked();
}

async function writeEffect(text: string, evidence: string): Promise<void> {
  await page.getByLabel(`${EFFECT} 意见`).focus();
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
  await page.keyboard.type(evidence);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('table', { name: /^学习教育/ }).getByText(evidence)).toBeVisible();
}

async function freeze(level: string, round = 1): Promise<void> {
  await keys(page, 'Control+Enter', /^冻结…/);
  await dialog(page).getByText('冻结后不再变').waitFor();
  await page.keyboard.press('Control+Enter');
  await told(page, `第${round}轮${level}已冻结`);
}

function rate(phase: string, figure: string) {
  const table = page.getByRole('table', { name: new RegExp(`^${phase}`) });
  return table.getByRole('row', { name: new RegExp(figure) }).getByRole('cell');
}

async function chooseAll(): Promise<void> {
  const boxes = page.getByRole('checkbox', { name: /^全选 / });
  await boxes.first().waitFor();
  for (const box of await boxes.all()) await box.check();
}

async function as(name: string): Promise<void> {
  await lock(page);
  await signIn(page, name, PASSWORD);
}

/** axe finds nothing, and nothing scrolls sideways at either size. */
async function look(name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  for (const [size, viewport] of Object.entries(SCREENS)) {
    await page.setViewportSize(viewport);
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/evaluation-${name}-${size}.png` });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide).toBe(false);
  }
  await page.setViewportSize(SCREENS.full);
}
