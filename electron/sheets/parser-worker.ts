/** The thread that parses, within the parser's process: its main thread stays free to watch the memory. */
import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { parseSheet } from './parse.ts';
import type { ParserReply, ParserTask } from './parser-messages.ts';
import type { SheetRow } from './sheet-grid.ts';

const ROWS_PER_MESSAGE = 500;

const reply = (message: ParserReply) => parentPort?.postMessage(message);

try {
  await parse(workerData);
  reply({ kind: 'end' });
} catch (error) {
  reply(asRefused(error));
}

async function parse({ source, words, limits }: ParserTask): Promise<void> {
  const sheet = await parseSheet(source, words, limits);
  reply({ kind: 'sheet', name: sheet.name, merges: sheet.merges });
  let rows: SheetRow[] = [];
  for await (const row of sheet.rows) {
    rows.push(row);
    if (rows.length < ROWS_PER_MESSAGE) continue;
    reply({ kind: 'rows', rows });
    rows = [];
  }
  reply({ kind: 'rows', rows });
}

/** Whatever else a parser throws, the file made it throw. */
function asRefused(error: unknown): ParserReply {
  if (error instanceof Refusal) return { kind: 'refused', code: error.code, fields: error.fields };
  const unfinished = error instanceof Error && /unexpected end|truncated|beyond file/i.test(error.message);
  return { kind: 'refused', code: unfinished ? 'sheet_truncated' : 'sheet_damaged', fields: {} };
}
