import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';

export interface CategorySpan {
  readonly category: string | null;
  /** Items issued in the span that stand in the ledger at its end. */
  readonly issued: number;
  /** Items that are closed at its end, and were closed in it. */
  readonly closed: number;
}

/**
 * Items by category. Merged and voided ones are left out, as they are at the end of the span; the last move in
 * effect is the one of the greatest rev, as in the figures.
 */
export function itemsSpan(
  db: Readable,
  office: number,
  from: CalendarDate,
  until: CalendarDate,
): CategorySpan[] {
  return db.all<CategorySpan>(
    `WITH life AS (
       SELECT item.category, min(move.effective_on) FILTER (WHERE move.move = 'issue') AS issued_on,
         substr(max(printf('%016d%016d', move.rev, move.pk) || move.to_state), 33) AS state,
         substr(max(printf('%016d%016d', move.rev, move.pk) || move.effective_on), 33) AS last_on
       FROM rectification_item AS item
       JOIN move ON move.register = 'rectification_item' AND move.subject = item.pk AND move.deleted = 0
       WHERE item.office = ?1 AND item.deleted = 0 AND move.effective_on <= ?3
       GROUP BY item.pk)
     SELECT category, count(*) FILTER (WHERE issued_on >= ?2) AS issued,
       count(*) FILTER (WHERE state = 'closed' AND last_on >= ?2) AS closed
     FROM life WHERE state NOT IN ('draft', 'merged', 'voided') GROUP BY category`,
    office,
    from,
    until,
  );
}
