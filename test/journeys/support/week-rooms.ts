import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { exchangeText, importText } from '../../../renderer/text/exchange-page.ts';
import { exportPreviewText } from '../../../renderer/text/export-preview.ts';
import { feedbackDeskText } from '../../../renderer/text/feedback-desk.ts';
import { figureTexts } from '../../../renderer/text/figures.ts';
import { figuresPageText } from '../../../renderer/text/figures-page.ts';
import { frameText } from '../../../renderer/text/frame.ts';
import { bundlesText } from '../../../renderer/text/handing-over.ts';
import { importDeskText } from '../../../renderer/text/import-desk.ts';
import { feedbackText, officesText, officeText } from '../../../renderer/text/offices-page.ts';
import { gridText } from '../../../renderer/text/oversight-page.ts';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import { SCREENS } from './desk.ts';
import { date, dialog, expect, goTo, keys, opening, press, take, told } from './hands.ts';
import { onlyFileIn } from './three-offices.ts';

/** As they are called on every page. */
export const OFFICES = ['office 530101', 'office 530102', 'office 530103'] as const;
const [FIRST, , THIRD] = OFFICES;
/** Two weeks, each to be reported by the Monday after it. */
export const WEEKS = [
  gridText.span('2021-04-12', '2021-04-18'),
  gridText.span('2021-04-19', '2021-04-25'),
] as const;

/** On both screens: nothing is wrong for who cannot see it, and nothing runs out of the window. */
export async function fits(page: Page): Promise<void> {
  for (const size of Object.values(SCREENS)) {
    await page.setViewportSize(size);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  }
  await page.setViewportSize(SCREENS.full);
}

export function lineOf(lines: Locator, text: string): Locator {
  return lines.getByRole('row').filter({ hasText: text });
}

/** A row of the county's table of what the group said. */
export function heard(page: Page, text: string): Locator {
  const table = page.getByRole('table', { name: exchangeText.feedback });
  return table.getByRole('row').filter({ hasText: text });
}

/** Rows of the group's list of what it said. */
export function saidTo(page: Page, text: string): Locator {
  const table = page.getByRole('table', { name: feedbackText.sent });
  return table.getByRole('row').filter({ hasText: text });
}

export async function tab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name }).click();
}

export function cellOf(page: Page, office: string, at: 0 | 1, said: string): Locator {
  return page.getByRole('button', { name: gridText.cell(office, WEEKS[at], said) });
}

export function reportedIn(page: Page): Locator {
  return page.getByRole('table', { name: gridText.title }).getByRole('row', { name: gridText.reported });
}

export function bundleRow(table: Locator, office: string, sequence: number): Locator {
  return table.getByRole('row', { name: new RegExp(`^${office} ${sequence} `) });
}

export function standingOf(page: Page, office: string): Locator {
  const table = page.getByRole('table', { name: bundlesText.standing });
  return table.getByRole('row').filter({ hasText: office });
}

export function numbered(table: Locator, sequence: number): Locator {
  return table.getByRole('row', { name: new RegExp(`^${sequence} `) });
}

/** The foot of the import table is the sum of its rows, and of the identity above it. */
export async function addsUp(page: Page, table: Locator): Promise<void> {
  const numbersOf = async (row: Locator) =>
    (await row.locator('.number').allInnerTexts()).map((text) => Number(text) || 0);
  const [, ...first] = await numbersOf(bundleRow(table, FIRST, 3));
  const [, ...third] = await numbersOf(bundleRow(table, THIRD, 2));
  const sums = await numbersOf(table.getByRole('row', { name: importDeskText.sums(2, 2) }));
  expect(sums).toEqual(first.map((count, index) => count + (third[index] ?? 0)));
  const [total = 0, ...terms] = sums;
  expect(total).toBeGreaterThan(0);
  expect(terms.reduce((all, count) => all + count, 0)).toBe(total);
  await expect(page.getByText(`${importText.whole} ${total}`)).toBeVisible();
}

