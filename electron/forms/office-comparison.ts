import type { FormCell, FormDocument } from '../../shared/contract/forms.ts';
import { printRate, type Rate } from '../../shared/rules/rates.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { FigureId } from '../../shared/vocabulary/words.ts';
import type { Rates } from '../registers/figures/office-figures.ts';
import { cell, headRow, label, plain, sumRow } from './cells.ts';
import { DEFINITIONS } from './definitions.ts';
import { formDocument, formTable, notes, type Printing } from './form-document.ts';
import { figureWords } from './form-words.ts';
import { printedDay } from './printed-dates.ts';

/** Figures that a group has, and that add up over offices. */
export type ComparedFigure = Exclude<FigureId, 'attendanceRate' | 'talkCoverage'>;

export interface ComparedOffice {
  readonly name: string;
  readonly dataUntil: CalendarDate | null;
  /** It stands in no sum. */
  readonly stale: boolean;
  readonly figures: Rates;
}

/** mm: number, office and the day of its data, repeated on every strip; a figure's rate and its two counts. */
const LEAD = [10, 45, 36] as const;
const FIGURE = [18, 26] as const;
const AT_ONCE = 4;

/** Form 14: the offices beside each other in their own order, never a ranking; totals are sums over sums. */
export function officeComparison(
  offices: readonly ComparedOffice[],
  { figures, total }: { readonly figures: readonly ComparedFigure[]; readonly total: Rates },
  printing: Printing,
): FormDocument {
  const counted = offices.filter(({ stale }) => !stale).length;
  const strips = Array.from(
    { length: Math.ceil(figures.length / AT_ONCE) - 1 },
    (_, strip) => LEAD.length + (strip + 1) * AT_ONCE * FIGURE.length,
  );
  return formDocument('officeComparison', printing, [
    formTable(
      '指标对比',
      [
        [LEAD[0], 'center'],
        [LEAD[1], 'left'],
        [LEAD[2], 'center'],
        ...figures.flatMap(() => FIGURE.map((width) => [width, 'right'] as const)),
      ],
      {
        head: [
          headRow([
            ...['序号', '单位', '数据截至'].map((word) => label(word, { down: 2 })),
            ...figures.map((id) => label(figureWords[id], { across: FIGURE.length, small: true })),
          ]),
          headRow(figures.flatMap(() => [label('率', { small: true }), label('分子/分母', { small: true })])),
        ],
        rows: [
          ...offices.map((office, place) =>
            plain([
              ...[cell(place + 1), cell(office.name), cell(untilOf(office))],
              ...figures.flatMap((id) => ofFigure(office.figures[id])),
            ]),
          ),
          sumRow([
            cell('合计', { across: 2, align: 'center' }),
            cell(`计入${counted}/${offices.length}`),
            ...figures.flatMap((id) => ofFigure(total[id])),
          ]),
        ],
        lead: LEAD.length,
        strips,
      },
    ),
    notes('口径', [DEFINITIONS.comparison, ...figures.map((id) => `${figureWords[id]}：${DEFINITIONS[id]}`)]),
  ]);
}

function untilOf({ dataUntil, stale }: ComparedOffice): string {
  if (dataUntil === null) return '从未报送，不计';
  return `${printedDay(dataUntil)}${stale ? '，不计' : ''}`;
}

function ofFigure(rate: Rate | undefined): FormCell[] {
  if (!rate) return [cell('—'), cell('无数据', { small: true })];
  return [cell(printRate(rate)), cell(`${rate.numerator}/${rate.denominator}`, { small: true })];
}
