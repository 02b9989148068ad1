import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { purgeDue, purgeSummaries } from '../registers/self-inspection/summary-purge.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import { ifWritable } from '../store/register-keys.ts';
import type { Host } from './host.ts';

const HOURLY_MS = 3_600_000;

/**
 * Erases what the administrator's day has come for, at every sign-in and while the ledger stays open. What a full
 * disk keeps from being done is done next time.
 */
export function purgeWhenDue(host: Host): void {
  const { ledger, locks } = host;
  if (!ledger || ledger.readOnlyBecause || ledger.ownOffice.kind !== 'office') return;
  ifWritable(() => purgeNow(ledger, host, 0));
  if (host.dailyBackupAfter === null) return;
  setTimeout(() => {
    if (host.locks === locks) purgeAgain(host);
  }, HOURLY_MS).unref();
}

/** Nobody waits for this one: what is wrong with the ledger is told to the next call that meets it. */
function purgeAgain(host: Host): void {
  try {
    purgeWhenDue(host);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** @returns the summaries erased; none, when none was left. @throws Refusal as `purgeSummaries` */
export function purgeNow(ledger: OpenLedger, { ports }: Host, by: number): number {
  const due = ledger.read((db) => purgeDue(db, ledger.office, ports.clock.today()));
  if (due > 0) ledger.write(by, 'selfInspection.purgeSummaries', purgeSummaries);
  ledger.scrub(by);
  return due;
}
