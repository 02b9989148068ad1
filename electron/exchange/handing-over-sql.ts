import type { KeptState } from '../../shared/vocabulary/import-outcomes.ts';
import type { Readable, Write } from '../store/handles.ts';

/** Keeps the file of a bundle just noted as sent; the one kept before it for the same recipient, with names or without as this one, goes. */
export function keepSentFile(
  write: Write,
  recipient: number,
  file: { readonly hash: string; readonly fileName: string; readonly bytes: Uint8Array },
): void {
  write.run(
    `DELETE FROM sent_file WHERE bundle IN (SELECT one.pk FROM sent_bundle AS one
       JOIN sent_bundle AS new ON new.recipient = one.recipient AND new.hash = ?2
       WHERE one.recipient = ?1 AND (one.names_reason IS NULL) = (new.names_reason IS NULL))`,
    recipient,
    file.hash,
  );
  write.run(
    'UPDATE sent_bundle SET file_name = ?, bytes = ? WHERE hash = ? AND recipient = ?',
    file.fileName,
    file.bytes.length,
    file.hash,
    recipient,
  );
  write.run(
    'INSERT INTO sent_file (bundle, content) SELECT pk, ? FROM sent_bundle WHERE hash = ? AND recipient = ?',
    file.bytes,
    file.hash,
    recipient,
  );
}

export interface KeptFile {
  readonly pk: number;
  readonly recipient_code: string;
  readonly sequence: number;
  readonly file_name: string;
  readonly bytes: number;
}

/** A sealed bundle whose file is still kept. @param recipient id of the office */
export function keptFile(
  db: Readable,
  recipient: string,
  epoch: number,
  sequence: number,
): KeptFile | undefined {
  return db.get<KeptFile>(
    `SELECT sent.pk, office.code AS recipient_code, sent.sequence, sent.file_name, sent.bytes
     FROM sent_bundle AS sent JOIN office ON office.pk = sent.recipient JOIN sent_file ON sent_file.bundle = sent.pk
     WHERE office.id = ? AND sent.epoch = ? AND sent.sequence = ?`,
    recipient,
    epoch,
    sequence,
  );
}

export function keptContent(db: Readable, bundle: number): Uint8Array | undefined {
  return db.get<{ content: Uint8Array }>('SELECT content FROM sent_file WHERE bundle = ?', bundle)?.content;
}

export function markWritten(write: Write, bundle: number, medium: string | null): void {
  write.run(
    'UPDATE sent_bundle SET written_at = ?, written_by = ?, medium = coalesce(?, medium) WHERE pk = ?',
    write.at,
    write.account,
    medium,
    bundle,
  );
}

export function markDelivered(write: Write, bundle: number): void {
  write.run(
    'UPDATE sent_bundle SET delivered_at = ?, delivered_by = ? WHERE pk = ? AND delivered_at IS NULL',
    write.at,
    write.account,
    bundle,
  );
}

export interface KnownFile {
  readonly party: string;
  readonly sequence: number;
  readonly known: 'current' | 'older' | 'received';
}

/** What a file is by its hash: one of ours, one that was kept of another; undefined: unknown here. */
export function fileKnown(db: Readable, hash: string): KnownFile | undefined {
  return db.get<KnownFile>(
    `SELECT office.id AS party, sent.sequence, iif(EXISTS (SELECT 1 FROM sent_bundle AS later
         WHERE later.recipient = sent.recipient AND (later.names_reason IS NULL) = (sent.names_reason IS NULL)
           AND (later.epoch, later.sequence) > (sent.epoch, sent.sequence)),
       'older', 'current') AS known
     FROM sent_bundle AS sent JOIN office ON office.pk = sent.recipient WHERE sent.hash = ?1
     UNION ALL
     SELECT office.id, received.sequence, 'received'
     FROM received_bundle AS received JOIN office ON office.pk = received.sender WHERE received.hash = ?1
     LIMIT 1`,
    hash,
  );
}

export interface ReceiptRow {
  readonly pk: number;
  readonly hash: string;
  readonly receipt_key: string;
  readonly delivered_at: string | null;
}

/** @param recipient id of the office */
export function awaitedReceipt(
  db: Readable,
  recipient: string,
  epoch: number,
  sequence: number,
): ReceiptRow | undefined {
  return db.get<ReceiptRow>(
    `SELECT sent.pk, sent.hash, sent.receipt_key, sent.delivered_at FROM sent_bundle AS sent
     JOIN office ON office.pk = sent.recipient WHERE office.id = ? AND sent.epoch = ? AND sent.sequence = ?`,
    recipient,
    epoch,
    sequence,
  );
}

export interface KeptBundle {
  readonly content: Uint8Array;
  readonly state: KeptState;
  readonly received_at: string;
}

/** The newest file that was kept of a sender under a number; of the newest epoch unless told. */
export function keptBundle(
  db: Readable,
  sender: string,
  epoch: number | undefined,
  sequence: number,
): KeptBundle | undefined {
  return db.get<KeptBundle>(
    `SELECT received.content, received.state, received.received_at FROM received_bundle AS received
     JOIN office ON office.pk = received.sender
     WHERE office.id = ?1 AND received.sequence = ?2 AND received.state <> 'revoked'
       AND length(received.content) > 0 AND (?3 IS NULL OR received.epoch = ?3)
     ORDER BY received.epoch DESC, received.state = 'applied' DESC, received.pk DESC LIMIT 1`,
    sender,
    sequence,
    epoch ?? null,
  );
}
