import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { readBase64 } from './file-content.ts';

/** What the contract's file content carries at most, as bytes of the file. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * A chosen sheet as base64.
 * @throws Refusal sheet_too_large, file_unreadable
 */
export async function contentOf(file: Blob): Promise<string> {
  if (file.size > MOST_BYTES) throw new Refusal('sheet_too_large');
  return await readBase64(file).catch(() => {
    throw new Refusal('file_unreadable');
  });
}
