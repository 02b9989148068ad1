import type { FormCell, FormRow, FormTable } from './forms.ts';

export interface PlacedCell {
  readonly cell: FormCell;
  /** First row and column, counted from those of the rows given. */
  readonly row: number;
  readonly column: number;
  readonly across: number;
  readonly down: number;
}

/** Where each cell stands, as HTML places them: cells that reach down push the later ones aside. */
export function placed(rows: readonly FormRow[]): PlacedCell[][] {
  const taken = new Set<string>();
  return rows.map(({ cells }, row) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken.has(`${row}.${column}`)) column++;
      const at: PlacedCell = { cell, row, column, across: cell.across ?? 1, down: cell.down ?? 1 };
      for (let down = 1; down < at.down; down++)
        for (let across = 0; across < at.across; across++) taken.add(`${row + down}.${column + across}`);
      column += at.across;
      return at;
    });
  });
}

/** The strips in which a table wider than the page is printed, each with the leading columns. */
export function stripsOf(table: FormTable): FormTable[] {
  if (table.strips.length === 0) return [table];
  const starts = [table.lead, ...table.strips];
  return starts.map((start, strip) => {
    const end = starts[strip + 1] ?? table.columns.length;
    const isShown = (column: number) => column < table.lead || (column >= start && column < end);
    return {
      ...table,
      columns: table.columns.filter((_, column) => isShown(column)),
      head: cutRows(table.head, isShown),
      rows: cutRows(table.rows, isShown),
      lead: 0,
      strips: [],
    };
  });
}

function cutRows(rows: readonly FormRow[], isShown: (column: number) => boolean): FormRow[] {
  return placed(rows).map((cells, row) => ({
    ...(rows[row] as FormRow),
    cells: cells.flatMap(({ cell, column, across }) => {
      const shown = Array.from({ length: across }, (_, at) => column + at).filter(isShown).length;
      if (shown === 0) return [];
      return shown === across ? [cell] : [{ ...cell, across: shown }];
    }),
  }));
}
