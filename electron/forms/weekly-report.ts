import type { FormDocument, FormTable } from '../../shared/contract/forms.ts';
import { printRate, type Rate, rate } from '../../shared/rules/rates.ts';
import type { WeekAndTotal } from '../../shared/rules/weeks.ts';
import { addDays } from '../../shared/vocabulary/dates.ts';
import type { WeeklyCount } from '../../shared/vocabulary/weekly-words.ts';
import { WEEKLY_COUNTS } from '../../shared/vocabulary/weekly-words.ts';
import { FIGURE_IDS, type FigureId } from '../../shared/vocabulary/words.ts';
import type { FrozenWeek, WeeklyContent } from '../registers/weekly-reports/weekly-reports-register.ts';
import { cell, headRow, plain, sumRow } from './cells.ts';
import { DEFINITIONS } from './definitions.ts';
import { formDocument, formTable, notes, type Printing } from './form-document.ts';
import { figureWords, weeklyCountWords } from './form-words.ts';
import { printedDate } from './printed-dates.ts';

export interface PrintedWeek {
  readonly week: FrozenWeek;
  /** The version before it; null for the first. */
  readonly earlier: WeeklyContent | null;
  /** Last version of the week before; null where that was not frozen. */
  readonly before: WeeklyContent | null;
}

/** Form 10: a frozen week next to the one before, and what a later version corrected. */
export function weeklyReport({ week, earlier, before }: PrintedWeek, printing: Printing): FormDocument {
  return formDocument('weeklyReport', printing, [
    { kind: 'paragraph', manner: 'plain', align: 'left', text: spanOf(week) },
    countTable(week, before),
    figureTable(week, before),
    categoryTable(week),
    notes('口径', [DEFINITIONS.weekly, `参与率（含补课）：${DEFINITIONS.participationWithMakeup}`]),
    ...(earlier ? [notes('更正', [`原因：${week.reason ?? ''}`, ...corrections(earlier, week)])] : []),
  ]);
}

/** 2021-04-05 第2版 */
export function weeklySubject({ weekBeginsOn, version }: FrozenWeek): string {
  return version === 1 ? weekBeginsOn : `${weekBeginsOn}-第${version}版`;
}

function spanOf({ weekBeginsOn, asOf, version }: FrozenWeek): string {
  const sunday = addDays(weekBeginsOn, 6);
  const until = asOf === sunday ? '' : `，统计至${printedDate(asOf)}`;
  return `本周：${printedDate(weekBeginsOn)}至${printedDate(sunday)}${until}；第${version}版。`;
}

function countTable(week: WeeklyContent, before: WeeklyContent | null): FormTable {
  const columns = [
    [70, 'left'],
    [26, 'center'],
    [26, 'center'],
    [26, 'center'],
    [26, 'center'],
  ] as const;
  const row = (name: string, { week: now, total }: WeekAndTotal, last: number | null) =>
    plain([cell(name), cell(now), cell(last), cell(last === null ? null : now - last), cell(total)]);
  const attended = ({ counts }: WeeklyContent, of: keyof WeekAndTotal) =>
    printRate(rate(counts.present[of], counts.expected[of]));
  return formTable('工作情况', columns, {
    head: [headRow(['项目', '本周', '上周', '增减', '累计'])],
    rows: [
      ...WEEKLY_COUNTS.map((count) =>
        row(weeklyCountWords[count], week.counts[count], before?.counts[count].week ?? null),
      ),
      plain([
        cell('参与率（首次）'),
        cell(attended(week, 'week')),
        cell(before && attended(before, 'week')),
        cell(null),
        cell(attended(week, 'total')),
      ]),
    ],
  });
}

function figureTable(week: WeeklyContent, before: WeeklyContent | null): FormTable {
  const columns = [
    [70, 'left'],
    [34, 'center'],
    [35, 'center'],
    [35, 'center'],
  ] as const;
  const shown = FIGURE_IDS.flatMap((id) => (week.figures[id] ? [{ id, now: week.figures[id] }] : []));
  return formTable('累计指标', columns, {
    head: [headRow(['指标', '比率', '分子/分母', '上周'])],
    rows: shown.map(({ id, now }) => {
      const last = before?.figures[id];
      return plain([
        cell(figureWords[id]),
        cell(printRate(now)),
        cell(`${now.numerator}/${now.denominator}`, { small: true }),
        cell(last ? printRate(last) : null),
      ]);
    }),
  });
}

function categoryTable({ categories, counts }: WeeklyContent): FormTable {
  const columns = [
    [74, 'left'],
    [25, 'center'],
    [25, 'center'],
    [25, 'center'],
    [25, 'center'],
  ] as const;
  const cells = ({ issued, closed }: { issued: WeekAndTotal; closed: WeekAndTotal }) =>
    [issued.week, issued.total, closed.week, closed.total].map((count) => cell(count));
  return formTable('问题分类', columns, {
    head: [headRow(['问题类别', '本周下达', '累计下达', '本周销号', '累计销号'])],
    rows: [
      ...categories.map((one) => plain([cell(one.name ?? NO_CATEGORY), ...cells(one)])),
      sumRow([cell('合计'), ...cells({ issued: counts.itemsIssued, closed: counts.itemsClosed })]),
    ],
  });
}

const NO_CATEGORY = '（未分类）';

/** What differs between two versions of a week, a line for each number. */
function corrections(earlier: WeeklyContent, week: WeeklyContent): string[] {
  return [
    ...WEEKLY_COUNTS.flatMap((count) => countCorrections(count, earlier, week)),
    ...FIGURE_IDS.flatMap((id) => figureCorrections(id, earlier.figures[id], week.figures[id])),
    ...(sameCategories(earlier, week) ? [] : ['问题分类的数字有更正，见上表。']),
  ];
}

function countCorrections(count: WeeklyCount, earlier: WeeklyContent, week: WeeklyContent): string[] {
  const [was, is] = [earlier.counts[count], week.counts[count]];
  const name = weeklyCountWords[count];
  return [
    ...(was.week === is.week ? [] : [`${name}（本周）：${was.week}更正为${is.week}`]),
    ...(was.total === is.total ? [] : [`${name}（累计）：${was.total}更正为${is.total}`]),
  ];
}

function figureCorrections(id: FigureId, was: Rate | undefined, is: Rate | undefined): string[] {
  const shown = (one: Rate | undefined) =>
    one ? `${printRate(one)}（${one.numerator}/${one.denominator}）` : '—';
  return shown(was) === shown(is) ? [] : [`${figureWords[id]}：${shown(was)}更正为${shown(is)}`];
}

function sameCategories(earlier: WeeklyContent, week: WeeklyContent): boolean {
  return JSON.stringify(earlier.categories) === JSON.stringify(week.categories);
}
