import type { Page } from '@playwright/test';
import { choose, date, dialog, expect, goTo, keys, press, told } from '../support/hands.ts';
import { ITEM, type Item, MAKEUP, PAPERS, type Papers, ROSTER, SESSION, type Session } from './entries.ts';

/** The clerk takes the roster in: rehearsed, its two questions answered, written in one step. */
export async function importRoster(page: Page): Promise<void> {
  await goTo(page, '花名册');
  await keys(page, 'Control+i', /^导入/);
  await page.getByLabel('花名册表格文件').setInputFiles(ROSTER);
  await page.getByLabel('名录里没有的单位，一并新建').check();
  await page.getByRole('radio', { name: '借入' }).check();
  await page.getByRole('button', { name: /^写入 \d+ 行/ }).click();
  await told(page, '已导入');
}

/** A session is planned and held; all but two are there, one of them on leave. */
export async function holdSession(page: Page, session: Session = SESSION): Promise<void> {
  await goTo(page, '学习教育');
  await press(page, '新建场次');
  const form = dialog(page);
  await form.getByLabel('题目').fill(session.title);
  await choose(form, '环节', session.phase);
  for (const type of session.types) await choose(form, '教育类型', type);
  await page.keyboard.press('Escape');
  await date(form, '日期', session.day);
  await form.getByLabel(/^地点/).fill(session.venues);
  await press(form, '保存');
  await press(page, /^安排/);
  await press(page, /^举行/);
  await press(dialog(page), /^举行/);
  const sheet = page.getByRole('grid', { name: '签到表' });
  await sheet.click({ position: { x: 40, y: 48 } });
  await page.keyboard.press('4');
  await page.keyboard.press('8');
  await press(page, '其余全部记为出席');
  const reasons = page.getByPlaceholder('填事由');
  await reasons.nth(1).waitFor();
  await reasons.first().fill(session.reasons[0]);
  await reasons.first().press('Enter');
  await reasons.nth(1).fill(session.reasons[1]);
  await reasons.nth(1).blur();
  await page.getByRole('button', { name: /^提交/ }).and(page.locator(':enabled')).click();
  await told(page, '场次：提交');
}

export async function approveSession(page: Page, { title }: Session = SESSION): Promise<void> {
  await goTo(page, '学习教育');
  await page.getByRole('row', { name: title }).dblclick();
  await press(page, /^审核通过/);
  await told(page, '场次：审核通过');
}

export async function recordMakeup(page: Page): Promise<void> {
  await goTo(page, '学习教育');
  await page.getByRole('checkbox', { name: /^选 / }).first().check();
  await press(page, '登记已补…');
  await date(dialog(page), '补课日期', MAKEUP.day);
  await dialog(page).getByLabel('材料编号').fill(MAKEUP.material);
  await press(dialog(page), '保存');
  await told(page, '已登记补课');
}

export async function confirmMakeup(page: Page): Promise<void> {
  await goTo(page, '学习教育');
  await page.getByRole('listitem').filter({ hasText: '已补待确认' }).last().getByRole('checkbox').check();
  await page.getByRole('button', { name: /^确认/ }).click();
  await told(page, '补课已确认');
}

export async function fileSelfInspections(page: Page, papers: Papers = PAPERS): Promise<void> {
  await goTo(page, '自查自纠');
  for (const [at, number] of papers.numbers.entries()) {
    const entry = page.getByRole('region', { name: '录入纸质填报表' });
    await entry.getByLabel('原件编号').fill(number);
    await entry.getByRole('combobox', { name: '谁的' }).click();
    await page.locator('.ant-select-item-option').first().click();
    await date(entry, /^填报日期/, papers.filedOn);
    await entry.getByRole('radio', { name: at === 0 ? '有问题' : '无问题' }).check();
    if (at === 0) {
      await choose(entry, '第1项类别', papers.category);
      await entry.getByLabel('第1项摘要').fill(papers.summary);
    }
    await press(page, /^存下，录下一份/);
    await told(page, '已存下');
  }
}

export async function approveFilings(page: Page, { numbers }: Papers = PAPERS): Promise<void> {
  await goTo(page, '自查自纠');
  const waiting = page.getByRole('row', { name: '已填报' });
  await expect(waiting).toHaveCount(numbers.length);
  await waiting.first().dblclick();
  for (let left = numbers.length - 1; left >= 0; left -= 1) {
    await keys(page, 'Control+Enter', /^通过，看下一份/);
    await expect(waiting).toHaveCount(left);
  }
}

/** Drafted by the clerk, numbered by the reviewer. */
export async function draftItem(page: Page, dueOn: string, item: Item = ITEM): Promise<void> {
  await goTo(page, '问题整改');
  await keys(page, 'Control+n', /^新增问题/);
  const form = dialog(page);
  await choose(form, '问题来源', item.source);
  await choose(form, '类别', item.category);
  await form.getByLabel(/^问题表现/).fill(item.problem);
  await form.getByLabel(/^整改措施/).fill(item.measures);
  await choose(form, '责任单位', item.unit);
  await form.getByLabel(/^责任领导/).fill(item.leader);
  await form.getByLabel(/^责任人/).fill(item.owner);
  await date(form, /^时限/, dueOn);
  await press(form, '存为草稿');
  await told(page, '已存为草稿');
}

/** One move of the item, with what it asks for. */
export async function moveItem(
  page: Page,
  move: string,
  fill: Readonly<Record<string, string>> = {},
  { problem }: Item = ITEM,
): Promise<void> {
  await goTo(page, '问题整改');
  await page.getByRole('tab', { name: /^全部/ }).click();
  await page.getByRole('row', { name: problem }).click();
  await page
    .getByRole('complementary')
    .getByRole('button', { name: new RegExp(`^${move}`) })
    .click();
  for (const [label, text] of Object.entries(fill)) await dialog(page).getByLabel(label).fill(text);
  await dialog(page).locator('button[type="submit"]').click();
  await dialog(page).waitFor({ state: 'hidden' });
}
