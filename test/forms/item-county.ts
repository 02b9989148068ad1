import type { ApiClient } from '../../electron/transport/in-process.ts';
import { type CalendarDate, calendarDate } from '../../shared/vocabulary/dates.ts';
import type { ItemMove, ItemSource } from '../../shared/vocabulary/words.ts';
import { type DemoOffice, demoOffice } from '../demo/demo-office.ts';

export const TODAY = '2021-05-20';
/** As long as the ledger takes; no page does. */
export const LONG = '整'.repeat(990);

export interface ItemCounty extends DemoOffice {
  readonly units: { readonly bureau: string; readonly station: string; readonly court: string };
  readonly round: string;
  /** Items by what became of them. */
  readonly items: Readonly<Record<keyof typeof LIVES, string>>;
  readonly session: string;
}

type Step = readonly [move: ItemMove, on: string, reason?: string];

/** Numbers are given in this order. */
const LIVES = {
  overdue: {
    source: 'officeInspection',
    due: '2021-04-20',
    steps: [
      ['issue', '2021-04-01'],
      ['start', '2021-04-02'],
    ],
  },
  atGroup: {
    source: 'higherSupervision',
    due: '2021-05-30',
    steps: [
      ['issue', '2021-04-03'],
      ['start', '2021-04-04'],
      ['apply', '2021-05-10'],
      ['reportUp', '2021-05-12'],
    ],
  },
  closed: {
    source: 'consultation',
    due: '2021-05-01',
    steps: [
      ['issue', '2021-04-05'],
      ['start', '2021-04-06'],
      ['apply', '2021-04-28'],
      ['approve', '2021-05-06'],
    ],
  },
  returned: {
    source: 'lookBack',
    due: '2021-06-10',
    steps: [
      ['issue', '2021-04-07'],
      ['start', '2021-04-08'],
      ['apply', '2021-05-02'],
      ['return', '2021-05-04', '=佐证不足'],
    ],
  },
  longTerm: {
    source: 'officeInspection',
    due: '2021-06-01',
    steps: [
      ['issue', '2021-04-09'],
      ['start', '2021-04-10'],
      ['keepLongTerm', '2021-05-18', '纳入日常管理'],
    ],
  },
  merged: {
    source: 'officeInspection',
    due: '2021-06-01',
    steps: [
      ['issue', '2021-04-11'],
      ['merge', '2021-04-12'],
    ],
  },
  voided: {
    source: 'officeInspection',
    due: '2021-06-01',
    steps: [
      ['issue', '2021-04-13'],
      ['void', '2021-04-14', '重复录入'],
    ],
  },
  draft: { source: 'officeInspection', due: '2021-06-01', steps: [] },
} as const satisfies Record<string, { source: ItemSource; due: string; steps: readonly Step[] }>;

/** A bureau with a station below it and a court, the first round begun, and items in every corner of the ledger. */
export async function itemCounty(): Promise<ItemCounty> {
  const office = await demoOffice({ today: TODAY, demo: false });
  const { client } = office;
  const bureau = (await client.personnel.createUnit({ name: '=县公安局', orderNumber: 1 })).id;
  const station = (await client.personnel.createUnit({ name: '𠮷水派出所', parent: bureau, orderNumber: 2 }))
    .id;
  const court = (await client.personnel.createUnit({ name: '县法院', orderNumber: 3 })).id;
  const units = { bureau, station, court };
  const items = await everyItem(client, units);
  const { round, session } = await filingsAndSession(client, units);
  return { ...office, units, round, items, session };
}

const day = (text: string): CalendarDate => calendarDate(text);

