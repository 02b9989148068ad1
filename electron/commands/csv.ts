type Cell = string | number | null | undefined;

/** A leading one of these, full-width ones too, would make a spreadsheet program run the cell as a formula. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/** CSV with BOM and CRLF, as Excel and WPS open it; no cell can be taken for a formula. */
export function asCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [columns, ...rows].map((row) => row.map(cellText).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
