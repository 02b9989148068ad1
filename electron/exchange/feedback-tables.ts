import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import { FEEDBACK_KINDS, type FeedbackKind } from '../../shared/vocabulary/words.ts';
import { uuid, words } from './cell-kinds.ts';
import { type Columns, day, nullable, oneOf, revision } from './columns.ts';

/** One thing the group says; `subjectRev` is the revision of the item or session that it saw. */
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
  id: uuid,
  kind: oneOf(FEEDBACK_KINDS),
  subject: nullable(uuid),
  subjectRev: nullable(revision),
  category: nullable(words(200)),
  problem: nullable(words(1000)),
  dueOn: nullable(day),
  reason: nullable(words(1000)),
  on: nullable(day),
  rev: revision,
};
