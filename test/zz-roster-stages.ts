import { readFileSync } from 'node:fs';
import { serialize, deserialize } from 'node:v8';
import { streamXlsxRows } from 'hucre/xlsx';
import { parseSheet } from '../electron/sheets/parse.ts';
import { preflight } from '../electron/sheets/preflight.ts';
import { readSheet } from '../electron/sheets/read-sheet.ts';
import { ROSTER_WORDS } from '../electron/sheets/roster-words.ts';
import { SHEET_LIMITS } from '../electron/sheets/sheet-grid.ts';
import { chooseHeader } from '../electron/sheets/roster-header.ts';
import { rosterOf } from '../electron/sheets/roster-rows.ts';
import { RosterColumns } from '../electron/sheets/roster-columns.ts';
import { nonEntryReason } from '../electron/sheets/roster-non-entries.ts';
import { fillUnits } from '../electron/sheets/unit-fill.ts';
import { planDecided } from '../electron/registers/personnel/roster-decisions.ts';
import { rosterReport } from '../electron/registers/personnel/roster-report.ts';
import { contract } from '../shared/contract/index.ts';
const bytes = readFileSync('/tmp/roster-50000.xlsx');
async function clock<T>(what:string, f:()=>Promise<T>|T){ const t=performance.now(); const c=process.cpuUsage(); const r= await f(); const u=process.cpuUsage(c); console.log(what.padEnd(30), (performance.now()-t).toFixed(0),'ms', ((u.user+u.system)/1000).toFixed(0),'cpu'); return r; }
for (let i=0;i<2;i++) {
await clock('hucre', async()=>{ let n=0; for await (const row of streamXlsxRows(bytes,{sheet:0})) n += row.index; return n;});
const source = await clock('preflight', ()=>preflight(bytes, SHEET_LIMITS));
const sheet = await clock('parseSheet+rows', async()=>{ const s=await parseSheet({source,words:ROSTER_WORDS,limits:SHEET_LIMITS,sheet:null}); const rows=[]; for await (const r of s.batches) rows.push(...r); return {...s, rows};});
await clock('clone', ()=>{ const out=[]; for (let at=0; at<sheet.rows.length; at+=500) out.push(structuredClone(sheet.rows.slice(at,at+500))); return out.length;});
await clock('serialize', ()=>{ const out=[]; for (let at=0; at<sheet.rows.length; at+=500) out.push(deserialize(serialize(sheet.rows.slice(at,at+500)))); return out.length;});
const grid = await clock('readSheet', ()=>readSheet(bytes, ROSTER_WORDS));
const h = await clock('chooseHeader', ()=>chooseHeader(grid, {}));
const below = grid.rows.filter((row) => row.line > h.header.bottom);
const columns = await clock('RosterColumns', ()=>new RosterColumns(h.header, below));
const skips = await clock('nonEntry', ()=>below.map((row) => nonEntryReason(row, columns, h.header, [])));
await clock('fillUnits', ()=>fillUnits(below, columns, grid.merges, skips));
const roster = await clock('rosterOf', ()=>rosterOf(grid, h.header));
const none = {units:[],people:[]};
const plan = await clock('plan', ()=>planDecided(roster, none, {createUnits:true}));
const report = await clock('report', ()=>rosterReport(plan, none));
const out = (contract.personnel.importRoster as never as {'~orpc':{outputSchema:{parse(v:unknown):unknown}}})['~orpc'].outputSchema;
await clock('zod', ()=>out.parse({...report, digest:'', sheets:[], sheet:'', header:{line:1,columns:[]}, needsMapping:false, remembered:false, applied:false}));
}
