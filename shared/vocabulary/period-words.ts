/** How often an office reports: by calendar weeks from Monday to Sunday, or by calendar months. */
export const RHYTHMS = ['weekly', 'monthly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** 未关账, 已关账: what is dated in a closed period stays as it was reported. */
export const PERIOD_STATES = ['open', 'closed'] as const;
export type PeriodState = (typeof PERIOD_STATES)[number];

/** Why a bundle holds everything, or not: nobody chooses it but by asking for everything. */
export const EXPORT_REASONS = [
  /** none was sealed for this recipient yet */
  'firstBundle',
  /** the first one after a loss of history that was accepted, or for another campaign */
  'newEpoch',
  /** nothing that was sent has been countersigned */
  'notAcknowledged',
  'asked',
  'incremental',
  /** a named list, which stands by itself */
  'withNames',
] as const;
export type ExportReason = (typeof EXPORT_REASONS)[number];
