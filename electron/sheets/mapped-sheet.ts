import {
  findHeader,
  foldLabel,
  HEADER_ROWS,
  type Header,
  type HeaderWords,
  headerAt,
  likelyHeaderRow,
} from './header.ts';
import { isPersonalText } from './personal-columns.ts';
import { readSheet, type SheetReading } from './read-sheet.ts';
import { cellText, isBlank, type SheetCell, type SheetGrid, type SheetRow } from './sheet-grid.ts';

/** What a person says of the header and its columns. */
export interface HeaderAnswers<Field extends string> {
  /** 0: the sheet has no header. */
  readonly headerLine?: number | undefined;
  readonly mapping?: readonly { readonly column: number; readonly field: Field | null }[] | undefined;
}

export interface MappedColumn<Field extends string> {
  /** 0-based. */
  readonly column: number;
  readonly field: Field | null;
  readonly title: string;
  /** The first texts under the title. */
  readonly samples: readonly string[];
}

/** A sheet whose columns are known by their header, or as a person says. */
export interface MappedSheet<Field extends string> {
  readonly grid: SheetGrid;
  readonly header: Header;
  readonly fields: ReadonlyMap<Field, number>;
  /** Those with content. */
  readonly above: readonly SheetRow[];
  readonly below: readonly SheetRow[];
  readonly columns: readonly MappedColumn<Field>[];
  /** A cell merged over several rows stands in each of them. */
  cellOf(row: SheetRow, field: Field): SheetCell;
}

const SAMPLES = 3;
const NO_HEADER: Header = { top: 0, bottom: 0, columns: new Map(), labels: [], texts: [] };

/** @throws Refusal every code of the noun sheet except sheet_no_header, file_unreadable */
export async function readMappedSheet<Field extends string>(
  file: string | Uint8Array,
  words: HeaderWords,
  names: readonly Field[],
  reading: SheetReading & HeaderAnswers<Field>,
): Promise<MappedSheet<Field>> {
  const grid = await readSheet(file, words, reading);
  const header = headerOf(grid, words, reading.headerLine);
  const fields = fieldsOf(header, names, reading.mapping ?? []);
  const below = grid.rows.filter((row) => row.line > header.bottom);
  return {
    ...{ grid, header, fields, below },
    above: grid.rows.filter((row) => row.line < header.top),
    columns: shownColumns(header, fields, below),
    cellOf: mergedCells(grid, header, fields),
  };
}

/** Printed sheets repeat the header on every page. */
export function isHeaderAgain({ cells }: SheetRow, header: Header): boolean {
  if (header.top === 0) return false;
  return cells.every((cell, column) => isBlank(cell) || header.texts[column]?.has(foldLabel(cellText(cell))));
}

/** What a row begins with. */
export function firstText({ cells }: SheetRow): string {
  return cellText(cells.find((cell) => !isBlank(cell)));
}

function headerOf({ rows, merges }: SheetGrid, words: HeaderWords, line: number | undefined): Header {
  const head = rows.slice(0, HEADER_ROWS);
  const found = line === undefined ? findHeader(head, merges, words) : null;
  if (found) return found;
  const at = rows.findIndex((row) => row.line === (line ?? likelyHeaderRow(head)?.line));
  const row = rows[at];
  return row ? headerAt(row, rows[at + 1], merges, words) : NO_HEADER;
}

function fieldsOf<Field extends string>(
  header: Header,
  names: readonly Field[],
  mapping: readonly { readonly column: number; readonly field: Field | null }[],
): ReadonlyMap<Field, number> {
  const decided = new Set(mapping.map(({ column }) => column));
  const known = names.flatMap((field) => {
    const column = header.columns.get(field);
    return column === undefined || decided.has(column) ? [] : [[field, column] as const];
  });
  const said = mapping.flatMap(({ column, field }) => (field === null ? [] : [[field, column] as const]));
  return new Map([...known, ...said]);
}

function mergedCells<Field extends string>(
  grid: SheetGrid,
  header: Header,
  fields: ReadonlyMap<Field, number>,
): MappedSheet<Field>['cellOf'] {
  const byLine = new Map(grid.rows.map((row) => [row.line, row]));
  return (row, field) => {
    const column = fields.get(field);
    if (column === undefined) return null;
    const own = row.cells[column] ?? null;
    if (!isBlank(own)) return own;
    const merge = grid.merges.find(
      (one) => one.left === column && one.top > header.bottom && one.top < row.line && one.bottom >= row.line,
    );
    return (merge && byLine.get(merge.top)?.cells[column]) ?? null;
  };
}

function shownColumns<Field extends string>(
  header: Header,
  fields: ReadonlyMap<Field, number>,
  below: readonly SheetRow[],
): MappedColumn<Field>[] {
  const width = below.reduce((most, row) => Math.max(most, row.cells.length), header.labels.length);
  const byColumn = new Map([...fields].map(([field, column]) => [column, field]));
  return Array.from({ length: width }, (_, column) => ({
    column,
    field: byColumn.get(column) ?? null,
    title: header.labels[column] ?? '',
    samples: samplesOf(below, column, byColumn.has(column)),
  })).filter(({ title, samples, field }) => title !== '' || samples.length > 0 || field !== null);
}

function samplesOf(rows: readonly SheetRow[], column: number, isMapped: boolean): string[] {
  const samples: string[] = [];
  for (const { cells } of rows) {
    if (samples.length === SAMPLES) break;
    const cell = cells[column];
    if (!isBlank(cell) && (isMapped || !isPersonalText(cell)))
      samples.push(cellText(cell).trim().slice(0, 100));
  }
  return samples;
}
