import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockHost } from '../../electron/api/host.ts';
import type { AccountRole } from '../../shared/vocabulary/words.ts';
import { PASSWORD, type TestOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { type Desk, openBrowser, openDesk, SCREENS, signIn } from './support/desk.ts';
import { type Neighbours, neighbours } from './support/offices.ts';

/** Where the pictures go when somebody wants to look: SCREENSHOTS=folder npm test -- test/journeys/every-page */
const PICTURES = process.env.SCREENSHOTS;

/** What Chinese offices write in Latin letters too: keys, programs, file endings, the folder of backups. */
const LATIN =
  /\.[a-z]{3,5}\b|\b(?:Ctrl|Alt|Shift|Enter|Esc|Backspace|Caps|Excel|Word|WPS|Del|End|backups)\b/g;

interface Visit {
  readonly name: string;
  /** What its heading says. */
  readonly title: string;
  readonly side: 'county' | 'group';
  readonly role: AccountRole;
  /** `:office`, `:person`, `:filing` and `:item` stand for the id of one of them. */
  readonly path: string;
  /** What of the page is chosen by a tab. */
  readonly tab?: string;
}

const VISITS: readonly Visit[] = [
  { name: 'work list', title: '工作台', side: 'county', role: 'clerk', path: '#/' },
  { name: 'personnel', title: '花名册', side: 'county', role: 'clerk', path: '#/personnel' },
  {
    name: 'personnel as of a day',
    title: '花名册',
    side: 'county',
    role: 'clerk',
    path: '#/personnel?asOf=2021-03-10',
  },
  { name: 'person', title: '花名册 / ', side: 'county', role: 'clerk', path: '#/personnel/:person' },
  { name: 'roster import', title: '导入预演', side: 'county', role: 'clerk', path: '#/personnel/import' },
  { name: 'study', title: '学习教育', side: 'county', role: 'clerk', path: '#/study' },
  { name: 'matrix', title: '学习教育 / 人员×场次', side: 'county', role: 'clerk', path: '#/study/matrix' },
  {
    name: 'statistics',
    title: '学习教育 / 参与统计',
    side: 'county',
    role: 'clerk',
    path: '#/study/statistics',
  },
  { name: 'calendar', title: '学习教育', side: 'county', role: 'clerk', path: '#/study?as=calendar' },
  { name: 'self-inspection', title: '自查自纠', side: 'county', role: 'clerk', path: '#/self-inspection' },
  {
    name: 'filing',
    title: '自查自纠',
    side: 'county',
    role: 'clerk',
    path: '#/self-inspection?filing=:filing',
  },
  { name: 'rectification', title: '问题整改台账', side: 'county', role: 'clerk', path: '#/rectification' },
  {
    name: 'item',
    title: '问题整改台账',
    side: 'county',
    role: 'clerk',
    path: '#/rectification?view=all&item=:item',
  },
  {
    name: 'progress',
    title: '问题整改台账 / 进度和指标',
    side: 'county',
    role: 'clerk',
    path: '#/rectification/progress',
  },
  { name: 'actions', title: '规定动作', side: 'county', role: 'clerk', path: '#/actions' },
  {
    name: 'action calendar',
    title: '规定动作',
    side: 'county',
    role: 'clerk',
    path: '#/actions?as=calendar',
  },
  {
    name: 'actions reviewer',
    title: '规定动作',
    side: 'county',
    role: 'reviewer',
    path: '#/actions?as=list',
  },
  { name: 'evaluation', title: '三级评估', side: 'county', role: 'clerk', path: '#/evaluation?phase=study' },
  {
    name: 'evaluation orders',
    title: '三级评估',
    side: 'county',
    role: 'clerk',
    path: '#/evaluation?orders=open',
  },
  { name: 'talks', title: '谈话', side: 'county', role: 'clerk', path: '#/talks' },
  { name: 'institutions', title: '制度清单', side: 'county', role: 'clerk', path: '#/institutions' },
  { name: 'counters', title: '月度计数', side: 'county', role: 'clerk', path: '#/counters' },
  {
    name: 'counters of a year',
    title: '月度计数',
    side: 'county',
    role: 'clerk',
    path: '#/counters?view=year',
  },
  { name: 'exchange', title: '数据交换', side: 'county', role: 'clerk', path: '#/exchange' },
  { name: 'import', title: '收包预演', side: 'county', role: 'clerk', path: '#/exchange/import' },
  { name: 'periods', title: '报告周期', side: 'county', role: 'reviewer', path: '#/exchange/periods' },
  { name: 'set aside', title: '隔离与退件', side: 'county', role: 'reviewer', path: '#/exchange/quarantine' },
  { name: 'figures', title: '指标', side: 'county', role: 'clerk', path: '#/figures' },
  { name: 'forms', title: '表格', side: 'county', role: 'clerk', path: '#/forms' },
  { name: 'packs', title: '花名册 / 单位填报包', side: 'county', role: 'clerk', path: '#/packs' },
  {
    name: 'packs back',
    title: '单位填报包 / 收回对照',
    side: 'county',
    role: 'clerk',
    path: '#/packs?view=take',
  },
  { name: 'reviewer work list', title: '工作台', side: 'county', role: 'reviewer', path: '#/' },
  {
    name: 'review',
    title: '问题整改台账 / 逐条审核',
    side: 'county',
    role: 'reviewer',
    path: '#/rectification/review',
  },
  {
    name: 'queue',
    title: '自查自纠',
    side: 'county',
    role: 'reviewer',
    path: '#/self-inspection?state=filed',
  },
  ...(['administrator', 'reviewer'] as const).flatMap((role) =>
    ['本机', '自查摘要', '问题类别'].map((tab) => ({
      ...{
        name: `system ${role} ${tab}`,
        title: '系统',
        side: 'county' as const,
        role,
        path: '#/system',
        tab,
      },
    })),
  ),
  ...['phases', 'actions', 'lists', 'evaluation', 'versions', 'books'].map(
    (view): Visit => ({
      name: `campaign ${view}`,
      title: '方案',
      side: 'county',
      role: 'reviewer',
      path: `#/campaign?view=${view}`,
    }),
  ),
  { name: 'group campaign', title: '方案', side: 'group', role: 'leader', path: '#/campaign' },
  { name: 'group work list', title: '工作台', side: 'group', role: 'member', path: '#/' },
  { name: 'offices', title: '报送总览', side: 'group', role: 'member', path: '#/offices' },
  ...(['grid', 'comparison'] as const).map((tab) => ({
    ...{ name: `offices ${tab}`, title: '报送总览', path: `#/offices?tab=${tab}` },
    ...{ side: 'group' as const, role: 'member' as const },
  })),
  ...(['evaluation', 'institutions', 'counters', 'counters&view=year', 'changes'] as const).map((tab) => ({
    ...{ name: `office ${tab.replace(/&.*=/, ' of a ')}`, title: '报送总览 / ' },
    ...{ side: 'group' as const, role: 'member' as const, path: `#/offices/:office?tab=${tab}` },
  })),
  { name: 'feedback', title: '反馈与退回', side: 'group', role: 'member', path: '#/feedback' },
  { name: 'group evaluations', title: '三级评估', side: 'group', role: 'leader', path: '#/evaluation' },
  { name: 'group exchange', title: '收包与发包', side: 'group', role: 'member', path: '#/exchange' },
  { name: 'group import', title: '收一批包', side: 'group', role: 'member', path: '#/exchange/import' },
  { name: 'quarantine', title: '隔离与退件', side: 'group', role: 'member', path: '#/exchange/quarantine' },
  { name: 'group periods', title: '报告周期', side: 'group', role: 'member', path: '#/exchange/periods' },
  { name: 'group figures', title: '指标', side: 'group', role: 'leader', path: '#/figures' },
];

const { folder, remove } = lastingScratch();
let browser: Browser;
let offices: Neighbours;
/** By what an address calls them. */
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
  [browser, offices] = await Promise.all([openBrowser(), neighbours(folder, '2021-04-20')]);
  ids = await someOf(offices.county);
});

