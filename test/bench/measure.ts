import { spawnSync } from 'node:child_process';

export interface Pair {
  readonly ours: number;
  readonly reference: number;
}

/**
 * Both in turn, so that a busy moment of the machine meets both, and the median of each. What runs first takes
 * turns too.
 */
export async function interleaved(
  times: number,
  ours: () => number | Promise<number>,
  reference: () => number | Promise<number>,
): Promise<Pair> {
  const found = { ours: [] as number[], reference: [] as number[] };
  for (let turn = 0; turn < times; turn += 1) {
    if (turn % 2 === 0) found.ours.push(await ours());
    found.reference.push(await reference());
    if (turn % 2 === 1) found.ours.push(await ours());
  }
  return { ours: median(found.ours), reference: median(found.reference) };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Milliseconds on the clock. */
export async function clocked(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/**
 * Processor time, user and system, of a shell pipeline with all its programs, in milliseconds: what `time` of
 * bash says, since Node does not tell what its children used.
 */
export function pipelineCpu(pipeline: string): number {
  const script = `set -o pipefail; TIMEFORMAT='%U %S'; time { ${pipeline}; }`;
  const { status, stderr } = spawnSync('bash', ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const spent = /([\d.]+) ([\d.]+)\s*$/.exec(stderr);
  if (status !== 0 || !spent) throw new Error(`${pipeline}: ${stderr}`);
  return (Number(spent[1]) + Number(spent[2])) * 1000;
}

export function run(program: string, args: readonly string[], input = ''): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw error ?? new Error(`${program} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** A path as one word of a shell's line. */
export function quoted(path: string): string {
  return `'${path.replaceAll("'", "'\\''")}'`;
}
