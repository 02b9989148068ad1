import type { Page } from '@playwright/test';
import type { Installation } from '../story/entries.ts';
import { recoveryCodeOnPaper } from '../story/founding.ts';
import { PASSWORD } from '../support/hands.ts';
import { choose, press, tabTo, takeRadio, type } from './fingers.ts';

/** First set-up by keyboard: five steps, the recovery code typed back from the sheet. */
export async function found(page: Page, installation: Installation): Promise<void> {
  const { role, name, code, administrator, others } = installation;
  await takeRadio(page, page.getByRole('radiogroup'), new RegExp(`^${role}`));
  await press(page, '下一步');
  await type(page, '单位名称', name);
  await type(page, '区划代码', code);
  await page.keyboard.press('Enter');
  await page.getByRole('cell', { name: '学习教育' }).waitFor();
  await press(page, '下一步');
  await type(page, '姓名', administrator);
  await type(page, /^密码/, PASSWORD);
  await type(page, '再输一遍密码', PASSWORD);
  await page.keyboard.press('Enter');
  for (const other of others) await addAccount(page, other);
  await press(page, '下一步');
  const groups = await recoveryCodeOnPaper(page);
  await tabTo(page, page.getByLabel('第1组'));
  await page.keyboard.type(groups.join('').toLowerCase());
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: '栏目' }).waitFor();
}

async function addAccount(page: Page, { name, role }: Installation['others'][number]): Promise<void> {
  await page.getByRole('button', { name: '添加账户' }).waitFor();
  await type(page, '姓名', name);
  await choose(page, '角色', role);
  await type(page, /^密码/, PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('cell', { name, exact: true }).waitFor();
}
