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
  mkdirSync('/tmp/rect', { recursive: true });
  const office = await testOffice(folder, { demo: true, today: '2021-04-20' });
  await (await office.as('administrator')).office.fillDemo({ people: 300, sessions: 20, seed: 1 });
  const r = await office.as('reviewer');
  const list = await r.rectification.items({ view: 'open', limit: 5 });
  for (const i of list.items.slice(0, 2))
    await r.rectification
      .supervise({
        id: i.id,
        rev: i.rev,
        on: true,
        reason: '进展缓慢，列入督办',
        nextOn: '2021-04-22' as never,
      })
      .catch((e) => console.log('supervise', e.code));
  const people = (await r.personnel.people({ limit: 20 })).people;
  const c = await office.as('clerk');
  for (const p of people.slice(0, 5))
    await c.supporting.addTalk({
      person: p.id,
      on: '2021-04-19' as never,
      by: '何书棠',
      recordNumber: '谈2021-00' + people.indexOf(p),
    });
  const going = (await c.rectification.items({ state: 'inProgress', limit: 4 })).items;
  for (const i of going.slice(1))
    await c.rectification
      .moveItem({ id: i.id, rev: i.rev, move: 'apply', evidenceNumber: '证-1' })
      .catch((e) => console.log('apply', e.code));
  lockHost(office.host);
  const browser = await openBrowser();
  for (const screen of ['full', 'scaled'] as const) {
    const desk = await openDesk(browser, office.host, folder, screen);
    const { page, address } = desk;
    page.setDefaultTimeout(6000);
    const shot = async (name: string) => {
      await page.waitForTimeout(500);
      await page.screenshot({ path: join('/tmp/rect', `${name}-${screen}.png`) });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) console.log(name, 'OVERFLOW', over);
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const v of violations)
        console.log(name, screen, v.id, v.nodes.map((n) => n.html.slice(0, 160)).join('\n'));
    };
    const go = async (path: string) => {
      await page.goto(`${address}#${path}`);
      await page.waitForTimeout(300);
    };
    for (const role of ['clerk', 'reviewer'] as const) {
      try {
        await signIn(page, role, PASSWORD);
        if (role === 'clerk') {
          await go('/rectification?view=open&source=officeInspection&group=category');
          await page.getByRole('button', { name: '存为视图' }).click();
          await shot('views');
          await page.getByRole('button', { name: '删除此视图' }).click();
          await go('/rectification?view=all');
          await page.getByRole('grid').waitFor();
          const text = [
            '编号\t问题来源\t类别\t问题表现\t责任单位\t整改措施\t时限',
            '\t县级检查\t执法不公正\t值班签到代签\t公安局政工室\t改\t2021-06-01',
            '\t县级检查\t\t窗口无人\t不存在的大队\t轮班\t',
            '\t自己查\t怪类\t台账不符\t柳河派出所\t轮班\t2021-03-01',
            '2021-5\t\t\t\t\t换个措施\t',
            '合计\t\t\t4',
          ].join('\r\n');
          await page.evaluate((t) => {
            const d = new DataTransfer();
            d.setData('text/plain', t);
            window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: d, bubbles: true }));
          }, text);
          await page.getByRole('dialog').getByText('读取').waitFor();
          await shot('paste');
          await page.keyboard.press('Escape');
          await page.keyboard.press('Control+i');
          await shot('import-empty');
          await page.keyboard.press('Escape');
          await page.keyboard.press('Control+n');
          await page.getByRole('dialog').getByLabel('多少个工作日').fill('10');
          await shot('create');
          await page.keyboard.press('Escape');
          await go('/rectification/progress');
          await shot('progress');
          await go('/talks');
          await page.getByRole('combobox', { name: '谈话对象' }).click();
          await page.keyboard.type('wz');
          await shot('talks');
          await page.keyboard.press('Escape');
          await page
            .getByRole('grid', { name: '已登记的谈话' })
            .or(page.getByRole('table', { name: '已登记的谈话' }))
            .getByRole('button', { name: '修改' })
            .first()
            .click();
          await shot('talk-edit');
          await page.keyboard.press('Escape');
        } else {
          await go('/rectification/review');
          await page.getByRole('complementary').waitFor();
          await shot('review');
          await page.keyboard.press('t');
          await page.keyboard.type('缺审批单');
          await shot('review-return');
          await page.keyboard.press('Escape');
          await go('/rectification?view=open&state=inProgress');
          await page.getByRole('grid').getByRole('row').nth(2).click();
          await page.getByRole('button', { name: '延期', exact: true }).click();
          await page.getByRole('dialog').getByLabel('多少个工作日').fill('10');
          await shot('extend');
          await page.keyboard.press('Escape');
          await page.getByRole('button', { name: '更多办理' }).click();
          await page.getByRole('button', { name: /督办/ }).last().click();
          await shot('supervise');
          await page.keyboard.press('Escape');
          await page.getByRole('button', { name: '关联重复问题' }).click();
          await shot('repeat');
          await page.keyboard.press('Escape');
          await go('/');
          await shot('work-list');
        }
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+l');
      } catch (error) {
        console.log(role, screen, String(error).slice(0, 600));
        await page.screenshot({ path: `/tmp/rect/FAIL-${role}-${screen}.png` });
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+l');
      }
      await page
        .getByRole('option')
        .first()
        .waitFor()
        .catch(() => {});
    }
    console.log(desk.complaints);
    await desk.close();
  }
  await browser.close();
  office.close();
}, 240_000);
