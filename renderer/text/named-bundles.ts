import type { Mark } from '../../shared/vocabulary/words.ts';
import { declarationWords, filingStateWords, markWords } from './words.ts';

/** Lists with names: let out by an office for a reason, kept apart by its group. */
export const namedText = {
  choice: '含姓名（须说明理由）',
  choiceHint: '平常不用：对方不需要姓名也能汇总。只有上级书面要名单时才选，另占一个号。',
  warning: (recipient: string): readonly string[] => [
    `花名册、学习考勤（含假别）、自查填报带真实姓名，交给${recipient}；事由、摘要、职务仍不带。`,
    '发出就收不回来：删不掉、改不了，对方怎么传看，本机管不到。',
    '名单用一次性编号，程序不会并入对方台账；但两边逐场比对，仍可能认出化名台账里的同一个人。',
    '不代替平常的包：台账的改动照常另外出包。理由写进包里和日志，对方看得到。',
  ],
  reason: '为什么要带姓名（200字以内，写进包里）',
  sure: '我核对过依据和接收单位，知道发出后收不回来',
  make: '生成含姓名的包',
  needs: '写明理由并打勾后才能生成',
  content: (asOf: string): string => `姓名，截止${asOf}`,

  open: '看名单',
  openOf: (sequence: number): string => `看第${sequence}号的名单`,
  erased: '含姓名，内容已清除',
  title: (name: string, sequence: number): string => `${name}第${sequence}号：含姓名的名单`,
  apart: '这份名单单独留存，不在台账里。每看一次都记入日志；用完请清除。',
  theirs: (reason: string): string => `报送单位的理由：${reason}`,
  why: '为什么要看（记入日志）',
  look: '记入日志并打开',
  close: '关闭',
  erase: '清除内容…',
  eraseWhy: '为什么清除（记入日志）',
  eraseExplain:
    '名单内容从本机删除，不能恢复；收包记录、号数和摘要留着。以前做的备份里仍有，按备份的保管办法处理。',
  eraseYes: '清除，不能恢复',
  eraseBack: '不清除',
  erasedDone: (sequence: number): string => `第${sequence}号的名单内容已清除`,
  foot: (people: number, sessions: number, asOf: string): string =>
    `共 ${people} 人、${sessions} 场，截止${asOf}；点一个人看各场（也记入日志）。到＝出席、视频、迟到。`,
  columns: { name: '姓名', unit: '单位', present: '到', owed: '待补', filings: '自查' },
  absences: {
    officialLeave: '公假',
    sickLeave: '病假',
    personalLeave: '事假',
    duty: '值班',
    absent: '缺席',
    exempt: '免到',
    unmarked: '未登',
  } satisfies Partial<Record<Mark, string>>,
  filing: (
    round: string,
    declared: keyof typeof declarationWords,
    state: keyof typeof filingStateWords,
  ): string => `${declarationWords[declared]}，${filingStateWords[state]}（${round}）`,
  of: (name: string): string => `${name}的各场`,
  sessionColumns: { on: '日期', title: '场次', unit: '当时单位', mark: '到缺', makeup: '补课' },
  mark: (mark: Mark): string => markWords[mark],
} as const;
