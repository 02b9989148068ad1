import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormAsked, FormDocument, FormTable } from '../../shared/contract/forms.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { codeOf } from '../exchange/forge.ts';
import { type ItemCounty, itemCounty, LONG, TODAY } from './item-county.ts';
import { filled, partOf, readTables, readWorkbook } from './written-forms.ts';

let county: ItemCounty;
beforeAll(async () => {
  county = await itemCounty();
});
afterAll(() => county.close());

type Ledger = Partial<Extract<FormAsked, { form: 'rectificationLedger' }>>;
const ledgerAsked = (more: Ledger = {}): FormAsked => ({
  ...{ form: 'rectificationLedger', state: 'all', grouped: false },
  ...more,
});
const preview = async (asked: FormAsked): Promise<FormDocument> =>
  await county.client.forms.preview({ asked });
const tableOf = (document: FormDocument): FormTable => document.parts.find((part) => part.kind === 'table')!;
const rowsOf = async (more: Ledger = {}) =>
  tableOf(await preview(ledgerAsked(more))).rows.map(({ cells }) => cells.map(({ value }) => value));
/** Rows that begin an item. */
const itemsOf = async (more: Ledger = {}) =>
  (await rowsOf(more)).filter(([number]) => /^2021-\d+$/.test(String(number)));
const lettersOf = (document: FormDocument) =>
  document.parts.flatMap((part) => (part.kind === 'paragraph' ? [part.text] : []));
const everyForm = (): FormAsked[] => [
  ledgerAsked(),
  ledgerAsked({ grouped: true }),
  { form: 'closureApplication', item: county.items.atGroup },
  { form: 'supervisionNotice', item: county.items.overdue },
  { form: 'reworkNotice', item: county.items.returned },
  { form: 'reworkNotice', session: county.session },
];

describe('The printed ledger', () => {
  it('tells every issued item by its number, as the register has it', async () => {
    const { items } = await county.client.rectification.items({ limit: 500 });
    const numbered = items.filter(({ number }) => number !== null);
    const printed = await itemsOf();
    expect(printed.map((row) => row[0])).toEqual(numbered.map(({ number }) => number));
    expect(printed.map((row) => [row[5], row[6], row[7], row[11]])).toEqual(
      numbered.map(({ unitName, leader, owner, evidenceNumber }) => [
        unitName,
        leader,
        owner,
        evidenceNumber,
      ]),
    );
  });

  it('shows the first date beside the extended one, how late it is, and the last progress', async () => {
    const [overdue] = await itemsOf();
    expect(overdue![8]).toBe('2021年\n5月10日\n延期（原\n2021年\n4月20日）');
    expect(overdue![9]).toBe('整改中（逾期10天）\n5月3日：=已谈');
    expect(overdue![12]).toBe('5月20日起督办');
    const { items } = await county.client.rectification.items({ view: 'overdue' });
    expect(items.map(({ number, daysLeft }) => [number, daysLeft])).toEqual([['2021-1', -10]]);
  });

  it('says in a remark why an item stands aside', async () => {
    const printed = await itemsOf();
    expect(printed.slice(4).map((row) => [row[9], row[12]])).toEqual([
      ['长期坚持', '长期坚持：纳入日常管理'],
      ['合并', '并入2021-1'],
      ['作废', '作废：重复录入'],
    ]);
    expect(printed[3]![9]).toBe('整改中\n退回1次');
    expect([printed[2]![9], printed[2]![10]]).toEqual(['已销号', '2021年\n5月6日']);
  });

  it('is of its day: what happened later has not happened', async () => {
    const asOf = calendarDate('2021-05-03');
    const states = (await itemsOf({ asOf })).map((row) => String(row[9]).split('\n')[0]);
    expect(states).toEqual(['整改中', '整改中', '县级审核', '县级审核', '整改中', '合并', '作废']);
    expect((await itemsOf({ asOf: calendarDate('2021-04-06') })).map((row) => row[0])).toEqual([
      ...['2021-1', '2021-2', '2021-3'],
    ]);
    const [before] = await itemsOf({ asOf: calendarDate('2021-04-18') });
    expect(before![8]).toBe('2021年\n4月20日');
  });

  it.each([
    ['a state', () => ({ state: 'longTerm' as const }), ['2021-5']],
    ['what is open', () => ({ state: 'open' as const }), ['2021-1', '2021-2', '2021-4']],
    ['a unit with those below it', () => ({ unit: county.units.bureau }), [1, 2, 4, 5, 6, 7]],
    ['a source', () => ({ source: 'consultation' as const }), ['2021-3']],
    ['a category', () => ({ category: 'business' }), []],
    [
      'days of issue',
      () => ({ from: calendarDate('2021-04-05'), until: calendarDate('2021-04-07') }),
      [3, 4],
    ],
  ])('can be narrowed to %s', async (_, narrowed, numbers) => {
    expect((await itemsOf(narrowed())).map((row) => row[0])).toEqual(
      numbers.map((one) => (typeof one === 'number' ? `2021-${one}` : one)),
    );
  });

  it('adds up by state, and says the rates of the figures', async () => {
    const document = await preview(ledgerAsked());
    expect((await rowsOf()).at(-1)).toEqual([
      '合计',
      '7 项＝整改中 2＋待市级复核 1＋已销号 1＋长期坚持 1＋合并 1＋作废 1；其中逾期 1 项',
    ]);
    const { figures } = await county.client.figures.asOf({ asOf: calendarDate(TODAY) });
    const told = JSON.stringify(document.parts.at(-1));
    const { rectificationCompletion: done, closureRate: closed } = figures;
    expect(told).toContain(`整改完成率${done!.text}（${done!.numerator}/${done!.denominator}）`);
    expect(told).toContain(`销号率${closed!.text}（${closed!.numerator}/${closed!.denominator}）`);
    expect(JSON.stringify((await preview(ledgerAsked({ state: 'open' }))).parts)).not.toContain('整改完成率');
  });

  it('can stand by unit, each under its name', async () => {
    const groups = tableOf(await preview(ledgerAsked({ grouped: true }))).rows;
    expect(groups.filter(({ kind }) => kind === 'group').map(({ cells }) => cells[0]!.value)).toEqual([
      '=县公安局（5项）',
      '𠮷水派出所（1项）',
      '县法院（1项）',
    ]);
  });

  it('goes on in a row of its own where a text is longer than a page', async () => {
    const rows = await rowsOf();
    const first = rows.findIndex(([number]) => number === '2021-2');
    const after = rows.findIndex(([number]) => number === '2021-3');
    const pieces = rows.slice(first, after);
    expect(pieces.length).toBeGreaterThan(2);
    expect(new Set(pieces.slice(1).map(([number]) => number))).toEqual(new Set(['2021-2（续）']));
    expect(pieces.map((row) => row[3] ?? '').join('')).toBe(`=${LONG}`);
    expect(pieces.map((row) => row[4] ?? '').join('')).toBe(LONG);
  });
});

