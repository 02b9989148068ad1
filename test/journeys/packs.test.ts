import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { type Edit, edited, type PackDesk, packDesk } from '../packs/pack-desk.ts';
import { PASSWORD } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { type Desk, openBrowser, openDesk, SCREENS, signIn } from './support/desk.ts';
import { expect, press, told } from './support/hands.ts';

const PICTURES = process.env.SCREENSHOTS;

type Edits = Readonly<Record<string, (sheet: Edit) => void>>;

/** What each unit does with its pack; one is not brought back. */
const EDITS: Edits = {
  乙: () => undefined,
  丙: (sheet) => exchangeIds(sheet, '丙一', '丙二'),
  戊: (sheet) => sheet.set('戊二', '职务', '四级主任科员'),
  己: () => undefined,
  甲: (sheet) => sheet.set('甲一', '职务', '副科长').add({ 姓名: '甲新', 职务: '科员', 状态: '在岗' }),
};

const filed = (sheet: Edit, person: string, declared: string) =>
  sheet.set(person, '填报日期', '2021-03-12').set(person, '有无问题', declared);
const FILINGS: Edits = {
  甲: (sheet) =>
    filed(filed(sheet, '甲一', '无问题'), '甲二', '有问题')
      .set('甲二', '类别', '违规参股借贷')
      .set('甲二', '摘要', '入股一家公司'),
  乙: (sheet) => filed(sheet, '乙一', '有问题'),
};

const { folder, remove } = lastingScratch();
let browser: Browser;
let desk: PackDesk;
let shown: Desk;
let page: Page;
let round: string;

beforeAll(async () => {
  desk = await packDesk(folder);
  const reviewer = await desk.office.as('reviewer');
  const [first] = await reviewer.selfInspection.rounds({});
  if (!first) throw new Error('no round');
  const { id, rev } = first;
  const dates = { beginsOn: calendarDate('2021-03-08'), endsOn: calendarDate('2021-03-31') };
  await reviewer.selfInspection.updateRound({ id, rev, name: '第一轮', ...dates });
  round = id;
  const administrator = await desk.office.as('administrator');
  await administrator.office.confirmRecovery({ code: desk.office.recoveryCode });
  lockHost(desk.office.host);
  browser = await openBrowser();
  shown = await openDesk(browser, desk.office.host, folder);
  page = shown.page;
});

afterAll(async () => {
  await picture('packs-end');
  await shown.close();
  await browser.close();
  desk.office.close();
  remove();
});

