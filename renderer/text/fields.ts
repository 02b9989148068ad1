import type { RefusalFields } from '../../shared/vocabulary/refusal.ts';
import { undoObstacleWords } from './import-desk.ts';
import {
  accountRoleWords,
  actionMoveWords,
  actionStateWords,
  declarationWords,
  educationTypeWords,
  evaluationMoveWords,
  evaluationStateWords,
  filingMoveWords,
  filingStateWords,
  installationRoleWords,
  itemMoveWords,
  itemSourceWords,
  itemStateWords,
  makeupMoveWords,
  makeupWords,
  orderStateWords,
  sessionMoveWords,
  sessionStateWords,
} from './words.ts';

type Words = Readonly<Record<string, string>>;

/** Tables and machines as people call them; anything not listed is simply a record. */
const registerWords: Words = {
  account: '账户',
  action_instance: '动作',
  attendance: '考勤记录',
  campaign: '教育整顿活动',
  evaluation: '评估',
  evaluation_order: '评估事项',
  feedback: '反馈',
  filing: '自查填报',
  filing_item: '自查事项',
  inspection_round: '自查轮次',
  makeup: '补课',
  office: '单位',
  party: '往来单位',
  person: '人员',
  posting: '任职记录',
  rectification_item: '整改问题',
  study_session: '学习场次',
  talk: '谈话登记',
  unit: '单位',
};

const stateWords: Readonly<Record<string, Words>> = {
  study_session: sessionStateWords,
  makeup: makeupWords,
  filing: filingStateWords,
  rectification_item: itemStateWords,
  action_instance: actionStateWords,
  evaluation: evaluationStateWords,
  evaluation_order: orderStateWords,
};

const moveWords: Readonly<Record<string, Words>> = {
  study_session: { ...sessionMoveWords, edit: '修改', mark: '登记考勤' },
  makeup: makeupMoveWords,
  filing: { ...filingMoveWords, edit: '修改' },
  rectification_item: { ...itemMoveWords, edit: '修改' },
  action_instance: actionMoveWords,
  evaluation: evaluationMoveWords,
};

const fieldWords: Words = {
  asOf: '数据截止日期',
  category: '问题类别',
  code: '单位代码',
  content: '文件内容',
  day: '日期',
  declared: '申报情况',
  deadline: '时限',
  disambiguator: '区分码',
  document: '文号',
  documentNumber: '文号',
  dueOn: '整改时限',
  evidenceNumber: '佐证材料编号',
  filedOn: '填报日期',
  form: '学习形式',
  from: '起始日期',
  items: '事项',
  kind: '类别',
  leader: '责任领导',
  makeupDocument: '补课材料编号',
  makeupOn: '补课日期',
  mark: '考勤标记',
  measures: '整改措施',
  mergedInto: '并入的问题',
  name: '姓名或名称',
  newDueOn: '延期后的时限',
  on: '生效日期',
  owner: '责任人',
  paperNumber: '原件编号',
  password: '密码',
  phase: '环节',
  problem: '问题表现',
  reason: '理由',
  recipient: '接收单位',
  source: '问题来源',
  staffing: '编制',
  status: '状态',
  subject: '所指的记录',
  title: '标题',
  transferDocument: '移交文号',
  types: '教育类型',
  unit: '责任单位',
  user: '用户名',
  venues: '地点',
  verdict: '结论',
};

/** Fields whose values are codes, and the words for them. */
const valueWords: Readonly<Record<string, Words>> = {
  register: registerWords,
  field: fieldWords,
  fields: fieldWords,
  reason: { lastAdministrator: '至少要留有一个可用的管理员账户' },
  declared: declarationWords,
  needs: accountRoleWords,
  roles: accountRoleWords,
  source: itemSourceWords,
  type: educationTypeWords,
  how: {
    missing: '缺少这一项',
    notJson: '不是方案文件',
    unknown: '没有这一项',
    wrong: '格式或取值不对',
    contradiction: '与其他内容矛盾或重复',
  },
  installation: installationRoleWords,
  why: undoObstacleWords,
};

/**
 * Fills a sentence: `{name}` is the field of that name, and a part in `[square brackets]` falls away when
 * one of its fields is missing. Codes become their Chinese words, ISO dates are written as 2021年3月5日, instants
 * as 2021年3月5日8时05分.
 */
export function fill(template: string, fields: RefusalFields): string {
  return template.replace(/\[([^\]]*)\]/g, (_, part: string) => fillPart(part, fields) ?? '');
}

function fillPart(part: string, fields: RefusalFields): string | null {
  let complete = true;
  const text = part.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = fields[name];
    if (value === undefined || value === null || value === '') complete = false;
    return [value]
      .flat()
      .map((one) => say(name, String(one), fields))
      .join('、');
  });
  return complete ? text : null;
}

function say(name: string, value: string, fields: RefusalFields): string {
  const register = String(fields.register ?? '');
  if (name === 'state') return stateWords[register]?.[value] ?? value;
  if (name === 'move') return moveWords[register]?.[value] ?? value;
  return valueWords[name]?.[value] ?? sayInstant(value) ?? sayDate(value);
}

/** By the clock of this PC; undefined for anything else. */
function sayInstant(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return undefined;
  const at = new Date(text);
  const minutes = String(at.getMinutes()).padStart(2, '0');
  return `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日${at.getHours()}时${minutes}分`;
}

/** GB/T 9704: no leading zeros. */
function sayDate(text: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日` : text;
}
