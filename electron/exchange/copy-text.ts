import type { CellKind } from './columns.ts';

/** A value in PostgreSQL's text format of COPY: `\N` is null, a backslash begins what cannot stand as itself. */
export function copyText(holds: CellKind<unknown>['holds'], value: unknown): string {
  if (value === null) return '\\N';
  if (holds === 'flag') return value === 1 ? 't' : 'f';
  return typeof value === 'string' ? escaped(value) : String(value);
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? found) : text;
}

/** PostgreSQL takes no U+0000 in any text, and no half of a surrogate pair in JSON. */
export function isStorable(holds: CellKind<unknown>['holds'], value: unknown): boolean {
  if (typeof value !== 'string') return true;
  return holds === 'json' ? everyText(JSON.parse(value)) : isClean(value);
}

function everyText(json: unknown): boolean {
  if (typeof json === 'string') return isClean(json);
  if (typeof json !== 'object' || json === null) return true;
  return Object.entries(json).every(([key, value]) => isClean(key) && everyText(value));
}

function isClean(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
