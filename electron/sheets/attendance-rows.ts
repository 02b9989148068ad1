import { cleanName, foldName, isRuined } from '../../shared/rules/names.ts';
import type { RowReason } from '../../shared/vocabulary/import-outcomes.ts';
import type { SignInRow, SignInSheet, WrittenMark } from '../registers/study/attendance-import-rows.ts';
import {
  type Block,
  droppedLabels,
  rosterColumnsOf,
  rowInBlock,
  type SignInHeader,
} from './attendance-blocks.ts';
import { unitHeading } from './attendance-headings.ts';
import { declaredTotals, isTotal, statesTotals } from './attendance-totals.ts';
import { markKey, speaksOfAbsence } from './attendance-words.ts';
import type { RosterColumns } from './roster-columns.ts';
import { nonEntryReason } from './roster-non-entries.ts';
import { cellText, isBlank, type MergedRange, type SheetGrid, type SheetRow } from './sheet-grid.ts';
import { fillUnits } from './unit-fill.ts';

const MOST_NAME_CHARACTERS = 50;
const NAME_WITH_CODE = /^(\p{Letter}.*?)\s?[(（]([0-9A-Za-z-]{1,20})[)）]$/u;
/** Printed as a picture on the program's own form, and beside it in letters. */
const SESSION_CODE = /JYZD-S:\s*([0-9a-z][0-9a-z-]{0,63})/gi;

/** A row in one block, with why it is no entry. */
interface Slot {
  readonly row: SheetRow;
  readonly block: Block;
  readonly columns: RosterColumns;
  readonly skip: RowReason | null;
}

/** Every place of a person under the header, line by line and from left to right, and what is none. */
export function signInSheetOf(grid: SheetGrid, found: SignInHeader): SignInSheet {
  const { header, blocks } = found;
  const above = grid.rows.filter((row) => row.line < header.top);
  const below = grid.rows.filter((row) => row.line > header.bottom);
  const columns = blocks.map((block) => rosterColumnsOf(block, found, below));
  const headings = below.map((row) => unitHeading(row, found, grid.merges));
  const slots = below.map((row, index) => slotsOfRow(row, found, columns, above, headings[index] ?? null));
  const units = unitsOf(below, slots, columns, grid.merges, headings);
  const rows = slots.flatMap((line) => line.map((slot) => signInRow(slot, units)));
  const noEntries = slots.flat().filter(({ skip }) => skip !== null && skip !== 'emptyPlace');
  return {
    sheetName: grid.sheetName,
    sheets: grid.sheets,
    rows,
    ...declaredTotals([...above, ...noEntries.map(({ row }) => row)]),
    sessions: sessionsIn(grid.rows),
    droppedColumns: droppedLabels(found),
  };
}

function slotsOfRow(
  row: SheetRow,
  { header, blocks }: SignInHeader,
  columns: readonly RosterColumns[],
  above: readonly SheetRow[],
  heading: string | null,
): Slot[] {
  const isTitle = isRepeatedTitle(row, above);
  const isSum = statesTotals(row);
  let isSigned = false;
  return blocks.flatMap((block, index) => {
    const own = rowInBlock(row, block);
    const known = columns[index];
    if (!own || !known) return [];
    const reason = isTitle ? 'repeatedHeader' : nonEntryReason(own, known, header, []);
    isSigned ||= reason === 'signatureRow' || isFormCode(own);
    const plain = heading === null ? slotReason(own, block, isSum) : 'unitHeading';
    const skip = reason ?? (isSigned ? 'signatureRow' : plain);
    return [{ row: own, block, columns: known, skip }];
  });
}

/** The title and the facts of the session stand on every page. */
function isRepeatedTitle(row: SheetRow, above: readonly SheetRow[]): boolean {
  const said = texts(row);
  return above.some((title) => {
    const once = texts(title);
    return once.length === said.length && once.every((text, at) => text === said[at]);
  });
}

function isFormCode(row: SheetRow): boolean {
  return texts(row).every((text) => text.search(SESSION_CODE) >= 0);
}

/** In a line of sums only what looks like a name is one; a place without name and mark is empty. */
function slotReason(row: SheetRow, block: Block, isSum: boolean): RowReason | null {
  const name = foldName(cellText(row.cells[block.name]));
  if (isSum && (!/\p{Letter}/u.test(name) || isTotal(name))) return 'summaryRow';
  const isEmpty = [block.name, ...block.marks, ...block.reasons].every((at) => isBlank(row.cells[at]));
  return isEmpty ? 'emptyPlace' : null;
}

/** By column of units, which several blocks may share, and by line. */
type Units = ReadonlyMap<RosterColumns, ReadonlyMap<number, string>>;

function unitsOf(
  below: readonly SheetRow[],
  slots: readonly (readonly Slot[])[],
  columns: readonly RosterColumns[],
  merges: readonly MergedRange[],
  headings: readonly (string | null)[],
): Units {
  let heading = '';
  const headed = headings.map((text) => {
    heading = text ?? heading;
    return heading;
  });
  // an empty place among a unit's people does not end the unit
  const skips = slots.map((line) => {
    const isEntry = line.some(({ skip }) => skip === null || skip === 'emptyPlace');
    return isEntry ? null : (line[0]?.skip ?? null);
  });
  return new Map(
    columns.map((known) => {
      const units = fillUnits(below, known, merges, skips);
      const own = known.column('unit') === undefined ? headed : units;
      return [known, new Map(below.map(({ line }, index) => [line, own[index] ?? '']))];
    }),
  );
}

function signInRow({ row, block, columns, skip }: Slot, units: Units): SignInRow {
  const unit = units.get(columns)?.get(row.line) ?? '';
  const [name, code] = nameAndCode(columns.text(row, 'name'));
  const remark = written(row, block.reasons.find((at) => !isBlank(row.cells[at])) ?? -1);
  const marks = block.marks.map((at) => written(row, at)).filter(({ key }) => key !== '');
  return {
    line: row.line,
    block: block.number,
    name,
    unit: skip ? '' : cleanName(unit),
    disambiguator: columns.text(row, 'disambiguator') || code,
    marks,
    isPartial: marks.length > 0 && block.parts.some((at) => isBlank(row.cells[at])),
    remark,
    remarkSpeaksOfAbsence: speaksOfAbsence(remark.text),
    skip,
    hold: holdReason(name),
  };
}

/** “王伟（0117）”: the program's own form tells namesakes apart in this way. */
function nameAndCode(text: string): readonly [name: string, code: string] {
  const name = cleanName(text);
  const [, plain, code] = NAME_WITH_CODE.exec(name) ?? [];
  return [plain ?? name, code ?? ''];
}

function holdReason(name: string): RowReason | null {
  if (name === '') return 'missingField';
  if ([...name].length > MOST_NAME_CHARACTERS) return 'fieldTooLong';
  return isRuined(name) ? 'unreadableName' : null;
}

/** Control characters print nowhere; halves of characters cannot be stored. */
function written(row: SheetRow, column: number): WrittenMark {
  const text = cellText(row.cells[column])
    .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim();
  return { text, key: markKey(text) };
}

function texts(row: SheetRow): string[] {
  return row.cells.filter((cell) => !isBlank(cell)).map((cell) => cellText(cell).trim());
}

function sessionsIn(rows: readonly SheetRow[]): string[] {
  const said = rows.flatMap((row) => texts(row).map((text) => text.normalize('NFKC')));
  const codes = said.flatMap((text) => [...text.matchAll(SESSION_CODE)].map((match) => match[1] ?? ''));
  return [...new Set(codes.map((code) => code.toLowerCase()))];
}
