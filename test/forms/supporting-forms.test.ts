import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormAsked } from '../../shared/contract/forms.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { openUndoDesk, type UndoDesk } from '../registers/undo-desk.ts';
import { filled, readTables, readWorkbook } from './written-forms.ts';

let desk: UndoDesk;
beforeAll(async () => {
  desk = await openUndoDesk('530309');
  desk.office.ports.setDate('2021-06-20');
  const { personnel, supporting } = desk.at('clerk');
  const { id: unit } = await personnel.createUnit({ name: '县法院' });
  const made = [
    { kind: 'created', title: '=案件评查办法', documentNumber: '云政法〔2021〕5号', on: '2021-06-01', unit },
    { kind: 'revised', title: '值班规定', documentNumber: null, on: '2021-03-05', unit: null },
    { kind: 'created', title: '联络办法', documentNumber: null, on: '2021-06-20', unit: null },
  ] as const;
  for (const one of made) await supporting.addInstitution({ ...one, on: calendarDate(one.on) });
});
afterAll(() => desk.close());

type Asked = Partial<Extract<FormAsked, { form: 'institutionList' }>>;
const asked = (more: Asked = {}): FormAsked => ({ form: 'institutionList', ...more });
const forms = () => desk.at('clerk').forms;
const rowsOf = async (more: Asked = {}) => {
  const { parts } = await forms().preview({ asked: asked(more) });
  const table = parts.find((part) => part.kind === 'table')!;
  return table.rows.map(({ cells }) => cells.map(({ value }) => value));
};

describe('The list of institutions', () => {
  it('has what was made by the day, the earliest first, and its sum as the identity', async () => {
    expect(await rowsOf()).toEqual([
      [1, '修订', '值班规定', null, '2021年3月5日', null],
      [2, '新建', '=案件评查办法', '云政法〔2021〕5号', '2021年6月1日', '县法院'],
      [3, '新建', '联络办法', null, '2021年6月20日', null],
      ['合计', '3 项＝新建 2＋修订 1'],
    ]);
    const asOf = calendarDate('2021-06-19');
    expect((await rowsOf({ asOf })).at(-1)).toEqual(['合计', '2 项＝新建 1＋修订 1']);
    expect((await rowsOf({ asOf, until: calendarDate('2021-07-01') })).at(-1)).toEqual(
      (await rowsOf({ asOf })).at(-1),
    );
    expect((await rowsOf({ kind: 'revised' })).at(-1)).toEqual(['合计', '1 项＝修订 1']);
    expect((await rowsOf({ kind: 'abolished' })).at(-1)).toEqual(['合计', '0 项']);
  });

  it('is in .xlsx and .docx what it is on the screen', async () => {
    const xlsx = await forms().save({ asked: asked(), as: 'xlsx' });
    expect(xlsx.fileName).toBe('制度清单-office 530309-2021-06-20.xlsx');
    const [sheet] = await readWorkbook(xlsx.content);
    const words = JSON.stringify(sheet!.rows);
    for (const said of ['=案件评查办法', '云政法〔2021〕5号', '2021年6月1日', '3 项＝新建 2＋修订 1'])
      expect(words).toContain(said);
    const docx = await forms().save({ asked: asked(), as: 'docx' });
    const tables = await readTables(docx.content);
    expect(tables.flat().map(filled)).toContainEqual([
      ...['2', '新建', '=案件评查办法', '云政法〔2021〕5号', '2021年6月1日', '县法院'],
    ]);
  });

  it('comes home as it stands through the import of institutions', async () => {
    const { fileName, content } = await forms().save({ asked: asked(), as: 'xlsx' });
    const report = await desk.at('clerk').supporting.importInstitutions({ fileName, content });
    expect(report).toMatchObject({ added: 0, changed: 0, unchanged: 3, held: 0 });
    expect(report.read).toBe(3 + report.skipped);
  });
});
