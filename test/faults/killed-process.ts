import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What a worker had told when it died. */
export interface Told {
  /** Number of the last write whose answer came; 0 for none. */
  ended: number;
  /** Number of the last write asked for. */
  started: number;
  /** Answers by number. */
  readonly answers: Map<number, unknown>;
  /** It had nothing left to do. */
  over: boolean;
  /** Milliseconds from its beginning until then, or until it was killed. */
  lasted: number;
}

export interface Job {
  readonly name: 'writes' | 'creation' | 'accounts';
  readonly place: string;
  readonly seed: string;
  readonly acknowledgeEarly?: boolean;
}

/**
 * Runs a worker and kills it `after` milliseconds from its beginning, in whatever it does then; without `after`,
 * once it is through.
 * @throws when it ended in another way: then nothing was injected
 */
export async function killed(job: Job, after?: number): Promise<Told> {
  const script = join(import.meta.dirname, 't1-worker.ts');
  const early = job.acknowledgeEarly ? ['--acknowledge-early'] : [];
  const worker = spawn(process.execPath, [script, job.name, job.place, job.seed, ...early], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told: Told = { ended: 0, started: 0, answers: new Map(), over: false, lasted: 0 };
  let began = 0;
  createInterface({ input: worker.stdout }).on('line', (line) => {
    const { starts, ends, answer, over } = JSON.parse(line) as { [word: string]: unknown };
    if (began === 0) {
      began = performance.now();
      if (after !== undefined) setTimeout(() => worker.kill('SIGKILL'), after);
    }
    if (typeof starts === 'number') told.started = starts;
    if (typeof ends === 'number') {
      told.ended = ends;
      told.started = Math.max(told.started, ends);
      told.answers.set(ends, answer);
    }
    if (over === true) {
      told.over = true;
      told.lasted = performance.now() - began;
      if (after === undefined) worker.kill('SIGKILL');
    }
  });
  let complaint = '';
  worker.stderr.on('data', (text) => {
    complaint += text;
  });
  const [code, signal] = (await once(worker, 'close')) as [number | null, string | null];
  if (signal !== 'SIGKILL')
    throw new Error(`the worker ended by itself: ${signal ?? code} ${complaint.slice(0, 400)}`);
  return told;
}
