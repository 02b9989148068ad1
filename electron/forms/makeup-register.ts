import type { FormDocument, FormRow } from '../../shared/contract/forms.ts';
import { MAKEUPS } from '../../shared/vocabulary/words.ts';
import type { OwedMakeups } from '../registers/study/study-forms.ts';
import { blanks, cell, headRow, plain, sumRow } from './cells.ts';
import { DEFINITIONS } from './definitions.ts';
import { formDocument, formTable, notes, type Printing } from './form-document.ts';
import { makeupWords, markWords, NAMELESS } from './form-words.ts';
import { printedDate } from './printed-dates.ts';

const COLUMNS = [
  [10, 'center'],
  [20, 'center'],
  [35, 'left'],
  [30, 'left'],
  [46, 'left'],
  [28, 'left'],
  [19, 'center'],
  [30, 'left'],
  [26, 'left'],
  [23, 'center'],
] as const;
const HEADS = [
  '序号',
  '姓名',
  '单位',
  '缺席日期',
  '缺席场次',
  '原因',
  '补课情况',
  '补课日期',
  '材料编号',
  '本人签字',
];
/** mm; room for a signature. */
const ROW_HEIGHT = 9;

/** Form 3: who missed which session, why, and what became of the make-up. */
export function makeupRegister(owed: OwedMakeups, printing: Printing): FormDocument {
  return formDocument('makeupRegister', printing, [
    formTable('补课登记', COLUMNS, {
      head: [headRow(HEADS)],
      rows: [...owed.map(owedRow), sumOf(owed)],
    }),
    notes('说明', [DEFINITIONS.makeup]),
  ]);
}

function owedRow(row: OwedMakeups[number], place: number): FormRow {
  const reason = row.reason ? `${markWords[row.mark]}：${row.reason}` : markWords[row.mark];
  return plain(
    [
      cell(place + 1),
      cell(row.name ?? NAMELESS),
      cell(row.unit_name),
      cell(printedDate(row.day)),
      cell(row.title),
      cell(reason, { small: true }),
      cell(makeupWords[row.makeup], { small: true }),
      cell(row.makeup_on ? printedDate(row.makeup_on) : null),
      cell(row.makeup_document, { small: true }),
      ...blanks(1),
    ],
    ROW_HEIGHT,
  );
}

/** 合计＝待补＋已补待确认＋已确认＋免补, those that the list has. */
function sumOf(owed: OwedMakeups): FormRow {
  const parts = MAKEUPS.map((makeup) => [makeup, owed.filter((one) => one.makeup === makeup).length] as const)
    .filter(([, count]) => count > 0)
    .map(([makeup, count]) => `${makeupWords[makeup]} ${count}`);
  const identity = parts.length > 0 ? `＝${parts.join('＋')}` : '';
  return sumRow([
    cell('合计', { across: 2, align: 'center' }),
    cell(`${owed.length} 人次${identity}`, { across: COLUMNS.length - 2, align: 'left' }),
  ]);
}
