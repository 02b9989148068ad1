import type { Page } from '@playwright/test';
import { choose, PASSWORD, press } from '../support/hands.ts';
import type { Installation } from './entries.ts';

/** First set-up, from the empty folder to the frame: five steps, the recovery code copied from the sheet. */
export async function found(page: Page, installation: Installation): Promise<void> {
  const { role, name, code, administrator, others } = installation;
  await page.getByRole('radio', { name: new RegExp(`^${role}`) }).check();
  await press(page, '下一步');
  await page.getByLabel('单位名称').fill(name);
  await page.getByLabel('区划代码').fill(code);
  await press(page, '下一步');
  await page.getByRole('cell', { name: '学习教育' }).waitFor();
  await press(page, '下一步');
  await page.getByLabel('姓名').fill(administrator);
  await page.getByLabel(/^密码/).fill(PASSWORD);
  await page.getByLabel('再输一遍密码').fill(PASSWORD);
  await press(page, '建立台账');
  for (const other of others) await addAccount(page, other);
  await press(page, '下一步');
  const groups = await recoveryCodeOnPaper(page);
  await page.getByLabel('第1组').click();
  for (const group of groups) await page.keyboard.type(group.toLowerCase());
  await press(page, '完成设置');
  await page.getByRole('navigation', { name: '栏目' }).waitFor();
}

async function addAccount(page: Page, { name, role }: { name: string; role: string }): Promise<void> {
  await page.getByRole('button', { name: '添加账户' }).waitFor();
  await page.getByLabel('姓名').fill(name);
  await choose(page, '角色', role);
  await page.getByLabel(/^密码/).fill(PASSWORD);
  await press(page, '添加账户');
  await page.getByRole('cell', { name, exact: true }).waitFor();
}

/** The sheet stands printed beside the keyboard: here it is read from the page's own print view. */
export async function recoveryCodeOnPaper(page: Page): Promise<string[]> {
  await page.getByLabel('第1组').waitFor();
  await page.emulateMedia({ media: 'print' });
  const groups = await page.locator('.recovery-code .on-paper').allInnerTexts();
  await page.emulateMedia({ media: 'screen' });
  return groups;
}
