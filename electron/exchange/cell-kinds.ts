import { addMonths, monthsBetween } from '../../shared/rules/months.ts';
import { isCalendarDate } from '../../shared/vocabulary/dates.ts';
import type { CellKind, Holding } from './columns.ts';

/** A text that the test takes. */
const tested = (fits: (text: string) => boolean, holds: Holding = 'text'): CellKind<string> => ({
  holds,
  pack: (value) => value,
  unpack: (cell) => (typeof cell === 'string' && fits(cell) ? cell : undefined),
});

/** Id of a row: a UUID in lower case. */
export const uuid = tested((text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text), 'uuid');

/** 16 bytes in hex: [B36] of the bundle format. */
export const pseudonymText = tested((text) => /^[0-9a-f]{32}$/.test(text));

/** A SHA-256 in lower-case hex. */
export const digestText = tested((text) => /^[0-9a-f]{64}$/.test(text));

/** A stretch of up to `max` characters of base64, not an empty one. */
export const base64Text = (max: number): CellKind<string> =>
  tested((text) => text.length <= max && /^[A-Za-z0-9+/]+={0,2}$/.test(text));

/** Something that can be read: up to `max` UTF-16 units, not white space alone. */
export const words = (max: number): CellKind<string> => tested((text) => isWords(text, max));

/** hh:mm */
export const timeOfDay = tested((text) => /^\d{2}:\d{2}$/.test(text));

const MONTH_ZERO = '2000-01';
/** 1900-01 and 2199-12, as months since 2000-01. */
const MONTHS = { first: -1200, last: 2399 };

/** YYYY-MM as months since 2000-01. */
export const month: CellKind<string> = {
  holds: 'month',
  pack: (value) => monthsBetween(MONTH_ZERO, value),
  unpack: (cell) =>
    typeof cell === 'number' && cell >= MONTHS.first && cell <= MONTHS.last
      ? addMonths(MONTH_ZERO, cell)
      : undefined,
};

/** One of the integers that are stored for a word. */
export const codeOf = (...codes: readonly number[]): CellKind<number> => ({
  holds: 'small',
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
  }, 'json');

/** A JSON list of at most `most` ids, written as JSON.stringify writes it. */
export const uuidList = (most: number): CellKind<string> =>
  tested((text) => {
    const list = parsed(text);
    if (!Array.isArray(list) || list.length > most) return false;
    return list.every((one) => typeof one === 'string' && uuid.unpack(one) !== undefined);
  }, 'json');

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
}, 'json');

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
