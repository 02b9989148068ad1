import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { isFieldOf, type RemarkField, type RemarkRegister } from '../../shared/vocabulary/remark-fields.ts';
import type { FeedbackKind } from '../../shared/vocabulary/words.ts';
import { requireClosed } from '../registers/periods/period-feedback.ts';
import { requireItem } from '../registers/rectification/rectification-register.ts';
import { requireReworkable } from '../registers/study/study-feedback.ts';
import type { Readable } from '../store/handles.ts';
import { findRow, type StoredRow } from '../store/rows.ts';

export interface SaidWords {
  readonly field?: RemarkField | undefined;
  readonly category?: string | undefined;
  readonly problem?: string | undefined;
  readonly dueOn?: CalendarDate | undefined;
  readonly reason?: string | undefined;
}

interface Saying extends SaidWords {
  /** Surrogate of the office spoken to. */
  readonly target: number;
  readonly kind: FeedbackKind;
  readonly register?: RemarkRegister | undefined;
  readonly subject?: string | undefined;
}

/** What a kind cannot do without. */
const NEEDS: Readonly<Record<FeedbackKind, readonly ('problem' | 'reason' | 'dueOn')[]>> = {
  item: ['problem'],
  confirm: [],
  returnForRework: ['reason', 'dueOn'],
  remark: ['reason'],
  reopen: ['reason'],
  orderRework: ['reason'],
  evaluation: [],
  reopenPeriod: ['reason'],
  template: [],
};

/** @throws Refusal `missing_field`; `invalid_input` for a field that the record spoken of has not */
export function requireWords(
  words: SaidWords,
  { kind, register }: { readonly kind: FeedbackKind; readonly register: RemarkRegister | null },
): void {
  for (const field of NEEDS[kind]) ensure(words[field], 'missing_field', { field });
  if (words.field === undefined) return;
  const fits = kind === 'remark' && isFieldOf(register ?? 'item', words.field);
  ensure(fits, 'invalid_input', { fields: ['field'] });
}

/**
 * What the group speaks of, as its own books have it.
 * @throws Refusal `missing_field`, `not_found`; `move_not_allowed`, `period_not_closed` for what cannot be said of it
 */
export function subjectOf(db: Readable, saying: Saying): { id: string; rev: number } | null {
  const { target, kind, register = 'item', subject } = saying;
  if (kind === 'item' || (kind === 'remark' && subject === undefined)) return null;
  ensure(subject, 'missing_field', { field: 'subject' });
  if (kind === 'orderRework') return requireReworkable(db, target, subject);
  if (kind === 'reopenPeriod') return requireClosed(db, target, subject);
  if (kind === 'remark') return recordOf(db, target, register, subject);
  const { id, rev, state } = requireItem(db, target, subject);
  const needed = kind === 'reopen' ? 'closed' : 'groupReview';
  ensure(state === needed, 'move_not_allowed', { state, move: kind });
  return { id, rev };
}

const TABLES = {
  item: 'rectification_item',
  session: 'study_session',
  round: 'inspection_round',
  action: 'action_instance',
} as const satisfies Record<RemarkRegister, string>;

function recordOf(db: Readable, target: number, register: RemarkRegister, subject: string) {
  const { id, rev } = findRow<StoredRow>(db, TABLES[register], target, subject);
  return { id, rev };
}
