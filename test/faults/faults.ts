/**
 * `npm run test:faults -- ROW… [--trials N] [--seed S]`: rows of the test programme, one line each. A row fails by
 * one failure, and by a fault that did not happen.
 */
import { parseArgs } from 'node:util';
import { runFigures } from './figures.ts';
import { runPostgres } from './postgres.ts';
import { lineOf, passes, type Row } from './row.ts';
import { runT1 } from './t1.ts';

const ROWS: Readonly<Record<string, (trials: number, seed: number) => Promise<Row>>> = {
  T1: (trials, seed) => runT1({ trials, seed }),
  figures: (trials, seed) => runFigures({ trials, seed }),
  postgres: (trials, seed) => runPostgres({ trials, seed }),
};
/** Trials of a release. */
const GOAL = '3000';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    trials: { type: 'string', default: GOAL },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const trials = Number(values.trials);
const seed = Number(values.seed);
const unknown = positionals.filter((name) => !(name in ROWS));
if (unknown.length > 0 || !(trials > 0) || !Number.isSafeInteger(seed)) {
  process.stderr.write(
    `Rows: ${Object.keys(ROWS).join(', ')}. --trials N, --seed S. Not understood: ${unknown.join(' ')}\n`,
  );
  process.exitCode = 2;
} else {
  for (const name of positionals.length > 0 ? positionals : Object.keys(ROWS)) {
    const row = await ROWS[name]?.(trials, seed);
    if (!row) continue;
    process.stdout.write(`${lineOf(row)}, seed ${seed}\n`);
    for (const failure of row.failures) process.stderr.write(`  ${failure}\n`);
    if (!passes(row)) process.exitCode = 1;
  }
}
