import { dayOf } from './frame.ts';

/** One application for close-out after the other. */
export const reviewText = {
  title: '逐条审核',
  back: '问题整改台账',
  subtitle: (count: number): string => (count > 0 ? `还有 ${count} 条等县级审核` : '没有等审核的'),
  queue: '等县级审核的问题',
  foot: (count: number): string => `共 ${count} 条，按时限从近到远`,
  definition: '口径：县级审核＝已申请销号、等县审核人通过或退回的问题。',
  empty: '没有等审核的申请，都办完了。',
  toLedger: '回台账',
  reviewerOnly: '逐条审核由审核人办理。',
  applied: (on: string): string => `${dayOf(on)}申请`,
  approve: '通过销号，看下一条',
  reportUp: '通过并报市复核，看下一条',
  approveNote: '通过即销号，不能撤销；要再办只能写明理由重启。',
  reportUpNote: '来源是市级，报市后由市指导组确认或退回，县里只能撤回。',
  return: '退回',
  returnReason: '退回理由',
  returnHint: '写明还缺什么、怎么补；退回计入返工次数，不能撤销。',
  confirmReturn: '退回，看下一条',
  skip: '先跳过',
  keys: '上下键换一条',
  approved: (number: string): string => `${number} 已销号`,
  reportedUp: (number: string): string => `${number} 已报市复核`,
  returned: (number: string): string => `${number} 已退回`,
  cannot: (because: string): string => `这一条您不能审：${because}`,
} as const;