afterAll(async () => {
  await browser.close();
  offices.close();
  remove();
});

it.each(desks())(
  '$side $role: every page fits at both sizes, speaks Chinese and satisfies axe',
  async ({ side, role, visits }) => {
    await atDesk(offices[side], 'full', async ({ page, complaints }) => {
      await signIn(page, role, PASSWORD);
      for (const visit of visits) {
        await page.goto(page.url().replace(/#.*$/, '') + addressOf(visit));
        if (visit.tab) await page.getByRole('tab', { name: visit.tab }).click();
        await settle(page);
        expect(await heading(page)).toContain(visit.title.replaceAll(' ', ''));
        await inspect(page, `${visit.name}-${SCREENS.full.width}`);
        await page.setViewportSize(SCREENS.scaled);
        await settle(page);
        await inspect(page, `${visit.name}-${SCREENS.scaled.width}`);
        await satisfiesAxe(page, visit.name);
        await page.setViewportSize(SCREENS.full);
      }
      expect(complaints).toEqual([]);
    });
  },
);

describe.each(['full', 'scaled'] as const)('on a screen at %s size', (screen) => {
  it('the unlock page does so too', async () => {
    await atDesk(offices.county, screen, async ({ page, complaints }) => {
      await settle(page);
      await inspect(page, `unlock-${SCREENS[screen].width}`);
      await satisfiesAxe(page, 'unlock');
      expect(complaints).toEqual([]);
    });
  });
});

function desks() {
  const all = VISITS.map(({ side, role }) => ({ side, role }));
  const distinct = all.filter((one, at) => all.findIndex((other) => sameDesk(one, other)) === at);
  return distinct.map((desk) => ({ ...desk, visits: VISITS.filter((visit) => sameDesk(visit, desk)) }));
}

async function someOf(county: TestOffice): Promise<Readonly<Record<string, string>>> {
  const { personnel, selfInspection, rectification } = await county.as('clerk');
  const { people } = await personnel.people({ limit: 1 });
  const [round] = await selfInspection.rounds({});
  const { filings } = await selfInspection.filings({ round: round?.id ?? '', state: 'filed', limit: 1 });
  const { items } = await rectification.items({ limit: 1 });
  return {
    office: county.id,
    person: people[0]?.id ?? '',
    filing: filings[0]?.id ?? '',
    item: items[0]?.id ?? '',
  };
}

function addressOf({ path }: Visit): string {
  return path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? '');
}

function sameDesk(one: Pick<Visit, 'side' | 'role'>, other: Pick<Visit, 'side' | 'role'>): boolean {
  return one.side === other.side && one.role === other.role;
}

async function atDesk(office: TestOffice, screen: keyof typeof SCREENS, act: (desk: Desk) => Promise<void>) {
  lockHost(office.host);
  const desk = await openDesk(browser, office.host, folder, screen);
  try {
    await act(desk);
  } finally {
    await desk.close();
  }
}

/** The page stands when nothing is on its way any more and its text has stayed the same for a while. */
async function settle(page: Page): Promise<void> {
  let before = '';
  for (let look = 0; look < 40; look += 1) {
    await page.waitForTimeout(250);
    const text = await page.evaluate(() => document.body.innerText);
    if (text === before && !text.includes('正在读取')) return;
    before = text;
  }
  throw new Error(`never stands still: ${before.slice(0, 200)}`);
}

async function heading(page: Page): Promise<string> {
  return (await page.getByRole('heading', { level: 1 }).innerText()).replace(/\s/g, '');
}

async function inspect(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name.replaceAll(' ', '-')}.png`) });
  expect(await overflow(page), `${name} scrolls sideways`).toBe(0);
  expect(await latinWords(page), `${name} speaks something else`).toEqual([]);
  expect(await coveredCharts(page), `${name} has buttons over a chart`).toBe(0);
  expect(await cutOff(page), `${name} cuts off who pinned keys`).toEqual([]);
}

/** Where the window is smaller more of a page scrolls, and must be reached by keys. */
async function satisfiesAxe(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${name}: ${id}: ${html.slice(0, 200)}`),
  );
  expect(told).toEqual([]);
}

async function overflow(page: Page): Promise<number> {
  return await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

async function coveredCharts(page: Page): Promise<number> {
  return await page.evaluate(
    () =>
      [...document.querySelectorAll('.figures-chart')].filter((chart) => {
        const [drawn, buttons] = [...chart.children].map((part) => part.getBoundingClientRect());
        return drawn && buttons && drawn.bottom > buttons.top + 0.5;
      }).length,
  );
}

async function cutOff(page: Page): Promise<string[]> {
  const cells = page.locator('.exchange-parties td');
  return await cells.evaluateAll((all) =>
    all.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent ?? ''),
  );
}

/** Three Latin letters in a row are a word of a language that no clerk reads; codes and hashes stand in .mono. */
async function latinWords(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest('.mono, kbd, script, style')) found.push(node.textContent ?? '');
    return found;
  });
  const own = /office \d+|clerk|reviewer|administrator|member|leader/g;
  return texts.filter((text) => /[A-Za-z]{3}/.test(text.replace(own, '').replace(LATIN, '')));
}
