import { accessSync, constants, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty folder; whoever asks for it removes it. */
export function newScratch(): string {
  return mkdtempSync(join(parent(), 'ledger-test-'));
}

const IN_MEMORY = '/dev/shm';
/** Many times what the tests that run at one time leave behind; containers often have 64 MiB. */
const ROOM = 2 * 1024 ** 3;

/**
 * Every write of a ledger waits for the disk, which no test can see: in memory the same tests take a fifth of the
 * time. A `TMPDIR` that was given stands.
 */
function parent(): string {
  if (process.env.TMPDIR || process.platform !== 'linux') return tmpdir();
  try {
    accessSync(IN_MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize >= ROOM ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}
