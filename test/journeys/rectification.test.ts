import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import { rowOutcomeWords } from '../../renderer/text/outcomes.ts';
import { bulkText } from '../../renderer/text/rectification-bulk.ts';
import { followUpText, historyText } from '../../renderer/text/rectification-detail.ts';
import { itemImportText } from '../../renderer/text/rectification-import.ts';
import { itemFormText, itemText, ledgerText, moveTitle } from '../../renderer/text/rectification-page.ts';
import { reviewText } from '../../renderer/text/rectification-review.ts';
import { disposeText } from '../../renderer/text/self-inspection-page.ts';
import { talksText } from '../../renderer/text/talks-page.ts';
import { itemMoveWords, itemSourceWords, itemStateWords } from '../../renderer/text/words.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { PASSWORD } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { importBundle } from './story/exchange.ts';
import { type Desk, openBrowser, openDesk, signIn } from './support/desk.ts';
import { choose, date, dialog, keys, lock, opening, press, told } from './support/hands.ts';
import { type Neighbours, neighbours } from './support/offices.ts';

const TODAY = '2021-04-20';
const OWN = '接处警登记与受案登记不一致';
const GROUPS = '案卷评查发现超期办案';
const PAST = '门户网站未公开监督电话';

const { folder, remove } = lastingScratch();
let browser: Browser;
let offices: Neighbours;
let desk: Desk;
let page: Page;
let unit: string;

beforeAll(async () => {
  [browser, offices] = await Promise.all([openBrowser(), neighbours(folder, TODAY)]);
  await sendFeedback();
  const administrator = await offices.county.as('administrator');
  await administrator.office.addAccount({ name: '另一录入', roles: ['clerk'], password: PASSWORD });
  await administrator.office.addAccount({ name: '另一审核', roles: ['reviewer'], password: PASSWORD });
  unit = (await administrator.personnel.units({}))[0]?.name ?? '';
  lockHost(offices.county.host);
  desk = await openDesk(browser, offices.county.host, folder);
  page = desk.page;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});

