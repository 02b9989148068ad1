import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { renamePatiently, replaceFile, syncFolder } from '../store/atomic-file.ts';
import { naming } from '../store/file-errors.ts';

/**
 * Writes a file to a medium that may be pulled out: under a temporary name, flushed, renamed, read back and
 * compared. When this returns, the medium holds the bytes. A device or a pipe is refused: the renaming would put a
 * file in its place.
 * @throws Refusal `disk_full`, `file_unwritable`, `written_differs`
 */
export function writeProved(path: string, bytes: Uint8Array): void {
  const target = naming('writing', () => statSync(path, { throwIfNoEntry: false }));
  ensure(!target || target.isFile(), 'file_unwritable', { cause: 'no file' });
  naming('writing', () => replaceFile(path, bytes));
  const written = naming('reading', () => readFileSync(path));
  ensure(Buffer.compare(written, bytes) === 0, 'written_differs');
}

/** Makes the folder that files are to be written into, with those above it. @throws Refusal `disk_full`, `file_unwritable` */
export function makeFolder(path: string): void {
  naming('writing', () => mkdirSync(path, { recursive: true }));
}

export interface GrowingFiles {
  append(name: string, text: string): void;
  /** All of them stand under their names. @throws Refusal `disk_full`, `file_unwritable` */
  finish(): string[];
  /** Nothing of them stays; what stood there before stands there still. */
  abandon(): void;
}

/**
 * Files of a folder that come in stretches: under temporary names until the last of them is whole and flushed.
 * @throws Refusal `disk_full`, `file_unwritable`
 */
export function growingFiles(folder: string): GrowingFiles {
  const open = new Map<string, number>();
  const temporary = (name: string) => join(folder, `${name}.new`);
  const opened = (name: string): number => {
    const file = open.get(name) ?? openSync(temporary(name), 'w', 0o600);
    open.set(name, file);
    return file;
  };
  return {
    append: (name, text) => naming('writing', () => writeFileSync(opened(name), text)),
    finish: () =>
      naming('writing', () => {
        for (const file of open.values()) {
          fsyncSync(file);
          closeSync(file);
        }
        const names = [...open.keys()];
        open.clear();
        for (const name of names) renamePatiently(temporary(name), join(folder, name));
        syncFolder(folder);
        return names;
      }),
    abandon() {
      for (const [name, file] of open) {
        closeSync(file);
        rmSync(temporary(name), { force: true });
      }
      open.clear();
    },
  };
}
