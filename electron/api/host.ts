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
}

export function createHost(folder: string, ports: Ports): Host {
  return { folder, ports, ledger: null };
}

/** Drops the keys and closes the file. */
export function lockHost(host: Host): void {
  host.ledger?.close();
  host.ledger = null;
}
