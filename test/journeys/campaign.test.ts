import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { as } from './story/county-story.ts';
import {
  approveFilings,
  approveSession,
  draftItem,
  fileSelfInspections,
  holdSession,
  moveItem,
} from './story/county-work.ts';
import { type Desk, openBrowser, openDesk, signIn } from './support/desk.ts';
import { choose, date, dialog, goTo, PASSWORD, press, told } from './support/hands.ts';

const RIVER = join(import.meta.dirname, '../fixtures/campaigns/river.json');
const NAME = '清江护河专项行动';
const SESSION = {
  title: '护河第一课',
  phase: '动员',
  types: ['思想动员', '护河知识'],
  day: '2022-03-05',
  venues: '江边码头',
  reasons: ['出差', '未请假'],
} as const;
const PAPERS = {
  numbers: ['护-1', '护-2', '护-3'],
  filedOn: '2022-04-06',
  category: '乱排',
  summary: '厂里的废水没有报',
} as const;
const ITEM = {
  source: '县级检查',
  category: '乱占',
  problem: '滩地上搭了棚子没有拆',
  measures: '月底前拆除，恢复滩地',
  unit: '沿江分局',
  leader: '示例领导',
  owner: '示例责任人',
  evidence: '护销-1',
} as const;

const { folder, remove } = lastingScratch();
let office: TestOffice;
let browser: Browser;
let desk: Desk;

/** An office at the end of its first campaign, with one session, four people and an issued item. */
beforeAll(async () => {
  office = await testOffice(folder, { code: '999901', today: '2021-04-20' });
  await (await office.as('administrator')).office.confirmRecovery({ code: office.recoveryCode });
  const clerk = await office.as('clerk');
  const unit = (await clerk.personnel.createUnit({ name: ITEM.unit, kind: 'publicSecurity' })).id;
  for (const [place, name] of ['江一', '江二', '江三', '江四'].entries())
    await clerk.personnel.addPerson({ name, unit, orderNumber: place, from: calendarDate('2021-01-01') });
  await clerk.study.createSession({ title: '第一批党课', phase: 'study', types: ['political'] });
  const { measures, leader, owner } = ITEM;
  const draft = await clerk.rectification.draftItem({
    ...{ source: 'officeInspection', category: 'disloyalty', problem: '第一批的问题' },
    ...{ unit, measures, leader, owner, dueOn: calendarDate('2021-05-20') },
  });
  await (await office.as('reviewer')).rectification.moveItem({ ...draft, move: 'issue' });
  office.ports.setDate('2022-04-20');
  office.close();
  browser = await openBrowser();
  desk = await openDesk(browser, office.host, folder);
});

afterAll(async () => {
  if (process.env.SCREENSHOTS)
    await desk.page.screenshot({ path: join(process.env.SCREENSHOTS, 'campaign.png') });
  await desk.close();
  await browser.close();
  office.close();
  remove();
});

it('an administrator begins an invented campaign from its file, told what it closes, by typing its name', async () => {
  const { page } = desk;
  await signIn(page, 'administrator', PASSWORD);
  await goTo(page, '方案');
  await press(page, '开始另一项活动…');
  await dialog(page).getByRole('radio', { name: '方案文件' }).check();
  await dialog(page).getByLabel('选择方案文件…').setInputFiles(RIVER);
  await press(dialog(page), '看看会怎样');
  await dialog(page).getByText('单位 1 个，人员 4 人').waitFor();
  await dialog(page).getByText('场次 1，填报 0，问题 1').waitFor();
  const go = dialog(page).getByRole('button', { name: '封存旧台账，开始新活动' });
  expect(await go.isDisabled()).toBe(true);
  await dialog(page).getByLabel('新活动名称').fill(NAME);
  await go.click();
  await told(page, `已开始“${NAME}”`);
  for (const phase of ['动员', '排查', '整治', '复查'])
    await page.getByRole('cell', { name: phase }).waitFor();
  expect(desk.complaints).toEqual([]);
});

it('the short journey runs in it under its own phases, types and categories', async () => {
  const { page } = desk;
  await as(page, 'clerk');
  await holdSession(page, SESSION);
  await as(page, 'reviewer');
  await approveSession(page, SESSION);
  await as(page, 'clerk');
  await fileSelfInspections(page, PAPERS);
  await draftItem(page, '2022-05-20', ITEM);
  await as(page, 'reviewer');
  await approveFilings(page, PAPERS);
  await moveItem(page, '下达', {}, ITEM);
  await as(page, 'clerk');
  await moveItem(page, '开始整改', {}, ITEM);
  await moveItem(page, '申请销号', { 佐证材料编号: ITEM.evidence }, ITEM);
  await as(page, 'reviewer');
  await moveItem(page, '通过销号', {}, ITEM);
  expect(desk.complaints).toEqual([]);
  const { figures } = await (await office.as('reviewer')).figures.asOf({ asOf: calendarDate('2022-04-20') });
  expect(figures).toMatchObject({
    participationFirst: { numerator: 2, denominator: 4 },
    coverage: { numerator: 2, denominator: 4 },
    selfInspectionCoverage: { numerator: 3, denominator: 4 },
    closureRate: { numerator: 1, denominator: 1 },
  });
});

it('the reviewer moves a phase and names an action, each with its reason in the record', async () => {
  const { page } = desk;
  await goTo(page, '方案');
  await press(page, '修改…');
  await date(dialog(page).getByRole('listitem').nth(2), '结束', '2022-07-05');
  await dialog(page).getByLabel('变更依据或原因').fill('汛期提前');
  await press(dialog(page), /^保存/);
  await dialog(page).getByText('日期重叠').waitFor();
  await date(dialog(page).getByRole('listitem').nth(3), '开始', '2022-07-06');
  await press(dialog(page), /^保存/);
  await told(page, '方案第2版');
  await page.getByRole('tab', { name: '规定动作清单' }).click();
  await press(page, '起名…');
  await dialog(page).getByLabel(/^动作/).fill('清滩');
  await choose(dialog(page), '次数', '每月一次');
  await press(dialog(page), /^保存/);
  await told(page, '方案第3版');
  await page.getByRole('cell', { name: '清滩' }).waitFor();
  await page.getByRole('tab', { name: '变更记录' }).click();
  await page.getByRole('row', { name: /第2版.*环节.*汛期提前.*reviewer/ }).waitFor();
});

it('the books of the first campaign stay apart, and are read', async () => {
  const { page } = desk;
  await page.getByRole('tab', { name: '往期台账' }).click();
  await page.getByRole('link', { name: '查看' }).click();
  await page.getByText('已封存 只读').waitFor();
  await page.getByRole('tab', { name: '学习教育' }).click();
  await page.getByRole('row', { name: '第一批党课' }).waitFor();
  await page.getByRole('tab', { name: '问题整改' }).click();
  await page.getByRole('row', { name: /第一批的问题.*政治不忠诚/ }).waitFor();
  for (const register of ['规定动作', '制度清单', '月度计数', '谈话']) {
    await page.getByRole('tab', { name: register }).click();
    await page.getByRole('grid').or(page.locator('.empty')).first().waitFor();
  }
  await page.getByRole('link', { name: '评估表' }).waitFor();
  await goTo(page, '问题整改');
  await page.getByRole('tab', { name: /^全部/ }).click();
  await page.getByRole('row', { name: ITEM.problem }).waitFor();
  expect(await page.getByRole('row', { name: '第一批的问题' }).count()).toBe(0);
  expect(desk.complaints.filter((text) => !text.includes('phases_overlap'))).toEqual([]);
});