it('every unit gets its pack, written into the folder that was chosen and read back', async () => {
  await signIn(page, 'clerk', PASSWORD);
  await page.goto(page.url().replace(/#.*$/, '#/packs?kind=roster'));
  await page.getByRole('checkbox', { name: '甲局' }).waitFor();
  await chooseFolder('stick');
  await press(page, /^下发全部单位/);
  await told(page, '已下发 6 份填报包');
  await expect(page.getByText('6 份已写入文件夹“stick”，读回核对一致')).toBeVisible();
  await expect(page.getByRole('tab', { name: /^未交回 ?6/ })).toBeVisible();
  await lookAt('packs-issued');
  await press(page, '知道了');
});

it('what came back is told pack by pack and row by row, and what asks something is answered by a digit', async () => {
  const files = await comeBack('stick', EDITS);
  await changeRegister();
  await page.keyboard.press('Control+i');
  await page.getByLabel('选文件', { exact: true }).setInputFiles(files);
  await expect(packRow('甲局')).toHaveText(/已交回.*4.*1.*1.*2/);
  await expect(packRow('丙局')).toHaveText(/外来.*隐藏内容与下发时不一致/);
  await expect(packRow('丁局')).toHaveText(/未交回.*3月15日下发，还没有交回/);
  await expect(packRow('戊局')).toHaveText(/有 1 行等您决定/);
  await expect(page.getByText('4 包读取 13')).toBeVisible();
  await lookAt('packs-taken');
  const held = page.getByRole('grid', { name: '戊局' }).getByRole('row', { name: /四级主任科员/ });
  await expect(held).toHaveText(/科员.*四级主任科员.*三级主任科员/);
  await held.click();
  await page.keyboard.press('2');
  await expect(packRow('戊局')).not.toHaveText(/等您决定/);
  await expect(page.getByRole('button', { name: '待定 0' }).first()).toBeVisible();
});

it('each unit is written by a step of its own, and the last one is undone', async () => {
  await press(page, /^写入所选 4 个单位/);
  await told(page, '已写入 4 个单位：新增 1、变更 1 行');
  await expect(packRow('甲局')).toHaveText(/已写入/);
  await picture('packs-written');
  expect(await posts('甲局')).toEqual(['甲一 副科长', '甲三 科员', '甲二 科员', '甲新 科员']);
  expect(await posts('戊局')).toContain('戊二 三级主任科员');
  expect(await posts('丙局')).toEqual(['丙一 科员', '丙三 科员', '丙二 科员']);
  await page.keyboard.press('Control+z');
  await told(page, '已撤销');
  await expect(packRow('甲局')).toHaveText(/已交回/);
  expect(await posts('甲局')).toEqual(['甲一 科员', '甲三 科员', '甲二 科员']);
  await expect(packRow('乙局')).toHaveText(/已写入/);
  await press(page, /^收完，返回/);
  await expect(page.getByRole('tab', { name: /^未交回 ?3/ })).toBeVisible();
  await expect(page.getByRole('tab', { name: /^已采用 ?3/ })).toBeVisible();
  expect(shown.complaints).toEqual([]);
});

it('filings of a round come home the same way, and what they lack is answered here', async () => {
  await page.goto(page.url().replace(/#.*$/, '#/self-inspection'));
  await page.getByRole('link', { name: '单位填报包' }).click();
  await expect(page.getByRole('tab', { name: '自查自纠' })).toHaveAttribute('aria-selected', 'true');
  await page.getByText('问题的类别和摘要不出台账').waitFor();
  await chooseFolder('filings');
  await press(page, /^下发全部单位/);
  await told(page, '已下发 6 份填报包');
  await picture('packs-filings-issued');
  await press(page, '知道了');
  const files = await comeBack('filings', FILINGS);
  await page.keyboard.press('Control+i');
  await page.getByLabel('选文件', { exact: true }).setInputFiles(files);
  await expect(packRow('乙局')).toHaveText(/有 1 行等您决定/);
  await lookAt('packs-filings-taken');
  const held = page.getByRole('grid', { name: '乙局' }).getByRole('row', { name: /没有写类别/ });
  await held.click();
  await page.keyboard.press('1');
  await page.getByRole('option', { name: '违规参股借贷' }).waitFor({ state: 'attached' });
  await page.keyboard.type('违规参股');
  await page.keyboard.press('Enter');
  await expect(packRow('乙局')).not.toHaveText(/等您决定/);
  await press(page, /^写入所选 2 个单位/);
  await told(page, '已写入 2 个单位：新增 3、变更 0 行');
  const { filings } = await desk.clerk.selfInspection.filings({ round, state: 'filed' });
  expect(filings.map(({ name, declared, items }) => [name, declared, items])).toEqual([
    ['甲一', 'noProblem', 0],
    ['甲二', 'hasProblem', 1],
    ['乙一', 'hasProblem', 1],
  ]);
  expect(shown.complaints).toEqual([]);
});

function packRow(unit: string) {
  return page.getByRole('grid', { name: '交回情况' }).getByRole('row', { name: new RegExp(unit) });
}

/** A folder of the browser's own, as no window of the system can be driven. */
async function chooseFolder(name: string): Promise<void> {
  await page.evaluate((folderName) => {
    const choose = async () =>
      await (await navigator.storage.getDirectory()).getDirectoryHandle(folderName, { create: true });
    Object.assign(window, { showDirectoryPicker: choose });
  }, name);
}

/** The packs as they were written, edited by their units; the files as they lie on the stick again. */
async function comeBack(stick: string, edits: Edits): Promise<string[]> {
  const written = await page.evaluate(async (name) => {
    const stick = await (await navigator.storage.getDirectory()).getDirectoryHandle(name);
    const files: { fileName: string; content: string }[] = [];
    for await (const [fileName, handle] of stick as unknown as AsyncIterable<
      [string, FileSystemFileHandle]
    >) {
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      files.push({ fileName, content: btoa(String.fromCharCode(...bytes)) });
    }
    return files;
  }, stick);
  const paths: string[] = [];
  for (const [unit, edit] of Object.entries(edits)) {
    const file = written.find(({ fileName }) => fileName.includes(`${unit}局`));
    if (!file) throw new Error(`no pack of ${unit}`);
    const { fileName, content } = await edited(file, edit);
    paths.push(join(folder, fileName));
    writeFileSync(join(folder, fileName), Buffer.from(content, 'base64'));
  }
  return paths;
}

/** Meanwhile the register itself went on. */
async function changeRegister(): Promise<void> {
  const person = await desk.clerk.personnel.person({ id: desk.person('戊二') });
  const { id, rev, name, orderNumber, staffing, disambiguator } = person;
  const fields = { name: name ?? '', orderNumber, staffing, disambiguator };
  await desk.clerk.personnel.updatePerson({ id, rev, ...fields, post: '三级主任科员' });
}

function exchangeIds(sheet: Edit, one: string, other: string): void {
  const [first, second] = [one, other].map((name) => sheet.sheet.getCell(sheet.line(name), 1));
  if (!first || !second) throw new Error('no such rows');
  [first.value, second.value] = [second.value, first.value];
}

async function posts(unit: string): Promise<string[]> {
  const { people } = await desk.clerk.personnel.people({ limit: 500 });
  const own = people.filter(({ unitName }) => unitName === unit);
  return own.map(({ name, post }) => `${name} ${post}`).sort();
}

/** At both sizes: no sideways scrolling, and nothing that axe finds. */
async function lookAt(name: string): Promise<void> {
  for (const size of [SCREENS.scaled, SCREENS.full]) {
    await page.setViewportSize(size);
    await picture(`${name}-${size.width}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${name}: ${id}: ${html}`));
    expect(found).toEqual([]);
  }
}

async function picture(name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}
