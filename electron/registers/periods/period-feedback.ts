import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { findRow } from '../../store/rows.ts';
import { reopenRow } from './periods-register.ts';
import { type PeriodRow, periodsOf } from './periods-sql.ts';

/** What the group says of a closed period; the office's ledger carries it out while importing. */
export interface PeriodFeedback {
  readonly feedbackId: string;
  /** Id of the period. */
  readonly subject: string;
  /** The group's day; held to today, as clocks of two offices run apart. */
  readonly on?: CalendarDate | undefined;
  readonly reason?: string | undefined;
}

/** 未适用 is an answer, not an error. */
export type PeriodOutcome =
  | { readonly applied: true }
  | { readonly applied: false; readonly reason: ErrorCode };

/** 重开周期, ordered by the group: what was closed may be corrected. */
export function reopenFromGroup(write: Write, said: PeriodFeedback): PeriodOutcome {
  const row = periodsOf(write, write.office).find(({ id }) => id === said.subject);
  if (!row) return { applied: false, reason: 'not_found' };
  if (row.state !== 'closed') return { applied: false, reason: 'period_not_closed' };
  const on = said.on && said.on < write.today ? said.on : write.today;
  reopenRow(write, row, { reason: said.reason, on, feedback: said.feedbackId });
  return { applied: true };
}

/** What a group reopens: a closed period as its own books have it. @throws Refusal `not_found`, `period_not_closed` */
export function requireClosed(db: Readable, office: number, id: string): { id: string; rev: number } {
  const row = findRow<PeriodRow>(db, 'period', office, id);
  ensure(row.state === 'closed', 'period_not_closed', { until: row.until_on });
  return { id, rev: row.rev };
}
