import type { RowReason } from '../../../shared/vocabulary/import-outcomes.ts';
import type { PostingStatus, Staffing } from '../../../shared/vocabulary/words.ts';

/** One row under a roster's header, as the sheet says it; null where the cell is blank or the column absent. */
export interface RosterRow {
  /** As a spreadsheet program shows it, 1-based. */
  readonly line: number;
  /** As stored (cleanName), '' where blank. */
  readonly name: string;
  readonly unit: string;
  readonly post: string | null;
  readonly staffing: Staffing | null;
  /** 'seconded': a bare 借调, whose direction one answer for the file gives. */
  readonly status: PostingStatus | 'seconded' | null;
  readonly orderNumber: number | null;
  readonly disambiguator: string | null;
  /** Digest of what the row says in columns that tell people apart (ID-card number, phone); '' without any. */
  readonly identity: string;
  /** Digest of all other columns that are not stored; '' where they are blank. */
  readonly others: string;
  /** No entry: a subtotal, a signature line, … */
  readonly skip: RowReason | null;
  /** An entry that a person must decide about. */
  readonly hold: RowReason | null;
}

export interface Roster {
  readonly rows: readonly RosterRow[];
  /** Labels of the columns that are not stored. */
  readonly droppedColumns: readonly string[];
}
