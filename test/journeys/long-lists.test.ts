import type { Browser, Page, Request } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import { tableText } from '../../renderer/text/frame.ts';
import { peopleText } from '../../renderer/text/personnel-page.ts';
import { ledgerText } from '../../renderer/text/rectification-page.ts';
import { workListText } from '../../renderer/text/work-list-page.ts';
import { PASSWORD, type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { type Desk, openBrowser, openDesk, signIn } from './support/desk.ts';
import { goTo, lock } from './support/hands.ts';

const PEOPLE = 100_000;
/** Rows of the screen and those kept beyond its edges, at any size of screen; a page asked for has 100. */
const MOST_ROWS = 200;
/** The last page of so many rows takes its time on a busy PC. */
const PATIENCE = { timeout: 10_000 };

const { folder, remove } = lastingScratch();
let browser: Browser;
let office: TestOffice;

beforeAll(async () => {
  [browser, office] = await Promise.all([openBrowser(), testOffice(folder, { today: '2021-04-20' })]);
  const administrator = await office.as('administrator');
  await administrator.office.confirmRecovery({ code: office.recoveryCode });
  await fill();
});

afterAll(async () => {
  await browser.close();
  office.close();
  remove();
});

/** One person as the register writes them, the others as copies of it: a list cares for their number. */
async function fill(): Promise<void> {
  const { personnel, rectification } = await office.as('clerk');
  const { id: unit } = await personnel.createUnit({ name: '县公安局' });
  await personnel.addPerson({ name: nameOf(1), unit, status: 'onDuty', from: '2021-02-28', orderNumber: 1 });
  await rectification.draftItem({ source: 'officeInspection', problem: '案卷没有装订' });
  const ledger = office.host.ledger!;
  ledger.write(ledger.account.pk, 'test.fill', (write) => {
    write.undo.refuse('undo_not_possible');
    write.run(
      `INSERT INTO person (office, id, name, folded, order_number, rev, changed_by, changed_at)
       WITH RECURSIVE copy (n) AS (VALUES (2) UNION ALL SELECT n + 1 FROM copy WHERE n < ?)
       SELECT office, id || '-' || n, '张' || n, '张' || n, n, rev, changed_by, changed_at FROM person, copy`,
      PEOPLE,
    );
    write.run(
      `INSERT INTO posting (office, id, person, unit, status, from_on, rev, changed_by, changed_at)
       SELECT person.office, person.id, person.pk, unit, status, from_on, person.rev, person.changed_by,
         person.changed_at
       FROM posting, person WHERE person.order_number > 1`,
    );
  });
}

function nameOf(number: number): string {
  return `张${number}`;
}

async function atDesk(work: (desk: Desk) => Promise<void>): Promise<void> {
  lockHost(office.host);
  const desk = await openDesk(browser, office.host, folder);
  try {
    await signIn(desk.page, 'clerk', PASSWORD);
    await work(desk);
    expect(desk.complaints).toEqual([]);
  } finally {
    await desk.close();
  }
}

describe(`a list of ${PEOPLE} rows`, () => {
  it('tells its length, goes to its last row by one key, and is never in the page as a whole', async () => {
    await atDesk(async ({ page }) => {
      const asked = pagesAsked(page);
      await goTo(page, '花名册');
      await page.getByText(peopleText.counts(PEOPLE, PEOPLE)).waitFor();
      const list = page.getByRole('grid', { name: peopleText.listOf(null) });
      expect(await list.getAttribute('aria-rowcount')).toBe(String(PEOPLE + 1));
      const most = await mostRowsOf(page);
      await rowOf(page, 1).focus();
      await page.keyboard.press('End');
      await expect.poll(() => focusedRow(page), PATIENCE).toContain(nameOf(PEOPLE));
      for (const key of ['PageUp', 'Home', 'PageDown']) await page.keyboard.press(key);
      await expect.poll(() => focusedRow(page), PATIENCE).toContain('张');
      expect(await most()).toBeGreaterThan(10);
      expect(await most()).toBeLessThan(MOST_ROWS);
      expect(asked.length).toBeGreaterThan(1);
      for (const { limit } of asked) expect(limit).toBeLessThanOrEqual(MOST_ROWS);
      expect(asked.some(({ offset }) => offset >= PEOPLE - MOST_ROWS)).toBe(true);
    });
  });
});

function rowOf(page: Page, number: number) {
  return page.getByRole('row').filter({ has: page.getByText(nameOf(number), { exact: true }) });
}

async function focusedRow(page: Page): Promise<string> {
  return await page.evaluate(() => document.activeElement?.closest('tr')?.textContent ?? '');
}

/** Watches from now on; the answer is the most rows that stood in the page at once. */
async function mostRowsOf(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const count = () => document.querySelectorAll('tr').length;
    const watch = () => {
      document.body.dataset.mostRows = String(Math.max(Number(document.body.dataset.mostRows ?? 0), count()));
    };
    watch();
    new MutationObserver(watch).observe(document.body, { childList: true, subtree: true });
  });
  return async () => Number(await page.evaluate(() => document.body.dataset.mostRows));
}

