import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import { type Desk, openBrowser, openDesk, SCREENS, signIn } from '../journeys/support/desk.ts';
import { lastingScratch } from '../support/scratch.ts';
import { type ItemCounty, itemCounty } from './item-county.ts';

/** Where the pictures go when somebody wants to look, as of test/journeys/every-page.test.ts. */
const PICTURES = process.env.SCREENSHOTS;

const scratch = lastingScratch();
let county: ItemCounty;
let browser: Browser;
beforeAll(async () => {
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
  [browser, county] = await Promise.all([openBrowser(), itemCounty()]);
  const { recoveryCode } = await county.client.office.renewRecovery({});
  await county.client.office.confirmRecovery({ code: recoveryCode });
}, 60_000);
afterAll(async () => {
  await browser.close();
  county.close();
  scratch.remove();
});

async function atDesk(screen: keyof typeof SCREENS, act: (desk: Desk) => Promise<void>): Promise<void> {
  lockHost(county.host);
  const desk = await openDesk(browser, county.host, scratch.folder, screen);
  desk.page.setDefaultTimeout(8_000);
  try {
    await signIn(desk.page, '演示', 'quiet-river-77');
    await act(desk);
    expect(desk.complaints).toEqual([]);
  } finally {
    await desk.close();
  }
}

/** Addresses that other rooms link to, and what stands on the paper there. */
const links = (): readonly (readonly [query: string, onPaper: string])[] => [
  ['form=selfInspectionSummary', '统计轮次'],
  ['form=selfInspectionSummary&named=true', '原件编号'],
  ['form=rectificationLedger&grouped=true&state=open', '𠮷水派出所（1项）'],
  [`form=closureApplication&item=${county.items.closed}`, '不需市级复核'],
  [`form=supervisionNotice&item=${county.items.overdue}`, '督办单回执'],
  [`form=reworkNotice&item=${county.items.returned}`, '返工通知单回执'],
  [`form=reworkNotice&session=${county.session}`, '补课通知单回执'],
];

describe.each(['full', 'scaled'] as const)('the forms room on a screen at %s size', (screen) => {
  it('shows each form that another room links to, and its questions satisfy axe', async () => {
    await atDesk(screen, async ({ page }) => {
      const place = page.url().replace(/#.*$/, '');
      for (const [at, [query, onPaper]] of links().entries()) {
        await page.goto(`${place}#/forms?${query}`);
        await page.locator('.form').getByText(onPaper).first().waitFor();
        if (screen === 'full') {
          const { violations } = await new AxeBuilder({ page }).include('.forms-side').analyze();
          expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
        }
        const picture = `forms-${at + 1}-${SCREENS[screen].width}.png`;
        if (PICTURES) await page.screenshot({ path: join(PICTURES, picture) });
      }
    });
  }, 60_000);
});

it('asks for an item by its number, and puts on the paper what is typed', async () => {
  await atDesk('full', async ({ page }) => {
    await page.goto(`${page.url().replace(/#.*$/, '')}#/forms?form=supervisionNotice`);
    const item = page.getByRole('combobox', { name: /整改问题/ });
    await item.click();
    await item.fill('2021-4');
    await page.getByTitle(/^2021-4 /).click();
    const paper = page.locator('.form');
    await paper.getByText('台账编号2021-4').waitFor();
    await page.getByLabel(/^文号/).fill('云教整督〔2021〕9号');
    await page.getByLabel(/^要求（/).fill('请于本周内办结。');
    await page.keyboard.press('Tab');
    await paper.getByText('请于本周内办结。').waitFor();
    await paper.getByText('云教整督〔2021〕9号').waitFor();
  });
}, 60_000);

it('says why a form is not made of what was chosen', async () => {
  await atDesk('full', async (desk) => {
    const { page } = desk;
    await page.goto(
      `${page.url().replace(/#.*$/, '')}#/forms?form=closureApplication&item=${county.items.voided}`,
    );
    await page.getByText(/处于“作废”状态/).waitFor();
    (desk.complaints as string[]).splice(0);
  });
}, 60_000);
