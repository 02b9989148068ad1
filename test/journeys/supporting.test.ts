import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import { PASSWORD, type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { type Desk, openBrowser, openDesk, signIn } from './support/desk.ts';
import { expect, lock } from './support/hands.ts';

const scratch = lastingScratch();
let office: TestOffice;
let browser: Browser;
let desk: Desk;
let page: Page;

beforeAll(async () => {
  office = await testOffice(scratch.folder, { today: '2021-04-20', code: '530310' });
  const clerk = await office.as('clerk');
  for (const name of ['县法院', '县检察院', '县公安局', '县司法局'])
    await clerk.personnel.createUnit({ name });
  lockHost(office.host);
  browser = await openBrowser();
  desk = await openDesk(browser, office.host, scratch.folder);
  page = desk.page;
  await signIn(page, 'clerk', PASSWORD);
});
afterAll(async () => {
  await desk.close();
  await browser.close();
  office.close();
  scratch.remove();
});

const grid = () => page.getByRole('grid', { name: /各单位计数/ });
const cell = (name: RegExp) => grid().getByRole('gridcell', { name });
const row = (name: RegExp) => grid().getByRole('row', { name });
const numbersOf = async (name: RegExp) =>
  (await row(name).getByRole('gridcell').allInnerTexts()).map((text) => text.trim());
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const saved = async () => await expect(page.getByText('已全部保存')).toBeVisible();

async function paste(text: string): Promise<void> {
  await grid().evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

describe('a month of counters', () => {
  it('is typed by keyboard as in a spreadsheet, and its sums add up as it is typed', async () => {
    await page.getByRole('link', { name: '谈话·制度·计数' }).click();
    await page.getByRole('tab', { name: '月度计数' }).click();
    await cell(/^县法院 征求意见：空白/).click();
    await press('1', '2', 'Tab', '3', 'Enter', '4', 'ArrowLeft', '0', 'Enter');
    await expect(cell(/^县法院 征求意见：12/)).toBeVisible();
    await expect(cell(/^县法院 办实事：3/)).toBeVisible();
    await expect(cell(/^县检察院 办实事：4/)).toBeVisible();
    await expect(cell(/^县检察院 征求意见：0，/)).toBeVisible();
    await expect.poll(() => numbersOf(/^合计（4 个单位）/)).toEqual(['12', '7', '0', '0', '0', '0', '19']);
    await expect(page.getByText(/^合计 19＝征求意见 12＋办实事 7＋/)).toBeVisible();
    await expect(page.getByText('填了 2 个单位 4 格', { exact: false })).toBeVisible();
    await saved();
  });

  it('takes a block from a spreadsheet by its names, and one without from the cell on', async () => {
    await paste('单位\t开展活动\t表彰个人\r\n县司法局\t5\t１\r\n县公安局\t1,200\t\r\n合计\t1205\t1\r\n');
    await expect(page.getByText('已粘贴 3 格')).toBeVisible();
    await cell(/^县公安局 征求意见/).click();
    await paste('7\t8\r\n若干\t9\r\n');
    await expect(page.getByText('已粘贴 3 格；没有写入的：若干')).toBeVisible();
    await expect
      .poll(() => numbersOf(/^合计（4 个单位）/))
      .toEqual(['19', '24', '1205', '0', '0', '1', '1249']);
  });

  it('is filled down, taken back and done again step by step', async () => {
    await cell(/^县法院 发布会/).click();
    await press(
      '2',
      'Enter',
      'ArrowUp',
      'Shift+ArrowDown',
      'Shift+ArrowDown',
      'Shift+ArrowDown',
      'Control+d',
    );
    await expect.poll(async () => (await numbersOf(/^合计（4 个单位）/))[3]).toBe('8');
    await press('Control+z');
    await expect.poll(async () => (await numbersOf(/^合计（4 个单位）/))[3]).toBe('2');
    await press('Control+y');
    await expect.poll(async () => (await numbersOf(/^合计（4 个单位）/))[3]).toBe('8');
    await saved();
    const clerk = await office.as('clerk');
    const { sums } = await clerk.supporting.counters({ month: '2021-04' });
    expect(sums).toMatchObject({
      opinionsSought: 19,
      practicalThings: 24,
      activities: 1205,
      pressConferences: 8,
    });
  });

  it('asks whose number holds where another hand filled the same cell meanwhile', async () => {
    const clerk = await office.as('clerk');
    const month = '2021-04';
    const { units } = await clerk.supporting.counters({ month });
    const cellOf = (count: number) => ({
      unit: units[0]!.unit,
      kind: 'commendedGroups' as const,
      count,
      rev: 0,
    });
    await clerk.supporting.setCounters({ month, cells: [cellOf(3)] });
    await cell(/^县法院 表彰集体/).click();
    await press('5', 'Enter');
    await expect(page.getByText('县法院 表彰集体：别人已填3，您填的是5')).toBeVisible();
    await page.getByRole('button', { name: '用我的' }).click();
    await expect(cell(/^县法院 表彰集体：5/)).toBeVisible();
    await saved();
    expect((await clerk.supporting.counters({ month })).sums.commendedGroups).toBe(5);
  });

  it('is saved as .xlsx, and comes home as nothing new', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /存为 Excel/ }).click();
    const file = await (await download).path();
    await press('Control+i');
    const dialog = page.getByRole('dialog', { name: '导入月度计数' });
    await dialog.locator('input[type="file"]').setInputFiles({
      name: '月度计数表.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: readFileSync(file),
    });
    await expect(dialog.getByRole('button', { name: /^未变 4/ })).toBeVisible();
    await expect(dialog.getByRole('button', { name: /^变更 0/ })).toBeVisible();
    await expect(dialog.getByText('其中有数的格：新增 0，变更 0，未变 15')).toBeVisible();
    await expect(dialog.getByRole('button', { name: '没有可写入的' })).toBeDisabled();
    await press('Escape');
  });

  it('stands beside the month before, and in the year by month', async () => {
    await page.getByRole('button', { name: '上一个月' }).click();
    await expect(row(/^2021年2月合计/)).toBeVisible();
    await page.getByRole('button', { name: '下一个月' }).click();
    await page.getByRole('button', { name: '年表' }).click();
    const year = page.getByRole('table', { name: /2021年各项按月/ });
    await expect(year.getByRole('row', { name: /^合计/ })).toContainText('1262');
    await expect(year.getByRole('row', { name: /^开展活动/ })).toContainText('1205');
    await year.getByRole('button', { name: '4月' }).click();
    await expect(grid()).toBeVisible();
  });

  it('hears the first keys after the page is unlocked, as nothing else has the focus', async () => {
    await lock(page);
    await signIn(page, 'clerk', PASSWORD);
    await expect(grid()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(cell(/^县检察院 征求意见/)).toHaveAttribute('aria-selected', 'true');
  });

  it('satisfies axe, and complained of nothing', async () => {
    for (const tab of ['制度清单', '月度计数', '谈话']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('heading', { level: 1, name: tab }).waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    }
    // the refusal that two hands in one cell met with above
    expect(desk.complaints.filter((one) => !one.includes('"code":"conflict"'))).toEqual([]);
  });
});

describe('institutions', () => {
  it('are written down line by line, found by kind, and taken back', async () => {
    await page.getByRole('tab', { name: '制度清单' }).click();
    const entry = page.getByRole('region', { name: '登记制度' });
    await entry.getByLabel('制度名称').fill('案件评查办法');
    await entry.getByLabel('文号').fill('云政法〔2021〕5号');
    await press('Enter');
    await expect(page.getByRole('row', { name: /案件评查办法/ })).toBeVisible();
    await expect(entry.getByLabel('制度名称')).toBeFocused();
    await page.keyboard.type('值班规定');
    await press('Enter');
    await expect(page.getByRole('tab', { name: /^新建 ?2$/ })).toBeVisible();
    await page
      .getByRole('row', { name: /值班规定/ })
      .getByRole('button', { name: '删除' })
      .click();
    await expect(page.getByRole('tab', { name: /^新建 ?1$/ })).toBeVisible();
    await expect(page.getByText('已删除“值班规定”，可以撤销。')).toBeVisible();
  });
});
