import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import { type OpenedBundle, type OpenOptions, openBundle, peekManifest } from '../bundle/bundle.ts';
import type { Write } from '../store/handles.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import { inSavepoint } from '../store/savepoint.ts';
import { knownLinks, linkOf } from './bundle-log-sql.ts';
import { type BundleFile, type BundleReport, lineOf, type Peeked, told, unopened } from './bundle-report.ts';
import { type ChainVerdict, judge, type KnownLink } from './chain.ts';
import {
  isQuarantined,
  openOptions,
  orderOf,
  partyMeant,
  pinnedAs,
  refusalOf,
  refusing,
} from './import-bundles.ts';
import { BUNDLE_TABLE, REGISTER_TABLES, schemaScript } from './load-schema-sql.ts';
import { fileOf, loadScript } from './load-script-sql.ts';
import {
  bundlePiece,
  type FilePiece,
  listsWith,
  NO_LISTS,
  refuseUnstorable,
  rowPieces,
} from './loaded-rows.ts';
import { refuseUntoldNames } from './named-in.ts';
import type { Party } from './parties.ts';
import { takeRows } from './take-in.ts';

/** A stretch of a file, or what became of one of the bundles: the stretches of its rows come before its line. */
export type LoadPiece = FilePiece | { readonly bundle: BundleReport };

/**
 * Reports as files that load a PostgreSQL database. What an import refuses is refused here with the same code,
 * and the books stay as they are. Of each office the files hold its last full bundle and what follows on it, read
 * without what this installation imported before: `applicable` in a line says that its rows are in the files.
 * @throws Refusal only for what is wrong with this installation
 */
export async function* loadBundles(
  ledger: OpenLedger,
  files: readonly BundleFile[],
): AsyncGenerator<LoadPiece> {
  const options = ledger.read((db) => openOptions(db, ledger));
  yield { file: 'schema.sql', text: schemaScript() };
  yield { file: 'load.sql', text: loadScript() };
  // a table that nobody has rows of has a file all the same, for the script reads them all
  for (const table of [BUNDLE_TABLE, ...REGISTER_TABLES]) yield { file: fileOf(table), text: '' };
  const peeked: Peeked[] = [];
  for (const file of files) {
    const bundle = await peekManifest(file.content, options).catch(refusalOf);
    if (bundle instanceof Refusal) yield { bundle: unopened(file, bundle) };
    else peeked.push({ file, bundle, ...ledger.read((db) => pinnedAs(db, bundle)) });
  }
  const senders = Map.groupBy(inOrderOfSealing(peeked), ({ bundle }) => bundle.manifest.sender.officeId);
  for (const given of senders.values()) yield* bundlesOfOne(ledger, options, given);
}

/** A bundle with what is said of it; `opened` where its rows are to be loaded. */
interface Judged {
  readonly line: BundleReport;
  readonly opened?: OpenedBundle;
}

async function* bundlesOfOne(
  ledger: OpenLedger,
  options: OpenOptions,
  given: readonly Peeked[],
): AsyncGenerator<LoadPiece> {
  let lists = NO_LISTS;
  for (const { line, opened } of await judgedOfOne(ledger, options, given)) {
    if (opened) {
      lists = listsWith(lists, opened);
      yield bundlePiece(opened, line.office ?? '');
      yield* rowPieces(opened, lists);
    }
    yield { bundle: line };
  }
}

/** The last full bundle makes those before it needless; where it is refused itself, the one before it leads. */
async function judgedOfOne(
  ledger: OpenLedger,
  options: OpenOptions,
  given: readonly Peeked[],
): Promise<Judged[]> {
  if (given.length === 0) return [];
  const lead = given.findLast(({ bundle }) => bundle.manifest.full);
  const from = lead ? given.indexOf(lead) : given.length;
  const opened = new Map<Peeked, OpenedBundle | Refusal>();
  for (const one of given.slice(from))
    opened.set(one, await openBundle(one.file.content, options).catch(refusalOf));
  const order = lead ? [lead, ...given.filter((one) => one !== lead)] : given;
  const judged = ledger.rehearse(ledger.account.pk, (write) => rehearsed(write, order, opened));
  const [first] = judged;
  if (first?.line.outcome !== 'refused') return judged;
  return [first, ...(await judgedOfOne(ledger, options, order.slice(1)))];
}

