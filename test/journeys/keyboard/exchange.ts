import type { Page } from '@playwright/test';
import { ANSWER, COUNTY } from '../story/entries.ts';
import { askedGroups, type Room } from '../story/exchange.ts';
import { dialog, keys, take, told } from '../support/hands.ts';
import { choose, giveFile, goTo, keyTo, press, tabTo, type, typeDay } from './fingers.ts';

export async function takeKeys(page: Page, room: Room, stick: string): Promise<string> {
  await goTo(page, room);
  return await take(page, stick, () => press(page, '保存本单位公钥文件'));
}

/** @returns the fingerprint that was shown to be compared */
export async function trust(page: Page, room: Room, file: string): Promise<string> {
  await goTo(page, room);
  await press(page, '登记对方公钥…');
  await giveFile(page, '选择公钥文件', file);
  const shown = await dialog(page).locator('.exchange-fingerprint').innerText();
  for (const [label, digits] of await askedGroups(page, file)) await type(page, label, digits);
  await press(page, '登记');
  await told(page, '的公钥');
  return shown;
}

export async function exportBundle(page: Page, room: Room, stick: string): Promise<string> {
  await goTo(page, room);
  await keys(page, 'Control+e', /^出包/);
  await press(page, /^生成数据包/);
  await dialog(page)
    .getByRole('heading', { name: /已生成/ })
    .waitFor();
  const file = await take(page, stick, () => press(page, '存为文件'));
  await press(page, '完成');
  return file;
}

/** Rehearsed, then taken in. */
export async function importBundle(page: Page, room: Room, file: string): Promise<void> {
  await goTo(page, room);
  await keys(page, 'Control+i', /^收/);
  await giveFile(page, /^选择 \.jyzd/, file);
  await page.getByRole('cell', { name: '可收' }).waitFor();
  await keys(page, 'Control+Enter', /^收下 1 包/);
  await told(page, '已收下 1 个包');
}

export async function openOffice(page: Page): Promise<void> {
  await goTo(page, '报送总览');
  await tabTo(page, page.getByRole('link', { name: COUNTY.name }));
  await page.keyboard.press('Enter');
}

export async function draftAnswer(page: Page): Promise<void> {
  await goTo(page, '反馈与退回');
  await keys(page, 'Control+n', /^新的反馈/);
  await choose(page, '单位', COUNTY.name);
  await choose(page, '类别', ANSWER.category);
  await typeDay(page, /^时限/, ANSWER.dueOn);
  await type(page, /^问题表现/, ANSWER.problem);
  await page.keyboard.press('Control+Enter');
  await told(page, '已存为拟稿');
}

export async function releaseAnswer(page: Page): Promise<void> {
  await goTo(page, '反馈与退回');
  await tabTo(page, page.getByRole('tab', { selected: true }));
  await keyTo(page, page.getByRole('tab', { name: /拟稿与反馈/ }), 'ArrowRight');
  await press(page, '全选草稿');
  await press(page, /^放行所选 1 条/);
  await press(page, /^放行/);
  await told(page, '已放行 1 条');
}
