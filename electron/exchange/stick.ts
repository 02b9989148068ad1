import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { replaceFile } from '../store/atomic-file.ts';
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