describe('An application for close-out', () => {
  it('tells the item and leaves three opinions to be signed', async () => {
    const document = await preview({ form: 'closureApplication', item: county.items.atGroup });
    expect([document.manner, document.orientation]).toEqual(['letter', 'portrait']);
    const values = tableOf(document).rows.flatMap(({ cells }) => cells.map(({ value }) => value));
    expect(values).toEqual(expect.arrayContaining(['2021-2', '上级督导', '佐-1', '2021年5月10日', '𠮷野']));
    expect(values.filter((value) => String(value).includes('签字'))).toHaveLength(3);
  });

  it('says where the office closes an item itself that nobody above reviews it', async () => {
    const document = await preview({ form: 'closureApplication', item: county.items.closed });
    const [name, text] = tableOf(document)
      .rows.at(-1)!
      .cells.map(({ value }) => value);
    expect([name, text]).toEqual(['市指导组\n意见', '本项来源为“征求意见”，不需市级复核。']);
  });

  it('is not made for what was never applied for', async () => {
    for (const name of ['draft', 'voided', 'longTerm', 'merged'] as const)
      expect(await codeOf(preview({ form: 'closureApplication', item: county.items[name] }))).toBe(
        'form_not_for_state',
      );
    expect(await codeOf(preview({ form: 'closureApplication', item: 'nobody' }))).toBe('not_found');
  });
});

describe('A supervision notice', () => {
  it('tells the unit where the item stands, why it is asked, and by when to answer', async () => {
    const document = await preview({ form: 'supervisionNotice', item: county.items.overdue });
    const [number, to, ...rest] = lettersOf(document);
    expect([number, to]).toEqual(['〔　　　　〕　　号', '𠮷水派出所：']);
    const text = rest.join('\n');
    expect(text).toContain('台账编号2021-1，来源：县级检查，类别：作风不过硬，责任领导：=李，责任人：𠮷野');
    expect(text).toContain('整改时限2021年5月10日（延期，原为2021年4月20日）');
    expect(text).toContain('截至2021年5月20日，该问题状态为整改中（逾期10天）。');
    expect(text).toContain('并于2021年5月28日前');
    expect(rest.slice(-3, -1)).toEqual(['云岭县教育整顿办', '2021年5月20日']);
  });

  it('says what it was told in place of what it would say', async () => {
    const told = { number: '云教整督〔2021〕3号', text: '=请立即整改。' };
    const texts = lettersOf(
      await preview({ form: 'supervisionNotice', item: county.items.overdue, ...told }),
    );
    expect(texts).toEqual(expect.arrayContaining(Object.values(told)));
    const dueOn = calendarDate('2021-06-03');
    const asked = { form: 'supervisionNotice', item: county.items.returned, dueOn } as const;
    expect(lettersOf(await preview(asked)).join()).toContain('并于2021年6月3日前');
  });

  it('is not written about what is closed or stands aside', async () => {
    for (const name of ['closed', 'longTerm', 'draft'] as const)
      expect(await codeOf(preview({ form: 'supervisionNotice', item: county.items[name] }))).toBe(
        'form_not_for_state',
      );
  });
});

