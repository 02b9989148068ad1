/** A process that streams the rows of one .xlsx file with the sheet library alone: `node sheet-library.ts FILE`. */
import { readFileSync } from 'node:fs';
import { streamXlsxRows } from 'hucre/xlsx';

let cells = 0;
for await (const { values } of streamXlsxRows(readFileSync(process.argv[2] ?? ''), { sheet: 0 }))
  cells += values.length;
process.send?.(cells);
