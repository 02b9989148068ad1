import type { Page } from '@playwright/test';
import { expect } from 'vitest';
import {
  batchEntryText,
  remindersText,
  reviewManyText,
} from '../../../renderer/text/self-inspection-batches.ts';
import {
  entryText,
  filingsText,
  filingText,
  listText,
  unitsText,
} from '../../../renderer/text/self-inspection-page.ts';
import { choose, goTo, keyTo, openRow, press, tabTo, type } from '../keyboard/fingers.ts';
import { dialog, keys, told } from '../support/hands.ts';
import type { FilingOffice } from './filing-office.ts';

type Unit = FilingOffice['units'][number];

export interface Problem {
  readonly category: string;
  readonly summary: string;
}

/** A unit's pile of forms without problems, but for those who have not handed in theirs; the numbers go on. */
export async function fileUnit(page: Page, unit: Unit, missing: readonly string[], first?: string) {
  await press(page, new RegExp(`^${entryText.batch}`));
  const form = dialog(page);
  await form.getByRole('checkbox', { name: `选 ${unit.people[0]}` }).waitFor();
  if (first) await type(page, new RegExp(`^${batchEntryText.first}`), first);
  for (const person of missing) {
    const box = form.getByRole('checkbox', { name: `选 ${person}` });
    await tabTo(page, form.getByRole('table').getByRole('checkbox'));
    await keyTo(page, box, 'ArrowDown');
    await page.keyboard.press('Space');
  }
  await keys(page, 'Control+Enter', /^存下 \d+ 份/);
  await form.waitFor({ state: 'hidden' });
}

/** One form of the pile: the name, one digit for what was declared, and the problem where there is one. */
export async function fileOne(page: Page, name: string, problem?: Problem): Promise<void> {
  const entry = page.getByRole('region', { name: entryText.title });
  const number = await entry.getByLabel(entryText.paperNumber).inputValue();
  await tabTo(page, page.getByRole('combobox', { name: entryText.person }));
  await page.keyboard.type(name);
  await page.locator('.ant-select-item-option-active').filter({ hasText: name }).waitFor();
  await page.keyboard.press('Enter');
  await entry.locator('input[type="radio"]:focus').waitFor();
  await page.keyboard.press(problem ? '2' : '1');
  if (problem) {
    await choose(page, entryText.categoryOf(1), problem.category);
    await type(page, entryText.summaryOf(1), problem.summary);
  }
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => entry.getByLabel(entryText.paperNumber).inputValue()).not.toBe(number);
}

/** What waits for the reviewer, and nothing else. */
export async function openQueue(page: Page, waiting: number): Promise<void> {
  await goTo(page, filingsText.title);
  await press(page, new RegExp(`^${filingsText.review(waiting)}$`));
  await shown(page, waiting);
}

/** One filing out of the queue, found by name. */
export async function approveOne(page: Page, name: string): Promise<void> {
  await find(page, name);
  await openRow(page, page.getByRole('row', { name }));
  await keys(page, 'Control+Enter', new RegExp(`^${filingText.approveAndNext}`));
  await told(page, filingText.done(name, 'approve'));
}

export async function returnOne(page: Page, name: string, reason: string): Promise<void> {
  await find(page, name);
  await openRow(page, page.getByRole('row', { name }));
  await tabTo(page, page.getByRole('complementary').getByRole('button', { name: filingText.moves.return }));
  await page.keyboard.press('Enter');
  await dialog(page).waitFor();
  await page.keyboard.type(reason);
  await page.keyboard.press('Control+Enter');
  await told(page, filingText.done(name, 'return'));
}

/** All of the list that can be dealt with, in one step. */
export async function approveRest(page: Page, count: number): Promise<void> {
  await find(page, '');
  await shown(page, count);
  await tabTo(page, page.getByRole('checkbox', { name: reviewManyText.chooseAll }));
  await page.keyboard.press('Space');
  await page.getByText(reviewManyText.chosen(count), { exact: true }).waitFor();
  await page.keyboard.press('Control+Enter');
  await keys(page, 'Control+Enter', new RegExp(`^${reviewManyText.confirm('approve', count)}`));
  await told(page, reviewManyText.done('approve', count));
}

/** The list of who still owes a form, name by name. */
export async function reminded(page: Page): Promise<string[]> {
  await press(page, remindersText.open);
  const sheet = dialog(page).getByRole('region', { name: remindersText.title });
  await sheet.getByRole('cell').first().waitFor();
  const names = await sheet.locator('td:last-child > span').allInnerTexts();
  await page.keyboard.press('Escape');
  return names;
}

/** 应填 = 待填报 + …, as it stands above the list. */
export async function sums(page: Page): Promise<string> {
  return (await page.locator('.self-inspection-strip').innerText()).replace(/\s+/g, '');
}

/** 单位 → 已填/应填. */
export async function coverageByUnit(page: Page): Promise<string[]> {
  const rows = page.getByRole('table', { name: unitsText.title }).locator('tbody tr');
  return (await rows.allInnerTexts()).map((row) => row.split(/\s+/).filter(Boolean).join(' '));
}

async function find(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await page.getByLabel(listText.searchLabel).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  if (name) await page.keyboard.type(name);
}

async function shown(page: Page, count: number): Promise<void> {
  await page.getByText(new RegExp(`^显示 ${count} / `)).waitFor();
}
