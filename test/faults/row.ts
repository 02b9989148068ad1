/** What one row of the test programme found. */
export interface Row {
  readonly id: string;
  readonly what: string;
  /** Trials asked for. */
  readonly trials: number;
  /** Trials in which the fault really happened. */
  readonly injected: number;
  /** One sentence per trial that went wrong. */
  readonly failures: readonly string[];
  readonly seconds: number;
  /** Where the faults fell, by name. */
  readonly fell: ReadonlyMap<string, number>;
}

/** A row whose faults did not happen proves nothing, so it fails. */
export function passes(row: Row): boolean {
  return row.trials > 0 && row.injected === row.trials && row.failures.length === 0;
}

/** `T1 kill -9 …: 300 trials, 0 failures, 212 s, 95 % bound 3/300 = 1.0 % (…)` */
export function lineOf(row: Row): string {
  const { id, what, trials, injected, failures, seconds, fell } = row;
  const done = injected === trials ? `${trials} trials` : `only ${injected} of ${trials} trials`;
  const bound =
    failures.length === 0 && injected > 0
      ? `3/${injected} = ${Math.min(100, 300 / injected).toFixed(1)} %`
      : 'none';
  const where = [...fell].sort().map(([name, count]) => `${name} ${count}`);
  return `${passes(row) ? '✓' : '✗'} ${id} ${what}: ${done}, ${failures.length} failures, ${seconds.toFixed(0)} s, 95 % bound ${bound} (${where.join(', ')})`;
}
