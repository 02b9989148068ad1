/** 列入台账 确认 退回返工 提示 重启 责令返工(of a session) 评估 重开周期 下发模板: what a group says to one of its offices. */
export const FEEDBACK_KINDS = [
  'item',
  'confirm',
  'returnForRework',
  'remark',
  'reopen',
  'orderRework',
  'evaluation',
  'reopenPeriod',
  'template',
] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

/**
 * 草稿 已放行 已采纳 未适用: at the group until released, then what became of it at the office; there a template is
 * released until somebody decides on it.
 */
export const FEEDBACK_STATES = ['draft', 'released', 'applied', 'notApplicable'] as const;
export type FeedbackState = (typeof FEEDBACK_STATES)[number];
