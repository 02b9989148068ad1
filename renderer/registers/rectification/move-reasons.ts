import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import type { ItemSource } from '../../../shared/vocabulary/words.ts';
import { errorSentence } from '../../text/errors.ts';
import { itemText } from '../../text/rectification-page.ts';
import type { Blocked } from './offered-moves.ts';

/** Beside what it keeps from being done a reason is one short clause; the whole sentence is for a refusal. */
export function becauseOf({ why, needs, missing, moves }: Blocked, source: ItemSource): string {
  const reasons: Readonly<Partial<Record<ErrorCode, string>>> = {
    not_allowed: itemText.byRole(needs),
    same_account: itemText.ownApplication,
    needs_group_review: itemText.upward(source),
    missing_field: itemText.missing(missing),
    deadline_before_day: itemText.dueOver,
  };
  return reasons[why] ?? errorSentence(why, { register: 'rectification_item', move: moves[0] ?? '' });
}
