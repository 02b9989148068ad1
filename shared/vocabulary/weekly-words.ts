/**
 * What a weekly report counts beside the figures, in the order of its lines:
 * 场次 应到 实到 补课确认 已填报 有问题人数 申报事项 谈话 下达问题 销号问题
 */
export const WEEKLY_COUNTS = [
  'sessions',
  'expected',
  'present',
  'makeupsConfirmed',
  'filed',
  'declared',
  'declaredItems',
  'talks',
  'itemsIssued',
  'itemsClosed',
] as const;
export type WeeklyCount = (typeof WEEKLY_COUNTS)[number];
