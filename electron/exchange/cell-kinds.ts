import { isCalendarDate } from '../../shared/vocabulary/dates.ts';
import type { CellKind } from './columns.ts';

/** A text that the test takes. */
const tested = (holds: (text: string) => boolean): CellKind<string> => ({
  pack: (value) => value,
  unpack: (cell) => (typeof cell === 'string' && holds(cell) ? cell : undefined),
});

/** Id of a row: a UUID in lower case. */
export const uuid = tested((text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text));

/** 16 bytes in hex: [B36] of the bundle format. */
export const pseudonymText = tested((text) => /^[0-9a-f]{32}$/.test(text));

/** Something that can be read: up to `max` UTF-16 units, not white space alone. */
export const words = (max: number): CellKind<string> => tested((text) => isWords(text, max));

/** hh:mm */
export const timeOfDay = tested((text) => /^\d{2}:\d{2}$/.test(text));

/** One of the integers that are stored for a word. */
export const codeOf = (...codes: readonly number[]): CellKind<number> => ({
  pack: (value) => value,
  unpack: (cell) => codes.find((code) => code === cell),
  same: true,
});

/** A JSON list of at most `most` texts, each as `words(max)`, written as JSON.stringify writes it. */
export const wordList = (most: number, max: number): CellKind<string> =>
  tested((text) => {
    const list = parsed(text);
    if (!Array.isArray(list) || list.length > most) return false;
    return list.every((one) => typeof one === 'string' && isWords(one, max));
  });

/**
 * What a move brought along: a flat JSON object of texts, written as JSON.stringify writes it. SQLite reads
 * `newDueOn` out of it for the figures, so that has to be a day.
 */
export const moveDetail: CellKind<string> = tested((text) => {
  const detail = parsed(text);
  if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return false;
  const entries = Object.entries(detail);
  const flat = entries.every(([, value]) => typeof value === 'string' && value.length <= 1000);
  const due: unknown = Object.fromEntries(entries).newDueOn;
  return flat && text.length <= 4000 && (due === undefined || isCalendarDate(String(due)));
});

function isWords(text: string, max: number): boolean {
  return text.length <= max && text.trim() !== '';
}

/** undefined unless the text is exactly what JSON.stringify makes of its value. */
function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}
