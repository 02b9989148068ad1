import type { Mark } from '../../shared/vocabulary/words.ts';

/** What people write into a sign-in sheet, as far as it can mean one thing only; the import of sheets reads the same. */
const TEXTS: Readonly<Partial<Record<Mark, readonly string[]>>> = {
  present: [
    '√',
    '到',
    '出席',
    '已到',
    '签到',
    '已签到',
    '已签',
    '到会',
    '已到会',
    '到场',
    '出勤',
    '参加',
    '已参加',
    '参会',
    '实到',
  ],
  video: ['视频参加', '视频'],
  late: ['迟到'],
  officialLeave: ['公', '公假'],
  sickLeave: ['病假'],
  personalLeave: ['事假'],
  duty: ['值班备勤', '值班/备勤', '值班', '备勤'],
  absent: ['缺席'],
  exempt: ['免到'],
  unmarked: ['未登记'],
};

/** One tick, as fonts and input methods draw it. */
const TICKS = /^[✓✔☑✅]$/;

const MARK_OF = new Map<string, Mark>(
  Object.entries(TEXTS).flatMap(([mark, texts]) => texts.map((text) => [text, mark as Mark] as const)),
);

/** What stands above a column of marks, of names, of units, of reasons. */
export const HEADINGS: Readonly<Record<'name' | 'unit' | 'mark' | 'reason', readonly string[]>> = {
  name: ['姓名', '人员姓名', '名字'],
  unit: ['单位', '单位名称', '所在单位', '部门'],
  mark: ['考勤', '签到', '签名', '出勤', '到会情况', '出勤情况', '考勤情况'],
  reason: ['事由', '原因', '备注', '请假事由'],
};

/** Undefined: it may mean several things (○ ×), or none; the user says so once. */
export function markOfText(text: string): Mark | undefined {
  const key = text.normalize('NFKC').replace(/\s+/gu, '');
  return MARK_OF.get(TICKS.test(key) ? '√' : key);
}
