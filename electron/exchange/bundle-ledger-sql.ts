import type { SentState } from '../../shared/vocabulary/exchange-words.ts';
import type { KeptState } from '../../shared/vocabulary/import-outcomes.ts';
import type { Readable } from '../store/handles.ts';

/** One number that was sealed, as far as it has come. */
export interface SentLine {
  readonly party: string;
  readonly party_name: string;
  readonly epoch: number;
  readonly sequence: number;
  readonly kind: string;
  readonly state: SentState;
  readonly full: number;
  readonly as_of: string;
  readonly hash: string;
  readonly file_name: string | null;
  readonly bytes: number | null;
  readonly medium: string | null;
  readonly created_at: string;
  readonly sealed_by: string | null;
  readonly written_at: string | null;
  readonly delivered_at: string | null;
  readonly acknowledged_at: string | null;
  /** Days at the office's desk. */
  readonly sealed_on: string;
  readonly written_on: string | null;
  readonly delivered_on: string | null;
  readonly acknowledged_on: string | null;
  readonly receipt_key: string;
  readonly kept: number;
  readonly names_reason: string | null;
}

export interface SentAsked {
  /** Surrogate of the recipient; undefined: of everybody. */
  readonly party: number | undefined;
  /** Of each recipient the last one, where it has not been acknowledged. */
  readonly unacknowledged: boolean;
}

const SENT_ASKED = `(?1 IS NULL OR sent.recipient = ?1) AND (?2 = 0 OR sent.acknowledged_at IS NULL
  AND sent.pk = (SELECT max(pk) FROM sent_bundle WHERE recipient = sent.recipient AND names_reason IS NULL))`;

/** Another of the same recipient holds what this one held, and is there or takes its place; never one with names. */
const OVERTAKEN = `(sent.names_reason IS NULL AND EXISTS (SELECT 1 FROM sent_bundle AS later
  WHERE later.recipient = sent.recipient AND (later.epoch > sent.epoch OR later.epoch = sent.epoch AND later.sequence > sent.sequence
    AND later.acknowledged_at IS NOT NULL)))`;

const SENT_LINE = `SELECT office.id AS party, office.name AS party_name, sent.epoch, sent.sequence, sent.kind,
    CASE WHEN sent.acknowledged_at IS NOT NULL THEN 'acknowledged' WHEN ${OVERTAKEN} THEN 'superseded'
      WHEN sent.delivered_at IS NOT NULL THEN 'delivered' WHEN sent.written_at IS NOT NULL THEN 'written'
      ELSE 'sealed' END AS state,
    sent.base_rev = 0 AS full, sent.as_of, sent.hash, sent.file_name, sent.bytes, sent.medium, sent.created_at,
    account.name AS sealed_by, sent.written_at, sent.delivered_at, sent.acknowledged_at,
    date(sent.created_at, 'localtime') AS sealed_on, date(sent.written_at, 'localtime') AS written_on,
    date(sent.delivered_at, 'localtime') AS delivered_on,
    date(sent.acknowledged_at, 'localtime') AS acknowledged_on, sent.receipt_key, sent.names_reason,
    EXISTS (SELECT 1 FROM sent_file WHERE sent_file.bundle = sent.pk) AS kept
  FROM sent_bundle AS sent JOIN office ON office.pk = sent.recipient
  LEFT JOIN account ON account.pk = sent.created_by`;

/** Newest first. */
export function sentLines(db: Readable, asked: SentAsked, offset: number, limit: number): SentLine[] {
  return db.all<SentLine>(
    `${SENT_LINE} WHERE ${SENT_ASKED} ORDER BY sent.pk DESC LIMIT ?3 OFFSET ?4`,
    asked.party ?? null,
    Number(asked.unacknowledged),
    limit,
    offset,
  );
}

export function countSentLines(db: Readable, asked: SentAsked): number {
  const row = db.get<{ count: number }>(
    `SELECT count(*) AS count FROM sent_bundle AS sent WHERE ${SENT_ASKED}`,
    asked.party ?? null,
    Number(asked.unacknowledged),
  );
  return row?.count ?? 0;
}

/** What the register of exchanges lists: sealed on a day of the span, or one number of one party; oldest first. */
export function sentForForm(
  db: Readable,
  asked: {
    readonly party: number | undefined;
    readonly epoch: number | undefined;
    readonly sequence: number | undefined;
    readonly from: string | undefined;
    readonly until: string | undefined;
  },
): SentLine[] {
  return db.all<SentLine>(
    `${SENT_LINE} WHERE (?1 IS NULL OR sent.recipient = ?1) AND (?2 IS NULL OR sent.epoch = ?2)
       AND (?3 IS NULL OR sent.sequence = ?3) AND (?4 IS NULL OR date(sent.created_at, 'localtime') >= ?4)
       AND (?5 IS NULL OR date(sent.created_at, 'localtime') <= ?5) ORDER BY sent.pk`,
    asked.party ?? null,
    asked.epoch ?? null,
    asked.sequence ?? null,
    asked.from ?? null,
    asked.until ?? null,
  );
}

