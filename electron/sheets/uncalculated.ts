import { Refusal } from '../../shared/vocabulary/refusal.ts';

/** What stands in a cell whose formula was saved without its value: what Excel itself shows for "not available". */
export const NOT_CALCULATED = '#N/A';

/** Lines, 1-based, to columns, 0-based. */
export type CellPlaces = ReadonlyMap<number, readonly number[]>;

const CELL = '<c ';
const CELL_END = '</c>';
const FORMULA = '<f';
/** More than a cell with the longest formula, 8192 characters that may be written as entities. */
const LONGEST_CELL = 96 * 1024;
/** A formula and an empty value, or none; `t="str"` says that the value is an empty text. */
const WITHOUT_VALUE =
  /^<c (?![^>]*\bt="str")[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*<f(?:\s[^>]*)?(?:\/>|>[^<]*<\/f>)\s*(?:<v\s*\/>|<v><\/v>)?\s*<\/c>/;

/** Finds formulas without values in a sheet's XML by its bytes, piece by piece. */
export class UncalculatedCells {
  readonly #places = new Map<number, number[]>();
  readonly #most: number;
  #carried: Buffer = Buffer.alloc(0);
  #count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get places(): CellPlaces {
    return this.#places;
  }

  /** @throws Refusal sheet_too_large */
  take(chunk: Buffer): void {
    const window = this.#carried.length > 0 ? Buffer.concat([this.#carried, chunk]) : chunk;
    let done = 0;
    for (let at = window.indexOf(FORMULA); at >= 0; at = window.indexOf(FORMULA, at + FORMULA.length)) {
      const start = window.lastIndexOf(CELL, at);
      const end = window.indexOf(CELL_END, at);
      if (end < 0) break;
      if (start >= done) this.#look(window.toString('latin1', start, end + CELL_END.length));
      done = end;
    }
    this.#carried = window.subarray(Math.max(done, unfinishedFrom(window), window.length - LONGEST_CELL));
  }

  #look(cell: string): void {
    const match = WITHOUT_VALUE.exec(cell);
    if (!match) return;
    this.#count += 1;
    if (this.#count > this.#most) throw new Refusal('sheet_too_large', { limit: 'formulas' });
    const [, letters = '', line = ''] = match;
    this.#places.set(Number(line), [...(this.#places.get(Number(line)) ?? []), columnOf(letters)]);
  }
}

/** Where the last cell begins that has not ended yet, or a tag that may be one. */
function unfinishedFrom(window: Buffer): number {
  const cell = window.lastIndexOf(CELL);
  const isOpen = cell >= 0 && window.indexOf(CELL_END, cell) < 0;
  return isOpen ? cell : window.length - CELL.length;
}

/** 0-based; A is 0. */
export function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
