import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import type { AccountRole } from '../../shared/vocabulary/words.ts';
import { PASSWORD, type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { type Desk, openBrowser, openDesk, SCREENS, signIn } from './support/desk.ts';
import { choose, date, dialog, expect, goTo, keys, lock, press, told } from './support/hands.ts';
import { approveWith, heldSession } from './support/study-office.ts';

const LECTURE = '英模先进事迹报告';
const EFFECT = '学习转化效果';

const { folder, remove } = lastingScratch();
let browser: Browser;
let county: TestOffice;
let group: TestOffice;
let desk: Desk;
let page: Page;

beforeAll(async () => {
  county = await testOffice(folder, { demo: true, code: '530101', today: '2021-04-20' });
  group = await testOffice(folder, { demo: true, role: 'group', code: '530100', today: '2021-04-20' });
  const [ours, theirs] = [await county.as('administrator'), await group.as('administrator')];
  await ours.office.confirmRecovery({ code: county.recoveryCode });
  await theirs.office.confirmRecovery({ code: group.recoveryCode });
  await ours.exchange.trust({ content: (await theirs.exchange.ownKeys()).content });
  await theirs.exchange.trust({ content: (await ours.exchange.ownKeys()).content });
  await ours.office.fillDemo({ people: 40, sessions: 0, seed: 9 });
  const lecture = await heldSession(await county.as('clerk'), LECTURE, '2021-03-08');
  await approveWith(county, lecture, ['absent', 'officialLeave']);
  await frozenOwn();
  await carry(county, 'clerk', group, 'member');
  for (const one of [county, group]) lockHost(one.host);
  browser = await openBrowser();
  await sitDown(group);
});

afterAll(async () => {
  if (process.env.SCREENSHOTS)
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/group-evaluation-end.png` });
  await desk.close();
  await browser.close();
  county.close();
  group.close();
  remove();
});

it('a member of the group drafts its evaluation beside what the county found of itself', async () => {
  await signIn(page, 'member', PASSWORD);
  await goTo(page, '三级评估');
  await expect(page.getByText('还没有评估。在“报送总览”里')).toBeVisible();
  await look('none');
  await goTo(page, '报送总览');
  await page.getByRole('link', { name: 'office 530101' }).click();
  await page.getByRole('tab', { name: '评估' }).click();
  await page.getByRole('tab', { name: /^学习教育/ }).click();
  await expect(page.getByRole('button', { name: /第1轮\s*自评/ })).toBeVisible();
  await keys(page, 'Control+n', /^开始评估/);
  await choose(dialog(page), '三级评估', '指导组评估');
  await expect(dialog(page).getByText('县里的数据到4月20日')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await told(page, '评估草稿已开始');
  await page.getByLabel(`${EFFECT} 意见`).focus();
  await page.keyboard.type('学用脱节');
  // past the evidence number, which is not asked for here
  for (const key of ['Tab', 'Tab']) await page.keyboard.press(key);
  await expect(page.getByRole('table', { name: /^学习教育/ }).getByText('学用脱节')).toBeVisible();
  const verdict = page.getByRole('radio', { name: /^返工/ });
  await verdict.click();
  await expect(verdict).toBeChecked();
  await date(page, '整改时限', '2021-05-10');
  await press(page, '列入事项…');
  await dialog(page).getByRole('combobox', { name: '所指的记录' }).click();
  await page.locator('.ant-select-item-option', { hasText: LECTURE }).click();
  await dialog(page).getByLabel('要求').fill('没有学原文');
  await page.keyboard.press('Control+Enter');
  await told(page, '事项已列入');
  await expect(page.getByText('由组长冻结，再装进给这个县的反馈包')).toBeVisible();
  await look('draft');
});

it('the leader finds the draft in the work list and freezes it, told what it does at the county', async () => {
  await lock(page);
  await signIn(page, 'leader', PASSWORD);
  await goTo(page, '工作台');
  await page.getByRole('link', { name: /^评估等冻结/ }).click();
  await page.getByText('等组长冻结').click();
  await keys(page, 'Control+Enter', /^冻结…/);
  await expect(dialog(page).getByText('责令事项在县里导入反馈包时生效')).toBeVisible();
  await look('freezing');
  await press(dialog(page), '冻结');
  await told(page, '第1轮指导组评估已冻结');
  await expect(page.getByText('已放行')).toBeVisible();
  await look('frozen');
  expect(desk.complaints).toEqual([]);
});

it('at the county it stands in its column, and its order in the work list', async () => {
  await desk.close();
  await carry(group, 'leader', county, 'clerk');
  await sitDown(county);
  await signIn(page, 'clerk', PASSWORD);
  await page.getByRole('link', { name: /^评估责令事项/ }).click();
  await expect(page.getByText('没有学原文')).toBeVisible();
  await page.getByRole('tab', { name: /^学习教育/ }).click();
  await page.getByRole('button', { name: /第1轮\s*指导组评估\s*返工 至5月10日/ }).click();
  await expect(page.getByText('市指导组的反馈包')).toBeVisible();
  await expect(page.getByRole('button', { name: /^撤回…/ })).toHaveCount(0);
  await look('county');
  await goTo(page, '学习教育');
  await expect(page.getByRole('row', { name: new RegExp(`${LECTURE}.*退回`) })).toBeVisible();
  expect(desk.complaints).toEqual([]);
});

it('back at the group, the county’s answer is told beside the evaluation', async () => {
  await desk.close();
  await carry(county, 'clerk', group, 'member');
  await sitDown(group);
  await signIn(page, 'leader', PASSWORD);
  await goTo(page, '三级评估');
  await expect(page.getByRole('row', { name: /office 530101.*第1轮指导组评估.*已采纳/ })).toBeVisible();
  await look('answered');
  expect(desk.complaints).toEqual([]);
});

/** The county's 自评 of its study phase, which passed. */
async function frozenOwn(): Promise<void> {
  const { evaluation } = await county.as('clerk');
  const { id, rev } = await evaluation.begin({ phase: 'study', level: 'own' });
  const written = await evaluation.setLine({ id, rev, indicator: 'look-effect', text: '落实 12 项' });
  const head = { evaluatedOn: '2021-04-20', asOf: '2021-04-20', verdict: 'passed' } as const;
  const decided = await evaluation.update({ id, rev: written.rev, ...head });
  await (await county.as('reviewer')).evaluation.freeze(decided);
}

/** A stick from one to the other. */
async function carry(
  from: TestOffice,
  sender: AccountRole,
  to: TestOffice,
  taker: AccountRole,
): Promise<void> {
  const { fileName, content } = await (await from.as(sender)).exchange.exportBundle({});
  const files = [{ fileName, content }];
  const { bundles } = await (await to.as(taker)).exchange.importBundles({ files, apply: true });
  expect(bundles[0]).toMatchObject({ outcome: 'applied', refused: 0, notApplicable: 0 });
  lockHost(from.host);
  lockHost(to.host);
}

async function sitDown(at: TestOffice): Promise<void> {
  desk = await openDesk(browser, at.host, at.host.folder);
  page = desk.page;
}

/** axe finds nothing, and nothing scrolls sideways at either size. */
async function look(name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  for (const [size, viewport] of Object.entries(SCREENS)) {
    await page.setViewportSize(viewport);
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/group-evaluation-${name}-${size}.png` });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide).toBe(false);
  }
  await page.setViewportSize(SCREENS.full);
}
