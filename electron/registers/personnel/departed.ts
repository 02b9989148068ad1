import { foldName } from '../../../shared/rules/names.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';
import { namesakesThere } from './departed-sql.ts';

/** Whether the roster knows people of that name, and all of them have gone by the day; a name it does not know has not. */
export function hasLeft(db: Readable, office: number, name: string, day: CalendarDate): boolean {
  const { known, there } = namesakesThere(db, office, foldName(name), day);
  return known > 0 && there === 0;
}
