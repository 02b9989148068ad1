import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormAsked, FormDocument, FormTable } from '../../shared/contract/forms.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { codeOf } from '../exchange/forge.ts';
import { type SoleOffice, soleOffice, trustEachOther } from '../exchange/sole-office.ts';
import { lastingScratch } from '../support/scratch.ts';
import { type ItemCounty, itemCounty, TODAY } from './item-county.ts';
import { filled, readTables, readWorkbook } from './written-forms.ts';

const scratch = lastingScratch();
let county: ItemCounty;
let group: SoleOffice;
let countyId: string;
beforeAll(async () => {
  county = await itemCounty();
  group = await soleOffice(scratch.folder, '530100', { role: 'group', today: TODAY });
  await trustEachOther({ ...group, client: county.client }, group);
  const { fileName, content } = await county.client.exchange.exportBundle({});
  await group.client.exchange.importBundles({ files: [{ fileName, content }], apply: true });
  countyId = (await group.client.exchange.parties())[0]!.officeId;
});
afterAll(() => {
  county.close();
  group.lock();
  scratch.remove();
});

type Asked = Partial<Extract<FormAsked, { form: 'selfInspectionSummary' }>>;
const asked = (more: Asked = {}): FormAsked => ({ form: 'selfInspectionSummary', named: false, ...more });
const preview = async (more: Asked = {}): Promise<FormDocument> =>
  await county.client.forms.preview({ asked: asked(more) });
const tablesOf = (document: FormDocument): FormTable[] =>
  document.parts.filter((part) => part.kind === 'table');
const valuesOf = (table: FormTable) => table.rows.map(({ cells }) => cells.map(({ value }) => value));
const sumOf = async (more: Asked = {}) => valuesOf(tablesOf(await preview(more))[0]!).at(-1);

describe('A summary of a self-inspection round', () => {
  it('counts by unit whom the definition counts, and agrees with coverage and figure', async () => {
    expect(valuesOf(tablesOf(await preview())[0]!)).toEqual([
      [1, '=县公安局', 2, 2, '100.0%', '2/2', 1, 2, 1],
      [2, '𠮷水派出所', 1, 0, '0.0%', '0/1', 0, 0, 0],
      [3, '县法院', 1, 0, '0.0%', '0/1', 0, 0, 0],
      ['合计', 4, 2, '50.0%', '2/4', 1, 2, 1],
    ]);
    const { figure, units } = await county.client.selfInspection.coverage({ round: county.round });
    expect(figure).toMatchObject({ numerator: 2, denominator: 4, text: '50.0%' });
    expect(units.map(({ figure: one }) => `${one.numerator}/${one.denominator}`)).toEqual([
      '2/2',
      '0/1',
      '0/1',
    ]);
    const { figures } = await county.client.figures.asOf({ asOf: calendarDate(TODAY) });
    expect(figures.selfInspectionCoverage).toEqual(figure);
  });

  it('is of its day: filed by it, among those of it, disposed of by it', async () => {
    const asOf = calendarDate('2021-05-10');
    expect(await sumOf({ asOf })).toEqual(['合计', 5, 3, '60.0%', '3/5', 1, 2, 0]);
    const { figures } = await county.client.figures.asOf({ asOf });
    expect(figures.selfInspectionCoverage).toMatchObject({ numerator: 3, denominator: 5 });
    expect(await sumOf({ asOf: calendarDate('2021-05-07') })).toEqual([
      '合计',
      5,
      1,
      '20.0%',
      '1/5',
      1,
      2,
      0,
    ]);
    expect(await sumOf({ asOf: calendarDate('2021-03-01') })).toEqual(['合计', 0, 0, '—', '0/0', 0, 0, 0]);
  });

  it('says who is missing and who filed without being counted', async () => {
    const told = JSON.stringify((await preview()).parts);
    expect(told).toContain('未填2人，其中退回补充1人。');
    expect(told).toContain('另有1人已填报');
  });

  it('has a list of names only when asked, and never what was declared', async () => {
    expect(tablesOf(await preview())).toHaveLength(1);
    const document = await preview({ named: true });
    expect(valuesOf(tablesOf(document)[1]!)).toEqual([
      [1, '=甲', '=县公安局', '已审核', '2021年5月6日', '有问题', '=7'],
      [2, '𠮷乙', '=县公安局', '已填报', '2021年5月8日', '无问题', '8'],
      [3, '丙', '𠮷水派出所', '退回补充', '2021年5月9日', '有问题', '9'],
      [4, '丁', '县法院', '待填报', null, null, null],
    ]);
    expect(JSON.stringify(document)).not.toContain('摘要');
  });

  it('is written whole, text as text', async () => {
    const document = await preview({ named: true });
    const save = async (as: 'xlsx' | 'docx') =>
      await county.client.forms.save({ asked: asked({ named: true }), as });
    const { fileName, content } = await save('xlsx');
    expect(fileName).toBe('自查填报统计表-查纠整改环节自查自纠-含名单-云岭县教育整顿办-2021-05-20.xlsx');
    const written = (await readWorkbook(content)).flatMap(({ rows }) => rows.map(filled));
    const cells = (await readTables((await save('docx')).content)).flat();
    for (const row of tablesOf(document).flatMap(valuesOf)) {
      expect(written).toContainEqual(filled(row));
      expect(cells).toContainEqual(row.map((value) => String(value ?? '')));
    }
  });
});

