import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Given } from '../../../shared/contract/base.ts';
import type { supporting } from '../../../shared/contract/supporting.ts';
import { COUNTER_KINDS } from '../../../shared/vocabulary/words.ts';
import { fc } from '../../support/properties.ts';
import { openUndoDesk, type UndoDesk } from '../undo-desk.ts';

let desk: UndoDesk;
const units: Record<string, string> = {};

beforeAll(async () => {
  desk = await openUndoDesk('530307');
  desk.office.ports.setDate('2021-05-10');
  const { personnel } = desk.at('clerk');
  for (const name of ['县法院', '县公安局', '县司法局'])
    units[name] = (await personnel.createUnit({ name })).id;
  for (const above of ['县公安局', '县司法局']) {
    const { id } = await personnel.createUnit({ name: '办公室', parent: units[above]! });
    units[`${above}办公室`] = id;
  }
});
afterAll(() => desk.close());

type Asked = Partial<Given<typeof supporting.importCounters>>;

const api = () => desk.at('clerk').supporting;
const imported = async (text: string, asked: Asked = {}) => {
  const content = Buffer.from(text).toString('base64');
  const report = await api().importCounters({ fileName: 'sheet.csv', content, ...asked });
  const { read, added, changed, unchanged, held, skipped } = report;
  expect(added + changed + unchanged + held + skipped).toBe(read);
  expect(report.rows).toHaveLength(read);
  return report;
};
const outcomes = ({ rows }: Awaited<ReturnType<typeof imported>>) =>
  rows.map(({ line, outcome, reason }) => [line, outcome, reason]);
const countAt = async (month: string, unit: string, kind: (typeof COUNTER_KINDS)[number]) =>
  (await api().counters({ month })).units.find((one) => one.unit === unit)!.cells[kind].count;

const WIDE = `云岭县2021年3月政法队伍教育整顿情况统计表,,,,
填报日期：2021年4月2日,,,,
序号,单位,征求意见（条）,办实事（件）,合计
1,县法院,１２,3,15
2,县公安局,"1,005",,1006
,小计,1017,3,
3,县　司法局,0,—,0
4,县检察院,1,1,2
,合计,1018,5,
制表人：王某,,,,`;

describe('a sheet of a month with a column per kind', () => {
  it('is read under its titles: sums are skipped, blank is not zero, doubts are held, sums that are wrong told', async () => {
    const report = await imported(WIDE);
    expect(report.month).toBe('2021-03');
    expect(outcomes(report)).toEqual([
      [4, 'added', null],
      [5, 'added', null],
      [6, 'skipped', 'summaryRow'],
      [7, 'held', 'invalidCount'],
      [8, 'held', 'unknownUnit'],
      [9, 'skipped', 'summaryRow'],
      [10, 'skipped', 'signatureRow'],
    ]);
    expect(report.cells).toEqual({ added: 3, changed: 0, unchanged: 0 });
    expect(report.declared).toEqual([
      { line: 5, kind: null, stated: 1006, counted: 1005 },
      { line: 9, kind: 'practicalThings', stated: 5, counted: 4 },
    ]);
    expect(report.unknown).toEqual([
      { field: 'count', text: '—', rows: 1 },
      { field: 'unit', text: '县检察院', rows: 1 },
    ]);
    expect(await countAt('2021-03', units.县法院!, 'opinionsSought')).toBeNull();
  });

  it('is applied as one step once its texts are explained, and comes again as nothing new', async () => {
    const texts = [
      { field: 'count' as const, text: '—', means: 'blank' },
      { field: 'unit' as const, text: '县检察院', means: units.县公安局办公室! },
    ];
    const before = desk.dump();
    const applied = await imported(WIDE, { texts, apply: true });
    expect(applied).toMatchObject({ applied: true, added: 4, held: 0 });
    expect(await countAt('2021-03', units.县法院!, 'opinionsSought')).toBe(12);
    expect(await countAt('2021-03', units.县公安局!, 'opinionsSought')).toBe(1005);
    expect(await countAt('2021-03', units.县公安局!, 'practicalThings')).toBeNull();
    expect(await countAt('2021-03', units.县司法局!, 'opinionsSought')).toBe(0);
    expect(await imported(WIDE, { texts, apply: true })).toMatchObject({ added: 0, unchanged: 4 });
    await desk.undoLast('clerk');
    expect(desk.dump()).toBe(before);
  });

  it('takes a month that nobody wrote from the person, and none to come', async () => {
    const sheet = '单位,办实事\n县法院,4';
    expect(outcomes(await imported(sheet))).toEqual([[2, 'held', 'missingField']]);
    expect(outcomes(await imported(sheet, { month: '2021-06' }))).toEqual([[2, 'held', 'monthAhead']]);
    expect((await imported(sheet, { month: '2021-04' })).rows[0]).toMatchObject({
      outcome: 'added',
      month: '2021-04',
      unitName: '县法院',
      changes: [{ kind: 'practicalThings', before: null, after: 4 }],
    });
  });

  it('asks for its columns where no word is known, and reads them as it is told', async () => {
    const sheet = '哪里,多少\n县法院,4';
    expect(await imported(sheet)).toMatchObject({ needsMapping: true, read: 0 });
    const mapping = [
      { column: 0, field: 'unit' as const },
      { column: 1, field: 'activities' as const },
    ];
    const report = await imported(sheet, { month: '2021-04', mapping, headerLine: 1 });
    expect(report).toMatchObject({ needsMapping: false, added: 1 });
    expect(report.header.columns[1]).toMatchObject({ title: '多少', field: 'activities', samples: ['4'] });
  });
});

