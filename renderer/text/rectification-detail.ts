import type { FollowUpKind, ItemMove } from '../../shared/vocabulary/words.ts';
import { dayOf, longDay } from './frame.ts';
import { itemFormText, moveTitle } from './rectification-page.ts';
import { followUpKindWords, itemMoveWords } from './words.ts';

/** A due date told as a number of working days. */
export const workingDaysText = {
  before: '或从',
  today: '今天',
  due: '现行时限',
  after: '起',
  unit: '个工作日',
  label: '多少个工作日',
  reached: (day: string): string => `即 ${longDay(day)}`,
  off: (spans: readonly string[]): string => `跳过放假 ${spans.join('、')}`,
  worked: (days: readonly string[]): string => `补班照算 ${days.map(dayOf).join('、')}`,
  weekends: '只跳过周六周日',
  unknown: (years: readonly number[]): string =>
    `${years.join('、')} 年的放假安排没有录入，按周一至周五算，请核对。`,
  span: (from: string, until: string): string =>
    from === until ? dayOf(from) : `${dayOf(from)}至${dayOf(until)}`,
} as const;

/** What is written down beside an item, and what was done to it. */
export const followUpText = {
  button: { progress: '登记进展', supervision: '登记督办跟进' },
  title: (kind: FollowUpKind, number: string): string => `${TITLES[kind]}：${number}`,
  text: { progress: '进展', supervision: '跟进情况' },
  on: '日期',
  onHint: '不能晚于今天。',
  nextOn: '下次跟进日期',
  nextOnHint: '到那一天列进工作台；不填就不再提醒。',
  save: '登记',
  done: { progress: '已登记进展。', supervision: '已登记督办跟进。' },
} as const;

const TITLES: Readonly<Record<FollowUpKind, string>> = {
  progress: '登记进展',
  supervision: '登记督办跟进',
};

export const superviseText = {
  begin: '列入督办',
  end: '解除督办',
  beginTitle: (number: string): string => `列入督办：${number}`,
  endTitle: (number: string): string => `解除督办：${number}`,
  reason: '理由',
  nextOn: '首次跟进日期',
  nextOnHint: '到那一天列进工作台；不填就不提醒。',
  note: '督办只作标记并登记跟进情况，不改变状态和时限；可以撤销或解除。',
  begun: '已列入督办。',
  ended: '已解除督办。',
  since: (day: string): string => `${dayOf(day)}起督办`,
  next: (day: string): string => `下次跟进 ${dayOf(day)}`,
  nextDue: (day: string): string => `该跟进了（${dayOf(day)}）`,
} as const;

export const repeatText = {
  link: '关联重复问题',
  change: '改关联',
  unlink: '取消关联',
  title: (number: string): string => `关联重复问题：${number}`,
  note: '同类问题以前销过号、现在又出现的，关联到原问题，原问题不变。',
  field: '重复的原问题',
  linked: '已关联原问题。',
  unlinked: '已取消关联。',
  save: '关联',
} as const;

export const historyText = {
  title: '经过（谁、何时、做了什么）',
  empty: '还没有办理记录。',
  earlier: (count: number): string => `再看更早的 ${count} 条`,
  edited: (fields: readonly string[]): string => `修改${fields.map(fieldName).join('、')}`,
  moved: (move: ItemMove): string => (move === 'start' ? moveTitle(move) : itemMoveWords[move]),
  followUp: (kind: FollowUpKind): string => followUpKindWords[kind],
  supervised: (isOn: boolean): string => (isOn ? superviseText.begin : superviseText.end),
  line: (who: string, what: string): string => `${who} ${what}`,
  field: (field: string): string => `${fieldName(field)}：`,
  blank: '（空）',
  done: (at: string): string => `${at} 办理`,
} as const;

const FIELDS: Readonly<Record<string, string>> = {
  ...itemFormText.fields,
  number: '编号',
  extendedDueOn: '时限',
  evidenceNumber: '佐证',
  mergedInto: '并入的问题',
};

function fieldName(field: string): string {
  return FIELDS[field] ?? field;
}
