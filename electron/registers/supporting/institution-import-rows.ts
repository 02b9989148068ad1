import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { InstitutionField, InstitutionRowReason } from '../../../shared/vocabulary/supporting-import.ts';
import type { InstitutionKind } from '../../../shared/vocabulary/words.ts';

/** One row under the header of a list of institutions, as the sheet says it. */
export interface InstitutionSheetRow {
  /** As a spreadsheet program shows it, 1-based. */
  readonly line: number;
  /** As written, trimmed; '' where blank or where there is no such column. */
  readonly texts: Readonly<Record<InstitutionField, string>>;
  /** Null: blank, or a word that is not understood. */
  readonly kind: InstitutionKind | null;
  /** Null: blank, or no date with a year. */
  readonly on: CalendarDate | null;
  readonly skip: InstitutionRowReason | null;
  /** A text that lost characters on its way. */
  readonly unreadable: InstitutionField | null;
}

export interface InstitutionSheet {
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly headerLine: number;
  readonly columns: readonly {
    /** 0-based. */
    readonly column: number;
    readonly field: InstitutionField | null;
    readonly title: string;
    readonly samples: readonly string[];
  }[];
  /** No column of titles: there are no rows. */
  readonly needsMapping: boolean;
  readonly rows: readonly InstitutionSheetRow[];
}