function rehearsed(
  write: Write,
  order: readonly Peeked[],
  opened: ReadonlyMap<Peeked, OpenedBundle | Refusal>,
): Judged[] {
  write.undo.refuse('undo_not_possible');
  const taken: KnownLink[] = [];
  const judged: Judged[] = [];
  for (const one of order) {
    const bundle = opened.get(one);
    const line = refusing(one, () => inSavepoint(write, () => tried(write, one, bundle, taken)));
    judged.push(line.outcome === 'applicable' && isOpened(bundle) ? { line, opened: bundle } : { line });
    // the others are looked at again without it
    if (one === order[0] && line.outcome === 'refused') return judged;
  }
  // two histories: nobody can say which of them the office means
  const isForked = judged.some(({ line }) => line.outcome === 'fork');
  if (!isForked) return judged;
  return judged.map((one, at) => (one.opened ? quarantined(order[at], one) : one));
}

/** As an import does it, on books that begin with the first bundle. */
function tried(
  write: Write,
  one: Peeked,
  bundle: OpenedBundle | Refusal | undefined,
  taken: KnownLink[],
): BundleReport {
  const { manifest, hash } = one.bundle;
  const party = partyMeant(write, manifest);
  // figures that a group reports are no registers
  ensure(party.keys.kind === 'office', 'exchange_direction');
  const link = linkOf(manifest, hash);
  if (isOpened(bundle)) refuseUntoldNames(manifest, bundle.tables);
  const verdict = verdictOn(link, knownLinks(write, party.pk), taken);
  if (verdict.outcome === 'kept') taken.push({ ...link, state: 'kept' });
  if (verdict.outcome === 'superseded') taken.push({ ...link, state: 'superseded' });
  if (verdict.outcome !== 'applicable') return told(one, verdict);
  if (!isOpened(bundle)) throw bundle ?? new Error('a bundle that was thought needless');
  const counts = taking(write, party, bundle, verdict.newEpoch);
  taken.push({ ...link, state: 'applied' });
  return { ...lineOf(one), ...counts, outcome: 'applicable', refused: 0 };
}

function taking(write: Write, party: Party, bundle: OpenedBundle, newEpoch: boolean) {
  // nothing is lost: what these books have and the bundle has not comes back with the end of the rehearsal
  const counts = takeRows(write, party, bundle, { newEpoch, dropReason: 'load' });
  refuseUnstorable(bundle.tables);
  return counts;
}

/** @throws Refusal `sender_quarantined` until an administrator settled a fork that an import has met */
function verdictOn(
  link: Parameters<typeof judge>[0],
  imported: readonly KnownLink[],
  taken: readonly KnownLink[],
): ChainVerdict {
  const atImport = judge(link, imported);
  if (atImport.outcome === 'fork') return atImport;
  ensure(!imported.some(isQuarantined), 'sender_quarantined');
  return judge(link, [...imported.filter(({ state }) => state === 'settled'), ...taken]);
}

function quarantined(one: Peeked | undefined, { line }: Judged): Judged {
  const untouched = one ? lineOf(one) : line;
  return { line: { ...untouched, problem: 'sender_quarantined', refused: untouched.total } };
}

function isOpened(bundle: OpenedBundle | Refusal | undefined): bundle is OpenedBundle {
  return bundle !== undefined && !(bundle instanceof Refusal);
}

/** By office, epoch and number; of two that claim one number always the same first. */
function inOrderOfSealing(peeked: readonly Peeked[]): Peeked[] {
  const place = (one: Peeked) => `${orderOf(one)} ${one.bundle.hash}`;
  return peeked.toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
}
