import { Refusal } from '../../shared/vocabulary/refusal.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import type { Ports } from '../store/ports.ts';

/**
 * One data folder as a host (Electron's core, the loopback server, the command line) holds it: locked, or
 * open for one account. Every procedure gets it as its context.
 */
export interface Host {
  readonly folder: string;
  readonly ports: Ports;
  ledger: OpenLedger | null;
  /** Counts the locks, so that an unlocking that was overtaken by one is told. */
  locks: number;
}

export function createHost(folder: string, ports: Ports): Host {
  return { folder, ports, ledger: null, locks: 0 };
}

/** Drops the keys and closes the file. */
export function lockHost(host: Host): void {
  host.ledger?.close();
  host.ledger = null;
  host.locks += 1;
}

/**
 * Opens the host for a ledger that takes its time to open. Locked meanwhile, the ledger is closed again: a lock
 * holds whatever was under way.
 * @throws Refusal `not_signed_in` when it was locked meanwhile, and what opening throws
 */
export async function openHost(host: Host, opening: () => Promise<OpenLedger>): Promise<OpenLedger> {
  lockHost(host);
  const { locks } = host;
  const ledger = await opening();
  if (host.locks !== locks) {
    ledger.close();
    throw new Refusal('not_signed_in');
  }
  host.ledger = ledger;
  return ledger;
}
