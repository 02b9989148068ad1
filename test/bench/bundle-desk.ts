/**
 * A process of its own that opens a desk and does one thing with a bundle, as a person's program does it once:
 * `bundle-desk.ts export ROOT NAME FILE [full]`, `bundle-desk.ts import ROOT NAME FILE...`: prints what it took as JSON.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { deskAt, unlock } from './county.ts';

const [job, root = '', name = '', ...rest] = process.argv.slice(2);
const { client } = await unlock(deskAt(root, name));

const before = process.cpuUsage();
if (job === 'export') {
  const [file = '', full] = rest;
  const { content } = await client.exchange.exportBundle({ full: full === 'full' });
  writeFileSync(file, Buffer.from(content, 'base64'));
} else {
  for (const file of rest) {
    const files = [{ fileName: basename(file), content: readFileSync(file, 'base64') }];
    const { bundles } = await client.exchange.importBundles({ files, apply: true });
    if (bundles[0]?.outcome !== 'applied') throw new Error(JSON.stringify(bundles));
  }
}
const { user, system } = process.cpuUsage(before);
await client.office.lock();
process.stdout.write(
  JSON.stringify({ cpu: (user + system) / 1000, peakMb: process.resourceUsage().maxRSS / 1024 }),
);
