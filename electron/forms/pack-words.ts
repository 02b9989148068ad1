import type { PackKind } from '../../shared/vocabulary/pack-words.ts';
import {
  type Declaration,
  MARKS,
  type Mark,
  type PostingStatus,
  type Staffing,
} from '../../shared/vocabulary/words.ts';
import { markWords } from './form-words.ts';

export const statusWords = {
  onDuty: '在岗',
  longSickLeave: '长期病休',
  secondedIn: '借入',
  secondedOut: '借出',
  transferredOut: '调离',
  retired: '退休',
} as const satisfies Record<PostingStatus, string>;

export const staffingWords = {
  politicalLegal: '政法专项',
  administrative: '行政',
  publicInstitution: '事业',
  support: '工勤',
} as const satisfies Record<Staffing, string>;

export const declarationWords = {
  noProblem: '无问题',
  hasProblem: '有问题',
} as const satisfies Record<Declaration, string>;

/** 免到 is the reviewer's, and a blank says 未登记. */
const NOT_GIVEN: readonly Mark[] = ['unmarked', 'exempt', 'leave'];
export const GIVEN_MARKS: readonly string[] = MARKS.filter((mark) => !NOT_GIVEN.includes(mark)).map(
  (mark) => markWords[mark],
);

export const packTitles = {
  roster: '花名册填报包',
  signIn: '签到填报包',
  selfInspection: '自查自纠填报包',
} as const satisfies Record<PackKind, string>;

export const packSheets = {
  roster: '花名册',
  signIn: '签到表',
  selfInspection: '自查自纠填报表',
} as const satisfies Record<PackKind, string>;

/** What a pack was given out for, before its name. */
export const occasionLabels = {
  session: '场次',
  round: '轮次',
} as const;

/** Of a list that was exported as it is seen. */
export const EXPORT_TITLE = '花名册';
export const WHOLE_OFFICE = '全部单位';
export const NAMES_SHEETS = { units: '单位名录', categories: '类别名录' } as const;

export const packInstructions = {
  roster: [
    '一、直接在表中改：职务、编制、状态、排序号、区分码。编制、状态、单位从下拉列表中选。调离、退休的改状态，不要删行。',
    '二、增加人员写在名单下面的空行，单位留空即为本单位。不要写身份证号、电话等其他内容。',
    '三、表头和隐藏列不能改动。填完保存为原来的格式，把文件交回。',
  ],
  signIn: [
    '一、在“签到”栏从下拉列表中选：出席、视频参加、迟到、公假、病假、事假、值班备勤或缺席。没有填的按未登记处理。',
    '二、请假、值班备勤和缺席的，在“事由”栏写明。名单不符的，不要改名单，另行报告。',
    '三、表头和隐藏列不能改动。填完保存为原来的格式，把文件交回。',
  ],
  selfInspection: [
    '一、本人交了填报表的，填“填报日期”，在“有无问题”栏选无问题或有问题，写上原件编号；没有交的留空。',
    '二、有问题的，在同一行选“类别”，“摘要”不超过200字；有几个问题的，在名单下面的空行写姓名、类别和摘要，一个问题一行。',
    '三、已登记的只列日期、有无问题和编号，不列问题；退回补充的，问题全部重填。不要写身份证号、电话等其他内容。',
    '四、表头和隐藏列不能改动。填完保存为原来的格式，把文件妥善交回，不要留存副本。',
  ],
} as const satisfies Record<PackKind, readonly string[]>;

export const validationWords = {
  title: '请从列表中选',
  message: '这一栏只能填列表中的内容。',
  tooLong: '文字过长',
  most: (characters: number): string => `这一栏最多 ${characters} 字。`,
} as const;

export const ROW_KEY = '行码';
