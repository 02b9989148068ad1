import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';
import { ITEM, type ItemRow } from './rectification-sql.ts';

export interface OpenUnit {
  readonly id: string;
  readonly name: string;
}

/** Units that are not closed by the day. */
export function openUnits(db: Readable, office: number, day: CalendarDate): OpenUnit[] {
  return db.all<OpenUnit>(
    `SELECT id, name FROM unit WHERE office = ? AND deleted = 0 AND (closed_on IS NULL OR closed_on > ?) ORDER BY pk`,
    office,
    day,
  );
}

/** What a list can mean or repeat: everything but what was voided. */
export function standingItems(db: Readable, office: number): ItemRow[] {
  return db.all<ItemRow>(`${ITEM} AND item.state <> 'voided' ORDER BY item.pk`, office);
}
