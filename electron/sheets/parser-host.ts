import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ErrorCode } from '../../shared/vocabulary/error-codes.ts';
import { Refusal, type RefusalFields } from '../../shared/vocabulary/refusal.ts';
import type { ParserReport, ParserTask } from './parser-messages.ts';
import type { SheetGrid, SheetRow } from './sheet-grid.ts';

/** A running parser's process, however this host starts one. */
export interface ParserProcess {
  send(task: ParserTask): void;
  onReport(listener: (report: ParserReport) => void): void;
  /** With the exit code; null when a signal ended the process. */
  onExit(listener: (code: number | null) => void): void;
  kill(): void;
}

/** Exit code of Node after an uncaught error: the parser is broken, not the file. */
const UNCAUGHT = 1;

export type StartParser = () => ParserProcess;

export interface ParserWatch {
  /** Ends the parsing with sheet_cancelled. */
  readonly signal?: AbortSignal;
  /** Told now and then how many rows have come. */
  readonly onRows?: (rows: number) => void;
}

/**
 * Parses in a process of its own and ends that process whatever happens.
 *
 * @throws Refusal sheet_timeout, sheet_memory (also when the process dies without a word, as when the
 * runtime or the system is out of memory), sheet_cancelled by `signal`, and what the parser says
 */
export async function parseInProcess(
  task: ParserTask,
  start: StartParser,
  { signal, onRows }: ParserWatch = {},
): Promise<SheetGrid> {
  if (signal?.aborted) throw new Refusal('sheet_cancelled');
  const parser = start();
  const { promise, resolve, reject } = Promise.withResolvers<SheetGrid>();
  const refuse = (code: ErrorCode, fields?: RefusalFields) => reject(new Refusal(code, fields));
  const timer = setTimeout(refuse, task.limits.milliseconds, 'sheet_timeout');
  const cancel = () => refuse('sheet_cancelled');
  signal?.addEventListener('abort', cancel);
  parser.onReport(collectGrid(resolve, refuse, onRows));
  parser.onExit((code) => refuse(code === UNCAUGHT ? 'internal' : 'sheet_memory'));
  try {
    parser.send(task);
    return await promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
    parser.kill();
  }
}

function collectGrid(
  resolve: (grid: SheetGrid) => void,
  refuse: (code: ErrorCode, fields?: RefusalFields) => void,
  onRows: ParserWatch['onRows'],
): (report: ParserReport) => void {
  const rows: SheetRow[] = [];
  return (report) => {
    if (report.kind === 'rows') {
      for (const row of JSON.parse(report.rows) as SheetRow[]) rows.push(row);
      onRows?.(rows.length);
    } else if (report.kind === 'end') {
      const { name: sheetName, sheets, merges, peakBytes } = report;
      resolve({ sheetName, sheets, merges, rows, peakBytes });
    } else refuse(report.code, { ...report.fields, peakBytes: report.peakBytes });
  };
}

/**
 * Where plain Node keeps what it compiled of these sources: without, the two threads of the process hold a
 * TypeScript compiler each, 35 MB of the few that a sheet may take. Nothing of a sheet is in it.
 */
const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url));

/** Plain Node: the loopback host, the command line and the tests. */
export const forkParser: StartParser = () => {
  const child = fork(fileURLToPath(new URL('./parser-process.ts', import.meta.url)), [], {
    serialization: 'advanced',
    // young generations stay small: they are counted as memory, not as heap
    execArgv: ['--max-old-space-size=256', '--max-semi-space-size=8'],
    env: { SystemRoot: process.env.SystemRoot, NODE_COMPILE_CACHE: COMPILED },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return {
    send: (task) => child.send(task, () => {}),
    onReport: (listener) => child.on('message', (report: ParserReport) => listener(report)),
    onExit: (listener) => {
      child.on('exit', listener);
      child.on('error', () => listener(UNCAUGHT));
    },
    kill: () => child.kill('SIGKILL'),
  };
};
