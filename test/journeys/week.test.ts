import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, it } from 'vitest';
import { type Host, lockHost } from '../../electron/api/host.ts';
import { exchangeText, importText } from '../../renderer/text/exchange-page.ts';
import { exportAllText } from '../../renderer/text/export-all.ts';
import { feedbackDeskText } from '../../renderer/text/feedback-desk.ts';
import { frameText } from '../../renderer/text/frame.ts';
import { bundlesText, placeText } from '../../renderer/text/handing-over.ts';
import { importDeskText, quarantineText } from '../../renderer/text/import-desk.ts';
import { draftText, feedbackText, newFeedbackText } from '../../renderer/text/offices-page.ts';
import { notTakenUpSentence } from '../../renderer/text/outcomes.ts';
import { cellText, gridText, overviewTabs } from '../../renderer/text/oversight-page.ts';
import { remarkText } from '../../renderer/text/remarks.ts';
import {
  feedbackKindWords,
  feedbackStateWords,
  itemStateWords,
  reportingStateWords,
} from '../../renderer/text/words.ts';
import type { SoleOffice } from '../exchange/sole-office.ts';
import { PASSWORD } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { openBrowser, openDesk, signIn } from './support/desk.ts';
import { choose, dialog, expect, goTo, keys, lock, opening, press, told } from './support/hands.ts';
import {
  brought,
  buildsUp,
  copyOf,
  laid,
  report,
  type Stick,
  type ThreeOffices,
  threeOffices,
} from './support/three-offices.ts';
import {
  addsUp,
  bundleRow,
  cellOf,
  cutOffWhereItEnded,
  decided,
  figureRows,
  figuresEqual,
  fits,
  heard,
  lineOf,
  numbered,
  OFFICES,
  reportedIn,
  saidTo,
  standingOf,
  tab,
  takenIn,
  tookIn,
  WEEKS,
} from './support/week-rooms.ts';

/** A week of three offices and their group: what each of them sees of it. */
const [FIRST, SECOND, THIRD] = OFFICES;
const REASON = '县里在旧备份上误报，以先收的为准';
const PROBLEM = '轮训签到不全';
const REWORK = '佐证不足，补齐卷宗';
const REMARK = '时限偏长，请缩短';
const REPLY = '已改为五月十日';

const { folder, remove } = lastingScratch();
const medium = join(folder, 'U盘');
let browser: Browser;
let week: ThreeOffices;
/** The first office's first report, which is brought a second time. */
let sentBefore: Stick;
/** What the offices' own figures pages say, by office. */
const figuresOf = new Map<string, readonly string[]>();

beforeAll(async () => {
  mkdirSync(medium);
  [browser, week] = await Promise.all([openBrowser(), threeOffices(folder, '2021-04-14')]);
  week.group.ports.media = [medium];
}, 120_000);

afterAll(async () => {
  await browser.close();
  week.close();
  remove();
});

it('of the first week one office has not reported, and is written to', async () => {
  const [first, second, third] = week.counties;
  week.today('2021-04-18');
  sentBefore = await report(first);
  const others = await report(second);
  week.today('2021-04-19');
  const member = await week.group.as('member');
  expect(await brought(member, sentBefore, others)).toEqual(['applied', 'applied']);
  await acknowledged();

  week.today('2021-04-21');
  await at(week.group.host, 'member', async (page) => {
    await goTo(page, frameText.pages.offices);
    await tab(page, overviewTabs.tabs.grid);
    await expect(cellOf(page, FIRST, 0, reportingStateWords.onTime)).toBeVisible();
    await expect(reportedIn(page)).toContainText('2/3');
    await press(page, gridText.cell(THIRD, WEEKS[0], reportingStateWords.missing));
    await expect(dialog(page)).toContainText(cellText.says.missing);
    await expect(dialog(page)).toContainText(cellText.days(2));
    await dialog(page).getByRole('link', { name: cellText.toReminder }).click();
    const letter = page.locator('.form');
    await expect(letter).toContainText(`${THIRD}：`);
    await expect(letter).toContainText('有1期数据包没有报到');
    await expect(letter).toContainText('4月12日至4月18日');
    await expect(letter).not.toContainText(SECOND);
    await fits(page);
  });

  // the letter helped
  week.today('2021-04-22');
  const late = await reportedLate(third);
  expect(await brought(await week.group.as('member'), late)).toEqual(['applied']);
});

