import type { CounterKind } from '../../shared/vocabulary/words.ts';
import { counterKindWords } from './words.ts';

/** Talks, institutions and counters share one entry of the rail. */
export const supportingText = {
  tabs: '日常登记',
  talks: '谈话',
  institutions: '制度清单',
  counters: '月度计数',
} as const;

/** Monthly counters, a sheet of units by kinds. */
export const countersText = {
  title: '月度计数',
  subtitle: '按月逐单位填个数；表彰只记数，不记姓名',
  sheet: (month: string): string => `${monthText(month)}各单位计数`,
  unit: '单位',
  all: '合计',
  views: '看哪一张表',
  view: { month: '月表', year: '年表' },
  month: '月份',
  before: '上一个月',
  after: '下一个月',
  year: '年份',
  yearOf: (year: number): string => `${year}年`,
  show: '列出哪些单位',
  lastMonth: '上月',
  total: (units: number): string => `合计（${units} 个单位）`,
  totalBefore: (month: string): string => `${monthText(month)}合计`,
  /** Read out for a cell. */
  cell: (unit: string, kind: CounterKind, count: number | null, before: number | null): string =>
    `${unit} ${counterKindWords[kind]}：${said(count)}，上月${said(before)}`,
  undo: '撤销',
  redo: '重做',
  export: '存为 Excel',
  exported: (file: string): string => `已存为 ${file}`,
  import: '导入',
  unsaved: (cells: number): string => `${cells} 格待保存`,
  readOnly: '只能看：由录入员和审核人填写',
  saveAgain: '再存一次',
  dropUnsaved: '放弃没存的',
  clash: (unit: string, kind: CounterKind, mine: number | null, theirs: number | null): string =>
    `${unit} ${counterKindWords[kind]}：别人已填${said(theirs)}，您填的是${said(mine)}`,
  useMine: '用我的',
  useTheirs: '用别人的',
  said: {
    typed: (unit: string, kind: CounterKind, count: number | null): string =>
      `${unit} ${counterKindWords[kind]} ${said(count)}`,
    cleared: (cells: number): string => `清空 ${cells} 格`,
    filled: (cells: number): string => `向下填充 ${cells} 格`,
    spread: (cells: number, count: number): string => `${cells} 格都填 ${count}`,
    pasted: (cells: number): string => `粘贴 ${cells} 格`,
  },
  pasted: (cells: number, unread: readonly string[], outside: number): string =>
    [
      cells > 0 ? `已粘贴 ${cells} 格` : '粘贴的内容和表里一样，没有改动',
      unread.length > 0 ? `没有写入的：${unread.slice(0, 5).join('、')}${unread.length > 5 ? '等' : ''}` : '',
      outside > 0 ? `${outside} 格超出表外，没有写入` : '',
    ]
      .filter(Boolean)
      .join('；'),
  copied: (cells: number): string => `已复制 ${cells} 格`,
  leftAsIs: (cells: number): string => (cells > 0 ? `${cells} 格后来又改过，保持现在的` : ''),
  tooLarge: (most: number): string => `一格最多填 ${most}，没有改动`,
  chosen: (cells: number, sum: number): string => `选中 ${cells} 格，和 ${sum}`,
  /** A spreadsheet's row of sums is no unit. */
  sumWords: ['小计', '合计', '总计', '共计'],
  keys: {
    digits: '直接敲数字',
    enter: '向下',
    tab: '向右',
    paste: '粘贴 Excel 的一块',
    fill: '向下填充',
    clear: '清空',
  },
  identity: (sums: Readonly<Record<CounterKind, number>>, all: number): string => {
    const terms = Object.entries(sums).map(
      ([kind, sum]) => `${counterKindWords[kind as CounterKind]} ${sum}`,
    );
    return `合计 ${all}＝${terms.join('＋')}`;
  },
  foot: (units: number, filled: number, cells: number): string =>
    `${units} 个单位，填了 ${filled} 个单位 ${cells} 格；空白是没有填报，不等于零。灰字是上月。`,
  noUnits: '还没有单位。先在花名册里建好单位，这里就有一行一行可填。',
  noUnitsThere: '没有单位名册，也就没有月度计数。',
  toPersonnel: '去花名册',
  nobodyFilled: '这个月还没有单位填报。',
  showAll: '列出全部单位',
  yearBy: '看哪一项',
  kind: '项目',
  everyKind: '各项合计',
  yearTitle: (year: number, kind: CounterKind | null): string =>
    `${year}年${kind ? counterKindWords[kind] : '各项'}按月`,
  yearFoot: (rows: number, isUnits: boolean, ofPhase: boolean): string =>
    [
      isUnits ? `${rows} 个单位有数` : '全部单位之和',
      ...(ofPhase ? ['只列这个环节的月份，跨两个环节的月份算在后一个'] : []),
      '空白是没有填报，不等于零。点月份看那个月的表。',
    ].join('；'),
  monthOfYear: (month: number): string => `${month}月`,
  openMonth: (month: number): string => `看${month}月的表`,
  nothingInYear: '这一年没有这一项的数。',
} as const;

/** `2021-03` as 2021年3月. */
function monthText(month: string): string {
  return `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;
}

function said(count: number | null): string {
  return count === null ? '空白' : String(count);
}
