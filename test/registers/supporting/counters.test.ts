import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COUNTER_KINDS, type CounterKind } from '../../../shared/vocabulary/words.ts';
import { fc } from '../../support/properties.ts';
import { openUndoDesk, refusalOf, type UndoDesk } from '../undo-desk.ts';

let desk: UndoDesk;
let police: string;
let station: string;
let court: string;

beforeAll(async () => {
  desk = await openUndoDesk('530305');
  desk.office.ports.setDate('2021-04-10');
  const { personnel } = desk.at('clerk');
  police = (await personnel.createUnit({ name: '县公安局' })).id;
  court = (await personnel.createUnit({ name: '县法院' })).id;
  station = (await personnel.createUnit({ name: '城关派出所', parent: police })).id;
});
afterAll(() => desk.close());

const api = (who: 'clerk' | 'second' | 'reviewer' = 'clerk') => desk.at(who).supporting;
const cell = (unit: string, count: number | null, kind: CounterKind = 'practicalThings', rev = 0) => ({
  unit,
  kind,
  count,
  rev,
});
const sheetOf = async (month: string) =>
  (await api().counters({ month })).units.map(({ name, cells }) => [name, cells.practicalThings.count]);

describe('a month’s sheet', () => {
  it('is filled cell by cell, blank is not zero, and each step is undone', async () => {
    await api().setCounters({ month: '2021-03', cells: [cell(police, 3), cell(court, 0)] });
    expect(await sheetOf('2021-03')).toEqual([
      ['县公安局', 3],
      ['城关派出所', null],
      ['县法院', 0],
    ]);
    const { units, sums, total, filled } = await api().counters({ month: '2021-03' });
    expect([sums.practicalThings, sums.activities, total, filled]).toEqual([3, 0, 3, 2]);
    expect(units.map(({ depth }) => depth)).toEqual([0, 1, 0]);

    const { rev } = units[0]!.cells.practicalThings;
    const taken = await api().setCounters({
      month: '2021-03',
      cells: [cell(police, null, 'practicalThings', rev)],
    });
    expect(taken.changed).toBe(1);
    expect(await sheetOf('2021-03')).toMatchObject([['县公安局', null], {}, ['县法院', 0]]);
    await desk.undoLast('clerk');
    expect(await sheetOf('2021-03')).toMatchObject([['县公安局', 3], {}, ['县法院', 0]]);
    await desk.undoLast('clerk');
    expect(await sheetOf('2021-03')).toMatchObject([['县公安局', null], {}, ['县法院', null]]);
  });

  it('lets a count that was taken back be said again', async () => {
    const { units } = await api().counters({ month: '2021-03' });
    const { rev } = units[0]!.cells.practicalThings;
    await api().setCounters({ month: '2021-03', cells: [cell(police, 7, 'practicalThings', rev)] });
    expect(await sheetOf('2021-03')).toMatchObject([['县公安局', 7], {}, {}]);
    await desk.undoLast('clerk');
  });

  it('leaves alone what stands so already, and makes no step of it', async () => {
    await api().setCounters({ month: '2021-02', cells: [cell(court, 5)] });
    const { step } = await api()
      .setCounters({ month: '2021-02', cells: [cell(court, 5)] })
      .then(async (same) => {
        expect(same).toEqual({ rev: 0, changed: 0 });
        return await desk.at('clerk').office.lastStep();
      });
    const { rev } = (await api().counters({ month: '2021-02', show: 'filled' })).units[0]!.cells
      .practicalThings;
    expect(step).toBe(rev);
    expect((await api().counters({ month: '2021-03' })).units[2]!.cells.practicalThings.before).toBe(5);
    expect((await api().counters({ month: '2021-03' })).sumsBefore.practicalThings).toBe(5);
  });

  it('refuses the whole where one cell was changed by another hand', async () => {
    const { units } = await api().counters({ month: '2021-02', show: 'filled' });
    const read = units[0]!.cells.practicalThings.rev;
    await api('second').setCounters({ month: '2021-02', cells: [cell(court, 6, 'practicalThings', read)] });
    const mine = [cell(police, 1), cell(court, 9, 'practicalThings', read)];
    expect(await refusalOf(api().setCounters({ month: '2021-02', cells: mine }))).toMatchObject({
      code: 'conflict',
      fields: { by: 'second' },
    });
    expect(await sheetOf('2021-02')).toEqual([
      ['县公安局', null],
      ['城关派出所', null],
      ['县法院', 6],
    ]);
  });

  it('takes no month to come, and no unit that was closed before it', async () => {
    const ahead = api().setCounters({ month: '2021-05', cells: [cell(court, 1)] });
    expect((await refusalOf(ahead)).code).toBe('counter_month_ahead');
    const { personnel } = desk.at('clerk');
    const old = await personnel.createUnit({ name: '原铁路法院' });
    await api().setCounters({ month: '2021-01', cells: [cell(old.id, 4)] });
    const [now] = (await personnel.units({})).filter(({ id }) => id === old.id);
    await personnel.closeUnit({ id: old.id, rev: now!.rev, on: '2021-02-01' });
    const closed = api().setCounters({ month: '2021-02', cells: [cell(old.id, 1)] });
    expect((await refusalOf(closed)).code).toBe('unit_closed');
    expect((await sheetOf('2021-02')).map(([name]) => name)).not.toContain('原铁路法院');
    expect(await sheetOf('2021-01')).toContainEqual(['原铁路法院', 4]);
  });

  it('a unit with counts has a history and is not removed', async () => {
    const { personnel } = desk.at('clerk');
    const [unit] = (await personnel.units({})).filter(({ id }) => id === court);
    const gone = personnel.removeUnit({ id: court, rev: unit!.rev });
    expect((await refusalOf(gone)).code).toBe('unit_has_history');
  });
});

