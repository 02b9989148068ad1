/** Bundles opened with the recipient's keys and sealed with the sender's: what an office could send if it wished. */
import { createHash } from 'node:crypto';
import { ORPCError } from '@orpc/client';
import { type OpenedBundle, openBundle, sealBundle } from '../../electron/bundle/bundle.ts';
import type { Cell } from '../../electron/bundle/column-encoding.ts';
import type { BundleStatement } from '../../electron/bundle/manifest.ts';
import type { Table, Tables } from '../../electron/bundle/tables.ts';
import { ownKeys } from '../../electron/exchange/own-keys.ts';
import { trustOf } from '../../electron/exchange/parties.ts';
import type { OfficeId } from '../../shared/vocabulary/ids.ts';
import type { SoleOffice } from './sole-office.ts';

export interface Stick {
  readonly fileName: string;
  readonly content: string;
}

export async function seal(from: SoleOffice, full = false): Promise<Stick> {
  const { fileName, content } = await from.client.exchange.exportBundle({ full });
  return { fileName, content };
}

/** What the recipient reads in a file. */
export async function opened(recipient: SoleOffice, { content }: Stick): Promise<OpenedBundle> {
  const ledger = recipient.ledger();
  const self = ledger.ownOffice.id as OfficeId;
  const { identity } = ledger.read(ownKeys);
  return openBundle(Buffer.from(content, 'base64'), {
    identities: [identity],
    trust: ledger.read(trustOf),
    self,
  });
}

export type Rows = Record<string, Cell>[];

export function rowsOf({ tables }: { tables: Tables }, name: string): Rows {
  const table = tables.get(name);
  if (!table) return [];
  return Array.from({ length: table.rows }, (_, at) =>
    Object.fromEntries([...table.columns].map(([column, cells]) => [column, cells[at] ?? null])),
  );
}

/** @param columns needed for a table without rows */
export function tableOf(rows: Rows, columns = Object.keys(rows[0] ?? {})): Table {
  return {
    rows: rows.length,
    columns: new Map(columns.map((column) => [column, rows.map((row) => row[column] ?? null)])),
  };
}

/** The tables with one of them changed, and the ranks told as they then are, unless that is what is wrong. */
export function changed(tables: Tables, name: string, change: (rows: Rows) => Rows): Tables {
  const columns = [...(tables.get(name)?.columns.keys() ?? [])];
  const next = new Map(tables).set(name, tableOf(change(rowsOf({ tables }, name)), columns));
  return name === 'rankCheck' ? next : withRanks(next);
}

const LISTS = ['unit', 'person', 'session', 'round', 'filer'];

/** rankCheck of a full bundle, from its own lists. */
export function withRanks(tables: Tables): Tables {
  const checks = LISTS.map((list) => {
    const ids = [...(tables.get(list)?.columns.get('id') ?? [])].map(String).sort();
    const digest = createHash('sha256');
    for (const id of ids) digest.update(`${id}\n`);
    return { list, rows: ids.length, digest: digest.digest('hex') };
  });
  return new Map(tables).set('rankCheck', tableOf(checks));
}

/** The same statement over other tables, or with other words, signed by the office. */
export async function resealed(
  sender: SoleOffice,
  recipient: SoleOffice,
  original: OpenedBundle,
  tables: Tables = original.tables,
  changes: Partial<BundleStatement> = {},
): Promise<Stick> {
  const {
    kind,
    sender: from,
    recipient: to,
    epoch,
    sequence,
    previousHash,
    baseRev,
    headRev,
  } = original.manifest;
  const { full, pseudonymous, namesReason, period, createdAt, auditHead, acknowledges } = original.manifest;
  const place = { kind, sender: from, recipient: to, epoch, sequence, previousHash, baseRev, headRev };
  const rest = { full, pseudonymous, namesReason, period, createdAt, auditHead, acknowledges };
  const { bytes } = await sealBundle({ ...place, ...rest, ...changes }, tables, {
    signingSeed: sender.ledger().read(ownKeys).signingSeed,
    recipient: recipient.ledger().read(ownKeys).recipient,
  });
  return { fileName: 'forged.jyzd', content: Buffer.from(bytes).toString('base64') };
}

/** The lines of one import. */
export async function importing(to: SoleOffice, sticks: readonly Stick[], apply = true, dropReason?: string) {
  const reason = dropReason === undefined ? {} : { dropReason };
  return (await to.client.exchange.importBundles({ files: [...sticks], apply, ...reason })).bundles;
}

/** The code that a call is refused with. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ORPCError) return error.code;
    throw error;
  }
  return 'no error';
}
