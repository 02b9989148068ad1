import type { FeedbackFate } from '../../shared/vocabulary/remark-fields.ts';
import type { FeedbackKind } from '../../shared/vocabulary/words.ts';
import { dayOf } from './frame.ts';

const FATES: Readonly<Record<FeedbackFate, string>> = {
  applied: '照办',
  notApplicable: '未适用',
  waiting: '等本单位决定',
  unchanged: '以前收过',
};

const PARTS: Readonly<Record<string, string>> = {
  phases: '环节',
  educationTypes: '教育类型',
  actions: '规定动作',
  categoryLists: '问题类别',
  evaluation: '评估指标',
  makeup: '补课期限',
};

/** Feedback at the office: what an import will do, and what waits to be read or decided. */
export const feedbackDeskText = {
  rehearsal: (sequence: number | null): string =>
    sequence === null ? '反馈逐条预演' : `第${sequence}号反馈包：逐条预演`,
  rehearsalFoot: (shown: number, isAll: boolean): string =>
    `${isAll ? '共' : '先列'} ${shown} 条；未适用的照样留着，写明原因报回市指导组`,
  columns: { kind: '种类', subject: '说的是', says: '内容', change: '收下后', fate: '办理' },
  fate: (fate: FeedbackFate): string => FATES[fate],
  change: (before: string | null, after: string | null): string =>
    before === after || before === null ? (after ?? '—') : `${before} → ${after}`,
  periodStates: { open: '未关账', closed: '已关账' },
  newItem: '新列入台账',
  remark: '只提示，不改动登记',
  template: '下发，采不采纳由本单位定',
  wholeOffice: '本单位',

  toRead: '阅办…',
  toDecide: '看改动…',
  read: (kind: FeedbackKind): string => (kind === 'remark' ? '市指导组提示' : '市指导组反馈'),
  close: '关闭',
  unread: '没有阅办',
  readOn: (day: string): string => `已阅 ${dayOf(day)}`,
  waiting: '待定',
  noneSuch: '都办完了。',

  templateTitle: (name: string): string => `下发模板：${name}`,
  kinds: { campaign: '整个方案', action: '一项规定动作' },
  templateNote: '采纳后本单位方案出新的一版；下发的动作记为市级规定，本单位的自选动作留着。采纳后不能撤销。',
  changes: (parts: readonly string[]): string =>
    parts.length === 0
      ? '和本单位现行方案一样，采纳不改动内容。'
      : `会改动：${parts.map((part) => PARTS[part] ?? part).join('、')}`,
  actionColumns: { name: '动作', phase: '环节', fate: '改动' },
  actionFates: { added: '新增', changed: '改动', unchanged: '不变' },
  actionsTitle: '下发的规定动作',
  unnamed: '（待定名）',
  cannot: '现在还不能采纳：',
  adopt: '采纳，出新的一版',
  adopted: (version: number): string => `已采纳，方案现在是第 ${version} 版`,
  refuse: '不采纳',
  refuseReason: '不采纳的理由（200 字以内，报回市指导组）',
  refuseNeeds: '不采纳：先写理由',
  refused: '没有采纳，理由随下一个包报回',
  byReviewer: '采纳与否由审核人或管理员定。',
  matters: { remarkUnread: '没有阅办的提示', templateWaiting: '待定的下发模板' },
} as const;
