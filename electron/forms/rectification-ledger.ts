import type { FormCell, FormDocument, FormRow, FormTable } from '../../shared/contract/forms.ts';
import { COMPLETED_ITEM_STATES, dueInForce, UNCOUNTED_ITEM_STATES } from '../../shared/rules/figures.ts';
import { printRate, rate } from '../../shared/rules/rates.ts';
import { ITEM_STATES, type Whose } from '../../shared/vocabulary/words.ts';
import type { FormItem, LedgerAsked, LedgerView } from '../registers/rectification/rectification-forms.ts';
import { cell, groupRow, headRow, plain, sumRow } from './cells.ts';
import { continuedRows } from './continued-rows.ts';
import { DEFINITIONS } from './definitions.ts';
import { formDocument, formTable, notes, type Printing } from './form-document.ts';
import { itemSourceWords, itemStateWords } from './form-words.ts';
import { type CategoryNames, stateText } from './item-words.ts';
import { printedDate, printedDay, printedSpan } from './printed-dates.ts';

const COLUMNS = [
  [17, 'center'],
  [15, 'center'],
  [22, 'left'],
  [39, 'left'],
  [39, 'left'],
  [20, 'left'],
  [14, 'center'],
  [14, 'center'],
  [18, 'center'],
  [22, 'left'],
  [16, 'center'],
  [16, 'center'],
  [15, 'left'],
] as const;
const HEADS = [
  '编号',
  '来源',
  '类别',
  '问题表现',
  '整改措施',
  '责任单位',
  '责任\n领导',
  '责任人',
  '时限',
  '进展/状态',
  '销号\n日期',
  '佐证\n编号',
  '备注',
];
/** Lines of one row; what is longer goes on in the next. */
const MOST_LINES = 24;
const NO_UNIT = '（未定责任单位）';

/** What the ledger was asked for; unit and category by name. */
export type LedgerRange = LedgerAsked;

const VIEW_WORDS: Readonly<Record<LedgerView, string>> = {
  overdue: '逾期',
  dueSoon: '三日内到期',
  returned: '退回返工',
};
const WHOSE_WORDS: Readonly<Record<Whose, string>> = {
  clerk: '录入员',
  reviewer: '县审核人',
  unit: '责任单位',
  group: '市指导组',
};

/** Form 5: the ledger as of a day, with its sums by state. */
export function rectificationLedger(
  items: readonly FormItem[],
  range: LedgerRange,
  nameOf: CategoryNames,
  printing: Printing,
): FormDocument {
  return formDocument('rectificationLedger', printing, [
    { kind: 'paragraph', manner: 'plain', align: 'left', text: rangeText(range) },
    ledgerTable(items, range.grouped, nameOf),
    notes('口径', [DEFINITIONS.ledger, DEFINITIONS.overdue, ...(hasRates(range) ? rateLines(items) : [])]),
  ]);
}

function rangeText(range: LedgerRange): string {
  const { state, view, whose, unit, below, source, fromGroup, category, owner, supervised, search } = range;
  const [issued, due] = [printedSpan(range.from, range.until), printedSpan(range.dueFrom, range.dueUntil)];
  const words = [
    issued && `${issued}下达`,
    state === 'open' ? '未销号（不含长期坚持、中止、合并、作废）' : state !== 'all' && itemStateWords[state],
    view && VIEW_WORDS[view],
    whose && `该${whose.map((one) => WHOSE_WORDS[one]).join('、')}办理`,
    due && `现行时限${due}`,
    unit && `责任单位：${unit}${below ? '（含下级）' : '（不含下级）'}`,
    source && `来源：${itemSourceWords[source]}`,
    fromGroup && '来自市级（市指导组反馈、上级督导）',
    category && `类别：${category}`,
    owner && `责任人：${owner}`,
    supervised && '督办中',
    search && `编号、问题表现或整改措施含“${search}”`,
  ].filter(Boolean);
  return `统计范围：${words.length > 0 ? words.join('；') : '全部问题'}。`;
}

/** Tells ledgers of one day apart; a file's name names nobody. */
export function ledgerSubject({ state, view, unit }: LedgerRange): string {
  const word = state === 'open' ? '未销号' : state !== 'all' && itemStateWords[state];
  return [unit, word, view && VIEW_WORDS[view]].filter(Boolean).join('-');
}

/** Of a ledger that is narrowed by where its items stand, or by days, a rate would say nothing. */
function hasRates({ state, supervised, ...range }: LedgerRange): boolean {
  const { from, until, dueFrom, dueUntil, view, whose, search } = range;
  const isNarrowed = [from, until, dueFrom, dueUntil, view, whose, search].some((one) => one !== null);
  return state === 'all' && !supervised && !isNarrowed;
}

