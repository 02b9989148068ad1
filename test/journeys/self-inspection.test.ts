import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import type { ApiClient } from '../../electron/transport/in-process.ts';
import { errorSentence } from '../../renderer/text/errors.ts';
import { rowOutcomeWords } from '../../renderer/text/outcomes.ts';
import { batchRowsText, reviewManyText } from '../../renderer/text/self-inspection-batches.ts';
import { filingImportText } from '../../renderer/text/self-inspection-import.ts';
import { entryText, filingText, sealedText } from '../../renderer/text/self-inspection-page.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import type { AccountRole } from '../../shared/vocabulary/words.ts';
import { lastingScratch } from '../support/scratch.ts';
import { type FilingOffice, filingOffice, TODAY } from './filings/filing-office.ts';
import { approveMeanwhile, fileAsReviewer } from './filings/meanwhile.ts';
import {
  approveOne,
  approveRest,
  coverageByUnit,
  fileOne,
  fileUnit,
  openQueue,
  reminded,
  returnOne,
  sums,
} from './filings/pile-of-paper.ts';
import { as, goTo } from './keyboard/fingers.ts';
import { countPointer, onlyKeys } from './keyboard/only-keys.ts';
import { type Desk, openBrowser, openDesk, signIn } from './support/desk.ts';
import { dialog, lock, PASSWORD, press, told } from './support/hands.ts';

const PROBLEM = { category: '违规参股借贷', summary: '2018年借给跑货运的亲戚5万元，2020年底还清' };
/** Nine units hand in their forms as piles, of the last of which eight are missing; of the tenth come ten by themselves. */
const PILES = 9;
const MISSING_OF_LAST_PILE = 8;
const OF_LAST_UNIT = 10;

const { folder, remove } = lastingScratch();
let browser: Browser;
let office: FilingOffice;
let desk: Desk;

beforeAll(async () => {
  [browser, office] = await Promise.all([openBrowser(), filingOffice(folder)]);
  const { office: accounts } = await office.as('administrator');
  // After the key of the register was given to those who were there.
  await accounts.addAccount({ name: '新来的', roles: ['clerk'], password: PASSWORD });
  lockHost(office.host);
  desk = await openDesk(browser, office.host, folder, 'scaled');
});

afterAll(async () => {
  if (process.env.SCREENSHOTS)
    await desk.page.screenshot({ path: `${process.env.SCREENSHOTS}/self-inspection-journey.png` });
  await desk.close();
  await browser.close();
  office.close();
  remove();
});

it('200 forms are filed, approved and one returned by keyboard alone, and the screen counts what was filed', async () => {
  const { units } = office;
  const pointers = await countPointer(desk.page);
  const page: Page = onlyKeys(desk.page);
  const piles = units.slice(0, PILES);
  const missing = piles.at(-1)!.people.slice(-MISSING_OF_LAST_PILE);
  const { people } = units[PILES]!;
  const oneByOne = people.slice(0, OF_LAST_UNIT);
  const problems = oneByOne.filter((_, at) => at % 3 === 1);

  await as(page, 'clerk');
  await goTo(page, '自查自纠');
  for (const [at, unit] of piles.entries()) {
    const isLast = at === piles.length - 1;
    await fileUnit(page, unit, isLast ? missing : [], at === 0 ? '自1-001' : undefined);
  }
  for (const name of oneByOne) await fileOne(page, name, problems.includes(name) ? PROBLEM : undefined);
  await expect.poll(() => page.getByRole('textbox', { name: '原件编号' }).inputValue()).toBe('自1-201');
  const owed = [...missing, ...people.slice(OF_LAST_UNIT)];
  await expect
    .poll(() => sums(page))
    .toMatch(/^应填220＝待填报20＋已填报200＋已审核0＋归档0＋退回补充0自查覆盖率90\.9%200\/220/);

  await as(page, 'reviewer');
  await openQueue(page, 200);
  const [first, ...others] = problems;
  await returnOne(page, first!, '摘要没有写清是否还清');
  for (const name of others) await approveOne(page, name);
  await approveRest(page, 200 - problems.length);

  await expect
    .poll(() => sums(page))
    .toMatch(/^应填220＝待填报20＋已填报0＋已审核199＋归档0＋退回补充1自查覆盖率90\.5%199\/220/);
  expect((await coverageByUnit(page)).map((row) => row.split(' ').at(-1))).toEqual([
    ...piles.slice(1).map(() => '22/22'),
    ...['14/22', '9/22'],
  ]);
  expect(new Set(await reminded(page))).toEqual(new Set([...owed, `${first}（退回）`]));
  expect(pointers()).toBe(0);
  expect(desk.complaints).toEqual([]);
});

