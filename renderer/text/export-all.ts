import { dayOf } from './frame.ts';

/** One step of a group: a bundle for every office that waits for one. */
export const exportAllText = {
  open: '一次出齐…',
  title: '给各单位出反馈包',
  explain:
    '有新放行的反馈，或者等着回执的单位，各出一个包；没有放行的草稿不出门。号从出包起就占用，不能撤销。',
  columns: {
    choose: '选',
    office: '单位',
    fresh: '新放行',
    acknowledges: '回执',
    drafts: '草稿',
    last: '上一号',
  },
  choose: (office: string): string => `给${office}出包`,
  owed: '等回执',
  none: '没有往来单位。',
  nothing: '先选单位',
  seal: (count: number): string => `出 ${count} 个包`,
  foot: (waiting: number, all: number): string =>
    `${all} 个单位，${waiting} 个有新内容或等回执；点选可以加减`,
  asOf: (day: string): string => `数据截止 ${dayOf(day)}`,
  madeTitle: (count: number): string => `已出 ${count} 个反馈包`,
  madeColumns: { office: '单位', sequence: '号', rows: '行数', file: '文件' },
  failed: (name: string): string => `${name}没有出成：`,
  failedSafe: '别的单位的包不受影响。',
  save: '逐个下载',
  later: '以后再写',
  done: '完成',
  made: (count: number): string => `已出 ${count} 个包，写到介质上送出`,
} as const;
