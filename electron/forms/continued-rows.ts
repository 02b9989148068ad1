import type { FormCell, FormRow, FormTable } from '../../shared/contract/forms.ts';
import { cellPoints } from './manners.ts';
import { piecesOf } from './type-measure.ts';

/** mm at both sides of a cell's text, with some to spare: a page breaks lines as it likes. */
const PADDING = 6;
const AGAIN = '（续）';

/**
 * A row whose texts are longer than a page takes, or a spreadsheet's row, as several: each text goes on in the next
 * row, where labels and the cell of the column `named` stand again.
 * @param most lines of a row
 */
export function continuedRows(
  row: FormRow,
  columns: FormTable['columns'],
  { manner, most, named }: { manner: 'letter' | 'table'; most: number; named?: number },
): FormRow[] {
  let column = 0;
  const pieces = row.cells.map((cell) => {
    const over = columns.slice(column, column + (cell.across ?? 1));
    column += cell.across ?? 1;
    const width = over.reduce((sum, one) => sum + one.width, 0) - PADDING;
    return typeof cell.value === 'string' ? piecesOf(cell.value, width, cellPoints(cell, manner), most) : [];
  });
  const rows = Math.max(...pieces.map(({ length }) => length), 1);
  return Array.from({ length: rows }, (_, at) => ({
    ...row,
    cells: row.cells.map((cell, place): FormCell => {
      if (at === 0) return { ...cell, value: pieces[place]?.[0] ?? cell.value };
      const isNamed = cell.manner === 'label' || place === named;
      return { ...cell, value: isNamed ? `${cell.value ?? ''}${AGAIN}` : (pieces[place]?.[at] ?? null) };
    }),
  }));
}
