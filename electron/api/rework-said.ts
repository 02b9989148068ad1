import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { FeedbackKind } from '../../shared/vocabulary/words.ts';
import { feedbackRows } from '../exchange/feedback-sql.ts';
import type { Return } from '../forms/rework-notice.ts';
import type { FormDesk } from './form-printing.ts';

/** Of the latest that a group has said to an office, as many as a notice is looked for in. */
const LATEST = 500;

/** At a group: the rework that it has ordered and that the office's books do not show yet. */
export function returnSaid(
  { db, host, ledger }: FormDesk,
  office: number,
  subject: string,
  kind: Extract<FeedbackKind, 'returnForRework' | 'orderRework'>,
): (Return & { readonly dueOn: CalendarDate | null }) | null {
  if (ledger.ownOffice.kind !== 'group') return null;
  const said = feedbackRows(db, { target: office, state: null }, { offset: 0, limit: LATEST }).find(
    (row) => row.subject === subject && row.kind === kind && ['draft', 'released'].includes(row.state),
  );
  if (!said) return null;
  const on = said.released_on ?? host.ports.clock.today();
  return { on, reason: said.reason, by: 'group', dueOn: said.due_on };
}
