import { isPersonalLabel } from './roster-words.ts';
import { cellText, isBlank, type SheetCell, type SheetRow } from './sheet-grid.ts';

/** 17 digits and a check digit, or the 15 digits of before 1999; or what a number cell made of them. */
const ID_CARD_NUMBER = /^(\d{17}[\dX]|\d{15}|\d(\.\d+)?E\+?1[47])$/i;
/** As short as 9E17 can be. */
const FEWEST_ID_CHARACTERS = 4;
const SHORTER_NUMBER = /^\d{1,14}$/;
const LEAST_ID_NUMBER = 1e14;
/** A mobile number, or a line's number behind its area code. */
const PHONE_NUMBER = /^(\+?86)?(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/;
const DATE = /^(19|20)\d{2}([-./年]\d{1,2}([-./月]\d{1,2}日?|月)?|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))$/;
/** Rows in which a column without a telling label gives itself away, and the share of them that must. */
const ROWS_LOOKED_AT = 200;
const TELLING_SHARE = 0.25;

/** Columns of ID-card numbers, whatever their labels say: one number is enough. */
export function idCardColumns(rows: readonly SheetRow[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { cells } of rows) {
    for (let column = 0; column < cells.length; column++)
      if (!found.has(column) && isIdCard(cells[column])) found.add(column);
  }
  return found;
}

/** Columns about people that are neither stored nor shown: by their label, or by what stands in them. */
export function personalColumns(
  labels: readonly string[],
  rows: readonly SheetRow[],
  idCards: ReadonlySet<number>,
): ReadonlySet<number> {
  const looked = rows.slice(0, ROWS_LOOKED_AT);
  const isPersonal = (label: string, column: number) =>
    idCards.has(column) || isPersonalLabel(label) || tellsPeople(looked.map(({ cells }) => cells[column]));
  return new Set(labels.flatMap((label, column) => (isPersonal(label, column) ? [column] : [])));
}

/** A text that is not shown, in whatever column it stands. */
export function isPersonalText(cell: SheetCell | undefined): boolean {
  return isIdCard(cell) || isPhoneOrDate(cell);
}

function tellsPeople(cells: readonly (SheetCell | undefined)[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.filter(isPhoneOrDate).length > filled.length * TELLING_SHARE;
}

function isIdCard(cell: SheetCell | undefined): boolean {
  if (typeof cell === 'number') return cell >= LEAST_ID_NUMBER && ID_CARD_NUMBER.test(String(cell));
  if (typeof cell !== 'string' || cell.length < FEWEST_ID_CHARACTERS || startsHan(cell)) return false;
  if (SHORTER_NUMBER.test(cell)) return false;
  return ID_CARD_NUMBER.test(cell.normalize('NFKC').replace(/\s/g, ''));
}

/** As nearly every text does; looking no further halves the time that a sheet takes. */
function startsHan(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x4e00 && code <= 0x9fff;
}

function isPhoneOrDate(cell: SheetCell | undefined): boolean {
  const text = cellText(cell).normalize('NFKC').replace(/\s/g, '');
  return (typeof cell === 'object' && cell !== null) || PHONE_NUMBER.test(text) || DATE.test(text);
}
