import type { FormCell, FormDocument } from '../../shared/contract/forms.ts';
import type { Period } from '../../shared/rules/periods.ts';
import type { Standing } from '../../shared/rules/reporting.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { ReportingState } from '../../shared/vocabulary/oversight-words.ts';
import { cell, headRow, label, plain, sumRow } from './cells.ts';
import { DEFINITIONS } from './definitions.ts';
import { formDocument, formTable, notes, type Printing } from './form-document.ts';
import { reportingStateWords } from './form-words.ts';
import { printedDay } from './printed-dates.ts';

export interface PrintedReporter {
  readonly name: string;
  readonly dataUntil: CalendarDate | null;
  /** One for each period. */
  readonly standings: readonly Standing[];
}

/** mm: number, office and the day of its data, repeated on every strip; what is left of the page for periods. */
const LEAD = [10, 45, 24] as const;
const FOR_PERIODS = 188;
const AT_ONCE = 8;

/** Form 13: who has reported which period. */
export function reportingGrid(
  periods: readonly Period[],
  offices: readonly PrintedReporter[],
  printing: Printing,
): FormDocument {
  const width = FOR_PERIODS / Math.min(AT_ONCE, Math.max(1, periods.length));
  const strips = Array.from(
    { length: Math.max(0, Math.ceil(periods.length / AT_ONCE) - 1) },
    (_, strip) => LEAD.length + (strip + 1) * AT_ONCE,
  );
  return formDocument('reportingGrid', printing, [
    formTable(
      '报送情况',
      [
        [LEAD[0], 'center'],
        [LEAD[1], 'left'],
        [LEAD[2], 'center'],
        ...periods.map(() => [width, 'center'] as const),
      ],
      {
        head: [headRow(['序号', '单位', '数据截至', ...periods.map(headOf)])],
        rows: [
          ...offices.map(({ name, dataUntil, standings }, place) =>
            plain([
              ...[cell(place + 1), cell(name), cell(dataUntil ? printedDay(dataUntil) : '从未报送')],
              ...standings.map((one) => cell(printedStanding(one), { small: true })),
            ]),
          ),
          sumRow([
            cell('已报/应报', { across: LEAD.length, align: 'center' }),
            ...periods.map((_, at) => cell(reportedOf(offices.map(({ standings }) => standings[at])))),
          ]),
        ],
        lead: LEAD.length,
        strips,
      },
    ),
    notes('说明', [DEFINITIONS.reporting]),
  ]);
}

function headOf({ from, until }: Period): FormCell {
  return label(`${printedDay(from)}\n至${printedDay(until)}`, { small: true });
}

function printedStanding({ state, daysLate, nil, missing }: Standing): string {
  const word = reportingStateWords[state];
  if (state === 'late') return `迟${daysLate}天${nil ? `\n${reportingStateWords.nil}` : ''}`;
  if (state === 'gap') return `迟${daysLate}天\n缺${missing.join('、')}号`;
  if (state === 'notExpected') return '—';
  return state === 'onTime' ? '√' : word;
}

const REPORTED: readonly ReportingState[] = ['onTime', 'nil', 'late', 'gap'];
const NOT_ASKED: readonly ReportingState[] = ['notDue', 'notExpected'];

function reportedOf(standings: readonly (Standing | undefined)[]): string {
  const asked = standings.filter((one) => one && !NOT_ASKED.includes(one.state));
  const reported = asked.filter((one) => one && REPORTED.includes(one.state));
  return asked.length === 0 ? '—' : `${reported.length}/${asked.length}`;
}