interface AskedPage {
  readonly offset: number;
  readonly limit: number;
}

/** What the page asks of the roster from now on. */
function pagesAsked(page: Page): readonly AskedPage[] {
  const asked: AskedPage[] = [];
  page.on('request', (request: Request) => {
    if (!request.url().endsWith('/personnel/people')) return;
    const { offset = 0, limit = 100 } = (request.postDataJSON() as { json?: Partial<AskedPage> }).json ?? {};
    asked.push({ offset, limit });
  });
  return asked;
}

describe('what was chosen of a list', () => {
  it('outlives lock and restart: its columns’ widths, by pointer or by key, and its view, unless a link names one', async () => {
    let widths: readonly number[] = [];
    await atDesk(async ({ page }) => {
      await goTo(page, '问题整改');
      const [problem = 0, state = 0] = await widthsOf(page);
      await dragBorder(page, ledgerText.columns.problem, 60);
      await border(page, ledgerText.columns.state).focus();
      for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
      widths = await widthsOf(page);
      expect(widths).toEqual([problem + 60, state + 24]);
      await page.getByRole('tab', { name: new RegExp(`^${ledgerText.views.all}`) }).click();
      await lock(page);
      await signIn(page, 'clerk', PASSWORD);
      await goTo(page, '工作台');
      await goTo(page, '问题整改');
      expect(await widthsOf(page)).toEqual(widths);
      expect(await viewOf(page)).toContain(ledgerText.views.all);
    });
    await atDesk(async ({ page }) => {
      await goTo(page, '问题整改');
      expect(await widthsOf(page)).toEqual(widths);
      expect(await viewOf(page)).toContain(ledgerText.views.all);
      await border(page, ledgerText.columns.problem).dblclick();
      expect(await widthsOf(page)).toEqual([widths[0]! - 60, widths[1]]);
      const reset = page.getByRole('button', { name: tableText.resetWidths });
      await reset.click();
      expect(await widthsOf(page)).toEqual([widths[0]! - 60, widths[1]! - 24]);
      expect(await reset.count()).toBe(0);
      await goTo(page, '工作台');
      const matrix = page.getByRole('table', { name: workListText.matrix.title });
      await matrix.getByRole('link', { name: new RegExp(`^${workListText.rows.itemDraft.name}`) }).click();
      await expect.poll(() => viewOf(page), PATIENCE).toContain(ledgerText.views.mine);
    });
  });
});

function border(page: Page, column: string) {
  return page.getByRole('separator', { name: tableText.border(column) });
}

async function dragBorder(page: Page, column: string, by: number): Promise<void> {
  const box = (await border(page, column).boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by / 2, y);
  await page.mouse.move(x + by, y);
  await page.mouse.up();
}

/** Of the problem and of the state. */
async function widthsOf(page: Page): Promise<number[]> {
  await page.getByRole('grid', { name: ledgerText.list }).waitFor();
  const { problem, state } = ledgerText.columns;
  const boxes = [problem, state].map((name) =>
    page.getByRole('columnheader', { name, exact: true }).boundingBox(),
  );
  return (await Promise.all(boxes)).map((box) => Math.round(box!.width));
}

async function viewOf(page: Page): Promise<string> {
  const views = page.getByRole('tablist', { name: ledgerText.viewsLabel });
  return (await views.getByRole('tab', { selected: true }).textContent({ timeout: 4_000 })) ?? '';
}
