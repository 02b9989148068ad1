import { COUNTER_KINDS } from './words.ts';

/** What a column of a sheet of monthly counters can mean; a count of each kind, or kind and count of a long list. */
export const COUNTER_FIELDS = ['unit', 'month', 'kind', 'count', ...COUNTER_KINDS, 'total'] as const;
export type CounterField = (typeof COUNTER_FIELDS)[number];

/** Why a row of counters is held (a person must decide) or skipped (it is no entry). */
export const COUNTER_ROW_REASONS = [
  'summaryRow',
  'signatureRow',
  'repeatedHeader',
  'duplicateRow',
  'emptyRow',
  'skippedByUser',
  'missingField',
  'unknownUnit',
  'ambiguousUnit',
  'unknownKind',
  'invalidMonth',
  'monthAhead',
  'invalidCount',
  'contradictoryRows',
] as const;
export type CounterRowReason = (typeof COUNTER_ROW_REASONS)[number];

/** Of these, those that one answer about a text settles for all its rows. */
export const COUNTER_TEXT_DOUBTS = ['unit', 'kind', 'count'] as const;
export type CounterTextDoubt = (typeof COUNTER_TEXT_DOUBTS)[number];

/** What a column of a list of institutions can mean. */
export const INSTITUTION_FIELDS = ['kind', 'title', 'documentNumber', 'on', 'unit'] as const;
export type InstitutionField = (typeof INSTITUTION_FIELDS)[number];

export const INSTITUTION_ROW_REASONS = [
  'summaryRow',
  'signatureRow',
  'repeatedHeader',
  'duplicateRow',
  'skippedByUser',
  'missingField',
  'fieldTooLong',
  'unreadableText',
  'unknownKind',
  'unknownUnit',
  'ambiguousUnit',
  'invalidDate',
  'dayAhead',
] as const;
export type InstitutionRowReason = (typeof INSTITUTION_ROW_REASONS)[number];

export const INSTITUTION_TEXT_DOUBTS = ['kind', 'unit'] as const;
export type InstitutionTextDoubt = (typeof INSTITUTION_TEXT_DOUBTS)[number];
