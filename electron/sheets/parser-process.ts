/**
 * Entry of the process that parses one spreadsheet from outside, started and ended by parser-host.ts. It gets the file
 * over its channel, never by argument, has next to no environment, and is killed without harm at any moment.
 *
 * The parser runs in a thread of its own, so that this thread can look at the memory every few
 * milliseconds and end the process before a hostile file fills the PC.
 */
import { readFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { ParserReply, ParserReport, ParserTask } from './parser-messages.ts';

const WATCH_MILLISECONDS = 10;
/** The rest is for the runtime itself and for buffers outside the heap. */
const HEAP_SHARE = 0.66;
const MEGABYTE = 1_000_000;
const POOLED_BYTES = 64 * 1024;

interface Channel {
  listen(task: (task: ParserTask) => void): void;
  say(report: ParserReport): void;
}

interface ParentPort {
  once(event: 'message', listener: (message: { readonly ports: readonly CorePort[] }) => void): void;
}

interface CorePort {
  once(event: 'message', listener: (message: { readonly data: ParserTask }) => void): void;
  once(event: 'close', listener: () => void): void;
  postMessage(report: ParserReport): void;
  start(): void;
}

const channel = openChannel();
channel.listen(run);

function run(task: ParserTask): void {
  let over = false;
  const finish = (last: ParserReply) => {
    if (over) return;
    over = true;
    channel.say({ ...last, peakBytes: peakBytes() });
  };
  flushCompileCache();
  const worker = new Worker(new URL('./parser-worker.ts', import.meta.url), {
    workerData: task,
    transferList: transferable(task.source.bytes),
    resourceLimits: { maxOldGenerationSizeMb: (task.limits.memoryBytes / MEGABYTE) * HEAP_SHARE },
  });
  worker.on('message', (reply: ParserReply) => {
    if (reply.kind === 'end' || reply.kind === 'refused') finish(reply);
    else if (!over) channel.say({ ...reply, peakBytes: 0 });
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    finish({ kind: 'refused', code: outOfMemory ? 'sheet_memory' : 'sheet_damaged', fields: {} });
  });
  setInterval(() => {
    if (process.memoryUsage.rss() <= task.limits.memoryBytes) return;
    void worker.terminate();
    finish({ kind: 'refused', code: 'sheet_memory', fields: {} });
  }, WATCH_MILLISECONDS);
}

/** A large file is handed over instead of copied; small buffers share one pool and cannot be. */
function transferable(bytes: Uint8Array): ArrayBuffer[] {
  const { buffer } = bytes;
  return bytes.length > POOLED_BYTES && buffer instanceof ArrayBuffer ? [buffer] : [];
}

function openChannel(): Channel {
  const { parentPort } = process as { parentPort?: ParentPort };
  return parentPort ? portChannel(parentPort) : ipcChannel();
}

/** Electron: the shell brings the port that leads to the core, and with the core the port goes. */
function portChannel(shell: ParentPort): Channel {
  let core: CorePort | undefined;
  return {
    listen: (task) =>
      shell.once('message', ({ ports: [port] }) => {
        core = port;
        port?.once('message', ({ data }) => task(data));
        port?.once('close', () => process.exit());
        port?.start();
      }),
    say: (report) => core?.postMessage(report),
  };
}

/** Plain Node. */
function ipcChannel(): Channel {
  process.on('disconnect', () => process.exit());
  return {
    listen: (task) => process.once('message', task),
    say: (report) => void process.send?.(report),
  };
}

/**
 * On Linux `maxRSS` also covers the parent's memory from before exec, so the kernel's own mark of this
 * process is read there.
 */
function peakBytes(): number {
  try {
    const mark = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'));
    if (mark) return Number(mark[1]) * 1024;
  } catch {
    // not Linux
  }
  return process.resourceUsage().maxRSS * 1024;
}
