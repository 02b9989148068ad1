import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import { type Columns, day, nullable, oneOf, revision, text } from './columns.ts';
import { FEEDBACK_KINDS, type FeedbackKind } from './feedback-sql.ts';

/** One thing the group says; `subjectRev` is the item's revision that it saw. */
export interface FeedbackRecord {
  readonly id: string;
  readonly kind: FeedbackKind;
  readonly subject: string | null;
  readonly subjectRev: number | null;
  readonly category: string | null;
  readonly problem: string | null;
  readonly dueOn: CalendarDate | null;
  readonly reason: string | null;
  /** The group's day on which it was released. */
  readonly on: CalendarDate | null;
  readonly rev: number;
}

/** The one table of a feedback bundle. */
export const feedbackColumns: Columns<FeedbackRecord> = {
  id: text(64),
  kind: oneOf(FEEDBACK_KINDS),
  subject: nullable(text(64)),
  subjectRev: nullable(revision),
  category: nullable(text(200)),
  problem: nullable(text(1000)),
  dueOn: nullable(day),
  reason: nullable(text(1000)),
  on: nullable(day),
  rev: revision,
};
