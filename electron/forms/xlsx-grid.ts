import type { Cell, CellStyle, MergeRange, RowDef, SheetImage } from 'hucre';
import { placed } from '../../shared/contract/form-strips.ts';
import type { FormCell, FormDocument, FormPicture, FormRow, FormTable } from '../../shared/contract/forms.ts';
import { cellPoints } from './manners.ts';
import { pngOf } from './png.ts';
import { linesOf, MM_PER_POINT } from './type-measure.ts';
import { cellStyle } from './xlsx-styles.ts';

/** mm at both sides of a cell's text, and the line pitch in sizes of the type. */
const PADDING = 5;
const PITCH = 1.4;
/** Points; Excel takes no row higher. */
const HIGHEST = 409;

/** Columns of the grid, the last one excluded. */
interface Span {
  readonly from: number;
  readonly to: number;
}

export interface GridPart extends Span {
  readonly value: string | number | null;
  readonly style: CellStyle;
  readonly points: number;
  readonly down?: number;
  readonly picture?: FormPicture | undefined;
}

/** A worksheet as it is filled from the top: every row is made of parts that cover columns of one grid. */
export class XlsxGrid {
  readonly rows: (string | number | null)[][] = [];
  readonly cells = new Map<string, Partial<Cell>>();
  readonly merges: MergeRange[] = [];
  readonly rowDefs = new Map<number, RowDef>();
  /** Rows that name those below them. */
  readonly groupRows = new Set<number>();
  /** mm */
  readonly widths: readonly number[];
  readonly #pictures: (Span & { picture: FormPicture; row: number; down: number })[] = [];

  constructor(widths: readonly number[]) {
    this.widths = widths;
  }

  /** @param least height in mm */
  addRow(parts: readonly GridPart[], least = 0): void {
    const row = this.rows.length;
    this.rows.push(Array(this.widths.length).fill(null));
    for (const part of parts) this.#put(row, part);
    const heights = parts.filter(({ down }) => (down ?? 1) === 1).map((part) => this.#heightOf(part));
    this.rowDefs.set(row, { height: Math.min(Math.max(least / MM_PER_POINT, 12, ...heights), HIGHEST) });
  }

  /** The table's columns lie on the grid's from each of `starts`, one more than there are columns. */
  addTable(
    table: FormTable,
    starts: readonly number[],
    manner: FormDocument['manner'],
  ): { head: readonly [from: number, to: number]; last: number } {
    const from = this.rows.length;
    const rows = [...table.head, ...table.rows];
    for (const [index, cells] of placed(rows).entries()) {
      const row = rows[index];
      const parts = cells.map(({ cell, column, across, down }) => ({
        value: cell.value,
        ...this.#styled(cell, row?.kind ?? 'plain', table.columns[column]?.align ?? 'left', {
          from: starts[column] ?? 0,
          to: starts[column + across] ?? this.widths.length,
          manner,
        }),
        points: cellPoints(cell, manner),
        down,
        picture: cell.picture,
      }));
      if (row?.kind === 'group') this.groupRows.add(this.rows.length);
      this.addRow(parts, row?.height);
    }
    return { head: [from, from + table.head.length], last: this.rows.length - 1 };
  }

  /** Excel stretches a picture over its cells, whatever size it is: so the picture is as large as they are. */
  images(): SheetImage[] {
    return this.#pictures.map(({ picture, row, from, to, down }) => {
      const rows = Array.from({ length: down }, (_, below) => this.rowDefs.get(row + below)?.height ?? 0);
      const height = rows.reduce((sum, one) => sum + one, 0) * MM_PER_POINT;
      return {
        data: pngOf(framed(picture, this.#widthOf({ from, to }), height)),
        type: 'png' as const,
        anchor: { from: { row, col: from }, to: { row: row + down, col: to } },
        altText: picture.alt,
      };
    });
  }

  #styled(
    cell: FormCell,
    kind: FormRow['kind'],
    align: 'left' | 'center' | 'right',
    { manner, ...at }: Span & { readonly manner: FormDocument['manner'] },
  ) {
    return { ...at, style: cellStyle(cell, kind, align, { width: this.#widthOf(at), manner }) };
  }

  #widthOf({ from, to }: Span): number {
    return this.widths.slice(from, to).reduce((sum, one) => sum + one, 0);
  }

  #put(row: number, { value, style, from, to, down = 1, picture }: GridPart): void {
    const line = this.rows[row];
    if (line) line[from] = value;
    for (let below = 0; below < down; below++)
      for (let column = from; column < to; column++) {
        const isFirst = below === 0 && column === from;
        this.cells.set(`${row + below},${column}`, { ...typed(isFirst ? value : null), style });
      }
    if (to - from > 1 || down > 1)
      this.merges.push({ startRow: row, startCol: from, endRow: row + down - 1, endCol: to - 1 });
    if (picture) this.#pictures.push({ picture, row, from, to, down });
  }

  #heightOf({ value, from, to, points }: GridPart): number {
    const width = this.#widthOf({ from, to });
    return linesOf(String(value ?? ''), width - Math.min(PADDING, width / 8), points) * points * PITCH + 4;
  }
}

/** Text is always typed as text: what begins with `=` is no formula. */
function typed(value: string | number | null): Partial<Cell> {
  if (value === null) return { value, type: 'empty' };
  return { value, type: typeof value === 'number' ? 'number' : 'string' };
}

/** The picture in the middle of a cell of this size (mm), made of modules as large as its own. */
function framed({ modules, side }: FormPicture, width: number, height: number): string[] {
  const size = modules.length;
  const margin = (length: number) => Math.max(Math.round(((length / side) * size - size) / 2), 0);
  const beside = '0'.repeat(margin(width));
  const lines = modules.map((line) => `${beside}${line}${beside}`);
  const above = Array<string>(margin(height)).fill('0'.repeat(lines[0]?.length ?? 0));
  return [...above, ...lines, ...above];
}

/**
 * Where cells of these widths begin on the grid: each boundary on the nearest of the grid's, each cell at least
 * one column wide, and as wide as it needs while the grid has room. One more than there are cells.
 */
export function snapped(
  widths: readonly number[],
  grid: readonly number[],
  needs: readonly number[] = [],
): number[] {
  const boundaries = sumsOf(grid);
  const starts = [0];
  for (const [index, boundary] of sumsOf(widths).slice(1).entries()) {
    const start = starts.at(-1) ?? 0;
    const needed = boundaries.findIndex((one) => one >= (boundaries[start] ?? 0) + (needs[index] ?? 0));
    const least = Math.max(start + 1, needed);
    const most = grid.length - (widths.length - index - 1);
    starts.push(Math.min(Math.max(nearest(boundaries, boundary), least), most));
  }
  starts[starts.length - 1] = grid.length;
  return starts;
}

function sumsOf(widths: readonly number[]): number[] {
  const sums = [0];
  for (const width of widths) sums.push((sums.at(-1) ?? 0) + width);
  return sums;
}

function nearest(boundaries: readonly number[], to: number): number {
  let best = 0;
  for (const [index, boundary] of boundaries.entries())
    if (Math.abs(boundary - to) < Math.abs((boundaries[best] ?? 0) - to)) best = index;
  return best;
}
