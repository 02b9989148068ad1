import type { OfficeId } from '../../shared/vocabulary/ids.ts';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import {
  type OpenedBundle,
  type OpenOptions,
  openBundle,
  type PeekedBundle,
  verifyBundle,
} from '../bundle/bundle.ts';
import type { Manifest } from '../bundle/manifest.ts';
import type { Advance } from '../store/advance.ts';
import type { Readable, Write } from '../store/handles.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import { inSavepoint } from '../store/savepoint.ts';
import { knownLinks, linkOf } from './bundle-log-sql.ts';
import {
  type BundleFile,
  type BundleReport,
  type BundleSource,
  lineOf,
  type Opened,
  type Peeked,
  pinned,
  told,
  unopened,
} from './bundle-report.ts';
import { type ChainVerdict, judge, type KnownLink } from './chain.ts';
import { notOpened } from './fallen-bundles.ts';
import { keepNamed } from './named-bundles.ts';
import { refuseUntoldNames } from './named-in.ts';
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

/** Rows that stay in memory until their turn; what goes beyond is read then. */
const ROWS_HELD = 100_000;

/**
 * Opens every file, then takes the bundles in by sender, epoch and number, one sender after another. A rehearsal does
 * all of it on the real data and rolls it back; applying gives each bundle a transaction of its own, whole or not at
 * all.
 * @returns a line per file, those that could not be opened last
 * @throws Refusal only for what is wrong with this installation; what is wrong with a bundle stands in its line
 */
export async function importBundles(
  ledger: OpenLedger,
  sources: readonly BundleSource[],
  { apply, dropReason, advance }: ImportOptions,
): Promise<BundleReport[]> {
  const desk = { ledger, apply, options: ledger.read((db) => openOptions(db, ledger)) };
  const { met, reports } = await openAll(desk, sources, advance);
  await advance?.('apply', 0, met.length);
  const lines: BundleReport[] = [];
  for (const given of Map.groupBy(met, ({ bundle }) => bundle.manifest.sender.officeId).values()) {
    if (!apply) lines.push(...(await rehearseSender(desk, given, dropReason)));
    else
      for (const one of given) {
        if (lines.length > 0) await advance?.('apply', lines.length, met.length, false);
        lines.push(await applyOne(desk, one, dropReason));
      }
  }
  return [...lines, ...reports];
}

/** Where bundles are opened, and whether what comes of it is kept. */
interface Desk {
  readonly ledger: OpenLedger;
  readonly options: OpenOptions;
  readonly apply: boolean;
}

/** A bundle that was verified; its rows may be still unread. */
interface Met extends Omit<Peeked, 'file'> {
  readonly source: BundleSource;
  held: Opened | null;
}

async function openAll(
  desk: Desk,
  sources: readonly BundleSource[],
  advance: Advance | undefined,
): Promise<{ met: Met[]; reports: BundleReport[] }> {
  const met: Met[] = [];
  const reports: BundleReport[] = [];
  let rows = 0;
  for (const [at, source] of sources.entries()) {
    await advance?.('open', at, sources.length);
    const file = readNow(source);
    if (file instanceof Refusal) {
      reports.push(unopened(source, file));
      continue;
    }
    try {
      const { read, ...bundle } = await verifyBundle(file.content, desk.options);
      const named = desk.ledger.read((db) => pinnedAs(db, bundle));
      rows += rowsOf(bundle.manifest);
      const held = rows > ROWS_HELD ? null : { file, bundle: read(), ...named };
      met.push({ source, bundle, ...named, held });
    } catch (error) {
      reports.push(await notOpened(desk.ledger, file, refusalOf(error), desk));
    }
  }
  return { met: met.sort((one, other) => orderOf(one).localeCompare(orderOf(other))), reports };
}

function rowsOf({ counts }: Manifest): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function readNow(source: BundleSource): BundleFile | Refusal {
  try {
    return { fileName: source.fileName, content: source.read() };
  } catch (error) {
    return refusalOf(error);
  }
}