describe('sums', () => {
  it('of the sheet, of the year by kind and of the year by unit are one and the same', async () => {
    const unit = fc.constantFrom('police', 'station', 'court');
    const months = ['2020-01', '2020-06', '2020-12'];
    const said = fc.array(
      fc.record({
        unit,
        month: fc.constantFrom(...months),
        kind: fc.constantFrom(...COUNTER_KINDS),
        count: fc.option(fc.nat(50)),
      }),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(said, async (steps) => {
        for (const { unit: name, month, kind, count } of steps) {
          const id = { police, station, court }[name] ?? court;
          const { units } = await api().counters({ month });
          const { rev } = units.find((one) => one.unit === id)!.cells[kind];
          await api().setCounters({ month, cells: [{ unit: id, kind, count, rev }] });
        }
        const byKind = await api().counterYear({ year: 2020 });
        for (const [place, kind] of COUNTER_KINDS.entries()) {
          const byUnit = await api().counterYear({ year: 2020, kind });
          const sheets = await Promise.all(
            Array.from({ length: 12 }, (_, at) =>
              api().counters({ month: `2020-${String(at + 1).padStart(2, '0')}` }),
            ),
          );
          const sums = sheets.map((sheet) => sheet.sums[kind]);
          expect(
            sheets.map(({ units }) => units.reduce((all, one) => all + (one.cells[kind].count ?? 0), 0)),
          ).toEqual(sums);
          expect(byUnit.sums.map((one) => one ?? 0)).toEqual(sums);
          expect(byKind.rows[place]!.months.map((one) => one ?? 0)).toEqual(sums);
          expect(byKind.rows[place]!.sum).toBe(byUnit.rows.reduce((all, row) => all + row.sum, 0));
        }
      }),
      { numRuns: 6 },
    );
  });

  it('of one unit hold what is below it', async () => {
    const month = '2021-04';
    await api().setCounters({ month, cells: [cell(police, 2), cell(station, 3), cell(court, 4)] });
    expect((await api().counters({ month, unit: police })).sums.practicalThings).toBe(5);
    expect((await api().counters({ month, show: 'top' })).sums.practicalThings).toBe(6);
    const { rows } = await api().counterYear({ year: 2021, unit: police });
    expect(rows.find(({ key }) => key === 'practicalThings')!.months[3]).toBe(5);
  });

  it('are of all pages, whichever is read', async () => {
    const month = '2021-04';
    const whole = await api().counters({ month });
    const pages = [];
    for (let offset = 0; offset < whole.total; offset += 2)
      pages.push(await api().counters({ month, offset, limit: 2 }));
    expect(pages.flatMap(({ units }) => units)).toEqual(whole.units);
    for (const { sums, total } of pages)
      expect({ sums, total }).toMatchObject({ sums: whole.sums, total: whole.total });
  });
});
