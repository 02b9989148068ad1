import { cpSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dumpRegisters } from '../../electron/exchange/dump.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import type { ReportingState } from '../../shared/vocabulary/oversight-words.ts';
import { lastingScratch } from '../support/scratch.ts';
import { chanceOf, settleCounty, work } from './county-work.ts';
import { codeOf, importing, opened, resealed, type Stick, seal } from './forge.ts';
import { type SoleOffice, soleOffice, trustEachOther } from './sole-office.ts';

const scratch = lastingScratch();
const offices: SoleOffice[] = [];
afterAll(() => {
  for (const office of offices) office.lock();
  scratch.remove();
});

async function pairOf(number: string, today: string): Promise<[SoleOffice, SoleOffice]> {
  const county = await soleOffice(scratch.folder, `5301${number}`, { today });
  const group = await soleOffice(scratch.folder, `5300${number}`, { role: 'group', today });
  offices.push(county, group);
  await trustEachOther(county, group);
  return [county, group];
}

async function acknowledged(county: SoleOffice, group: SoleOffice): Promise<void> {
  await importing(county, [await group.client.exchange.exportBundle({ recipient: county.id })]);
}

describe('the grid of a group', () => {
  let county: SoleOffice;
  let group: SoleOffice;
  const bundles: Stick[] = [];
  const days = ['2021-03-14', '2021-03-21', '2021-03-28', '2021-04-04'];

  beforeAll(async () => {
    [county, group] = await pairOf('21', '2021-03-10');
    await settleCounty(county);
    for (const day of days) {
      county.ports.setDate(day);
      bundles.push(await seal(county));
    }
  }, 60_000);

  const states = async (today: string): Promise<ReportingState[]> => {
    group.ports.setDate(today);
    const { offices: rows, periods } = await group.client.oversight.grid({
      from: calendarDate('2021-03-01'),
      until: calendarDate('2021-04-11'),
    });
    expect(rows[0]!.cells).toHaveLength(periods.length);
    return rows[0]!.cells.map(({ state }) => state);
  };

  it('[X91] takes a period as reported by the first bundle to arrive that reaches its last day', async () => {
    group.ports.setDate('2021-03-15');
    await importing(group, [bundles[0]!]);
    expect(await states('2021-03-15')).toEqual([
      ...(['notExpected', 'onTime', 'notDue', 'notDue', 'notDue', 'notDue'] as const),
    ]);
    // third before second: what the lost one was to report came with it, seven days late
    group.ports.setDate('2021-03-29');
    await importing(group, [bundles[2]!]);
    const { offices: rows } = await group.client.oversight.grid({ from: calendarDate('2021-03-15') });
    expect(rows[0]!.cells.slice(0, 2)).toMatchObject([
      { state: 'gap', bundle: { sequence: 3 }, missing: [2], daysLate: 7, receivedOn: '2021-03-29' },
      { state: 'onTime', bundle: { sequence: 3 }, missing: [2] },
    ]);
    expect(await states('2021-04-06')).toEqual([
      ...(['notExpected', 'onTime', 'gap', 'onTime', 'missing', 'notDue'] as const),
    ]);
  });

  it('[X92] closes a gap with its number, and says quarantined while a fork waits', async () => {
    await importing(group, [bundles[1]!]);
    expect((await states('2021-04-06'))[2]).toBe('late');
    const fourth = await opened(group, bundles[3]!);
    const [line] = await importing(group, [bundles[3]!]);
    expect(line).toMatchObject({ outcome: 'applied' });
    const forked = await resealed(county, group, fourth, fourth.tables, {
      period: { from: null, asOf: calendarDate('2021-04-11') },
    });
    await importing(group, [forked]);
    expect((await states('2021-04-06')).slice(4)).toEqual(['late', 'quarantined']);
    const asked = { form: 'reminderLetter' as const, office: county.id };
    expect(await codeOf(group.client.forms.preview({ asked }))).toBe('reminder_not_needed');
    group.ports.setDate('2021-04-20');
    const letter = await group.client.forms.preview({ asked });
    expect(JSON.stringify(letter)).toContain('隔离');
  });
});

