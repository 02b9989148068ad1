import type { Readable, Write } from '../store/handles.ts';

/** @param bundle surrogate of a received bundle; once, however often it comes back from being put aside */
export function insertNamed(write: Write, bundle: number, reason: string): void {
  write.run('INSERT INTO named_bundle (bundle, reason) VALUES (?, ?) ON CONFLICT DO NOTHING', bundle, reason);
}

export interface NamedRow {
  readonly pk: number;
  readonly hash: string;
  readonly epoch: number;
  readonly erased_at: string | null;
}

/** A bundle with names that was kept of a sender; of the newest epoch unless told. @param sender id of the office */
export function namedBundleAt(
  db: Readable,
  sender: string,
  epoch: number | undefined,
  sequence: number,
): NamedRow | undefined {
  return db.get<NamedRow>(
    `SELECT received.pk, received.hash, received.epoch, named.erased_at
     FROM named_bundle AS named JOIN received_bundle AS received ON received.pk = named.bundle
     JOIN office ON office.pk = received.sender
     WHERE office.id = ?1 AND received.sequence = ?2 AND (?3 IS NULL OR received.epoch = ?3)
     ORDER BY received.epoch DESC, received.state = 'kept' DESC, received.pk DESC LIMIT 1`,
    sender,
    sequence,
    epoch ?? null,
  );
}

/** What it holds goes for good; that it came, and how it is linked, stays. */
export function eraseContent(write: Write, bundle: number, reason: string): void {
  write.run("UPDATE received_bundle SET content = x'' WHERE pk = ?", bundle);
  write.run(
    'UPDATE named_bundle SET erased_because = ?, erased_at = ?, erased_by = ? WHERE bundle = ?',
    reason,
    write.at,
    write.account,
    bundle,
  );
}
