/**
 * Words with fixed values: the codes stored in the database and sent in bundles.
 * The Chinese for each code stands in renderer/text/words.ts; the order here is the order of every list.
 * A code, once released, is never renamed or reused.
 */

export const INSTALLATION_ROLES = ['office', 'group'] as const;
export type InstallationRole = (typeof INSTALLATION_ROLES)[number];

/** 录入员 审核人 管理员 市指导组成员(经办) 组长 */
export const ACCOUNT_ROLES = ['clerk', 'reviewer', 'administrator', 'member', 'leader'] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** 党委政法委 法院 检察院 公安 国家安全 司法行政 */
export const ORGAN_KINDS = [
  'politicalLegalCommittee',
  'court',
  'procuratorate',
  'publicSecurity',
  'stateSecurity',
  'justice',
] as const;
export type OrganKind = (typeof ORGAN_KINDS)[number];

/** 政治 党史 红色 廉政 英模 警示 法治 */
export const NAMED_EDUCATION_TYPES = [
  'political',
  'partyHistory',
  'redHeritage',
  'integrity',
  'roleModel',
  'warning',
  'ruleOfLaw',
] as const;

/** Types that a campaign brings itself, with the names that it gives them. */
export const OWN_EDUCATION_TYPES = ['other1', 'other2', 'other3', 'other4', 'other5'] as const;

export const EDUCATION_TYPES = [...NAMED_EDUCATION_TYPES, ...OWN_EDUCATION_TYPES] as const;
export type EducationType = (typeof EDUCATION_TYPES)[number];

/** 主体环节 回头看 */
export const PHASE_STAGES = ['main', 'lookBack'] as const;
export type PhaseStage = (typeof PHASE_STAGES)[number];

/** Who must act next: 录入员 县审核人 责任单位 市指导组 */
export const WHOSE = ['clerk', 'reviewer', 'unit', 'group'] as const;
export type Whose = (typeof WHOSE)[number];

/** 全部 未销号 轮到我 逾期 三日内到期 退回返工 县级审核 待市级复核: views of the rectification ledger. */
export const ITEM_VIEWS = [
  'all',
  'open',
  'mine',
  'overdue',
  'dueSoon',
  'returned',
  'officeReview',
  'groupReview',
] as const;
export type ItemView = (typeof ITEM_VIEWS)[number];

/** 全部 轮到我 没登记完 待提交 退回 待审核 待处理差异: views of the study sessions. */
export const SESSION_VIEWS = [
  'all',
  'mine',
  'unmarked',
  'toSubmit',
  'returned',
  'toApprove',
  'differing',
] as const;
export type SessionView = (typeof SESSION_VIEWS)[number];

/** What can wait for somebody in a session, a filing, an item, by the state that it is in. */
export const SESSION_MATTERS = [
  'sessionToHold',
  'sessionToMark',
  'sessionToSubmit',
  'sessionReturned',
  'sessionToApprove',
  'sessionDiffering',
] as const;
export type SessionMatter = (typeof SESSION_MATTERS)[number];
export const FILING_MATTERS = [
  'filingDue',
  'filingReturned',
  'filingToApprove',
  'filingItemOpen',
  'filingToArchive',
] as const;
export type FilingMatter = (typeof FILING_MATTERS)[number];
export const ITEM_MATTERS = [
  'itemDraft',
  'itemOverdue',
  'itemDueSoon',
  'itemToComplete',
  'itemLater',
  'itemToApprove',
  'itemAtGroup',
  'itemFollowUpDue',
] as const;
export type ItemMatter = (typeof ITEM_MATTERS)[number];

export const ACTION_MATTERS = ['actionsOverdue', 'actionsDueSoon'] as const;
export type ActionMatter = (typeof ACTION_MATTERS)[number];

/** All that can wait for somebody; the order is that of the work list. */
export const MATTER_KINDS = [
  ...SESSION_MATTERS,
  'makeupToRecord',
  'makeupToConfirm',
  'makeupOfLeaver',
  ...FILING_MATTERS,
  ...ITEM_MATTERS,
  ...ACTION_MATTERS,
  'evaluationOrders',
  'weekOpen',
  'bundleUnacknowledged',
  'feedbackDraft',
  'remarkUnread',
  'templateWaiting',
  'evaluationDraft',
] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];

/** 政法专项 行政 事业 工勤 */
export const STAFFINGS = ['politicalLegal', 'administrative', 'publicInstitution', 'support'] as const;
export type Staffing = (typeof STAFFINGS)[number];

/** 在岗 长期病休 借入 借出 调离 退休 */
export const POSTING_STATUSES = [
  'onDuty',
  'longSickLeave',
  'secondedIn',
  'secondedOut',
  'transferredOut',
  'retired',
] as const;
export type PostingStatus = (typeof POSTING_STATUSES)[number];

