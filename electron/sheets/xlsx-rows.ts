import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { isBlank, type SheetCell, type SheetRow } from './sheet-grid.ts';
import { dayOf } from './xlsx-dates.ts';
import { TextRuns, textOf } from './xlsx-texts.ts';
import { decodeEscapes } from './xml-entities.ts';
import { wholeNumber, type XmlAttributes, type XmlListener, XmlScanner } from './xml-scanner.ts';

/** What a workbook's sheets have in common. */
export interface WorkbookFacts {
  readonly texts: readonly string[];
  /** By the number of a cell's format. */
  readonly isDate: readonly boolean[];
  /** Days count from 1904 on. */
  readonly from1904: boolean;
}

/** What stands in a cell whose formula was saved without its value: what Excel itself shows for "not available". */
const NOT_CALCULATED = '#N/A';
/** XFD */
const MOST_COLUMNS = 16_384;
const [CAPITAL_A, CAPITAL_Z, SMALL_BIT] = [65, 90, 32];

/** Rows with content out of a sheet's XML, piece by piece. */
export class XlsxRows implements XmlListener {
  readonly #facts: WorkbookFacts;
  readonly #scanner = new XmlScanner(this);
  readonly #inline = new TextRuns();
  #rows: SheetRow[] = [];
  #line = 0;
  #cells: SheetCell[] | null = null;
  #column = -1;
  #type = '';
  #format = -1;
  #hasFormula = false;
  #inCell = false;
  #inValue = false;
  #value = '';
  /** Of a shared text: its number; -1 before, and for none. */
  #shared = -1;

  constructor(facts: WorkbookFacts) {
    this.#facts = facts;
  }

  /**
   * The rows that end in this piece.
   * @throws Refusal sheet_damaged
   */
  take(chunk: Buffer): SheetRow[] {
    this.#scanner.take(chunk);
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  opened(name: string, attributes: XmlAttributes): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#inValue = this.#inCell;
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'f') this.#hasFormula = this.#inCell;
    else if (this.#inCell) this.#inline.opened(name);
  }

  closed(name: string): void {
    if (name === 'c') this.#closeCell();
    else if (name === 'v') this.#inValue = false;
    else if (name === 'row') this.#closeRow();
    else if (this.#inCell) this.#inline.closed(name);
  }

  text(bytes: Buffer, from: number, until: number, isLiteral: boolean): void {
    if (!this.#inValue) {
      if (this.#inCell) this.#inline.text(bytes, from, until, isLiteral);
      return;
    }
    const digits = this.#type === 's' && this.#value === '' ? wholeNumber(bytes, from, until) : -1;
    if (digits >= 0) {
      // A number that was cut goes on where its first piece ended.
      this.#shared = this.#shared < 0 ? digits : this.#shared * 10 ** (until - from) + digits;
      return;
    }
    if (this.#shared >= 0) this.#value = String(this.#shared);
    this.#shared = -1;
    this.#value += textOf(bytes, from, until, isLiteral);
  }

  /** Rows that do not say their number follow the one before. */
  #openRow(attributes: XmlAttributes): void {
    this.#line += 1;
    while (attributes.next()) if (attributes.name === 'r') this.#line = attributes.number();
    this.#cells = [];
    this.#column = -1;
  }

  #openCell(attributes: XmlAttributes): void {
    this.#inCell = this.#cells !== null;
    this.#column += 1;
    this.#type = '';
    this.#format = -1;
    this.#hasFormula = false;
    this.#value = '';
    this.#shared = -1;
    while (attributes.next()) {
      if (attributes.name === 'r') this.#column = columnIn(attributes);
      else if (attributes.name === 't') this.#type = attributes.value();
      else if (attributes.name === 's') this.#format = attributes.number();
    }
  }

  #closeCell(): void {
    const cells = this.#cells;
    this.#inCell = false;
    if (cells === null) return;
    const cell = this.#cell();
    const column = this.#column;
    if (column < cells.length) cells[column] = cell;
    else if (cell !== null) {
      if (column >= MOST_COLUMNS) throw new Refusal('sheet_damaged');
      while (cells.length < column) cells.push(null);
      cells.push(cell);
    }
  }

  #closeRow(): void {
    const cells = this.#cells ?? [];
    this.#cells = null;
    while (cells.length > 0 && isBlank(cells.at(-1))) cells.pop();
    if (cells.length > 0) this.#rows.push({ line: this.#line, cells });
  }

  #cell(): SheetCell {
    const text = this.#inline.take();
    if (this.#type === 's' && this.#shared >= 0) return this.#facts.texts[this.#shared] ?? null;
    const value = this.#value;
    if (this.#hasFormula && value === '' && text === '' && this.#type !== 'str') return NOT_CALCULATED;
    if (this.#type === 'str') return decodeEscapes(value);
    if (this.#type === 'inlineStr') return text;
    if (this.#type === 'b') return value === '1' || value.toLowerCase() === 'true';
    if (this.#type === 'e' || value === '') return value || null;
    return this.#number(value);
  }

  /** A day written as ISO 8601 has no number. */
  #number(value: string): SheetCell {
    const number = Number(value);
    if (this.#type === 's') return this.#facts.texts[number] ?? null;
    if (!Number.isFinite(number)) return value;
    if (!this.#facts.isDate[this.#format]) return number;
    const date = dayOf(number, this.#facts.from1904);
    return date === null ? null : { date };
  }
}

/** 0-based, out of a cell's `r="AB12"`. */
function columnIn(attributes: XmlAttributes): number {
  let column = 0;
  for (let at = attributes.from; at < attributes.until; at += 1) {
    const letter = attributes.byte(at) & ~SMALL_BIT;
    if (letter < CAPITAL_A || letter > CAPITAL_Z) break;
    column = column * 26 + letter - CAPITAL_A + 1;
  }
  return column - 1;
}
