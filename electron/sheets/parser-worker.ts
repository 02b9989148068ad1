/** The thread that parses, within the parser's process: its main thread stays free to watch the memory. */
import { flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { parseSheet } from './parse.ts';
import type { ParserReply, ParserTask } from './parser-messages.ts';

// This process is killed, not ended: its code would never be kept.
flushCompileCache();

const reply = (message: ParserReply) => parentPort?.postMessage(message);

try {
  await parse(workerData);
} catch (error) {
  reply(asRefused(error));
}

async function parse(task: ParserTask): Promise<void> {
  const { name, sheets, batches, merges } = await parseSheet(task);
  for await (const rows of batches) reply({ kind: 'rows', rows: JSON.stringify(rows) });
  reply({ kind: 'end', name, sheets, merges: await merges() });
}

/** Whatever else a parser throws, the file made it throw. */
function asRefused(error: unknown): ParserReply {
  if (error instanceof Refusal) return { kind: 'refused', code: error.code, fields: error.fields };
  const unfinished = error instanceof Error && /unexpected end|truncated|beyond file/i.test(error.message);
  return { kind: 'refused', code: unfinished ? 'sheet_truncated' : 'sheet_damaged', fields: {} };
}
