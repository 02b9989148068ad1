import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import { PASSWORD, type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { type Desk, openBrowser, openDesk } from './support/desk.ts';
import { told } from './support/hands.ts';

const { folder, remove } = lastingScratch();
let browser: Browser;
let office: TestOffice;
let desk: Desk;

beforeAll(async () => {
  office = await testOffice(folder, { demo: true, today: '2021-03-10' });
  const administrator = await office.as('administrator');
  await administrator.office.confirmRecovery({ code: office.recoveryCode });
  await administrator.office.fillDemo({ people: 40, sessions: 0, seed: 3 });
  lockHost(office.host);
  browser = await openBrowser();
  desk = await openDesk(browser, office.host, folder, 'scaled');
  desk.page.setDefaultTimeout(8_000);
}, 60_000);

afterAll(async () => {
  if (process.env.SCREENSHOTS)
    await desk.page.screenshot({ path: `${process.env.SCREENSHOTS}/keyboard.png` });
  await desk.close();
  await browser.close();
  office.close();
  remove();
});

it('a clerk signs in, plans a session, marks it and hands it in without touching the mouse', async () => {
  const { page } = desk;
  await signInByKeys(page, 1);
  await page.keyboard.press('Alt+3');
  await page
    .getByRole('button', { name: /^新建场次/ })
    .first()
    .waitFor();
  await page.keyboard.press('Control+n');
  await fillSession(page);
  await advance(page, '安排');
  await advance(page, '举行');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Control+Enter');
  await markSheet(page);
  await advance(page, '提交审核');
  await told(page, '场次：提交');
}, 60_000);

it('a reviewer signs in after the lock and approves it the same way', async () => {
  const { page } = desk;
  await page.keyboard.press('Control+l');
  await page.getByRole('listbox', { name: '谁来办' }).waitFor();
  await signInByKeys(page, 2);
  await page.keyboard.press('Alt+3');
  await page.getByRole('row', { name: '廉政警示教育' }).waitFor();
  await tabTo(page, (element) => element.matches('[role="grid"] tr'));
  await page.keyboard.press('Enter');
  await advance(page, '审核通过');
  await told(page, '场次：审核通过');
  expect(desk.complaints).toEqual([]);
}, 60_000);

it('Enter while an input method composes submits nothing, and digits in a composition are text', async () => {
  const { page } = desk;
  await page.keyboard.press('Control+l');
  await page.getByRole('listbox', { name: '谁来办' }).waitFor();
  await signInByKeys(page, 1);
  await page.keyboard.press('Alt+3');
  await page
    .getByRole('button', { name: /^新建场次/ })
    .first()
    .waitFor();
  await page.keyboard.press('Control+n');
  const input = await page.context().newCDPSession(page);
  await input.send('Input.imeSetComposition', { text: 'zhengzhi', selectionStart: 8, selectionEnd: 8 });
  for (const type of ['rawKeyDown', 'keyUp'] as const)
    await input.send('Input.dispatchKeyEvent', {
      type,
      key: 'Process',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
  expect(await page.getByRole('dialog').isVisible()).toBe(true);
  await input.send('Input.insertText', { text: '政治' });
  expect(await page.getByRole('dialog').getByLabel(/^题目/).inputValue()).toBe('政治');
  await page.keyboard.press('Escape');
}, 60_000);

/** The list of accounts comes before the password in the order of Tab; the arrow keys choose in it. */
async function signInByKeys(page: Page, downs: number): Promise<void> {
  await page.getByRole('option').first().waitFor();
  await tabTo(page, (element) => element.getAttribute('role') === 'listbox');
  await page.keyboard.press('Home');
  const options = await page.getByRole('option').count();
  for (let up = 0; up < options; up += 1) await page.keyboard.press('ArrowUp');
  for (let down = 0; down < downs; down += 1) await page.keyboard.press('ArrowDown');
  await tabTo(page, (element) => element.matches('input[type="password"]'));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: '栏目' }).waitFor();
}

async function fillSession(page: Page): Promise<void> {
  const form = page.getByRole('dialog');
  await form.getByLabel(/^题目/).waitFor();
  await page.keyboard.type('廉政警示教育');
  await typeInto(page, '环节', '学习教育', true);
  await typeInto(page, '教育类型', '廉政教育', true);
  await page.keyboard.press('Escape');
  await typeInto(page, '日期', '2021-03-09', true);
  await typeInto(page, '地点', '机关会议室', false);
  await page.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'hidden' });
}

async function typeInto(page: Page, label: string, text: string, takesEnter: boolean): Promise<void> {
  const id = await page.getByRole('dialog').locator('label', { hasText: label }).first().getAttribute('for');
  await tabTo(page, (element, wanted) => element.id === wanted, id ?? '');
  await page.keyboard.type(text);
  if (takesEnter) await page.keyboard.press('Enter');
}

async function advance(page: Page, move: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^${move}`) })
    .and(page.locator(':enabled'))
    .first()
    .waitFor();
  await page.keyboard.press('Control+Enter');
}

/** Everybody present by one range, then one on leave with the reason. */
async function markSheet(page: Page): Promise<void> {
  await page.getByRole('grid', { name: '签到表' }).waitFor();
  await tabTo(page, (element) => element.getAttribute('aria-label') === '签到表');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('4');
  await page.getByPlaceholder('填事由').first().waitFor();
  await tabTo(page, (element) => element.getAttribute('placeholder') === '填事由');
  await page.keyboard.type('公务外出');
  await page.keyboard.press('Enter');
}

/** Tab, as far as it takes: what cannot be reached by it is not there for the keyboard. */
async function tabTo(
  page: Page,
  isIt: (element: Element, wanted: string) => boolean,
  wanted = '',
): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    const source = `((${isIt.toString()})(document.activeElement, ${JSON.stringify(wanted)}))`;
    if (await page.evaluate(source)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${isIt.toString()}`);
}
