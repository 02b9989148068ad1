import {
  BorderStyle,
  HeightRule,
  ImageRun,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { placed } from '../../shared/contract/form-strips.ts';
import type { FormCell, FormDocument, FormPicture, FormRow, FormTable } from '../../shared/contract/forms.ts';
import { ALIGNMENTS, paragraph, twips } from './docx-text.ts';
import { cellPoints, GROUP_SHADE, HEAD_SHADE } from './manners.ts';
import { pngOf } from './png.ts';
import { PIXELS_PER_MM } from './type-measure.ts';

const SIDE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const FRAME = { top: SIDE, right: SIDE, bottom: SIDE, left: SIDE };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_FRAME = { top: NONE, right: NONE, bottom: NONE, left: NONE };
const VERTICAL = {
  top: VerticalAlignTable.TOP,
  middle: VerticalAlignTable.CENTER,
  bottom: VerticalAlignTable.BOTTOM,
} as const;
/** mm at the left and right of a cell's text. */
const PADDING = 1;

/** A table whose head repeats on every page; rows are never cut by the end of a page. */
export function docxTable(table: FormTable, manner: FormDocument['manner']): Table {
  const rows = [...table.head, ...table.rows];
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: table.columns.map(({ width }) => twips(width)),
    width: { size: twips(sumOf(table.columns.map(({ width }) => width))), type: WidthType.DXA },
    margins: { marginUnitType: WidthType.DXA, left: twips(PADDING), right: twips(PADDING) },
    rows: placed(rows).map((cells, index) => {
      const row = rows[index];
      return new TableRow({
        tableHeader: index < table.head.length,
        cantSplit: true,
        ...(row?.height !== undefined && { height: { value: twips(row.height), rule: HeightRule.ATLEAST } }),
        children: cells.map(({ cell, column, across }) =>
          docxCell(cell, table.columns.slice(column, column + across), {
            kind: row?.kind ?? 'plain',
            manner,
            keepsNext: keepsNext(table, rows, index),
          }),
        ),
      });
    }),
  });
}

/** A name stays with what it names, the last row with its sum. */
function keepsNext({ together }: FormTable, rows: readonly FormRow[], index: number): boolean {
  const [kind, next] = [rows[index]?.kind, rows[index + 1]?.kind];
  return kind === 'group' || next === 'sum' || (together === true && next !== undefined);
}

/** Texts beside each other over the whole width, without a frame. */
export function lineOfTexts(
  texts: readonly string[],
  aligns: readonly NonNullable<FormCell['align']>[],
  points: number,
  width: number,
): Table {
  const each = width / texts.length;
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: texts.map(() => twips(each)),
    width: { size: twips(width), type: WidthType.DXA },
    borders: { ...NO_FRAME, insideHorizontal: NONE, insideVertical: NONE },
    margins: { marginUnitType: WidthType.DXA, left: 0, right: 0 },
    rows: [
      new TableRow({
        children: texts.map(
          (text, index) =>
            new TableCell({
              borders: NO_FRAME,
              width: { size: twips(each), type: WidthType.DXA },
              verticalAlign: VerticalAlignTable.BOTTOM,
              children: [
                paragraph(text, { points, align: aligns[index] ?? aligns[0] ?? 'left', space: [2, 2] }),
              ],
            }),
        ),
      }),
    ],
  });
}

interface CellManner {
  readonly kind: FormRow['kind'];
  readonly manner: FormDocument['manner'];
  readonly keepsNext: boolean;
}

function docxCell(cell: FormCell, columns: FormTable['columns'], how: CellManner): TableCell {
  const { kind } = how;
  const isLabel = cell.manner === 'label';
  const shade = isLabel ? HEAD_SHADE : kind === 'plain' ? null : GROUP_SHADE;
  return new TableCell({
    borders: FRAME,
    width: { size: twips(sumOf(columns.map(({ width }) => width))), type: WidthType.DXA },
    columnSpan: cell.across ?? 1,
    rowSpan: cell.down ?? 1,
    verticalAlign: VERTICAL[cell.valign ?? 'middle'],
    ...(shade && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: shade } }),
    children: [
      cell.picture ? pictureParagraph(cell.picture) : textOf(cell, columns[0]?.align ?? 'left', how),
    ],
  });
}

function textOf(
  cell: FormCell,
  columnAlign: FormTable['columns'][number]['align'],
  { kind, manner, keepsNext }: CellManner,
) {
  const isLabel = cell.manner === 'label';
  return paragraph(String(cell.value ?? ''), {
    points: cellPoints(cell, manner),
    align: cell.align ?? (isLabel ? 'center' : columnAlign),
    family: isLabel || kind !== 'plain' || cell.manner === 'strong' ? 'heading' : 'body',
    space: [1, 1],
    keepsNext,
  });
}

function pictureParagraph({ modules, side, alt, text }: FormPicture): Paragraph {
  const pixels = Math.round(side * PIXELS_PER_MM);
  return new Paragraph({
    alignment: ALIGNMENTS.center,
    children: [
      new ImageRun({
        type: 'png',
        data: pngOf(modules),
        transformation: { width: pixels, height: pixels },
        altText: { name: alt, title: alt, description: text },
      }),
    ],
  });
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
