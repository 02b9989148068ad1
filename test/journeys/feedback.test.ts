import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import { officeText } from '../../renderer/text/offices-page.ts';
import { remarkText } from '../../renderer/text/remarks.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { PASSWORD, type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { type Desk, openBrowser, openDesk, SCREENS, signIn } from './support/desk.ts';
import { choose, dialog, expect, goTo, keys, lock, press, take, told } from './support/hands.ts';

const TODAY = '2021-04-20';
const COUNTY = 'office 530101';
const REMARK = '时限偏长，请缩短';
const REPLY = '已改为五月十日';
const DRILL = '应急演练';
const SESSION = '英模先进事迹报告';
const ON_ROUND = '请核对人数';
const ON_SESSION = '签到不全';

const { folder, remove } = lastingScratch();
let browser: Browser;
let county: TestOffice;
let group: TestOffice;
let atGroup: Desk;
let atCounty: Desk;
let stick: string;

beforeAll(async () => {
  county = await testOffice(folder, { code: '530101', today: TODAY });
  group = await testOffice(folder, { code: '530100', role: 'group', today: TODAY });
  await knowEachOther();
  await countyReports();
  for (const { host } of [county, group]) lockHost(host);
  browser = await openBrowser();
  atGroup = await openDesk(browser, group.host, `${folder}/launch-group`);
  atCounty = await openDesk(browser, county.host, `${folder}/launch-county`);
});

