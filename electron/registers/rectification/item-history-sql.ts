import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { FollowUpKind, ItemEvent, ItemMove } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';

export interface EventRow {
  readonly event: ItemEvent;
  readonly on_day: CalendarDate;
  readonly at: string;
  readonly author: string | null;
  readonly move: ItemMove | null;
  readonly from_state: string | null;
  readonly to_state: string | null;
  readonly text: string | null;
  readonly follow_up: FollowUpKind | null;
  readonly is_on: number | null;
  /** Of a move: JSON of what it brought along. */
  readonly detail: string | null;
  /** The due date before a move that brought a new one. */
  readonly due_before: CalendarDate | null;
  /** Of an edit: JSON list of changes. */
  readonly changes: string | null;
}

/** In the order of the owner's revisions, which every write has one of: what was done later stands above. */
const EVENTS = `
  WITH event (event, rev, pk, on_day, at, account, move, from_state, to_state, text, follow_up, is_on, detail,
    due_before, changes) AS (
    SELECT 'move', rev, pk, effective_on, changed_at, iif(detail ->> '$.feedback' IS NULL, changed_by, 0), move,
      from_state, to_state, reason, NULL, NULL, detail,
      (SELECT ifnull((SELECT earlier.detail ->> '$.newDueOn' FROM move AS earlier
         WHERE earlier.register = 'rectification_item' AND earlier.subject = ?1 AND earlier.deleted = 0
           AND earlier.detail ->> '$.newDueOn' IS NOT NULL
           AND (earlier.rev < move.rev OR earlier.rev = move.rev AND earlier.pk < move.pk)
         ORDER BY earlier.rev DESC, earlier.pk DESC LIMIT 1), due_on)
       FROM rectification_item WHERE pk = ?1),
      NULL
    FROM move WHERE register = 'rectification_item' AND subject = ?1 AND deleted = 0
    UNION ALL
    SELECT 'edit', rev, min(pk), min(on_day), min(changed_at), min(changed_by), NULL, NULL, NULL, NULL, NULL, NULL, NULL,
      NULL, json_group_array(json_object('field', field, 'before', before, 'after', after))
    FROM item_change WHERE item = ?1 AND deleted = 0 GROUP BY rev
    UNION ALL
    SELECT 'followUp', rev, pk, on_day, changed_at, changed_by, NULL, NULL, NULL, text, kind, NULL, NULL, NULL, NULL
    FROM item_follow_up WHERE item = ?1 AND deleted = 0
    UNION ALL
    SELECT 'supervision', begun_rev, pk, since_on, begun_at, begun_by, NULL, NULL, NULL, reason, NULL, 1, NULL, NULL, NULL
    FROM item_supervision WHERE item = ?1 AND deleted = 0
    UNION ALL
    SELECT 'supervision', rev, pk, ended_on, changed_at, changed_by, NULL, NULL, NULL, end_reason, NULL, 0, NULL, NULL,
      NULL
    FROM item_supervision WHERE item = ?1 AND deleted = 0 AND ended_on IS NOT NULL
  )`;

/** The latest first. */
export function listEvents(
  db: Readable,
  item: number,
  page: { readonly offset: number; readonly limit: number },
): { total: number; rows: EventRow[] } {
  const rows = db.all<EventRow>(
    `${EVENTS} SELECT event.*, account.name AS author FROM event LEFT JOIN account ON account.pk = event.account
     ORDER BY event.rev DESC, event.pk DESC LIMIT ?2 OFFSET ?3`,
    item,
    page.limit,
    page.offset,
  );
  const total = db.get<{ total: number }>(`${EVENTS} SELECT count(*) AS total FROM event`, item)?.total ?? 0;
  return { total, rows };
}
