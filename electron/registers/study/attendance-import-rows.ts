import type { RowReason } from '../../../shared/vocabulary/import-outcomes.ts';

/** A text that may be a mark. */
export interface WrittenMark {
  /** As written, trimmed. */
  readonly text: string;
  /** Under which spellings of one sign are the same. */
  readonly key: string;
}

/** One place of a person, or what is none, under a sign-in sheet's header. */
export interface SignInRow {
  /** As a spreadsheet program shows it, 1-based. */
  readonly line: number;
  /** Which of the blocks side by side, from 1 on. */
  readonly block: number;
  /** As stored (cleanName), '' where blank. */
  readonly name: string;
  readonly unit: string;
  readonly disambiguator: string;
  /** What stands in the columns of marks, blanks left out. */
  readonly marks: readonly WrittenMark[];
  /** The columns are of parts of the day, and one of them is blank where another is not. */
  readonly isPartial: boolean;
  readonly remark: WrittenMark;
  /** The remark speaks of leave or absence, in words that need not be a mark. */
  readonly remarkSpeaksOfAbsence: boolean;
  /** No entry: a subtotal, a signature line, … */
  readonly skip: RowReason | null;
  /** An entry that a person must decide about. */
  readonly hold: RowReason | null;
}

export const TOTALS = ['listed', 'due', 'present', 'onLeave', 'absent', 'exempt'] as const;
export type Totals = Readonly<Record<(typeof TOTALS)[number], number>>;

export interface SignInSheet {
  readonly sheetName: string;
  /** Names of all sheets that the workbook shows. */
  readonly sheets: readonly string[];
  readonly rows: readonly SignInRow[];
  readonly declared: Partial<Totals>;
  readonly declaredIn: readonly { readonly line: number; readonly text: string }[];
  /** Sessions whose code is printed in the sheet. */
  readonly sessions: readonly string[];
  readonly droppedColumns: readonly string[];
}
