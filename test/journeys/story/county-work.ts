import { expect, type Page } from '@playwright/test';
import { choose, date, dialog, goTo, keys, press, told } from '../support/hands.ts';

export const SESSION = '政治教育专题学习';
export const PROBLEM = '个别人员个人有关事项报告不及时';

/** The clerk takes the roster in: rehearsed, its two questions answered, written in one step. */
export async function importRoster(page: Page, file: string): Promise<void> {
  await goTo(page, '花名册');
  await keys(page, 'Control+i', /^导入/);
  await page.getByLabel('花名册表格文件').setInputFiles(file);
  await page.getByLabel('名录里没有的单位，一并新建').check();
  await page.getByRole('radio', { name: '借入' }).check();
  await page.getByRole('button', { name: /^写入 \d+ 行/ }).click();
  await told(page, '已导入');
}

/** A session is planned and held; all but two are there, one of them on leave. */
export async function holdSession(page: Page): Promise<void> {
  await goTo(page, '学习教育');
  await press(page, '新建场次');
  const form = dialog(page);
  await form.getByLabel('题目').fill(SESSION);
  await choose(form, '环节', '学习教育');
  for (const type of ['政治教育', '党史教育', '红色教育', '廉政教育', '英模教育', '警示教育'])
    await choose(form, '教育类型', type);
  await page.keyboard.press('Escape');
  await date(form, '日期', '2021-03-05');
  await form.getByLabel(/^地点/).fill('机关会议室、分会场');
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
  await reasons.first().fill('公务外出');
  await reasons.first().press('Enter');
  await reasons.nth(1).fill('未请假');
  await reasons.nth(1).blur();
  await page.getByRole('button', { name: /^提交/ }).and(page.locator(':enabled')).click();
  await told(page, '场次：提交');
}

export async function approveSession(page: Page): Promise<void> {
  await goTo(page, '学习教育');
  await page.getByRole('row', { name: SESSION }).dblclick();
  await press(page, /^审核通过/);
  await told(page, '场次：审核通过');
}

export async function recordMakeup(page: Page): Promise<void> {
  await goTo(page, '学习教育');
  await page.getByRole('checkbox', { name: /^选 / }).first().check();
  await press(page, '登记已补…');
  await date(dialog(page), '补课日期', '2021-03-12');
  await dialog(page).getByLabel('材料编号').fill('示教〔2021〕1号');
  await press(dialog(page), '保存');
  await told(page, '已登记补课');
}

export async function confirmMakeup(page: Page): Promise<void> {
  await goTo(page, '学习教育');
  await page.getByRole('listitem').filter({ hasText: '已补待确认' }).last().getByRole('checkbox').check();
  await page.getByRole('button', { name: /^确认/ }).click();
  await told(page, '补课已确认');
}

/** Piles of paper: the first declares a problem, four more none. */
export async function fileSelfInspections(page: Page, filers: number): Promise<void> {
  await goTo(page, '自查自纠');
  for (let filer = 0; filer < filers; filer += 1) {
    const entry = page.getByRole('region', { name: '录入纸质填报表' });
    await entry.getByLabel('原件编号').fill(`自1-${String(filer + 1).padStart(4, '0')}`);
    await entry.getByRole('combobox', { name: '谁的' }).click();
    await page.locator('.ant-select-item-option').first().click();
    await date(entry, /^填报日期/, '2021-04-06');
    await entry.getByRole('radio', { name: filer === 0 ? '有问题' : '无问题' }).check();
    if (filer === 0) {
      await choose(entry, '第1项类别', '违规参股借贷');
      await entry.getByLabel('第1项摘要').fill('借给亲戚五万元，没有说明');
    }
    await press(page, /^存下，录下一份/);
    await told(page, '已存下');
  }
}

export async function approveFilings(page: Page, filers: number): Promise<void> {
  await goTo(page, '自查自纠');
  const waiting = page.getByRole('row', { name: '已填报' });
  await expect(waiting).toHaveCount(filers);
  await waiting.first().dblclick();
  for (let left = filers - 1; left >= 0; left -= 1) {
    await keys(page, 'Control+Enter', /^通过，看下一份/);
    await expect(waiting).toHaveCount(left);
  }
}

/** Drafted by the clerk, numbered by the reviewer. */
export async function draftItem(page: Page): Promise<void> {
  await goTo(page, '问题整改');
  await keys(page, 'Control+n', /^新增问题/);
  const form = dialog(page);
  await choose(form, '问题来源', '县级检查');
  await choose(form, '类别', '违规参股借贷');
  await form.getByLabel(/^问题表现/).fill(PROBLEM);
  await form.getByLabel(/^整改措施/).fill('逐人核对，限期补报，建立台账');
  await choose(form, '责任单位', '青禾县人民法院');
  await form.getByLabel(/^责任领导/).fill('示例领导');
  await form.getByLabel(/^责任人/).fill('示例责任人');
  await date(form, /^时限/, '2021-05-20');
  await press(form, '存为草稿');
  await told(page, '已存为草稿');
}

/** One move of the item, with what it asks for. */
export async function moveItem(
  page: Page,
  move: string,
  fill: Readonly<Record<string, string>> = {},
): Promise<void> {
  await goTo(page, '问题整改');
  await page.getByRole('tab', { name: /^全部/ }).click();
  await page.getByRole('row', { name: PROBLEM }).click();
  await page
    .getByRole('complementary')
    .getByRole('button', { name: new RegExp(`^${move}`) })
    .click();
  for (const [label, text] of Object.entries(fill)) await dialog(page).getByLabel(label).fill(text);
  await dialog(page).locator('button[type="submit"]').click();
  await dialog(page).waitFor({ state: 'hidden' });
}
