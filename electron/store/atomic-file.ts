import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from './file-errors.ts';

/**
 * Replaces a file whole: a reader, or the next start after a power cut, finds the old content or the new.
 * Only this user can read it (mode 0600).
 * @throws what the file system throws; the old content stands then
 */
export function replaceFile(path: string, content: Uint8Array): void {
  const temporary = `${path}.new`;
  try {
    writeWhole(temporary, content);
    renamePatiently(temporary, path);
  } catch (error) {
    removeUnfinished(temporary);
    throw error;
  }
  syncFolder(dirname(path));
}

function removeUnfinished(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What stands there is no file of ours; why the writing failed is the error to be told.
  }
}

function writeWhole(path: string, content: Uint8Array): void {
  const file = openSync(path, 'w', 0o600);
  try {
    for (let written = 0; written < content.length; )
      written += writeSync(file, content, written, content.length - written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Virus scanners on Windows hold a fresh file for some milliseconds. */
export function renamePatiently(from: string, to: string): void {
  for (let attempt = 1; ; attempt++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const held = process.platform === 'win32' && /^(EPERM|EACCES|EBUSY)$/.test(codeOf(error));
      if (!held || attempt === 20) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25);
    }
  }
}

/** Makes renames in the folder last through a power cut. Windows has no such call and writes its journal itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
