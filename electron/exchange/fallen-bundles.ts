import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { type OpenOptions, type PeekedBundle, peekManifest } from '../bundle/bundle.ts';
import { FIRST_POSITION, type TrustLookup } from '../bundle/trust.ts';
import type { Readable } from '../store/handles.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import { insertReceived, isKept } from './bundle-log-sql.ts';
import { type BundleFile, type BundleReport, lineOf, pinned, unopened } from './bundle-report.ts';
import { partyById, trustOf } from './parties.ts';
import { noteTurnedAway } from './turned-away.ts';

/** More keys than that of one office never fell. */
const FALLEN = [0, 1, 2, 3];

/**
 * The line of a file that could not be opened; one that may be a bundle all the same is noted ([X88]). What a revoked key signed for us is kept as evidence when it is
 * applied, outside the chain: a thief's bundles stop nothing, and nothing of them is taken ([X51]).
 */
export async function notOpened(
  ledger: OpenLedger,
  file: BundleFile,
  refusal: Refusal,
  { options, apply }: { readonly options: OpenOptions; readonly apply: boolean },
): Promise<BundleReport> {
  const bundle = refusal.code === 'bundle_sender_revoked' ? await peeked(ledger, file, options) : null;
  const party = bundle && ledger.read((db) => partyById(db, bundle.manifest.sender.officeId));
  if (!bundle || !party) {
    if (apply) await noteTurnedAway(ledger, file, refusal, options);
    return unopened(file, refusal);
  }
  const { manifest, hash } = bundle;
  if (apply && !ledger.read((db) => isKept(db, hash))) {
    ledger.write(ledger.account.pk, 'exchange.importBundle', (write) => {
      insertReceived(write, party.pk, manifest, { hash, content: file.content }, 'revoked');
      write.undo.refuse('undo_not_possible');
      write.record({ revokedKey: manifest.sender.officeId, sequence: manifest.sequence, hash });
    });
  }
  const line = lineOf({ file, bundle, ...pinned(party) });
  return { ...line, problem: refusal.code, refused: line.total };
}

/** What it says of itself, which the revoked key signed. */
async function peeked(
  ledger: OpenLedger,
  file: BundleFile,
  options: OpenOptions,
): Promise<PeekedBundle | null> {
  for (const at of FALLEN) {
    const trust: TrustLookup = (officeId) => ledger.read((db) => fallenKey(db, officeId, at));
    try {
      return await peekManifest(file.content, { ...options, trust });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return null;
}

/** One of the revoked keys alone, as if it were not. */
function fallenKey(db: Readable, officeId: Parameters<TrustLookup>[0], at: number): ReturnType<TrustLookup> {
  const fallen = trustOf(db)(officeId).filter(({ revokedFrom }) => revokedFrom !== null);
  const key = fallen[at];
  return key ? [{ ...key, from: FIRST_POSITION, revokedFrom: null }] : [];
}
