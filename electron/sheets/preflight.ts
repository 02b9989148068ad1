import { Refusal } from '../../shared/vocabulary/refusal.ts';
import type { SheetLimits } from './sheet-grid.ts';
import { sniff } from './sniff.ts';
import { inspectXls } from './xls-preflight.ts';
import { inspectZip } from './zip-preflight.ts';

/** A file that passed the preflight, as the parser's process receives it. */
export type SheetSource =
  | { readonly format: 'xlsx'; readonly bytes: Uint8Array }
  | { readonly format: 'xls'; readonly bytes: Uint8Array; readonly shown: readonly boolean[] }
  | { readonly format: 'csv'; readonly bytes: Uint8Array };

/**
 * Everything that can be told about a file cheaply, before any parser touches it: nothing is inflated or
 * decoded.
 *
 * @throws Refusal with the codes of sniff.ts, xls-preflight.ts and zip-preflight.ts, and sheet_too_large
 */
export async function preflight(bytes: Uint8Array, limits: SheetLimits): Promise<SheetSource> {
  if (bytes.length > limits.fileBytes) throw new Refusal('sheet_too_large', { limit: 'file' });
  const format = sniff(bytes);
  if (format === 'xls') return { format, bytes, shown: inspectXls(bytes).shown };
  if (format === 'xlsx') await inspectZip(bytes, limits);
  return { format, bytes };
}
