import type { FormDocument, FormTable } from '../../shared/contract/forms.ts';
import type { Period } from '../../shared/rules/periods.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import { cell, headRow, plain } from './cells.ts';
import { formTable, letterDocument, type Printing } from './form-document.ts';
import { body, deadline, type LetterAsked, opening, receipt, signature } from './letter-parts.ts';
import { printedDate, printedDay } from './printed-dates.ts';

/** A period that an office has not reported. */
export interface OwedPeriod extends Period {
  /** The last day on which it would have been on time. */
  readonly dueOn: CalendarDate;
  readonly daysLate: number;
  /** A bundle came, and was put aside for being a fork. */
  readonly quarantined: boolean;
}

export interface Debtor {
  readonly name: string;
  readonly dataUntil: CalendarDate | null;
  readonly owed: readonly OwedPeriod[];
}

/** Form 12: offices are asked for what they have not reported; one alone, or all that owe something at once. */
export function reminderLetter(
  debtors: readonly Debtor[],
  asked: LetterAsked,
  printing: Printing,
): FormDocument {
  const [only, another] = debtors;
  const one = another ? undefined : only;
  const to = one?.name ?? null;
  const today = printedDate(printing.today);
  const count = debtors.reduce((sum, { owed }) => sum + owed.length, 0);
  return letterDocument('reminderLetter', printing, [
    ...opening(asked.number, to),
    body(
      one
        ? `经核对，截至${today}，你单位有${count}期数据包没有报到，${arrived(one.dataUntil)}。具体如下：`
        : `经核对，截至${today}，有${debtors.length}个单位共${count}期数据包没有报到。具体如下：`,
    ),
    one ? periodTable(one.owed) : officeTable(debtors),
    ...(debtors.some(({ owed }) => owed.some(({ quarantined }) => quarantined)) ? [body(ASIDE)] : []),
    body(asked.text ?? requirement(asked, printing)),
    ...signature(printing),
    ...receipt('催报函', '补报数据包', to),
  ]);
}

const ASIDE =
  '其中注明隔离的，同一包号收到内容不同的两个数据包，已分别保存，没有计入台账，请与我处核对后处理。';

function arrived(dataUntil: CalendarDate | null): string {
  return dataUntil ? `现有数据截至${printedDate(dataUntil)}` : '至今没有收到过数据包';
}

function requirement({ dueOn }: LetterAsked, { installation }: Printing): string {
  return `请于${deadline(dueOn)}前将数据包报送${installation.name}；没有新增情况的，也请作零报告。已经送出的，请核对登记的包号和介质编号，重新导出送达。`;
}

function periodTable(owed: readonly OwedPeriod[]): FormTable {
  return formTable(
    '没有报到的报送期',
    [
      [14, 'center'],
      [58, 'center'],
      [38, 'center'],
      [20, 'center'],
      [26, 'center'],
    ],
    {
      head: [headRow(['序号', '报送期', '应报日期', '已迟天数', '情况'])],
      rows: owed.map((one, place) =>
        plain([
          cell(place + 1),
          cell(`${printedDay(one.from)}至${printedDay(one.until)}`),
          cell(printedDate(one.dueOn)),
          cell(one.daysLate),
          cell(standOf(one)),
        ]),
      ),
    },
  );
}

function officeTable(debtors: readonly Debtor[]): FormTable {
  return formTable(
    '没有报到的单位',
    [
      [14, 'center'],
      [46, 'left'],
      [30, 'center'],
      [66, 'left'],
    ],
    {
      head: [headRow(['序号', '单位', '数据截至', '没有报到的报送期'])],
      rows: debtors.map(({ name, dataUntil, owed }, place) =>
        plain([
          cell(place + 1),
          cell(name),
          cell(dataUntil ? printedDay(dataUntil) : '从未报送'),
          cell(owed.map(listed).join('\n')),
        ]),
      ),
    },
  );
}

function listed(one: OwedPeriod): string {
  const aside = one.quarantined ? `（${standOf(one)}）` : '';
  return `${printedDay(one.from)}至${printedDay(one.until)}${aside}`;
}

function standOf({ quarantined }: OwedPeriod): string {
  return quarantined ? '隔离' : '没有收到';
}