afterAll(async () => {
  if (process.env.SCREENSHOTS)
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/rectification.png` });
  await desk.close();
  await browser.close();
  offices.close();
  remove();
});

it('an item goes from self-inspection to its close-out through three accounts, with a return and an extension', async () => {
  await signIn(page, 'reviewer', PASSWORD);
  await disposeOfDeclared();
  await as('clerk');
  await completeDraft();
  await as('reviewer');
  await openItem(OWN);
  await move('issue');
  await extendByWorkingDays();
  await as('clerk');
  await openItem(OWN);
  await move('start');
  await press(panel(), followUpText.button.progress);
  await dialog(page).getByLabel(/^进展/).fill('7起已补录');
  await submit();
  await move('apply', { 佐证材料编号: '证-033' });
  await as('reviewer');
  await review(OWN);
  await page.keyboard.press('t');
  await page.getByLabel(reviewText.returnReason).fill('还有2起没有审批单');
  await page.keyboard.press('Control+Enter');
  await told(page, reviewText.returned('').trim());
  await as('clerk');
  await openItem(OWN);
  await move('apply', { 佐证材料编号: '证-041' });
  await as('另一审核');
  await review(OWN);
  await page.keyboard.press('Control+Enter');
  await told(page, reviewText.approved('').trim());
  await openItem(OWN);
  const history = panel().locator('.rectification-history li > .state-sign');
  const lastWords = async () => (await history.allInnerTexts()).map((line) => line.split(' ').at(-1));
  await expect
    .poll(lastWords)
    .toEqual([
      ...[itemMoveWords.approve, itemMoveWords.apply, itemMoveWords.return, itemMoveWords.apply],
      ...[historyText.followUp('progress'), moveTitle('start'), itemMoveWords.extend, itemMoveWords.issue],
      historyText.edited(['measures', 'leader', 'owner', 'dueOn', 'unit']),
    ]);
  await panel().getByText(itemText.reworked(1)).waitFor();
  await panel().getByText(itemText.firstDue('2021-05-06')).waitFor();
});

it('an item that came from the group is completed by the clerk, and waits there for the group alone', async () => {
  await as('clerk');
  await room('#/rectification?view=open');
  await page.getByRole('tab', { name: new RegExp(`^${ledgerText.toComplete}`) }).click();
  await page.getByRole('row', { name: GROUPS }).click();
  await panel()
    .getByText(itemText.missing(['measures', 'unit', 'leader', 'owner']))
    .waitFor();
  await press(panel(), itemText.edit);
  await choose(dialog(page), itemFormText.fields.unit, unit);
  await dialog(page)
    .getByLabel(/^责任领导/)
    .fill('夏景泽');
  await dialog(page)
    .getByLabel(/^责任人/)
    .fill('殷怀甫');
  await dialog(page)
    .getByLabel(/^整改措施/)
    .fill('逐案清理并建立预警');
  await submit();
  await openItem(GROUPS);
  await move('start');
  await move('apply', { 佐证材料编号: '证-050' });
  await as('reviewer');
  await review(GROUPS);
  await page.keyboard.press('Control+Enter');
  await told(page, reviewText.reportedUp('').trim());
  await openItem(GROUPS);
  await panel().getByText(itemStateWords.groupReview).first().waitFor();
  await expect
    .poll(() => panel().locator('footer').getByRole('button').allInnerTexts())
    .toEqual([followUpText.button.progress, moveTitle('withdraw')]);
});

it('the group’s confirmation comes with its bundle, and closes the item there', async () => {
  await confirmByGroup();
  await openItem(GROUPS);
  await panel().getByText(itemStateWords.closed).first().waitFor();
  const latest = panel().locator('.rectification-history li > .state-sign').first();
  await latest.filter({ hasText: itemMoveWords.confirm }).waitFor();
});

it('a clerk whose item was changed meanwhile is told what, field by field, and keeps what was typed', async () => {
  await as('clerk');
  await draftPast();
  await openItem(PAST);
  await press(panel(), itemText.edit);
  await dialog(page)
    .getByLabel(/^责任领导/)
    .fill('我写的');
  await page.keyboard.press('Escape');
  await as('另一录入');
  await openItem(PAST);
  await press(panel(), itemText.edit);
  await dialog(page)
    .getByLabel(/^责任领导/)
    .fill('他写的');
  await submit();
  await as('clerk');
  await openItem(PAST);
  await press(panel(), itemText.edit);
  await page.keyboard.press('Control+Enter');
  const conflict = dialog(page).getByRole('alert');
  await conflict.getByText(/另一录入/).waitFor();
  await expect
    .poll(() => conflict.locator('dd').allInnerTexts())
    .toEqual([`${itemFormText.theirs}他写的\n${itemFormText.mine}我写的`]);
  await press(conflict, '在新内容上保存我的');
  await dialog(page).waitFor({ state: 'hidden' });
  await panel().getByText(itemText.leader('我写的'), { exact: false }).first().waitFor();
});

it('three rows are chosen by keyboard, extended together, and that is taken back as one step', async () => {
  await as('reviewer');
  await room('#/rectification?view=open&state=inProgress');
  const rows = ledger().locator('tbody tr[data-index]');
  await rows.first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByText(ledgerText.chosen(3), { exact: true }).waitFor();
  const struck = ledger().locator('s.struck');
  const before = await struck.count();
  await press(page, bulkText.extend);
  await dialog(page).getByLabel(/^理由/).fill('春季案卷集中评查');
  await dialog(page).getByText(bulkText.willChange(3)).waitFor();
  await page.keyboard.press('Control+Enter');
  await told(page, bulkText.extended(3));
  await expect.poll(() => struck.count()).toBe(before + 3);
  await page.keyboard.press('Control+z');
  await expect.poll(() => struck.count()).toBe(before);
});

it('a list out of Excel is rehearsed, a unit that nobody knows holds its row, and the rest becomes drafts', async () => {
  await as('clerk');
  await room('#/rectification?view=all');
  await ledger().waitFor();
  const lines = [
    ['问题来源', '问题表现', '责任单位', '整改措施'],
    ['县级检查', '值班备勤签到代签', unit, '改用指纹签到'],
    ['征求意见', '窗口中午无人值守', unit, '实行轮班'],
    ['县级检查', '卷宗归档超期', '不存在的大队', '限期归档'],
  ];
  const text = lines.map((cells) => cells.join('\t')).join('\r\n');
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
  const form = dialog(page);
  await term(form, rowOutcomeWords.added, 2);
  await term(form, rowOutcomeWords.held, 1);
  await form.getByText(itemImportText.unknownOf('unit', '不存在的大队')).first().waitFor();
  await page.keyboard.press('Control+Enter');
  await told(page, itemImportText.done(2, 0));
  await openItem('窗口中午无人值守');
  await panel().getByText(itemStateWords.draft).first().waitFor();
});

it('the ledger is printed as it is looked at', async () => {
  await room(`#/rectification?view=all&due=d.2021-12-31&search=${encodeURIComponent(OWN)}`);
  await ledger().getByRole('row', { name: OWN }).first().waitFor();
  await page.getByRole('link', { name: ledgerText.more.print }).click();
  const paper = page.locator('.form');
  await paper.getByText(`含“${OWN}”`).waitFor();
  await paper.getByText('现行时限截至2021年12月31日').waitFor();
  await paper.getByText(/^1 项＝/).waitFor();
  await room('#/rectification?view=all&state=draft');
  await page.getByRole('button', { name: ledgerText.more.print }).and(page.locator(':disabled')).waitFor();
});

