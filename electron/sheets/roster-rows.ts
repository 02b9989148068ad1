import { cleanName, foldName } from '../../shared/rules/names.ts';
import type { RosterField, RowReason } from '../../shared/vocabulary/import-outcomes.ts';
import type { PostingStatus, Staffing } from '../../shared/vocabulary/words.ts';
import { foldCode } from '../registers/personnel/roster-matching.ts';
import {
  holdReason,
  type Roster,
  type RosterCells,
  type RosterRow,
} from '../registers/personnel/roster-row.ts';
import type { Header } from './header.ts';
import { type MappedColumn, RosterColumns, type ShownColumn } from './roster-columns.ts';
import { nonEntryReason } from './roster-non-entries.ts';
import { isAuxiliary, staffingOf, statusOf } from './roster-words.ts';
import { cellText, isBlank, type SheetGrid, type SheetRow } from './sheet-grid.ts';
import { fillUnits } from './unit-fill.ts';

const HIGHEST_ORDER_NUMBER = 1_000_000;

export interface ReadRoster extends Roster {
  /** Every column with a label or content. */
  readonly columns: readonly ShownColumn[];
}

/**
 * Every row with content under the header, none left out, and which columns are not stored.
 * @param mapping what a person says of the columns
 */
export function rosterOf(grid: SheetGrid, header: Header, mapping: readonly MappedColumn[] = []): ReadRoster {
  const below = grid.rows.filter((row) => row.line > header.bottom);
  const above = grid.rows.filter((row) => row.line < header.top);
  const columns = new RosterColumns(header, below, mapping);
  const shown = { columns: columns.shown(below), droppedColumns: columns.dropped };
  if (columns.column('name') === undefined) return { ...shown, rows: [] };
  const skips = below.map((row) => nonEntryReason(row, columns, header, above));
  const units = fillUnits(below, columns, grid.merges, skips);
  const read = {
    columns,
    ...{ identities: new Sayings(), others: new Sayings() },
    ...{ staffing: remembering(staffingOf), status: remembering(statusOf) },
  };
  const rows = below.map((row, index) => rosterRow(row, units[index] ?? '', skips[index] ?? null, read));
  return { ...shown, rows };
}

interface Reading {
  readonly columns: RosterColumns;
  readonly identities: Sayings;
  readonly others: Sayings;
  readonly staffing: ReturnType<typeof remembering<Staffing>>;
  readonly status: ReturnType<typeof remembering<PostingStatus | 'seconded'>>;
}

/** A column of words has few of them. */
function remembering<Code>(codeOf: (text: string) => Code | undefined): (text: string) => Code | undefined {
  const known = new Map<string, Code | undefined>();
  return (text) => {
    const code = known.get(text);
    if (code !== undefined || known.has(text)) return code;
    const found = codeOf(text);
    known.set(text, found);
    return found;
  };
}

function rosterRow(row: SheetRow, unit: string, skip: RowReason | null, reading: Reading): RosterRow {
  const { columns } = reading;
  const text = (field: RosterField) => columns.text(row, field);
  const remark = text('remark');
  const cells: RosterCells = {
    name: cleanName(text('name')),
    unit: cleanName(unit),
    post: cleanName(text('post')) || null,
    staffing: readWord(text('staffing'), reading.staffing),
    status: readWord(text('status'), reading.status) ?? knownWord(remark, statusOf),
    orderNumber: orderNumberOf(text('orderNumber')),
    disambiguator: foldCode(text('disambiguator')) || null,
  };
  const other = [text('staffing'), text('status'), remark];
  const auxiliary = isAuxiliary({ post: text('post'), unit, name: cells.name, other });
  return {
    line: row.line,
    ...cells,
    identity: reading.identities.number(row, columns.identity),
    others: reading.others.number(row, columns.others),
    skip: skip ?? (auxiliary ? 'auxiliaryStaff' : null),
    hold: holdReason(cells),
  };
}

function readWord<Code>(text: string, codeOf: (text: string) => Code | undefined): Code | 'unknown' | null {
  return text.trim() === '' ? null : (codeOf(text) ?? 'unknown');
}

/** A remark says much; only one that is a status and nothing else counts as one. */
function knownWord<Code>(text: string, codeOf: (text: string) => Code | undefined): Code | null {
  return codeOf(text) ?? null;
}

/** Anything but a whole number (“3”, “３”, “3.0”, “3、”) is no order, and only the order of lists depends on it. */
function orderNumberOf(text: string): number | null {
  const [, digits = '0'] = /^(\d{1,7})(\.0*|、)?$/.exec(foldName(text)) ?? [];
  const number = Number(digits);
  return number >= 1 && number <= HIGHEST_ORDER_NUMBER ? number : null;
}

/** Tells rows of one file apart without keeping what they say: what is said for the n-th time first is n. */
class Sayings {
  readonly #numbers = new Map<string, string>();

  /** '' where all of the columns are blank. */
  number(row: SheetRow, columns: readonly number[]): string {
    let text = '';
    let isSaid = false;
    for (const column of columns) {
      const cell = row.cells[column];
      const isBlankHere = isBlank(cell);
      isSaid ||= !isBlankHere;
      text += isBlankHere ? '\u0000' : `${foldName(cellText(cell))}\u0000`;
    }
    if (!isSaid) return '';
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = String(this.#numbers.size + 1);
    this.#numbers.set(text, number);
    return number;
  }
}
