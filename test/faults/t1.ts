import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomStream } from '../support/random-stream.ts';
import { killed, type Told } from './killed-process.ts';
import type { Row } from './row.ts';
import { accountTrials, creationTrials, type Trials, writeTrials } from './t1-trials.ts';

export interface T1Options {
  readonly trials: number;
  readonly seed: number;
  /** A worker that answers before it commits: the row must fail. */
  readonly acknowledgeEarly?: boolean;
}

/** Of ten trials so many; the stream of random writes changes every so many of its own. */
const SHARES = [
  writeTrials,
  writeTrials,
  accountTrials,
  writeTrials,
  writeTrials,
  creationTrials,
  writeTrials,
  accountTrials,
  writeTrials,
  writeTrials,
];
const TRIALS_A_STREAM = 50;
const LANES = 2;

/**
 * T1: a process that works through the API on a real encrypted folder, with every fsync, is killed with SIGKILL
 * at a random moment between its first look at the folder and its end; then the folder is opened and compared.
 */
export async function runT1({ trials, seed, acknowledgeEarly = false }: T1Options): Promise<Row> {
  const began = performance.now();
  const root = mkdtempSync(join(tmpdir(), 'ledger-t1-'));
  const random = randomStream(seed);
  const row = { failures: [] as string[], fell: new Map<string, number>(), injected: 0 };
  let next = 0;
  const prepared = new Map<string, Promise<Trials>>();

  /** Prepared once for many trials: the folder they copy, how long the worker works, what must come out. */
  function trialsFor(number: number): Promise<Trials> {
    const kind = acknowledgeEarly ? writeTrials : (SHARES[number % SHARES.length] ?? writeTrials);
    const stream = seed * 1000 + (kind === writeTrials ? Math.floor(number / TRIALS_A_STREAM) : 0);
    const key = `${kind.name} ${stream}`;
    const known = prepared.get(key) ?? kind(join(root, key.replace(' ', '-')), stream);
    prepared.set(key, known);
    return known;
  }

  async function lane(): Promise<void> {
    for (let number = next++; number < trials; number = next++) {
      const place = join(root, `trial-${number}`);
      try {
        const kind = await trialsFor(number);
        cpSync(kind.template, place, { recursive: true });
        const after = random() * kind.window;
        const told = await killed({ ...kind.job, place, acknowledgeEarly }, after);
        row.injected += 1;
        await noted(
          row,
          `trial ${number} (${kind.job.name}, stream ${kind.job.seed}, killed after ${after.toFixed(0)} ms)`,
          () => kind.check(place, told),
          told,
        );
      } catch (error) {
        row.failures.push(`trial ${number}: ${messageOf(error)}`);
      }
      rmSync(place, { recursive: true, force: true });
    }
  }

  try {
    await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  const seconds = (performance.now() - began) / 1000;
  return { id: 'T1', what: 'kill -9 at random points of API writes', trials, seconds, ...row };
}

async function noted(
  row: { readonly failures: string[]; readonly fell: Map<string, number> },
  name: string,
  check: () => Promise<string>,
  told: Told,
): Promise<void> {
  try {
    const found = await check();
    const where = told.over ? 'idle' : found;
    row.fell.set(where, (row.fell.get(where) ?? 0) + 1);
  } catch (error) {
    row.failures.push(`${name}, after ${told.ended} answers: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error
    ? `${error.message} ${JSON.stringify((error as { data?: unknown }).data ?? '')}`
    : String(error);
}
