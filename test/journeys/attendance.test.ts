import type { Browser, Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import { PASSWORD, type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { type Desk, openBrowser, openDesk, signIn } from './support/desk.ts';
import { dialog, expect, press } from './support/hands.ts';
import { heldSession } from './support/study-office.ts';

/** Some of them have left by the day of the session, or come only after it. */
const ROSTER = 560;
const TITLE = '全员政治轮训';

const { folder, remove } = lastingScratch();
let browser: Browser;
let office: TestOffice;
let desk: Desk;
let page: Page;
let session: string;
/** How many are on the list. */
let people: number;

beforeAll(async () => {
  office = await testOffice(folder, { demo: true, today: '2021-03-10' });
  await fillOffice();
  browser = await openBrowser();
  desk = await openDesk(browser, office.host, folder);
  page = desk.page;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, 'clerk', PASSWORD);
  await openSheet(page);
});

afterAll(async () => {
  await desk.close();
  await browser.close();
  office.close();
  remove();
});

it('more than 500 people are marked with a few keys, and the sums add up all the while', async () => {
  await page.keyboard.press('Control+a');
  await page.keyboard.press('1');
  await sums(page, { 实到: people, 未登记: 0 });
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('4');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('8');
  await sums(page, { 实到: people - 3, 请假: 1, 缺席: 2 });
  await saved(page);
  expect(await storedSums()).toMatchObject({ due: people, present: people - 3, onLeave: 1, absent: 2 });
});

it('each step is taken back and done again by keys, also after it was saved', async () => {
  await grid(page).focus();
  await page.keyboard.press('Control+z');
  await sums(page, { 实到: people - 1, 请假: 1, 缺席: 0 });
  await page.keyboard.press('Control+z');
  await sums(page, { 实到: people, 请假: 0 });
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+Shift+z');
  await sums(page, { 实到: people - 3, 请假: 1, 缺席: 2 });
  await saved(page);
  expect(await storedSums()).toMatchObject({ present: people - 3, onLeave: 1, absent: 2 });
});

it('a block out of Excel is compared name by name, ○ is asked about once, and only then written', async () => {
  const { text, signs } = await sheetOfPaper();
  await copyText(text);
  await grid(page).focus();
  await page.keyboard.press('Control+v');
  const form = dialog(page);
  await form.getByText(`读取 ${people}`).waitFor();
  await term(form, '待定', signs.circles + signs.namesakes);
  await term(form, '跳过', 1);
  await form.getByRole('combobox').click();
  await page.locator('.ant-select-item-option', { hasText: '视频参加' }).click();
  await term(form, '待定', signs.namesakes);
  await page.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'hidden' });
  await saved(page);
  expect((await storedMarks()).video).toBe(signs.circles);
  await grid(page).focus();
  await page.keyboard.press('Control+z');
  await saved(page);
  expect(await storedSums()).toMatchObject({ present: people - 3, onLeave: 1, absent: 2 });
});

