import type {
  EvaluationLevel,
  EvaluationMove,
  EvaluationState,
  EvaluationVerdict,
  OrderKind,
  OrderState,
} from '../../shared/vocabulary/evaluation-words.ts';
import type { ReportingState } from '../../shared/vocabulary/oversight-words.ts';
import type {
  AccountRole,
  ActionMeeting,
  ActionMove,
  ActionOrigin,
  ActionState,
  CounterKind,
  CounterUnits,
  Declaration,
  Difference,
  Disposition,
  EducationType,
  FeedbackKind,
  FeedbackState,
  FigurePart,
  FilingMove,
  FilingState,
  FollowUpKind,
  InstallationRole,
  InstitutionKind,
  ItemMove,
  ItemSource,
  ItemState,
  Makeup,
  MakeupMove,
  Mark,
  OrganKind,
  PhaseStage,
  PostingStatus,
  SessionForm,
  SessionMove,
  SessionState,
  Staffing,
} from '../../shared/vocabulary/words.ts';

/** The Chinese for every code of shared/vocabulary/words.ts; a code without its word does not compile. */

export const installationRoleWords = {
  office: '县教育整顿办',
  group: '市指导组',
} as const satisfies Record<InstallationRole, string>;

export const accountRoleWords = {
  clerk: '录入员',
  reviewer: '审核人',
  administrator: '管理员',
  member: '指导组经办',
  leader: '指导组组长',
} as const satisfies Record<AccountRole, string>;

export const organKindWords = {
  politicalLegalCommittee: '党委政法委',
  court: '法院',
  procuratorate: '检察院',
  publicSecurity: '公安',
  stateSecurity: '国家安全',
  justice: '司法行政',
} as const satisfies Record<OrganKind, string>;

export const educationTypeWords = {
  political: '政治教育',
  partyHistory: '党史教育',
  redHeritage: '红色教育',
  integrity: '廉政教育',
  roleModel: '英模教育',
  warning: '警示教育',
  ruleOfLaw: '法治教育',
  other1: '自定类型一',
  other2: '自定类型二',
  other3: '自定类型三',
  other4: '自定类型四',
  other5: '自定类型五',
} as const satisfies Record<EducationType, string>;

export const phaseStageWords = {
  main: '主体环节',
  lookBack: '回头看',
} as const satisfies Record<PhaseStage, string>;

export const staffingWords = {
  politicalLegal: '政法专项',
  administrative: '行政',
  publicInstitution: '事业',
  support: '工勤',
} as const satisfies Record<Staffing, string>;

export const postingStatusWords = {
  onDuty: '在岗',
  longSickLeave: '长期病休',
  secondedIn: '借入',
  secondedOut: '借出',
  transferredOut: '调离',
  retired: '退休',
} as const satisfies Record<PostingStatus, string>;

export const sessionFormWords = {
  collectiveStudy: '集中学习',
  partyLecture: '党课',
  rotationTraining: '轮训',
  film: '观影',
  visit: '参观',
  examination: '测试',
  selfStudy: '自学',
} as const satisfies Record<SessionForm, string>;

export const sessionStateWords = {
  draft: '草稿',
  scheduled: '已安排',
  held: '已举行',
  submitted: '待审核',
  approved: '已审核',
  returned: '退回',
  cancelled: '取消',
} as const satisfies Record<SessionState, string>;

export const sessionMoveWords = {
  schedule: '安排',
  hold: '举行',
  submit: '提交审核',
  approve: '审核通过',
  return: '退回',
  correct: '更正',
  orderRework: '责令返工',
  cancel: '取消',
} as const satisfies Record<SessionMove, string>;

export const markWords = {
  unmarked: '未登记',
  present: '出席',
  video: '视频参加',
  late: '迟到',
  officialLeave: '公假',
  sickLeave: '病假',
  personalLeave: '事假',
  duty: '值班备勤',
  absent: '缺席',
  exempt: '免到',
  leave: '请假',
} as const satisfies Record<Mark, string>;

export const makeupWords = {
  none: '无需',
  pending: '待补',
  done: '已补待确认',
  confirmed: '已确认',
  waived: '免补',
} as const satisfies Record<Makeup, string>;

export const makeupMoveWords = {
  record: '登记补课',
  confirm: '确认补课',
  reject: '退回补课',
  waive: '准予免补',
} as const satisfies Record<MakeupMove, string>;

export const filingStateWords = {
  filed: '已填报',
  approved: '已审核',
  archived: '归档',
  returned: '退回补充',
} as const satisfies Record<FilingState, string>;

export const filingMoveWords = {
  file: '填报',
  supplement: '补充',
  approve: '审核通过',
  return: '退回补充',
  archive: '归档',
} as const satisfies Record<FilingMove, string>;

export const declarationWords = {
  noProblem: '无问题',
  hasProblem: '有问题',
} as const satisfies Record<Declaration, string>;

export const dispositionWords = {
  open: '待处置',
  rectification: '转整改',
  handedOver: '移交',
  noAction: '无需',
} as const satisfies Record<Disposition, string>;