function ledgerTable(items: readonly FormItem[], grouped: boolean, nameOf: CategoryNames): FormTable {
  const table = formTable('问题整改台账', COLUMNS, { head: [headRow(HEADS)], rows: [] });
  const rowsOf = (some: readonly FormItem[]) =>
    some.flatMap((item) =>
      continuedRows(itemRow(item, nameOf), table.columns, { manner: 'table', most: MOST_LINES, named: 0 }),
    );
  const rows = grouped
    ? byUnit(items).flatMap((unit) => [
        groupRow(`${unit[0]?.unitName ?? NO_UNIT}（${unit.length}项）`, COLUMNS.length),
        ...rowsOf(unit),
      ])
    : rowsOf(items);
  return { ...table, rows: [...rows, ...stateSums(items)] };
}

function itemRow(item: FormItem, nameOf: CategoryNames): FormRow {
  const small = { small: true };
  return plain([
    cell(item.number, small),
    cell(itemSourceWords[item.source], small),
    cell(nameOf(item.category), small),
    cell(item.problem, small),
    cell(item.measures, small),
    cell(item.unitName, small),
    cell(item.leader, small),
    cell(item.owner, small),
    dueCell(item),
    cell(progressOf(item), small),
    cell(item.closedOn && onTwoLines(item.closedOn), small),
    cell(item.evidenceNumber, small),
    cell(remarkOn(item), small),
  ]);
}

/** The first date stays visible beside the extended one. */
function dueCell({ dueOn, extendedDueOn }: FormItem): FormCell {
  const due = dueInForce(dueOn, extendedDueOn);
  if (due === null) return cell(null, { small: true });
  const isExtended = extendedDueOn !== null && dueOn !== null && dueOn !== extendedDueOn;
  const first = isExtended ? `\n延期（原\n${onTwoLines(dueOn)}）` : '';
  return cell(`${onTwoLines(due)}${first}`, { small: true });
}

function onTwoLines(date: string): string {
  return printedDate(date).replace('年', '年\n');
}

function progressOf(item: FormItem): string {
  const { state, appliedOn, timesReturned, progress } = item;
  const applied = state === 'officeReview' || state === 'groupReview' ? appliedOn : null;
  return [
    stateText(item),
    applied && `${printedDay(applied)}申请销号`,
    timesReturned > 0 && `退回${timesReturned}次`,
    progress && `${printedDay(progress.on)}：${progress.text}`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** Why an item stands aside, and what it has to do with others. */
function remarkOn({ state, entered, mergedInto, repeats, supervision }: FormItem): string | null {
  const aside = { longTerm: '长期坚持', suspended: '中止', voided: '作废' } as const;
  const word = state in aside ? aside[state as keyof typeof aside] : null;
  const remarks = [
    word && `${word}：${entered.reason ?? printedDay(entered.on)}`,
    state === 'merged' && `并入${mergedInto ?? '另一问题'}`,
    entered.move === 'reopen' && `重启：${entered.reason ?? printedDay(entered.on)}`,
    repeats && `与${repeats}重复`,
    supervision && `${printedDay(supervision.since)}起督办`,
  ].filter(Boolean);
  return remarks.length > 0 ? remarks.join('\n') : null;
}

/** 合计＝ the sum over the states that the list has. */
function stateSums(items: readonly FormItem[]): FormRow[] {
  const parts = ITEM_STATES.map(
    (state) => [state, items.filter((one) => one.state === state).length] as const,
  )
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${itemStateWords[state]} ${count}`);
  const overdue = items.filter(({ overdueBy }) => overdueBy !== null).length;
  const sum = parts.length > 0 ? `＝${parts.join('＋')}` : '';
  return [
    sumRow([
      cell('合计', { across: 2, align: 'center' }),
      cell(`${items.length} 项${sum}${overdue > 0 ? `；其中逾期 ${overdue} 项` : ''}`, {
        across: COLUMNS.length - 2,
        align: 'left',
      }),
    ]),
  ];
}

function rateLines(items: readonly FormItem[]): string[] {
  const counted = items.filter(({ state }) => !UNCOUNTED_ITEM_STATES.includes(state));
  const done = counted.filter(({ state }) => COMPLETED_ITEM_STATES.includes(state)).length;
  const closed = counted.filter(({ state }) => state === 'closed').length;
  const said = (count: number) => `${printRate(rate(count, counted.length))}（${count}/${counted.length}）`;
  return [
    `整改完成率${said(done)}：${DEFINITIONS.rectificationCompletion}`,
    `销号率${said(closed)}：${DEFINITIONS.closureRate}`,
  ];
}

/** Items come by unit, so each unit is one run. */
function byUnit(items: readonly FormItem[]): FormItem[][] {
  return [...Map.groupBy(items, ({ unit }) => unit).values()];
}