it('a lost stick is covered by the next, one brought again is known, a nil report counts, a fork is put aside', async () => {
  const desk = await secondWeek();
  await at(week.group.host, 'member', async (page) => {
    await goTo(page, frameText.pages.groupExchange);
    await keys(page, 'Control+i', exchangeText.import('group'));
    await page.getByLabel(importDeskText.folder).fill(desk);
    await press(page, importDeskText.readFolder);
    const table = page.getByRole('table', { name: importText.columns.outcome });
    await expect(bundleRow(table, FIRST, 1)).toContainText(importText.outcome('duplicate'));
    await expect(bundleRow(table, FIRST, 3)).toContainText(importText.outcome('applicable'));
    await expect(bundleRow(table, SECOND, 2)).toContainText(importText.outcome('fork'));
    await expect(bundleRow(table, THIRD, 2)).toContainText(importText.outcome('applicable'));
    await expect(table.getByRole('row', { name: importDeskText.sums(2, 2) })).toBeVisible();
    await addsUp(page, table);
    await keys(page, 'Control+Enter', importText.apply(2));
    await told(page, importText.applied(2));
    await expect(bundleRow(table, FIRST, 3)).toContainText(importText.outcome('applied'));
    await expect(bundleRow(table, SECOND, 2)).toContainText(importText.outcome('fork'));

    await goTo(page, frameText.pages.groupExchange);
    await expect(standingOf(page, FIRST)).toContainText(bundlesText.gaps([{ from: 2, until: 2 }], 1));
    await expect(standingOf(page, SECOND)).toContainText(bundlesText.quarantined(1));
    await expect(page.getByText(exchangeText.fork.title(SECOND))).toBeVisible();
    await press(standingOf(page, FIRST), FIRST);
    await expect(page.getByText(exchangeText.fork.title(SECOND))).toHaveCount(0);
    const received = page.getByRole('table', { name: exchangeText.received });
    // of this office alone
    await expect(numbered(received, 2)).toHaveCount(1);
    await expect(numbered(received, 2)).toContainText(bundlesText.missing(true));
    await expect(numbered(received, 3)).toContainText(exchangeText.kept('applied'));
    await expect(page.getByText(bundlesText.missingNote([{ from: 2, until: 2 }]))).toBeVisible();

    await goTo(page, frameText.pages.offices);
    await tab(page, overviewTabs.tabs.grid);
    await expect(cellOf(page, THIRD, 0, gridText.late(3))).toBeVisible();
    await expect(cellOf(page, SECOND, 1, reportingStateWords.quarantined)).toBeVisible();
    await expect(cellOf(page, THIRD, 1, reportingStateWords.nil)).toBeVisible();
    await expect(reportedIn(page)).toContainText('3/32/3');
    await fits(page);
    await press(page, gridText.cell(FIRST, WEEKS[1], reportingStateWords.onTime));
    await expect(dialog(page)).toContainText(`${cellText.missing}${cellText.missingNumbers([2])}`);
  });
});

it('the administrator is told what the fork is, and settles it with a reason', async () => {
  await at(week.group.host, 'administrator', async (page) => {
    await goTo(page, frameText.pages.groupExchange);
    await page.getByRole('link', { name: quarantineText.link(1) }).click();
    const fork = page.getByText(quarantineText.forkTitle(SECOND, quarantineText.numbers(2, 2)));
    await expect(fork).toBeVisible();
    for (const said of [quarantineText.forkSays(1), quarantineText.forkSafe, quarantineText.forkNext])
      await expect(page.getByText(said)).toBeVisible();
    await press(page, quarantineText.settle);
    await dialog(page).getByLabel(exchangeText.fork.reason).fill(REASON);
    await press(dialog(page), exchangeText.fork.confirm);
    await told(page, exchangeText.fork.settled);
    await fork.waitFor({ state: 'detached' });
    await expect(page.getByRole('row').filter({ hasText: REASON })).toContainText('administrator');
  });
  const next = await report(week.counties[1]);
  expect(await brought(await week.group.as('member'), next)).toEqual(['applied']);
});

