import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Given } from '../../../shared/contract/base.ts';
import type { supporting } from '../../../shared/contract/supporting.ts';
import { openUndoDesk, type UndoDesk } from '../undo-desk.ts';

let desk: UndoDesk;
beforeAll(async () => {
  desk = await openUndoDesk('530308');
  desk.office.ports.setDate('2021-06-20');
  await desk.at('clerk').personnel.createUnit({ name: '县法院' });
  await desk.at('clerk').supporting.addInstitution({
    kind: 'created',
    title: '案件评查办法',
    documentNumber: '云政法〔2021〕5号',
    on: '2021-06-01',
  });
});
afterAll(() => desk.close());

const api = () => desk.at('clerk').supporting;
const imported = async (text: string, asked: Partial<Given<typeof supporting.importInstitutions>> = {}) => {
  const content = Buffer.from(text).toString('base64');
  const report = await api().importInstitutions({ fileName: 'list.csv', content, ...asked });
  const { read, added, changed, unchanged, held, skipped } = report;
  expect(added + changed + unchanged + held + skipped).toBe(read);
  return report;
};

const LIST = `制度清单,,,,,
序号,类型,制度名称,文号,印发日期,责任单位
1,新建,案件　评查办法,云政法〔2021〕5号,2021年6月1日,
2,修订,案件评查办法,云政法〔2021〕9号,2021.6.10,县法院
3,新建,值班规定,,２０２１年３月５日,县法院
4,新建,值班规定,,2021-03-05,县法院
5,,请销假制度,,2021-03-05,
6,试行,会议制度,,2021-03-05,
7,废止,旧办法,,3月5日,
8,废止,旧规定,,2021-06-21,
9,新建,联络办法,,2021-03-06,县检察院
合计,9项,,,,
填表人：李某,,,,,`;

it('a list of institutions is rehearsed row by row, and applied as one step', async () => {
  const report = await imported(LIST);
  expect(report.rows.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
    'unchanged',
    'added',
    'added',
    'duplicateRow',
    'missingField',
    'unknownKind',
    'invalidDate',
    'dayAhead',
    'unknownUnit',
    'summaryRow',
    'signatureRow',
  ]);
  const moved = await imported(LIST.replace('2021年6月1日', '2021年6月2日'));
  expect(moved.rows[0]!.changes).toEqual([{ field: 'on', before: '2021-06-01', after: '2021-06-02' }]);
  const texts = [
    { field: 'kind' as const, text: '', means: 'created' },
    { field: 'kind' as const, text: '试行', means: 'created' },
  ];
  const before = desk.dump();
  expect(await imported(LIST, { texts, apply: true })).toMatchObject({ added: 4, changed: 0, held: 3 });
  expect((await api().institutions({})).counts).toEqual({ created: 4, revised: 1, abolished: 0 });
  expect(await imported(LIST, { texts })).toMatchObject({ added: 0, changed: 0, unchanged: 5 });
  await desk.undoLast('clerk');
  expect(desk.dump()).toBe(before);
});
