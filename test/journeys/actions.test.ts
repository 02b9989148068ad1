import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { PASSWORD, type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { type Desk, openBrowser, openDesk, signIn } from './support/desk.ts';
import { choose, date, dialog, expect, goTo, keys, lock, press, told } from './support/hands.ts';

const DRILL = '政法委书记“拉练”';

const { folder, remove } = lastingScratch();
let browser: Browser;
let office: TestOffice;
let desk: Desk;
let page: Page;

beforeAll(async () => {
  office = await testOffice(folder, { today: '2021-04-12' });
  await (await office.as('administrator')).office.confirmRecovery({ code: office.recoveryCode });
  const { personnel } = await office.as('clerk');
  const { id: unit } = await personnel.createUnit({ name: '县公安局' });
  await personnel.addPerson({ name: '沈一鸣', unit, status: 'onDuty', from: calendarDate('2021-02-01') });
  lockHost(office.host);
  browser = await openBrowser();
  desk = await openDesk(browser, office.host, folder);
  page = desk.page;
});

afterAll(async () => {
  if (process.env.SCREENSHOTS)
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/actions-journey.png` });
  await desk.close();
  await browser.close();
  office.close();
  remove();
});

/** 完成率 as it stands above the list. */
const completion = async () =>
  (await page.locator('.page-header .subtitle').innerText())
    .replace('完成率', '')
    .replace(/\s+/g, ' ')
    .trim();
const row = (name: string) => page.getByRole('row').filter({ hasText: name });

it('a reviewer plans the campaign’s actions, after looking at what there will be', async () => {
  await signIn(page, 'reviewer', PASSWORD);
  await goTo(page, '规定动作');
  await expect(page.getByText('还没有安排动作')).toBeVisible();
  await press(page, '按方案安排');
  await expect(dialog(page).getByRole('heading', { name: '新增 18 项' })).toBeVisible();
  await expect(dialog(page).getByRole('row').filter({ hasText: DRILL })).toHaveCount(3);
  await page.keyboard.press('Control+Enter');
  await told(page, '已安排：新增 18 项');
  await expect(row(`${DRILL}（5月）`)).toContainText('5月31日');
  await expect.poll(completion).toBe('0.0% 0/6');
});

it('a clerk finishes at once, by the keyboard alone, what was done before the books began', async () => {
  await as('clerk', '2021-04-12');
  await page.getByRole('tab', { name: /^逾期/ }).click();
  await expect(page.getByRole('row')).toHaveCount(7);
  await page.getByRole('row').nth(1).focus();
  for (let chosen = 1; chosen <= 6; chosen += 1) {
    await page.keyboard.press('Space');
    await expect(page.getByText(`已选 ${chosen} 项`)).toBeVisible();
    await page.keyboard.press('ArrowDown');
  }
  await press(page, '批量完成');
  await dialog(page)
    .getByLabel(/^佐证编号/)
    .fill('云教整〔2021〕1号');
  await page.keyboard.press('Control+Enter');
  await told(page, '已完成 6 项');
  await expect.poll(completion).toBe('100.0% 6/6');
});

it('April’s occurrence is fulfilled by the session that was made for it', async () => {
  await as('clerk', '2021-04-28');
  await goTo(page, '学习教育');
  await keys(page, 'Control+n', /^新建场次/);
  const form = dialog(page);
  await form.getByLabel(/^题目/).fill('四月拉练现场会');
  await date(form, /^日期/, '2021-04-27');
  await choose(form, '教育类型', '政治');
  await page.keyboard.press('Escape');
  await form.getByLabel(/^地点/).fill('县公安局');
  await choose(form, '规定动作', DRILL);
  await press(form, /^保存/);
  await expect(page.getByText(`对应动作（未关联）：${DRILL}（4月）`)).toBeVisible();
  await press(page, /^安排/);
  await press(page, /^举行/);
  await press(dialog(page), /^举行/);
  await page.getByRole('link', { name: `对应动作（未关联）：${DRILL}（4月）` }).click();
  const panel = page.getByRole('complementary', { name: `动作：${DRILL}（4月）` });
  await expect(panel.getByRole('link', { name: '4月27日 四月拉练现场会' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await date(dialog(page), /^完成日期/, '2021-04-27');
  await press(dialog(page), /^完成/);
  await told(page, `“${DRILL}（4月）”已办理：完成`);
  await expect(panel).toContainText('已完成');
  await panel.getByRole('link', { name: '4月27日 四月拉练现场会' }).click();
  await expect(page.getByRole('link', { name: `完成动作：${DRILL}（4月）` })).toBeVisible();
});

it('May’s is missed: it waits for the clerk, and the figure follows on every page', async () => {
  await as('clerk', '2021-06-02');
  await expect.poll(completion).toBe('87.5% 7/8');
  await goTo(page, '工作台');
  await page.getByRole('row').filter({ hasText: '动作逾期' }).getByRole('link', { name: /1/ }).click();
  await expect(row(`${DRILL}（5月）`)).toContainText('逾期2天');
  await expect(page.getByRole('row')).toHaveCount(2);
  await goTo(page, '报表');
  await expect(page.getByText('87.5%').first()).toBeVisible();
});

it('June’s is done in time; what was missed stays missed, in the figure, the calendar and the printed list', async () => {
  await as('clerk', '2021-06-15');
  await page.getByRole('tab', { name: /^全部/ }).click();
  await page.getByRole('button', { name: '日历' }).click();
  await page.getByRole('button', { name: `${DRILL}（6月）` }).click();
  await page.getByRole('complementary', { name: `动作：${DRILL}（6月）` }).waitFor();
  await keys(page, 'Control+Enter', /^完成/);
  await dialog(page)
    .getByLabel(/^佐证编号/)
    .fill('云教整〔2021〕31号');
  await page.keyboard.press('Control+Enter');
  await told(page, `“${DRILL}（6月）”已办理：完成`);
  // four others of the phase are due on its last day too
  await expect.poll(completion).toBe('61.5% 8/13');
  await page.getByRole('button', { name: '上个月' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: `${DRILL}（5月）` })).toContainText('逾期15天');
  await page.getByRole('link', { name: '打印清单' }).click();
  await expect(page.getByRole('row').filter({ hasText: `${DRILL}（5月）` })).toContainText('待开展（逾期）');
  await expect(page.getByText('完成率 61.5%（8/13）')).toBeVisible();
  expect(desk.complaints).toEqual([]);
});

/** Another account on another day; the room of the actions is open then. */
async function as(name: 'clerk' | 'reviewer', today: string): Promise<void> {
  await lock(page);
  office.ports.setDate(today);
  await signIn(page, name, PASSWORD);
  await goTo(page, '规定动作');
}