it('an account that was not given the key of the register sees that a summary is sealed, and not a word of it', async () => {
  const { page } = desk;
  await sit('新来的');
  await room(`?search=${returned()}`);
  await page.getByRole('row', { name: returned() }).click();
  const panel = page.getByRole('complementary');
  await panel.getByText(sealedText.sign, { exact: true }).waitFor();
  await panel.getByText(sealedText.whoReads).waitFor();
  await press(panel, new RegExp(`^${filingText.moves.file}`));
  await dialog(page).getByText(sealedText.lost).waitFor();
  await expect.poll(() => dialog(page).getByLabel(entryText.summaryOf(1)).inputValue()).toBe('');
  expect(await page.content()).not.toContain('跑货运');
  await page.keyboard.press('Escape');
});

it('a category that was retired is offered no more, and stands marked where it was given', async () => {
  const { page } = desk;
  await behind('reviewer', async ({ campaign }) => {
    const { rev } = await campaign.current();
    await campaign.retireCategory({ rev, category: 'shares-and-loans' });
  });
  await sit('clerk');
  await room(`?search=${returned()}`);
  await page.getByRole('row', { name: returned() }).click();
  await page.getByRole('complementary').getByText(entryText.retired(PROBLEM.category)).waitFor();
  await room('');
  const entry = page.getByRole('region', { name: entryText.title });
  await entry.getByText('有问题').click();
  await entry.getByRole('combobox', { name: entryText.categoryOf(1) }).click();
  const offered = page.locator('.ant-select-dropdown:visible .ant-select-item-option');
  await offered.first().waitFor();
  const names = (await offered.allInnerTexts()).join();
  expect(names).toContain('违规经商办企业');
  expect(names).not.toContain(PROBLEM.category);
  await page.keyboard.press('Escape');
});

it('of many at once, one’s own and one changed meanwhile are told line by line, and the others go through', async () => {
  const { page } = desk;
  const [own, changed, ...others] = missing();
  await fileBehind([changed!, ...others.slice(0, 4)]);
  await behind('clerk', async () => fileAsReviewer(office, own!));
  await sit('reviewer');
  await room('?state=filed');
  await chooseAll(6);
  await press(page, reviewManyText.open('approve', 6));
  approveMeanwhile(office, changed!);
  await press(dialog(page), reviewManyText.confirm('approve', 6));
  await dialog(page).getByText(batchRowsText.refused(2)).waitFor();
  const why = (name: string) =>
    dialog(page).getByRole('row', { name }).locator('.self-inspection-refused').innerText();
  expect(await why(own!)).toBe(errorSentence('same_account', {}));
  expect(await why(changed!)).toContain('改过');
  await expect.poll(() => sums(page)).toContain('已填报5');
  await press(dialog(page), batchRowsText.leaveOut);
  await press(dialog(page), reviewManyText.confirm('approve', 4));
  await told(page, reviewManyText.done('approve', 4));
  await expect.poll(() => sums(page)).toContain('已填报1');
});

