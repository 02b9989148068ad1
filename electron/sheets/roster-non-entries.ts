import { foldName } from '../../shared/rules/names.ts';
import type { RowReason } from '../../shared/vocabulary/import-outcomes.ts';
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
  const said = row.cells.filter((cell) => !isBlank(cell)).map(cellText);
  return above.some((title) => said.every((text) => title.cells.some((cell) => cellText(cell) === text)));
}

/** A name in the name's column makes it an entry, whatever its other cells say. */
function isSummary(row: SheetRow, columns: RosterColumns): boolean {
  const name = foldName(columns.text(row, 'name'));
  if (SUMMARY_NAME.test(name)) return true;
  return COUNT.test(name) && row.cells.some((cell) => SUMMARY.test(foldName(cellText(cell))));
}

/** The first cell with content says so: with a colon, or alone where a person's row has a number or a unit. */
function isSignature(row: SheetRow, columns: RosterColumns): boolean {
  const first = row.cells.findIndex((cell) => !isBlank(cell));
  const text = foldName(cellText(row.cells[first]));
  return (
    SIGNED.test(text) || SIGNER.test(text) || (SIGNATURE_WORD.test(text) && first !== columns.column('post'))
  );
}