it('a member drafts what the group says, the leader releases it, and every office gets its bundle in one step', async () => {
  await draftedElsewhere();
  await at(week.group.host, 'member', async (page) => {
    await goTo(page, frameText.pages.feedback);
    await decided(page, { office: FIRST, problem: '有案不立' });
    await decided(page, { office: SECOND, problem: '压案不查', rework: REWORK });
    await keys(page, 'Control+n', new RegExp(`^${feedbackText.create}`));
    await choose(dialog(page), newFeedbackText.kind, newFeedbackText.kinds.item);
    for (const office of OFFICES) await choose(dialog(page), newFeedbackText.office, office);
    await dialog(page)
      .getByLabel(new RegExp(`^${newFeedbackText.problem}`))
      .fill(PROBLEM);
    await page.keyboard.press('Control+Enter');
    await told(page, newFeedbackText.saved(3));

    await lock(page);
    await signIn(page, 'leader', PASSWORD);
    await goTo(page, frameText.pages.feedback);
    await expect(saidTo(page, PROBLEM)).toHaveCount(3);
    await press(page, feedbackText.chooseAll);
    await press(page, feedbackText.release(7));
    await press(dialog(page), feedbackText.releaseConfirm);
    await told(page, feedbackText.released(7));
    await page.getByRole('link', { name: draftText.exportAll }).click();
    const fresh = (office: string) => dialog(page).getByRole('row').filter({ hasText: office });
    for (const [office, rows] of [
      [FIRST, 3],
      [SECOND, 2],
      [THIRD, 2],
    ] as const)
      await expect(fresh(office)).toContainText(new RegExp(`${office}${rows}${exportAllText.owed}`));
    await press(dialog(page), exportAllText.seal(3));
    await dialog(page)
      .getByRole('heading', { name: exportAllText.madeTitle(3) })
      .waitFor();
    await dialog(page).getByRole('radio').first().check();
    await dialog(page).getByLabel(placeText.folderPerOffice).check();
    await press(dialog(page), placeText.write(3));
    await dialog(page).getByText(placeText.written('U盘', 3)).waitFor();
  });
});

it('the first office sees what is confirmed, what it has withdrawn meanwhile, and what is new in its ledger', async () => {
  week.today('2021-04-27');
  const [county] = week.counties;
  await withdrawn(county);
  await at(county.host, 'sole', async (page) => {
    const lines = await takenIn(page, join(medium, county.code));
    await expect(lineOf(lines, PROBLEM)).toContainText(feedbackDeskText.newItem);
    await expect(lineOf(lines, '2021-1')).toContainText(
      feedbackDeskText.change(itemStateWords.groupReview, itemStateWords.closed),
    );
    await expect(lineOf(lines, '2021-2')).toContainText(
      `${feedbackDeskText.fate('notApplicable')} ${notTakenUpSentence('conflict')}`,
    );
    await tookIn(page);
    await expect(heard(page, '2021-1')).toContainText(feedbackStateWords.applied);
    await expect(heard(page, '2021-2')).toContainText(feedbackStateWords.notApplicable);
    await expect(heard(page, PROBLEM)).toContainText(feedbackStateWords.applied);

    const sent = page.getByRole('table', { name: exchangeText.sent });
    await expect(numbered(sent, 3)).toContainText(bundlesText.stateTitle('acknowledged'));
    await expect(numbered(sent, 2)).toContainText(bundlesText.stateTitle('superseded'));
    await expect(page.getByText(bundlesText.sentNote(3, 3))).toBeVisible();
    await expect(page.getByText(bundlesText.receivedNote(2))).toBeVisible();
    await fits(page);
    await figuresSeen(page, FIRST);
  });
});

it('the second office has its item back with a new deadline', async () => {
  const [, county] = week.counties;
  await at(county.host, 'sole', async (page) => {
    const lines = await takenIn(page, join(medium, county.code));
    await expect(lineOf(lines, REWORK)).toContainText(
      feedbackDeskText.change(itemStateWords.groupReview, itemStateWords.inProgress),
    );
    await tookIn(page);
    await expect(heard(page, REWORK)).toContainText(feedbackStateWords.applied);
    await goTo(page, frameText.pages.rectification);
    const row = page.getByRole('row').filter({ hasText: '压案不查' });
    await expect(row).toContainText(itemStateWords.inProgress);
    await expect(row).toContainText('6月20日');
    await figuresSeen(page, SECOND);
  });
});

it('the third office reads the remark on its deadline, and answers', async () => {
  const [, , county] = week.counties;
  await at(county.host, 'sole', async (page) => {
    const lines = await takenIn(page, join(medium, county.code));
    await expect(lineOf(lines, REMARK)).toContainText(feedbackDeskText.remark);
    await tookIn(page);
    await expect(heard(page, REMARK)).toContainText(feedbackDeskText.unread);
    const answer = dialog(page).getByLabel(remarkText.reply);
    await opening(heard(page, REMARK).getByRole('button', { name: feedbackDeskText.toRead }), answer);
    await answer.fill(REPLY);
    await press(dialog(page), remarkText.markReplied);
    await told(page, remarkText.done);
    await expect(heard(page, REMARK)).toContainText(feedbackDeskText.readOn('2021-04-27'));
    await figuresSeen(page, THIRD);
  });
});

