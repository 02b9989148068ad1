import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHost } from '../../electron/api/host.ts';
import { lastingScratch } from '../support/scratch.ts';
import { testPorts } from '../support/test-ports.ts';
import {
  approveFilings,
  approveSession,
  confirmMakeup,
  draftItem,
  fileSelfInspections,
  holdSession,
  importRoster,
  moveItem,
  recordMakeup,
} from './story/county-work.ts';
import {
  ANSWER,
  draftAnswer,
  exportBundle,
  figuresShown,
  importBundle,
  releaseAnswer,
  takeKeys,
  trust,
} from './story/exchange.ts';
import { found } from './story/founding.ts';
import { type Desk, openBrowser, openDesk, signIn } from './support/desk.ts';
import { goTo, lock, PASSWORD } from './support/hands.ts';

const ROSTER = join(import.meta.dirname, '../fixtures/rosters/county.xlsx');
const TODAY = '2021-04-30';

const { folder, remove } = lastingScratch();
const stick = join(folder, 'stick');
let browser: Browser;
let county: Desk;
let group: Desk;

beforeAll(async () => {
  mkdirSync(stick);
  browser = await openBrowser();
  county = await desk('county');
  group = await desk('group');
}, 60_000);

afterAll(async () => {
  if (process.env.SCREENSHOTS)
    await county.page.screenshot({ path: join(process.env.SCREENSHOTS, 'story.png') });
  await county.close();
  await group.close();
  await browser.close();
  remove();
});

async function desk(name: string) {
  const ports = testPorts(join(folder, `pc-${name}`));
  ports.setDate(TODAY);
  const host = createHost(join(folder, name), ports);
  const opened = await openDesk(browser, host, join(folder, name));
  opened.page.setDefaultTimeout(8_000);
  return opened;
}

async function as(who: Desk, name: string): Promise<void> {
  await lock(who.page);
  await signIn(who.page, name, PASSWORD);
}

it('an office is founded in five steps, with the recovery code typed back', async () => {
  await found(county.page, {
    role: '县教育整顿办',
    name: '青河县教育整顿办',
    code: '999901',
    administrator: '乔思珂',
    others: [
      { name: '周以宁', role: '录入员' },
      { name: '何书棠', role: '审核人' },
    ],
  });
}, 60_000);

it('the clerk imports the roster, holds a session and marks who was there', async () => {
  await as(county, '周以宁');
  await importRoster(county.page, ROSTER);
  await holdSession(county.page);
}, 60_000);

it('the reviewer approves, the clerk records a make-up, the reviewer confirms it', async () => {
  await as(county, '何书棠');
  await approveSession(county.page);
  await as(county, '周以宁');
  await recordMakeup(county.page);
  await as(county, '何书棠');
  await confirmMakeup(county.page);
  expect(county.complaints).toEqual([]);
}, 60_000);

it('forms are entered and reviewed, a problem goes from the draft to its close-out', async () => {
  const { page } = county;
  await as(county, '周以宁');
  await fileSelfInspections(page, 3);
  await draftItem(page);
  await as(county, '何书棠');
  await approveFilings(page, 3);
  await moveItem(page, '下达');
  await as(county, '周以宁');
  await moveItem(page, '开始整改');
  await moveItem(page, '申请销号', { 佐证材料编号: '销号-1' });
  await as(county, '何书棠');
  await moveItem(page, '通过销号');
  expect(county.complaints).toEqual([]);
}, 90_000);

it('both sides compare fingerprints, and the report reaches the group with the same figures on screen', async () => {
  await found(group.page, {
    role: '市指导组',
    name: '澜州市指导组',
    code: '999900',
    administrator: '江一帆',
    others: [
      { name: '严知行', role: '指导组经办' },
      { name: '方明远', role: '指导组组长' },
    ],
  });
  const groupKeys = await takeKeys(group.page, '收包与发包', stick);
  await as(county, '乔思珂');
  const countyKeys = await takeKeys(county.page, '数据交换', stick);
  const [seenByCounty, seenByGroup] = [
    await trust(county.page, '数据交换', groupKeys),
    await trust(group.page, '收包与发包', countyKeys),
  ];
  expect(seenByCounty).not.toBe(seenByGroup);

  await as(county, '何书棠');
  const report = await exportBundle(county.page, '数据交换', stick);
  await as(group, '严知行');
  await importBundle(group.page, '收包与发包', report);

  await goTo(county.page, '报表');
  await goTo(group.page, '报送总览');
  await group.page.getByRole('row', { name: /青河县教育整顿办/ }).dblclick();
  const [own, received] = [await figuresShown(county.page), await figuresShown(group.page)];
  expect(Object.keys(received).length).toBeGreaterThan(8);
  expect(own).toMatchObject(received);
}, 90_000);

it('the group’s answer comes back on a stick and stands numbered in the county’s ledger', async () => {
  await draftAnswer(group.page);
  await as(group, '方明远');
  await releaseAnswer(group.page);
  const feedback = await exportBundle(group.page, '收包与发包', stick);
  await importBundle(county.page, '数据交换', feedback);
  await goTo(county.page, '问题整改');
  await county.page.getByRole('row', { name: new RegExp(`2021-2.*${ANSWER}`) }).waitFor();
  expect(county.complaints).toEqual([]);
  expect(group.complaints).toEqual([]);
}, 90_000);
