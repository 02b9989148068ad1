// One start at a time does the work, the others wait for it.
import { closeSync, mkdirSync, openSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';

const BEAT_MS = 1_000;
const STALE_MS = 10_000;

/** A lock whose owner was killed stops being touched, and after ten seconds it counts for nothing. */
export async function withStartLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  while (!created(file)) {
    if (age(file) > STALE_MS) rmSync(file, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    rmSync(file, { force: true });
  }
}

function created(file) {
  try {
    closeSync(openSync(file, 'wx'));
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function age(file) {
  try {
    return Math.abs(Date.now() - statSync(file).mtimeMs);
  } catch {
    return 0;
  }
}
