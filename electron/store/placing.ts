/**
 * Puts a prepared copy of a ledger in the place of the books of now. `restoring-NAME.new/` is being prepared and
 * counts for nothing; from the moment when it is called `restoring-NAME/` its books are the ledger's, and whatever
 * was cut off after that is carried through at the next start. The books of before go to `replaced-NAME/`.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { anchorBeside } from './anchors.ts';
import { renamePatiently, syncFolder } from './atomic-file.ts';
import { databaseFile } from './data-folder.ts';
import { naming } from './file-errors.ts';
import { takeWriterLock } from './single-writer.ts';
import { slotFile } from './slot-file.ts';

const READY = /^restoring-(.+)(?<!\.new)$/;
const UNFINISHED = /^restoring-.+\.new$/;

/** The parts of a ledger that change places; the database comes last, since the log beside it is told by it. */
const PARTS: readonly ((folder: string) => string)[] = [slotFile, anchorBeside, databaseFile];
const LOG_TAILS = ['-wal', '-shm'];

/** Whether anything stands in the folder that would have to be moved aside. */
export function hasBooks(folder: string): boolean {
  return PARTS.some((part) => existsSync(part(folder)));
}

/** A new empty folder in which a copy is prepared, and the name under which its place is told. */
export function preparePlace(folder: string, now: string): { prepared: string; movedTo: string } {
  const stamp = now.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  const isFree = (name: string) =>
    [`restoring-${name}`, `restoring-${name}.new`, `replaced-${name}`].every(
      (taken) => !existsSync(join(folder, taken)),
    );
  let name = stamp;
  for (let number = 2; !isFree(name); number++) name = `${stamp}-${number}`;
  const prepared = join(folder, `restoring-${name}.new`);
  naming('writing', () => mkdirSync(prepared, { mode: 0o700 }));
  return { prepared, movedTo: `replaced-${name}` };
}

/**
 * The steps of it: one is done whenever the next is asked for. The caller holds the folder for itself.
 * @throws Refusal `disk_full`, `file_unwritable`; before the first step is through the books of now stand, after it
 *   `finishPlacing` goes on
 */
export function* placing(folder: string, prepared: string): Generator<string, void> {
  naming('writing', () => {
    for (const part of PARTS) if (existsSync(part(prepared))) syncFile(part(prepared));
    syncFolder(prepared);
  });
  yield 'written';
  const ready = prepared.replace(/\.new$/, '');
  move(prepared, ready);
  naming('writing', () => syncFolder(folder));
  yield 'ready';
  yield* putInPlace(folder, ready);
}

/** Carries through what was cut off. @throws Refusal `in_use`, `disk_full`, `file_unwritable` */
export function finishPlacing(Sqlite: typeof Database, folder: string): void {
  if (!namesIn(folder).some((name) => READY.test(name))) return;
  const lock = takeWriterLock(Sqlite, folder);
  try {
    for (const name of namesIn(folder).filter((one) => READY.test(one)))
      carryThrough(putInPlace(folder, join(folder, name)));
  } finally {
    lock.release();
  }
}

/** Does what is left of the steps. */
export function carryThrough(steps: Generator<string, void>): void {
  while (!steps.next().done);
}

/** Copies whose preparation was cut off. To be called by who holds the folder for itself. */
export function clearUnfinished(folder: string): void {
  for (const name of namesIn(folder).filter((one) => UNFINISHED.test(one))) dropPrepared(join(folder, name));
}

export function dropPrepared(prepared: string): void {
  naming('writing', () => rmSync(prepared, { recursive: true, force: true }));
}

function* putInPlace(folder: string, ready: string): Generator<string, void> {
  yield* moveAside(folder, ready);
  for (const part of PARTS) {
    if (!existsSync(part(ready))) continue;
    move(part(ready), part(folder));
    yield `placed ${part('')}`;
  }
  naming('writing', () => {
    syncFolder(folder);
    rmSync(ready, { recursive: true, force: true });
    syncFolder(folder);
  });
  yield 'cleared';
}

/** What stands under a name whose new part still waits is of the books of before. */
function* moveAside(folder: string, ready: string): Generator<string, void> {
  const aside = ready.replace(/restoring-([^/\\]+)$/, 'replaced-$1');
  const old = PARTS.flatMap((part) => {
    const tails = part === PARTS.at(-1) ? [...LOG_TAILS, ''] : [''];
    if (!existsSync(part(ready))) return [];
    return tails.map((tail) => [part(folder) + tail, part(aside) + tail] as const);
  }).filter(([from]) => existsSync(from));
  if (old.length === 0) return;
  naming('writing', () => mkdirSync(aside, { recursive: true, mode: 0o700 }));
  for (const [from, to] of old) {
    move(from, to);
    yield `aside ${from}`;
  }
  naming('writing', () => {
    syncFolder(aside);
    syncFolder(folder);
  });
}

function move(from: string, to: string): void {
  naming('writing', () => renamePatiently(from, to));
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? naming('reading', () => readdirSync(folder)) : [];
}
