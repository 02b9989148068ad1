import type { FormCell, FormDocument, FormRow } from '../../shared/contract/forms.ts';
import { needsGroupReview } from '../../shared/rules/item-moves.ts';
import type { FormItem } from '../registers/rectification/rectification-forms.ts';
import { cell, label, plain } from './cells.ts';
import { continuedRows } from './continued-rows.ts';
import { formTable, letterDocument, type Printing } from './form-document.ts';
import { itemSourceWords } from './form-words.ts';
import { type CategoryNames, dueText, sentence } from './item-words.ts';
import { printedDate } from './printed-dates.ts';

const COLUMNS = [
  [28, 'center'],
  [50, 'left'],
  [28, 'center'],
  [50, 'left'],
] as const;
/** Lines of one box; what is longer goes on in the next. */
const MOST_LINES = 20;
/** mm: a line of facts, what is told, and a box to be signed. */
const FACT = 9;
const TOLD = 20;
const SIGNED = 27;
const SIGNATURE = '\n\n　签字（盖章）：　　　　　　　　　　　　　年　　月　　日';

/** Form 6: one item, what was done about it, and who agrees that it is closed. */
export function closureApplication(item: FormItem, nameOf: CategoryNames, printing: Printing): FormDocument {
  const table = formTable('销号申请', COLUMNS, { head: [], rows: [] });
  const rows = [...factRows(item, nameOf), ...toldRows(item), ...signedRows(item)];
  const across = rows.flatMap((row) =>
    continuedRows(row, table.columns, { manner: 'letter', most: MOST_LINES }),
  );
  return {
    ...letterDocument('closureApplication', printing, [{ ...table, rows: across }]),
    block: [
      { label: '填报单位', value: printing.office },
      { label: '填报日期', value: printedDate(printing.today) },
    ],
  };
}

function factRows(item: FormItem, nameOf: CategoryNames): FormRow[] {
  const { number, source, category, unitName, leader, owner, issuedOn, evidenceNumber, appliedOn } = item;
  return [
    pair(['编号', number], ['问题来源', itemSourceWords[source]]),
    whole('问题类别', nameOf(category), FACT),
    pair(['责任单位', unitName], ['下达日期', printedDate(issuedOn)]),
    pair(['责任领导', leader], ['责任人', owner]),
    whole('整改时限', dueText(item), FACT),
    pair(['佐证编号', evidenceNumber], ['申请日期', appliedOn && printedDate(appliedOn)]),
  ];
}

function toldRows({ problem, measures, progress }: FormItem): FormRow[] {
  const result = progress && `${printedDate(progress.on)}：${progress.text}`;
  return [
    whole('问题表现', problem, TOLD),
    whole('整改措施', measures, TOLD),
    whole('整改结果', result && sentence(result), TOLD),
  ];
}

/** The box of the guidance group stays, though it says nothing, where the office closes the item itself. */
function signedRows({ source }: FormItem): FormRow[] {
  const isReviewed = needsGroupReview(source);
  return [
    signed('责任单位\n意见', SIGNATURE),
    signed('县教育\n整顿办意见', SIGNATURE),
    isReviewed ? signed('市指导组\n意见', SIGNATURE) : whole('市指导组\n意见', notReviewed(source), FACT),
  ];
}

function notReviewed(source: FormItem['source']): string {
  return `本项来源为“${itemSourceWords[source]}”，不需市级复核。`;
}

type Fact = readonly [name: string, value: string | null];

function pair(one: Fact, other: Fact): FormRow {
  return plain(
    [one, other].flatMap(([name, value]): FormCell[] => [label(name), cell(value)]),
    FACT,
  );
}

function whole(name: string, value: string | null, height: number): FormRow {
  return plain([label(name), cell(value, { across: 3 })], height);
}

function signed(name: string, text: string): FormRow {
  return plain([label(name), cell(text, { across: 3, valign: 'bottom' })], SIGNED);
}
