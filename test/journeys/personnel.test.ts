import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import { correctionText, peopleText, personText } from '../../renderer/text/personnel-page.ts';
import { unitsText } from '../../renderer/text/units-page.ts';
import { PASSWORD, type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { type Desk, openBrowser, openDesk, signIn } from './support/desk.ts';
import { choose, date, dialog, expect, goTo, press, told } from './support/hands.ts';

const MESSY = join(import.meta.dirname, '../fixtures/rosters/messy/mixed-libreoffice.xls');
const BUREAU = '青禾县公安局';
const COURT = '青禾县人民法院';
/** Whom the register has before; the file has four of them and 李强 twice once his ruined name is written right. */
const KNOWN = ['李强', '阿布都·热西提', '周海', '吴未列'];

const { folder, remove } = lastingScratch();
let browser: Browser;
let office: TestOffice;
let desk: Desk;
let page: Page;

beforeAll(async () => {
  [browser, office] = await Promise.all([openBrowser(), testOffice(folder, { today: '2021-04-20' })]);
  const administrator = await office.as('administrator');
  await administrator.office.confirmRecovery({ code: office.recoveryCode });
  const { personnel } = await office.as('clerk');
  const { id: unit } = await personnel.createUnit({ name: BUREAU });
  for (const name of KNOWN) await personnel.addPerson({ name, unit, from: '2021-02-28', post: '民警' });
  await personnel.addPerson({ name: '王伟', unit, from: '2021-02-28', disambiguator: '0117' });
  lockHost(office.host);
  desk = await openDesk(browser, office.host, folder);
  page = desk.page;
  await signIn(page, 'clerk', PASSWORD);
});

afterAll(async () => {
  if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/personnel.png` });
  await desk.close();
  await browser.close();
  office.close();
  remove();
});

it('a messy roster is decided row by row with a few keys, written, and taken back as one step', async () => {
  await goTo(page, '花名册');
  await page.getByText(peopleText.counts(5, 5)).waitFor();
  await page.keyboard.press('Control+i');
  await page.getByLabel('花名册表格文件').setInputFiles(MESSY);
  await sums({ 读取: 19 });
  await decide(COURT, '1');
  await page.getByRole('radio', { name: '借出' }).check();
  await sums({ 待定: 4 });
  await decide('第 11 行', '1', '钱强', 'Enter');
  await decide('第 17 行', '1');
  await decide('第 18 行', '2');
  await decide('第 20 行', '2');
  await sums({ 待定: 0 });
  expect(await names()).toHaveLength(5);
  await page
    .getByRole('button', { name: /^写入 \d+ 行/ })
    .and(page.locator(':enabled'))
    .waitFor();
  await page.keyboard.press('Control+Enter');
  await told(page, '已导入');
  expect(await names()).toEqual(expect.arrayContaining(['钱强', '张敏', '𠮷庆华']));
  expect(await statusOf('周海')).toBe('secondedOut');
  await press(page, /^撤销/);
  await told(page, '已撤销');
  expect((await names()).toSorted()).toEqual([...KNOWN, '王伟'].toSorted());
});

it('what was chosen and decided about a file outlives a lock', async () => {
  await page.keyboard.press('Control+i');
  await page.getByLabel('花名册表格文件').setInputFiles(MESSY);
  await sums({ 读取: 19 });
  await page.getByLabel('名录里没有的单位，一并新建').check();
  await sums({ 待定: 5 });
  await decide('第 11 行', '2');
  await sums({ 待定: 4, 跳过: 7 });
  await page.keyboard.press('Control+l');
  await page.getByRole('listbox', { name: '谁来办' }).waitFor();
  await signIn(page, 'clerk', PASSWORD);
  await sums({ 待定: 4, 跳过: 7 });
  await press(page, /^取消，/);
  await page.getByText(peopleText.counts(5, 5)).waitFor();
});

it('somebody is found by initials and by pinyin, and transferred on a day', async () => {
  const search = page.getByLabel(peopleText.search);
  for (const typed of ['zh', 'zhouhai']) {
    await search.fill(typed);
    await page.getByText(peopleText.counts(1, 5)).waitFor();
  }
  await press(page, unitsText.add);
  await dialog(page).getByLabel(unitsText.name).fill(COURT);
  await press(dialog(page), '保存');
  await told(page, unitsText.created(COURT));
  await row('周海').click();
  await press(page, /^调动/);
  await choose(dialog(page), '调到哪个单位', COURT);
  await date(dialog(page), /^从哪天起/, '2021-04-12');
  await press(dialog(page), '保存');
  await told(page, '已登记');
  await expect(row('周海')).toContainText(COURT);
  expect(await postingsOf('周海')).toEqual([
    [BUREAU, '2021-02-28', '2021-04-12'],
    [COURT, '2021-04-12', null],
  ]);
  await press(page, peopleText.clear);
});

it('a unit is merged into another, is hidden from then on, and stands again once that is undone', async () => {
  await page.getByRole('treeitem', { name: new RegExp(BUREAU) }).click();
  const steps = page.getByRole('toolbar', { name: unitsText.stepsOf(BUREAU) });
  await press(steps, unitsText.steps.remove);
  await press(dialog(page), unitsText.steps.remove);
  await dialog(page).getByRole('alert').filter({ hasText: '没有删除' }).waitFor();
  await page.keyboard.press('Escape');
  await press(steps, unitsText.steps.merge);
  await choose(dialog(page), unitsText.into, COURT);
  await press(dialog(page), unitsText.steps.merge);
  await told(page, '4 人归入');
  await press(page, peopleText.clear);
  await page.getByText(unitsText.showClosed(1)).waitFor();
  await expect(page.getByRole('treeitem', { name: new RegExp(BUREAU) })).toHaveCount(0);
  await press(page, /^撤销/);
  await told(page, '已撤销');
  await expect(page.getByRole('treeitem', { name: new RegExp(BUREAU) })).toContainText('4');
});

it('a correction of postings is refused in place while they overlap, and tells who made it and why', async () => {
  await row('周海').dblclick();
  await press(page, personText.correct);
  const form = dialog(page);
  await date(form.getByRole('listitem').nth(1), personText.from, '2021-04-01');
  await expect(form.getByRole('alert')).toContainText('第 2 段与前一段重叠');
  await date(form.getByRole('listitem').first(), correctionText.last, '2021-03-31');
  await expect(form.getByRole('alert')).toHaveCount(0);
  await form.getByLabel(/^更正理由/).fill('补登4月调令');
  await press(form, '保存');
  await told(page, '已更正任职');
  await page.getByText('理由：补登4月调令').waitFor();
  expect(await postingsOf('周海')).toEqual([
    [BUREAU, '2021-02-28', '2021-04-01'],
    [COURT, '2021-04-01', null],
  ]);
  expect(desk.complaints.filter((one) => !one.includes('unit_has_history'))).toEqual([]);
});

/** A row of what is to be decided, by what stands before its answers; then its keys. */
async function decide(which: string, ...keys: readonly string[]): Promise<void> {
  const answers = page.getByRole('group', { name: new RegExp(`${which} .*怎么办|“${which}”怎么办`) });
  const line = page.getByRole('row').filter({ has: answers });
  await line.getByRole('gridcell').first().or(line.locator('td').first()).first().click();
  await line.focus();
  for (const key of keys) {
    if (key.length === 1 || key === 'Enter') await page.keyboard.press(key);
    else await page.keyboard.type(key);
  }
}

/** The sum over all rows read, as it stands after the rehearsal with the latest answers. */
async function sums(wanted: Readonly<Record<string, number>>): Promise<void> {
  for (const [title, count] of Object.entries(wanted))
    await expect(page.locator('.import-sum')).toContainText(`${title} ${count}`);
}

function row(name: string) {
  return page.getByRole('grid').getByRole('row').filter({ hasText: name });
}

async function everybody() {
  const { personnel } = await office.as('clerk');
  return (await personnel.people({ limit: 100 })).people;
}

async function names(): Promise<(string | null)[]> {
  return (await everybody()).map(({ name }) => name);
}

async function statusOf(name: string) {
  return (await everybody()).find((one) => one.name === name)?.status;
}

async function postingsOf(name: string) {
  const { personnel } = await office.as('clerk');
  const id = (await everybody()).find((one) => one.name === name)?.id ?? '';
  const { postings } = await personnel.person({ id });
  return postings.map(({ unitName, from, until }) => [unitName, from, until]);
}