describe('what changed between two bundles', () => {
  let county: SoleOffice;
  let group: SoleOffice;
  /** As the group's books stood after each bundle, by its place. */
  const books: Books[] = [];
  const numbers: { epoch: number; sequence: number }[] = [];

  async function send(full = false): Promise<void> {
    const stick = await seal(county, full);
    const [line] = await importing(group, [stick], true, '县里换了数据盘');
    expect(line).toMatchObject({ outcome: 'applied' });
    const { manifest } = await opened(group, stick);
    numbers.push({ epoch: manifest.epoch.counter, sequence: manifest.sequence });
    books.push(booksOf(group, county.code));
    await acknowledged(county, group);
  }

  beforeAll(async () => {
    [county, group] = await pairOf('22', '2021-03-15');
    await settleCounty(county);
    await work(county, chanceOf(91), 120);
    await send();
    await work(county, chanceOf(92), 80);
    await send();
    const old = `${county.folder}-old`;
    county.lock();
    cpSync(county.folder, old, { recursive: true });
    await county.unlock();
    await work(county, chanceOf(93), 60);
    await send(true);
    county.lock();
    rmSync(county.folder, { recursive: true });
    cpSync(old, county.folder, { recursive: true });
    await county.unlock();
    await county.client.office.acceptHistoryLoss({ reason: '数据盘损坏，用旧数据恢复' });
    await work(county, chanceOf(94), 60);
    await send();
  }, 120_000);

  const changes = (from: number, to: number) =>
    group.client.oversight.changes({ office: county.id, from: numbers[from]!, to: numbers[to]! });

  it('[X93] is what the books after the one and those after the other differ in, row by row', async () => {
    for (const [from, to] of [
      [0, 1],
      [1, 2],
      [0, 2],
      [2, 3],
      [0, 3],
    ] as const) {
      const { registers } = await changes(from, to);
      const told = new Map(registers.map(({ register, ...counts }) => [register, counts]));
      for (const [register, before] of Object.entries(books[from]!)) {
        const expected = differences(before, books[to]![register]!);
        expect([from, to, register, told.get(register)]).toEqual([from, to, register, expected]);
      }
    }
  });

  it('tells items and sessions by their names with what they were and what they are', async () => {
    const { items, sessions, figures } = await changes(0, 1);
    const added = items.rows.filter(({ change }) => change === 'added');
    expect(items.total).toBeGreaterThan(1);
    expect(added.every(({ before, after }) => before === null && after !== null)).toBe(true);
    for (const { number } of items.rows) expect(number).toMatch(/^\d{4}-\d+$/);
    for (const { change, before, after } of sessions.rows.filter((one) => one.change === 'changed'))
      expect([change, before, after]).not.toContain(null);
    const rates = figures.find(({ figure }) => figure === 'rectificationCompletion');
    expect(rates?.after?.denominator).toBeGreaterThan(0);
  });

  it('[X94] is read from kept files, whatever has become of the keys, and of bundles of the books alone', async () => {
    const before = await changes(0, 1);
    const reason = '私钥丢失，县里来电说明';
    await group.client.exchange.revokeParty({ office: county.id, from: { epoch: 1, sequence: 1 }, reason });
    expect(await changes(0, 1)).toEqual(before);
    const nothing = { epoch: 1, sequence: 99 };
    const asked = { office: county.id, from: numbers[0]!, to: nothing };
    expect(await codeOf(group.client.oversight.changes(asked))).toBe('not_found');
    expect(await codeOf(changes(1, 0))).toBe('invalid_input');
  });
});

type Books = Readonly<Record<string, ReadonlyMap<string, string>>>;

/** Of the tables of a report, the rows that a group keeps of them: key to all the rest but rev. */
function booksOf(group: SoleOffice, code: string): Books {
  const dump = new Map(
    group
      .ledger()
      .read(dumpRegisters)
      .map((one) => [one.name, one]),
  );
  const rowsOf = (register: string) => {
    const { columns, rows } = dump.get(register)!;
    const records = rows.map((row) =>
      Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])),
    );
    return records.filter(({ office }) => office === code);
  };
  const keyed = (rows: Record<string, unknown>[], keys: readonly string[], silent: readonly string[] = []) =>
    new Map(
      rows.map((row) => {
        const told = Object.entries(row).filter(([name]) => ![...keys, ...silent, 'rev'].includes(name));
        return [keys.map((key) => row[key]).join(' '), JSON.stringify(told)];
      }),
    );
  const people = rowsOf('people');
  return {
    unit: keyed(rowsOf('units'), ['id']),
    person: keyed(
      people.filter(({ purpose }) => purpose === 'attendance'),
      ['id'],
    ),
    filer: keyed(
      people.filter(({ purpose }) => purpose === 'selfInspection'),
      ['id'],
    ),
    session: keyed(rowsOf('sessions'), ['id']),
    attendance: keyed(rowsOf('attendance'), ['session', 'person']),
    round: keyed(rowsOf('rounds'), ['id']),
    filing: keyed(rowsOf('filings'), ['round', 'person'], ['id']),
    item: keyed(rowsOf('items'), ['id']),
    institution: keyed(rowsOf('institutions'), ['id']),
    counter: keyed(rowsOf('counters'), ['unit', 'month', 'kind'], ['id']),
    action: keyed(rowsOf('actions'), ['id']),
  };
}

function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  const added = [...after.keys()].filter((key) => !before.has(key)).length;
  const deleted = [...before.keys()].filter((key) => !after.has(key)).length;
  const changed = [...after].filter(([key, row]) => before.has(key) && before.get(key) !== row).length;
  return { added, changed, deleted, before: before.size, after: after.size };
}
