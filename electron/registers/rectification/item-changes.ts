import type { SqlValue, Write } from '../../store/handles.ts';
import { insertRow } from '../../store/rows.ts';
import type { ItemRow } from './rectification-sql.ts';

/** A field as it stands in the history; `unit` by the unit's name. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Writes down what this write changes in an item; taken back with it. */
export function recordChanges(write: Write, row: ItemRow, changes: readonly FieldChange[]): void {
  for (const { field, before, after } of changes) {
    insertRow(write, 'item_change', write.newId(), {
      item: row.pk,
      on_day: write.today,
      field,
      before,
      after,
    });
  }
}

const FIELDS = {
  source: 'source',
  category: 'category',
  problem: 'problem',
  measures: 'measures',
  leader: 'leader',
  owner: 'owner',
  due_on: 'dueOn',
  repeats: 'repeats',
} as const;

/**
 * What differs between a row and the columns that will stand in it.
 * @param unitName the name of the unit that will stand there
 */
export function changesOf(
  row: ItemRow,
  columns: Readonly<Record<string, SqlValue>>,
  unitName: string | null,
): FieldChange[] {
  const plain = Object.entries(FIELDS).flatMap(([column, field]) => {
    const [before, after] = [row[column as keyof typeof FIELDS], columns[column]];
    return after === undefined || before === after ? [] : [{ field, before, after: textOf(after) }];
  });
  if (columns.unit === undefined || columns.unit === row.unit) return plain;
  return [...plain, { field: 'unit', before: row.unit_name, after: unitName }];
}

function textOf(value: SqlValue): string | null {
  return value === null ? null : String(value);
}
