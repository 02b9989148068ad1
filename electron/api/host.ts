import type { ErrorCode } from '../../shared/vocabulary/error-codes.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { refreshNameIndex } from '../registers/personnel/name-index.ts';
import { forkParser, type StartParser } from '../sheets/parser-host.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import type { NewOffice } from '../store/office-sql.ts';
import type { Ports } from '../store/ports.ts';
import type { Work } from './work.ts';

/**
 * One data folder as a host (Electron's core, the loopback server, the command line) holds it: locked, or
 * open for one account. Every procedure gets it as its context.
 */
export interface Host {
  readonly folder: string;
  readonly ports: Ports;
  /** How this host starts the process that parses a sheet from outside. */
  readonly startParser: StartParser;
  ledger: OpenLedger | null;
  /** What takes long and is under way. */
  readonly works: Map<object, Work>;
  /** Whose books these are, known from the first opening on; kept through a lock, never on the disk. */
  office: NewOffice | null;
  /** Milliseconds from signing in to the day's backup; null: none is made by itself. */
  readonly dailyBackupAfter: number | null;
  /** Why the last backup that was made by itself failed. */
  backupProblem: ErrorCode | null;
  /** Counts the locks, so that an unlocking that was overtaken by one is told. */
  locks: number;
}

export function createHost(
  folder: string,
  ports: Ports,
  startParser: StartParser = forkParser,
  dailyBackupAfter: number | null = null,
): Host {
  return {
    folder,
    ports,
    startParser,
    ledger: null,
    works: new Map(),
    office: null,
    dailyBackupAfter,
    backupProblem: null,
    locks: 0,
  };
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
  host.office = ledger.ownOffice;
  refreshNameIndex(ledger);
  return ledger;
}
