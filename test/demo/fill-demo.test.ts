import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../electron/transport/in-process.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import {
  COUNTER_KINDS,
  DISPOSITIONS,
  FIGURE_IDS,
  FILING_STATES,
  INSTITUTION_KINDS,
  ITEM_SOURCES,
  ITEM_STATES,
  MAKEUPS,
  MARKS,
  NAMED_EDUCATION_TYPES,
  ORGAN_KINDS,
  POSTING_STATUSES,
  SESSION_FORMS,
  SESSION_STATES,
  STAFFINGS,
} from '../../shared/vocabulary/words.ts';
import { type DemoOffice, demoOffice } from './demo-office.ts';

const ASKED = { people: 120, sessions: 20, seed: 7 };
const THE_END = calendarDate('2021-06-30');
type Dump = Awaited<ReturnType<ApiClient['exchange']['dump']>>['registers'];

describe('a demo office of 120 people and 20 sessions', () => {
  let office: DemoOffice;
  let counts: Awaited<ReturnType<ApiClient['office']['fillDemo']>>;

  beforeAll(async () => {
    office = await demoOffice();
    counts = await office.client.office.fillDemo(ASKED);
  });
  afterAll(() => office.close());

  it.each(FIGURE_IDS.filter((id) => id !== 'attendanceRate'))('has a %s between none and all', async (id) => {
    const { figures } = await office.client.figures.asOf({ asOf: THE_END });
    expect(figures[id]!.numerator).toBeGreaterThan(0);
    expect(figures[id]!.numerator).toBeLessThan(figures[id]!.denominator);
  });

  it('has an attendance rate of every approved session', async () => {
    const { sessions } = await office.client.study.sessions({ state: 'approved' });
    expect(sessions.length).toBeGreaterThan(10);
    for (const { id, sums } of sessions) {
      const { figures } = await office.client.figures.asOf({ asOf: THE_END, session: id });
      expect(figures.attendanceRate).toMatchObject({ numerator: sums.present, denominator: sums.due });
      expect(sums.present).toBeGreaterThan(0);
    }
  });

  it('tells how many rows of each register it has', async () => {
    const dump = await dumpOf(office);
    const rows = (name: string) => dump.find((register) => register.name === name)!.rows.length;
    expect(counts).toMatchObject({
      units: rows('units'),
      people: 120,
      sessions: 20,
      attendances: rows('attendance'),
      filings: rows('filings'),
      items: rows('items'),
    });
    expect(rows('people')).toBe(120);
    expect(rows('sessions')).toBe(20);
    const made = valuesOf(dump, 'attendance', 'makeup').filter((one) => one !== 'none' && one !== 'pending');
    expect(counts.makeups).toBe(made.length);
  });

  it('lies inside the campaign', async () => {
    const dump = await dumpOf(office);
    const days = [
      ...valuesOf(dump, 'postings', 'from'),
      ...valuesOf(dump, 'sessions', 'day'),
      ...valuesOf(dump, 'attendance', 'makeupOn').filter((day) => day !== null),
      ...valuesOf(dump, 'filings', 'filedOn'),
      ...valuesOf(dump, 'items', 'closedOn').filter((day) => day !== null),
      ...valuesOf(dump, 'institutions', 'on'),
    ].sort();
    expect(days[0]! >= '2021-02-28').toBe(true);
    expect(days.at(-1)! <= '2021-06-30').toBe(true);
  });

  it('has monthly counts of every unit for every month of the campaign', async () => {
    const dump = await dumpOf(office);
    const { rows, columns } = dump.find(({ name }) => name === 'counters')!;
    const [unit, month] = ['unit', 'month'].map((column) => columns.indexOf(column));
    const said = Map.groupBy(rows, (row) => row[month!]);
    expect([...said.keys()]).toEqual(['2021-03', '2021-04', '2021-05', '2021-06']);
    for (const ofMonth of said.values())
      expect(new Set(ofMonth.map((row) => row[unit!])).size).toBe(counts.units);
  });

  it('has institutions numbered on the papers of each office as they came', async () => {
    const dump = await dumpOf(office);
    const papers = Map.groupBy(
      valuesOf(dump, 'institutions', 'documentNumber').map(
        (one) => /^(.+)〔2021〕(\d+)号$/.exec(String(one))!,
      ),
      ([, paper]) => paper,
    );
    expect(papers.size).toBe(ORGAN_KINDS.length);
    for (const paper of papers.values()) {
      const numbers = paper.map(([, , number]) => Number(number));
      expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
    }
  });

  it('keeps a history that verifies', async () => {
    const { entries } = await office.client.office.verify();
    expect(entries).toBeGreaterThan(6);
  });

  it('is shown as a demo, and can be filled once', async () => {
    const before = await office.client.office.identity();
    expect(before.demo).toBe(true);
    await expect(office.client.office.fillDemo(ASKED)).rejects.toMatchObject({ code: 'demo_not_empty' });
    expect(await office.client.office.identity()).toEqual(before);
  });
});

