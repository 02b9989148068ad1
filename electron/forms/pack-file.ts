/**
 * 单位填报包: a list that units fill in their own Excel or WPS and bring back. The first column is hidden and locked:
 * the pack's id and digest at its top, under it each row's id. Heads are locked, what units fill is not; there is
 * no password, since whoever unlocks the sheet is noticed by the ids.
 */
import type { Cell, CellStyle, DataValidation, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { packMarker } from '../../shared/rules/pack-marker.ts';
import { PACK_OCCASIONS } from '../../shared/vocabulary/pack-words.ts';
import type { GivenRow } from '../registers/packs/given-rows.ts';
import type { IssuedPack } from '../registers/packs/packs-register.ts';
import { DEMO_WARNING } from './form-words.ts';
import { FONTS, HEAD_SHADE, TYPE } from './manners.ts';
import { PACK_FORMS, type PackColumn } from './pack-columns.ts';
import {
  EXPORT_TITLE,
  NAMES_SHEETS,
  occasionLabels,
  packInstructions,
  packSheets,
  packTitles,
  ROW_KEY,
  validationWords,
  WHOLE_OFFICE,
} from './pack-words.ts';
import { printedDate } from './printed-dates.ts';

export interface PackFile {
  readonly fileName: string;
  readonly content: Uint8Array;
}

/** Empty rows under a list that grows, of which the first are framed: cells alone can be open, columns cannot. */
const BLANK_ROWS = 300;
const FRAMED_ROWS = 20;
/** Down to this line units choose from lists. */
const LAST_LINE = 5_000;
/** What a list within a validation may hold at most. */
const MOST_LISTED = 255;
/** mm to inches: 15 mm. */
const MARGIN = 0.59;
const NUMBER_WIDTH = 6;
const INSTRUCTION_HEIGHT = 28;

type Value = string | number | null;
type Column = PackColumn<GivenRow>;

/** Who gives it. */
export interface PackOrigin {
  readonly name: string;
  readonly demo: boolean;
}

export async function packFile(pack: IssuedPack, office: PackOrigin): Promise<PackFile> {
  const named = PACK_FORMS[pack.head.kind].columns.flatMap(({ list }) => (isNamed(list) ? [list] : []));
  const tooLong = named.filter((list) => !fits(pack.names[list]));
  const sheets = [
    listSheet(pack, office),
    ...tooLong.map((list) => namesSheet(NAMES_SHEETS[list], pack.names[list])),
  ];
  const content = await writeXlsx({ sheets, defaultFont: { name: 'Arial', size: 10 } });
  return { fileName: fileNameOf(pack), content };
}

type NamedList = keyof IssuedPack['names'];

function isNamed(list: Column['list']): list is NamedList {
  return typeof list === 'string';
}

function fileNameOf({ head }: IssuedPack): string {
  const kind = head.unit === null ? EXPORT_TITLE : packTitles[head.kind];
  const parts = [
    kind,
    head.unitName ?? WHOLE_OFFICE,
    head.occasionTitle,
    head.issuedOn,
    head.pack.slice(0, 4),
  ];
  const name = parts.filter(Boolean).join('-');
  return `${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 120)}.xlsx`;
}

function listSheet(pack: IssuedPack, office: PackOrigin): WriteSheet {
  const { head, rows } = pack;
  const { columns, growing, orientation } = PACK_FORMS[head.kind];
  const lines = new Lines(columns.length + 2);
  lines.merged(packMarker(head.pack, pack.digest), titleOf(pack), TITLE, 34);
  lines.merged(null, factsOf(pack, office), FACTS, 20);
  for (const line of head.unit === null ? [] : packInstructions[head.kind])
    lines.merged(null, line, NOTE, INSTRUCTION_HEIGHT);
  lines.add([ROW_KEY, '序号', ...columns.map(({ label }) => label)], () => LABEL, 22);
  const first = lines.count;
  const styleAt = (at: number) => (at < 2 ? cellStyle(false, 'center') : styleOf(columns[at - 2]));
  for (const [at, row] of rows.entries())
    lines.add([row.key, at + 1, ...columns.map(({ value }) => value(row))], styleAt, 20);
  if (growing) addBlanks(lines, columns, head.unit === null ? 0 : FRAMED_ROWS);
  return {
    name: packSheets[head.kind],
    rows: lines.rows,
    cells: lines.cells,
    merges: lines.merges,
    rowDefs: lines.heights,
    columns: [
      { width: 18, hidden: true },
      { width: NUMBER_WIDTH },
      ...columns.map(({ width }) => ({ width })),
    ],
    dataValidations: validations(columns, pack.names, first),
    freezePane: { rows: first },
    protection: PROTECTION,
    pageSetup: {
      ...{ paperSize: 'a4', orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      margins: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN, header: 0.3, footer: 0.3 },
      printTitlesRow: `$${first}:$${first}`,
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: '&C&9第 &P 页 / 共 &N 页' },
  };
}

function titleOf({ head }: IssuedPack): string {
  if (head.unit === null) return EXPORT_TITLE;
  return `${head.unitName ?? ''}${packTitles[head.kind]}`;
}

function factsOf({ head, rows }: IssuedPack, office: PackOrigin): string {
  const facts = [
    office.demo ? DEMO_WARNING : '',
    `下发单位：${office.name}`,
    occasionOf(head),
    `下发日期：${printedDate(head.issuedOn)}`,
    `共 ${rows.length} 人`,
  ];
  return facts.filter(Boolean).join('　');
}

function occasionOf({ kind, occasionTitle }: IssuedPack['head']): string {
  const occasion = PACK_OCCASIONS[kind];
  return occasion === null || occasionTitle === null ? '' : `${occasionLabels[occasion]}：${occasionTitle}`;
}

/** What people may do in a protected sheet: rows at the end, formats, heights; not unhide the first column. */
const PROTECTION = {
  ...{ sheet: true, selectLockedCells: true, selectUnlockedCells: true },
  ...{ formatCells: true, formatRows: true, insertRows: true, formatColumns: false },
  ...{ insertColumns: false, deleteColumns: false, deleteRows: false, sort: false, autoFilter: true },
} as const;

function validations(
  columns: readonly Column[],
  names: IssuedPack['names'],
  first: number,
): DataValidation[] {
  return columns.flatMap(({ list, most }, at): DataValidation[] => {
    const letter = String.fromCharCode('A'.charCodeAt(0) + at + 2);
    const where = {
      ...{ allowBlank: true, showErrorMessage: true, errorStyle: 'stop' as const },
      range: `${letter}${first + 1}:${letter}${LAST_LINE}`,
    };
    if (most !== undefined) return [{ ...where, ...atMost(most) }];
    const values = isNamed(list) ? names[list] : list;
    if (!values || values.length === 0) return [];
    const source =
      isNamed(list) && !fits(values)
        ? { formula1: `'${NAMES_SHEETS[list]}'!$A$1:$A$${values.length}` }
        : { values: [...values] };
    const { title: errorTitle, message: errorMessage } = validationWords;
    return [{ ...where, type: 'list' as const, ...source, errorTitle, errorMessage }];
  });
}

function atMost(characters: number) {
  return {
    ...{ type: 'textLength' as const, operator: 'lessThanOrEqual' as const, formula1: String(characters) },
    ...{ errorTitle: validationWords.tooLong, errorMessage: validationWords.most(characters) },
  };
}

/** Within a validation a comma or a quotation mark would part or end the list. */
function fits(values: readonly string[]): boolean {
  return values.join(',').length <= MOST_LISTED && !values.some((value) => /[,"]/.test(value));
}

function namesSheet(title: string, names: readonly string[]): WriteSheet {
  const cells = new Map(names.map((name, at) => [`${at},0`, { value: name, type: 'string' as const }]));
  return { name: title, rows: names.map((name) => [name]), cells, hidden: true };
}

/** The sheet as it is filled from the top. */
class Lines {
  readonly rows: Value[][] = [];
  readonly cells = new Map<string, Partial<Cell>>();
  readonly merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = [];
  readonly heights = new Map<number, { height: number }>();
  readonly #width: number;

  constructor(width: number) {
    this.#width = width;
  }

  get count(): number {
    return this.rows.length;
  }

  /** Text is always typed as text: what begins with `=` is no formula. */
  add(values: readonly Value[], styleAt: (column: number) => CellStyle, height: number): void {
    const row = this.rows.length;
    this.rows.push([...values]);
    this.heights.set(row, { height });
    for (const [column, value] of values.entries()) {
      const type = value === null ? 'empty' : typeof value === 'number' ? 'number' : 'string';
      this.cells.set(`${row},${column}`, { value, type, style: styleAt(column) });
    }
  }

  /** One text over all columns that are seen. */
  merged(hidden: string | null, text: string, style: CellStyle, height: number): void {
    const row = this.rows.length;
    const rest = Array<null>(this.#width - 2).fill(null);
    this.add([hidden, text, ...rest], () => style, height);
    this.merges.push({ startRow: row, startCol: 1, endRow: row, endCol: this.#width - 1 });
  }
}

const SIDE = { style: 'thin', color: { rgb: '000000' } } as const;
const FRAME = { top: SIDE, right: SIDE, bottom: SIDE, left: SIDE };
const UNLOCKED: CellStyle = { protection: { locked: false } };

function lineStyle(points: number, horizontal: 'left' | 'center', family: keyof typeof FONTS): CellStyle {
  return {
    font: { name: FONTS[family][0], size: points },
    alignment: { horizontal, vertical: 'center', wrapText: true },
    protection: { locked: true },
  };
}

const TITLE = lineStyle(TYPE.title - 4, 'center', 'title');
const FACTS = lineStyle(TYPE.block, 'center', 'body');
const NOTE = lineStyle(TYPE.note, 'left', 'body');
const LABEL: CellStyle = {
  ...lineStyle(TYPE.cell, 'center', 'heading'),
  border: FRAME,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: HEAD_SHADE } },
};

function cellStyle(isOpen: boolean, horizontal: 'left' | 'center'): CellStyle {
  return {
    font: { name: FONTS.body[0], size: TYPE.cell },
    alignment: { horizontal, vertical: 'center', shrinkToFit: true },
    border: FRAME,
    protection: { locked: !isOpen },
  };
}

function styleOf(column: Column | undefined): CellStyle {
  return cellStyle(column?.open ?? false, column?.align ?? 'left');
}

/** In a row that a unit adds all is theirs, the running number too. */
function addBlanks(lines: Lines, columns: readonly Column[], framed: number): void {
  const framedStyle = (at: number) =>
    cellStyle(true, at === 1 ? 'center' : (columns[at - 2]?.align ?? 'left'));
  const blank = [null, null, ...columns.map(() => null)];
  for (let at = 0; at < BLANK_ROWS; at++)
    lines.add(blank, (column) => (column === 0 ? {} : at < framed ? framedStyle(column) : UNLOCKED), 20);
}
