import { readFileSync } from 'node:fs';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { replaceFile } from '../store/atomic-file.ts';
import { naming } from '../store/file-errors.ts';

/**
 * Writes a file to a medium that may be pulled out: under a temporary name, flushed, renamed, read back and
 * compared. When this returns, the medium holds the bytes.
 * @throws Refusal `disk_full`, `file_unwritable`, `written_differs`
 */
export function writeProved(path: string, bytes: Uint8Array): void {
  naming('writing', () => replaceFile(path, bytes));
  const written = naming('reading', () => readFileSync(path));
  ensure(Buffer.compare(written, bytes) === 0, 'written_differs');
}