/** One number that was met, or a stretch of numbers that never came. */
export interface ReceivedLine {
  readonly party: string;
  readonly epoch: number;
  readonly sequence: number;
  readonly until: number;
  readonly state: KeptState | 'missing';
  readonly covered: number;
  readonly kind: string | null;
  readonly full: number | null;
  readonly as_of: string | null;
  readonly hash: string | null;
  readonly received_at: string | null;
  /** Of one with names: why, as its sender said; whether what it held was erased. */
  readonly names_reason: string | null;
  readonly names_erased: number | null;
}

/**
 * Numbers of every epoch run from 1; what a fallen key signed is no part of the chain, and leaves no gap. A stretch
 * that never came is one row, however long a hostile number makes it.
 */
const GAPS = `SELECT sender, epoch, before + 1 AS sequence, sequence - 1 AS until
  FROM (SELECT sender, epoch, sequence,
      coalesce(lag(sequence) OVER (PARTITION BY sender, epoch ORDER BY sequence), 0) AS before
    FROM received_bundle WHERE state <> 'revoked' AND (?1 IS NULL OR sender = ?1))
  WHERE sequence > before + 1`;

const RECEIVED_LINES = `SELECT sender, epoch, sequence, sequence AS until, state, kind, base_rev = 0 AS full, as_of,
    hash, received_at, pk
  FROM received_bundle WHERE ?1 IS NULL OR sender = ?1
  UNION ALL
  SELECT sender, epoch, sequence, until, 'missing', NULL, NULL, NULL, NULL, NULL, 0 FROM (${GAPS})`;

/** By party, each with its newest numbers first. */
export function receivedLines(
  db: Readable,
  party: number | undefined,
  offset: number,
  limit: number,
): ReceivedLine[] {
  return db.all<ReceivedLine>(
    `SELECT office.id AS party, line.epoch, line.sequence, line.until, line.state, line.kind, line.full, line.as_of,
       line.hash, line.received_at, named.reason AS names_reason, named.erased_at IS NOT NULL AS names_erased, EXISTS (SELECT 1 FROM received_bundle AS later WHERE later.sender = line.sender
         AND later.state = 'applied' AND (later.epoch, later.sequence) >= (line.epoch, line.until)) AS covered
     FROM (${RECEIVED_LINES}) AS line JOIN office ON office.pk = line.sender
     LEFT JOIN named_bundle AS named ON named.bundle = line.pk
     ORDER BY office.code, office.pk, line.epoch DESC, line.sequence DESC, line.pk DESC LIMIT ?2 OFFSET ?3`,
    party ?? null,
    limit,
    offset,
  );
}

export function countReceivedLines(db: Readable, party: number | undefined): number {
  const row = db.get<{ count: number }>(`SELECT count(*) AS count FROM (${RECEIVED_LINES})`, party ?? null);
  return row?.count ?? 0;
}

export interface SentStanding {
  readonly party: number;
  readonly last: number;
  readonly written: number | null;
  readonly delivered: number | null;
  readonly acknowledged: number | null;
}

/** Of each recipient the highest numbers of an epoch. */
export function sentStandings(db: Readable, epoch: number): SentStanding[] {
  return db.all<SentStanding>(
    `SELECT recipient AS party, max(sequence) AS last,
       max(iif(written_at IS NULL, NULL, sequence)) AS written,
       max(iif(delivered_at IS NULL, NULL, sequence)) AS delivered,
       max(iif(acknowledged_at IS NULL, NULL, sequence)) AS acknowledged
     FROM sent_bundle WHERE epoch = ? GROUP BY recipient`,
    epoch,
  );
}

export interface ReceivedStanding {
  readonly party: number;
  readonly applied: number | null;
  readonly superseded: number;
  readonly quarantined: number;
}

/** The epoch that a sender's books stand on, else the newest that anything is there of. */
const STANDING_EPOCH = `(SELECT epoch FROM received_bundle AS one WHERE one.sender = received.sender
  AND one.state <> 'revoked' ORDER BY one.state = 'applied' DESC, epoch DESC LIMIT 1)`;

export function receivedStandings(db: Readable): ReceivedStanding[] {
  return db.all<ReceivedStanding>(
    `SELECT sender AS party, max(iif(state = 'applied' AND epoch = ${STANDING_EPOCH}, sequence, NULL)) AS applied,
       count(*) FILTER (WHERE state = 'superseded' AND epoch = ${STANDING_EPOCH}) AS superseded,
       count(*) FILTER (WHERE state = 'quarantined') AS quarantined
     FROM received_bundle AS received GROUP BY sender`,
  );
}

export interface Gap {
  readonly party: number;
  readonly sequence: number;
  readonly until: number;
}

/** Stretches that never came, of the epoch that each sender's books stand on. */
export function standingGaps(db: Readable, party: number | undefined): Gap[] {
  return db.all<Gap>(
    `SELECT received.sender AS party, received.sequence, received.until FROM (${GAPS}) AS received
     WHERE received.epoch = ${STANDING_EPOCH} ORDER BY received.sender, received.sequence`,
    party ?? null,
  );
}
