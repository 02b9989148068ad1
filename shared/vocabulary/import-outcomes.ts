/** What a rehearsal says of one row of a sheet; their counts add up to the rows read. */
export const ROW_OUTCOMES = ['added', 'changed', 'unchanged', 'held', 'skipped'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** Why a row is held (a person must decide) or skipped (it is no entry). */
export const ROW_REASONS = [
  'summaryRow',
  'signatureRow',
  'repeatedHeader',
  'auxiliaryStaff',
  'ambiguousName',
  'ambiguousStatus',
  'unreadableName',
  'duplicateRow',
  'contradictoryRows',
  'unknownUnit',
  'ambiguousUnit',
  'unknownStatus',
  'unknownStaffing',
  'invalidDate',
  'missingField',
  'fieldTooLong',
] as const;
export type RowReason = (typeof ROW_REASONS)[number];
