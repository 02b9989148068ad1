/**
 * `npm run test:faults -- ROW… [--trials N] [--seed S] [--lanes L] [--tally FILE]`: rows of the test programme, one
 * line each, or one for each stratum. A row fails by one failure, and by a fault that did not happen. A run of hours
 * is kept in its tally: the same command goes on where it was cut off (T6, T11).
 */
import { parseArgs } from 'node:util';
import { runFigures } from './figures.ts';
import { runPostgres } from './postgres.ts';
import { lineOf, passes, type Row } from './row.ts';
import { runT1 } from './t1.ts';
import { runT5 } from './t5.ts';
import { runT6 } from './t6.ts';
import { runT11 } from './t11.ts';
import type { RunOptions } from './worker-lanes.ts';

interface RowRunner {
  /** Trials of a release. */
  readonly goal: number;
  run(options: RunOptions): Promise<Row | readonly Row[]>;
}

const ROWS: Readonly<Record<string, RowRunner>> = {
  T1: { goal: 3000, run: runT1 },
  T5: { goal: 20_000, run: runT5 },
  T6: { goal: 10_000, run: runT6 },
  T11: { goal: 100, run: runT11 },
  figures: { goal: 3000, run: runFigures },
  postgres: { goal: 3000, run: runPostgres },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    trials: { type: 'string' },
    lanes: { type: 'string', default: '2' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    tally: { type: 'string' },
  },
});
const asked = values.trials === undefined ? null : Number(values.trials);
const lanes = Number(values.lanes);
const seed = Number(values.seed);
const unknown = positionals.filter((name) => !(name in ROWS));
if (unknown.length > 0 || (asked !== null && !(asked > 0)) || !(lanes > 0) || !Number.isSafeInteger(seed)) {
  process.stderr.write(
    `Rows: ${Object.keys(ROWS).join(', ')}. --trials N, --seed S, --lanes L, --tally FILE. Not understood: ${unknown.join(' ')}\n`,
  );
  process.exitCode = 2;
} else {
  for (const name of positionals.length > 0 ? positionals : Object.keys(ROWS)) {
    const runner = ROWS[name];
    if (!runner) continue;
    const trials = asked ?? runner.goal;
    for (const row of [await runner.run({ trials, seed, lanes, tally: values.tally })].flat()) {
      process.stdout.write(`${lineOf(row)}, seed ${seed}\n`);
      for (const failure of row.failures) process.stderr.write(`  ${failure}\n`);
      if (!passes(row)) process.exitCode = 1;
    }
  }
}
