import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { PASSWORD, type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { type Desk, openBrowser, openDesk, signIn } from './support/desk.ts';
import { date, dialog, expect, goTo, lock, press, take, told } from './support/hands.ts';
import { approveWith, heldSession } from './support/study-office.ts';

const FIRST = '英模先进事迹报告';
const SECOND = '党史专题党课';
const THIRD = '三个规定轮训';

const { folder, remove } = lastingScratch();
let browser: Browser;
let office: TestOffice;
let desk: Desk;
let page: Page;
let leaver: string;

beforeAll(async () => {
  office = await testOffice(folder, { demo: true, today: '2021-03-22' });
  const administrator = await office.as('administrator');
  await administrator.office.confirmRecovery({ code: office.recoveryCode });
  await administrator.office.fillDemo({ people: 40, sessions: 0, seed: 9 });
  for (const [title, day] of [
    [FIRST, '2021-03-08'],
    [SECOND, '2021-03-10'],
  ] as const)
    await approveWith(office, await heldSession(await office.as('clerk'), title, day), [
      'absent',
      'officialLeave',
      'absent',
    ]);
  leaver = await sendAway();
  lockHost(office.host);
  browser = await openBrowser();
  desk = await openDesk(browser, office.host, folder);
  page = desk.page;
});

afterAll(async () => {
  if (process.env.SCREENSHOTS)
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/study-journey.png` });
  await desk.close();
  await browser.close();
  office.close();
  remove();
});

it('one make-up covers two missed sessions: recorded, rejected, recorded again, confirmed, and the figures follow', async () => {
  await signIn(page, 'clerk', PASSWORD);
  await goTo(page, '学习教育');
  const before = await figure();
  await record('示教1号');
  await as('reviewer');
  await chooseAll();
  await press(page, /^退回…/);
  await dialog(page).getByLabel(/^理由/).fill('材料编号写错了');
  await press(dialog(page), '保存');
  await told(page, '补课已退回 4 人');
  await as('clerk');
  await record('示教2号');
  expect(await figure()).toBe(before);
  await as('reviewer');
  await chooseAll();
  await press(page, /^确认/);
  await told(page, '补课已确认 4 人');
  await expect.poll(figure).toBe('4/6');
});

it('who left is queued for the reviewer, who waives what they owe in one step', async () => {
  await goTo(page, '学习教育');
  await press(page, /^离岗待免补 2/);
  await expect(page.getByText('已离岗').first()).toBeVisible();
  await chooseAll();
  await press(page, /^免补…/);
  expect(await dialog(page).getByLabel(/^理由/).inputValue()).toBe('调离');
  await press(dialog(page), '保存');
  await told(page, '已免补 2 人');
  await expect.poll(figure).toBe('4/4');
});

it('a posting put right later shows as a difference, and comes into the list by a correction alone', async () => {
  await backDate();
  await page.reload();
  await as('reviewer');
  await page.getByRole('row', { name: FIRST }).dblclick();
  await expect(page.getByText('有 1 人的去向后来改过')).toBeVisible();
  await press(page, /^更正/);
  await dialog(page).getByLabel(/^理由/).fill('人员去向补录有误');
  await page.keyboard.press('Control+Enter');
  await told(page, '场次：更正');
  await as('clerk');
  await page.getByRole('row', { name: FIRST }).dblclick();
  await press(page, '查看');
  await press(dialog(page), /^采用这 1 人的改动/);
  await told(page, '名单已按花名册改 1 人');
  await expect(page.getByText('后来改过')).toBeHidden();
  await page
    .getByRole('button', { name: /^提交审核/ })
    .and(page.locator(':enabled'))
    .click();
  await told(page, '场次：提交');
  await as('reviewer');
  await page.getByRole('row', { name: FIRST }).dblclick();
  await press(page, /^审核通过/);
  await told(page, '场次：审核通过');
});

it('four weekly sessions are planned in one step and stand in the calendar', async () => {
  await as('clerk');
  await page.keyboard.press('Control+n');
  const form = dialog(page);
  await form.getByLabel('题目').fill('周三学习');
  await date(form, '日期', '2021-04-07');
  await form.getByRole('checkbox', { name: /按周重复/ }).check();
  await press(form, '保存');
  await told(page, '已建 4 场');
  await goTo(page, '学习教育');
  await press(page, '日历');
  await press(page, '下个月');
  await expect(
    page.getByRole('table', { name: '2021年4月' }).getByRole('link', { name: /周三学习（第\d场）/ }),
  ).toHaveCount(4);
  await press(page, '列表');
});

it('a sign-in sheet that came back is compared with the list, and what it leaves open is asked', async () => {
  const session = await heldSession(await office.as('clerk'), THIRD, '2021-03-15');
  await page.keyboard.press('F5');
  const { rows } = await (await office.as('clerk')).study.attendance({ session, limit: 500 });
  const names = rows.map(
    ({ name, unitName }, at) => `${name},${unitName},${at === 0 ? '' : at < 3 ? '○' : '√'}`,
  );
  const file = join(folder, 'sheet.csv');
  writeFileSync(file, ['姓名,单位,签到', ...names, '路人甲,,√'].join('\n'));
  await goTo(page, '学习教育');
  await page.getByRole('row', { name: THIRD }).dblclick();
  await press(page, /^导入签到表/);
  const form = dialog(page);
  await form.getByLabel('选择文件').setInputFiles(file);
  await form.getByText(`读取 ${rows.length + 1}`).waitFor();
  await expect(form.getByRole('button', { name: /^待定 3$/ })).toBeVisible();
  await form.getByRole('combobox', { name: /“○” 的意思（2 处）/ }).click();
  await page.locator('.ant-select-item-option', { hasText: '视频参加' }).click();
  await expect(form.getByRole('button', { name: /^待定 1$/ })).toBeVisible();
  await press(form, /^写入 \d+ 人/);
  await told(page, '已从签到表写入');
  const marks = (await (await office.as('clerk')).study.session({ id: session })).sums;
  expect(marks).toMatchObject({ present: rows.length - 1, unmarked: 1, absent: 0 });
});

it('the matrix and the statistics tell of every session, and a form is looked at and saved', async () => {
  await goTo(page, '学习教育');
  await page.getByRole('link', { name: '人员×场次' }).click();
  await page
    .getByRole('grid')
    .or(page.getByRole('table', { name: '人员×场次' }))
    .first()
    .waitFor();
  await expect(page.getByRole('columnheader', { name: /3\.8/ })).toBeVisible();
  await goTo(page, '学习教育');
  await page.getByRole('link', { name: '参与统计' }).click();
  await page.getByRole('tab', { name: '按场次' }).click();
  await expect(page.getByRole('row', { name: new RegExp(FIRST) })).toBeVisible();
  await expect(page.getByText('口径：按日期先后')).toBeVisible();
  await goTo(page, '学习教育');
  await page.getByRole('row', { name: FIRST }).dblclick();
  await page.getByRole('link', { name: '打印签到表' }).click();
  await page.getByRole('article', { name: '签到表' }).waitFor();
  const file = await take(page, folder, () => press(page, '存为 Excel'));
  expect(file).toMatch(/签到表-2021-03-08 英模先进事迹报告/);
  expect(desk.complaints).toEqual([]);
});

async function as(name: string): Promise<void> {
  await lock(page);
  await signIn(page, name, PASSWORD);
  await goTo(page, '学习教育');
}

/** All people of the two sessions, whatever they missed, at once. */
async function chooseAll(): Promise<void> {
  const boxes = page.getByRole('checkbox', { name: /^全选 / });
  await boxes.first().waitFor();
  for (const box of await boxes.all()) await box.check();
}

async function record(document: string): Promise<void> {
  await press(page, /^待补 4/);
  await chooseAll();
  await press(page, /^登记已补…/);
  await date(dialog(page), '补课日期', '2021-03-20');
  await dialog(page).getByLabel('材料编号').fill(document);
  await press(dialog(page), '保存');
  await told(page, '已登记补课 4 人');
}

/** 补课完成率 as its fraction. */
async function figure(): Promise<string> {
  const item = page.getByRole('listitem').filter({ hasText: '补课完成率' });
  return (await item.innerText()).match(/\d+\/\d+/)?.[0] ?? '';
}

/** The third who missed both goes elsewhere. */
async function sendAway(): Promise<string> {
  const clerk = await office.as('clerk');
  const { rows } = await clerk.study.makeups({ state: 'pending', limit: 100 });
  const person = rows[2]?.person ?? '';
  const { rev, unit } = await clerk.personnel.person({ id: person });
  await clerk.personnel.transfer({
    id: person,
    rev,
    unit: unit ?? '',
    status: 'transferredOut',
    from: calendarDate('2021-03-16'),
  });
  return person;
}

/** It becomes known that they had left before the first session already. */
async function backDate(): Promise<void> {
  await lock(page);
  const clerk = await office.as('clerk');
  const { rev, postings } = await clerk.personnel.person({ id: leaver });
  const [first] = postings;
  if (!first) throw new Error('no posting');
  const left = calendarDate('2021-03-09');
  await clerk.personnel.correctPostings({
    id: leaver,
    rev,
    reason: '调令日期补录',
    postings: [
      {
        unit: first.unit,
        status: first.status,
        from: calendarDate(first.from),
        until: calendarDate('2021-03-05'),
      },
      { unit: first.unit, status: 'transferredOut', from: calendarDate('2021-03-05'), until: left },
      { unit: first.unit, status: first.status, from: left, until: calendarDate('2021-03-16') },
      { unit: first.unit, status: 'transferredOut', from: calendarDate('2021-03-16'), until: null },
    ],
  });
  lockHost(office.host);
}
