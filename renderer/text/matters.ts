import type { MatterKind } from '../../shared/vocabulary/words.ts';

/** What a list is narrowed to by a number of the work list. */
export const matterWords = {
  sessionToHold: '到了日子的场次',
  sessionToMark: '没登记完的场次',
  sessionToSubmit: '待提交的场次',
  sessionReturned: '退回的场次',
  sessionToApprove: '待审核的场次',
  sessionDiffering: '有待处理差异的场次',
  makeupToRecord: '待补',
  makeupToConfirm: '已补待确认',
  makeupOfLeaver: '免补（调离）',
  filingDue: '待填报',
  filingReturned: '退回补充',
  filingToApprove: '待审核的填报',
  filingItemOpen: '有事项待处置',
  filingToArchive: '可以归档',
  itemDraft: '没下达的草稿',
  itemOverdue: '逾期、待整改',
  itemDueSoon: '三日内到期、待整改',
  itemToComplete: '待补全内容',
  itemLater: '时限在后、待整改',
  itemToApprove: '待县级审核',
  itemAtGroup: '待市级复核',
  itemFollowUpDue: '督办待跟进',
  actionsOverdue: '逾期的规定动作',
  actionsDueSoon: '三日内到期的动作',
  evaluationOrders: '没有完成的评估事项',
  weekOpen: '没有冻结的周报',
  bundleUnacknowledged: '没有回执的数据包',
  feedbackDraft: '等放行的反馈',
  remarkUnread: '没有阅办的提示',
  templateWaiting: '待定的下发模板',
  evaluationDraft: '等冻结的评估',
} as const satisfies Record<MatterKind, string>;

export const onlyText = {
  only: (word: string): string => `只看：${word}`,
  of: (word: string, who: string): string => `${word}（${who}办）`,
  clear: (word: string): string => `只看：${word}，点一下清除筛选`,
} as const;
