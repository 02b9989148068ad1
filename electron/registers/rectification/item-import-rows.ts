import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ItemField, ItemRowReason } from '../../../shared/vocabulary/item-import.ts';
import type { ItemSource } from '../../../shared/vocabulary/words.ts';

/** One row under the header of a list of items, as the sheet says it. */
export interface ItemSheetRow {
  /** As a spreadsheet program shows it, 1-based. */
  readonly line: number;
  /** As written, trimmed; '' where blank or where there is no such column. */
  readonly texts: Readonly<Record<ItemField, string>>;
  /** A number that has a year is one of a ledger; any other one counts the rows of a list. */
  readonly number: { readonly year: number; readonly number: number } | null;
  /** Null: blank, or a word that is not understood. */
  readonly source: ItemSource | null;
  /** Null: blank, or no date with a year. */
  readonly dueOn: CalendarDate | null;
  /** No entry: a sum, a signature line, … */
  readonly skip: ItemRowReason | null;
  /** A text that lost characters on its way. */
  readonly unreadable: ItemField | null;
}

export interface ItemSheetColumn {
  /** 0-based. */
  readonly column: number;
  readonly field: ItemField | null;
  readonly title: string;
  /** The first texts under the title. */
  readonly samples: readonly string[];
}

export interface ItemSheet {
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly headerLine: number;
  readonly columns: readonly ItemSheetColumn[];
  /** No column of problems is known: there are no rows. */
  readonly needsMapping: boolean;
  readonly rows: readonly ItemSheetRow[];
}
