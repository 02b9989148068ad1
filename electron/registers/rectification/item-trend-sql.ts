import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ItemMove, ItemState } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { inPhase, inUnits } from '../figure-conditions.ts';
import { type FigureScope, scopeValues } from '../figure-scope.ts';

/** A move with what its item's life is cut out of. */
export interface ItemMoveRow {
  readonly item: number;
  readonly due_on: CalendarDate | null;
  /** As it stands today. */
  readonly extended_due_on: CalendarDate | null;
  readonly effective_on: CalendarDate;
  readonly move: ItemMove;
  readonly to_state: ItemState;
  readonly new_due: CalendarDate | null;
}

const ISSUED_ON = `(SELECT min(issue.effective_on) FROM move AS issue
  WHERE issue.register = 'rectification_item' AND issue.subject = item.pk AND issue.move = 'issue' AND issue.deleted = 0)`;

/** Item by item in the order in which they were made: by the owner's rev, then by arrival. */
export function movesOfItems(db: Readable, office: number, scope: FigureScope): ItemMoveRow[] {
  return db.all<ItemMoveRow>(
    `SELECT item.pk AS item, item.due_on, item.extended_due_on, move.effective_on, move.move, move.to_state,
       move.detail ->> '$.newDueOn' AS new_due
     FROM rectification_item AS item NOT INDEXED
     CROSS JOIN move ON move.register = 'rectification_item' AND move.subject = item.pk AND move.deleted = 0
     WHERE item.office = ?1 AND item.deleted = 0 AND ${inUnits('item.unit', '?2')} AND ${inPhase(ISSUED_ON, '?3')}
     ORDER BY item.pk, move.rev, move.pk`,
    ...[office, ...scopeValues(scope)],
  );
}
