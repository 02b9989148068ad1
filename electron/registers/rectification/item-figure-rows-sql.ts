import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { FigurePart, ItemState } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import type { FigureScope, RowsAsked } from '../figure-scope.ts';
import { COUNTS, type FigureStates, type ItemSums, LIVES, livesValues } from './rectification-figures-sql.ts';

export interface CountedItem {
  readonly id: string;
  readonly number_year: number;
  readonly number: number;
  readonly problem: string;
  readonly unit_name: string | null;
  readonly state: ItemState;
  readonly due: CalendarDate | null;
  readonly applied_on: CalendarDate | null;
}

/** Which sums a figure is made of. */
export type ItemShare = readonly [numerator: keyof ItemSums, denominator: keyof ItemSums];

function conditionOf([numerator, denominator]: ItemShare, part: FigurePart): string {
  if (part === 'rest') return `${COUNTS[denominator]} AND NOT ifnull(${COUNTS[numerator]}, 0)`;
  return part === 'numerator' ? COUNTS[numerator] : COUNTS[denominator];
}

/** One page by number. */
export function countedItems(
  db: Readable,
  office: number,
  asOf: CalendarDate,
  states: FigureStates,
  scope: FigureScope,
  share: ItemShare,
  { part, offset, limit }: RowsAsked,
): CountedItem[] {
  return db.all<CountedItem>(
    `${LIVES}
     SELECT item.id, item.number_year, item.number, item.problem, unit.name AS unit_name, life.state,
       life.due_extended AS due, life.applied_on
     FROM (SELECT life.* FROM asked JOIN life WHERE ${conditionOf(share, part)}) AS life
     JOIN rectification_item AS item ON item.pk = life.pk LEFT JOIN unit ON unit.pk = life.unit
     ORDER BY item.number_year, item.number, item.pk LIMIT ?6 OFFSET ?7`,
    ...livesValues(office, asOf, states, scope),
    limit,
    offset,
  );
}