it('the same seed invents the same office again, whenever it is asked; another seed another one', async () => {
  const [one, other, different] = await Promise.all([
    filledDump(ASKED),
    filledDump(ASKED, '2026-03-02'),
    filledDump({ ...ASKED, seed: 8 }),
  ]);
  expect(withoutToday(one)).toEqual(withoutToday(other));
  expect(valuesOf(one, 'people', 'name')).not.toEqual(valuesOf(different, 'people', 'name'));
});

it('every word of the registers occurs in a demo office of 400 people and 80 sessions', async () => {
  const dump = await filledDump({ people: 400, sessions: 80, seed: 3 });
  const words = (register: string, column: string) => new Set(valuesOf(dump, register, column));
  expect(words('units', 'kind')).toEqual(new Set(ORGAN_KINDS));
  expect(words('postings', 'status')).toEqual(new Set(POSTING_STATUSES));
  expect(words('people', 'staffing')).toEqual(new Set(STAFFINGS));
  expect(words('sessions', 'form')).toEqual(new Set(SESSION_FORMS));
  expect(words('sessions', 'state')).toEqual(new Set(SESSION_STATES));
  expect(words('sessions', 'mandatory')).toEqual(new Set([0, 1]));
  expect(words('sessions', 'batch').size).toBe(3);
  const types = valuesOf(dump, 'sessions', 'types').flatMap((types) => JSON.parse(String(types)) as string[]);
  expect(new Set(types)).toEqual(new Set(NAMED_EDUCATION_TYPES));
  // leave of a kind that is not told comes from other offices alone
  expect(words('attendance', 'mark')).toEqual(new Set(MARKS.filter((mark) => mark !== 'leave')));
  expect(words('attendance', 'makeup')).toEqual(new Set(MAKEUPS));
  expect(words('filings', 'state')).toEqual(new Set(FILING_STATES));
  expect(words('filingItems', 'disposition')).toEqual(new Set(DISPOSITIONS));
  expect(words('items', 'state')).toEqual(new Set(ITEM_STATES));
  expect(words('items', 'source')).toEqual(new Set(ITEM_SOURCES));
  expect(words('institutions', 'kind')).toEqual(new Set(INSTITUTION_KINDS));
  expect(words('counters', 'kind')).toEqual(new Set(COUNTER_KINDS));
  expect(valuesOf(dump, 'items', 'repeats').some((one) => one !== null)).toBe(true);
  const numbers = valuesOf(dump, 'items', 'number').filter((one) => one !== null);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});