it('the next reports tell the group what became of each row, and its figures are those of the offices', async () => {
  const sticks = [];
  for (const county of week.counties) sticks.push(await report(county));
  const member = await week.group.as('member');
  expect(await brought(member, ...sticks)).toEqual(['applied', 'applied', 'applied']);
  await at(week.group.host, 'member', async (page) => {
    await goTo(page, frameText.pages.feedback);
    await tab(page, feedbackText.tabs.sent);
    await expect(saidTo(page, PROBLEM).filter({ hasText: feedbackStateWords.applied })).toHaveCount(3);
    await expect(saidTo(page, REWORK)).toContainText(feedbackStateWords.applied);
    await expect(saidTo(page, REMARK)).toContainText(draftText.read('2021-04-27'));
    await expect(saidTo(page, REMARK)).toContainText(draftText.reply(REPLY));
    const confirmed = page.getByRole('row').filter({ hasText: feedbackKindWords.confirm });
    await expect(confirmed.filter({ hasText: '2021-1' })).toContainText(feedbackStateWords.applied);
    const stale = confirmed.filter({ hasText: '2021-2' });
    await expect(stale).toContainText(feedbackStateWords.notApplicable);
    await expect(stale).toContainText(notTakenUpSentence('conflict'));
    await fits(page);

    await goTo(page, frameText.pages.groupExchange);
    for (const [office, number] of [
      [FIRST, 2],
      [SECOND, 2],
      [THIRD, 1],
    ] as const)
      await expect(standingOf(page, office)).toContainText(bundlesText.number(number));
    await figuresEqual(page, figuresOf);
  });
});

/** What a room shows is as the page says; nothing else is complained of. */
async function at(host: Host, account: string, act: (page: Page) => Promise<void>): Promise<void> {
  lockHost(host);
  const desk = await openDesk(browser, host, folder);
  try {
    await signIn(desk.page, account, PASSWORD);
    await act(desk.page);
    expect(desk.complaints).toEqual([]);
  } finally {
    await desk.close();
    lockHost(host);
  }
}

async function reportedLate(county: SoleOffice): Promise<Stick> {
  let file = '';
  await at(county.host, 'sole', async (page) => {
    file = await cutOffWhereItEnded(page, folder);
  });
  return { fileName: basename(file), content: readFileSync(file, 'base64') };
}

/** The group's bundles for the two that have reported tell them so. */
async function acknowledged(): Promise<void> {
  const { bundles } = await (await week.group.as('leader')).exchange.exportAll({});
  for (const county of week.counties) {
    const own = bundles.find(({ recipient }) => recipient === county.id);
    if (own) await brought(county.client, own);
  }
}

/** Five days at four PCs; @returns the folder of what reaches the group on the Monday after. */
async function secondWeek(): Promise<string> {
  const [first, second, third] = week.counties;
  const copy = await copyOf(second);
  await buildsUp(second, '县检察院');
  expect(await brought(await week.group.as('member'), await report(second))).toEqual(['applied']);
  await buildsUp(first, '县司法局');
  await report(first);
  week.today('2021-04-25');
  const restored = await week.restored(second, copy);
  await buildsUp(restored, '县委政法委');
  await buildsUp(first, '城关派出所');
  const sticks = [
    sentBefore,
    await report(first),
    await report(restored),
    await report(third, { nil: true }),
  ];
  week.today('2021-04-26');
  return laid(join(folder, '收包'), sticks);
}

/** A remark at a deadline, and the confirmation of an item that its office is about to withdraw. */
async function draftedElsewhere(): Promise<void> {
  const { exchange } = await week.group.as('member');
  const [first, , third] = week.counties;
  const remark = { kind: 'remark', register: 'item', field: 'dueOn', reason: REMARK } as const;
  await exchange.draftFeedback({ office: third.id, subject: week.items[2], ...remark });
  await exchange.draftFeedback({ office: first.id, kind: 'confirm', subject: week.second });
}

async function withdrawn(county: SoleOffice): Promise<void> {
  await county.unlock();
  const { rectification } = county.client;
  const { id, rev } = await rectification.item({ id: week.second });
  await rectification.moveItem({ id, rev, move: 'withdraw', reason: '还要补材料' });
}

async function figuresSeen(page: Page, office: string): Promise<void> {
  await goTo(page, frameText.pages.figures);
  figuresOf.set(office, await figureRows(page));
}
