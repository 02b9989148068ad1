import { foldName } from '../../shared/rules/names.ts';
import type { CounterField } from '../../shared/vocabulary/supporting-import.ts';
import { COUNTER_KINDS, type CounterKind } from '../../shared/vocabulary/words.ts';
import type { HeaderWords } from './header.ts';
import { dueDayOf } from './item-words.ts';
import { cellText, type SheetCell } from './sheet-grid.ts';

const KINDS: Readonly<Record<CounterKind, readonly string[]>> = {
  opinionsSought: ['征求意见', '征求意见建议', '征求意见数', '征求意见条数', '意见建议', '征集意见'],
  practicalThings: [
    '办实事',
    '办实事数',
    '办实事件数',
    '为群众办实事',
    '为民办实事',
    '我为群众办实事',
    '办实事好事',
    '办好事实事',
  ],
  activities: ['开展活动', '活动', '活动数', '活动次数', '开展活动次数', '活动场次'],
  pressConferences: ['发布会', '新闻发布会', '发布会场次', '新闻发布会场次', '召开发布会'],
  commendedGroups: ['表彰集体', '表彰先进集体', '表彰集体数', '先进集体', '受表彰集体'],
  commendedPeople: ['表彰个人', '表彰先进个人', '表彰个人数', '先进个人', '受表彰个人', '表彰人数'],
};

const FIELDS: Readonly<Record<CounterField, readonly string[]>> = {
  unit: ['单位', '单位名称', '填报单位', '部门', '所在单位', '报送单位'],
  month: ['月份', '月', '统计月份', '所属月份', '填报月份', '年月', '时间'],
  kind: ['项目', '计数项目', '统计项目', '指标', '类别', '事项', '内容'],
  count: ['数量', '数', '计数', '次数', '件数', '数目', '数值', '个数'],
  ...KINDS,
  total: ['合计', '小计', '总计', '共计'],
};

export const COUNTER_WORDS: HeaderWords = {
  required: 'unit',
  fields: FIELDS,
  others: ['序号', '备注', '填表人', '联系人', '联系电话', '填报时间', '填报日期'],
};

export function kindOf(text: string): CounterKind | null {
  const folded = foldName(text).replace(/[([【].*?[)\]】]/g, '');
  return COUNTER_KINDS.find((kind) => KINDS[kind].includes(folded)) ?? null;
}

const GROUPED = /^\d{1,3}(,\d{3})+$/;
const WHOLE = /^(\d{1,9})(\.0+)?[件次场个人条项家名起期]?$/;
const MOST = 1_000_000;

/** “１２”, “12 件”, “1,200”; null for anything that is not one whole number. */
export function countOf(cell: SheetCell): number | null {
  if (typeof cell === 'boolean' || (typeof cell === 'object' && cell !== null)) return null;
  const folded = foldName(cellText(cell)).replace(/\s/g, '');
  const text = GROUPED.test(folded) ? folded.replaceAll(',', '') : folded;
  const [, digits] = WHOLE.exec(text) ?? [];
  return digits !== undefined && Number(digits) <= MOST ? Number(digits) : null;
}

const MONTH = /^((?:19|20|21)\d{2})[-./年]?(0?[1-9]|1[0-2])(?:月份?)?$/;

/** “2021年3月”, “2021-03”, “202103”, or a day of the month; null where the year is not said. */
export function monthOfCell(cell: SheetCell): string | null {
  const [, year, month = ''] = MONTH.exec(foldName(cellText(cell)).replace(/\s/g, '')) ?? [];
  if (year) return `${year}-${month.padStart(2, '0')}`;
  return dueDayOf(cell)?.slice(0, 7) ?? null;
}

/** A month and no day: the day of filling in stands above a table too. */
const TITLE_MONTH = /((?:19|20|21)\d{2})[-./年](0?[1-9]|1[0-2])月份?(?!\d)/g;

/** The one month that the titles speak of; null where they name none, or several. */
export function monthOfTitles(titles: readonly string[]): string | null {
  const found = titles.flatMap((title) =>
    [...foldName(title).replace(/\s/g, '').matchAll(TITLE_MONTH)].map(
      ([, year, month = '']) => `${year}-${month.padStart(2, '0')}`,
    ),
  );
  const [month, ...others] = new Set(found);
  return month !== undefined && others.length === 0 ? month : null;
}
