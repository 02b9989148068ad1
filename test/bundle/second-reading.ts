/** `second_reader.py`, which reads bundles from SPEC.md alone, and the programs that it needs. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PROGRAMS = ['age', 'zstd', 'openssl', 'python3'];

/** Those of them that this machine does not have. */
export function missingPrograms(): string[] {
  return PROGRAMS.filter((name) => spawnSync(name, ['--help']).error !== undefined);
}

export function secondReading(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync('python3', [join(import.meta.dirname, 'second_reader.py'), ...words], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
}