it('one unit, or those whom one sum counts, alone are on the sheet while they are marked', async () => {
  await page.getByRole('button', { name: /^缺席/ }).first().click();
  await expect(page.getByText(/只看缺席：2 人/)).toBeVisible();
  await grid(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('1');
  await sums(page, { 缺席: 0 });
  await page.keyboard.press('Escape');
  await expect(page.getByText(/只看缺席/)).toBeHidden();
  await saved(page);
});

it('people of a session come in batches, and one batch alone is looked at', async () => {
  await grid(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+End');
  const [, selected] = /已选 (\d+) 人/.exec(await page.locator('.attendance-chosen').innerText()) ?? [];
  await page.getByLabel('选中的归第').fill('2');
  await press(page, /^批（\d+人）/);
  await page.getByRole('combobox', { name: '只看哪一批' }).click();
  await page.locator('.ant-select-item-option', { hasText: `第2批（${selected}人）` }).click();
  await expect(page.getByText(`只看第2批：${selected} 人`)).toBeVisible();
  await press(page, '看全部');
});

it('a second window that is behind is told who changed what, and neither hand writes over the other', async () => {
  await desk.page.bringToFront();
  const [first, second] = await firstTwo();
  const clerk = await office.as('clerk');
  const { rev } = await clerk.study.session({ id: session });
  await clerk.study.mark({
    session,
    rev,
    marks: [
      { person: first.person, mark: 'late' },
      { person: second.person, mark: 'absent', reason: '未请假' },
    ],
  });
  await grid(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('5');
  const told = page.getByRole('alert').filter({ hasText: '两边登记得不一样' });
  await told.waitFor();
  await expect(told).toContainText(`${first.name}`);
  await expect(told).toContainText('对方记 迟到');
  await expect(told).toContainText('您记 病假');
  await expect(page.getByText(`${second.name} 出席 → 缺席（未请假）`, { exact: false })).toBeVisible();
  expect((await markOf(first.person)).mark).toBe('late');
  await press(told, '用我的');
  await saved(page);
  expect((await markOf(first.person)).mark).toBe('sickLeave');
  expect((await markOf(second.person)).mark).toBe('absent');
});

it('marks typed a moment before a lock are saved by it or kept for the account', async () => {
  await grid(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('2');
  await page.keyboard.press('Control+l');
  await page.getByRole('listbox', { name: '谁来办' }).waitFor();
  await signIn(page, 'clerk', PASSWORD);
  await openSheet(page);
  await sums(page, { 实到: people });
  await saved(page);
  expect((await storedMarks()).video).toBe(people);
});

it('closing the window right after a key asks first, and nothing typed is lost', async () => {
  await grid(page).focus();
  await page.keyboard.press('Control+Home');
  const asked = page.waitForEvent('dialog');
  await page.keyboard.press('3');
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.accept();
  await page.waitForEvent('close');
  const [first] = await firstTwo();
  await expect.poll(async () => (await markOf(first.person)).mark).toBe('late');
});

async function fillOffice(): Promise<void> {
  const administrator = await office.as('administrator');
  await administrator.office.confirmRecovery({ code: office.recoveryCode });
  await administrator.office.fillDemo({ people: ROSTER, sessions: 0, seed: 5 });
  const clerk = await office.as('clerk');
  session = await heldSession(clerk, TITLE, '2021-03-09');
  people = (await clerk.study.session({ id: session })).sums.due;
  expect(people).toBeGreaterThan(500);
  lockHost(office.host);
}

async function openSheet(on: Page): Promise<void> {
  await on.keyboard.press('Alt+3');
  await on.getByRole('row', { name: TITLE }).dblclick();
  await grid(on).waitFor();
  await grid(on).focus();
}

function grid(on: Page) {
  return on.getByRole('grid', { name: '签到表' });
}

async function sums(on: Page, wanted: Readonly<Record<string, number>>): Promise<void> {
  for (const [title, count] of Object.entries(wanted))
    await term(on.locator('.attendance-sums'), title, count);
}

/** The frame's own word for it. */
async function saved(on: Page): Promise<void> {
  await expect(on.getByText(/正在保存/)).toHaveCount(0);
  await on.waitForTimeout(500);
  await expect(on.getByText(/正在保存/)).toHaveCount(0);
}

async function clerkSays<Answer>(
  ask: (client: Awaited<ReturnType<TestOffice['as']>>) => Promise<Answer>,
): Promise<Answer> {
  return await ask(await office.as('clerk'));
}

async function storedSums() {
  return await clerkSays(async (client) => (await client.study.session({ id: session })).sums);
}

async function storedMarks(): Promise<Record<string, number>> {
  const { rows } = await clerkSays((client) => client.study.attendance({ session, limit: 1000 }));
  const counts: Record<string, number> = {};
  for (const { mark } of rows) counts[mark] = (counts[mark] ?? 0) + 1;
  return counts;
}

async function firstTwo() {
  const { rows } = await clerkSays((client) => client.study.attendance({ session, limit: 2 }));
  const [first, second] = rows;
  if (!first || !second) throw new Error('nobody on the list');
  return [first, second] as const;
}

async function markOf(person: string) {
  const { rows } = await clerkSays((client) => client.study.attendance({ session, limit: 1000 }));
  const row = rows.find((one) => one.person === person);
  if (!row) throw new Error('not on the list');
  return row;
}

/** As a unit sends it: one blank, every tenth with a sign that could mean anything; namesakes of one unit are told apart by nothing. */
async function sheetOfPaper() {
  const { rows } = await clerkSays((client) => client.study.attendance({ session, limit: 1000 }));
  const counts = Map.groupBy(rows, ({ name, unit }) => `${name} ${unit}`);
  const isAlone = ({ name, unit }: (typeof rows)[number]) => counts.get(`${name} ${unit}`)?.length === 1;
  const blank = rows.findIndex(isAlone);
  const signs = { circles: 0, namesakes: 0 };
  const lines = rows.map((row, at) => {
    const sign = at === blank ? '' : at % 10 === 9 ? '○' : '√';
    if (!isAlone(row)) signs.namesakes += 1;
    else if (sign === '○') signs.circles += 1;
    return [row.name, row.unitName, sign].join('\t');
  });
  return { text: lines.join('\r\n'), signs };
}

async function term(scope: Locator, title: string, count: number): Promise<void> {
  await expect(scope.getByRole('button', { name: new RegExp(`^${title} ${count}$`) })).toBeVisible();
}

async function copyText(text: string): Promise<void> {
  await page.evaluate((written) => navigator.clipboard.writeText(written), text);
}
