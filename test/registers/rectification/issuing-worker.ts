/**
 * The process that is killed while it issues: `issuing-worker.ts PLACE`. It tells on stdout, a line of JSON each,
 * `{"begun":true}` and after every answer the numbers that were given.
 */
import { writeSync } from 'node:fs';
import { faultDesk, open } from '../../faults/fault-desk.ts';

const desk = faultDesk(process.argv[2] ?? '', `${process.pid}`);
await open(desk);
const { rectification } = desk.client;
const drafts = (await rectification.items({ state: 'draft', limit: 500 })).items;
writeSync(1, '{"begun":true}\n');
for (let at = 0; at < drafts.length; at += 7) {
  const items = drafts.slice(at, at + 7).map(({ id, rev }) => ({ id, rev }));
  const { items: issued } = await rectification.moveItems({ items, move: 'issue' });
  writeSync(1, `${JSON.stringify({ numbers: issued.map(({ number }) => number) })}\n`);
}
setInterval(() => undefined, 1000);