afterAll(async () => {
  if (process.env.SCREENSHOTS)
    for (const [name, { page }] of Object.entries({ atGroup, atCounty }))
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/feedback-end-${name}.png` });
  await atGroup.close();
  await atCounty.close();
  await browser.close();
  for (const one of [county, group]) one.close();
  remove();
});

async function knowEachOther(): Promise<void> {
  const [one, other] = [await county.as('administrator'), await group.as('administrator')];
  for (const [client, { recoveryCode }] of [
    [one, county],
    [other, group],
  ] as const)
    await client.office.confirmRecovery({ code: recoveryCode });
  await one.exchange.trust({ content: (await other.exchange.ownKeys()).content });
  await other.exchange.trust({ content: (await one.exchange.ownKeys()).content });
  const { rev, actions } = await other.campaign.current();
  const drill = { id: 'drill', phase: actions[0]!.phase, name: DRILL, origin: 'office' as const };
  await other.campaign.change({ rev, actions: [...actions, { ...drill, recurrence: { kind: 'once' } }] });
}

/** One item, issued, and the group has it. */
async function countyReports(): Promise<void> {
  const clerk = await county.as('clerk');
  const unit = await clerk.personnel.createUnit({ name: '县公安局' });
  const { id, rev } = await clerk.rectification.draftItem({
    ...{
      source: 'officeInspection',
      category: 'cases-not-handled',
      problem: '有案不立',
      measures: '逐案复核',
    },
    ...{ leader: '李', owner: '王', unit: unit.id, dueOn: calendarDate('2021-06-01') },
  });
  await (await county.as('reviewer')).rectification.moveItem({ id, rev, move: 'issue' });
  const { fileName, content } = await (await county.as('clerk')).exchange.exportBundle({});
  await (await group.as('member')).exchange.importBundles({ files: [{ fileName, content }], apply: true });
}

it('a member drafts a remark at a field and a template, changes one draft and throws another away', async () => {
  const { page } = atGroup;
  await signIn(page, 'member', PASSWORD);
  await goTo(page, '反馈与退回');
  await openNew(page, '提示');
  await choose(dialog(page), '单位', COUNTY);
  await choose(dialog(page), '说的是', '问题');
  await choose(dialog(page), '哪一栏', '时限');
  await choose(dialog(page), '哪一个问题', '2021-1');
  await dialog(page)
    .getByLabel(/^提示内容/)
    .fill('时限偏长');
  await look(page, 'new');
  await save(page);
  await openNew(page, '下发模板');
  await choose(dialog(page), '单位', COUNTY);
  await choose(dialog(page), '下发什么', DRILL);
  await save(page);
  await openNew(page, '列入台账');
  await choose(dialog(page), '单位', COUNTY);
  await dialog(page)
    .getByLabel(/^问题表现/)
    .fill('多写的一条');
  await save(page);

  await row(page, '时限偏长').getByRole('button', { name: '改' }).click();
  await dialog(page)
    .getByLabel(/^理由、内容/)
    .fill(REMARK);
  await press(dialog(page), '保存');
  await told(page, '拟稿已改');
  await row(page, '多写的一条').getByRole('checkbox').check();
  await press(page, '删除所选 1 条拟稿');
  await told(page, '已删除 1 条拟稿');
  await expect(row(page, '多写的一条')).toHaveCount(0);
  await expect(row(page, REMARK)).toContainText('2021-1 · 时限');
  await look(page, 'drafts');
});

it('the leader releases, and the bundles for all offices are made in one step', async () => {
  const { page } = atGroup;
  await lock(page);
  await signIn(page, 'leader', PASSWORD);
  await goTo(page, '反馈与退回');
  await press(page, '全选草稿');
  await press(page, /^放行所选 2 条/);
  await press(dialog(page), '放行');
  await told(page, '已放行 2 条');
  await page.getByRole('link', { name: '一次出齐各单位的包' }).click();
  const line = dialog(page).getByRole('row').filter({ hasText: COUNTY });
  await expect(line).toContainText('等回执');
  await expect(line.getByRole('checkbox')).toBeChecked();
  await look(page, 'outbox');
  await press(dialog(page), /^出 1 个包/);
  await dialog(page).getByRole('heading', { name: '已出 1 个反馈包' }).waitFor();
  await look(page, 'sealed');
  stick = await take(page, folder, () => press(dialog(page), '逐个下载'));
  await press(dialog(page), '完成');
});

it('the county sees row by row what the feedback will do before it takes it in', async () => {
  const { page } = atCounty;
  await signIn(page, 'clerk', PASSWORD);
  await goTo(page, '数据交换');
  await keys(page, 'Control+i', /^收/);
  await page.getByLabel(/^选择 \.jyzd/).setInputFiles(stick);
  const lines = page.getByRole('table', { name: /反馈包：逐条预演/ });
  await expect(lines.getByRole('row').filter({ hasText: REMARK })).toContainText('2021-1 · 时限');
  await expect(lines.getByRole('row').filter({ hasText: DRILL })).toContainText('等本单位决定');
  await look(page, 'rehearsal');
  await press(page, /^收下 1 包/);
  await told(page, '已收下 1 个包');
});

it('the remark stands at its field, and is read there with an answer', async () => {
  const { page } = atCounty;
  await goTo(page, '工作台');
  await page.getByRole('row').filter({ hasText: '提示没有阅办' }).waitFor();
  await look(page, 'work-list');
  await goTo(page, '问题整改');
  await page.getByRole('row').filter({ hasText: '有案不立' }).first().click();
  const sign = page.getByText('提示 1 条，1 条没有阅办');
  await sign.click();
  await expect(page.locator('.remarks')).toContainText(REMARK);
  await look(page, 'at-field');
  await page.getByLabel(/^回复/).fill(REPLY);
  await page.getByRole('button', { name: '已阅并回复' }).click();
  await told(page, '已阅');
  await expect(page.locator('.remarks')).toContainText(`回复：${REPLY}`);
});

it('the reviewer looks at what a template would change, and adopts it', async () => {
  const { page } = atCounty;
  await lock(page);
  await signIn(page, 'reviewer', PASSWORD);
  await goTo(page, '工作台');
  await page.getByRole('row').filter({ hasText: '下发模板待定' }).getByRole('link').first().click();
  await page.getByRole('button', { name: '看改动…' }).click();
  await expect(dialog(page)).toContainText('会改动：规定动作');
  await look(page, 'template');
  await press(dialog(page), '采纳，出新的一版');
  await told(page, '已采纳，方案现在是第 2 版');
  expect([...atGroup.complaints, ...atCounty.complaints]).toEqual([]);
});

it("the group reads at the office's own registers what it remarked on them, and what was answered", async () => {
  await remarkedElsewhere();
  const { page } = atGroup;
  await page.reload();
  await signIn(page, 'member', PASSWORD);
  const registers = page.url().replace(/#.*$/, `#/offices/${county.id}`);
  await page.goto(`${registers}?tab=selfInspection`);
  const remarks = page.locator('.remarks');
  await expect(remarks).toContainText(`【填报人数】${ON_ROUND}`);
  await expect(remarks).toContainText(`已阅 4月20日 回复：${REPLY}`);
  await look(page, 'round-at-group');
  await page.goto(`${registers}?tab=study`);
  await press(page, officeText.remarksOf(SESSION, 1));
  await expect(remarks).toContainText(`【考勤】${ON_SESSION}`);
  await expect(remarks).toContainText(remarkText.unread);
  await look(page, 'session-at-group');
  expect(atGroup.complaints).toEqual([]);
});

