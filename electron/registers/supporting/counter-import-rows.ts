import type { CounterField, CounterRowReason } from '../../../shared/vocabulary/supporting-import.ts';
import type { CounterKind } from '../../../shared/vocabulary/words.ts';

/** What one row says of one kind. */
export interface SaidCount {
  /** As written. */
  readonly text: string;
  /** Null: not understood. */
  readonly count: number | null;
}

/** One row under the header of a sheet of counters, as the sheet says it. */
export interface CounterSheetRow {
  /** As a spreadsheet program shows it, 1-based. */
  readonly line: number;
  /** As written, trimmed, where not blank. */
  readonly texts: Readonly<Partial<Record<CounterField, string>>>;
  /** Null: blank, or not understood. */
  readonly month: string | null;
  /** Of a long list; null: blank, or not understood. */
  readonly kind: CounterKind | null;
  /** Of a column per kind; blanks are left out. */
  readonly counts: Readonly<Partial<Record<CounterKind, SaidCount>>>;
  /** Of a long list; null: blank. */
  readonly count: SaidCount | null;
  readonly skip: CounterRowReason | null;
}

/** A sum that the sheet states beside its rows, and what these give. */
export interface StatedSum {
  readonly line: number;
  /** Null: over all kinds. */
  readonly kind: CounterKind | null;
  readonly stated: number;
  readonly counted: number;
}

export interface CounterSheetColumn {
  /** 0-based. */
  readonly column: number;
  readonly field: CounterField | null;
  readonly title: string;
  readonly samples: readonly string[];
}

export interface CounterSheet {
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly headerLine: number;
  readonly columns: readonly CounterSheetColumn[];
  /** No column of units, or none of counts: there are no rows. */
  readonly needsMapping: boolean;
  /** Kind and count stand in columns of their own. */
  readonly isLong: boolean;
  /** Stands above the header; null: none, or several. */
  readonly titleMonth: string | null;
  readonly rows: readonly CounterSheetRow[];
  readonly sums: readonly StatedSum[];
}
