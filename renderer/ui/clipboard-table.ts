/**
 * Text as Excel and WPS put it on the clipboard: cells between tabs, rows between line ends, a cell with either
 * in it between quotation marks, which are doubled within. The last line end ends the last row.
 */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { value, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(value.trim());
    at = end;
    if (text[at] === '\t') {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** The same way out. */
export function clipboardText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(written).join('\t')).join('\r\n');
}

function plainCell(text: string, from: number): { value: string; end: number } {
  let end = from;
  while (end < text.length && !'\t\r\n'.includes(text.charAt(end))) end += 1;
  return { value: text.slice(from, end), end };
}

/** A quotation mark that nothing closes is one of the text. */
function quotedCell(text: string, from: number): { value: string; end: number } {
  const match = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
  match.lastIndex = from;
  const found = match.exec(text);
  if (!found) return plainCell(text, from);
  return { value: (found[1] ?? '').replaceAll('""', '"'), end: match.lastIndex };
}

function written(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
