import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerDigest } from '../../faults/register-digest.ts';
import { type LedgerDesk, openLedgerDesk } from './ledger-desk.ts';

let desk: LedgerDesk;
beforeAll(async () => {
  desk = await openLedgerDesk('530305');
});
afterAll(() => desk.close());

type Asked = Parameters<ReturnType<LedgerDesk['at']>['rectification']['importItems']>[0];

const HEADER = '序号,问题来源,类别,问题表现,整改措施,责任单位,责任领导,责任人,时限';
const CATEGORY = '有案不立、压案不查、有罪不究';

function ask(lines: readonly string[], more: Partial<Asked> = {}) {
  const content = Buffer.from(lines.join('\n')).toString('base64');
  return desk.at('clerk').rectification.importItems({ fileName: '问题清单.csv', content, ...more });
}

async function rehearsed(lines: readonly string[], more: Partial<Asked> = {}) {
  const before = desk.ledger().read(registerDigest);
  const report = await ask(lines, more);
  expect(desk.ledger().read(registerDigest)).toBe(before);
  const { read, added, changed, unchanged, held, skipped } = report;
  expect(added + changed + unchanged + held + skipped).toBe(read);
  expect(report.rows).toHaveLength(read);
  return report;
}

const outcomes = (rows: readonly { outcome: string; reason: string | null; field: string | null }[]) =>
  rows.map(({ outcome, reason, field }) => [outcome, reason, field].filter(Boolean).join(' '));

