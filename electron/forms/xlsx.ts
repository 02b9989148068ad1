import type { WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { FormDocument, FormTable } from '../../shared/contract/forms.ts';
import { blockAligns, pageManner, printedWidth, TYPE } from './manners.ts';
import { PIXELS_PER_MM, piecesOf } from './type-measure.ts';
import { snapped, XlsxGrid } from './xlsx-grid.ts';
import { type Line, linesOn } from './xlsx-lines.ts';
import { pageBreaks } from './xlsx-pages.ts';
import { printing } from './xlsx-printing.ts';

type Part = FormDocument['parts'][number];

/** Columns of a worksheet whose tables have fewer: lines of several cells need some to lie on. */
const FEWEST_COLUMNS = 8;
/** Widths of columns are told in its digits, seven pixels each wherever a workbook is opened; no cell is set in it. */
const WIDTH_FONT = { name: 'Arial', size: 10 };
const PIXELS_PER_DIGIT = 7;
const PIXELS_OF_PADDING = 5;
/** Of a paragraph in one row: Excel takes none higher than 409 points. */
const MOST_LINES = 16;

/** A workbook; a form of several tables with heads has a worksheet for each, so that every head repeats. */
export async function xlsxOf(document: FormDocument): Promise<Uint8Array> {
  const sheets = worksheetParts(document.parts);
  return await writeXlsx({
    sheets: sheets.map((parts, place) => worksheet(document, parts, place === sheets.length - 1)),
    defaultFont: WIDTH_FONT,
  });
}

function worksheetParts(parts: readonly Part[]): Part[][] {
  const sheets: Part[][] = [[]];
  for (const part of parts) {
    const opens = hasHead(part) && sheets.at(-1)?.some(hasHead);
    if (opens) sheets.push([part]);
    else sheets.at(-1)?.push(part);
  }
  return sheets;
}

function hasHead(part: Part): part is FormTable {
  return part.kind === 'table' && part.head.length > 0;
}

function worksheet(document: FormDocument, parts: readonly Part[], isLast: boolean): WriteSheet {
  const widths = gridOf(document, parts);
  const main = parts.find(hasHead);
  const onPage = main?.strips[0] ?? widths.length;
  const grid = new XlsxGrid(widths);
  const lines = linesOn(grid, main?.strips.length ? main.lead : 0, onPage);

  const { origin, warning, title, block, foot } = document;
  lines({ texts: [origin, warning ?? ''], points: TYPE.note, aligns: ['left', 'right'], repeats: true });
  lines({ texts: [title], points: TYPE.title, aligns: ['center'], family: 'title' });
  lines({
    texts: block.map(({ label, value }) => `${label}：${value}`),
    points: TYPE.block,
    aligns: blockAligns(block.length),
    repeats: true,
  });
  let table: ReturnType<typeof addPart> = null;
  for (const part of parts) table = addPart(grid, lines, document, part) ?? table;
  const titles = table?.head ?? null;
  if (isLast && foot.length > 0) {
    grid.addRow([], 4);
    lines({ texts: foot.map((label) => `${label}：`), points: TYPE.block, aligns: ['left'] });
  }
  return {
    name: main?.name ?? document.title,
    columns: widths.map((width) => ({ width: charactersIn(width) })),
    rows: grid.rows,
    cells: grid.cells,
    merges: grid.merges,
    rowDefs: grid.rowDefs,
    images: grid.images(),
    ...printing(document, main, titles, main?.strips.length === 0 ? breaksOf(document, grid, table) : []),
  };
}

/** What stands below a table stays with its last rows. */
function breaksOf(document: FormDocument, grid: XlsxGrid, table: ReturnType<typeof addPart>): number[] {
  if (!table) return [];
  const rows = grid.rows.map((_, row) => ({
    height: grid.rowDefs.get(row)?.height ?? 0,
    keepsNext: grid.groupRows.has(row) || row >= table.last - 1,
  }));
  return pageBreaks(document, rows, table.head);
}

/** @returns where the table stands, of a part that is one and has a head */
function addPart(
  grid: XlsxGrid,
  lines: (line: Line) => void,
  document: FormDocument,
  part: Part,
): ReturnType<XlsxGrid['addTable']> | null {
  const { body } = pageManner(document);
  if (part.kind === 'paragraph') {
    const indent = part.manner === 'body' ? '　　' : '';
    const family = part.manner === 'heading' ? 'heading' : 'body';
    const text = `${indent}${part.text}`;
    for (const piece of piecesOf(text, printedWidth(document), body, MOST_LINES))
      lines({ texts: [piece], points: body, aligns: [part.align], family });
    return null;
  }
  if (part.kind === 'notes') {
    part.lines.forEach((line, place) => {
      const text = `${part.title}${part.lines.length > 1 ? place + 1 : ''}：${line}`;
      lines({ texts: [text], points: TYPE.note, aligns: ['left'] });
    });
    return null;
  }
  const isMain = part.columns.length === grid.widths.length;
  const starts = isMain
    ? grid.widths.map((_, column) => column).concat(grid.widths.length)
    : snapped(
        part.columns.map(({ width }) => width),
        grid.widths,
      );
  const added = grid.addTable(part, starts, document.manner);
  return part.head.length > 0 ? added : null;
}

/** The columns of the table that has most are the grid, in mm; each of a few is parted. */
function gridOf(document: FormDocument, parts: readonly Part[]): number[] {
  const tables = parts.filter((part) => part.kind === 'table');
  const most = tables.reduce<FormTable | null>(
    (best, table) => (best && best.columns.length >= table.columns.length ? best : table),
    null,
  );
  const widths = most ? most.columns.map(({ width }) => width) : [printedWidth(document)];
  const parted = Math.ceil(FEWEST_COLUMNS / widths.length);
  return widths.flatMap((width) => Array<number>(parted).fill(width / parted));
}

function charactersIn(mm: number): number {
  return Math.round(((mm * PIXELS_PER_MM - PIXELS_OF_PADDING) / PIXELS_PER_DIGIT) * 100) / 100;
}