/** The office is told which week it owes, and one key cuts its bundle off where that ended. @returns the file */
export async function cutOffWhereItEnded(page: Page, folder: string): Promise<string> {
  await goTo(page, frameText.pages.exchange);
  await keys(page, 'Control+e', new RegExp(`^${exchangeText.export}`));
  const owed = dialog(page).getByText(exportPreviewText.owed(1, '4月12日', '4月18日'));
  await expect(owed).toBeVisible();
  const cutOff = dialog(page).getByLabel(new RegExp(`^${exchangeText.asOf}`));
  await expect(cutOff).toHaveValue('2021-04-22');
  await fits(page);
  await page.keyboard.press('Alt+p');
  await expect(cutOff).toHaveValue('2021-04-18');
  await expect(owed).toHaveCount(0);
  await expect(dialog(page)).toContainText(exportPreviewText.period('4月12日', '4月18日', false));
  await page.keyboard.press('Enter');
  return await take(page, folder, () => press(dialog(page), exchangeText.save));
}

/** A draft about what waits for the group; `rework`: sent back for that reason, with a new deadline. */
export async function decided(
  page: Page,
  {
    office,
    problem,
    rework,
  }: { readonly office: string; readonly problem: string; readonly rework?: string },
): Promise<void> {
  const as = rework === undefined ? feedbackText.confirm : feedbackText.returnForRework;
  const panel = page.getByRole('complementary').filter({ hasText: office });
  await opening(page.getByRole('row').filter({ hasText: problem }), panel.getByText(problem));
  await panel.getByRole('button', { name: new RegExp(`^${as}`) }).click();
  if (rework !== undefined) {
    await panel.getByLabel(new RegExp(`^${feedbackText.returnReason}`)).fill(rework);
    await date(panel, new RegExp(`^${feedbackText.newDue}`), calendarDate('2021-06-20'));
  }
  await panel.getByRole('button', { name: new RegExp(`^${feedbackText.save}`) }).click();
  await told(page, new RegExp(as));
  await expect(page.getByRole('row').filter({ hasText: problem })).toHaveCount(0);
}

/** Reads the group's stick at a county, whose folder of it is given. @returns the rehearsal, row by row */
export async function takenIn(page: Page, stick: string): Promise<Locator> {
  await goTo(page, frameText.pages.exchange);
  await keys(page, 'Control+i', exchangeText.import('office'));
  await page.getByLabel(importText.choose).setInputFiles(onlyFileIn(stick));
  const [before, after] = feedbackDeskText.rehearsal(0).split('0');
  return page.getByRole('table', { name: new RegExp(`${before}[12]${after}`) });
}

export async function tookIn(page: Page): Promise<void> {
  await keys(page, 'Control+Enter', importText.apply(1));
  await told(page, importText.applied(1));
  await goTo(page, frameText.pages.exchange);
}

/** Name, rate, numerator and denominator of every figure that a page shows. */
export async function figureRows(page: Page): Promise<string[]> {
  const rows = page.getByRole('table', { name: figuresPageText.all }).locator('tr:has(.figures-rate)');
  await expect(rows).not.toHaveCount(0);
  return rows.evaluateAll((all) =>
    all.map((row) =>
      ['button', '.figures-rate', '.figures-parts']
        .map((part) => row.querySelector(part)?.textContent ?? '')
        .join(' '),
    ),
  );
}

/** What never leaves an office, and what is of one session alone, the group does not have. */
const AT_HOME = [figureTexts.talkCoverage.name, figureTexts.attendanceRate.name];

/** Every office's figures are what its own page said; the sums are theirs. */
export async function figuresEqual(
  page: Page,
  figuresOf: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const table = page.getByRole('table', { name: officesText.table });
  for (const office of OFFICES) {
    await goTo(page, frameText.pages.offices);
    await table.getByRole('link', { name: office }).click();
    await page.getByRole('tab', { name: officeText.tabs.figures, exact: true }).waitFor();
    const own = figuresOf.get(office)?.filter((row) => !AT_HOME.some((name) => row.startsWith(name)));
    expect(await figureRows(page)).toEqual(own);
  }
  await goTo(page, frameText.pages.offices);
  const parts = async (row: string) => {
    const texts = await table.getByRole('row', { name: row }).locator('td.number.secondary').allInnerTexts();
    return texts.map((text) => text.split('/').map(Number));
  };
  await expect(table.getByRole('row', { name: officesText.total })).toContainText(officesText.sums(3));
  const offices = await Promise.all(OFFICES.map(parts));
  const sums = (await parts(officesText.total)).map((_, figure) =>
    [0, 1].map((part) => offices.reduce((sum, row) => sum + (row[figure]?.[part] ?? Number.NaN), 0)),
  );
  expect(sums).not.toHaveLength(0);
  expect(await parts(officesText.total)).toEqual(sums);
}
