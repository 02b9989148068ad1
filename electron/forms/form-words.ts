import type {
  EvaluationLevel,
  EvaluationVerdict,
  OrderKind,
  OrderState,
} from '../../shared/vocabulary/evaluation-words.ts';
import type { ReportingState } from '../../shared/vocabulary/oversight-words.ts';
import type { WeeklyCount } from '../../shared/vocabulary/weekly-words.ts';
import type {
  ActionOrigin,
  ActionState,
  CounterKind,
  Declaration,
  FigureId,
  FilingState,
  InstallationRole,
  InstitutionKind,
  ItemSource,
  ItemState,
  Makeup,
  Mark,
  SessionForm,
  SessionState,
} from '../../shared/vocabulary/words.ts';

/** The words of renderer/text that stand on paper too; a test holds the two alike. */
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

export const filingStateWords = {
  filed: '已填报',
  approved: '已审核',
  archived: '归档',
  returned: '退回补充',
} as const satisfies Record<FilingState, string>;

export const declarationWords = {
  noProblem: '无问题',
  hasProblem: '有问题',
} as const satisfies Record<Declaration, string>;

export const actionOriginWords = {
  parent: '市级规定',
  office: '县级规定',
  own: '自选',
} as const satisfies Record<ActionOrigin, string>;

export const actionStateWords = {
  planned: '待开展',
  underway: '进行中',
  done: '已完成',
  cancelled: '不开展',
} as const satisfies Record<ActionState, string>;

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

export const figureWords = {
  attendanceRate: '出勤率',
  participationFirst: '参与率（首次）',
  participationWithMakeup: '参与率（含补课）',
  coverage: '普及率',
  actionCompletion: '完成率',
  makeupCompletion: '补课完成率',
  selfInspectionCoverage: '自查覆盖率',
  talkCoverage: '谈话覆盖率',
  rectificationCompletion: '整改完成率',
  closureRate: '销号率',
  onTimeRate: '按期率（原时限）',
  onTimeRateExtended: '按期率（含延期）',
  reworkRate: '返工率',
} as const satisfies Record<FigureId, string>;

export const weeklyCountWords = {
  sessions: '学习场次',
  expected: '应到人次',
  present: '实到人次',
  makeupsConfirmed: '补课确认人次',
  filed: '自查填报人数',
  declared: '申报有问题人数',
  declaredItems: '申报事项数',
  talks: '谈话次数',
  itemsIssued: '下达问题数',
  itemsClosed: '销号问题数',
} as const satisfies Record<WeeklyCount, string>;

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

/** 待填报: nothing is stored of who has not filed. */
export const NOT_FILED = '待填报';

/** Who printed it, on every print. */
export const installationWords = {
  office: '县级办公室',
  group: '市指导组',
} as const satisfies Record<InstallationRole, string>;

/** In place of a name that was not passed on. */
export const NAMELESS = '（化名）';

export const DEMO_WARNING = '演示数据，不得作为正式材料';

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

/** Kinds of bundles by their names in the format. */
export const bundleKindWords: Readonly<Record<string, string>> = { report: '上报包', feedback: '反馈包' };
