import { MAKEUPS, MARKS } from '../../shared/vocabulary/words.ts';
import type { Readable } from '../store/handles.ts';
import { DUMPED_REGISTERS } from './dump-sql.ts';

export interface DumpedRegister {
  readonly name: string;
  readonly columns: string[];
  readonly rows: (string | number | null)[][];
}

type Value = string | number | null;

/** Names included: the caller records why the books were laid open. */
export function dumpRegisters(db: Readable): DumpedRegister[] {
  return Object.entries(DUMPED_REGISTERS).map(([name, sql]) => {
    const records = db.all<Record<string, Value>>(sql);
    const columns = Object.keys(records[0] ?? emptyRecord(db, sql));
    return { name, columns, rows: records.map((record) => columns.map((column) => inWords(column, record))) };
  });
}

/** A register without rows still has its columns: one record of nulls. */
function emptyRecord(db: Readable, sql: string): Record<string, Value> {
  return db.get(`SELECT register.* FROM (SELECT 1) LEFT JOIN (${sql}) AS register ON 1 LIMIT 1`) ?? {};
}

const WORDS: Readonly<Record<string, readonly string[]>> = { mark: MARKS, makeup: MAKEUPS };

function inWords(column: string, record: Readonly<Record<string, Value>>): Value {
  const value = record[column] ?? null;
  return typeof value === 'number' ? (WORDS[column]?.[value] ?? value) : value;
}
