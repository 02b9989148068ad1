/** What a column of a list of items can mean, in the order of the printed ledger. */
export const ITEM_FIELDS = [
  'number',
  'source',
  'category',
  'problem',
  'measures',
  'unit',
  'leader',
  'owner',
  'dueOn',
] as const;
export type ItemField = (typeof ITEM_FIELDS)[number];

/** Why a row of a list of items is held (a person must decide) or skipped (it is no entry). */
export const ITEM_ROW_REASONS = [
  'summaryRow',
  'signatureRow',
  'repeatedHeader',
  'duplicateRow',
  'skippedByUser',
  'missingField',
  'fieldTooLong',
  'unreadableText',
  'unknownSource',
  'unknownCategory',
  'unknownUnit',
  'ambiguousUnit',
  'invalidDate',
  'dueBeforeToday',
  'personLeft',
  'possibleRepeat',
  'unknownNumber',
  'fixedField',
  'notEditable',
] as const;
export type ItemRowReason = (typeof ITEM_ROW_REASONS)[number];

/** Of these, those that one answer about a text settles for all its rows. */
export const ITEM_TEXT_DOUBTS = ['source', 'category', 'unit'] as const;
export type ItemTextDoubt = (typeof ITEM_TEXT_DOUBTS)[number];
