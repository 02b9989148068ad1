import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { KeptState } from '../../shared/vocabulary/import-outcomes.ts';
import type { ChainPosition } from '../bundle/trust.ts';
import type { Readable } from '../store/handles.ts';

/** What the grid asks of a bundle; an index has all of it. */
export interface ArrivalRow {
  readonly sender: number;
  readonly epoch: number;
  readonly sequence: number;
  readonly state: KeptState;
  readonly as_of: CalendarDate;
  readonly received_at: string;
}

/** Of every sender, in the order of its numbers. */
export function arrivalRows(db: Readable): ArrivalRow[] {
  return db.all<ArrivalRow>(
    `SELECT sender, epoch, sequence, state, as_of, received_at FROM received_bundle
     ORDER BY sender, epoch, sequence`,
  );
}

/** When the first keys of each party were pinned, by the surrogate of its office. */
export function firstPinnings(db: Readable): { readonly office: number; readonly pinned_at: string }[] {
  return db.all('SELECT office, pinned_at FROM party');
}

export interface KeptRow {
  readonly pk: number;
  readonly epoch: number;
  readonly sequence: number;
  readonly base_rev: number;
  readonly hash: string;
  readonly as_of: CalendarDate;
  readonly state: KeptState;
  readonly received_at: string;
}

const KEPT = `SELECT pk, epoch, sequence, base_rev, hash, as_of, state, received_at FROM received_bundle`;

/** Newest first. */
export function keptRows(
  db: Readable,
  sender: number,
  page: { readonly offset: number; readonly limit: number },
): KeptRow[] {
  return db.all<KeptRow>(
    `${KEPT} WHERE sender = ? ORDER BY epoch DESC, sequence DESC, pk DESC LIMIT ? OFFSET ?`,
    sender,
    page.limit,
    page.offset,
  );
}

export function countKept(db: Readable, sender: number): number {
  const row = db.get<{ count: number }>(
    'SELECT count(*) AS count FROM received_bundle WHERE sender = ?',
    sender,
  );
  return row?.count ?? 0;
}

/** Those that the books were made of, up to a number: the last full one and what followed on it, in order. */
export function chainUpTo(
  db: Readable,
  sender: number,
  begins: ChainPosition,
  ends: ChainPosition,
): KeptRow[] {
  return db.all<KeptRow>(
    `${KEPT} WHERE sender = ?1 AND state = 'applied' AND (epoch, sequence) <= (?4, ?5)
       AND (epoch, sequence) >= (SELECT epoch, sequence FROM received_bundle
         WHERE sender = ?1 AND state = 'applied' AND base_rev = 0 AND (epoch, sequence) <= (?2, ?3)
         ORDER BY epoch DESC, sequence DESC LIMIT 1)
     ORDER BY epoch, sequence`,
    sender,
    begins.epoch,
    begins.sequence,
    ends.epoch,
    ends.sequence,
  );
}

/** The file as it came. */
export function keptContent(db: Readable, pk: number): Uint8Array | undefined {
  return db.get<{ content: Uint8Array }>('SELECT content FROM received_bundle WHERE pk = ?', pk)?.content;
}