describe('a list of items', () => {
  const LINES = [
    '县教育整顿办问题整改台账,,,,,,,,',
    HEADER,
    `1,自查,${CATEGORY},接警登记不全,逐起补录,县公安局,李副局长,王所长,2021年5月20日`,
    '2,县级检查,,离任人员未建档,,城关派出所,,,2021.6.1',
    '3,征求意见,,窗口无人值守,,,,,',
    '合计,,,3件,,,,,',
    '填表人：周以宁,,,,,审核人：何书棠,,,',
  ];

  it('is rehearsed row by row with nothing changed, and applied as drafts in one step that can be undone', async () => {
    const report = await rehearsed(LINES);
    expect(report.header.line).toBe(2);
    expect(outcomes(report.rows)).toEqual([
      ...['added', 'added', 'added', 'skipped summaryRow', 'skipped signatureRow'],
    ]);
    const applied = await ask(LINES, { apply: true });
    expect(applied).toMatchObject({ read: 5, added: 3, skipped: 2, applied: true });
    const { items } = await desk.at('clerk').rectification.items({ state: 'draft' });
    expect(
      items.map(({ number, problem, unitName, dueOn, source }) => [number, problem, unitName, dueOn, source]),
    ).toEqual([
      [null, '接警登记不全', '县公安局', '2021-05-20', 'selfInspection'],
      [null, '离任人员未建档', '城关派出所', '2021-06-01', 'officeInspection'],
      [null, '窗口无人值守', null, null, 'consultation'],
    ]);
    expect(items[0]).toMatchObject({ leader: '李副局长', owner: '王所长', measures: '逐起补录' });
    const again = await rehearsed(LINES);
    expect(again).toMatchObject({ added: 0, held: 3 });
    expect(again.rows[0]).toMatchObject({ reason: 'possibleRepeat', candidates: [{ id: items[0]!.id }] });
    await desk.undoLast('clerk');
    expect((await desk.at('clerk').rectification.items({ state: 'draft' })).total).toBe(0);
  });

  it('may be pasted, and its columns told where no header is known', async () => {
    const pasted = ['甲\t乙\t丙', '接警登记不全\t自查\t44336', '离任人员未建档\t回头看\t'];
    const unknown = await rehearsed(pasted);
    expect(unknown).toMatchObject({ needsMapping: true, read: 0 });
    await expect(ask(pasted, { apply: true })).rejects.toThrow('sheet_no_header');
    const mapping = [
      { column: 0, field: 'problem' as const },
      { column: 1, field: 'source' as const },
      { column: 2, field: 'dueOn' as const },
    ];
    const known = await rehearsed(pasted, { mapping });
    expect(outcomes(known.rows)).toEqual(['added', 'added']);
    const headless = await rehearsed(pasted.slice(1), { mapping, headerLine: 0 });
    expect(headless.added).toBe(2);
  });

  it('holds what nobody can know until a person has said it, once for a text', async () => {
    const lines = [
      HEADER,
      '1,纪委转办,某种问题,甲类,,县公安局,,,',
      '2,纪委转办,,乙类,,公安局,,,',
      '3,,,丙类,,公安局,,,2021-13-01',
      '4,自查,,,,,,,',
      `5,自查,,${'长'.repeat(1001)},,,,,`,
      '6,自查,,登记��不全,,,,,',
      '7,自查,,丁类,,,,,3月5日',
      '8,自查,,戊类,,,,,2021-04-09',
    ];
    const report = await rehearsed(lines);
    expect(outcomes(report.rows)).toEqual([
      'held unknownSource source',
      'held unknownSource source',
      'held unknownUnit unit',
      'held missingField problem',
      'held fieldTooLong problem',
      'held unreadableText problem',
      'held invalidDate dueOn',
      'held dueBeforeToday dueOn',
    ]);
    expect(report.unknown).toEqual([
      { field: 'source', text: '纪委转办', rows: 2 },
      { field: 'unit', text: '公安局', rows: 1 },
    ]);
    const texts = [
      { field: 'source' as const, text: '纪委转办', means: 'higherSupervision' },
      { field: 'unit' as const, text: '公安局', means: desk.bureau },
      { field: 'category' as const, text: '某种问题', means: 'cases-not-handled' },
    ];
    const decisions = [
      { line: 4, source: 'selfInspection' as const, dueOn: '2021-05-01' },
      { line: 5, skip: true as const },
      { line: 8, dueOn: '2021-05-01' },
      { line: 9, dueOn: '2021-05-01' },
      { line: 99, skip: true as const },
    ];
    const told = await rehearsed(lines, { texts, decisions });
    expect(outcomes(told.rows).slice(0, 4)).toEqual(['added', 'added', 'added', 'skipped skippedByUser']);
    expect(outcomes(told.rows).slice(6)).toEqual(['added', 'added']);
    expect(told.unusedDecisions).toEqual([{ line: 99, why: 'unknownLine' }]);
    const defaults = { source: 'lookBack' as const, unit: desk.station };
    expect((await rehearsed(['问题,措施', '己类,整改'], { defaults })).added).toBe(1);
    expect((await rehearsed(['问题,措施', '己类,整改'])).rows[0]).toMatchObject({ reason: 'missingField' });
  });

  it('leads by its numbers to items of the ledger, of which it changes what may still change', async () => {
    const { id } = await desk.issued({ problem: '台账不全', unit: desk.bureau });
    const { number } = await desk.item(id);
    const line = (change: {
      problem?: string;
      owner?: string;
      measures?: string;
      due?: string;
      no?: string;
    }) =>
      `${change.no ?? number},县级检查,,${change.problem ?? ''},${change.measures ?? ''},,,${change.owner ?? ''},${change.due ?? ''}`;
    const ledger = async (...lines: string[]) =>
      (await rehearsed([HEADER.replace('序号', '编号'), ...lines])).rows;
    expect(outcomes(await ledger(line({})))).toEqual(['unchanged']);
    expect(outcomes(await ledger(line({ due: '2021-05-10' })))).toEqual(['unchanged']);
    expect(outcomes(await ledger(line({ no: `〔2021〕${number!.split('-')[1]}号` })))).toEqual(['unchanged']);
    expect(outcomes(await ledger(line({ problem: '另一个问题' })))).toEqual(['held fixedField problem']);
    expect(outcomes(await ledger(line({ due: '2021-06-10' })))).toEqual(['held fixedField dueOn']);
    expect(outcomes(await ledger(line({ no: '2021-999' })))).toEqual(['held unknownNumber number']);
    expect(outcomes(await ledger(line({ owner: '赵警官' }), line({ owner: '赵警官' })))).toEqual([
      ...['changed', 'skipped duplicateRow'],
    ]);
    expect(outcomes(await ledger(line({ owner: '赵警官' }), line({ owner: '钱警官' })))).toEqual([
      ...['changed', 'held possibleRepeat problem'],
    ]);
    const lines = [HEADER.replace('序号', '编号'), line({ owner: '赵警官' })];
    expect((await rehearsed(lines)).rows[0]!.changes).toEqual([
      { field: 'owner', before: '王所长', after: '赵警官' },
    ]);
    await ask(lines, { apply: true });
    expect((await desk.item(id)).owner).toBe('赵警官');
    const { events } = await desk.at('clerk').rectification.history({ id });
    expect(events[0]).toMatchObject({
      event: 'edit',
      changes: [{ field: 'owner', before: '王所长', after: '赵警官' }],
    });
    await desk.undoLast('clerk');
    expect((await desk.item(id)).owner).toBe('王所长');
  });

  it('holds who has left, and takes a name that the roster does not know as a text', async () => {
    const { personnel } = desk.at('clerk');
    const person = { name: '秦已调离', unit: desk.bureau, status: 'onDuty', from: '2021-02-01' } as const;
    const { id, rev } = await personnel.addPerson(person);
    const leave = { id, rev, unit: desk.bureau, status: 'transferredOut', from: '2021-04-01' } as const;
    await personnel.transfer(leave);
    const rows = (await rehearsed([HEADER, '1,自查,,庚类,,,,秦已调离,', '2,自查,,辛类,,,,某外单位人员,']))
      .rows;
    expect(outcomes(rows)).toEqual(['held personLeft owner', 'added']);
    const refused = await desk.refused(() => desk.draft({ owner: '秦已调离' }));
    expect(refused).toMatchObject({ code: 'person_left', fields: { name: '秦已调离', field: 'owner' } });
  });

  it('out of a workbook reads merged cells in every row that they cover, and dates that are dates', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('台账');
    sheet.addRow(['问题整改台账']);
    sheet.addRow(['问题来源', '问题表现', '责任单位', '整改时限']);
    sheet.addRow(['自查', '甲问题', '县公安局', new Date(Date.UTC(2021, 4, 20))]);
    sheet.addRow([null, '乙问题', null, null]);
    sheet.mergeCells('A3:A4');
    sheet.mergeCells('C3:C4');
    const content = Buffer.from(await book.xlsx.writeBuffer()).toString('base64');
    const asked = { fileName: '台账.xlsx', content, apply: true };
    expect(await desk.at('clerk').rectification.importItems(asked)).toMatchObject({ added: 2, held: 0 });
    const { items } = await desk.at('clerk').rectification.items({ state: 'draft', search: '问题' });
    expect(items.map(({ problem, source, unitName, dueOn }) => [problem, source, unitName, dueOn])).toEqual([
      ['甲问题', 'selfInspection', '县公安局', '2021-05-20'],
      ['乙问题', 'selfInspection', '县公安局', null],
    ]);
  });
});
