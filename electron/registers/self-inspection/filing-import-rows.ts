import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { RowReason } from '../../../shared/vocabulary/import-outcomes.ts';
import type { Declaration } from '../../../shared/vocabulary/words.ts';

/** One row under the header of a list of filings: a person's filing, or one problem of it. */
export interface FilingSheetRow {
  /** As a spreadsheet program shows it, 1-based. */
  readonly line: number;
  /** As stored (cleanName), '' where blank. */
  readonly name: string;
  readonly unit: string;
  readonly disambiguator: string;
  /** Null: blank, or no date with a year; `writtenDay` tells which. */
  readonly filedOn: CalendarDate | null;
  readonly writtenDay: string;
  /** Null: blank, or a text that is neither. */
  readonly declared: Declaration | null;
  readonly writtenDeclaration: string;
  readonly paperNumber: string;
  /** Id or name of a category, '' without one. */
  readonly category: string;
  readonly summary: string;
  /** No entry: a sum, a signature line, … */
  readonly skip: RowReason | null;
  /** An entry that a person must decide about. */
  readonly hold: RowReason | null;
}

export interface FilingSheet {
  readonly sheetName: string;
  /** Names of all sheets that the workbook shows. */
  readonly sheets: readonly string[];
  readonly rows: readonly FilingSheetRow[];
  readonly droppedColumns: readonly string[];
}
