import { Refusal } from '../../shared/vocabulary/refusal.ts';
import type { MergedRange } from './sheet-grid.ts';

const MERGE_CELL = 'mergeCell ';
const REFERENCE = /ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/;
/** More than the longest `mergeCell ref="XFD1048576:XFD1048576"` element. */
const CARRIED = 128;

/** Finds `<mergeCell ref="A1:B2"/>` by its bytes, piece by piece: far faster than reading what stands before. */
export class MergeFinder {
  readonly #ranges: MergedRange[] = [];
  readonly #most: number;
  #carried: Buffer = Buffer.alloc(0);

  constructor(most: number) {
    this.#most = most;
  }

  /** @throws Refusal sheet_too_large */
  take(chunk: Buffer): void {
    const window = Buffer.concat([this.#carried, chunk]);
    const complete = Math.max(0, window.length - CARRIED);
    this.#collect(window, complete);
    this.#carried = window.subarray(complete);
  }

  /** All of them, once the last piece is taken. */
  finish(): readonly MergedRange[] {
    this.#collect(this.#carried, this.#carried.length);
    this.#carried = Buffer.alloc(0);
    return this.#ranges;
  }

  /** Elements that begin before `until`; later ones belong to the next window. */
  #collect(window: Buffer, until: number): void {
    let at = window.indexOf(MERGE_CELL);
    while (at >= 0 && at < until) {
      const match = REFERENCE.exec(window.toString('latin1', at, at + CARRIED));
      if (match) this.#ranges.push(rangeOf(match));
      if (this.#ranges.length > this.#most) throw new Refusal('sheet_too_large', { limit: 'merges' });
      at = window.indexOf(MERGE_CELL, at + MERGE_CELL.length);
    }
  }
}

function rangeOf([, left = '', top = '', right = '', bottom = '']: RegExpExecArray): MergedRange {
  return { top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) };
}

/** 0-based; A is 0. */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
