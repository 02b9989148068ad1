import type { Readable } from '../../store/handles.ts';

/** What a row of any register says in its column of dates. */
export function standing(db: Readable, table: string, column: string, pk: number): string | null {
  const row = db.get<{ date: string | null }>(`SELECT ${column} AS date FROM ${table} WHERE pk = ?`, pk);
  return row?.date ?? null;
}
