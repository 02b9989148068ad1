import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { fingerprint, parseKeyFile } from '../../../electron/bundle/key-file.ts';
import { choose, date, dialog, goTo, keys, press, take, told } from '../support/hands.ts';
import { ANSWER, COUNTY } from './entries.ts';

export type Room = '数据交换' | '收包与发包';

export async function takeKeys(page: Page, room: Room, stick: string): Promise<string> {
  await goTo(page, room);
  return await take(page, stick, () => press(page, '保存本单位公钥文件'));
}

/** The fingerprint is compared with the paper before the keys are pinned. @returns the fingerprint shown */
export async function trust(page: Page, room: Room, file: string): Promise<string> {
  await goTo(page, room);
  await press(page, '登记对方公钥…');
  await dialog(page).getByLabel('选择公钥文件').setInputFiles(file);
  const shown = await dialog(page).locator('.exchange-fingerprint').innerText();
  for (const [label, digits] of await askedGroups(page, file))
    await dialog(page).getByLabel(label).fill(digits);
  await press(dialog(page), '登记');
  await told(page, '的公钥');
  return shown;
}

/** The groups that are not shown, with what the paper says there; the file was not changed on its way. */
export async function askedGroups(page: Page, file: string): Promise<[string, string][]> {
  const paper = fingerprint(parseKeyFile(readFileSync(file))).split(' ');
  const groups = dialog(page).locator('.exchange-fingerprint li');
  await groups.first().waitFor();
  const shown = await groups.allInnerTexts();
  return shown.flatMap((text, at) => {
    const isShown = /\d{5}/.test(text);
    return isShown ? [] : [[`第${at + 1}组（照纸面输入）`, paper[at] ?? '']];
  });
}

export async function exportBundle(page: Page, room: Room, stick: string): Promise<string> {
  await goTo(page, room);
  await keys(page, 'Control+e', /^出包/);
  await press(dialog(page), /^生成数据包/);
  await dialog(page)
    .getByRole('heading', { name: /已生成/ })
    .waitFor();
  const file = await take(page, stick, () => press(dialog(page), '存为文件'));
  await press(dialog(page), '完成');
  return file;
}

/** Rehearsed, then taken in. */
export async function importBundle(page: Page, room: Room, file: string): Promise<void> {
  await goTo(page, room);
  await keys(page, 'Control+i', /^收/);
  await page.getByLabel(/^选择 \.jyzd/).setInputFiles(file);
  await page.getByRole('cell', { name: '可收' }).waitFor();
  await press(page, /^收下 1 包/);
  await told(page, '已收下 1 个包');
}

/** Every figure of the page as its fraction, by name. */
export async function figuresShown(page: Page): Promise<Record<string, string>> {
  const rows = page.getByRole('table', { name: /指标/ }).getByRole('row');
  await rows.nth(1).waitFor();
  const shown: Record<string, string> = {};
  for (const row of await rows.all()) {
    const text = (await row.innerText()).replace(/\s+/g, ' ');
    const [, name, fraction] = /^(\S+).*?(\d+ ?\/ ?\d+|—)/.exec(text) ?? [];
    if (name && fraction) shown[name] = fraction.replaceAll(' ', '');
  }
  return shown;
}

export async function draftAnswer(page: Page): Promise<void> {
  await goTo(page, '反馈与退回');
  await keys(page, 'Control+n', /^新的反馈/);
  const form = dialog(page);
  await choose(form, '单位', COUNTY.name);
  await choose(form, '类别', ANSWER.category);
  await form.getByLabel(/^问题表现/).fill(ANSWER.problem);
  await date(form, /^时限/, ANSWER.dueOn);
  await form.locator('button[type="submit"]').click();
  await told(page, '已存为拟稿');
}

export async function releaseAnswer(page: Page): Promise<void> {
  await goTo(page, '反馈与退回');
  await page.getByRole('tab', { name: /拟稿与反馈/ }).click();
  await press(page, '全选草稿');
  await press(page, /^放行所选 1 条/);
  await press(dialog(page), '放行');
  await told(page, '已放行 1 条');
}
