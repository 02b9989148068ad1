/** A cell as it stands in the file; a date has no time and no zone. */
export type SheetCell = string | number | boolean | null | { readonly date: string };

/** A row with content. `line` is the number that a spreadsheet program shows beside it (1-based). */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly SheetCell[];
}

/** A merged range: lines 1-based, columns 0-based, all inclusive. Its value stands in the top left cell. */
export interface MergedRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface SheetGrid {
  readonly sheetName: string;
  /** Names of all sheets that the workbook shows. */
  readonly sheets: readonly string[];
  /** In the order of the file; rows without content are left out. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly MergedRange[];
  /** The most memory that the parser's process held, in bytes. */
  readonly peakBytes: number;
}

/** What a sheet may cost; a file beyond is refused by name. */
export interface SheetLimits {
  readonly fileBytes: number;
  /** All entries of a zip together, as declared and as counted while inflating. */
  readonly inflatedBytes: number;
  readonly entries: number;
  /** One part that is not a sheet itself: shared texts and styles are held in memory as a whole. */
  readonly partBytes: number;
  /** Inflated over compressed bytes, for entries above 1 MiB: deflate's worst is 1032, the emptiest sheet's 45. */
  readonly ratio: number;
  readonly rows: number;
  readonly columns: number;
  /** UTF-16 units of all cells together. */
  readonly characters: number;
  readonly merges: number;
  /** Where the process is ended; between two looks it may grow by some 20 MB, and 300 MB is the most it may hold. */
  readonly memoryBytes: number;
  readonly milliseconds: number;
}

export const SHEET_LIMITS: SheetLimits = {
  fileBytes: 32 * 1024 * 1024,
  inflatedBytes: 512 * 1024 * 1024,
  entries: 2_000,
  partBytes: 32 * 1024 * 1024,
  ratio: 100,
  rows: 200_000,
  columns: 1_024,
  characters: 16 * 1024 * 1024,
  merges: 100_000,
  memoryBytes: 270 * 1000 * 1000,
  milliseconds: 60_000,
};

/** True for a cell that a reader of the sheet would see as blank. */
export function isBlank(cell: SheetCell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** The cell as a person reads it. */
export function cellText(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? cell.date : String(cell);
}