describe('a long sheet', () => {
  const LONG = `单位,月份,项目,数量
县法院,2021年3月,办实事,3
县法院,2021-04,新闻发布会,１场
县法院,2021年3月,办实事,3
县公安局,2021-03-01,办实事,2
县公安局,2021.3,办实事,5
办公室,202103,征求意见,1
县司法局,3月,征求意见,1
县司法局,2021年3月,座谈会,1
县司法局,2021年3月,征求意见,3.5
县司法局,2021年3月,征求意见,
合计,,,99`;

  it('holds what is contradictory or doubtful, and says which is which', async () => {
    const report = await imported(LONG);
    expect(outcomes(report)).toEqual([
      [2, 'added', null],
      [3, 'added', null],
      [4, 'skipped', 'duplicateRow'],
      [5, 'held', 'contradictoryRows'],
      [6, 'held', 'contradictoryRows'],
      [7, 'held', 'ambiguousUnit'],
      [8, 'held', 'invalidMonth'],
      [9, 'held', 'unknownKind'],
      [10, 'held', 'invalidCount'],
      [11, 'unchanged', null],
      [12, 'skipped', 'summaryRow'],
    ]);
    expect(report.declared).toEqual([{ line: 12, kind: null, stated: 99, counted: 17 }]);
  });

  it('is settled row by row', async () => {
    const decisions = [
      { line: 5, skip: true as const },
      { line: 7, unit: units.县司法局办公室! },
      { line: 8, month: '2021-03' },
      { line: 99, skip: true as const },
      { line: 12, skip: true as const },
    ];
    const texts = [
      { field: 'kind' as const, text: '座谈会', means: 'activities' },
      { field: 'count' as const, text: '3.5', means: 'blank' },
    ];
    const report = await imported(LONG, { decisions, texts });
    expect(report).toMatchObject({ held: 0, added: 6, skipped: 3 });
    expect(report.unusedDecisions).toEqual([
      { line: 99, why: 'unknownLine' },
      { line: 12, why: 'notNeeded' },
    ]);
  });
});

describe('a month saved as .xlsx', () => {
  it('comes home as it stands, whatever stands there; one cell changed in it is one cell changed here', async () => {
    const cell = fc.record({
      unit: fc.constantFrom('县法院', '县公安局', '县司法局', '县公安局办公室', '县司法局办公室'),
      kind: fc.constantFrom(...COUNTER_KINDS),
      count: fc.nat(1000),
    });
    const cells = fc.uniqueArray(cell, {
      minLength: 1,
      maxLength: 12,
      selector: ({ unit, kind }) => `${unit} ${kind}`,
    });
    const month = '2021-02';
    await fc.assert(
      fc.asyncProperty(cells, async (said) => {
        const { units: standing } = await api().counters({ month });
        await api().setCounters({
          month,
          cells: said.map(({ unit, kind, count }) => {
            const row = standing.find((one) => one.unit === units[unit])!;
            return { unit: row.unit, kind, count, rev: row.cells[kind].rev };
          }),
        });
        const file = await api().exportCounters({ month });
        const home = await api().importCounters(file);
        expect(home).toMatchObject({ month, read: 6, unchanged: 5, skipped: 1, declared: [] });

        const [first] = said;
        const { units: now } = await api().counters({ month });
        const row = now.find((one) => one.unit === units[first!.unit])!;
        const { rev } = row.cells[first!.kind];
        const count = first!.count + 1;
        await api().setCounters({ month, cells: [{ unit: row.unit, kind: first!.kind, count, rev }] });
        const back = await api().importCounters({ ...file, apply: true });
        expect(back).toMatchObject({ changed: 1, unchanged: 4, cells: { changed: 1, added: 0 } });
        expect(await countAt(month, row.unit, first!.kind)).toBe(first!.count);
      }),
      { numRuns: 4 },
    );
  });
});
