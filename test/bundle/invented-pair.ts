import type { OpenOptions } from '../../electron/bundle/bundle.ts';
import type { BundleCaps } from '../../electron/bundle/caps.ts';
import { DEFAULT_CAPS } from '../../electron/bundle/caps.ts';
import type { Cell } from '../../electron/bundle/column-encoding.ts';
import { sealContainer } from '../../electron/bundle/container.ts';
import { sha256, signDocument } from '../../electron/bundle/document.ts';
import type { OfficeKeys } from '../../electron/bundle/keys.ts';
import { generateOfficeKeys } from '../../electron/bundle/keys.ts';
import type { BundleStatement, Manifest } from '../../electron/bundle/manifest.ts';
import type { Tables } from '../../electron/bundle/tables.ts';
import { FIRST_POSITION } from '../../electron/bundle/trust.ts';
import type { CalendarDate, Instant } from '../../shared/vocabulary/dates.ts';
import type { OfficeId } from '../../shared/vocabulary/ids.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';

export const OFFICE = '0c0e0a10-0000-4000-8000-000000000001' as OfficeId;
export const GROUP = '0c0e0a10-0000-4000-8000-000000000002' as OfficeId;
export const STRANGER = '0c0e0a10-0000-4000-8000-000000000003' as OfficeId;

/** A county office and a guidance group that do not exist, with fresh keys. */
export interface InventedPair {
  readonly office: OfficeKeys;
  readonly group: OfficeKeys;
  /** the group's view: it trusts the office from the first bundle on */
  readonly opening: OpenOptions;
}

export async function inventPair(): Promise<InventedPair> {
  const [office, group] = [await generateOfficeKeys(), await generateOfficeKeys()];
  const key = { verifyingKey: office.verifyingKey, from: FIRST_POSITION, revokedFrom: null };
  const opening = {
    identities: [group.identity],
    self: GROUP,
    trust: (id: OfficeId) => (id === OFFICE ? [key] : []),
  };
  return { office, group, opening };
}

export function statement(changes: Partial<BundleStatement> = {}): BundleStatement {
  return {
    kind: 'report',
    sender: { officeId: OFFICE, code: 'QL-01', name: '青龙县教育整顿办（虚构）', demo: true },
    recipient: { officeId: GROUP },
    epoch: { id: '0c0e0a10-0000-4000-8000-00000000e001', counter: 1 },
    sequence: 1,
    previousHash: null,
    baseRev: 0,
    headRev: 120,
    full: true,
    pseudonymous: true,
    namesReason: null,
    period: { from: '2021-02-28' as CalendarDate, asOf: '2021-03-31' as CalendarDate },
    createdAt: '2021-03-31T08:30:00.000Z' as Instant,
    auditHead: { seq: 340, hash: 'a1'.repeat(32) },
    acknowledges: null,
    ...changes,
  };
}

export function tablesOf(tables: Record<string, Record<string, readonly Cell[]>>): Tables {
  return new Map(
    Object.entries(tables).map(([name, columns]) => {
      const entries = Object.entries(columns);
      return [name, { rows: entries[0]?.[1].length ?? 0, columns: new Map(entries) }];
    }),
  );
}

export const SMALL_TABLES = tablesOf({
  person: { id: ['f'.repeat(32), '0'.repeat(32)], unit: [4, 4] },
  attendance: {
    session: [1, 2, 1, 2],
    person: [0, 0, 1, 1],
    mark: [1, 1, 3, 10],
    reason: [null, null, null, '公'],
  },
  item: { number: ['2021-001', '2021-002'], problem: ['档案不全𠮷', ''], closed: [null, '2021-03-30'] },
});

/** Any manifest over any payload, signed and sealed by the office: what a hostile office could send. */
export async function forge(
  pair: InventedPair,
  payload: Uint8Array,
  changes: Record<string, unknown> = {},
): Promise<Uint8Array> {
  return sealContainer(forgeDocument(pair, payload, changes), pair.group.recipient, LOOSE);
}

export function forgeDocument(
  pair: InventedPair,
  payload: Uint8Array,
  changes: Record<string, unknown> = {},
): Uint8Array {
  const manifest = { ...forgedManifest(payload), ...changes };
  return signDocument(Buffer.from(JSON.stringify(manifest)), payload, pair.office.signingSeed);
}

export function forgedManifest(payload: Uint8Array): Manifest {
  return {
    formatVersion: 1,
    suite: 'ed25519-sha256',
    ...statement(),
    counts: {},
    receiptKey: '5e'.repeat(16),
    payload: { sha256: sha256(payload), bytes: payload.length, encoding: 'columns-json/1' },
  };
}

/** For making what must not be opened. */
export const LOOSE: BundleCaps = { ...DEFAULT_CAPS, fileBytes: 2 ** 40, inflatedBytes: 2 ** 40 };

/** The code a call was refused with, or null; any other error is a failure of the program. */
export async function refusal(call: () => unknown): Promise<string | null> {
  try {
    await call();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
