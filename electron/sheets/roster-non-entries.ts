import { foldName } from '../../shared/rules/names.ts';
import type { RowReason } from '../../shared/vocabulary/import-outcomes.ts';
import { isFormulaError } from '../registers/personnel/roster-row.ts';
import { foldLabel, type Header } from './header.ts';
import type { RosterColumns } from './roster-columns.ts';
import { cellText, isBlank, type SheetRow } from './sheet-grid.ts';

const SUMMARY = /^.{0,30}(小计|合计|总计|共计|总人数)[:：]?\d*[人名]?$|^.{0,20}共计?\d+[人名].{0,20}$/u;
const SUMMARY_NAME = /^(小计|合计|总计|共计)([:：]?\d+[人名]?)?$/;
/** Ends as a person's name does not: “12”, “12人”. */
const COUNT = /^\d*[人名]?$/;
const SIGNATURE =
  '(制表|填表|审核|复核|审批|填报|报送|经办|校对|联系)(人|单位|日期|时间|电话)?|单位负责人|分管领导|主要领导|负责人|领导|日期|单位|电话|注|备注|说明|填表说明';
const SIGNED = new RegExp(`^(${SIGNATURE})(\\(?(签字|签名|盖章|公章|章)\\)?)?:`);
/** Begins no name of a person or a unit, so that no colon is needed. */
const SIGNER = /^((制表|填表|审核|复核|填报)人|(制表|填表|填报)(日期|时间)|单位负责人)/;
/** “2021年3月5日”, “二〇二一年三月五日”, “2021.3.5”; a blank one to fill in, “年 月 日”, too. */
const DATE =
  /^[\d〇○零一二三四五六七八九十]*年[\d一二三四五六七八九十]*月[\d一二三四五六七八九十]*日?$|^\d{4}[-./]\d{1,2}[-./]\d{1,2}$/;
const SIGNATURE_WORD = new RegExp(`^(${SIGNATURE}|签字|盖章)(\\(?(签字|签名|盖章|公章|章)\\)?)?$`);

/** Why a row under the header is no entry of the roster; null when it may be one. */
export function nonEntryReason(
  row: SheetRow,
  columns: RosterColumns,
  header: Header,
  above: readonly SheetRow[],
): RowReason | null {
  if (isHeaderAgain(row, header) || isTitleAgain(row, above)) return 'repeatedHeader';
  if (isSummary(row, columns)) return 'summaryRow';
  return isSignature(row, columns) ? 'signatureRow' : null;
}

/** Printed sheets repeat the header on every page. */
function isHeaderAgain(row: SheetRow, header: Header): boolean {
  return row.cells.every(
    (cell, column) => isBlank(cell) || header.texts[column]?.has(foldLabel(cellText(cell))),
  );
}

function isTitleAgain(row: SheetRow, above: readonly SheetRow[]): boolean {
  return above.some((title) =>
    row.cells.every(
      (cell) => isBlank(cell) || title.cells.some((other) => cellText(other) === cellText(cell)),
    ),
  );
}

/** A name in the name's column makes it an entry, whatever its other cells say. */
function isSummary(row: SheetRow, columns: RosterColumns): boolean {
  const name = foldName(columns.text(row, 'name'));
  if (SUMMARY_NAME.test(name)) return true;
  const isNobody = COUNT.test(name) || isFormulaError(name);
  return isNobody && row.cells.some((cell) => SUMMARY.test(foldName(cellText(cell))));
}

/**
 * The first cell with content says so: with a colon, or alone where a person's row has a number or a unit; or it
 * is the only one, and a date.
 */
function isSignature(row: SheetRow, columns: RosterColumns): boolean {
  if (isDateAlone(row)) return true;
  const first = row.cells.findIndex((cell) => !isBlank(cell));
  const text = foldName(cellText(row.cells[first]));
  if (startsWithDigit(text)) return false;
  return (
    SIGNED.test(text) || SIGNER.test(text) || (SIGNATURE_WORD.test(text) && first !== columns.column('post'))
  );
}

/** As most rows do; no word of a signature does. */
function startsWithDigit(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}

function isDateAlone({ cells }: SheetRow): boolean {
  const at = cells.findIndex((cell) => !isBlank(cell));
  if (cells.findLastIndex((cell) => !isBlank(cell)) !== at) return false;
  const only = cells[at] ?? null;
  if (only === null) return false;
  return typeof only === 'object' || DATE.test(foldName(String(only)));
}
