import { Refusal } from '../../shared/vocabulary/refusal.ts';

/** What the bytes are, whatever the file is called. */
export type SheetFormat = 'xlsx' | 'xls' | 'csv';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const ZIP_WITHOUT_ENTRIES = [0x50, 0x4b, 0x05, 0x06];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const SNIFFED_BYTES = 4096;
const TEXT_PER_CONTROL = 100;

/** @throws Refusal sheet_empty, sheet_html, sheet_not_a_sheet */
export function sniff(bytes: Uint8Array): SheetFormat {
  if (startsWith(bytes, ZIP)) return 'xlsx';
  if (startsWith(bytes, ZIP_WITHOUT_ENTRIES)) throw new Refusal('sheet_empty');
  if (startsWith(bytes, COMPOUND_FILE)) return 'xls';
  const head = bytes.subarray(0, SNIFFED_BYTES);
  const text = headText(head).trimStart();
  if (text === '' && bytes.length <= SNIFFED_BYTES) throw new Refusal('sheet_empty');
  refuseMarkup(text);
  if (!isUtf16(head)) refuseBinary(head);
  return 'csv';
}

/** UTF-16 with a byte order mark, little or big endian. */
export function isUtf16(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
}

/** Web pages, SpreadsheetML 2003 and saved mails that were renamed to .xls. */
function refuseMarkup(text: string): void {
  if (/^MIME-Version:/i.test(text)) throw new Refusal('sheet_html', { markup: 'mime' });
  if (/^<\?xml/i.test(text)) throw new Refusal('sheet_html', { markup: 'xml' });
  if (/^<(!doctype|!--|[a-z][a-z0-9:]*[\s/>])/i.test(text))
    throw new Refusal('sheet_html', { markup: 'html' });
  if (/^(%PDF-|\{\\rtf)/.test(text)) throw new Refusal('sheet_not_a_sheet');
}

/** No text has zero bytes, and only a stray control character other than tabs and line breaks. */
function refuseBinary(head: Uint8Array): void {
  const isBreak = (byte: number) => byte >= 0x09 && byte <= 0x0d;
  const controls = head.filter((byte) => byte < 0x20 && !isBreak(byte)).length;
  if (head.includes(0) || controls * TEXT_PER_CONTROL > head.length) throw new Refusal('sheet_not_a_sheet');
}

function headText(head: Uint8Array): string {
  if (startsWith(head, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(head);
  if (startsWith(head, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(head);
  return new TextDecoder('utf-8').decode(head);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
