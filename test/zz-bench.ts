import { mkdtempSync } from 'node:fs';
import { rehearseRosters } from './bench/rosters.ts';
import { tableOf } from './bench/lines.ts';
console.log(tableOf(await rehearseRosters(mkdtempSync('/tmp/rb-'), Number(process.env.N ?? 50000), Number(process.env.T ?? 3)), true));