describe('A notice of rework', () => {
  it('tells a unit why its item came back and by when it is due', async () => {
    const text = lettersOf(await preview({ form: 'reworkNotice', item: county.items.returned })).join('\n');
    expect(text).toContain('于2021年5月2日申请销号，经县级审核未通过，2021年5月4日退回返工。');
    expect(text).toContain('退回理由：=佐证不足。');
    expect(text).toContain('请于2021年6月10日前完成返工');
  });

  it('names those who owe a make-up of a session and are still there, a unit alone when asked', async () => {
    const document = await preview({ form: 'reworkNotice', session: county.session });
    const values = tableOf(document).rows.map(({ cells }) => cells.map(({ value }) => value));
    expect(values).toEqual([
      [1, '=甲', '=县公安局', '值班备勤：-值班', null],
      [2, '丙', '𠮷水派出所', '值班备勤：-值班', null],
    ]);
    const { rows } = await county.client.study.makeups({ session: county.session, state: 'pending' });
    expect(values.map((row) => row[1])).toEqual(rows.map(({ name }) => name));
    expect(lettersOf(document)[1]).toBe('各有关单位：');
    const only = { form: 'reworkNotice', session: county.session, unit: county.units.station } as const;
    const alone = await preview(only);
    expect(lettersOf(alone)[1]).toBe('𠮷水派出所：');
    expect(tableOf(alone).rows).toHaveLength(1);
  });

  it('is not written where nothing came back and nobody owes anything', async () => {
    expect(await codeOf(preview({ form: 'reworkNotice', item: county.items.overdue }))).toBe(
      'form_not_for_state',
    );
    const nobody = { form: 'reworkNotice', session: county.session, unit: county.units.court } as const;
    expect(await codeOf(preview(nobody))).toBe('form_not_for_state');
    expect(await codeOf(preview({ form: 'reworkNotice' }))).toBe('invalid_input');
  });
});

describe('What is written of items', () => {
  it('holds in .xlsx and .docx every value, text as text, and no formula', async () => {
    for (const asked of everyForm()) {
      const document = await preview(asked);
      const sheets = await readWorkbook((await county.client.forms.save({ asked, as: 'xlsx' })).content);
      const written = sheets.flatMap(({ rows }) => rows.map(filled));
      const tables = (
        await readTables((await county.client.forms.save({ asked, as: 'docx' })).content)
      ).flat();
      for (const part of document.parts)
        if (part.kind === 'table')
          for (const cells of [...part.head, ...part.rows].map((row) =>
            row.cells.map(({ value }) => value),
          )) {
            if (filled(cells).length > 0) expect(written).toContainEqual(filled(cells));
            expect(tables).toContainEqual(cells.map((value) => String(value ?? '')));
          }
      for (const { sheet } of sheets)
        sheet.eachRow((row) => {
          expect(row.height).toBeLessThan(409);
          row.eachCell((cell) => expect(cell.formula).toBeUndefined());
        });
    }
  });

  it('ends a page of .xlsx before a group’s name rather than behind it', async () => {
    const asked = ledgerAsked({ grouped: true });
    const groups = tableOf(await preview(asked)).rows.filter(({ kind }) => kind === 'group');
    const names = groups.map(({ cells }) => cells[0]!.value);
    const { content } = await county.client.forms.save({ asked, as: 'xlsx' });
    const [read] = await readWorkbook(content);
    const xml = await partOf(content, 'xl/worksheets/sheet1.xml');
    const [, listed = ''] = /<rowBreaks[^>]*>(.*?)<\/rowBreaks>/.exec(xml) ?? [];
    const breaks = [...listed.matchAll(/id="(\d+)"/g)].map(([, row]) => Number(row));
    expect(breaks.length).toBeGreaterThan(0);
    expect(breaks.filter((row) => names.includes(read!.rows[row - 1]![0]!))).toEqual([]);
  });

  it('has a name that tells one item or session from another', async () => {
    const nameOf = async (asked: FormAsked) =>
      (await county.client.forms.save({ asked, as: 'docx' })).fileName;
    expect(await Promise.all(everyForm().slice(2).map(nameOf))).toEqual([
      '销号申请审批表-2021-2-云岭县教育整顿办-2021-05-20.docx',
      '督办单-2021-1-云岭县教育整顿办-2021-05-20.docx',
      '返工（补课）通知单-2021-4-云岭县教育整顿办-2021-05-20.docx',
      '返工（补课）通知单-2021-05-12 =党课-云岭县教育整顿办-2021-05-20.docx',
    ]);
  });
});
