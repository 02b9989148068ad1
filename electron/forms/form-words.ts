import type {
  Declaration,
  FilingState,
  InstallationRole,
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
