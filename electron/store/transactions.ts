import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { type AuditHead, bodyDigest, originHash, rowHash } from './audit-chain.ts';
import { dataId, insertAuditRow, lastAuditRow } from './audit-sql.ts';
import { naming } from './file-errors.ts';
import type { Store, Writable, Write } from './handles.ts';
import { nextRevision, OWN_OFFICE, ownEpoch, ownRevision } from './office-sql.ts';
import type { Connection } from './open-database.ts';
import type { Ports } from './ports.ts';
import { statements } from './statements.ts';
import { type KeptStep, keptImages, NO_IMAGES } from './undo-images.ts';
import { insertStep } from './undo-sql.ts';

export interface Transactions extends Store {
  /** The database outside any transaction, for the store's own queries. */
  readonly db: Writable;
  /** Why every write is refused; undefined while they are not. */
  readOnlyBecause: HistoryLoss | undefined;
  /** A write that is not refused by `readOnlyBecause`: accepting the loss. */
  writeAnyway<T>(account: number, action: string, change: (write: Write) => T): T;
}

export interface HistoryLoss {
  readonly code: 'history_lost';
  /** How many writes the anchor knows that the database does not; at least 1. */
  readonly missing: number;
}

/** @param moveAnchors is told the new head after each commit, and must not throw */
export function transactions(
  connection: Connection,
  ports: Ports,
  moveAnchors: (head: AuditHead) => void,
): Transactions {
  const db = statements(connection);

  function transact<T>(
    account: number,
    change: (write: Write) => T,
    end: 'rollback' | ((open: OpenWrite) => void),
  ): T {
    if (connection.inTransaction) throw new Error('a write inside a write');
    naming('writing', () => connection.exec('BEGIN IMMEDIATE'));
    let open: OpenWrite | undefined;
    try {
      open = openWrite(db, ports, account, end !== 'rollback');
      const result = change(open.write);
      if (result instanceof Promise) throw new Error('a write that waits');
      if (end !== 'rollback') end(open);
      return result;
    } finally {
      open?.finish();
      // SQLite itself rolls back after some errors, and `end` may have committed.
      if (connection.inTransaction) connection.exec('ROLLBACK');
    }
  }

  function writeAnyway<T>(account: number, action: string, change: (write: Write) => T): T {
    let head: AuditHead | undefined;
    const result = transact(account, change, (open) => {
      const step = open.step();
      if (step) insertStep(db, { rev: open.write.rev, account, action }, step);
      head = appendToHistory(db, ports, { at: open.write.at, account, action, body: open.body });
      naming('writing', () => connection.exec('COMMIT'));
    });
    if (head) moveAnchors(head);
    return result;
  }

  const self: Transactions = {
    db,
    office: OWN_OFFICE,
    readOnlyBecause: undefined,
    read: (ask) => ask(db),
    write(account, action, change) {
      refuseWhileReadOnly(self.readOnlyBecause);
      return writeAnyway(account, action, change);
    },
    rehearse(account, change) {
      refuseWhileReadOnly(self.readOnlyBecause);
      return transact(account, change, 'rollback');
    },
    writeAnyway,
  };
  return self;
}

/** Appends one row under the own office's epoch and current revision; to be called inside a transaction. */
export function appendToHistory(
  db: Writable,
  ports: Ports,
  entry: { at: string; account: number; action: string; body: Readonly<Record<string, unknown>> },
): AuditHead {
  const last = lastAuditRow(db);
  const salt = ports.random(32);
  const body = JSON.stringify(entry.body);
  const row = {
    seq: (last?.seq ?? 0) + 1,
    epoch_counter: ownEpoch(db).counter,
    at: entry.at,
    account: entry.account,
    action: entry.action,
    rev: ownRevision(db),
    digest: bodyDigest(salt, body),
    previous: last?.hash ?? originHash(dataId(db)),
  };
  const hash = rowHash(row);
  insertAuditRow(db, { ...row, hash }, salt, body);
  return { epochCounter: row.epoch_counter, seq: row.seq, hash: hash.toString('hex') };
}

interface OpenWrite {
  readonly write: Write;
  readonly body: Readonly<Record<string, unknown>>;
  /** What the write leaves to be undone. */
  step(): KeptStep | undefined;
  /** After this, the handle changes nothing any more. */
  finish(): void;
}

function openWrite(db: Writable, ports: Ports, account: number, stays: boolean): OpenWrite {
  const body: Record<string, unknown> = {};
  const images = stays ? keptImages(db) : undefined;
  let live = true;
  const whileLive = <Arguments extends unknown[], Result>(work: (...values: Arguments) => Result) => {
    return (...values: Arguments): Result => {
      if (!live) throw new Error('a write used after its end');
      return work(...values);
    };
  };
  const write: Write = {
    ...db,
    run: whileLive(db.run),
    record: whileLive((detail) => void Object.assign(body, detail)),
    office: OWN_OFFICE,
    rev: nextRevision(db),
    at: ports.clock.now(),
    today: ports.clock.today(),
    account,
    newId: ports.newId,
    undo: images ?? NO_IMAGES,
  };
  const finish = () => {
    live = false;
  };
  return { write, body, step: () => images?.step(), finish };
}

function refuseWhileReadOnly(reason: HistoryLoss | undefined): void {
  if (reason) throw new Refusal(reason.code, { missing: reason.missing });
}
