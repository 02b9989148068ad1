import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { FeedbackFate } from '../../shared/vocabulary/remark-fields.ts';
import type { FeedbackKind } from '../../shared/vocabulary/words.ts';
import type { Readable } from '../store/handles.ts';
import { saidBy } from './feedback-shown.ts';
import { type LivingRegister, shownFeedback, subjectState } from './feedback-sql.ts';
import type { FeedbackRecord } from './feedback-tables.ts';

/** What taking in one row did, or would do. */
export type FeedbackLine = ReturnType<typeof lineOfFeedback>;

/** Lines of one bundle that are told; there is a list of the others. */
export const LINES_TOLD = 500;

/** State of the record that a row speaks of, as the books have it now. */
export function stateSpokenOf(
  db: Readable,
  office: number,
  { kind, register, subject }: FeedbackRecord,
): string | null {
  const living = kind === 'remark' ? LIVING_OF_REMARKS[register ?? 'item'] : LIVING[kind];
  return living && subject ? subjectState(db, office, living, subject) : null;
}

const LIVING: Readonly<Partial<Record<FeedbackKind, LivingRegister>>> = {
  confirm: 'item',
  returnForRework: 'item',
  reopen: 'item',
  orderRework: 'session',
  reopenPeriod: 'period',
};
const LIVING_OF_REMARKS: Readonly<Record<string, LivingRegister | undefined>> = {
  item: 'item',
  session: 'session',
  action: 'action',
};

/** Of a row that was kept, as the books have it after that. */
export function lineOfFeedback(
  db: Readable,
  group: number,
  row: FeedbackRecord,
  done: { readonly fate: FeedbackFate; readonly why: string | null; readonly before: string | null },
) {
  const kept = shownFeedback(db, group, row.id);
  ensure(kept, 'internal');
  const isIssued = row.kind === 'item' && done.fate === 'applied';
  const after = isIssued ? 'issued' : stateSpokenOf(db, kept.target, row);
  return { ...saidBy(kept), ...done, after };
}