/** The statuses that put a person into E, the denominator of figures that count people. */
export const COUNTED_STATUSES: readonly PostingStatus[] = ['onDuty', 'secondedIn'];

/** The statuses of those who are no longer of the office, and can make nothing good any more. */
export const DEPARTED_STATUSES: readonly PostingStatus[] = ['transferredOut', 'retired'];

/** 排序号 姓氏拼音 姓氏笔画: orders of a list of people. */
export const PEOPLE_SORTS = ['order', 'pinyin', 'strokes'] as const;
export type PeopleSort = (typeof PEOPLE_SORTS)[number];

/** 集中学习 党课 轮训 观影 参观 测试 自学 */
export const SESSION_FORMS = [
  'collectiveStudy',
  'partyLecture',
  'rotationTraining',
  'film',
  'visit',
  'examination',
  'selfStudy',
] as const;
export type SessionForm = (typeof SESSION_FORMS)[number];

/** 草稿 已安排 已举行 待审核 已审核 退回 取消 */
export const SESSION_STATES = [
  'draft',
  'scheduled',
  'held',
  'submitted',
  'approved',
  'returned',
  'cancelled',
] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** 安排 举行 提交 通过 退回 更正 责令返工 取消 */
export const SESSION_MOVES = [
  'schedule',
  'hold',
  'submit',
  'approve',
  'return',
  'correct',
  'orderRework',
  'cancel',
] as const;
export type SessionMove = (typeof SESSION_MOVES)[number];

/**
 * 未登记 出席 视频参加 迟到 公假 病假 事假 值班备勤 缺席 免到, and 请假 of a kind that was not passed on.
 * A mark's index in this list is the integer stored for it and the digit that types it; `leave` (10) is
 * never typed: it stands in rows received from another office, which tell that leave was taken, not why.
 */
export const MARKS = [
  'unmarked',
  'present',
  'video',
  'late',
  'officialLeave',
  'sickLeave',
  'personalLeave',
  'duty',
  'absent',
  'exempt',
  'leave',
] as const;
export type Mark = (typeof MARKS)[number];

/** 无需 待补 已补待确认 已确认 免补; the index is the integer stored. */
export const MAKEUPS = ['none', 'pending', 'done', 'confirmed', 'waived'] as const;
export type Makeup = (typeof MAKEUPS)[number];

/** 补课登记 确认 退回 免补 */
export const MAKEUP_MOVES = ['record', 'confirm', 'reject', 'waive'] as const;
export type MakeupMove = (typeof MAKEUP_MOVES)[number];

/** 已填报 已审核 归档 退回补充; 待填报 is computed: an expected filer without a row. */
export const FILING_STATES = ['filed', 'approved', 'archived', 'returned'] as const;
export type FilingState = (typeof FILING_STATES)[number];

/** 填报 补充 通过 退回 归档 */
export const FILING_MOVES = ['file', 'supplement', 'approve', 'return', 'archive'] as const;
export type FilingMove = (typeof FILING_MOVES)[number];

/** 无问题 有问题 */
export const DECLARATIONS = ['noProblem', 'hasProblem'] as const;
export type Declaration = (typeof DECLARATIONS)[number];