/** Once: nothing of it stays in memory afterwards. @returns its line, where it cannot be read, or was pulled out */
async function opened({ ledger, options, apply }: Desk, one: Met): Promise<Opened | BundleReport> {
  const { held, source, code, name } = one;
  one.held = null;
  if (held) return held;
  const file = readNow(source);
  if (file instanceof Refusal) return unopened(source, file);
  const bundle = await openBundle(file.content, options).catch(refusalOf);
  if (bundle instanceof Refusal) return notOpened(ledger, file, bundle, { options, apply });
  if (bundle.hash !== one.bundle.hash) return unopened(source, new Refusal('file_unreadable'));
  return { file, bundle, code, name };
}

async function rehearseSender(
  desk: Desk,
  given: readonly Met[],
  dropReason: string | null,
): Promise<BundleReport[]> {
  const all: (Opened | BundleReport)[] = [];
  for (const one of given) all.push(await opened(desk, one));
  return desk.ledger.rehearse(desk.ledger.account.pk, (write) =>
    all.map((one) => ('bundle' in one ? rehearseOne(write, one, dropReason) : one)),
  );
}

function rehearseOne(write: Write, one: Opened, dropReason: string | null): BundleReport {
  return refusing(one, () => inSavepoint(write, () => carryOut(write, one, 'applicable', dropReason)));
}

/** Nothing is written for a bundle that changes nothing. */
async function applyOne(desk: Desk, met: Met, dropReason: string | null): Promise<BundleReport> {
  const { ledger } = desk;
  const one = await opened(desk, met);
  if (!('bundle' in one)) return one;
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
  if (verdict.outcome === 'kept') keepNamed(write, party, sealed);
  if (verdict.outcome !== 'applicable') return told(one, verdict);
  const { newEpoch } = verdict;
  // what became of own rows is no longer the sender's alone, so feedback stays where it was taken up
  const keepImages = done === 'applied' && one.bundle.manifest.kind === 'report';
  const counts = takeIn(write, party, sealed, { newEpoch, dropReason, keepImages });
  return { ...lineOf(one), ...counts, outcome: done, refused: 0 };
}

interface Judged {
  readonly verdict: ChainVerdict;
  readonly party: Party;
  /** The very same file was taken in, or put aside, before. */
  readonly met: boolean;
}

/**
 * @throws Refusal `exchange_direction`, `demo_mismatch`, `bundle_names_mismatch`, `sender_quarantined` until an administrator settled an
 *   earlier fork
 */
function judgeBundle(db: Readable, { manifest, hash, tables }: OpenedBundle): Judged {
  const party = partyMeant(db, manifest);
  refuseUntoldNames(manifest, tables);
  const known = knownLinks(db, party.pk);
  const verdict = judge(linkOf(manifest, hash), known);
  const goesOn = verdict.outcome !== 'duplicate' && verdict.outcome !== 'fork';
  ensure(!goesOn || !known.some(isQuarantined), 'sender_quarantined');
  return { verdict, party, met: known.some((link) => link.hash === hash && link.state !== 'undone') };
}

/** Who says something to us that is theirs to say. @throws Refusal `exchange_direction`, `demo_mismatch` */
export function partyMeant(db: Readable, { sender, kind, pseudonymous }: Manifest): Party {
  const party = partyById(db, sender.officeId);
  ensure(party, 'party_unknown');
  const own = ownIdentity(db);
  const expected = party.relation === 'parent' ? 'feedback' : 'report';
  ensure(party.relation !== null && kind === expected, 'exchange_direction');
  ensure(sender.demo === own.demo, 'demo_mismatch');
  ensure(pseudonymous || party.keys.kind === 'office', 'exchange_direction');
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

export function pinnedAs(db: Readable, { manifest }: PeekedBundle): { code: string; name: string } {
  const party = partyById(db, manifest.sender.officeId);
  ensure(party, 'bundle_sender_unknown');
  return pinned(party);
}

export function openOptions(db: Readable, ledger: OpenLedger): OpenOptions {
  return {
    identities: ownIdentities(db),
    trust: trustOf(db),
    self: ledger.ownOffice.id as OfficeId,
  };
}

export function orderOf({ bundle: { manifest }, code }: Pick<Peeked, 'bundle' | 'code'>): string {
  const padded = (number: number) => String(number).padStart(16, '0');
  return `${code} ${manifest.sender.officeId} ${padded(manifest.epoch.counter)} ${padded(manifest.sequence)}`;
}
