import { type ChainPosition, comparePositions, FIRST_POSITION, type TrustedKey } from '../bundle/trust.ts';
import type { Readable } from '../store/handles.ts';
import { ownGenerations } from './own-keys.ts';
import { type KeyRecordRow, keyRecordRows } from './own-keys-sql.ts';

/**
 * The office's own keys as a recipient had to trust them at a position: each chain is one key and those that followed
 * it by rotations or revocations until then. Keys that were replaced without a record begin a chain of their own,
 * since nothing says from which number on they hold; the newest chain comes first.
 * @param recipient surrogate
 */
export function ownSigningKeys(db: Readable, recipient: number, position: ChainPosition): TrustedKey[][] {
  const records = keyRecordRows(db).filter((row) => row.recipient === recipient);
  const fallen = (generation: number) => placeOf(records, 'revocation', generation);
  const chains: TrustedKey[][] = [];
  for (const { number, verifyingKey } of ownGenerations(db)) {
    const from = placeOf(records, 'rotation', number) ?? fallen(number - 1);
    const key = { verifyingKey, from: from ?? FIRST_POSITION, revokedFrom: fallen(number) };
    if (from === null) chains.unshift([key]);
    else if (comparePositions(from, position) <= 0) chains[0]?.push(key);
  }
  return chains;
}

function placeOf(
  records: readonly KeyRecordRow[],
  kind: KeyRecordRow['kind'],
  generation: number,
): ChainPosition | null {
  const record = records.find((row) => row.kind === kind && row.number === generation);
  return record ? { epoch: record.from_epoch, sequence: record.from_sequence } : null;
}
