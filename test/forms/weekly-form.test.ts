import { afterAll, beforeAll, expect, it } from 'vitest';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { type LedgerDesk, openLedgerDesk } from '../registers/rectification/ledger-desk.ts';
import { filled, readTables, readWorkbook } from './written-forms.ts';

const [before, week] = [calendarDate('2021-03-29'), calendarDate('2021-04-05')];
let desk: LedgerDesk;
beforeAll(async () => {
  desk = await openLedgerDesk('530342', '2021-04-04');
  const clerk = desk.at('clerk');
  const posting = { unit: desk.bureau, status: 'onDuty', from: '2021-02-01' } as const;
  const { id: person } = await clerk.personnel.addPerson({ name: '沈一鸣', ...posting });
  const talk = (on: string, recordNumber: string) =>
    desk.at('clerk').supporting.addTalk({ person, on, by: '李书记', recordNumber });
  await talk('2021-04-01', '谈-1');
  await talk('2021-04-02', '谈-2');
  await desk.at('clerk').weeklyReports.freeze({ weekBeginsOn: before, after: 0 });
  desk.office.ports.setDate('2021-04-10');
  await talk('2021-04-07', '谈-3');
  await desk.issued();
  await desk.at('clerk').weeklyReports.freeze({ weekBeginsOn: week, after: 0 });
  await talk('2021-04-08', '谈-4');
  await desk.at('clerk').weeklyReports.freeze({ weekBeginsOn: week, after: 1, reason: '补录谈话' });
});
afterAll(() => desk.close());

const saved = async (as: 'xlsx' | 'docx', version?: number) =>
  await desk.at('clerk').forms.save({ asked: { form: 'weeklyReport', week, version }, as });

it('A weekly report is printed as it was frozen, next to the week before, in both kinds of file alike', async () => {
  const { fileName, content } = await saved('xlsx', 1);
  expect(fileName).toBe('周报-2021-04-05-office 530342-2021-04-10.xlsx');
  const [counts, figures, categories] = await readWorkbook(content);
  const rows = counts!.rows.map(filled);
  expect(rows).toContainEqual(['谈话次数', 1, 2, -1, 3]);
  expect(rows).toContainEqual(['下达问题数', 1, 0, 1, 1]);
  expect(figures!.rows.map(filled)).toContainEqual(['谈话覆盖率', '100.0%', '1/1', '100.0%']);
  expect(categories!.rows.map(filled)).toContainEqual(['有案不立、压案不查、有罪不究', 1, 1, 0, 0]);
  const tables = await readTables((await saved('docx', 1)).content);
  expect(tables.flat()).toContainEqual(['谈话次数', '1', '2', '-1', '3']);
});

it('A later version says why it was made and which numbers it corrects', async () => {
  const { fileName } = await saved('docx');
  expect(fileName).toContain('2021-04-05-第2版');
  const { parts } = await desk.at('clerk').forms.preview({ asked: { form: 'weeklyReport', week } });
  expect(parts.at(-1)).toMatchObject({
    title: '更正',
    lines: ['原因：补录谈话', '谈话次数（本周）：1更正为2', '谈话次数（累计）：3更正为4'],
  });
});

it('A week that was not frozen, or no Monday, is printed by nobody', async () => {
  const asked = (on: string, version?: number) =>
    desk.refused(() =>
      desk.at('clerk').forms.preview({ asked: { form: 'weeklyReport', week: calendarDate(on), version } }),
    );
  expect((await asked('2021-04-12')).code).toBe('weekly_not_frozen');
  expect((await asked('2021-04-05', 3)).code).toBe('weekly_not_frozen');
  expect((await asked('2021-04-06')).code).toBe('weekly_not_monday');
});
