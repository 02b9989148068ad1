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

/** What becomes of a bundle, in a rehearsal (`applicable`) or an import; SPEC.md of the exchange, [X22] to [X27]. */
export const BUNDLE_OUTCOMES = [
  'applicable',
  'applied',
  'duplicate',
  'superseded',
  'early',
  'fork',
  'refused',
] as const;
export type BundleOutcome = (typeof BUNDLE_OUTCOMES)[number];

/** How a bundle that was kept stands in the books; `settled`: a quarantined one laid aside. */
export const KEPT_STATES = ['applied', 'superseded', 'quarantined', 'settled'] as const;
export type KeptState = (typeof KEPT_STATES)[number];
