import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { newScratch } from '../support/scratch-folder.ts';
import type { Row } from './row.ts';
import type { TrialsTold } from './trials.ts';

export interface LaneOptions {
  readonly id: string;
  readonly what: string;
  readonly kind: string;
  readonly trials: number;
  readonly seed: number;
  /** Trials that one process plays; a crash ends those that were left to it. */
  readonly slice: number;
  /** Processes at a time. */
  readonly lanes: number;
  /** Of one process, at most. */
  readonly megabytes?: number;
}

/** A process that tells nothing for so long is stuck, however busy the machine is. */
const SILENCE_MS = 120_000;

type Found = { injected: number; failures: string[]; fell: Map<string, number>; peak: number };

/** Plays the trials in processes of their own, so that a crash is one, and a hang ends. */
export async function inLanes(options: LaneOptions): Promise<Row> {
  const { id, what, trials, slice, lanes } = options;
  const began = performance.now();
  const found: Found = { injected: 0, failures: [], fell: new Map(), peak: 0 };
  const size = Math.max(1, Math.min(slice, Math.ceil(trials / lanes)));
  let next = 0;
  async function lane(): Promise<void> {
    for (let from = next; from < trials; from = next) {
      next = from + size;
      await playSlice(options, from, Math.min(size, trials - from), found);
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  const { injected, failures, fell, peak } = found;
  if (options.megabytes !== undefined) {
    if (peak > options.megabytes) failures.push(`${peak} MB of memory`);
    fell.set('peak MB', peak);
  }
  const seconds = (performance.now() - began) / 1000;
  return { id, what, trials, injected, failures, seconds, fell };
}

async function playSlice(
  { kind, seed }: LaneOptions,
  from: number,
  count: number,
  found: Found,
): Promise<void> {
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
  let isOver = false;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2000);
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    clearTimeout(silence);
    silence = setTimeout(leave, SILENCE_MS);
    isOver = noted(found, JSON.parse(line)) || isOver;
  });
  const [code, signal] = await once(child, 'close');
  clearTimeout(silence);
  process.off('exit', leave);
  rmSync(place, { recursive: true, force: true });
  if (!isOver)
    found.failures.push(
      `${kind} from ${from}, seed ${seed}: the process ended (${code ?? signal}) ${complaint}`,
    );
}

function noted(found: Found, { injected, fell, failures, over }: TrialsTold): boolean {
  found.injected += injected;
  found.failures.push(...failures);
  for (const [name, count] of Object.entries(fell)) found.fell.set(name, (found.fell.get(name) ?? 0) + count);
  found.peak = Math.max(found.peak, over?.peakMegabytes ?? 0);
  return over !== undefined;
}
