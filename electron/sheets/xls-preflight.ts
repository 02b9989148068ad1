import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { type CompoundFile, openCompoundFile } from './compound-file.ts';

/** How much of the Workbook stream may come before its first sheet is listed. */
const GLOBALS_BYTES = 1024 * 1024;
const FILEPASS = 0x2f;
const BOF = 0x809;
const EOF = 0x0a;
const BOUNDSHEET = 0x85;
const BIFF8 = 0x600;

export interface XlsFacts {
  /** For every sheet in the order of the workbook: shown, and with cells (no chart, no macro). */
  readonly shown: readonly boolean[];
}

/**
 * Looks into a compound file without parsing it.
 *
 * @throws Refusal sheet_encrypted, sheet_unsupported (Excel 95 and older), sheet_not_a_sheet (a .doc, an
 * .msi, …), sheet_truncated
 */
export function inspectXls(bytes: Uint8Array): XlsFacts {
  try {
    const file = openCompoundFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return workbookFacts(workbookGlobals(file));
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('sheet_truncated');
    throw error;
  }
}

function workbookGlobals(file: CompoundFile): Buffer {
  const named = (name: string) => file.streams.find((entry) => entry.name === name);
  if (named('EncryptedPackage')) throw new Refusal('sheet_encrypted');
  const workbook = named('Workbook');
  if (workbook) return file.read(workbook, GLOBALS_BYTES);
  throw named('Book')
    ? new Refusal('sheet_unsupported', { format: 'biff5' })
    : new Refusal('sheet_not_a_sheet');
}

/** BIFF records: type (2 bytes), length (2 bytes), data. BOUNDSHEET: 4 state, 5 kind. */
function workbookFacts(globals: Buffer): XlsFacts {
  const shown: boolean[] = [];
  for (let at = 0; at + 4 <= globals.length; ) {
    const [type, length] = [globals.readUInt16LE(at), globals.readUInt16LE(at + 2)];
    if (at === 0) refuseOldFormat(type, globals);
    if (type === FILEPASS) throw new Refusal('sheet_encrypted');
    if (type === EOF) break;
    if (type === BOUNDSHEET) shown.push(((globals[at + 8] ?? 0) & 3) === 0 && globals[at + 9] === 0);
    at += 4 + length;
  }
  return { shown };
}

function refuseOldFormat(type: number, globals: Buffer): void {
  if (type !== BOF) throw new Refusal('sheet_damaged');
  if (globals.readUInt16LE(4) !== BIFF8) throw new Refusal('sheet_unsupported', { format: 'biff5' });
}
