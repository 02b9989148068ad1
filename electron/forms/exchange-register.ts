import type { FormDocument, FormRow, FormTable } from '../../shared/contract/forms.ts';
import { cell, headRow, label, plain, sumRow } from './cells.ts';
import { DEFINITIONS } from './definitions.ts';
import { formDocument, formTable, notes, type Printing } from './form-document.ts';
import { bundleKindWords } from './form-words.ts';
import { printedDate, printedSpan } from './printed-dates.ts';

/** A bundle that was sealed, and how far it has come; days are those of the office's desk. */
export interface PrintedExchange {
  readonly sequence: number;
  readonly epoch: number;
  readonly kind: string;
  readonly full: boolean;
  readonly recipient: string;
  readonly fileName: string | null;
  readonly bytes: number | null;
  /** SHA-256 of the file, hex. */
  readonly hash: string;
  readonly medium: string | null;
  readonly sealedOn: string;
  readonly sealedBy: string | null;
  readonly writtenOn: string | null;
  readonly deliveredOn: string | null;
  /** Of the paper that came back; null as long as it has not. */
  readonly receipt: string | null;
  readonly acknowledgedOn: string | null;
  /** Why it carries names; null: it does not. */
  readonly namesReason: string | null;
}

/** What was asked for: a span of days, or one number. */
export interface ExchangeRange {
  readonly from: string | null;
  readonly until: string | null;
  readonly single: boolean;
}

/** mm; 267 together. */
const COLUMNS = [
  [9, 'center'],
  [19, 'center'],
  [11, 'center'],
  [18, 'center'],
  [33, 'left'],
  [43, 'left'],
  [37, 'left'],
  [20, 'center'],
  [18, 'center'],
  [18, 'center'],
  [22, 'center'],
  [19, 'center'],
] as const;
const HEADS = [
  '序号',
  '出包日期',
  '包号',
  '类别',
  '接收单位',
  '文件名',
  '摘要（SHA-256）',
  '介质编号',
  '导出人',
  '批准人',
  '回执码',
  '送达日期',
];
const FACTS = [
  [36, 'center'],
  [97, 'left'],
  [36, 'center'],
  [98, 'left'],
] as const;
/** mm: a line of facts, and a box to be signed. */
const FACT = 9;
const SIGNED = 24;
const SIGNATURE = '\n\n　签字：　　　　　　　　　　　　　年　　月　　日';

/** Form 11: what left on which medium, who took it out, who allowed it, and what came back. */
export function exchangeRegister(
  exchanges: readonly PrintedExchange[],
  range: ExchangeRange,
  printing: Printing,
): FormDocument {
  const [only] = exchanges;
  const table = range.single && only ? singleTable(only) : listTable(exchanges);
  return {
    ...formDocument('exchangeRegister', printing, [table, notes('说明', [DEFINITIONS.exchanges])]),
    block: [
      { label: '填报单位', value: printing.office },
      ...(range.single ? [] : [{ label: '出包日期', value: printedSpan(range.from, range.until) ?? '全部' }]),
      { label: '填报日期', value: printedDate(printing.today) },
    ],
  };
}

/** What tells the sheets of two bundles apart. */
export function exchangeSubject(sequence: number): string {
  return `第${sequence}号`;
}

function listTable(exchanges: readonly PrintedExchange[]): FormTable {
  const size = exchanges.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
  const delivered = exchanges.filter(({ receipt }) => receipt !== null).length;
  return formTable('数据交换登记', COLUMNS, {
    head: [headRow(HEADS)],
    rows: [
      ...exchanges.map(listedRow),
      sumRow([
        cell('合计', { across: 2, align: 'center' }),
        cell(`${exchanges.length} 个包，${size} 字节；凭回执码确认送达 ${delivered} 个`, {
          across: COLUMNS.length - 2,
          align: 'left',
        }),
      ]),
    ],
  });
}

function listedRow(one: PrintedExchange, place: number): FormRow {
  return plain([
    cell(place + 1),
    cell(dateOf(one.sealedOn)),
    cell(one.sequence),
    cell(kindOf(one)),
    cell(one.recipient),
    cell(one.fileName, { small: true }),
    cell(inLines(one.hash), { small: true }),
    cell(one.medium),
    cell(one.sealedBy),
    cell(null),
    cell(one.receipt),
    cell(dateOf(one.deliveredOn)),
  ]);
}

function singleTable(one: PrintedExchange): FormTable {
  const size = one.bytes === null ? null : `${one.bytes} 字节`;
  return formTable('数据交换登记', FACTS, {
    head: [],
    rows: [
      pair(['接收单位', one.recipient], ['类别', kindOf(one)]),
      pair(['包号', one.sequence], ['文件名', one.fileName]),
      pair(['摘要\n（SHA-256）', inLines(one.hash)], ['大小', size]),
      pair(['介质编号', one.medium], ['出包日期', dateOf(one.sealedOn)]),
      pair(['导出人', one.sealedBy], ['写入介质日期', dateOf(one.writtenOn)]),
      pair(['回执码', one.receipt], ['送达日期', dateOf(one.deliveredOn)]),
      pair(['对方签收\n（数据包回执）', dateOf(one.acknowledgedOn)], ['备注', one.namesReason]),
      signed('批准人\n意见'),
      signed('携带人'),
      signed('接收人'),
    ],
  });
}

type Fact = readonly [name: string, value: string | number | null];

function pair(one: Fact, other: Fact): FormRow {
  return plain(
    [one, other].flatMap(([name, value]) => [label(name), cell(value)]),
    FACT,
  );
}

function signed(name: string): FormRow {
  return plain([label(name), cell(SIGNATURE, { across: 3, valign: 'bottom' })], SIGNED);
}

function kindOf({ kind, full, namesReason }: PrintedExchange): string {
  const content = full ? '（全量）' : '（增量）';
  return `${bundleKindWords[kind] ?? kind}\n${namesReason === null ? content : '（含姓名）'}`;
}

/** 64 digits in lines of 16, to be compared by eye. */
function inLines(hash: string): string {
  return (hash.match(/.{1,16}/g) ?? []).join('\n');
}

function dateOf(day: string | null): string | null {
  return day && printedDate(day);
}