export const itemSourceWords = {
  selfInspection: '自查',
  officeInspection: '县级检查',
  groupFeedback: '市指导组反馈',
  higherSupervision: '上级督导',
  consultation: '征求意见',
  lookBack: '回头看',
} as const satisfies Record<ItemSource, string>;

export const itemStateWords = {
  draft: '草稿',
  issued: '已下达',
  inProgress: '整改中',
  officeReview: '县级审核',
  groupReview: '待市级复核',
  closed: '已销号',
  longTerm: '长期坚持',
  suspended: '中止',
  merged: '合并',
  voided: '作废',
} as const satisfies Record<ItemState, string>;

export const itemMoveWords = {
  issue: '下达',
  start: '开始',
  apply: '申请销号',
  withdraw: '撤回',
  approve: '通过',
  return: '退回',
  reportUp: '报市复核',
  confirm: '确认',
  returnForRework: '退回返工',
  keepLongTerm: '长期坚持',
  suspend: '中止',
  merge: '合并',
  resume: '恢复',
  unmerge: '撤销合并',
  void: '作废',
  reopen: '重启',
  extend: '延期',
} as const satisfies Record<ItemMove, string>;

export const followUpKindWords = {
  progress: '整改进展',
  supervision: '督办跟进',
} as const satisfies Record<FollowUpKind, string>;

export const institutionKindWords = {
  created: '新建',
  revised: '修订',
  abolished: '废止',
} as const satisfies Record<InstitutionKind, string>;

export const counterKindWords = {
  opinionsSought: '征求意见',
  practicalThings: '办实事',
  activities: '开展活动',
  pressConferences: '发布会',
  commendedGroups: '表彰集体',
  commendedPeople: '表彰个人',
} as const satisfies Record<CounterKind, string>;

export const counterUnitsWords = {
  all: '全部单位',
  top: '直属单位',
  filled: '已填单位',
} as const satisfies Record<CounterUnits, string>;

export const evaluationLevelWords = {
  own: '自评',
  office: '复评',
  group: '指导组评估',
  province: '省级评估',
} as const satisfies Record<EvaluationLevel, string>;

export const evaluationVerdictWords = {
  passed: '通过',
  makeup: '补课',
  rework: '返工',
} as const satisfies Record<EvaluationVerdict, string>;

export const evaluationStateWords = {
  draft: '草稿',
  frozen: '已冻结',
  withdrawn: '已撤回',
} as const satisfies Record<EvaluationState, string>;

export const evaluationMoveWords = {
  freeze: '冻结',
  withdraw: '撤回',
} as const satisfies Record<EvaluationMove, string>;

export const orderKindWords = {
  session: '场次返工',
  action: '动作返工',
  item: '问题重启',
  makeup: '补课',
  other: '其他事项',
} as const satisfies Record<OrderKind, string>;

export const orderStateWords = {
  planned: '拟责令',
  open: '未完成',
  done: '已完成',
  withdrawn: '已撤回',
} as const satisfies Record<OrderState, string>;

export const feedbackKindWords = {
  item: '列入台账',
  confirm: '确认',
  returnForRework: '退回返工',
  remark: '提示',
  reopen: '重启',
  orderRework: '责令返工',
  evaluation: '评估',
  reopenPeriod: '重开周期',
  template: '下发模板',
} as const satisfies Record<FeedbackKind, string>;

export const feedbackStateWords = {
  draft: '草稿',
  released: '已放行',
  applied: '已采纳',
  notApplicable: '未适用',
} as const satisfies Record<FeedbackState, string>;

export const actionOriginWords = {
  parent: '市级规定',
  office: '县级规定',
  own: '自选',
} as const satisfies Record<ActionOrigin, string>;

export const actionMeetingWords = {
  deployment: '部署',
  exchange: '交流',
  evaluation: '评估',
} as const satisfies Record<ActionMeeting, string>;

export const actionStateWords = {
  planned: '待开展',
  underway: '进行中',
  done: '已完成',
  cancelled: '不开展',
} as const satisfies Record<ActionState, string>;

export const actionMoveWords = {
  start: '开始',
  finish: '完成',
  reopen: '重新开展',
  cancel: '不再开展',
  restore: '恢复',
} as const satisfies Record<ActionMove, string>;

/** 待处理差异: how a session's list and the postings of its day differ. */
export const differenceWords = {
  missing: '应列未列',
  surplus: '不应列入',
  otherUnit: '单位不符',
} as const satisfies Record<Difference, string>;

/** What of a figure is opened as rows; the rest is what stands in the denominator alone. */
export const figurePartWords = {
  numerator: '分子',
  denominator: '分母',
  rest: '其余',
} as const satisfies Record<FigurePart, string>;

export const reportingStateWords = {
  onTime: '按时',
  nil: '零报告',
  late: '迟报',
  gap: '断号',
  quarantined: '隔离',
  missing: '缺报',
  notDue: '未到期',
  notExpected: '不要求',
} as const satisfies Record<ReportingState, string>;
