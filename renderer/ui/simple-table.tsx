import type { ReactNode } from 'react';
import type { Column } from './data-table.tsx';

interface SimpleTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Pick<Column<Row>, 'id' | 'title' | 'width' | 'cell' | 'align' | 'wideOnly'>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string;
  readonly isMarked?: (row: Row) => boolean;
  readonly foot?: ReactNode;
}

/** A table of a few rows that stands whole in the page. */
export function SimpleTable<Row>({ label, columns, rows, rowKey, isMarked, foot }: SimpleTableProps<Row>) {
  return (
    <section className="data-table" aria-label={label} tabIndex={0}>
      <table aria-label={label}>
        <colgroup>
          {columns.map(({ id, width, wideOnly }) => (
            <col
              key={id}
              className={wideOnly ? 'wide-only' : undefined}
              style={width ? { width } : undefined}
            />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ id, title, align, wideOnly }) => (
              <th key={id} scope="col" className={classes(align, wideOnly)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)} className={isMarked?.(row) ? 'marked-danger' : undefined}>
              {columns.map(({ id, cell, align, wideOnly }) => (
                <td key={id} className={classes(align, wideOnly)}>
                  {cell(row, index)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot}
      </table>
    </section>
  );
}

function classes(align: string | undefined, wideOnly: boolean | undefined): string | undefined {
  return [align ?? '', wideOnly ? 'wide-only' : ''].filter(Boolean).join(' ') || undefined;
}