it('a talk is written down by its number alone once somebody is picked, and the coverage follows', async () => {
  await room('#/talks');
  const untalked = page.getByRole('table', { name: talksText.untalked });
  await untalked.getByRole('button').first().click();
  const coverage = page.locator('.subtitle b');
  const before = await coverage.innerText();
  await page
    .getByLabel(/^记录簿编号/)
    .first()
    .fill('谈2021-099');
  await page
    .getByLabel(/^谈话人/)
    .first()
    .fill('何书棠');
  await page.keyboard.press('Enter');
  await told(page, talksText.saved);
  await expect.poll(() => coverage.innerText()).not.toBe(before);
  await expect
    .poll(() =>
      page
        .getByLabel(/^记录簿编号/)
        .first()
        .inputValue(),
    )
    .toBe('谈2021-100');
  // The one conflict of this story is told by the form.
  expect(desk.complaints.filter((one) => !one.includes('"code":"conflict"'))).toEqual([]);
});

/** The group lists an item at the county, which takes the bundle in. */
async function sendFeedback(): Promise<void> {
  const { county, group } = offices;
  const member = await group.as('member');
  const { id } = await member.exchange.draftFeedback({
    office: county.id,
    kind: 'item',
    problem: GROUPS,
    category: '有案不立、压案不查、有罪不究',
    dueOn: calendarDate('2021-05-20'),
  });
  const leader = await group.as('leader');
  await leader.exchange.releaseFeedback({ ids: [id] });
  const { fileName, content } = await leader.exchange.exportBundle({});
  const reviewer = await county.as('reviewer');
  await reviewer.exchange.importBundles({ files: [{ fileName, content }], apply: true });
}

async function as(name: string): Promise<void> {
  await lock(page);
  await signIn(page, name, PASSWORD);
}

