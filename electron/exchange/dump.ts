import { MAKEUPS, MARKS } from '../../shared/vocabulary/words.ts';
import type { Readable } from '../store/handles.ts';
import type { OpenText, StoredText } from '../store/sealed-texts.ts';
import { DUMPED_REGISTERS } from './dump-sql.ts';

export interface DumpedRegister {
  readonly name: string;
  readonly columns: string[];
  readonly rows: (string | number | null)[][];
}

type Value = string | number | null;

/**
 * Names included: the caller records why the books were laid open.
 * @param openText reads sealed summaries; without it they stand empty
 */
export function dumpRegisters(db: Readable, openText?: OpenText): DumpedRegister[] {
  return Object.entries(DUMPED_REGISTERS).map(([name, sql]) => {
    const records = db.all<Record<string, Value>>(sql);
    const columns = Object.keys(records[0] ?? emptyRecord(db, sql)).filter((column) => column !== 'sealed');
    const rows = records.map((record) => opened(db, record, openText));
    return { name, columns, rows: rows.map((record) => columns.map((column) => inWords(column, record))) };
  });
}

function opened(db: Readable, record: Record<string, Value>, openText?: OpenText): Record<string, Value> {
  if (!isStoredText(record)) return record;
  return { ...record, summary: openText?.(db, record.id, record) ?? null };
}

function isStoredText(
  record: Record<string, Value>,
): record is Record<string, Value> & StoredText & { id: string } {
  return 'sealed' in record;
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
