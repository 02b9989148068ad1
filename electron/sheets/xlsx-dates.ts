import { type XmlAttributes, type XmlListener, XmlScanner } from './xml-scanner.ts';

/** Number formats that are dates or times without being written down, those of East Asia included. */
const DATE_FORMATS = new Set([
  ...[14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47],
  ...[27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58],
]);
const MILLISECONDS_PER_DAY = 86_400_000;
const LAST_DAY_OF_1899 = Date.UTC(1899, 11, 31);
const FIRST_DAY_OF_1904 = Date.UTC(1904, 0, 1);
/** 29 February 1900, which never was: later days count one too many. */
const NO_DAY = 60;

/** Which of a workbook's cell formats show numbers as dates, by their number. */
export class DateFormats implements XmlListener {
  readonly #codes = new Map<number, string>();
  readonly #formats: number[] = [];
  #group = '';

  static of(styles: Buffer): readonly boolean[] {
    const found = new DateFormats();
    new XmlScanner(found).take(styles);
    return found.#formats.map((format) => found.#isDate(format));
  }

  opened(name: string, attributes: XmlAttributes): void {
    if (name === 'numFmts' || name === 'cellXfs') this.#group = name;
    else if (name === 'numFmt' && this.#group === 'numFmts') this.#openFormat(attributes);
    else if (name === 'xf' && this.#group === 'cellXfs') this.#formats.push(formatOf(attributes));
  }

  closed(name: string): void {
    if (name === this.#group) this.#group = '';
  }

  text(): void {}

  #openFormat(attributes: XmlAttributes): void {
    let [id, code] = [-1, ''];
    while (attributes.next()) {
      if (attributes.name === 'numFmtId') id = attributes.number();
      else if (attributes.name === 'formatCode') code = attributes.value();
    }
    this.#codes.set(id, code);
  }

  #isDate(format: number): boolean {
    const code = this.#codes.get(format);
    return code ? isDateCode(code) : DATE_FORMATS.has(format);
  }
}

/** The day of a date's number, ISO; null beyond what a date can be. */
export function dayOf(number: number, from1904: boolean): string | null {
  const begin = from1904 ? FIRST_DAY_OF_1904 : LAST_DAY_OF_1899;
  const days = !from1904 && number >= NO_DAY ? number - 1 : number;
  const date = new Date(begin + Math.round(days * MILLISECONDS_PER_DAY));
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
}

function formatOf(attributes: XmlAttributes): number {
  let format = 0;
  while (attributes.next()) if (attributes.name === 'numFmtId') format = attributes.number();
  return format;
}

/** With years, days, hours or seconds, or months in letters: `m` alone may stand for minutes. */
function isDateCode(code: string): boolean {
  if (/\[[hms]+\]/i.test(code)) return true;
  const bare = code.replace(/\[[$\-\w]*\]|\\.|"[^"]*"|[*_]./g, '');
  if (/^(General|@)$/i.test(bare.trim())) return false;
  return /[yd]|m{3}|am\/pm|a\/p|(^|[^a-z])(h{1,2}|s{1,2})([^a-z]|$)/i.test(bare);
}
