import { foldName } from '../../shared/rules/names.ts';
import { cellText, isBlank, type MergedRange, type SheetRow } from './sheet-grid.ts';

/** Rows with content in which a header is looked for. */
export const HEADER_ROWS = 40;

/** The words a header is known by: plain data, so that it can cross to the parser's process. */
export interface HeaderWords {
  /** Field to the labels of its column, best first; folded as by `foldLabel`. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Labels of columns that are known and not taken. */
  readonly others: readonly string[];
  /** A header has the column of this field, and one more that is known. */
  readonly required: string;
}

export interface Header {
  /** Lines of the header's first and last row. */
  readonly top: number;
  readonly bottom: number;
  /** Field to its column, 0-based. */
  readonly columns: ReadonlyMap<string, number>;
  /** Label of every column as the file spells it, '' without one. */
  readonly labels: readonly string[];
  /** Folded texts of the header's rows by column, to recognise the header when it is repeated. */
  readonly texts: readonly ReadonlySet<string>[];
}

/**
 * The first row, or two rows, of labels: below title rows, with groups over sub-columns, with cells merged
 * downwards (whose lower cell is empty), null when there is none.
 */
export function findHeader(
  rows: readonly SheetRow[],
  merges: readonly MergedRange[],
  words: HeaderWords,
): Header | null {
  const known = knownLabels(words);
  for (const [index, row] of rows.entries()) {
    const upper = spreadMerges(row, merges);
    const next = rows[index + 1];
    const lower = next?.line === row.line + 1 ? next : undefined;
    const isDouble = lower !== undefined && isSecondHeaderRow(row, upper, lower, merges, known);
    const labels = isDouble ? joinLabels(upper, texts(lower), known) : texts(row);
    if (!isHeader(labels, words, known)) continue;
    const bottom = Math.max(isDouble ? lower.line : row.line, mergedDownTo(row, merges));
    return {
      top: row.line,
      bottom,
      columns: chooseColumns(labels, words),
      labels: labels.map((label) => label.trim()),
      texts: columnTexts(isDouble ? [row, lower] : [row]),
    };
  }
  return null;
}

/** Exactly this row as the header, with a second row of labels where it is known by its words. */
export function headerAt(
  row: SheetRow,
  next: SheetRow | undefined,
  merges: readonly MergedRange[],
  words: HeaderWords,
): Header {
  const found = findHeader(next ? [row, next] : [row], merges, words);
  if (found?.top === row.line) return found;
  const labels = spreadMerges(row, merges);
  return {
    top: row.line,
    bottom: mergedDownTo(row, merges),
    columns: chooseColumns(labels, words),
    labels: labels.map((label) => label.trim()),
    texts: columnTexts([row]),
  };
}

/** The row that may be a header though its words are not known: the first of several cells that are all texts. */
export function likelyHeaderRow(rows: readonly SheetRow[]): SheetRow | undefined {
  return rows.find((row) => {
    const filled = row.cells.filter((cell) => !isBlank(cell));
    return filled.length > 1 && filled.every((cell) => typeof cell === 'string');
  });
}

/** A label without spaces, marks of obligation (*) and remarks in brackets: “姓　名（必填）” is “姓名”. */
export function foldLabel(text: string): string {
  const folded = foldName(text).replace(/[\s*:★]/g, '');
  return folded.replace(/[([【].*?[)\]】]/g, '') || folded;
}

function knownLabels(words: HeaderWords): ReadonlySet<string> {
  return new Set([...Object.values(words.fields).flat(), ...words.others]);
}

function isHeader(labels: readonly string[], words: HeaderWords, known: ReadonlySet<string>): boolean {
  const folded = labels.map(foldLabel);
  const required = words.fields[words.required] ?? [];
  const count = new Set(folded.filter((label) => known.has(label))).size;
  return count >= 2 && folded.some((label) => required.includes(label));
}

function texts(row: SheetRow): string[] {
  return row.cells.map(cellText);
}

/** A label merged over several columns stands over each of them. */
function spreadMerges(row: SheetRow, merges: readonly MergedRange[]): string[] {
  const spread = texts(row);
  for (const merge of merges) {
    if (merge.top !== row.line) continue;
    for (let column = merge.left + 1; column <= merge.right; column++)
      spread[column] = spread[merge.left] ?? '';
  }
  return Array.from(spread, (text) => text ?? '');
}

/**
 * A second row of labels: some cell above it is merged down to it, or a group above is merged over several
 * columns; in a file without merges both rows have a known label, and nothing stands below a known one.
 */
function isSecondHeaderRow(
  row: SheetRow,
  upper: readonly string[],
  lower: SheetRow,
  merges: readonly MergedRange[],
  known: ReadonlySet<string>,
): boolean {
  const below = texts(lower);
  if (merges.some((merge) => merge.top === row.line && merge.bottom === lower.line)) return true;
  if (below.some((text, column) => text.trim() !== '' && known.has(foldLabel(upper[column] ?? ''))))
    return false;
  const isKnown = (text: string | undefined) => known.has(foldLabel(text ?? ''));
  return below.some(isKnown) && upper.some(isKnown);
}

/** The lower label; both joined where only that is a known one (“单位” over “名称”); the upper where it is alone. */
function joinLabels(
  upper: readonly string[],
  lower: readonly string[],
  known: ReadonlySet<string>,
): string[] {
  const width = Math.max(upper.length, lower.length);
  return Array.from({ length: width }, (_, column) => {
    const [above, below] = [upper[column]?.trim() ?? '', lower[column]?.trim() ?? ''];
    if (below === '' || known.has(foldLabel(below))) return below || above;
    return known.has(foldLabel(above + below)) ? above + below : below;
  });
}

function mergedDownTo(row: SheetRow, merges: readonly MergedRange[]): number {
  const inHeader = merges.filter((merge) => merge.top === row.line && (row.cells[merge.left] ?? '') !== '');
  return Math.max(row.line, ...inHeader.map((merge) => Math.min(merge.bottom, row.line + 2)));
}

/** Of several columns for one field the one with the better word is taken. */
function chooseColumns(labels: readonly string[], words: HeaderWords): ReadonlyMap<string, number> {
  const folded = labels.map(foldLabel);
  const columns = new Map<string, number>();
  for (const [field, synonyms] of Object.entries(words.fields)) {
    const word = synonyms.find((synonym) => folded.includes(synonym));
    if (word !== undefined) columns.set(field, folded.indexOf(word));
  }
  return columns;
}

function columnTexts(rows: readonly SheetRow[]): ReadonlySet<string>[] {
  const width = Math.max(...rows.map((row) => row.cells.length));
  return Array.from(
    { length: width },
    (_, column) =>
      new Set(rows.map((row) => foldLabel(cellText(row.cells[column]))).filter((text) => text !== '')),
  );
}
