import type { ErrorCode } from '../../shared/vocabulary/error-codes.ts';
import type { RefusalFields } from '../../shared/vocabulary/refusal.ts';
import type { HeaderWords } from './header.ts';
import type { SheetSource } from './preflight.ts';
import type { MergedRange, SheetLimits } from './sheet-grid.ts';

/** What the parser's process is asked; it answers one task and ends. */
export interface ParserTask {
  readonly source: SheetSource;
  readonly words: HeaderWords;
  readonly limits: SheetLimits;
  /** Name of the sheet; null: the one that was meant. */
  readonly sheet: string | null;
}

/** What the parsing thread says; `end`, `refused` or the process' exit is the last. */
export type ParserReply =
  | {
      readonly kind: 'rows';
      /** `SheetRow[]` as JSON: copying the objects from thread to process to process takes far longer. */
      readonly rows: string;
    }
  | {
      readonly kind: 'end';
      readonly name: string;
      readonly sheets: readonly string[];
      readonly merges: readonly MergedRange[];
    }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly fields: RefusalFields };

/** What the process passes on, with the most memory it has held so far, in bytes. */
export type ParserReport = ParserReply & { readonly peakBytes: number };
