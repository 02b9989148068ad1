import { isRuined } from '../../../shared/rules/names.ts';
import type { RowReason } from '../../../shared/vocabulary/import-outcomes.ts';
import type { PostingStatus, Staffing } from '../../../shared/vocabulary/words.ts';

/** What a row says of a person and what is stored of it; null where the cell is blank or the column absent. */
export interface RosterCells {
  /** As stored (cleanName), '' where blank. */
  readonly name: string;
  readonly unit: string;
  readonly post: string | null;
  /** 'unknown': a word that is not understood. */
  readonly staffing: Staffing | 'unknown' | null;
  /** 'seconded': a bare 借调, whose direction one answer for the file gives. */
  readonly status: PostingStatus | 'seconded' | 'unknown' | null;
  readonly orderNumber: number | null;
  readonly disambiguator: string | null;
}

/** One row under a roster's header, as the sheet says it. */
export interface RosterRow extends RosterCells {
  /** As a spreadsheet program shows it, 1-based. */
  readonly line: number;
  /** Rows of one file that say the same in columns that tell people apart (ID-card number, phone) have the same; '' without any. */
  readonly identity: string;
  /** The same for all other columns that are not stored. */
  readonly others: string;
  /** No entry: a subtotal, a signature line, … */
  readonly skip: RowReason | null;
  /** An entry that a person must decide about. */
  readonly hold: RowReason | null;
  /** A person has decided: id of the unit or of the person that is meant; `new`: none that the register has. */
  readonly decidedUnit?: string;
  readonly decidedPerson?: string;
}

export interface Roster {
  readonly rows: readonly RosterRow[];
  /** Labels of the columns that are not stored. */
  readonly droppedColumns: readonly string[];
}

/** Code points; the contract's longest short text. */
const MOST_CHARACTERS = 100;
const MOST_NAME_CHARACTERS = 50;

/** Why a row cannot be taken as it stands, whatever other rows and the register say. */
export function holdReason(cells: RosterCells): RowReason | null {
  const { name, unit, post, disambiguator } = cells;
  if (name === '' || unit === '') return 'missingField';
  if ([name, unit, post, disambiguator].some(isFormulaError)) return 'formulaError';
  if (isRuined(name) || isRuined(unit)) return 'unreadableName';
  const isLong = isLonger(MOST_CHARACTERS, unit, post ?? '', disambiguator ?? '');
  if (isLong || isLonger(MOST_NAME_CHARACTERS, name)) return 'fieldTooLong';
  if (cells.status === 'unknown') return 'unknownStatus';
  return cells.staffing === 'unknown' ? 'unknownStaffing' : null;
}

/** What a spreadsheet program shows where a formula has no value. */
const FORMULA_ERROR = /^(#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|ERR!)|Err:\d{3})$/i;

export function isFormulaError(text: string | null): boolean {
  return text !== null && FORMULA_ERROR.test(text);
}

function isLonger(most: number, ...texts: readonly string[]): boolean {
  return texts.some((text) => text.length > most && [...text].length > most);
}
