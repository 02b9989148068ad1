import type { OfficeId } from '../../shared/vocabulary/ids.ts';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import { type OpenedBundle, type OpenOptions, openBundle, type PeekedBundle } from '../bundle/bundle.ts';
import type { Manifest } from '../bundle/manifest.ts';
import type { Advance } from '../store/advance.ts';
import type { Readable, Write } from '../store/handles.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import { inSavepoint } from '../store/savepoint.ts';
import { knownLinks, linkOf } from './bundle-log-sql.ts';
import {
  type BundleFile,
  type BundleReport,
  lineOf,
  type Opened,
  type Peeked,
  told,
} from './bundle-report.ts';
import { type ChainVerdict, judge, type KnownLink } from './chain.ts';
import { notOpened } from './fallen-bundles.ts';
import { ownIdentities } from './own-keys.ts';
import { ownIdentity, type Party, partyById, trustOf } from './parties.ts';
import { quarantine, supersede, takeIn } from './take-in.ts';

export interface ImportOptions {
  /** false: a rehearsal */
  readonly apply: boolean;
  /** Why numbered items that a sender's new epoch lacks may go; null while they may not. */
  readonly dropReason: string | null;
  /** May end the work by throwing until the first bundle is applied. */
  readonly advance?: Advance;
}

/**
 * Opens every file, then takes the bundles in by sender, epoch and number. A rehearsal does all of it on the
 * real data and rolls it back; applying gives each bundle a transaction of its own, whole or not at all.
 * @returns a line per file, those that could not be opened last
 * @throws Refusal only for what is wrong with this installation; what is wrong with a bundle stands in its line
 */
export async function importBundles(
  ledger: OpenLedger,
  files: readonly BundleFile[],
  { apply, dropReason, advance }: ImportOptions,
): Promise<BundleReport[]> {
  const options = ledger.read((db) => openOptions(db, ledger));
  const opened: Opened[] = [];
  const reports: BundleReport[] = [];
  for (const [at, file] of files.entries()) {
    await advance?.('open', at, files.length);
    const bundle = await openBundle(file.content, options).catch(refusalOf);
    if (bundle instanceof Refusal) reports.push(await notOpened(ledger, file, bundle, { options, apply }));
    else opened.push({ file, bundle, code: ledger.read((db) => pinnedCode(db, bundle)) });
  }
  await advance?.('apply', 0, opened.length);
  const ordered = opened.sort((one, other) => orderOf(one).localeCompare(orderOf(other)));
  if (apply) return [...(await applyAll(ledger, ordered, dropReason, advance)), ...reports];
  const tried = ledger.rehearse(ledger.account.pk, (write) =>
    ordered.map((one) => rehearseOne(write, one, dropReason)),
  );
  return [...tried, ...reports];
}

async function applyAll(
  ledger: OpenLedger,
  ordered: readonly Opened[],
  dropReason: string | null,
  advance: Advance | undefined,
): Promise<BundleReport[]> {
  const taken: BundleReport[] = [];
  for (const one of ordered) {
    if (taken.length > 0) await advance?.('apply', taken.length, ordered.length, false);
    taken.push(applyOne(ledger, one, dropReason));
  }
  return taken;
}

function rehearseOne(write: Write, one: Opened, dropReason: string | null): BundleReport {
  return refusing(one, () => inSavepoint(write, () => carryOut(write, one, 'applicable', dropReason)));
}

/** Nothing is written for a bundle that changes nothing. */
function applyOne(ledger: OpenLedger, one: Opened, dropReason: string | null): BundleReport {
  return refusing(one, () => {
    const judged = ledger.read((db) => judgeBundle(db, one.bundle));
    if (judged.met || judged.verdict.outcome === 'early') return told(one, judged.verdict);
    return ledger.write(ledger.account.pk, 'exchange.importBundle', (write) =>
      carryOut(write, one, 'applied', dropReason),
    );
  });
}

function carryOut(
  write: Write,
  one: Opened,
  done: 'applicable' | 'applied',
  dropReason: string | null,
): BundleReport {
  const { verdict, party, met } = judgeBundle(write, one.bundle);
  const sealed = { bundle: one.bundle, content: one.file.content };
  if (verdict.outcome === 'fork' && !met) quarantine(write, party, sealed);
  if (verdict.outcome === 'superseded') supersede(write, party, sealed);
  if (verdict.outcome !== 'applicable') return told(one, verdict);
  const counts = takeIn(write, party, sealed, { newEpoch: verdict.newEpoch, dropReason });
  return { ...lineOf(one), ...counts, outcome: done, refused: 0 };
}

interface Judged {
  readonly verdict: ChainVerdict;
  readonly party: Party;
  /** The very same file was taken in, or put aside, before. */
  readonly met: boolean;
}

/**
 * @throws Refusal `exchange_direction`, `demo_mismatch`, `sender_quarantined` until an administrator settled an
 *   earlier fork
 */
function judgeBundle(db: Readable, { manifest, hash }: OpenedBundle): Judged {
  const party = partyMeant(db, manifest);
  const known = knownLinks(db, party.pk);
  const verdict = judge(linkOf(manifest, hash), known);
  const goesOn = verdict.outcome !== 'duplicate' && verdict.outcome !== 'fork';
  ensure(!goesOn || !known.some(isQuarantined), 'sender_quarantined');
  return { verdict, party, met: known.some((link) => link.hash === hash) };
}

/** Who says something to us that is theirs to say. @throws Refusal `exchange_direction`, `demo_mismatch` */
export function partyMeant(db: Readable, { sender, kind }: Manifest): Party {
  const party = partyById(db, sender.officeId);
  ensure(party, 'party_unknown');
  const own = ownIdentity(db);
  const expected = party.keys.kind === 'group' ? 'feedback' : 'report';
  ensure(party.keys.kind !== own.kind && kind === expected, 'exchange_direction');
  ensure(sender.demo === own.demo, 'demo_mismatch');
  return party;
}

export function isQuarantined({ state }: KnownLink): boolean {
  return state === 'quarantined';
}

export function refusing(one: Peeked, work: () => BundleReport): BundleReport {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal) || STORE_TROUBLE.has(error.code)) throw error;
    const line = lineOf(one);
    return { ...line, outcome: 'refused', problem: error.code, refused: line.total };
  }
}

/** What is wrong with this PC, not with the bundle: the whole import ends with it. */
const STORE_TROUBLE: ReadonlySet<string> = new Set([
  'disk_full',
  'file_unwritable',
  'database_damaged',
  'history_lost',
  'in_use',
  'internal',
]);

export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

export function pinnedCode(db: Readable, { manifest }: PeekedBundle): string {
  const party = partyById(db, manifest.sender.officeId);
  ensure(party, 'bundle_sender_unknown');
  return party.keys.code;
}

export function openOptions(db: Readable, ledger: OpenLedger): OpenOptions {
  return {
    identities: ownIdentities(db),
    trust: trustOf(db),
    self: ledger.ownOffice.id as OfficeId,
  };
}

export function orderOf({ bundle: { manifest }, code }: Peeked): string {
  const padded = (number: number) => String(number).padStart(16, '0');
  return `${code} ${manifest.sender.officeId} ${padded(manifest.epoch.counter)} ${padded(manifest.sequence)}`;
}
