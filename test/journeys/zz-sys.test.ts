import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import { PASSWORD, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { openBrowser, openDesk, signIn } from './support/desk.ts';

const { folder } = lastingScratch();
it('pictures', async () => {
  mkdirSync('/tmp/sys', { recursive: true });
  const office = await testOffice(folder, { demo: true, today: '2021-04-20' });
  const a0 = await office.as('administrator');
  await a0.office.fillDemo({ people: 100, sessions: 5, seed: 1 });
  await office.as('clerk');
  const a = await office.as('administrator');
  await a.office.confirmRecovery({ code: office.recoveryCode });
  await a.office.addAccount({ name: '录入员乙', roles: ['clerk'], password: PASSWORD });
  await a.office.addAccount({ name: '审核人乙', roles: ['reviewer'], password: PASSWORD });
  lockHost(office.host);
  const browser = await openBrowser();
  for (const screen of ['full', 'scaled'] as const) {
    const desk = await openDesk(browser, office.host, folder, screen);
    const { page, address } = desk;
    page.setDefaultTimeout(6000);
    const shot = async (name: string) => {
      await page.waitForTimeout(400);
      await page.screenshot({ path: join('/tmp/sys', `${name}-${screen}.png`) });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) console.log(name, 'OVERFLOW', over);
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const v of violations) console.log(name, screen, v.id, v.nodes.map((n) => n.html.slice(0, 160)).join('\n'));
    };
    const tab = (name: string) => page.getByRole('tab', { name: new RegExp(name) }).click();
    const step = async (name: string, work: () => Promise<unknown>) => {
      try { await work(); } catch (error) { console.log('STEP', name, screen, String(error).slice(0, 500)); await page.screenshot({ path: `/tmp/sys/failed-${name}-${screen}.png` }); await page.keyboard.press('Escape'); }
    };
    const go = async () => { await page.goto(`${address}#/system`); await page.waitForTimeout(400); };
    const out = async () => { await page.keyboard.press('Control+l'); await page.waitForTimeout(500); };
    await signIn(page, 'clerk', PASSWORD);
    await go();
    await tab('自查摘要');
    await shot('clerk-summaries');
    await out();
    await signIn(page, 'reviewer', PASSWORD);
    await go();
    await tab('自查摘要');
    await shot('reviewer-summaries');
    if (screen === 'full') await step('grant', async () => {
      await page.getByRole('row', { name: /审核人乙/ }).getByRole('button', { name: /授\s*予/ }).click();
      await shot('reviewer-granted');
    });
    await step('categories', async () => {
      await tab('问题类别');
      await page.getByRole('button', { name: '增加类别…' }).click();
      await page.getByLabel('名称').fill(screen === 'full' ? '公车私用' : '公车私用');
      await shot('category-add');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(600);
      await shot('category-added');
      if (screen === 'scaled') await page.keyboard.press('Escape');
      if (screen === 'full') {
        await page.getByRole('row', { name: /五个方面|遇事不担当/ }).first().getByRole('button', { name: '停用' }).click();
        await shot('category-retire');
        await page.getByRole('dialog').getByRole('button', { name: /停\s*用/ }).click();
        await page.waitForTimeout(600);
      }
      await shot('categories');
    });
    await out();
    await signIn(page, 'administrator', PASSWORD);
    await go();
    await shot('admin-installation');
    await step('admin', async () => {
      await tab('自查摘要');
      await shot('admin-summaries');
      await page.getByRole('button', { name: /^(定|改)期限…/ }).click();
      await page.getByLabel('清除日期').fill(screen === 'full' ? '2021-09-30' : '20210401');
      await page.keyboard.press('Enter');
      await shot('retention-dialog');
      await page.keyboard.press('Control+Enter');
      await page.waitForTimeout(600);
      await shot('retention-set');
      if (screen === 'scaled') {
        await page.getByRole('button', { name: '现在清除…' }).click();
        await shot('purge-dialog');
        await page.getByRole('dialog').getByRole('button', { name: /清\s*除$/ }).click();
        await page.waitForTimeout(600);
        await shot('purged');
      }
    });
    if (screen === 'scaled') {
      await out();
      await step('recovery', async () => {
        await page.getByRole('button', { name: '忘了密码，用恢复单打开' }).click();
        await page.getByLabel('恢复码').fill(office.recoveryCode);
        await page.keyboard.press('Enter');
        await page.getByRole('navigation', { name: '栏目' }).waitFor();
        await go();
        await tab('自查摘要');
        await shot('recovery-summaries');
        await page.getByRole('row', { name: /录入员乙/ }).getByRole('button', { name: /授\s*予/ }).click();
        await shot('recovery-granted');
        await tab('本机');
        await shot('recovery-installation');
      });
    }
    console.log(screen, desk.complaints);
    await desk.close();
    lockHost(office.host);
    // A round has ended by now, so that there is something to erase.
    office.ports.setDate('2021-07-05');
  }
  await browser.close();
}, 120000);
