import { foldName } from '../../shared/rules/names.ts';
import type { RosterField } from '../../shared/vocabulary/import-outcomes.ts';
import type { PostingStatus, Staffing } from '../../shared/vocabulary/words.ts';
import { foldLabel, type HeaderWords } from './header.ts';

/** Labels of a roster's columns. Of several columns for one field the label named first wins. */
export const ROSTER_WORDS: HeaderWords = {
  required: 'name',
  fields: {
    name: ['姓名', '名字', '人员姓名', '干警姓名', '干部姓名', '民警姓名', '职工姓名'],
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
      '部门名称',
      '所在部门',
      '所属部门',
      '工作部门',
      '科室',
      '所在科室',
    ],
    post: [
      '职务',
      '现任职务',
      '行政职务',
      '职务/岗位',
      '职务职级',
      '职务/职级',
      '职务及职级',
      '岗位',
      '工作岗位',
      '职位',
    ],
    staffing: [
      '编制',
      '编制类型',
      '编制类别',
      '编制性质',
      '人员编制',
      '身份',
      '人员身份',
      '身份类别',
      '人员类别',
      '人员类型',
      '人员性质',
    ],
    status: ['状态', '人员状态', '在岗状态', '在岗情况', '是否在岗', '在职状态', '在职情况', '当前状态'],
    orderNumber: ['排序号', '排序', '顺序号', '序号'],
    disambiguator: [
      '区分码',
      '警号',
      '工号',
      '证号',
      '职工编号',
      '人员编号',
      '警员编号',
      '执法证号',
      '工作证号',
    ],
    remark: ['备注', '说明'],
  } satisfies Record<RosterField, readonly string[]>,
  others: [
    '性别',
    '民族',
    '身份证',
    '身份证号',
    '身份证号码',
    '公民身份号码',
    '证件号码',
    '出生',
    '出生年月',
    '出生日期',
    '年龄',
    '电话',
    '联系电话',
    '联系方式',
    '手机',
    '手机号',
    '手机号码',
    '级别',
    '职级',
    '警衔',
    '衔级',
    '学历',
    '政治面貌',
    '籍贯',
    '入党时间',
    '参加工作时间',
    '家庭住址',
    '家庭成员',
  ],
};

/** Columns by which a namesake is told from the same person listed twice; never stored. */
export const IDENTITY_LABEL = /身份|证件号|手机|电话|出生/;

/** A column about the person that is never stored, not even where somebody wants to map it. */
export function isPersonalLabel(label: string): boolean {
  const folded = foldLabel(label);
  const isStored = Object.values(ROSTER_WORDS.fields).some((labels) => labels.includes(folded));
  return !isStored && (IDENTITY_LABEL.test(folded) || ROSTER_WORDS.others.includes(folded));
}

const STATUS_WORDS: Record<PostingStatus, readonly string[]> = {
  onDuty: ['在岗', '在职', '在编', '在编在岗', '在岗在编', '在职在岗', '在岗在职', '正常', '是'],
  longSickLeave: ['长期病休', '长期病假', '长病', '长病假', '病休'],
  secondedIn: ['借入', '借调入', '借进', '借用来', '外单位借入', '从外单位借入'],
  secondedOut: ['借出', '借调出', '外借', '借调外出', '被借出', '借给外单位'],
  transferredOut: ['调离', '已调离', '调出', '已调出', '调走'],
  retired: ['退休', '已退休', '离退休', '离休'],
};

/** Says that somebody is seconded, not in which direction. */
const SECONDED = ['借调', '借用', '借调中', '抽调'];

const STAFFING_WORDS: Record<Staffing, readonly string[]> = {
  politicalLegal: ['政法专项', '政法', '专项', '中央政法专项', '政法专'],
  administrative: ['行政', '机关行政', '地方行政'],
  publicInstitution: ['事业', '全额事业', '财政全额事业'],
  support: ['工勤', '机关工勤', '工勤岗', '工人', '机关工人'],
};

const STATUSES = byWord(STATUS_WORDS);
const STAFFINGS = byWord(STAFFING_WORDS);

/** 'seconded' for a bare 借调; undefined for a word that is not known. */
export function statusOf(text: string): PostingStatus | 'seconded' | undefined {
  const word = foldName(text).replace(/人员$/, '');
  return SECONDED.includes(word) ? 'seconded' : STATUSES.get(word);
}

export function staffingOf(text: string): Staffing | undefined {
  return STAFFINGS.get(foldName(text).replace(/(编制|编|人员)$/, ''));
}

/**
 * 辅警, 协警 and the like. In a post only at its end (“交通辅警”): who leads them (“辅警管理中队长”) is staff.
 */
export function isAuxiliary(texts: {
  post: string;
  unit: string;
  name: string;
  other: readonly string[];
}): boolean {
  const all = [texts.post, texts.unit, texts.name, ...texts.other];
  if (!all.some((text) => /[辅协]/.test(text))) return false;
  return (
    /(辅警|协警|协勤|辅助人员)(队员|人员)?$/.test(foldName(texts.post)) ||
    /^(文职)?(辅警|协警|辅助人员)$/.test(foldName(texts.unit)) ||
    /[(【[](辅警|协警|辅助人员)[)】\]]$/.test(foldName(texts.name)) ||
    texts.other.some((text) => /^.{0,4}(辅警|协警|协勤|辅助人员)(队员|人员)?$/.test(foldName(text)))
  );
}

function byWord<Code extends string>(words: Record<Code, readonly string[]>): Map<string, Code> {
  const codes = Object.keys(words) as Code[];
  return new Map(codes.flatMap((code) => words[code].map((word) => [word, code] as const)));
}
