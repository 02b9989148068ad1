import type { ItemMove, ItemState } from '../../shared/vocabulary/words.ts';
import { dayOf } from './frame.ts';
import { itemFormText, moveFormText, moveTitle } from './rectification-page.ts';
import { itemStateWords } from './words.ts';

/** Work on many rows at once: what will change, what will not and why, before anything is written. */
export const bulkText = {
  edit: '批量修改',
  extend: '批量延期',
  move: (move: ItemMove, count: number): string => `${moveTitle(move)} ${count}`,
  editTitle: (count: number): string => `批量修改：选了 ${count} 条`,
  extendTitle: (count: number): string => `批量延期：选了 ${count} 条`,
  moveOf: (move: ItemMove, count: number): string => `${moveTitle(move)}：选了 ${count} 条`,
  editNote: '只填要改的项，空着的不动。整批作为一步，可以撤销。',
  extendNote: '原时限一直列出。整批作为一步，没有再改动之前可以撤销。',
  moveNote: (move: ItemMove): string =>
    moveFormText.beforehand[move] ?? '整批作为一步办理；不能直接撤销，要改按流程办相反的动作。',
  willChange: (count: number): string => `将改 ${count} 条`,
  stays: (count: number): string => `不受影响 ${count} 条`,
  listed: { changes: '将改的问题', stays: '不受影响的问题和原因' },
  show: '看哪些',
  columns: { number: '编号', problem: '问题表现', change: '改动', why: '原因' },
  change: (before: string, after: string): string => `${before} → ${after}`,
  changeOf: (field: string, before: string, after: string): string => `${field}：${before} → ${after}`,
  blank: '（空）',
  nothingSet: '先填要改的项',
  nothingToDo: '没有可改的问题',
  confirm: (count: number): string => `确认，改 ${count} 条`,
  confirmMove: (move: ItemMove, count: number): string => `${moveTitle(move)} ${count} 条`,
  edited: (count: number): string => `已修改 ${count} 条，可以撤销。`,
  unchanged: '这些问题已经是这样，没有改动。',
  extended: (count: number): string => `已延期 ${count} 条，可以撤销。`,
  moved: (move: ItemMove, count: number, first: string | null, last: string | null): string =>
    move === 'issue' && first && last
      ? `已下达 ${count} 条，编号 ${first} 至 ${last}。`
      : `${moveTitle(move)}：已办 ${count} 条。`,
  /** The core refused some: they are put aside, and the rest can be confirmed. */
  putAside: (count: number): string =>
    `其中 ${count} 条办不了，已移到“不受影响”里，其余的还没有保存，可以再按确认。`,
  why: {
    same: '已经是这样',
    state: (state: ItemState): string => `${itemStateWords[state]}的不能办`,
    fixed: (fields: readonly string[]): string =>
      `下达后${fields.map((field) => FIELDS[field] ?? field).join('、')}不能再改`,
  },
  fields: {
    ...itemFormText.fields,
    state: '状态',
    extendedDueOn: '时限',
  },
  to: '怎么延',
  byDay: '都延到一天',
  byWorkingDays: '各自往后若干个工作日',
  workingDays: '多少个工作日',
  workingDaysHint: '从每一条的现行时限起算，跳过节假日，补班照算。',
  day: (date: string): string => dayOf(date),
} as const;

const FIELDS: Readonly<Record<string, string>> = itemFormText.fields;
