import { ensure } from '../../shared/vocabulary/refusal.ts';
import { foldLabel, type Header } from './header.ts';
import { IDENTITY_LABEL } from './roster-words.ts';
import { cellText, isBlank, type SheetRow } from './sheet-grid.ts';

/** 17 digits and a check digit, or the 15 digits of before 1999, or what a number cell made of them. */
const ID_CARD_NUMBER = /^(\d{17}[\dXx]|\d{15})$/;

/** Which column means what, and which are read past. */
export class RosterColumns {
  /** Labels of columns that are not stored; a column with content and no label is told by its letter. */
  readonly dropped: readonly string[];
  /** Columns that tell people apart and are not stored. */
  readonly identity: readonly number[];
  /** All other columns that are not stored. */
  readonly others: readonly number[];
  readonly #columns: ReadonlyMap<string, number>;

  constructor(header: Header, rows: readonly SheetRow[]) {
    this.#columns = withoutIdCards(header.columns, rows);
    const taken = new Set(
      [...this.#columns].filter(([field]) => field !== 'remark').map(([, column]) => column),
    );
    const width = rows.reduce((most, row) => Math.max(most, row.cells.length), header.labels.length);
    const labels = Array.from({ length: width }, (_, column) => header.labels[column] ?? '');
    const spare = [...labels.keys()].filter((column) => !taken.has(column));
    refuseSecondBlock(header, labels, spare, rows);
    const told = spare.filter(
      (column) => labels[column] !== '' || rows.some((row) => !isBlank(row.cells[column])),
    );
    this.dropped = told.map((column) => labels[column]?.replace(/\s+/g, '') || letterOf(column));
    const dropsIdCards = (column: number) => column === header.columns.get('disambiguator');
    const isIdentity = (column: number) =>
      dropsIdCards(column) || IDENTITY_LABEL.test(foldLabel(labels[column] ?? ''));
    this.identity = spare.filter(isIdentity);
    this.others = spare.filter((column) => !isIdentity(column));
  }

  column(field: string): number | undefined {
    return this.#columns.get(field);
  }

  text(row: SheetRow, field: string): string {
    const column = this.#columns.get(field);
    return column === undefined ? '' : cellText(row.cells[column]);
  }
}

/**
 * Two rosters side by side: reading the left one alone would lose people without counting them.
 * @throws Refusal `sheet_two_blocks`
 */
function refuseSecondBlock(
  header: Header,
  labels: readonly string[],
  spare: readonly number[],
  rows: readonly SheetRow[],
): void {
  const name = foldLabel(labels[header.columns.get('name') ?? -1] ?? '');
  const second = spare.find((column) => name !== '' && foldLabel(labels[column] ?? '') === name);
  const isFilled = second !== undefined && rows.some((row) => !isBlank(row.cells[second]));
  ensure(!isFilled, 'sheet_two_blocks');
}

/** Whatever its label says, a column of ID-card numbers is never stored. */
function withoutIdCards(
  columns: ReadonlyMap<string, number>,
  rows: readonly SheetRow[],
): ReadonlyMap<string, number> {
  const column = columns.get('disambiguator');
  const kept = new Map(columns);
  if (column === undefined) return kept;
  if (rows.some((row) => isIdCard(cellText(row.cells[column])))) kept.delete('disambiguator');
  return kept;
}

function isIdCard(text: string): boolean {
  return ID_CARD_NUMBER.test(text.normalize('NFKC').replace(/\s/g, ''));
}

function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}
