import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import { seal } from '../exchange/forge.ts';
import {
  PASSWORD,
  type SoleOffice,
  soleOffice,
  soleOfficeIn,
  trustEachOther,
} from '../exchange/sole-office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { type Desk, openBrowser, openDesk, SCREENS, signIn } from './support/desk.ts';
import { dialog, keys, press, told } from './support/hands.ts';

/** A group's desk: a folder of bundles by its path, taken in office by office, taken back, and a fork settled. */
const TODAY = '2021-04-20';
const PICTURES = process.env.LEDGER_PICTURES;
const scratch = lastingScratch();
const offices: SoleOffice[] = [];
let browser: Browser;
let desk: Desk;
let group: SoleOffice;
let counties: SoleOffice[];
let stick: string;

async function picture(name: string): Promise<void> {
  const { page } = desk;
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  if (!PICTURES) return;
  for (const [screen, size] of Object.entries(SCREENS)) {
    await page.setViewportSize(size);
    await page.screenshot({ path: join(PICTURES, `${name}-${screen}.png`) });
  }
  await page.setViewportSize(SCREENS.full);
}

async function toStick(sealed: Awaited<ReturnType<typeof seal>>): Promise<void> {
  writeFileSync(join(stick, sealed.fileName), Buffer.from(sealed.content, 'base64'));
}

const change = (office: SoleOffice, name: string) => office.client.personnel.createUnit({ name });
const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

async function readFolder(page: Page, path: string): Promise<void> {
  await page.getByLabel('按路径收整个文件夹').fill(path);
  await press(page, '读这个文件夹');
  await page.getByText('等于包内行数').waitFor();
}

/** The same office from an old copy of its folder, on another PC. */
async function twinOf(office: SoleOffice): Promise<SoleOffice> {
  const copy = join(scratch.folder, `${office.code}-copy`);
  office.lock();
  cpSync(office.folder, copy, { recursive: true });
  await office.unlock();
  const twin = soleOfficeIn(copy, join(scratch.folder, `pc-${office.code}-copy`), office.code, TODAY);
  await twin.unlock();
  offices.push(twin);
  return { ...twin, id: office.id };
}

beforeAll(async () => {
  group = await soleOffice(scratch.folder, '530100', { role: 'group', today: TODAY });
  await group.client.office.confirmRecovery({ code: group.recoveryCode ?? '' });
  counties = [];
  for (const code of ['530111', '530112', '530113'])
    counties.push(await soleOffice(scratch.folder, code, { today: TODAY }));
  offices.push(group, ...counties);
  stick = join(scratch.folder, 'stick');
  mkdirSync(stick);
  for (const county of counties) {
    await trustEachOther(county, group);
    for (const name of ['县人民法院', '县公安局', '城关派出所']) await change(county, name);
    await toStick(await seal(county));
    await change(county, '司法局');
    await toStick(await seal(county));
  }
  const stranger = await soleOffice(scratch.folder, '530119', { today: TODAY });
  offices.push(stranger);
  await stranger.client.exchange.trust({ content: (await group.client.exchange.ownKeys()).content });
  await toStick(await seal(stranger));
  writeFileSync(join(stick, '说明.txt'), '四月第三周');
  lockHost(group.host);
  browser = await openBrowser();
  desk = await openDesk(browser, group.host, scratch.folder);
  await signIn(desk.page, 'sole', PASSWORD);
});

afterAll(async () => {
  expect(desk?.complaints ?? []).toEqual([]);
  await desk?.close();
  await browser?.close();
  for (const office of offices) office.lock();
  scratch.remove();
});

describe('the import desk', { timeout: 120_000 }, () => {
  it('reads a folder by its path, shows one table whose sums are the bundles, and takes it in office by office', async () => {
    const { page } = desk;
    await page.goto(`${desk.address}#/exchange/import`);
    await readFolder(page, stick);
    await page.getByText('另 1 个文件不是数据包').waitFor();
    await rowOf(page, '合计 3 个单位 6 包').waitFor();
    await picture('rehearsal');
    await keys(page, 'Control+Enter', '收下 6 包');
    await told(page, '已收下 6 个包');
    await page.getByRole('button', { name: '撤销收包 office 530111 2' }).waitFor();
    await picture('taken-in');
  });

  it('takes an import back as one step, and takes it in again', async () => {
    const { page } = desk;
    await press(page, '撤销收包 office 530111 2');
    await told(page, '已撤销office 530111第2号');
    await press(page, '再收一批');
    await page.getByRole('heading', { name: '各单位最后收下的包' }).waitFor();
    await picture('last-imports');
    await readFolder(page, stick);
    await rowOf(page, '合计 1 个单位 1 包').waitFor();
    await keys(page, 'Control+Enter', '收下 1 包');
    await told(page, '已收下 1 个包');
  });

  it('puts a fork aside, explains it, and lets an administrator choose the other branch with a reason', async () => {
    const { page } = desk;
    const [county] = counties as [SoleOffice];
    const twin = await twinOf(county);
    await change(county, '检察院');
    await change(twin, '政法委');
    const folder = join(scratch.folder, 'forked');
    mkdirSync(folder);
    for (const [name, office] of [
      ['先', county],
      ['后', twin],
    ] as const) {
      const { content } = await seal(office);
      writeFileSync(join(folder, `${name}.jyzd`), Buffer.from(content, 'base64'));
    }
    await press(page, '再收一批');
    await readFolder(page, folder);
    await keys(page, 'Control+Enter', '收下 1 包');
    await told(page, '已收下 1 个包');
    await page.getByRole('link', { name: '隔离与退件 2' }).click();
    await page.getByText('两份历史对不上').waitFor();
    await page.getByText('没有登记过这个单位的公钥').waitFor();
    await picture('quarantine');
    await press(page, '隔离的作数，换用…');
    await dialog(page).getByLabel('核实情况和理由（记入操作记录）').fill('县里从旧数据恢复，以新的一份为准');
    await picture('choose-branch');
    await press(dialog(page), '换用，不能撤销');
    await told(page, '已换用：撤回 1 包，收下 1 包');
    await page.getByText('两份历史对不上').waitFor({ state: 'detached' });
    await press(page, /^了结/);
    await dialog(page).getByLabel('怎么处理的').fill('已退回');
    await press(dialog(page), /^了结$/);
    await told(page, '已了结');
    await page.getByText('没有隔离的包，也没有退件。').waitFor();
    await rowOf(page, '已退回').waitFor();
    await group.unlock();
    const units = await group.client.personnel.units({ office: county.id });
    expect(units.map(({ name }) => name)).toContain('政法委');
    expect(units.map(({ name }) => name)).not.toContain('检察院');
  });
});
