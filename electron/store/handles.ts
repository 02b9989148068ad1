import type { CalendarDate, Instant } from '../../shared/vocabulary/dates.ts';

export type SqlValue = string | number | bigint | Uint8Array | null;

/** A database that can only be asked. Statements are prepared once per text and kept. */
export interface Readable {
  get<Row>(sql: string, ...values: SqlValue[]): Row | undefined;
  all<Row>(sql: string, ...values: SqlValue[]): Row[];
  /** Rows one by one, for what must not stand in memory whole. */
  iterate<Row>(sql: string, ...values: SqlValue[]): IterableIterator<Row>;
}

/** A database inside a transaction. */
export interface Writable extends Readable {
  /** @returns the number of rows changed and the rowid of the last one inserted. */
  run(sql: string, ...values: SqlValue[]): { changes: number; lastInsertRowid: number };
}

/** One write: a transaction that gets exactly one audit row, and whose rows all carry its `rev`. */
export interface Write extends Writable {
  /** Surrogate of the own office. */
  readonly office: number;
  /** The own office's revision that this write makes; every register row it touches stores it. */
  readonly rev: number;
  readonly at: Instant;
  readonly today: CalendarDate;
  /** Surrogate of the account that writes; 0 is the program itself. */
  readonly account: number;
  newId(): string;
  /** Told of every row before it changes, so that this write can be undone as one step. */
  readonly undo: UndoImages;
  /** Adds to what the audit row tells; JSON, merged key by key. Bodies can be purged, their digests stay. */
  record(detail: Readonly<Record<string, unknown>>): void;
}

/** What a write found before it, kept until it cannot be undone any more; in a rehearsal nothing is. */
export interface UndoImages {
  /** False when images would be for nothing: a rehearsal, or a write that cannot be undone anyway. */
  readonly kept: boolean;
  /** A row came with this write; undoing makes it a tombstone. */
  created(table: string, pk: number): void;
  /** These columns of a row are about to change. */
  changing(table: string, pk: number, columns: readonly string[]): void;
  /**
   * Many rows in one image, which the table's register takes back by itself. A row that `changing` was told of
   * in the same write guards them by its version.
   * @param key whatever surrogate the register wants to be handed with the image
   * @param image goes through JSON
   */
  bulk(table: string, key: number, image: unknown): void;
  /** This write cannot be undone: images are dropped. The first reason stands. */
  refuse(reason: 'undo_by_move' | 'undo_not_possible'): void;
  /** This write takes a step back, and is none itself. */
  leaveNoStep(): void;
}

/** The open ledger as registers see it. */
export interface Store {
  /** Surrogate of the own office. */
  readonly office: number;
  read<T>(ask: (db: Readable) => T): T;
  /**
   * Runs `change` in BEGIN IMMEDIATE, appends its audit row, commits, then moves the anchor, then returns.
   * Whatever `change` throws rolls everything back and is thrown on.
   * @throws Refusal `history_lost` while the ledger is read-only, `disk_full`, `file_unwritable`
   */
  write<T>(account: number, action: string, change: (write: Write) => T): T;
  /** Runs `change` like a write and rolls it back: what would happen, on the real data. */
  rehearse<T>(account: number, change: (write: Write) => T): T;
}