it('many are returned with one reason, and many archived but for those with an item left to settle', async () => {
  const { page } = desk;
  await fileBehind(missing().slice(6));
  await sit('reviewer');
  await room('?state=filed');
  const length = 3;
  await chooseAll(length);
  await press(page, reviewManyText.open('return', length));
  await dialog(page).getByLabel(/^理由/).fill('没有本人签字');
  await press(dialog(page), reviewManyText.confirm('return', length));
  await told(page, reviewManyText.done('return', length));
  await expect.poll(() => sums(page)).toContain(`退回补充${length + 1}`);

  await room('?state=approved');
  const approved = 199 + 5;
  await chooseAll(approved);
  await press(page, reviewManyText.open('archive', approved));
  await press(dialog(page), reviewManyText.confirm('archive', approved));
  await dialog(page).getByText(batchRowsText.refused(2)).waitFor();
  await press(dialog(page), batchRowsText.leaveOut);
  await press(dialog(page), reviewManyText.confirm('archive', approved - 2));
  await told(page, reviewManyText.done('archive', approved - 2));
  await expect.poll(() => sums(page)).toContain(`已审核2＋归档${approved - 2}`);
  expect(desk.complaints).toEqual([]);
});

it('a row of a sheet that names nobody is given to whoever is found in the roster', async () => {
  const { page } = desk;
  const name = office.units[PILES]!.people.at(-1)!;
  await sit('clerk');
  await room('');
  await press(page, new RegExp(`^${filingImportText.open}`));
  const lines = ['姓名,单位,填报日期,有无问题,原件编号', `?泽,,${TODAY},无,自1-300`];
  const file = { name: '填报.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
  await dialog(page).locator('input[type="file"]').setInputFiles(file);
  const who = dialog(page).getByRole('combobox', { name: filingImportText.whoIs(2) });
  await who.fill(name);
  await page.locator('.ant-select-item-option-active').filter({ hasText: name }).waitFor();
  await who.press('Enter');
  await press(dialog(page), new RegExp(`^${rowOutcomeWords.added} 1$`));
  await dialog(page).getByText(filingImportText.meant(name, office.units[PILES]!.name)).waitFor();
  await press(dialog(page), new RegExp(`^${filingImportText.write(1, 0)}`));
  await told(page, filingImportText.done(1));
  await room(`?search=${name}`);
  await page.getByRole('row', { name: '自1-300' }).getByText(name).waitFor();
  expect(desk.complaints).toEqual([]);
});

/** The one that went back to its clerk. */
function returned(): string {
  return office.units[PILES]!.people[1]!;
}

/** Whose forms the last pile lacked. */
function missing(): readonly string[] {
  return office.units[PILES - 1]!.people.slice(-MISSING_OF_LAST_PILE);
}

async function sit(name: string): Promise<void> {
  if (!(await atUnlock())) await lock(desk.page);
  await signIn(desk.page, name, PASSWORD);
}

async function room(search: string): Promise<void> {
  await desk.page.goto(`${desk.address}#/self-inspection${search}`);
  await desk.page.getByRole('heading', { level: 1, name: '自查自纠' }).waitFor();
}

async function atUnlock(): Promise<boolean> {
  return await desk.page.getByRole('listbox', { name: '谁来办' }).isVisible();
}

/** While nobody sits before the page. */
async function behind(role: AccountRole, act: (client: ApiClient) => Promise<unknown>): Promise<void> {
  if (!(await atUnlock())) await lock(desk.page);
  await act(await office.as(role));
  lockHost(office.host);
}

async function fileBehind(names: readonly string[]): Promise<void> {
  await behind('clerk', async ({ selfInspection }) => {
    const { round } = office;
    const { filings } = await selfInspection.filings({ round, state: 'due', limit: 500 });
    const people = filings.filter(({ name }) => names.includes(name ?? ''));
    const filedOn = calendarDate(TODAY);
    const given = people.map(({ person }) => ({ person, filedOn }));
    expect(await selfInspection.fileMany({ round, filings: given })).toMatchObject({ applied: true });
  });
}

async function chooseAll(count: number): Promise<void> {
  const { page } = desk;
  await page.getByText(new RegExp(`^显示 ${count} / `)).waitFor();
  await page.getByRole('checkbox', { name: reviewManyText.chooseAll }).click();
  await page.getByText(reviewManyText.chosen(count), { exact: true }).waitFor();
}