describe('At a guidance group', () => {
  const atGroup = async (form: FormAsked) => await group.client.forms.preview({ asked: form });

  it('the same numbers stand, without items, which do not travel, and without names', async () => {
    const document = await atGroup(asked({ office: countyId }));
    expect(valuesOf(tablesOf(document)[0]!).at(-1)).toEqual(['合计', 4, 2, '50.0%', '2/4', 1, '—', '—']);
    expect(document.block[0]!.value).toBe('云岭县教育整顿办');
    expect(document.origin).toContain('市指导组');
    for (const office of [countyId, undefined])
      expect(await codeOf(atGroup(asked({ named: true, ...(office && { office }) })))).toBe(
        'form_names_stay',
      );
  });

  it('the ledger of a county is the county’s, and letters go to the county’s office', async () => {
    const ledger = { form: 'rectificationLedger', state: 'all', grouped: false } as const;
    const here = await atGroup({ ...ledger, office: countyId });
    const there = await county.client.forms.preview({ asked: ledger });
    const columns = (document: FormDocument) =>
      valuesOf(tablesOf(document)[0]!).map((row) => row.slice(0, 9).filter((_, at) => at !== 2));
    expect(columns(here)).toEqual(columns(there));
    const letter = await atGroup({ form: 'supervisionNotice', item: county.items.overdue });
    const texts = letter.parts.flatMap((part) => (part.kind === 'paragraph' ? [part.text] : []));
    expect(texts[1]).toBe('云岭县教育整顿办：');
    expect(texts).toContain('office 530100');
  });

  it('a rework that the group has ordered is written down before the county knows of it', async () => {
    const item = county.items.atGroup;
    const said = { kind: 'returnForRework', subject: item, reason: '佐证不足' } as const;
    expect(await codeOf(atGroup({ form: 'reworkNotice', item }))).toBe('form_not_for_state');
    const dueOn = calendarDate('2021-06-20');
    await group.client.exchange.draftFeedback({ office: countyId, ...said, dueOn });
    const { parts } = await atGroup({ form: 'reworkNotice', item });
    const text = JSON.stringify(parts);
    expect(text).toContain('经市级复核未通过，2021年5月20日退回返工');
    expect(text).toContain('请于2021年6月20日前完成返工');
  });

  it('who owes a make-up is counted by unit, and nobody is named', async () => {
    const document = await atGroup({ form: 'reworkNotice', session: county.session });
    expect(valuesOf(tablesOf(document)[0]!)).toEqual([
      [1, '=县公安局', 1],
      [2, '𠮷水派出所', 1],
    ]);
    expect(JSON.stringify(document)).not.toContain('甲');
  });
});
