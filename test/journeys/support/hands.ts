import { basename, join } from 'node:path';
import { expect as impatient, type Locator, type Page } from '@playwright/test';
import { PATIENCE } from './desk.ts';

/** What a person does with a page, by the words that stand on it. */
export const PASSWORD = 'quiet-river-77';

/** What the page comes to show, and to say of its fields. */
export const expect = impatient.configure({ timeout: PATIENCE });

export async function goTo(page: Page, room: string): Promise<void> {
  await page.getByRole('navigation', { name: '栏目' }).getByRole('link', { name: room }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

export async function press(scope: Page | Locator, name: string | RegExp): Promise<void> {
  await scope.getByRole('button', { name }).first().click();
}

/** Clicks until what it opens is there: a list that was still filling may have moved under the pointer. */
export async function opening(
  what: Locator,
  opened: Locator,
  by: 'click' | 'dblclick' = 'click',
): Promise<void> {
  await expect(async () => {
    if (!(await opened.isVisible())) await what[by]({ timeout: 5_000 });
    await opened.waitFor({ timeout: 5_000 });
  }).toPass({ timeout: 2 * PATIENCE });
}

export function dialog(page: Page): Locator {
  return page.getByRole('dialog');
}

/** A shortcut, once the button that shows it is there. */
export async function keys(page: Page, combination: string, button: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).and(page.locator(':enabled')).first().waitFor();
  await page.keyboard.press(combination);
}

/** Waits until the frame has said so, and the form is gone. */
export async function told(page: Page, sentence: string | RegExp): Promise<void> {
  await page.getByRole('status').filter({ hasText: sentence }).first().waitFor();
}

/** A choice from a list, typed as one searches in it. */
export async function choose(scope: Page | Locator, label: string, option: string): Promise<void> {
  const box = scope.getByRole('combobox', { name: label, exact: true });
  await box.click();
  await box.fill(option);
  const offered = box.page().locator('.ant-select-item-option-active', { hasText: option });
  await offered.first().waitFor();
  await box.press('Enter');
}

/** A date, typed. */
export async function date(scope: Page | Locator, label: string | RegExp, day: string): Promise<void> {
  const box = scope.getByLabel(label).first();
  await box.fill(day);
  await box.press('Enter');
}

/** Saves what the page hands out, as onto a stick. */
export async function take(page: Page, folder: string, act: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  const file = join(folder, basename(download.suggestedFilename()));
  await download.saveAs(file);
  return file;
}

export async function lock(page: Page): Promise<void> {
  await page.keyboard.press('Control+l');
  await page.getByRole('listbox', { name: '谁来办' }).waitFor();
}
