import type { OfficeId } from '../../shared/vocabulary/ids.ts';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import { type OpenedBundle, type OpenOptions, openBundle } from '../bundle/bundle.ts';
import type { Readable, Write } from '../store/handles.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import { inSavepoint } from '../store/savepoint.ts';
import { knownLinks, linkOf } from './bundle-log-sql.ts';
import { type ChainVerdict, judge } from './chain.ts';
import { ownKeys } from './own-keys.ts';
import { type Party, partyById, trustOf } from './parties.ts';
import { quarantine, supersede, type TakenCounts, takeIn } from './take-in.ts';

export interface BundleFile {
  readonly fileName: string;
  readonly content: Uint8Array;
}

export type BundleOutcome =
  | 'applicable'
  | 'applied'
  | 'duplicate'
  | 'superseded'
  | 'early'
  | 'fork'
  | 'refused';

/** One line of the rehearsal table; added + changed + unchanged + withheld + refused = total. */
export interface BundleReport extends TakenCounts {
  readonly fileName: string;
  readonly office: string | null;
  readonly kind: string | null;
  readonly sequence: number | null;
  readonly outcome: BundleOutcome;
  readonly problem: string | null;
  readonly waitsFor: number | null;
  readonly baseRev: number | null;
  readonly headRev: number | null;
  readonly total: number;
  readonly refused: number;
}

const NOTHING: TakenCounts = { added: 0, changed: 0, unchanged: 0, withheld: 0, notApplicable: 0 };

interface Opened {
  readonly file: BundleFile;
  readonly bundle: OpenedBundle;
}

/**
 * Opens every file, then takes the bundles in by sender, epoch and number. A rehearsal does all of it on the
 * real data and rolls it back; applying gives each bundle a transaction of its own, whole or not at all.
 * @returns a line per file, those that could not be opened included
 */
export async function importBundles(
  ledger: OpenLedger,
  files: readonly BundleFile[],
  apply: boolean,
): Promise<BundleReport[]> {
  const options = ledger.read((db) => openOptions(db, ledger));
  const opened: Opened[] = [];
  const reports: BundleReport[] = [];
  for (const file of files) {
    const bundle = await openBundle(file.content, options).catch(refusalOf);
    if (bundle instanceof Refusal) reports.push(unopened(file, bundle));
    else opened.push({ file, bundle });
  }
  const inOrder = opened.sort((one, other) => orderOf(one.bundle).localeCompare(orderOf(other.bundle)));
  const taken = apply
    ? inOrder.map((one) => applyOne(ledger, one))
    : ledger.rehearse(ledger.account.pk, (write) => inOrder.map((one) => rehearseOne(write, one)));
  return [...taken, ...reports];
}

function rehearseOne(write: Write, one: Opened): BundleReport {
  return refusing(one, () => inSavepoint(write, () => carryOut(write, one, 'applicable')));
}

/** Nothing is written for a bundle that changes nothing. */
function applyOne(ledger: OpenLedger, one: Opened): BundleReport {
  return refusing(one, () => {
    const { verdict } = ledger.read((db) => verdictOn(db, one.bundle));
    if (verdict.outcome === 'duplicate' || verdict.outcome === 'early')
      return told(one.bundle, one.file, verdict);
    return ledger.write(ledger.account.pk, 'exchange.importBundle', (write) =>
      carryOut(write, one, 'applied'),
    );
  });
}

function carryOut(write: Write, { file, bundle }: Opened, done: 'applicable' | 'applied'): BundleReport {
  const { verdict, party } = verdictOn(write, bundle);
  const sealed = { bundle, content: file.content };
  if (verdict.outcome === 'fork') quarantine(write, party, sealed);
  if (verdict.outcome === 'superseded') supersede(write, party, sealed);
  if (verdict.outcome !== 'applicable') return told(bundle, file, verdict);
  const counts = takeIn(write, party, sealed, verdict.newEpoch);
  return { ...lineOf(bundle, file), ...counts, outcome: done, refused: 0 };
}

/** @throws Refusal `sender_quarantined` until an administrator settled an earlier fork */
function verdictOn(db: Readable, bundle: OpenedBundle): { verdict: ChainVerdict; party: Party } {
  const party = partyById(db, bundle.manifest.sender.officeId);
  ensure(party, 'bundle_sender_unknown');
  const known = knownLinks(db, party.pk);
  const verdict = judge(linkOf(bundle.manifest, bundle.hash), known);
  const stuck = verdict.outcome !== 'duplicate' && verdict.outcome !== 'fork';
  ensure(!stuck || known.every(({ state }) => state !== 'quarantined'), 'sender_quarantined');
  return { verdict, party };
}

function told(bundle: OpenedBundle, file: BundleFile, verdict: ChainVerdict): BundleReport {
  const line = lineOf(bundle, file);
  const problems = { fork: 'bundle_fork', early: 'bundle_early' } as const;
  const { outcome } = verdict;
  return {
    ...line,
    outcome,
    problem: outcome === 'fork' || outcome === 'early' ? problems[outcome] : null,
    waitsFor: outcome === 'early' ? verdict.waitsFor : null,
    unchanged: outcome === 'duplicate' || outcome === 'superseded' ? line.total : 0,
    refused: outcome === 'fork' || outcome === 'early' ? line.total : 0,
  };
}

function refusing(one: Opened, work: () => BundleReport): BundleReport {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal) || STORE_TROUBLE.has(error.code)) throw error;
    const line = lineOf(one.bundle, one.file);
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

function lineOf({ manifest }: OpenedBundle, { fileName }: BundleFile): BundleReport {
  const { rankCheck: _checks = 0, ...registers } = manifest.counts;
  return {
    ...NOTHING,
    fileName,
    office: manifest.sender.code,
    kind: manifest.kind,
    sequence: manifest.sequence,
    outcome: 'refused',
    problem: null,
    waitsFor: null,
    baseRev: manifest.baseRev,
    headRev: manifest.headRev,
    total: Object.values(registers).reduce((sum, rows) => sum + rows, 0),
    refused: 0,
  };
}

function unopened({ fileName }: BundleFile, refusal: Refusal): BundleReport {
  const empty = { office: null, kind: null, sequence: null, waitsFor: null, baseRev: null, headRev: null };
  return { ...NOTHING, ...empty, fileName, outcome: 'refused', problem: refusal.code, total: 0, refused: 0 };
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

function openOptions(db: Readable, ledger: OpenLedger): OpenOptions {
  return {
    identities: [ownKeys(db).identity],
    trust: trustOf(db),
    self: ledger.ownOffice.id as OfficeId,
  };
}

function orderOf({ manifest }: OpenedBundle): string {
  const padded = (number: number) => String(number).padStart(16, '0');
  return `${manifest.sender.officeId} ${padded(manifest.epoch.counter)} ${padded(manifest.sequence)}`;
}
