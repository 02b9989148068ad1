import { foldName } from '../../shared/rules/names.ts';
import type { Mark } from '../../shared/vocabulary/words.ts';
import type { HeaderWords } from './header.ts';

/** Labels of a sign-in sheet's columns. */
export const SIGN_IN_WORDS: HeaderWords = {
  required: 'mark',
  fields: {
    name: [
      '姓名',
      '名字',
      '人员姓名',
      '干警姓名',
      '干部姓名',
      '民警姓名',
      '职工姓名',
      '参会人员',
      '参加人员',
      '参学人员',
      '应到人员',
    ],
    unit: [
      '单位',
      '单位名称',
      '所在单位',
      '工作单位',
      '所属单位',
      '人员单位',
      '单位/部门',
      '单位及部门',
      '部门',
      '所在部门',
      '科室',
      '所在科室',
    ],
    number: ['序号', '编号', '排序号', '顺序号', '号', 'No', 'No.', 'NO', 'NO.'],
    disambiguator: ['区分码', '警号', '工号', '证号', '职工编号', '人员编号', '警员编号'],
    mark: [
      '签到',
      '签名',
      '签字',
      '签到栏',
      '签到情况',
      '签到签名',
      '签到签字',
      '签名签到',
      '签到/签名',
      '签名/签到',
      '签到或签名',
      '本人签名',
      '本人签字',
      '本人签到',
      '考勤',
      '考勤情况',
      '考勤登记',
      '出勤',
      '出勤情况',
      '出席情况',
      '到会情况',
      '到课情况',
      '到场情况',
      '到学情况',
      '参会情况',
      '参加情况',
      '参学情况',
      '参训情况',
      '是否到会',
      '是否参加',
      '是否出席',
      '是否签到',
      '上午',
      '下午',
      '晚上',
      '上午签到',
      '下午签到',
      '晚上签到',
      '签到上午',
      '签到下午',
      '签到晚上',
      '上午签名',
      '下午签名',
      '签名上午',
      '签名下午',
    ],
    reason: [
      '事由',
      '请假事由',
      '缺席事由',
      '未到事由',
      '未到原因',
      '缺席原因',
      '请假原因',
      '未参加原因',
      '未参加事由',
      '原因',
      '情况说明',
      '说明',
      '备注',
    ],
  },
  others: ['职务', '职级', '性别', '电话', '联系电话', '手机', '手机号', '手机号码', '身份证号', '签退'],
};

/** Columns of parts of one day, which one mark cannot tell apart. */
export const PART_OF_DAY = /上午|下午|晚上/;

const MARK_TEXTS = {
  present: [
    ...[
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
    ],
    ...['参会', '实到'],
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
} as const satisfies Partial<Record<Mark, readonly string[]>>;

/** The same sign as fonts and input methods draw it. */
const DRAWN_ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[✓✔☑✅]/g, '√'],
  [/[〇◯⭕⚪]/g, '○'],
  [/[✕✖✗✘☓╳Xx]/g, '×'],
];

/** The key under which spellings of one mark are one: folded as names are, signs that look alike made equal. */
export function markKey(text: string): string {
  const folded = foldName(text).replace(/\s/g, '');
  if ([...folded].length !== 1) return folded;
  return DRAWN_ALIKE.reduce((key, [alike, sign]) => key.replace(alike, sign), folded);
}

/**
 * What a text in a sign-in sheet means without anybody saying so, by its key. Circles, crosses and shortened words
 * mean different things in different offices and are not among them.
 */
export const BUILT_IN_MARKS: ReadonlyMap<string, Mark> = new Map(
  Object.entries(MARK_TEXTS).flatMap(([mark, texts]) =>
    texts.map((text) => [markKey(text), mark as Mark] as const),
  ),
);

const ABSENCE =
  /假|缺|值班|备勤|出差|公差|公出|开会|培训|未到|没到|未参|未来|外出|在外|住院|旷|免到|迟到|不能/;

/** Says that somebody may not have been there: with a blank for a mark nobody should read past it. */
export function speaksOfAbsence(remark: string): boolean {
  return ABSENCE.test(foldName(remark));
}
