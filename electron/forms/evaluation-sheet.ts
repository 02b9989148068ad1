import type { FormCell, FormDocument, FormRow, FormTable } from '../../shared/contract/forms.ts';
import { printRate } from '../../shared/rules/rates.ts';
import { EVALUATION_LEVELS, type EvaluationLevel } from '../../shared/vocabulary/evaluation-words.ts';
import type { FigureId } from '../../shared/vocabulary/words.ts';
import type {
  PrintedEvaluation,
  PrintedPhase,
  PrintedRound,
} from '../registers/evaluation/evaluation-forms.ts';
import { cell, groupRow, headRow, label, plain } from './cells.ts';
import { DEFINITIONS } from './definitions.ts';
import { formDocument, formTable, notes, type Printing } from './form-document.ts';
import {
  evaluationLevelWords,
  evaluationVerdictWords,
  figureWords,
  orderKindWords,
  orderStateWords,
} from './form-words.ts';
import { printedDate, printedSpan } from './printed-dates.ts';

/** Form 9: every level of a phase beside each other, round by round, as they were frozen. */
export function evaluationSheet({ phase, rounds, orders }: PrintedPhase, printing: Printing): FormDocument {
  const { name, beginsOn, endsOn } = phase;
  const nothing = rounds.every(({ evaluations }) => evaluations.length === 0);
  const text = `评估环节：${name}（${printedSpan(beginsOn, endsOn)}）。${nothing ? '还没有冻结的评估。' : ''}`;
  return formDocument('evaluationSheet', printing, [
    { kind: 'paragraph', manner: 'plain', align: 'left', text },
    ...rounds.map(roundTable),
    ...(orders.length > 0 ? [orderTable(orders)] : []),
    notes('口径', [DEFINITIONS.evaluation, ...figureNotes(rounds)]),
  ]);
}

export function evaluationSubject({ phase }: PrintedPhase): string {
  return phase.name;
}

/** mm of A4 landscape within its margins. */
const WIDTH = 267;
const NAME_WIDTH = 46;
const BASIS_WIDTH = 48;

function roundTable(round: PrintedRound): FormTable {
  const levels = EVALUATION_LEVELS.filter(
    (level) => level !== 'province' || round.evaluations.some(({ row }) => row.level === level),
  );
  const width = Math.floor((WIDTH - NAME_WIDTH - BASIS_WIDTH) / levels.length);
  const rest = WIDTH - width * levels.length - BASIS_WIDTH;
  const of = (level: EvaluationLevel) => round.evaluations.find(({ row }) => row.level === level);
  const columns = levels.map(() => [width, 'left'] as const);
  return formTable(`第${round.round}轮`, [[rest, 'left'], ...columns, [BASIS_WIDTH, 'left']], {
    head: [headRow(['指标', ...levels.map((level) => evaluationLevelWords[level]), '依据'])],
    rows: [
      ...indicatorRows(round, levels, of),
      ...HEADS.map(([title, told]) =>
        plain([label(title), ...levels.map((level) => cell(told(of(level)?.row) ?? null)), cell(null)]),
      ),
    ],
  });
}

type Of = (level: EvaluationLevel) => PrintedEvaluation | undefined;
type Row = PrintedEvaluation['row'] | undefined;

/** What stands under the indicators of each level. */
const HEADS: readonly (readonly [title: string, told: (row: Row) => string | null | undefined])[] = [
  ['评估日期', (row) => row && printedDate(row.evaluated_on)],
  ['数据截止', (row) => row && printedDate(row.as_of)],
  ['评估人', (row) => row?.by],
  ['文号', (row) => row?.document_number],
  ['结论', (row) => row && verdictOf(row)],
  ['说明', (row) => row?.remark],
];

function verdictOf({ verdict, deadline }: PrintedEvaluation['row']): string | null {
  if (!verdict) return null;
  const word = evaluationVerdictWords[verdict];
  return verdict !== 'passed' && deadline ? `${word}\n时限${printedDate(deadline)}` : word;
}

function indicatorRows({ indicators }: PrintedRound, levels: readonly EvaluationLevel[], of: Of): FormRow[] {
  const lists = [...new Set(indicators.map(({ listName }) => listName))];
  return lists.flatMap((list) => [
    groupRow(list, levels.length + 2),
    ...indicators
      .filter(({ listName }) => listName === list)
      .map(({ id, name }) =>
        plain([
          cell(name),
          ...levels.map((level) => foundOf(of(level), id)),
          cell(basisOf(levels, of, id), { small: true }),
        ]),
      ),
  ]);
}

function foundOf(evaluation: PrintedEvaluation | undefined, indicator: string): FormCell {
  const line = evaluation?.lines.find((one) => one.indicator === indicator);
  if (!line) return cell(null);
  const { numerator, denominator, text } = line;
  const rate =
    numerator === null || denominator === null
      ? null
      : `${printRate({ numerator, denominator })}（${numerator}/${denominator}）`;
  return cell([rate, text].filter(Boolean).join('\n') || null, { small: text !== null });
}

/** 依据: the evidence numbers, by the level that named them. */
function basisOf(levels: readonly EvaluationLevel[], of: Of, indicator: string): string | null {
  const named = levels.flatMap((level) => {
    const number = of(level)?.lines.find((one) => one.indicator === indicator)?.evidence_number;
    return number ? [`${evaluationLevelWords[level]}：${number}`] : [];
  });
  return named.join('\n') || null;
}

function orderTable(orders: PrintedPhase['orders']): FormTable {
  return formTable(
    '责令事项',
    [
      [12, 'center'],
      [40, 'left'],
      [26, 'center'],
      [50, 'left'],
      [79, 'left'],
      [30, 'center'],
      [30, 'center'],
    ],
    {
      head: [headRow(['序号', '出自', '事项', '所指', '要求', '时限', '完成情况'])],
      rows: orders.map((order, place) =>
        plain([
          cell(place + 1),
          cell(`第${order.round}轮${evaluationLevelWords[order.level]}`),
          cell(orderKindWords[order.kind]),
          cell(order.subject_name ?? (order.kind === 'makeup' ? '全部待补人次' : null)),
          cell(order.text, { small: true }),
          cell(printedDate(order.deadline), { small: true }),
          cell(order.done_day ? printedDate(order.done_day) : orderStateWords[order.order_state], {
            small: true,
          }),
        ]),
      ),
    },
  );
}

const FIGURE_NOTES: Readonly<Partial<Record<FigureId, string>>> = {
  actionCompletion: DEFINITIONS.actionCompletion,
  participationFirst: DEFINITIONS.participationFirst,
  participationWithMakeup: DEFINITIONS.participationWithMakeup,
  coverage: DEFINITIONS.coverage,
  selfInspectionCoverage: DEFINITIONS.selfInspectionCoverage,
  rectificationCompletion: DEFINITIONS.rectificationCompletion,
  closureRate: DEFINITIONS.closureRate,
};

function figureNotes(rounds: readonly PrintedRound[]): string[] {
  const lines = rounds.flatMap(({ evaluations }) => evaluations.flatMap((one) => one.lines));
  const figures = new Set(lines.flatMap(({ figure }) => figure ?? []));
  return [...figures].flatMap((figure) => {
    const definition = FIGURE_NOTES[figure];
    return definition ? [`${figureWords[figure]}：${definition}`] : [];
  });
}
