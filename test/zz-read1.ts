import { readFileSync } from 'node:fs';
import { readSheet } from '../electron/sheets/read-sheet.ts';
import { ROSTER_WORDS } from '../electron/sheets/roster-words.ts';
const t=performance.now(); const g = await readSheet(readFileSync(process.argv[2]!), ROSTER_WORDS); console.log(g.rows.length, g.peakBytes/1e6, performance.now()-t);