describe('filled in the middle of the campaign', () => {
  it('an office has nothing but plans for the days to come', async () => {
    const dump = await filledDump(ASKED, '2021-04-20');
    const sessions = dump.find(({ name }) => name === 'sessions')!;
    const [day, state] = ['day', 'state'].map((column) => sessions.columns.indexOf(column));
    const ahead = sessions.rows.filter((row) => row[day!]! > '2021-04-20').map((row) => row[state!]);
    expect(ahead.length).toBeGreaterThan(0);
    expect(ahead.filter((one) => !['draft', 'scheduled', 'cancelled'].includes(String(one)))).toEqual([]);
    const moves = valuesOf(dump, 'moves', 'effectiveOn').sort();
    expect(moves.at(-1)).toBe('2021-04-20');
    expect(valuesOf(dump, 'filings', 'filedOn').length).toBeGreaterThan(0);
    expect(new Set(valuesOf(dump, 'counters', 'month'))).toEqual(new Set(['2021-03']));
    const written = valuesOf(dump, 'institutions', 'on').sort();
    expect(written.length).toBeGreaterThan(0);
    expect(written.at(-1)! <= '2021-04-20').toBe(true);
  });

  it.each(['2021-01-04', '2021-02-28'])(
    'or at its beginning, on %s, people and plans alone',
    async (today) => {
      const dump = await filledDump(ASKED, today);
      expect(valuesOf(dump, 'people', 'name')).toHaveLength(120);
      expect(valuesOf(dump, 'attendance', 'mark')).toEqual([]);
      expect(new Set(valuesOf(dump, 'items', 'state'))).toEqual(new Set(['draft']));
      expect(valuesOf(dump, 'counters', 'month')).toEqual([]);
    },
  );
});

it.each([
  { people: 1, sessions: 0, seed: 0 },
  { people: 1, sessions: 30, seed: -5 },
  { people: 5, sessions: 40, seed: 2 ** 40 },
  { people: 23, sessions: 3, seed: 11 },
])('an office of $people people and $sessions sessions is filled too', async (asked) => {
  const dump = await filledDump(asked);
  expect(valuesOf(dump, 'people', 'name')).toHaveLength(asked.people);
  expect(valuesOf(dump, 'sessions', 'title')).toHaveLength(asked.sessions);
});

describe('nothing is invented', () => {
  it('in an office that is no demo', async () => {
    const office = await demoOffice({ demo: false });
    const before = await office.client.office.identity();
    await expect(office.client.office.fillDemo(ASKED)).rejects.toMatchObject({ code: 'demo_only' });
    expect(await office.client.office.identity()).toEqual(before);
    office.close();
  });

  it('where somebody has begun a roster', async () => {
    const office = await demoOffice();
    const { id: unit } = await office.client.personnel.createUnit({ name: '云岭县公安局' });
    await office.client.personnel.addPerson({ name: '王强', unit });
    const before = await office.client.office.identity();
    await expect(office.client.office.fillDemo(ASKED)).rejects.toMatchObject({ code: 'demo_not_empty' });
    expect(await office.client.office.identity()).toEqual(before);
    office.close();
  });
});

async function filledDump(asked: typeof ASKED, today?: string): Promise<Dump> {
  const office = await demoOffice(today === undefined ? {} : { today });
  await office.client.office.fillDemo(asked);
  const dump = await dumpOf(office);
  office.close();
  return dump;
}

async function dumpOf({ client }: DemoOffice): Promise<Dump> {
  return (await client.exchange.dump({ reason: '核对演示数据' })).registers;
}

function valuesOf(dump: Dump, name: string, column: string): (string | number | null)[] {
  const register = dump.find((one) => one.name === name)!;
  const index = register.columns.indexOf(column);
  return register.rows.map((row) => row[index]!);
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Ids by the order in which they are met, and without the day on which steps were entered. */
function withoutToday(dump: Dump): unknown {
  const met = new Map<string, number>();
  const text = JSON.stringify(dump).replace(UUID, (id) => {
    const number = met.get(id) ?? met.size;
    met.set(id, number);
    return `id ${number}`;
  });
  return (JSON.parse(text) as Dump).map(({ name, columns, rows }) => {
    const entered = name === 'moves' ? columns.indexOf('effectiveOn') : -1;
    return {
      name,
      columns,
      rows: rows.map((row) => row.map((value, index) => (index === entered ? null : value))),
    };
  });
}
