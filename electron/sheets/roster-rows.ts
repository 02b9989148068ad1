import { createHash } from 'node:crypto';
import { cleanName, foldName, isRuined } from '../../shared/rules/names.ts';
import type { RowReason } from '../../shared/vocabulary/import-outcomes.ts';
import type { PostingStatus, Staffing } from '../../shared/vocabulary/words.ts';
import { foldCode } from '../registers/personnel/roster-matching.ts';
import type { Roster, RosterRow } from '../registers/personnel/roster-row.ts';
import type { Header } from './header.ts';
import { RosterColumns } from './roster-columns.ts';
import { nonEntryReason } from './roster-non-entries.ts';
import { isAuxiliary, staffingOf, statusOf } from './roster-words.ts';
import { cellText, isBlank, type SheetGrid, type SheetRow } from './sheet-grid.ts';
import { fillUnits } from './unit-fill.ts';

/** Code points; the contract's longest short text. */
const MOST_CHARACTERS = 100;
const MOST_NAME_CHARACTERS = 50;
const HIGHEST_ORDER_NUMBER = 1_000_000;

/** Every row with content under the header, none left out, and which columns are not stored. */
export function rosterOf(grid: SheetGrid, header: Header): Roster {
  const below = grid.rows.filter((row) => row.line > header.bottom);
  const above = grid.rows.filter((row) => row.line < header.top);
  const columns = new RosterColumns(header, below);
  const skips = below.map((row) => nonEntryReason(row, columns, header, above));
  const units = fillUnits(below, columns, grid.merges, skips);
  const rows = below.map((row, index) => rosterRow(row, units[index] ?? '', skips[index] ?? null, columns));
  return { rows, droppedColumns: columns.dropped };
}

function rosterRow(row: SheetRow, unit: string, skip: RowReason | null, columns: RosterColumns): RosterRow {
  const text = (field: string) => columns.text(row, field);
  const name = cleanName(text('name'));
  const remark = text('remark');
  const status = readWord(text('status'), statusOf) ?? knownWord(remark, statusOf);
  const staffing = readWord(text('staffing'), staffingOf);
  const other = [text('staffing'), text('status'), remark];
  const auxiliary = isAuxiliary({ post: text('post'), unit, name, other });
  return {
    line: row.line,
    name,
    unit: cleanName(unit),
    post: cleanName(text('post')) || null,
    staffing: staffing === 'unknown' ? null : staffing,
    status: status === 'unknown' ? null : status,
    orderNumber: orderNumberOf(text('orderNumber')),
    disambiguator: foldCode(text('disambiguator')) || null,
    identity: digest(row, columns.identity),
    others: digest(row, columns.others),
    skip: skip ?? (auxiliary ? 'auxiliaryStaff' : null),
    hold: holdReason(name, cleanName(unit), text, status, staffing),
  };
}

function holdReason(
  name: string,
  unit: string,
  text: (field: string) => string,
  status: PostingStatus | 'seconded' | 'unknown' | null,
  staffing: Staffing | 'unknown' | null,
): RowReason | null {
  if (name === '' || unit === '') return 'missingField';
  if (isRuined(name) || isRuined(unit)) return 'unreadableName';
  const long = [unit, text('post'), text('disambiguator')].some(
    (value) => [...value].length > MOST_CHARACTERS,
  );
  if (long || [...name].length > MOST_NAME_CHARACTERS) return 'fieldTooLong';
  if (status === 'unknown') return 'unknownStatus';
  return staffing === 'unknown' ? 'unknownStaffing' : null;
}

function readWord<Code>(text: string, codeOf: (text: string) => Code | undefined): Code | 'unknown' | null {
  return text.trim() === '' ? null : (codeOf(text) ?? 'unknown');
}

/** A remark says much; only one that is a status and nothing else counts as one. */
function knownWord<Code>(text: string, codeOf: (text: string) => Code | undefined): Code | null {
  return codeOf(text) ?? null;
}

/** Anything but a whole number is no order, and only the order of lists depends on it. */
function orderNumberOf(text: string): number | null {
  const number = /^\d{1,7}$/.test(text.trim()) ? Number(text) : 0;
  return number >= 1 && number <= HIGHEST_ORDER_NUMBER ? number : null;
}

/** Tells rows apart without keeping what they say. */
function digest(row: SheetRow, columns: readonly number[]): string {
  const said = columns.map((column) => row.cells[column]);
  if (said.every(isBlank)) return '';
  const text = said.map((cell) => foldName(cellText(cell))).join('\u0000');
  return createHash('sha256').update(text).digest('base64').slice(0, 22);
}