/** The county reports, the group confirms what waits there, and its bundle is taken in on the page. */
async function confirmByGroup(): Promise<void> {
  const { county, group } = offices;
  await lock(page);
  const report = await (await county.as('reviewer')).exchange.exportBundle({});
  lockHost(county.host);
  const member = await group.as('member');
  const { fileName, content } = report;
  await member.exchange.importBundles({ files: [{ fileName, content }], apply: true });
  const { items } = await member.rectification.items({ view: 'groupReview', search: GROUPS });
  const said = { office: county.id, kind: 'confirm', subject: items[0]!.id } as const;
  const { id } = await member.exchange.draftFeedback(said);
  const leader = await group.as('leader');
  await leader.exchange.releaseFeedback({ ids: [id] });
  const answer = await leader.exchange.exportBundle({});
  const file = join(folder, answer.fileName);
  writeFileSync(file, Buffer.from(answer.content, 'base64'));
  await signIn(page, 'reviewer', PASSWORD);
  await importBundle(page, '数据交换', file);
}

async function room(hash: string): Promise<void> {
  await page.goto(`${desk.address}${hash}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

function ledger(): Locator {
  return page.getByRole('grid', { name: ledgerText.list, exact: true });
}

function panel(): Locator {
  return page.getByRole('complementary');
}

async function openItem(problem: string): Promise<void> {
  await room(`#/rectification?view=all&search=${encodeURIComponent(problem)}`);
  await opening(
    ledger().getByRole('row', { name: problem }).first(),
    panel().getByRole('heading', { name: problem }),
  );
}

async function submit(): Promise<void> {
  await dialog(page).locator('button[type="submit"]').click();
  await dialog(page).waitFor({ state: 'hidden' });
}

async function move(
  word: Parameters<typeof moveTitle>[0],
  fill: Readonly<Record<string, string>> = {},
): Promise<void> {
  await press(panel(), new RegExp(`^${moveTitle(word)}`));
  for (const [label, text] of Object.entries(fill)) await dialog(page).getByLabel(label).fill(text);
  await submit();
}

/** 转整改: what somebody declared becomes a draft of the ledger, in words of its own. */
async function disposeOfDeclared(): Promise<void> {
  await room('#/self-inspection?matter=filingItemOpen');
  const dispose = page.getByRole('button', { name: disposeText.actions.rectification }).first();
  await opening(page.getByRole('grid').getByRole('row').nth(1), dispose);
  await dispose.click();
  await dialog(page)
    .getByLabel(/问题表现/)
    .fill(OWN);
  await submit();
  await told(page, disposeText.done.rectification);
}

async function completeDraft(): Promise<void> {
  await openItem(OWN);
  await panel().getByText(itemSourceWords.selfInspection).first().waitFor();
  await press(panel(), itemText.edit);
  const form = dialog(page);
  await choose(form, itemFormText.fields.unit, unit);
  await form.getByLabel('多少个工作日').fill('10');
  await form.getByText('跳过放假 5月1日至5月5日', { exact: false }).waitFor();
  await form.getByLabel(/^责任领导/).fill('夏景泽');
  await form.getByLabel(/^责任人/).fill('殷怀甫');
  await form.getByLabel(/^整改措施/).fill('逐起补录并附审批单');
  await submit();
}

async function draftPast(): Promise<void> {
  await room('#/rectification');
  await keys(page, 'Control+n', new RegExp(`^${ledgerText.create}`));
  await dialog(page)
    .getByLabel(/^问题表现/)
    .fill(PAST);
  await date(dialog(page), /^时限/, '2021-06-01');
  await submit();
}

/** 延期 as “3 个工作日” from the date in force. */
async function extendByWorkingDays(): Promise<void> {
  await press(panel(), itemMoveWords.extend);
  await dialog(page).getByLabel('多少个工作日').fill('3');
  await dialog(page).getByLabel(/^理由/).fill('补录工作量大');
  await expect
    .poll(() =>
      dialog(page)
        .getByLabel(/^延期后的时限/)
        .inputValue(),
    )
    .toBe('2021-05-10');
  await submit();
}

async function review(problem: string): Promise<void> {
  await room('#/rectification/review');
  await opening(page.getByRole('row', { name: problem }), panel().getByRole('heading', { name: problem }));
}

async function term(scope: Locator, word: string, count: number): Promise<void> {
  await scope.getByRole('button', { name: new RegExp(`^${word} ${count}$`) }).waitFor();
}
