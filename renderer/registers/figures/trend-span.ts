import { addDays, type CalendarDate } from '../../../shared/vocabulary/dates.ts';

/** First and last day, both included. */
export interface Span {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** Weeks of the trend before its last day. */
const WEEKS = 15;

/**
 * The last weeks up to a day, but nothing before the campaign began; of a campaign that ended before those weeks, its
 * own last ones.
 */
export function trendSpan(asOf: CalendarDate, campaign: Span | undefined): Span {
  const first = addDays(asOf, -7 * WEEKS);
  if (!campaign) return { from: first, until: asOf };
  if (campaign.until < first) return trendSpan(campaign.until, campaign);
  return { from: first > campaign.from ? first : campaign.from, until: asOf };
}
