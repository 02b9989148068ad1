import type { Locator, Page } from '@playwright/test';
import { PASSWORD } from '../support/hands.ts';

/** More stops than any page here has. */
const MOST_STOPS = 40;
const ROUNDS = 3;

/** Tab, as far as it takes: what cannot be reached by it is not there for the keyboard. */
export async function tabTo(page: Page, goal: Locator): Promise<void> {
  await keyTo(page, goal, 'Tab');
}

/**
 * One key, from where the focus is, until it is at one of those meant; again from the start, should the page have
 * moved the focus or changed its stops meanwhile.
 */
export async function keyTo(page: Page, goal: Locator, key: string): Promise<void> {
  const usable = goal.and(page.locator(':not(:disabled)'));
  await usable.first().waitFor();
  const reached = usable.and(page.locator(':focus'));
  for (let step = 0; step < MOST_STOPS * ROUNDS; step += 1) {
    if ((await reached.count()) > 0) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${goal}`);
}

export async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }));
  await page.keyboard.press('Enter');
}

/** What stood there is typed over. */
export async function type(page: Page, label: string | RegExp, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** A date, with the Enter that takes it. */
export async function typeDay(page: Page, label: string | RegExp, day: string): Promise<void> {
  await type(page, label, day);
  await page.keyboard.press('Enter');
}

/** Choices from a list, each found by typing. */
export async function choose(page: Page, label: string, ...options: readonly string[]): Promise<void> {
  await tabTo(page, page.getByRole('combobox', { name: label, exact: true }));
  for (const option of options) {
    await page.keyboard.type(option);
    await page.keyboard.press('Enter');
  }
}

export async function tick(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('checkbox', { name }));
  await page.keyboard.press('Space');
}

/** Tab reaches a group of radios once, the arrows go on in it; the space bar takes the first of a blank one. */
export async function takeRadio(page: Page, group: Locator, name: RegExp): Promise<void> {
  await tabTo(page, group.getByRole('radio'));
  const wanted = group.getByRole('radio', { name });
  await keyTo(page, wanted, 'ArrowDown');
  if (!(await wanted.isChecked())) await page.keyboard.press('Space');
}

/** The one row that Tab reaches, then down to the wanted one. */
export async function openRow(page: Page, row: Locator): Promise<void> {
  await row.first().waitFor();
  await tabTo(page, page.locator('[role="grid"] tr'));
  await keyTo(page, row, 'ArrowDown');
  await page.keyboard.press('Enter');
}

/** The button of a file, and what the window that it opens answers. */
export async function giveFile(page: Page, button: string | RegExp, file: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, button)]);
  await chooser.setFiles(file);
}

/** A room of the navigation, by its place there. */
export async function goTo(page: Page, room: string): Promise<void> {
  const links = page.getByRole('navigation', { name: '栏目' }).getByRole('link');
  await links.filter({ hasText: room }).waitFor();
  const combination = await links.filter({ hasText: room }).getAttribute('aria-keyshortcuts');
  await page.keyboard.press(combination ?? '');
  await page.getByRole('heading', { level: 1, name: room }).waitFor();
}

/** The screen is locked, and another account chosen from the list by the arrow keys. */
export async function as(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+l');
  const accounts = page.getByRole('listbox', { name: '谁来办' });
  await tabTo(page, accounts);
  for (let up = await accounts.getByRole('option').count(); up > 0; up -= 1)
    await page.keyboard.press('ArrowUp');
  const names = await accounts.getByRole('option').allInnerTexts();
  for (let down = names.findIndex((one) => one.includes(name)); down > 0; down -= 1)
    await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name, selected: true }).waitFor();
  await tabTo(page, page.getByLabel('密码', { exact: true }));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: '栏目' }).waitFor();
}
