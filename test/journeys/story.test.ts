import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lastingScratch } from '../support/scratch.ts';
import { as, countyStory } from './story/county-story.ts';
import { ANSWER, COUNTY, GROUP } from './story/entries.ts';
import {
  draftAnswer,
  exportBundle,
  figuresShown,
  importBundle,
  releaseAnswer,
  takeKeys,
  trust,
} from './story/exchange.ts';
import { found } from './story/founding.ts';
import { type Desk, openBrowser } from './support/desk.ts';
import { goTo, opening } from './support/hands.ts';
import { newDesk } from './support/new-desk.ts';

const { folder, remove } = lastingScratch();
const stick = join(folder, 'stick');
let browser: Browser;
let county: Desk;
let group: Desk;

beforeAll(async () => {
  mkdirSync(stick);
  browser = await openBrowser();
  county = await newDesk(browser, join(folder, 'county'));
  group = await newDesk(browser, join(folder, 'group'));
});

afterAll(async () => {
  if (process.env.SCREENSHOTS)
    await county.page.screenshot({ path: join(process.env.SCREENSHOTS, 'story.png') });
  await county.close();
  await group.close();
  await browser.close();
  remove();
});

for (const { title, walk } of countyStory('2021-05-20'))
  it(title, async () => {
    await walk(county.page);
    expect(county.complaints).toEqual([]);
  });

it('both sides compare fingerprints, and the report reaches the group with the same figures on screen', async () => {
  await found(group.page, GROUP);
  const groupKeys = await takeKeys(group.page, '收包与发包', stick);
  await as(county.page, '乔思珂');
  const countyKeys = await takeKeys(county.page, '数据交换', stick);
  const [seenByCounty, seenByGroup] = [
    await trust(county.page, '数据交换', groupKeys),
    await trust(group.page, '收包与发包', countyKeys),
  ];
  expect(seenByCounty).not.toBe(seenByGroup);

  await as(county.page, '何书棠');
  const report = await exportBundle(county.page, '数据交换', stick);
  await as(group.page, '严知行');
  await importBundle(group.page, '收包与发包', report);

  await goTo(county.page, '报表');
  await goTo(group.page, '报送总览');
  const office = group.page.getByRole('heading', { level: 1 }).filter({ hasText: COUNTY.name });
  await opening(group.page.getByRole('row', { name: COUNTY.name }), office, 'dblclick');
  const [own, received] = [await figuresShown(county.page), await figuresShown(group.page)];
  expect(Object.keys(received).length).toBeGreaterThan(8);
  expect(own).toMatchObject(received);
});

it('the group’s answer comes back on a stick and stands numbered in the county’s ledger', async () => {
  await draftAnswer(group.page);
  await as(group.page, '方明远');
  await releaseAnswer(group.page);
  const feedback = await exportBundle(group.page, '收包与发包', stick);
  await importBundle(county.page, '数据交换', feedback);
  await goTo(county.page, '问题整改');
  await county.page.getByRole('row', { name: new RegExp(`2021-2.*${ANSWER.problem}`) }).waitFor();
  expect(county.complaints).toEqual([]);
  expect(group.complaints).toEqual([]);
});
