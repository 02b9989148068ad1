import { describe, expect, it } from 'vitest';
import { day, openInspectionDesk } from './inspection-desk.ts';

type Desk = Awaited<ReturnType<typeof openInspectionDesk>>;
type Decisions = NonNullable<
  Parameters<Awaited<ReturnType<Desk['as']>>['selfInspection']['importFilings']>[0]['decisions']
>;

const HEADER = '姓名,单位,填报日期,有无问题,原件编号,类别,摘要';

async function imported(desk: Desk, lines: readonly string[], apply = false, decisions: Decisions = []) {
  const clerk = await desk.as('clerk');
  const content = Buffer.from(['第一轮自查填报一览,,,,,,', HEADER, ...lines].join('\n')).toString('base64');
  const asked = { round: desk.round, fileName: '填报.csv', content, apply, decisions };
  const report = await clerk.selfInspection.importFilings(asked);
  const { read, added, changed, unchanged, held, skipped } = report;
  expect(added + changed + unchanged + held + skipped).toBe(read);
  return report;
}

const told = ({ rows }: Awaited<ReturnType<typeof imported>>) =>
  rows.map(({ line, outcome, reason, code }) => [line, outcome, reason ?? code]);

describe('a list of filings', () => {
  it('is rehearsed without a trace, goes in as one step, is undone as one, and goes in again', async () => {
    const desk = await openInspectionDesk();
    const lines = [
      '甲1,县公安局,2021-04-20,无问题,自查-001,,',
      '甲2,公安局,2021年4月21日,有,自查-002,违规参股借贷,金丝雀摘要一',
      '甲2,公安局,2021年4月21日,有,自查-002,shares-and-loans,金丝雀摘要二',
      '合计,,,3,,,',
    ];
    const { rev } = await (await desk.as('clerk')).office.identity();
    const before = desk.digest();
    const rehearsed = await imported(desk, lines);
    expect(desk.digest()).toBe(before);
    expect(rehearsed).toMatchObject({ read: 4, added: 3, skipped: 1, filings: 2, applied: false });
    const applied = await imported(desk, lines, true);
    expect({ ...applied, applied: false }).toEqual(rehearsed);
    const clerk = await desk.as('clerk');
    expect((await clerk.office.identity()).rev).toBe(rev + 1);
    const { filings } = await clerk.selfInspection.filings({ round: desk.round });
    expect(filings.map(({ state, filedOn, declared, items }) => [state, filedOn, declared, items])).toEqual([
      ['filed', '2021-04-20', 'noProblem', 0],
      ['filed', '2021-04-21', 'hasProblem', 2],
      ['due', null, null, 0],
    ]);
    const { itemList } = await clerk.selfInspection.filing({ id: filings[1]!.id! });
    expect(itemList.map(({ summary }) => summary)).toEqual(['金丝雀摘要一', '金丝雀摘要二']);

    const { step } = await clerk.office.lastStep();
    await clerk.office.undo({ step: step! });
    expect((await clerk.selfInspection.filings({ round: desk.round, state: 'due' })).total).toBe(3);
    expect(await imported(desk, lines, true)).toMatchObject({ added: 3, filings: 2, applied: true });
    expect(await clerk.selfInspection.filing({ id: filings[1]!.id! })).toMatchObject({
      items: 2,
      state: 'filed',
    });
    expect((await clerk.selfInspection.filing({ id: filings[1]!.id! })).moves).toHaveLength(1);
    desk.close();
    expect((await desk.bytes()).includes('金丝雀摘要')).toBe(false);
  });

  it('brought again changes nothing, and never changes a filing that is there', async () => {
    const desk = await openInspectionDesk();
    await imported(desk, ['甲1,,2021-04-20,无,自查-001,,'], true);
    await desk.as('clerk');
    const before = desk.digest();
    const again = await imported(
      desk,
      ['甲1,,2021-04-20,无,自查-001,,', '甲2,,,,,,', '甲3,,2021-04-20,无,自查-001,,'],
      true,
    );
    expect(told(again)).toEqual([
      [3, 'unchanged', null],
      [4, 'unchanged', null],
      [5, 'held', 'paper_number_taken'],
    ]);
    expect(told(await imported(desk, ['甲1,,2021-04-21,无,,,']))).toEqual([[3, 'held', 'filing_exists']]);
    expect(desk.digest()).toBe(before);
  });

  it('holds every row that is in doubt, with its reason, and lets the others in', async () => {
    const desk = await openInspectionDesk(9);
    const report = await imported(desk, [
      '谁也不是,,2021-04-20,无,,,',
      '甲1,县法院,2021-04-20,也许,,,',
      '甲2,,4月20日,无,,,',
      '甲3,,2021-04-20,有,,,',
      '甲4,,2021-04-20,无,,违规参股借贷,',
      '甲5,,2021-04-20,有,,没有的类别,',
      '甲6,,2021-05-02,无,,,',
      '甲7,,2021-04-20,无,,,',
      '甲7,,2021-04-21,无,,,',
      '甲8,,2021-04-20,,,违规参股借贷,',
      '甲8,,2021-04-20,,,违规参股借贷,',
      `甲9,,2021-04-20,有,,违规参股借贷,${'字'.repeat(201)}`,
      ',,2021-04-20,无,,,',
    ]);
    expect(told(report)).toEqual([
      [3, 'held', 'notExpected'],
      [4, 'held', 'unmappedMark'],
      [5, 'held', 'invalidDate'],
      [6, 'held', 'missingField'],
      [7, 'held', 'contradictoryCells'],
      [8, 'held', 'category_unknown'],
      [9, 'held', 'filing_day_wrong'],
      [10, 'held', 'contradictoryRows'],
      [11, 'held', 'contradictoryRows'],
      [12, 'added', null],
      [13, 'skipped', 'duplicateRow'],
      [14, 'held', 'fieldTooLong'],
      [15, 'held', 'missingField'],
    ]);
  });

  it('takes what a person decides about a held row', async () => {
    const desk = await openInspectionDesk();
    const lines = ['甲一,,2021-04-20,也许,,,', '甲2,,4月20日,无,,,', '甲3,,2021-04-20,有,,没有的类别,'];
    const decisions: Decisions = [
      { line: 3, person: desk.people[0]!, declared: 'noProblem' },
      { line: 4, filedOn: day('2021-04-20') },
      { line: 5, category: 'shares-and-loans' },
      { line: 9, skip: true },
      { line: 3, skip: true },
    ];
    const report = await imported(desk, lines, true, decisions);
    expect(report).toMatchObject({ added: 3, held: 0, applied: true });
    expect(report.unusedDecisions).toEqual([
      { line: 9, why: 'unknownLine' },
      { line: 3, why: 'notNeeded' },
    ]);
  });

  it('lets anybody of the roster be picked for a row that names nobody, and tells whom it means', async () => {
    const desk = await openInspectionDesk(2);
    const { personnel } = await desk.as('clerk');
    const retired = { name: '乙1', unit: desk.unit, status: 'retired', from: day('2021-01-01') } as const;
    const gone = await personnel.addPerson(retired);
    const lines = ['?强,,2021-04-20,无,,,', ',,2021-04-20,无,,,', '谁也不是,,2021-04-20,无,,,'];
    const picked = [...desk.people, gone.id].map((person, at) => ({ line: 3 + at, person }));
    const report = await imported(desk, lines, true, picked);
    expect(told(report)).toEqual([
      [3, 'added', null],
      [4, 'added', null],
      [5, 'held', 'filing_not_expected'],
    ]);
    expect(report.unusedDecisions).toEqual([]);
    expect(report.rows.map(({ whom }) => whom?.name)).toEqual(['甲1', '甲2', '乙1']);
    const unknown = await imported(desk, lines, false, [{ line: 5, person: 'nobody' }]);
    expect(unknown.unusedDecisions).toEqual([{ line: 5, why: 'impossible' }]);
    expect(unknown.rows[2]).toMatchObject({ outcome: 'held', reason: 'notExpected', whom: null });
  });
});

it('a form that was entered by mistake is undone and entered anew', async () => {
  const desk = await openInspectionDesk(1);
  const first = await desk.file(desk.people[0]!, '写错了的摘要');
  const clerk = await desk.as('clerk');
  await clerk.office.undo({ step: first.rev });
  expect((await clerk.selfInspection.filings({ round: desk.round })).filings[0]!.state).toBe('due');
  const again = await desk.file(desk.people[0]!);
  expect(again.id).toBe(first.id);
  expect(await clerk.selfInspection.filing({ id: again.id })).toMatchObject({
    declared: 'noProblem',
    itemList: [],
  });
});

it('only a clerk imports', async () => {
  const desk = await openInspectionDesk(1);
  const asked = { round: desk.round, fileName: 'a.csv', content: '' };
  expect(await desk.refused('reviewer', (client) => client.selfInspection.importFilings(asked))).toBe(
    'not_allowed',
  );
});
