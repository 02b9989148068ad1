import { readFile, stat } from 'node:fs/promises';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import type { HeaderWords } from './header.ts';
import { forkParser, type ParserWatch, parseInProcess, type StartParser } from './parser-host.ts';
import { preflight } from './preflight.ts';
import { SHEET_LIMITS, type SheetGrid, type SheetLimits } from './sheet-grid.ts';

export interface SheetReading extends ParserWatch {
  readonly limits?: SheetLimits;
  readonly startParser?: StartParser;
  /** Name of the sheet; left out, the one that was meant. */
  readonly sheet?: string | undefined;
}

/**
 * Reads the sheet of a file from outside that is named, or has a header of `words`: preflight here, parsing in a
 * process with limits.
 *
 * @throws Refusal file_unreadable, and every code of the noun sheet except sheet_no_header
 */
export async function readSheet(
  file: string | Uint8Array,
  words: HeaderWords,
  reading: SheetReading = {},
): Promise<SheetGrid> {
  const limits = reading.limits ?? SHEET_LIMITS;
  const bytes = typeof file === 'string' ? await readBytes(file, limits) : file;
  const source = await preflight(bytes, limits);
  const task = { source, words, limits, sheet: reading.sheet ?? null };
  return await parseInProcess(task, reading.startParser ?? forkParser, reading);
}

async function readBytes(path: string, limits: SheetLimits): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new Refusal('file_unreadable');
    if (found.size > limits.fileBytes) throw new Refusal('sheet_too_large', { limit: 'file' });
    return await readFile(path);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('file_unreadable');
  }
}
