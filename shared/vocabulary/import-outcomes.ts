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
  'formulaError',
  'skippedByUser',
  'notExpected',
  'unmappedMark',
  'contradictoryCells',
  'needsReviewer',
  'emptyPlace',
  'unitHeading',
  'registerMoved',
  'clearedCell',
  'nameChanged',
  'unreadableNumber',
  'outsidePack',
  'copiedRow',
  'rowMissing',
  'filingStands',
  'filingApproved',
] as const;
export type RowReason = (typeof ROW_REASONS)[number];

/** Of these, those that one answer about a text can settle for all its rows; missingField: the text is blank. */
export const UNIT_DOUBTS = [
  'unknownUnit',
  'ambiguousUnit',
  'missingField',
] as const satisfies readonly RowReason[];
export type UnitDoubt = (typeof UNIT_DOUBTS)[number];

/** What a column of a roster can mean. */
export const ROSTER_FIELDS = [
  'name',
  'unit',
  'post',
  'staffing',
  'status',
  'orderNumber',
  'disambiguator',
  'remark',
] as const;
export type RosterField = (typeof ROSTER_FIELDS)[number];

/** Why a decision about a row was not used: no such row, the row is in no doubt, or the answer does not fit it. */
export const DECISION_FAULTS = ['unknownLine', 'notNeeded', 'impossible'] as const;
export type DecisionFault = (typeof DECISION_FAULTS)[number];

/** What becomes of a bundle, in a rehearsal (`applicable`) or an import; SPEC.md of the exchange, [X22] to [X27], [X105]. */
export const BUNDLE_OUTCOMES = [
  'applicable',
  'applied',
  'duplicate',
  'superseded',
  'early',
  'kept',
  'fork',
  'refused',
] as const;
export type BundleOutcome = (typeof BUNDLE_OUTCOMES)[number];

/**
 * How a bundle that was kept stands in the books; `settled`: a quarantined one laid aside; `revoked`: quarantined
 * because its key was revoked, and no part of the chain; `closed`: of a chain that nothing goes on from; `undone`:
 * its import was taken back, and it may come again; `kept`: it carries names, lies apart and enters no books.
 */
export const KEPT_STATES = [
  'applied',
  'superseded',
  'quarantined',
  'settled',
  'revoked',
  'closed',
  'undone',
  'kept',
] as const;
export type KeptState = (typeof KEPT_STATES)[number];

/**
 * Why an import cannot be taken back: it is not the sender's last one, one of ours has acknowledged it, something was
 * said about the sender's rows since, a fork of the sender waits, it closed books, it is too old for what was there
 * before to be kept, its rows were written since.
 */
export const UNDO_OBSTACLES = [
  'notLast',
  'acknowledged',
  'spokenOf',
  'quarantined',
  'closedBooks',
  'notKept',
  'writtenSince',
] as const;
export type UndoObstacle = (typeof UNDO_OBSTACLES)[number];

/** Why a file was turned away that may well be a bundle: it is noted, without its content. */
export const TURNED_AWAY_CODES = [
  'bundle_not_for_us',
  'bundle_recipient_wrong',
  'bundle_sender_unknown',
  'bundle_signature_wrong',
  'bundle_key_out_of_turn',
] as const;
export type TurnedAwayCode = (typeof TURNED_AWAY_CODES)[number];
