/** Going on from a state of the ledger that lacks writes: by hand, or because a backup was put in its place. */
import type { ItemNumber } from '../../shared/rules/numbering.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { accountByPk } from './account-sql.ts';
import { activeAccount } from './accounts.ts';
import type { Anchors } from './anchors.ts';
import { givenNumbers, noteGiven } from './given-numbers-sql.ts';
import type { Write } from './handles.ts';
import { ownEpoch, setOwnEpoch } from './office-sql.ts';
import type { Connection } from './open-database.ts';
import type { Ports } from './ports.ts';
import type { HistoryLoss, Transactions } from './transactions.ts';

export interface HistoryPlace {
  readonly connection: Connection;
  readonly ledger: Transactions;
  readonly anchors: Anchors;
  readonly ports: Ports;
}

/** Numbers that were given once and that these books do not have: `from` to `until`, both counted. */
export interface SkippedNumbers {
  readonly year: number;
  readonly from: number;
  readonly until: number;
}

/** Why and from what a ledger goes on. */
export interface Restoring {
  readonly reason: string;
  /** What the backup is called in the history. */
  readonly backup: string;
  /** The highest numbers of items, as far as paper tells them. */
  readonly lastNumbers: readonly ItemNumber[];
}

export interface WentOn {
  /** Writes that the anchors know and these books have not; null where there is no anchor to ask. */
  readonly missing: number | null;
  readonly newEpoch: boolean;
  readonly skippedNumbers: readonly SkippedNumbers[];
}

/** A new epoch, told in the history with the reason; nothing where nothing is lost. */
export function acceptHistoryLoss(place: HistoryPlace, reason: string, by: number): void {
  const loss = place.ledger.readOnlyBecause;
  if (!loss) return;
  requireAdministrator(place, reason, by);
  beginEpoch(place, by, loss.missing, { reason });
}

/**
 * Tells the history of a copy that it is to go on in place of the books of now. Where writes are missing, or where
 * no anchor is left that would tell, a new epoch begins: what the others received may be further than this.
 */
export function goOnFromBackup(place: HistoryPlace, by: number, restoring: Restoring): WentOn {
  const { ledger, anchors } = place;
  const { reason, backup, lastNumbers } = restoring;
  requireAdministrator(place, reason, by);
  const isKnown = anchors.found.length > 0;
  const missing = ledger.readOnlyBecause?.missing ?? (isKnown ? 0 : null);
  if (missing !== 0)
    return {
      missing,
      newEpoch: true,
      skippedNumbers: beginEpoch(place, by, missing, { reason, backup }, lastNumbers),
    };
  ledger.write(by, 'history.restore', (write) => write.record({ reason, backup }));
  return { missing, newEpoch: false, skippedNumbers: [] };
}

export function setReadOnly(
  { connection, ledger }: Pick<HistoryPlace, 'connection' | 'ledger'>,
  loss: HistoryLoss | undefined,
): void {
  ledger.readOnlyBecause = loss;
  connection.pragma(`query_only=${loss ? 'on' : 'off'}`);
}

/** @param by the surrogate of an account; 0 where the recovery code opened */
function requireAdministrator({ ledger }: HistoryPlace, reason: string, by: number): void {
  ensure(reason.trim() !== '', 'missing_field', { field: 'reason' });
  const isAdministrator =
    by === 0 || activeAccount(accountByPk(ledger.db, by)).roles.includes('administrator');
  ensure(isAdministrator, 'not_allowed', { needs: ['administrator'] });
}

function beginEpoch(
  place: HistoryPlace,
  by: number,
  missing: number | null,
  told: Readonly<Record<string, string>>,
  numbers: readonly ItemNumber[] = [],
): SkippedNumbers[] {
  const { ledger, anchors, ports } = place;
  const loss = ledger.readOnlyBecause;
  const [lost] = anchors.found;
  setReadOnly(place, undefined);
  try {
    return ledger.writeAnyway(by, 'history.acceptLoss', (write) => {
      const counter = Math.max(ownEpoch(write).counter, lost?.epochCounter ?? 0) + 1;
      setOwnEpoch(write, { id: ports.newId(), counter });
      const skipped = skipNumbers(write, [...numbers, ...anchors.found.flatMap((anchor) => anchor.numbers)]);
      write.record({
        ...told,
        missing,
        epoch: lost?.epochCounter,
        seq: lost?.seq,
        hash: lost?.hash,
        ...(skipped.length > 0 && { skippedNumbers: skipped }),
      });
      return skipped;
    });
  } catch (error) {
    setReadOnly(place, loss);
    throw error;
  }
}

/** Numbering goes on above those that the anchors know; each is a gap in these books, and is told. */
function skipNumbers(write: Write, known: readonly ItemNumber[]): SkippedNumbers[] {
  const before = givenNumbers(write);
  for (const one of known) noteGiven(write, one);
  return givenNumbers(write).flatMap(({ year, number: until }) => {
    const from = (before.find((one) => one.year === year)?.number ?? 0) + 1;
    return from <= until ? [{ year, from, until }] : [];
  });
}
