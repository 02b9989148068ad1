import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { newScratch } from '../support/scratch-folder.ts';
import type { Row } from './row.ts';
import { type Found, NOTHING_FOUND, Tally, together } from './tally.ts';
import type { TrialsTold } from './trials.ts';

/** What whoever runs a row chooses. */
export interface RunOptions {
  readonly trials: number;
  readonly seed: number;
  /** Processes at a time. */
  readonly lanes: number;
  /** The file in which the run is kept, and where it goes on if it was cut off. */
  readonly tally?: string | undefined;
}

export interface LaneOptions extends RunOptions {
  readonly id: string;
  readonly what: string;
  readonly kind: string;
  /** Trials that one process plays; a crash ends those that were left to it. */
  readonly slice: number;
  /** Of one process, at most. */
  readonly megabytes?: number;
}

/** A process that tells nothing for so long is stuck, however busy the machine is. */
const SILENCE_MS = 120_000;

/** Plays the trials in processes of their own, so that a crash is one, and a hang ends. */
export async function inLanes(options: LaneOptions): Promise<Row> {
  const { id, what, kind, trials, seed, slice, lanes } = options;
  const size = Math.max(1, Math.min(slice, Math.ceil(trials / lanes)));
  const tally = new Tally({ id, kind, trials, seed, size }, options.tally);
  let next = 0;
  async function lane(): Promise<void> {
    for (let from = next; from < trials; from = next) {
      next = from + size;
      if (tally.isDone(from)) continue;
      tally.add(from, await playSlice(options, from, Math.min(size, trials - from)));
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  const { injected, failures, peakMegabytes: peak, ...found } = tally.sum;
  const fell = new Map(Object.entries(found.fell));
  const all = [...failures];
  if (options.megabytes !== undefined) {
    if (peak > options.megabytes) all.push(`${peak} MB of memory`);
    fell.set('peak MB', peak);
  }
  return { id, what, trials, injected, failures: all, seconds: tally.seconds, fell };
}

async function playSlice({ kind, seed }: LaneOptions, from: number, count: number): Promise<Found> {
  const place = newScratch();
  const words = [kind, seed, from, count, place].map(String);
  const quickKeys = join(import.meta.dirname, '../support/quick-password-keys.ts');
  const child = spawn(
    process.execPath,
    ['--import', quickKeys, join(import.meta.dirname, 'trial-worker.ts'), ...words],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const leave = () => child.kill('SIGKILL');
  process.on('exit', leave);
  let silence = setTimeout(leave, SILENCE_MS);
  let complaint = '';
  let found = NOTHING_FOUND;
  let isOver = false;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2000);
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    clearTimeout(silence);
    silence = setTimeout(leave, SILENCE_MS);
    const { over, ...told }: TrialsTold = JSON.parse(line);
    found = together(found, { ...told, peakMegabytes: over?.peakMegabytes ?? 0 });
    isOver ||= over !== undefined;
  });
  const [code, signal] = await once(child, 'close');
  clearTimeout(silence);
  process.off('exit', leave);
  rmSync(place, { recursive: true, force: true });
  if (isOver) return found;
  const ended = `${kind} from ${from}, seed ${seed}: the process ended (${code ?? signal}) ${complaint}`;
  return together(found, { ...NOTHING_FOUND, failures: [ended] });
}
