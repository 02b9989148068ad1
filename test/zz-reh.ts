import { mkdtempSync, readFileSync } from 'node:fs';
import { testOffice } from './support/office.ts';
const office = await testOffice(mkdtempSync('/tmp/rb-'));
const client = await office.as('clerk');
const content = readFileSync('/tmp/roster-50000.xlsx').toString('base64');
for (let i=0;i<3;i++) { const t=performance.now(); const r = await client.personnel.importRoster({fileName:'a.xlsx', content, createUnits:true, secondment: i%2?'in':'out'}); console.log(r.read, (performance.now()-t).toFixed(0)); }
office.close();
