import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { FollowUpKind } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import type { StoredRow } from '../../store/rows.ts';

export interface SupervisionRow extends StoredRow {
  readonly since_on: CalendarDate;
  readonly reason: string;
  readonly next_on: CalendarDate | null;
}

/** The supervision that an item is under now. */
export function supervisionOf(db: Readable, item: number): SupervisionRow | undefined {
  return db.get<SupervisionRow>(
    'SELECT * FROM item_supervision WHERE item = ? AND ended_on IS NULL AND deleted = 0',
    item,
  );
}

export interface FollowUpRow {
  readonly id: string;
  readonly kind: FollowUpKind;
  readonly on_day: CalendarDate;
  readonly text: string;
  readonly next_on: CalendarDate | null;
  readonly changed_at: string;
  readonly author: string | null;
}

const OF_ITEM = `FROM item_follow_up AS entry LEFT JOIN account ON account.pk = entry.changed_by
  WHERE entry.item = ?1 AND entry.deleted = 0 AND entry.kind = ifnull(?2, entry.kind)`;

/** The latest first. */
export function listFollowUps(
  db: Readable,
  item: number,
  kind: FollowUpKind | null,
  page: { readonly offset: number; readonly limit: number },
): { total: number; rows: FollowUpRow[] } {
  const rows = db.all<FollowUpRow>(
    `SELECT entry.id, entry.kind, on_day, text, next_on, entry.changed_at, account.name AS author ${OF_ITEM}
     ORDER BY on_day DESC, entry.rev DESC LIMIT ?3 OFFSET ?4`,
    item,
    kind,
    page.limit,
    page.offset,
  );
  const total = db.get<{ total: number }>(`SELECT count(*) AS total ${OF_ITEM}`, item, kind)?.total ?? 0;
  return { total, rows };
}
