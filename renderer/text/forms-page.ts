import type { FormFile, FormId } from '../../shared/vocabulary/words.ts';
import { dayOf } from './frame.ts';

export const formsText = {
  title: '表格',
  subtitle: '先看再印；印的、存的和这里看到的一样',
  list: '表格目录',
  number: (number: number): string => `表${number}`,
  preview: '表格预览',
  saveAs: { xlsx: '存为 Excel', docx: '存为 Word', html: '存为网页' } satisfies Record<FormFile, string>,
  saved: (file: string): string => `已存为 ${file}`,
  print: '打印',
  asOf: '数据截止',
  phase: '环节',
  everyPhase: '全部环节',
  sessionLabel: '场次',
  session: (day: string | null, title: string): string => (day ? `${dayOf(day)} ${title}` : title),
  chooseSession: '选一场学习，就能看到它的签到表。',
  makeups: '补课状态',
  makeupStates: { all: '全部缺课', open: '还没补完的' },
  notes: {
    signInSheet: '名单按单位和排序号；二维码是场次编号，签好的表可以导回来。',
    attendanceSummary: '只算截止日前已审核的必训场次，其余列明未计入。',
    makeupRegister: '按缺课的场次列人，留有签字栏。',
  } satisfies Record<FormId, string>,
  pair: (label: string, value: string): string => `${label}：${value}`,
  strip: (name: string, at: number, of: number): string => `${name}（${at}/${of}）`,
  leftOut: (rows: number): string => `后面还有 ${rows} 行，打印和存文件时是全的。`,
} as const;