/** On a round and on a session, by bundle; the county answers the first, and reports again. */
async function remarkedElsewhere(): Promise<void> {
  for (const { host } of [county, group]) lockHost(host);
  const office = county.id;
  const clerk = await county.as('clerk');
  const phase = (await clerk.campaign.current()).actions[0]?.phase ?? '';
  const session = await clerk.study.createSession({
    title: SESSION,
    phase,
    types: ['political'],
    form: 'collectiveStudy',
    ...{ day: calendarDate('2021-04-15'), venues: ['机关会议室'], mandatory: true },
  });
  await clerk.study.moveSession({ id: session.id, rev: session.rev, move: 'schedule' });
  const [round] = await clerk.selfInspection.rounds({});
  await brought(group, await clerk.exchange.exportBundle({}));
  const { exchange } = await group.as('member');
  const remark = { office, kind: 'remark' as const };
  const onRound = { register: 'round' as const, subject: round?.id, field: 'filings' as const };
  const onSession = { register: 'session' as const, subject: session.id, field: 'attendance' as const };
  const { id } = await exchange.draftFeedback({ ...remark, ...onRound, reason: ON_ROUND });
  const other = await exchange.draftFeedback({ ...remark, ...onSession, reason: ON_SESSION });
  const leader = await group.as('leader');
  await leader.exchange.releaseFeedback({ ids: [id, other.id] });
  await brought(county, await leader.exchange.exportBundle({ recipient: office }));
  const answering = await county.as('clerk');
  await answering.exchange.readRemark({ id, reply: REPLY });
  await brought(group, await answering.exchange.exportBundle({}));
  lockHost(group.host);
}

async function brought(to: TestOffice, { fileName, content }: { fileName: string; content: string }) {
  const taker = await to.as(to === group ? 'member' : 'clerk');
  const { bundles } = await taker.exchange.importBundles({ files: [{ fileName, content }], apply: true });
  expect(bundles).toMatchObject([{ outcome: 'applied' }]);
}

async function openNew(page: Page, kind: string): Promise<void> {
  await keys(page, 'Control+n', /^新的反馈/);
  await choose(dialog(page), '种类', kind);
}

async function save(page: Page): Promise<void> {
  await dialog(page).locator('button[type="submit"]').click();
  await told(page, '已存为拟稿');
  await dialog(page).waitFor({ state: 'detached' });
}

function row(page: Page, text: string) {
  return page.getByRole('row').filter({ hasText: text });
}

/** At both sizes: nothing runs out of the page, and nothing is wrong for who cannot see it. */
async function look(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  for (const [size, viewport] of Object.entries(SCREENS)) {
    await page.setViewportSize(viewport);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/feedback-${name}-${size}.png` });
  }
  await page.setViewportSize(SCREENS.full);
}