async function everyItem(client: ApiClient, units: ItemCounty['units']): Promise<ItemCounty['items']> {
  const ids: Record<string, string> = {};
  for (const [name, { source, due, steps }] of Object.entries(LIVES)) {
    const unit = name === 'closed' ? units.court : name === 'overdue' ? units.station : units.bureau;
    const isLong = name === 'atGroup';
    const { id } = await client.rectification.draftItem({
      ...{ source, unit, category: 'poor-conduct', dueOn: day(due), leader: '=李', owner: '𠮷野' },
      problem: isLong ? `=${LONG}` : `=1+1 ${name}`,
      measures: isLong ? LONG : '-整改',
    });
    ids[name] = id;
    for (const step of steps) await move(client, id, step, ids.overdue ?? '');
  }
  const { overdue = '' } = ids;
  const { rev } = await client.rectification.item({ id: overdue });
  const extension = { dueOn: day('2021-05-10'), on: day('2021-04-19'), reason: '取证' };
  await client.rectification.extendItem({ id: overdue, rev, ...extension });
  await client.rectification.addFollowUp({
    item: overdue,
    kind: 'progress',
    on: day('2021-05-03'),
    text: '=已谈',
  });
  const now = await client.rectification.item({ id: overdue });
  const why = { reason: '逾期', nextOn: day('2021-05-28') };
  await client.rectification.supervise({ id: overdue, rev: now.rev, on: true, ...why });
  return ids as ItemCounty['items'];
}

async function move(client: ApiClient, id: string, [step, on, reason]: Step, target: string): Promise<void> {
  const { rev } = await client.rectification.item({ id });
  await client.rectification.moveItem({
    ...{ id, rev, move: step, on: day(on), reason },
    ...(step === 'apply' && { evidenceNumber: '佐-1' }),
    ...(step === 'merge' && { mergedInto: target }),
  });
}

/** Bureau: 甲 with two items, 乙 without any; station: 丙 sent back; court: 丁 has not filed, 戊 left after filing. */
async function filingsAndSession(client: ApiClient, { bureau, station, court }: ItemCounty['units']) {
  const from = day('2021-03-01');
  const add = async (name: string, unit: string) =>
    (await client.personnel.addPerson({ name, unit, from })).id;
  const first = await add('=甲', bureau);
  const second = await add('𠮷乙', bureau);
  const third = await add('丙', station);
  await add('丁', court);
  const fifth = await add('戊', court);
  const round = (await client.selfInspection.rounds({}))[0]!;
  const file = async (person: string, on: string, paperNumber: string, problems: number) =>
    await client.selfInspection.file({
      ...{ round: round.id, person, filedOn: day(on), paperNumber },
      declared: problems > 0 ? 'hasProblem' : 'noProblem',
      items: Array.from({ length: problems }, () => ({ category: 'business', summary: '不得印出的摘要' })),
    });
  const moveOn = async (filing: { id: string; rev: number }, step: 'approve' | 'return') =>
    await client.selfInspection.moveFiling({ ...filing, move: step, reason: '补充' });
  const filed = await file(first, '2021-05-06', '=7', 2);
  await moveOn(filed, 'approve');
  const { itemList } = await client.selfInspection.filing({ id: filed.id });
  const { id: item, rev } = itemList[0]!;
  await client.selfInspection.disposeItem({ item, rev, disposition: 'rectification' });
  await file(second, '2021-05-08', '8', 0);
  await moveOn(await file(third, '2021-05-09', '9', 1), 'return');
  await file(fifth, '2021-05-09', '10', 0);
  const { rev: personRev } = await client.personnel.person({ id: fifth });
  const gone = { status: 'transferredOut', unit: court, from: day('2021-05-15') } as const;
  await client.personnel.transfer({ id: fifth, rev: personRev, ...gone });
  return { round: round.id, session: await missedSession(client, [first, second, third, fifth]) };
}

/** Approved; the first, the third and the one who left missed it. */
async function missedSession(client: ApiClient, people: readonly string[]): Promise<string> {
  const { id } = await client.study.createSession({
    ...{ title: '=党课', phase: 'study', types: ['political'], form: 'partyLecture', venues: ['礼堂'] },
    ...{ day: day('2021-05-12'), expected: { people: [...people] } },
  });
  const step = async (name: 'schedule' | 'hold' | 'submit' | 'approve') => {
    const { rev } = await client.study.session({ id });
    return await client.study.moveSession({ id, rev, move: name });
  };
  await step('schedule');
  const { rev } = await step('hold');
  const marks = [0, 2, 3].map((at) => ({ person: people[at]!, mark: 'duty' as const, reason: '-值班' }));
  await client.study.mark({ session: id, rev, marks, rest: 'present' });
  await step('submit');
  await step('approve');
  return id;
}
