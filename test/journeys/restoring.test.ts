import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import { inProcessClient } from '../../electron/transport/in-process.ts';
import { frameText } from '../../renderer/text/frame.ts';
import { restoreText as text } from '../../renderer/text/restore-page.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { PASSWORD, type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { openBrowser, openDesk, SCREENS, signIn } from './support/desk.ts';
import { choose, dialog, goTo, press } from './support/hands.ts';

/** Where the pictures go when somebody wants to look, as of every-page.test.ts. */
const PICTURES = process.env.SCREENSHOTS;

const { folder, remove } = lastingScratch();
let browser: Browser;
let office: TestOffice;

beforeAll(async () => {
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
  browser = await openBrowser();
  office = await testOffice(folder, { demo: true, today: '2021-04-20' });
  const administrator = await office.as('administrator');
  await administrator.office.confirmRecovery({ code: office.recoveryCode });
  await administrator.office.fillDemo({ people: 40, sessions: 4, seed: 1 });
  await administrator.office.backup();
  const clerk = await office.as('clerk');
  const { id: unit } = await clerk.personnel.createUnit({ name: '备份以后的单位', kind: 'court' });
  const { id, rev } = await clerk.rectification.draftItem({
    ...{ source: 'officeInspection', category: 'cases-not-handled', problem: '备份以后的问题', unit },
    ...{ measures: '逐案复核', leader: '李副局长', owner: '王所长', dueOn: calendarDate('2021-06-30') },
  });
  await (await office.as('reviewer')).rectification.moveItem({ id, rev, move: 'issue' });
}, 120_000);

afterAll(async () => {
  await browser.close();
  office.close();
  remove();
});

it('an administrator restores a backup: tries it, reads what is lost, types the code, signs in again', async () => {
  lockHost(office.host);
  const desk = await openDesk(browser, office.host, folder);
  const { page } = desk;
  try {
    await signIn(page, 'administrator', PASSWORD);
    await goTo(page, frameText.pages.system);
    await press(page, new RegExp(`^${text.open} `));
    await dialog(page).getByLabel(text.password).fill('wrong-password');
    await press(dialog(page), text.rehearse);
    await dialog(page).getByRole('alert').waitFor();
    await sound(page, 'restore-choice');
    await dialog(page).getByLabel(text.password).fill(PASSWORD);
    await press(dialog(page), text.rehearse);

    await dialog(page).getByText(text.rehearsed, { exact: true }).waitFor();
    const units = dialog(page).getByRole('row', { name: new RegExp(`^${text.rowWords.units}`) });
    expect(await units.textContent()).toContain(text.difference(-1));
    expect(await dialog(page).getByRole('button', { name: text.apply }).isDisabled()).toBe(true);
    await dialog(page).getByLabel(text.reason).fill('硬盘坏了，用备份接着记');
    await dialog(page).getByLabel(text.confirm('530000')).fill('530000');
    await sound(page, 'restore-rehearsal');
    await press(dialog(page), text.apply);

    const notice = page.getByRole('status').filter({ hasText: text.doneMovedTo('replaced-20210420-080000') });
    await notice.waitFor();
    await sound(page, 'restored');
    await signIn(page, 'administrator', PASSWORD);
    const { epoch } = await (await office.as('administrator')).office.identity();
    expect(epoch).toBe(2);
    expect(desk.complaints.filter((one) => !one.includes('wrong_password'))).toEqual([]);
  } finally {
    await desk.close();
  }
});

it('a ledger whose file is gone is brought back from the page that says so', async () => {
  lockHost(office.host);
  rmSync(join(office.host.folder, 'ledger.db'));
  const desk = await openDesk(browser, office.host, folder);
  const { page } = desk;
  try {
    await press(page, text.openAtGate);
    await choose(dialog(page), text.by, text.ways.recovery);
    await dialog(page).getByRole('textbox', { name: text.code }).fill(office.recoveryCode);
    await press(dialog(page), text.rehearse);
    await dialog(page).getByLabel(text.reason).fill('文件被误删');
    await dialog(page).getByLabel(text.confirm('530000')).fill('530000');
    await sound(page, 'restore-gone');
    await press(dialog(page), text.apply);
    await signIn(page, 'clerk', PASSWORD);
    expect(desk.complaints).toEqual([]);
  } finally {
    await desk.close();
  }
});

it('a new PC offers it in its first set-up', async () => {
  const clean = await testOffice(join(folder, 'clean'), { code: '530000' });
  clean.close();
  rmSync(clean.host.folder, { recursive: true });
  const desk = await openDesk(browser, clean.host, folder);
  const { page } = desk;
  try {
    await press(page, text.openAtGate);
    const [backup] = await inProcessClient(office.host).office.backups();
    await dialog(page)
      .getByLabel(text.path)
      .fill(join(office.host.folder, 'backups', backup?.fileName ?? ''));
    await dialog(page).getByLabel(text.name).fill('administrator');
    await dialog(page).getByLabel(text.password).fill(PASSWORD);
    await press(dialog(page), text.rehearse);
    await dialog(page).getByLabel(text.lastNumber).fill('2021-17');
    await dialog(page).getByLabel(text.reason).fill('换了电脑');
    await dialog(page).getByLabel(text.confirm('530000')).fill('530000');
    await sound(page, 'restore-new-pc');
    await press(dialog(page), text.apply);
    await signIn(page, 'clerk', PASSWORD);
    expect(desk.complaints).toEqual([]);
  } finally {
    await desk.close();
    clean.close();
  }
});

async function sound(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  if (!PICTURES) return;
  for (const { width, height } of Object.values(SCREENS)) {
    await page.setViewportSize({ width, height });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
    await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`) });
  }
  await page.setViewportSize(SCREENS.full);
}
