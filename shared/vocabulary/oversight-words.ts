/**
 * How a group stands with one office for one period. 按时 零报告 迟报 断号 隔离 缺报 未到期 不要求: `nil` is on time;
 * `gap` was reported late or not at all and numbers between never came; `notExpected` ended before the office's keys
 * were pinned.
 */
export const REPORTING_STATES = [
  'onTime',
  'nil',
  'late',
  'gap',
  'quarantined',
  'missing',
  'notDue',
  'notExpected',
] as const;
export type ReportingState = (typeof REPORTING_STATES)[number];

/** What happened to a row from one bundle to another. */
export const ROW_CHANGES = ['added', 'changed', 'deleted'] as const;
export type RowChange = (typeof ROW_CHANGES)[number];
