import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { TrialsTold } from './trials.ts';

/** What trials were found to do. */
export type Found = Omit<TrialsTold, 'over'> & { readonly peakMegabytes: number };

/** Which run it is: another one never goes on in its file. */
export type RunName = Readonly<Record<'id' | 'kind' | 'trials' | 'seed' | 'size', string | number>>;

interface Kept {
  readonly run: RunName;
  /** Of every sitting until now, by the clock. */
  readonly seconds: number;
  /** By the number of its first trial, what each finished slice found. */
  readonly slices: Readonly<Record<string, Found>>;
}

/**
 * What the finished slices of a run found. With a file it is written after each of them, and a run that was cut off
 * goes on there: the trials of a seed are the same whenever they are played.
 */
export class Tally {
  readonly #began = performance.now();
  readonly #run: RunName;
  readonly #file: string | undefined;
  readonly #before: number;
  readonly #slices: Map<string, Found>;

  /** @throws Error for a file of another run */
  constructor(run: RunName, file: string | undefined) {
    const kept: Kept =
      file !== undefined && existsSync(file)
        ? JSON.parse(readFileSync(file, 'utf8'))
        : { run, seconds: 0, slices: {} };
    if (JSON.stringify(kept.run) !== JSON.stringify(run)) throw new Error(`${file} is of another run`);
    this.#run = run;
    this.#file = file;
    this.#before = kept.seconds;
    this.#slices = new Map(Object.entries(kept.slices));
  }

  isDone(from: number): boolean {
    return this.#slices.has(String(from));
  }

  add(from: number, found: Found): void {
    this.#slices.set(String(from), found);
    if (this.#file === undefined) return;
    const kept: Kept = {
      run: this.#run,
      seconds: this.seconds,
      slices: Object.fromEntries(this.#slices),
    };
    writeFileSync(`${this.#file}.new`, JSON.stringify(kept));
    renameSync(`${this.#file}.new`, this.#file);
  }

  get seconds(): number {
    return this.#before + (performance.now() - this.#began) / 1000;
  }

  /** All slices together. */
  get sum(): Found {
    return [...this.#slices.values()].reduce(together, NOTHING_FOUND);
  }
}

export const NOTHING_FOUND: Found = { injected: 0, fell: {}, failures: [], peakMegabytes: 0 };

export function together(one: Found, other: Found): Found {
  const fell = { ...one.fell };
  for (const [name, count] of Object.entries(other.fell)) fell[name] = (fell[name] ?? 0) + count;
  return {
    injected: one.injected + other.injected,
    fell,
    failures: [...one.failures, ...other.failures],
    peakMegabytes: Math.max(one.peakMegabytes, other.peakMegabytes),
  };
}
