import type { FormCell, FormDocument, FormTable } from '../../shared/contract/forms.ts';
import { printRate, rate } from '../../shared/rules/rates.ts';
import type {
  FilingSummary,
  FilingSums,
  NamedFiler,
} from '../registers/self-inspection/self-inspection-forms.ts';
import { cell, headRow, label, plain, sumRow } from './cells.ts';
import { DEFINITIONS } from './definitions.ts';
import { formDocument, formTable, notes, type Printing } from './form-document.ts';
import { declarationWords, filingStateWords, NAMELESS, NOT_FILED } from './form-words.ts';
import { printedDate, printedSpan } from './printed-dates.ts';

type Sums = Omit<FilingSums, 'unit_name'>;
const NOBODY: Sums = { expected: 0, filed: 0, returned: 0, declared: 0, items: 0, rectified: 0 };

/**
 * Form 4: who was to file in a round and who had, by unit.
 * @param summary null before the first round
 * @param hasItems false where the items of filings stay at the office that sent the rest
 */
export function selfInspectionSummary(
  summary: FilingSummary | null,
  hasItems: boolean,
  printing: Printing,
): FormDocument {
  const units = summary?.units ?? [];
  const whole = units.reduce<Sums>(addUp, NOBODY);
  return formDocument('selfInspectionSummary', printing, [
    { kind: 'paragraph', manner: 'plain', align: 'left', text: rangeOf(summary) },
    unitTable(units, whole, hasItems),
    notes('口径', [
      `覆盖率：${DEFINITIONS.selfInspectionCoverage}`,
      DEFINITIONS.filings,
      ...remarksOn(summary, whole, hasItems),
    ]),
    ...(summary?.people ? [nameTable(summary.people)] : []),
  ]);
}

/** Tells a round's tables apart, and the one with names from the one without. */
export function selfInspectionSubject(summary: FilingSummary | null): string {
  return [summary?.round.name, summary?.people && '含名单'].filter(Boolean).join('-');
}

function rangeOf(summary: FilingSummary | null): string {
  if (!summary) return '截止日前还没有开始的自查轮次。';
  const { name, beginsOn, endsOn } = summary.round;
  return `统计轮次：${name}（${printedSpan(beginsOn, endsOn)}）；应填人员按${printedDate(summary.census)}在岗、借入统计。`;
}

function unitTable(units: readonly FilingSums[], whole: Sums, hasItems: boolean): FormTable {
  return formTable(
    '单位统计',
    [
      [10, 'center'],
      [46, 'left'],
      [16, 'center'],
      [16, 'center'],
      [17, 'center'],
      [20, 'center'],
      [19, 'center'],
      [15, 'center'],
      [15, 'center'],
    ],
    {
      head: [
        headRow([
          label('序号', { down: 2 }),
          label('单位', { down: 2 }),
          label('应填', { down: 2 }),
          label('已填', { down: 2 }),
          label('覆盖率', { across: 2 }),
          label('有问题\n人数', { down: 2 }),
          label('事项数', { down: 2 }),
          label('转整改', { down: 2 }),
        ]),
        headRow(['比率', '已填/应填']),
      ],
      rows: [
        ...units.map((unit, place) =>
          plain([cell(place + 1), cell(unit.unit_name), ...sumCells(unit, hasItems)]),
        ),
        sumRow([cell('合计', { across: 2, align: 'center' }), ...sumCells(whole, hasItems)]),
      ],
    },
  );
}

function sumCells({ expected, filed, declared, items, rectified }: Sums, hasItems: boolean): FormCell[] {
  return [
    cell(expected),
    cell(filed),
    cell(printRate(rate(filed, expected))),
    cell(`${filed}/${expected}`, { small: true }),
    cell(declared),
    cell(hasItems ? items : NOT_SENT),
    cell(hasItems ? rectified : NOT_SENT),
  ];
}

const NOT_SENT = '—';

function remarksOn(summary: FilingSummary | null, whole: Sums, hasItems: boolean): string[] {
  const missing = whole.expected - whole.filed;
  const beside = summary?.filedBeside ?? 0;
  return [
    ...(missing > 0 ? [`未填${missing}人，其中退回补充${whole.returned}人。`] : []),
    ...(beside > 0 ? [`另有${beside}人已填报，统计日不在岗或借入（调离、退休等），未计入。`] : []),
    ...(hasItems ? [] : ['事项数、转整改不上报，本表以“—”表示。']),
  ];
}

function nameTable(people: readonly NamedFiler[]): FormTable {
  return formTable(
    '填报名单',
    [
      [10, 'center'],
      [24, 'center'],
      [45, 'left'],
      [19, 'center'],
      [30, 'center'],
      [20, 'center'],
      [26, 'center'],
    ],
    {
      head: [headRow(['序号', '姓名', '单位', '状态', '填报日期', '有无问题', '原件编号'])],
      rows: people.map((one, place) =>
        plain([
          cell(place + 1),
          cell(nameOf(one, people)),
          cell(one.unit_name),
          cell(one.state ? filingStateWords[one.state] : NOT_FILED),
          cell(one.filed_on && printedDate(one.filed_on), { small: true }),
          cell(one.declared && declarationWords[one.declared]),
          cell(one.paper_number, { small: true }),
        ]),
      ),
    },
  );
}

/** The badge number is printed only where two people of a unit share a name. */
function nameOf(one: NamedFiler, people: readonly NamedFiler[]): string {
  const isShared = people.some(
    (other) => other !== one && other.name === one.name && other.unit_name === one.unit_name,
  );
  if (one.name === null) return NAMELESS;
  return isShared && one.disambiguator ? `${one.name}\n（${one.disambiguator}）` : one.name;
}

function addUp(sum: Sums, unit: Sums): Sums {
  return {
    expected: sum.expected + unit.expected,
    filed: sum.filed + unit.filed,
    returned: sum.returned + unit.returned,
    declared: sum.declared + unit.declared,
    items: sum.items + unit.items,
    rectified: sum.rectified + unit.rectified,
  };
}