/** 待处置 转整改 移交 无需 */
export const DISPOSITIONS = ['open', 'rectification', 'handedOver', 'noAction'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** 自查 县级检查 市指导组反馈 上级督导 征求意见 回头看 */
export const ITEM_SOURCES = [
  'selfInspection',
  'officeInspection',
  'groupFeedback',
  'higherSupervision',
  'consultation',
  'lookBack',
] as const;
export type ItemSource = (typeof ITEM_SOURCES)[number];

/** 草稿 已下达 整改中 县级审核 待市级复核 已销号 长期坚持 中止 合并 作废 */
export const ITEM_STATES = [
  'draft',
  'issued',
  'inProgress',
  'officeReview',
  'groupReview',
  'closed',
  'longTerm',
  'suspended',
  'merged',
  'voided',
] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** 下达 开始 申请销号 撤回 通过 退回 报市复核 确认 退回返工 长期坚持 中止 合并 恢复 撤销合并 作废 重启 延期 */
export const ITEM_MOVES = [
  'issue',
  'start',
  'apply',
  'withdraw',
  'approve',
  'return',
  'reportUp',
  'confirm',
  'returnForRework',
  'keepLongTerm',
  'suspend',
  'merge',
  'resume',
  'unmerge',
  'void',
  'reopen',
  'extend',
] as const;
export type ItemMove = (typeof ITEM_MOVES)[number];

/** 按责任单位 按来源 按类别 按状态 按该谁办 按责任人: how the ledger is grouped. */
export const ITEM_GROUPINGS = ['unit', 'source', 'category', 'state', 'whose', 'owner'] as const;
export type ItemGrouping = (typeof ITEM_GROUPINGS)[number];

/** 合计 按责任单位 按来源 按类别: the rows of the table of rectification figures. */
export const ITEM_FIGURES_BY = ['all', 'unit', 'source', 'category'] as const;
export type ItemFiguresBy = (typeof ITEM_FIGURES_BY)[number];

/** 整改进展 督办跟进: what is written down beside an item without moving it. */
export const FOLLOW_UP_KINDS = ['progress', 'supervision'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

/** 办理 修改 进展和跟进 督办: what an item's history tells of. */
export const ITEM_EVENTS = ['move', 'edit', 'followUp', 'supervision'] as const;
export type ItemEvent = (typeof ITEM_EVENTS)[number];

/** 市级规定 县级规定 自选: who laid an action down. */
export const ACTION_ORIGINS = ['parent', 'office', 'own'] as const;
export type ActionOrigin = (typeof ACTION_ORIGINS)[number];

/** 部署 交流 评估: the meetings of a phase. */
export const ACTION_MEETINGS = ['deployment', 'exchange', 'evaluation'] as const;
export type ActionMeeting = (typeof ACTION_MEETINGS)[number];

/** 待开展 进行中 已完成 不开展 */
export const ACTION_STATES = ['planned', 'underway', 'done', 'cancelled'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** 开始 完成 重新开展 不开展 恢复 */
export const ACTION_MOVES = ['start', 'finish', 'reopen', 'cancel', 'restore'] as const;
export type ActionMove = (typeof ACTION_MOVES)[number];

/** 全部 未完成 逾期 三日内到期 已完成: views of the list of actions. */
export const ACTION_VIEWS = ['all', 'open', 'overdue', 'dueSoon', 'done'] as const;
export type ActionView = (typeof ACTION_VIEWS)[number];

/** 新建 修订 废止: what an entry of the list of institutions tells of. */
export const INSTITUTION_KINDS = ['created', 'revised', 'abolished'] as const;
export type InstitutionKind = (typeof INSTITUTION_KINDS)[number];

/** 征求意见 办实事 开展活动 发布会 表彰集体 表彰个人: what units count by the month; of commendations the number alone. */
export const COUNTER_KINDS = [
  'opinionsSought',
  'practicalThings',
  'activities',
  'pressConferences',
  'commendedGroups',
  'commendedPeople',
] as const;
export type CounterKind = (typeof COUNTER_KINDS)[number];

/** 全部单位 直属单位 已填单位: the rows of a month's sheet. */
export const COUNTER_UNITS = ['all', 'top', 'filled'] as const;
export type CounterUnits = (typeof COUNTER_UNITS)[number];

export { FEEDBACK_KINDS, FEEDBACK_STATES, type FeedbackKind, type FeedbackState } from './feedback-words.ts';

/** Figure ids, in the order in which they are printed. The extended on-time rate has its own denominator. */
export const FIGURE_IDS = [
  'attendanceRate',
  'participationFirst',
  'participationWithMakeup',
  'coverage',
  'actionCompletion',
  'makeupCompletion',
  'selfInspectionCoverage',
  'talkCoverage',
  'rectificationCompletion',
  'closureRate',
  'onTimeRate',
  'onTimeRateExtended',
  'reworkRate',
] as const;
export type FigureId = (typeof FIGURE_IDS)[number];

/** 分子 分母 分母中不在分子的: what of a figure is opened as rows. */
export const FIGURE_PARTS = ['numerator', 'denominator', 'rest'] as const;
export type FigurePart = (typeof FIGURE_PARTS)[number];

/**
 * 签到表 考勤汇总表 补课登记表 自查填报统计表 问题整改台账 销号申请审批表 督办单 返工（补课）通知单: forms that are printed
 * and saved, by number.
 */
export const FORM_IDS = [
  'signInSheet',
  'attendanceSummary',
  'makeupRegister',
  'selfInspectionSummary',
  'rectificationLedger',
  'closureApplication',
  'supervisionNotice',
  'reworkNotice',
  'actionList',
  'institutionList',
  'evaluationSheet',
  'weeklyReport',
  'exchangeRegister',
  'reminderLetter',
  'reportingGrid',
  'officeComparison',
] as const;
export type FormId = (typeof FORM_IDS)[number];

/** What a form is saved as. */
export const FORM_FILES = ['xlsx', 'docx', 'html'] as const;
export type FormFile = (typeof FORM_FILES)[number];

/** 应列未列 不应列入 单位不符: how a frozen list and the postings of its day differ. */
export const DIFFERENCES = ['missing', 'surplus', 'otherUnit'] as const;
export type Difference = (typeof DIFFERENCES)[number];

/** 按场次 按单位 按环节 按教育类型 合计: the rows of the table of participation. */
export const FIGURES_BY = ['session', 'unit', 'phase', 'type', 'all'] as const;
export type FiguresBy = (typeof FIGURES_BY)[number];
