import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import { type OpenedBundle, reopenBundle } from '../bundle/bundle.ts';
import type { Write } from '../store/handles.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import { branchesOf } from './branches.ts';
import { knownLinks, linkOf, setReceivedState, withdrawAcknowledgements } from './bundle-log-sql.ts';
import { judge } from './chain.ts';
import { partyMeant } from './import-bundles.ts';
import { keepNamed } from './named-bundles.ts';
import { ownIdentities } from './own-keys.ts';
import { keptContent } from './quarantine-sql.ts';
import { type SealedCopy, supersede, takeIn } from './take-in.ts';
import { takeOut } from './undo-import.ts';

export interface Choice {
  /** Surrogate of the sender. */
  readonly sender: number;
  readonly reason: string;
  /** Why numbered items that the other branch lacks may go; null while they may not. */
  readonly dropReason: string | null;
}

/**
 * Takes the branch that was put aside in place of the one that stands: the books go back to where the two part, and
 * the kept bundles of the other are taken in from there. All of it happens, or nothing. What stood is laid aside.
 * @returns how many imports were taken back, and how many bundles were taken in
 * @throws Refusal `fork_missing`, `branch_out_of_reach` when there is no way back that far, `branch_not_applicable`,
 *   and what the bundles are refused with
 */
export async function chooseBranch(
  ledger: OpenLedger,
  { sender, reason, dropReason }: Choice,
): Promise<{ takenBack: number; applied: number }> {
  const sealed = await keptBranch(ledger, sender);
  return ledger.write(ledger.account.pk, 'exchange.chooseBranch', (write) => {
    write.undo.refuse('undo_not_possible');
    const takenBack = backToParting(write, sender, sealed, reason);
    const applied = takeBranch(write, sender, sealed, dropReason);
    write.record({ branch: sealed.map(({ bundle }) => bundle.hash), reason, takenBack, taken: applied });
    return { takenBack, applied };
  });
}

/** They were verified when they came; a key that has changed since takes nothing from them. */
async function keptBranch(ledger: OpenLedger, sender: number): Promise<SealedCopy[]> {
  const { other } = ledger.read((db) => branchesOf(db, sender));
  ensure(other.length > 0, 'fork_missing');
  const identities = ledger.read(ownIdentities);
  const sealed: SealedCopy[] = [];
  for (const { hash } of other) {
    const content = ledger.read((db) => keptContent(db, hash));
    ensure(content, 'fork_missing');
    const bundle: OpenedBundle = await reopenBundle(content, identities);
    sealed.push({ bundle, content });
  }
  return sealed;
}

function backToParting(write: Write, sender: number, sealed: readonly SealedCopy[], reason: string): number {
  const { standing, other, stuckAt } = branchesOf(write, sender);
  const isSame =
    other.length === sealed.length && other.every(({ hash }, at) => hash === sealed[at]?.bundle.hash);
  ensure(isSame, 'conflict');
  if (stuckAt) throw new Refusal('branch_out_of_reach', { sequence: stuckAt.sequence });
  let takenBack = 0;
  for (const row of standing.toReversed()) {
    if (row.state === 'applied') {
      takeOut(write, row);
      takenBack += 1;
    }
    setReceivedState(write, row.pk, 'settled', reason);
  }
  return takenBack;
}

function takeBranch(
  write: Write,
  sender: number,
  sealed: readonly SealedCopy[],
  dropReason: string | null,
): number {
  // the branch that was laid aside just now bars the way of its own later bundles, not of this one
  const settled = new Set(
    knownLinks(write, sender)
      .filter(({ state }) => state === 'settled')
      .map(({ hash }) => hash),
  );
  let applied = 0;
  for (const copy of sealed) {
    const { manifest, hash } = copy.bundle;
    const party = partyMeant(write, manifest);
    const isKnown = (known: { hash: string; state: string }) =>
      !settled.has(known.hash) && known.state !== 'quarantined';
    const verdict = judge(linkOf(manifest, hash), knownLinks(write, sender).filter(isKnown));
    if (verdict.outcome === 'superseded') supersede(write, party, copy);
    else if (verdict.outcome === 'kept') keepNamed(write, party, copy);
    else {
      ensure(verdict.outcome === 'applicable', 'branch_not_applicable', { sequence: manifest.sequence });
      if (applied === 0) forgetWhatWasAcknowledged(write, sender, manifest.acknowledges);
      takeIn(write, party, copy, { newEpoch: verdict.newEpoch, dropReason, keepImages: true });
      applied += 1;
    }
  }
  return applied;
}

/** What the branch that is laid aside countersigned of ours, this one never had. */
function forgetWhatWasAcknowledged(
  write: Write,
  sender: number,
  said: SealedCopy['bundle']['manifest']['acknowledges'],
): void {
  withdrawAcknowledgements(write, sender, said && { epoch: said.epoch.counter, sequence: said.sequence });
}
