import type { Page } from '@playwright/test';
import { expect } from 'vitest';
import { ITEM, MAKEUP, PAPERS, ROSTER, SESSION } from '../story/entries.ts';
import { dialog, keys, told } from '../support/hands.ts';
import { choose, giveFile, goTo, keyTo, openRow, tabTo, takeRadio, tick, type, typeDay } from './fingers.ts';

/** The rehearsal asks two questions; both are answered before it is written. */
export async function importRoster(page: Page): Promise<void> {
  await goTo(page, '花名册');
  await keys(page, 'Control+i', /^导入/);
  await giveFile(page, /^选择/, ROSTER);
  await tick(page, '名录里没有的单位，一并新建');
  await takeRadio(page, page.getByRole('radiogroup'), /^借入/);
  await keys(page, 'Control+Enter', /^写入 \d+ 行/);
  await told(page, '已导入');
}

export async function planSession(page: Page): Promise<void> {
  await goTo(page, '学习教育');
  await keys(page, 'Control+n', /^新建场次/);
  await type(page, /^题目/, SESSION.title);
  await choose(page, '环节', SESSION.phase);
  await choose(page, '教育类型', ...SESSION.types);
  await page.keyboard.press('Escape');
  await typeDay(page, /^日期/, SESSION.day);
  await type(page, /^地点/, SESSION.venues);
  await page.keyboard.press('Control+Enter');
  await dialog(page).waitFor({ state: 'hidden' });
}

/** Everybody was there, by one range, but for the first two; each with the reason. */
export async function holdSession(page: Page): Promise<void> {
  await keys(page, 'Control+Enter', /^安排/);
  await keys(page, 'Control+Enter', /^举行/);
  await dialog(page).waitFor();
  await page.keyboard.press('Control+Enter');
  await tabTo(page, page.getByRole('grid', { name: '签到表' }));
  for (const key of ['Control+a', '1', 'Control+Home', '4', '8']) await page.keyboard.press(key);
  await page.getByPlaceholder('填事由').nth(1).waitFor();
  await tabTo(page, page.getByPlaceholder('填事由'));
  for (const reason of SESSION.reasons) {
    await page.keyboard.type(reason);
    await page.keyboard.press('Enter');
  }
  await keys(page, 'Control+Enter', /^提交/);
  await told(page, '场次：提交');
}

export async function approveSession(page: Page): Promise<void> {
  await goTo(page, '学习教育');
  await openRow(page, page.getByRole('row', { name: SESSION.title }));
  await keys(page, 'Control+Enter', /^审核通过/);
  await told(page, '场次：审核通过');
}

export async function recordMakeup(page: Page): Promise<void> {
  await goTo(page, '学习教育');
  await tickMakeup(page, '待补');
  await keys(page, 'Control+Enter', '登记已补…');
  await typeDay(page, /^补课日期/, MAKEUP.day);
  await type(page, '材料编号', MAKEUP.material);
  await page.keyboard.press('Control+Enter');
  await told(page, '已登记补课');
}

export async function confirmMakeup(page: Page): Promise<void> {
  await goTo(page, '学习教育');
  await tickMakeup(page, '已补待确认');
  await keys(page, 'Control+Enter', /^确认/);
  await told(page, '补课已确认');
}

async function tickMakeup(page: Page, state: string): Promise<void> {
  const lines = page.getByRole('listitem');
  const person = lines.filter({ hasText: state }).getByRole('checkbox', { name: /^选 / });
  await person.first().waitFor();
  await tabTo(page, lines.getByRole('checkbox'));
  await keyTo(page, person, 'ArrowDown');
  await page.keyboard.press('Space');
}

/** A pile of paper: the numbers advance by themselves, the day stays, one digit says what was declared. */
export async function fileSelfInspections(page: Page): Promise<void> {
  await goTo(page, '自查自纠');
  const entry = page.getByRole('region', { name: '录入纸质填报表' });
  const number = entry.getByLabel('原件编号');
  await type(page, '原件编号', PAPERS.numbers[0]);
  for (const [at, expected] of PAPERS.numbers.entries()) {
    await expect.poll(() => number.inputValue()).toBe(expected);
    await (at === 0 ? findFiler(page) : pickFiler(page));
    if (at === 0) await dateFiling(page);
    await tabTo(page, entry.getByRole('radio'));
    await page.keyboard.press(at === 0 ? '2' : '1');
    if (at === 0) await declareProblem(page);
    await page.keyboard.press('Control+Enter');
  }
  await told(page, new RegExp(`已存下.*${PAPERS.numbers[2]}`));
}

/** The first that the field of the name offers. */
async function findFiler(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('combobox', { name: '谁的' }));
  await page.keyboard.press('ArrowDown');
  await page.locator('.ant-select-item-option-active').waitFor();
  await page.keyboard.press('Enter');
}

/** The second of the names in the list beside the entry: one stop for Tab, the arrows go on in it. */
async function pickFiler(page: Page): Promise<void> {
  const names = page.getByRole('region', { name: /^没有填报的/ }).getByRole('button');
  await keyTo(page, names, 'Shift+Tab');
  await keyTo(page, names.nth(1), 'ArrowDown');
  await page.keyboard.press('Enter');
}

/** Whoever was chosen, the declaration comes next: the day is one step back. */
async function dateFiling(page: Page): Promise<void> {
  await keyTo(page, page.getByLabel(/^填报日期/), 'Shift+Tab');
  await typeDay(page, /^填报日期/, PAPERS.filedOn);
}

async function declareProblem(page: Page): Promise<void> {
  await choose(page, '第1项类别', PAPERS.category);
  await type(page, '第1项摘要', PAPERS.summary);
}

export async function approveFilings(page: Page): Promise<void> {
  await goTo(page, '自查自纠');
  const waiting = page.getByRole('row', { name: '已填报' });
  const left = PAPERS.numbers.map((_, approved) => PAPERS.numbers.length - approved);
  await openRow(page, waiting);
  for (const count of left) {
    await expect.poll(() => waiting.count()).toBe(count);
    await keys(page, 'Control+Enter', /^通过，看下一份/);
  }
  await expect.poll(() => waiting.count()).toBe(0);
}

export async function draftItem(page: Page, dueOn: string): Promise<void> {
  await goTo(page, '问题整改');
  await keys(page, 'Control+n', /^新增问题/);
  await type(page, /^问题表现/, ITEM.problem);
  await choose(page, '问题来源', ITEM.source);
  await choose(page, '类别', ITEM.category);
  await choose(page, '责任单位', ITEM.unit);
  await typeDay(page, /^时限/, dueOn);
  await type(page, /^责任领导/, ITEM.leader);
  await type(page, /^责任人/, ITEM.owner);
  await type(page, /^整改措施/, ITEM.measures);
  await page.keyboard.press('Control+Enter');
  await told(page, '已存为草稿');
}

/** The next move of the item, with what its form asks for first. */
export async function moveItem(page: Page, move: RegExp, asked = ''): Promise<void> {
  await goTo(page, '问题整改');
  await tabTo(page, page.getByRole('tab', { selected: true }));
  await keyTo(page, page.getByRole('tab', { name: /^全部/ }), 'ArrowRight');
  await openRow(page, page.getByRole('row', { name: ITEM.problem }));
  await keys(page, 'Control+Enter', move);
  await dialog(page).waitFor();
  if (asked) await page.keyboard.type(asked);
  await page.keyboard.press('Control+Enter');
  await dialog(page).waitFor({ state: 'hidden' });
}
