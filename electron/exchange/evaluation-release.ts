import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { FeedbackState } from '../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../store/handles.ts';
import { insertRow } from '../store/rows.ts';
import { saidOfEvaluations } from './feedback-sql.ts';
import { partyByOffice } from './parties.ts';

/** Offices that a group evaluates are those whose keys it has pinned. @throws Refusal `party_unknown` */
export function requireEvaluated(db: Readable, office: number): void {
  ensure(partyByOffice(db, office)?.keys.kind === 'office', 'party_unknown');
}

/**
 * What the leader froze, or withdrew for a reason, leaves with the next feedback to the office.
 * @throws Refusal `party_unknown`
 */
export function releaseEvaluation(
  write: Write,
  target: number,
  { evaluation, reason }: { readonly evaluation: string; readonly reason: string | null },
): void {
  requireEvaluated(write, target);
  insertRow(write, 'feedback', write.newId(), {
    ...{ target, kind: 'evaluation', subject: evaluation, reason },
    ...{ state: 'released', released_on: write.today, drafted_by: write.account },
  });
}

export interface Delivery {
  readonly state: FeedbackState;
  readonly outcome: string | null;
}

/** What became of the evaluations that the own office, a group, has released; by their ids. */
export function deliveries(db: Readable, group: number): ReadonlyMap<string, Delivery> {
  return new Map(
    saidOfEvaluations(db, group).map(({ subject, state, outcome }) => [subject, { state, outcome }]),
  );
}
