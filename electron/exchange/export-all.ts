import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import type { Advance } from '../store/advance.ts';
import type { Readable } from '../store/handles.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import { ownEpoch } from '../store/office-sql.ts';
import { lastApplied, lastSent } from './bundle-log-sql.ts';
import { type ExportedBundle, type ExportPorts, exportBundle } from './export-bundle.ts';
import { countFeedback, releasedFeedback } from './feedback-sql.ts';
import { allParties, type Party } from './parties.ts';

/** What waits to leave for one office. */
export interface Outgoing {
  readonly party: Party;
  readonly drafts: number;
  /** Released since our last bundle to it. */
  readonly fresh: number;
  /** No bundle of ours has acknowledged its last one. */
  readonly acknowledges: boolean;
  readonly lastSequence: number | null;
}

/** By code; `group` is the own office. */
export function outbox(db: Readable, group: number): Outgoing[] {
  const epoch = ownEpoch(db).counter;
  return allParties(db)
    .filter(({ relation }) => relation === 'child')
    .map((party) => {
      const last = lastSent(db, party.pk, epoch);
      const applied = lastApplied(db, party.pk);
      return {
        party,
        drafts: countFeedback(db, { target: party.pk, state: 'draft' }),
        fresh: releasedFeedback(db, group, party.pk, last?.head_rev ?? 0).length,
        acknowledges: applied !== undefined && applied.hash !== last?.acknowledges,
        lastSequence: last?.sequence ?? null,
      };
    })
    .sort((one, other) => (one.party.keys.code < other.party.keys.code ? -1 : 1));
}

export interface SealedForAll {
  readonly bundles: readonly { readonly party: Party; readonly sealed: ExportedBundle }[];
  readonly skipped: number;
  readonly failed: readonly { readonly party: Party; readonly problem: Refusal }[];
}

/**
 * One bundle for every office that has something new or waits for an acknowledgement, or for those that are named.
 * Each is sealed by itself: what was sealed before the work was given up, or before one failed, exists.
 * @throws Refusal `party_unknown` for a named one that is none of ours, and what is wrong with this installation
 */
export async function exportAll(
  ledger: OpenLedger,
  ports: ExportPorts,
  { offices, asOf }: { readonly offices: readonly number[] | undefined; readonly asOf: CalendarDate },
  advance?: Advance,
): Promise<SealedForAll> {
  const all = ledger.read((db) => outbox(db, ledger.office));
  for (const pk of offices ?? [])
    ensure(
      all.some(({ party }) => party.pk === pk),
      'party_unknown',
    );
  const chosen = all.filter((one) =>
    offices ? offices.includes(one.party.pk) : one.fresh > 0 || one.acknowledges,
  );
  const bundles: { party: Party; sealed: ExportedBundle }[] = [];
  const failed: { party: Party; problem: Refusal }[] = [];
  for (const [at, { party }] of chosen.entries()) {
    await advance?.('seal', at, chosen.length, bundles.length === 0);
    const sealed = await sealOne(party);
    if (sealed instanceof Refusal) failed.push({ party, problem: sealed });
    else bundles.push({ party, sealed });
  }
  return { bundles, skipped: all.length - chosen.length, failed };

  async function sealOne({ keys }: Party): Promise<ExportedBundle | Refusal> {
    try {
      return await exportBundle(ledger, ports, {
        recipient: keys.officeId,
        full: false,
        asOf,
        nil: false,
      });
    } catch (error) {
      if (error instanceof Refusal && OF_ONE_OFFICE.has(error.code)) return error;
      throw error;
    }
  }
}

/** Refusals that speak of one office's bundle; any other is wrong with this installation. */
const OF_ONE_OFFICE: ReadonlySet<string> = new Set([
  'conflict',
  'party_unknown',
  'exchange_direction',
  'bundle_too_large',
  'bundle_too_many_rows',
  'bundle_text_too_long',
  'bundle_bomb',
]);
