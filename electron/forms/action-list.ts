import type { FormDocument, FormRow } from '../../shared/contract/forms.ts';
import { printRate, type Rate } from '../../shared/rules/rates.ts';
import { ACTION_STATES } from '../../shared/vocabulary/words.ts';
import type { FormAction, FormPhase } from '../registers/actions/actions-forms.ts';
import { cell, groupRow, headRow, plain, sumRow } from './cells.ts';
import { DEFINITIONS } from './definitions.ts';
import { formDocument, formTable, notes, type Printing } from './form-document.ts';
import { actionOriginWords, actionStateWords } from './form-words.ts';
import { printedDate } from './printed-dates.ts';

const COLUMNS = [
  [12, 'center'],
  [62, 'left'],
  [20, 'center'],
  [34, 'left'],
  [27, 'center'],
  [30, 'center'],
  [27, 'center'],
  [35, 'left'],
  [20, 'left'],
] as const;
const HEADS = ['序号', '动作', '来源', '责任单位', '时限', '状态', '完成日期', '佐证', '备注'];

/**
 * Form 8, first half: the actions of each phase as of the day.
 * @param completion 完成率 of the same day and phase
 */
export function actionList(phases: readonly FormPhase[], completion: Rate, printing: Printing): FormDocument {
  let place = 0;
  const rows = phases.flatMap(({ name, actions }) => [
    groupRow(name, COLUMNS.length),
    ...actions.map((one) => {
      place += 1;
      return listedRow(one, place, printing);
    }),
  ]);
  const all = phases.flatMap(({ actions }) => actions);
  return formDocument('actionList', printing, [
    formTable('规定动作清单', COLUMNS, { head: [headRow(HEADS)], rows: [...rows, sumOf(all, completion)] }),
    notes('口径', [DEFINITIONS.actions, `完成率：${DEFINITIONS.actionCompletion}`]),
  ]);
}

function listedRow(one: FormAction, place: number, { office, asOf }: Printing): FormRow {
  const isOpen = one.state === 'planned' || one.state === 'underway';
  const overdue = isOpen && one.dueOn < asOf ? '（逾期）' : '';
  return plain([
    cell(place),
    cell(one.month === null ? one.name : `${one.name}（${Number(one.month.slice(5))}月）`),
    cell(actionOriginWords[one.origin]),
    cell(one.unitName ?? office),
    cell(printedDate(one.dueOn)),
    cell(`${actionStateWords[one.state]}${overdue}`),
    cell(one.doneOn && printedDate(one.doneOn)),
    cell(evidenceOf(one), { small: true }),
    cell(one.note, { small: true }),
  ]);
}

function evidenceOf({ evidenceNumber, sessions }: FormAction): string | null {
  const parts = [evidenceNumber, sessions > 0 && `学习场次 ${sessions} 场`].filter(Boolean);
  return parts.length > 0 ? parts.join('；') : null;
}

/** 合计＝待开展＋进行中＋已完成＋不开展, and the figure with what it is made of. */
function sumOf(actions: readonly FormAction[], completion: Rate): FormRow {
  const parts = ACTION_STATES.map(
    (state) => [state, actions.filter((one) => one.state === state).length] as const,
  )
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${actionStateWords[state]} ${count}`);
  const identity = parts.length > 0 ? `＝${parts.join('＋')}` : '';
  const { numerator, denominator } = completion;
  const figure = `完成率 ${printRate(completion)}（${numerator}/${denominator}）`;
  return sumRow([
    cell('合计', { align: 'center' }),
    cell(`${actions.length} 项${identity}；${figure}`, { across: COLUMNS.length - 1, align: 'left' }),
  ]);
}
