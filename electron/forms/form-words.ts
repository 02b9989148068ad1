import type {
  InstallationRole,
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

/** Who printed it, on every print. */
export const installationWords = {
  office: '县级办公室',
  group: '市指导组',
} as const satisfies Record<InstallationRole, string>;

/** In place of a name that was not passed on. */
export const NAMELESS = '（化名）';

export const DEMO_WARNING = '演示数据，不得作为正式材料';
