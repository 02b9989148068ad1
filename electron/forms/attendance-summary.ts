import type { FormCell, FormDocument, FormTable } from '../../shared/contract/forms.ts';
import { printRate, rate } from '../../shared/rules/rates.ts';
import type { AttendanceSums, AttendanceTable, CountedUnit } from '../registers/study/study-forms.ts';
import { addedUp, NOBODY } from './attendance-sums.ts';
import { cell, headRow, label, plain, sumRow } from './cells.ts';
import { DEFINITIONS } from './definitions.ts';
import { formDocument, formTable, notes, type Printing } from './form-document.ts';
import { sessionStateWords } from './form-words.ts';
import { printedDate, printedDay, printedSpan } from './printed-dates.ts';
import { unitsBySessions } from './units-by-sessions.ts';

export interface SummarySpan {
  readonly from: string | null;
  readonly until: string | null;
  /** The phase's name, when only its sessions were asked for. */
  readonly phase: string | null;
}

/** Form 2: units by their sums, sessions by theirs, then every unit in every session. */
export function attendanceSummary(
  table: AttendanceTable,
  span: SummarySpan,
  printing: Printing,
): FormDocument {
  return formDocument('attendanceSummary', printing, [
    { kind: 'paragraph', manner: 'plain', align: 'left', text: rangeOf(table, span) },
    unitTable(table.units),
    notes('口径', [
      DEFINITIONS.identity,
      DEFINITIONS.counted,
      `参与率（首次）：${DEFINITIONS.participationFirst}`,
      `参与率（含补课）：${DEFINITIONS.participationWithMakeup}`,
    ]),
    sessionTable(table),
    notes('口径', [`出勤率：${DEFINITIONS.attendanceRate}`]),
    ...(table.uncounted.length > 0 ? [notes('未计入', uncountedLines(table))] : []),
    ...(table.sessions.length > 0
      ? [unitsBySessions(table), notes('口径', [DEFINITIONS.identity, DEFINITIONS.blank])]
      : []),
  ]);
}

function rangeOf({ sessions, uncounted }: AttendanceTable, { from, until, phase }: SummarySpan): string {
  const span = printedSpan(from, until) ?? '全部日期';
  const left = uncounted.length > 0 ? `，另有${uncounted.length}场未计入` : '';
  return `统计范围：${span}${phase ? `，${phase}环节` : ''}；计入必训场次${sessions.length}场${left}。`;
}

function unitTable(units: readonly CountedUnit[]): FormTable {
  const sums = units.map((unit) => addedUp(unit.bySession.values()));
  return formTable(
    '单位汇总',
    [
      [10, 'center'],
      [49, 'left'],
      ...Array<[number, 'center']>(6).fill([17, 'center']),
      [20, 'center'],
      [16, 'center'],
      [27, 'center'],
      [16, 'center'],
      [27, 'center'],
    ],
    {
      head: unitHeads(),
      rows: [
        ...units.map((unit, place) =>
          plain([cell(place + 1), cell(unit.name), ...sumCells(sums[place] ?? NOBODY)]),
        ),
        sumRow([cell('合计', { across: 2, align: 'center' }), ...sumCells(addedUp(sums))]),
      ],
    },
  );
}

function unitHeads(): FormTable['head'] {
  const twoRows = (text: string) => label(text, { down: 2 });
  return [
    headRow([
      twoRows('序号'),
      twoRows('单位'),
      label('人次', { across: 5 }),
      twoRows('免到'),
      twoRows('已确认\n补课'),
      label('参与率（首次）', { across: 2 }),
      label('参与率（含补课）', { across: 2 }),
    ]),
    headRow(['应到', '实到', '请假', '缺席', '未登记', '比率', '实到/应到', '比率', '含补课/应到']),
  ];
}

function sumCells(sums: AttendanceSums): FormCell[] {
  const { due, present, onLeave, absent, unmarked, exempt, confirmed } = sums;
  return [
    ...[due, present, onLeave, absent, unmarked, exempt, confirmed].map((count) => cell(count)),
    ...rateCells(present, due),
    ...rateCells(present + confirmed, due),
  ];
}

function rateCells(numerator: number, denominator: number): FormCell[] {
  return [
    cell(printRate(rate(numerator, denominator))),
    cell(`${numerator}/${denominator}`, { small: true }),
  ];
}

function sessionTable({ sessions, units }: AttendanceTable): FormTable {
  const sums = sessions.map((_, place) => addedUp(units.flatMap((unit) => unit.bySession.get(place) ?? [])));
  const cells = ({ due, present, onLeave, absent, unmarked }: AttendanceSums) => [
    ...[due, present, onLeave, absent, unmarked].map((count) => cell(count)),
    cell(printRate(rate(present, due))),
  ];
  return formTable(
    '场次汇总',
    [
      [12, 'center'],
      [36, 'left'],
      [98, 'left'],
      [24, 'center'],
      ...Array<[number, 'center']>(5).fill([15, 'center']),
      [22, 'center'],
    ],
    {
      head: [
        headRow(['场次', '日期', '学习内容', '批次', '应到', '实到', '请假', '缺席', '未登记', '出勤率']),
      ],
      rows: [
        ...sessions.map(({ day, title, batch }, place) =>
          plain([
            cell(place + 1),
            cell(printedDate(day)),
            cell(title),
            cell(batch),
            ...cells(sums[place] ?? NOBODY),
          ]),
        ),
        sumRow([cell('合计', { across: 4, align: 'center' }), ...cells(addedUp(sums))]),
      ],
    },
  );
}

function uncountedLines({ uncounted }: AttendanceTable): string[] {
  return uncounted.map(({ day, title, state, mandatory }) => {
    const why = state === 'approved' && mandatory === 0 ? '选训' : sessionStateWords[state];
    return `${printedDay(day)}《${title}》（${why}）`;
  });
}
