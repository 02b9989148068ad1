import { createHash } from 'node:crypto';
import { findHeader, foldLabel, HEADER_ROWS, type Header, headerAt, likelyHeaderRow } from './header.ts';
import type { MappedColumn } from './roster-columns.ts';
import { ROSTER_WORDS } from './roster-words.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** What a person, now or when a sheet of the same titles was applied, says of the header and its columns. */
export interface HeaderAnswers {
  /** 0: the sheet has no header. */
  readonly headerLine?: number | undefined;
  readonly mapping?: readonly MappedColumn[] | undefined;
  /** By the digest of the titles; not asked where a mapping is given. */
  readonly remembered?: ReadonlyMap<string, readonly MappedColumn[]> | undefined;
}

export interface ChosenHeader {
  readonly header: Header;
  readonly mapping: readonly MappedColumn[];
  readonly remembered: boolean;
  /** By its own words, by its place, or by an earlier sheet; false: some row was taken for one. */
  readonly isKnown: boolean;
}

const NO_HEADER: Header = { top: 0, bottom: 0, columns: new Map(), labels: [], texts: [] };

/** The header as it was told, remembered or recognised, in this order; else the row that looks most like one. */
export function chooseHeader(grid: SheetGrid, answers: HeaderAnswers): ChosenHeader {
  const { headerLine, mapping } = answers;
  if (headerLine !== undefined) {
    const header = headerOnLine(grid, headerLine);
    const known = mapping ?? answers.remembered?.get(titlesDigest(header) ?? '');
    return { header, mapping: known ?? [], remembered: !mapping && known !== undefined, isKnown: true };
  }
  const remembered = mapping ? null : rememberedHeader(grid, answers.remembered);
  if (remembered) return remembered;
  const head = grid.rows.slice(0, HEADER_ROWS);
  const found = findHeader(head, grid.merges, ROSTER_WORDS);
  const header = found ?? headerOnLine(grid, likelyHeaderRow(head)?.line ?? 0);
  return {
    header,
    mapping: mapping ?? [],
    remembered: false,
    isKnown: found !== null || mapping !== undefined,
  };
}

/** Tells sheets of the same titles, in the same order, from others; null where there are no titles. */
export function titlesDigest({ labels }: Header): string | null {
  const titles = labels.map(foldLabel);
  const width = titles.findLastIndex((title) => title !== '') + 1;
  if (width === 0) return null;
  return createHash('sha256')
    .update(JSON.stringify(titles.slice(0, width)))
    .digest('hex');
}

function headerOnLine({ rows, merges }: SheetGrid, line: number): Header {
  const index = rows.findIndex((row) => row.line === line);
  const row = rows[index];
  if (!row) return { ...NO_HEADER, top: line, bottom: line };
  return headerAt(row, rows[index + 1], merges, ROSTER_WORDS);
}

function rememberedHeader(
  grid: SheetGrid,
  remembered: HeaderAnswers['remembered'] = new Map(),
): ChosenHeader | null {
  if (remembered.size === 0) return null;
  for (const { line } of grid.rows.slice(0, HEADER_ROWS)) {
    const header = headerOnLine(grid, line);
    const mapping = remembered.get(titlesDigest(header) ?? '');
    if (mapping) return { header, mapping, remembered: true, isKnown: true };
  }
  return null;
}
