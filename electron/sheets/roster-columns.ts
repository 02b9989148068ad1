import type { RosterField } from '../../shared/vocabulary/import-outcomes.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { foldLabel, type Header } from './header.ts';
import { idCardColumns, isPersonalText, personalColumns } from './personal-columns.ts';
import { IDENTITY_LABEL } from './roster-words.ts';
import { cellText, isBlank, type SheetRow } from './sheet-grid.ts';

/** One column as a person says it; null: it is not stored. */
export interface MappedColumn {
  /** 0-based. */
  readonly column: number;
  readonly field: RosterField | null;
}

/** One column as a person is shown it. */
export interface ShownColumn extends MappedColumn {
  readonly title: string;
  readonly dropped: boolean;
  readonly personal: boolean;
  readonly samples: readonly string[];
}

const SAMPLES = 3;

/** Which column means what, and which are read past. */
export class RosterColumns {
  /** Labels of columns that are not stored; a column with content and no label is told by its letter. */
  readonly dropped: readonly string[];
  /** Columns that tell people apart and are not stored. */
  readonly identity: readonly number[];
  /** All other columns that are not stored. */
  readonly others: readonly number[];
  readonly #columns: ReadonlyMap<string, number>;
  readonly #labels: readonly string[];
  readonly #personal: ReadonlySet<number>;
  /** Columns with a label or content, of which nothing is stored. */
  readonly #told: readonly number[];

  /** @param mapping stands over what the header's words say; it cannot reach personal columns */
  constructor(header: Header, rows: readonly SheetRow[], mapping: readonly MappedColumn[] = []) {
    const width = rows.reduce((most, row) => Math.max(most, row.cells.length), header.labels.length);
    const labels = Array.from({ length: width }, (_, column) => header.labels[column] ?? '');
    const idCards = idCardColumns(rows);
    this.#personal = personalColumns(labels, rows, idCards);
    const recognised = withoutIdCards(header.columns, idCards);
    const isOpen = (column: number) =>
      column < width && (!this.#personal.has(column) || [...recognised.values()].includes(column));
    this.#columns = mapped(
      recognised,
      mapping.filter(({ column }) => isOpen(column)),
    );
    this.#labels = labels;
    const taken = new Set(
      [...this.#columns].filter(([field]) => field !== 'remark').map(([, column]) => column),
    );
    const spare = [...labels.keys()].filter((column) => !taken.has(column));
    refuseSecondBlock(this.#columns.get('name'), labels, spare, rows);
    this.#told = spare.filter(
      (column) => labels[column] !== '' || rows.some((row) => !isBlank(row.cells[column])),
    );
    this.dropped = this.#told.map((column) => labels[column]?.replace(/\s+/g, '') || letterOf(column));
    const dropsIdCards = (column: number) =>
      column === header.columns.get('disambiguator') && idCards.has(column);
    const isIdentity = (column: number) =>
      dropsIdCards(column) || IDENTITY_LABEL.test(foldLabel(labels[column] ?? ''));
    this.identity = spare.filter(isIdentity);
    this.others = spare.filter((column) => !isIdentity(column));
  }

  column(field: RosterField): number | undefined {
    return this.#columns.get(field);
  }

  text(row: SheetRow, field: RosterField): string {
    const column = this.#columns.get(field);
    return column === undefined ? '' : cellText(row.cells[column]);
  }

  /** Every column with a label or content. */
  shown(rows: readonly SheetRow[]): ShownColumn[] {
    const fields = new Map([...this.#columns].map(([field, column]) => [column, field as RosterField]));
    const columns = [...new Set([...this.#told, ...fields.keys()])].toSorted((one, other) => one - other);
    return columns.map((column) => {
      const field = fields.get(column) ?? null;
      const personal = field === null && this.#personal.has(column);
      return {
        column,
        field,
        title: this.#labels[column] ?? '',
        dropped: this.#told.includes(column),
        personal,
        samples: personal ? [] : samplesOf(column, rows),
      };
    });
  }
}

function mapped(
  recognised: ReadonlyMap<string, number>,
  mapping: readonly MappedColumn[],
): ReadonlyMap<string, number> {
  const decided = new Map(mapping.map(({ column, field }) => [column, field]));
  const kept = [...recognised].filter(([, column]) => !decided.has(column));
  return new Map([
    ...kept,
    ...mapping.flatMap(({ column, field }) => (field === null ? [] : [[field, column] as const])),
  ]);
}

function samplesOf(column: number, rows: readonly SheetRow[]): string[] {
  const samples: string[] = [];
  for (const { cells } of rows) {
    if (samples.length === SAMPLES) break;
    const cell = cells[column];
    if (!isBlank(cell) && !isPersonalText(cell)) samples.push(cellText(cell).trim());
  }
  return samples;
}

/**
 * Two rosters side by side: reading the left one alone would lose people without counting them.
 * @throws Refusal `sheet_two_blocks`
 */
function refuseSecondBlock(
  nameColumn: number | undefined,
  labels: readonly string[],
  spare: readonly number[],
  rows: readonly SheetRow[],
): void {
  const name = foldLabel(labels[nameColumn ?? -1] ?? '');
  const second = spare.find((column) => name !== '' && foldLabel(labels[column] ?? '') === name);
  const isFilled = second !== undefined && rows.some((row) => !isBlank(row.cells[second]));
  ensure(!isFilled, 'sheet_two_blocks');
}

/** Whatever its label says, a column of ID-card numbers is never stored. */
function withoutIdCards(
  columns: ReadonlyMap<string, number>,
  idCards: ReadonlySet<number>,
): ReadonlyMap<string, number> {
  const column = columns.get('disambiguator');
  if (column === undefined || !idCards.has(column)) return columns;
  return new Map([...columns].filter(([field]) => field !== 'disambiguator'));
}

function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}
