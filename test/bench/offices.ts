import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenedBundle, openBundle, sealBundle } from '../../electron/bundle/bundle.ts';
import { ownKeys } from '../../electron/exchange/own-keys.ts';
import { trustOf } from '../../electron/exchange/parties.ts';
import type { OfficeId } from '../../shared/vocabulary/ids.ts';
import { bundleDesk } from './bundles.ts';
import { type County, type Desk, ledgerOf, newDesk, TODAY, unlock } from './county.ts';
import type { Line } from './lines.ts';
import { clocked, interleaved } from './measure.ts';

/** What the page of all offices may take in the core, in ms. */
const PAGE_MS = 100;
/** Of the process that takes in all of them, in MB. */
const MEMORY_MB = 400;

/**
 * A group with that many offices, each with the rows of the county under its own keys: their bundles taken in, and
 * the page of all offices opened, from figures that were stored with the bundles against figures counted anew.
 * @throws where the two say different things
 */
export async function openOffices(
  root: string,
  county: County,
  offices: number,
  times: number,
): Promise<Line[]> {
  const group = await newDesk(root, '530900', 'group');
  const original = await reportTo(group, county);
  const files: string[] = [];
  for (let at = 0; at < offices; at += 1) {
    const file = join(root, `office-${at}.jyzd`);
    writeFileSync(file, await asOffice(await newDesk(root, `5309${at + 1}`, 'office'), group, original));
    files.push(file);
  }
  await group.client.office.lock();
  const { peakMb } = bundleDesk('import', root, group, ...files);
  await unlock(group);
  await compareFigures(group);
  const { figures } = group.client;
  const yesterday = '2021-12-30';
  const opened = await interleaved(
    times,
    () => clocked(() => figures.byOffice({ asOf: TODAY })),
    () => clocked(() => figures.byOffice({ asOf: yesterday })),
  );
  await group.client.office.lock();
  return [
    {
      what: `${offices} offices imported, peak memory`,
      unit: 'MB',
      ours: peakMb,
      reference: null,
      goal: { value: MEMORY_MB },
    },
    {
      what: `${offices} offices opened, stored figures / counted anew`,
      unit: 'ms',
      ...opened,
      goal: { value: PAGE_MS },
    },
  ];
}

/** The county's whole report, as the group reads it. */
async function reportTo(group: Desk, county: County): Promise<OpenedBundle> {
  await trust(group, county);
  const recipient = ledgerOf(group).ownOffice.id;
  const { content } = await county.client.exchange.exportBundle({ recipient, full: true, asOf: TODAY });
  const keys = ledgerOf(group).read(ownKeys);
  return openBundle(Buffer.from(content, 'base64'), {
    identities: [keys.identity],
    trust: ledgerOf(group).read(trustOf),
    self: recipient as OfficeId,
  });
}

/** The same rows as the first report of another office. */
async function asOffice(office: Desk, group: Desk, { manifest, tables }: OpenedBundle): Promise<Uint8Array> {
  await trust(group, office);
  const { ownOffice, epoch, read } = ledgerOf(office);
  const { id, code, name, demo } = ownOffice;
  const { recipient, headRev, period, createdAt, auditHead } = manifest;
  const { bytes } = await sealBundle(
    {
      kind: 'report',
      sender: { officeId: id as OfficeId, code, name, demo },
      epoch: epoch(),
      ...{ recipient, headRev, period, createdAt, auditHead },
      ...{ sequence: 1, previousHash: null, baseRev: 0, full: true, acknowledges: null },
      ...{ pseudonymous: true, namesReason: null },
    },
    tables,
    { signingSeed: read(ownKeys).signingSeed, recipient: ledgerOf(group).read(ownKeys).recipient },
  );
  await office.client.office.lock();
  return bytes;
}

async function trust(group: Desk, office: Desk): Promise<void> {
  const [above, below] = [await group.client.exchange.ownKeys(), await office.client.exchange.ownKeys()];
  await group.client.exchange.trust({ content: below.content });
  await office.client.exchange.trust({ content: above.content });
}

/** An office asked for by name is counted, whatever is stored. */
async function compareFigures({ client }: Desk): Promise<void> {
  const { offices } = await client.figures.byOffice({ asOf: TODAY });
  for (const { code, figures } of offices.filter(({ stale }) => !stale)) {
    const counted = (await client.figures.asOf({ asOf: TODAY, office: code })).figures;
    if (JSON.stringify(figures) !== JSON.stringify(counted))
      throw new Error(`${code}: stored ${JSON.stringify(figures)}, counted ${JSON.stringify(counted)}`);
  }
}
