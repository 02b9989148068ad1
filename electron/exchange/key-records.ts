import type { Instant } from '../../shared/vocabulary/dates.ts';
import type { KeyRecordKind } from '../../shared/vocabulary/key-origins.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { parseKeyMessage } from '../bundle/key-message.ts';
import {
  encodeRecord,
  type RecordPlace,
  type Rotation,
  revocationOf,
  rotationOf,
} from '../bundle/key-records.ts';
import type { OfficeKeys } from '../bundle/keys.ts';
import { MAX_ROTATIONS } from '../bundle/manifest.ts';
import type { ChainPosition } from '../bundle/trust.ts';
import type { Readable, Write } from '../store/handles.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import { ownEpoch, setOwnEpoch } from '../store/office-sql.ts';
import { lastSent } from './bundle-log-sql.ts';
import { generateOfficeKeys, ownKeyNumber, ownKeys, storeNextKeys } from './own-keys.ts';
import { insertKeyRecord, keyRecordRows, unheardRotations } from './own-keys-sql.ts';
import { allParties, ownIdentity, type Party } from './parties.ts';

/**
 * Takes new keys into use, and signs for each party from which number on ([X48]). The keys before stay, for
 * bundles that were sealed to them; persons keep their pseudonyms.
 * @returns the number of the new generation
 * @throws Refusal `keys_missing`, `rotation_pending` when a party has heard of none of the last eight
 */
export async function rotateKeys(ledger: OpenLedger, reason: string): Promise<number> {
  const fresh = await generateOfficeKeys();
  return ledger.write(ledger.account.pk, 'exchange.rotateKeys', (write) => {
    const old = ownKeys(write);
    const next = { ...fresh, pseudonymKey: old.pseudonymKey };
    const number = storeNext(write, next, reason);
    for (const party of allParties(write)) {
      const { pk, keys } = party;
      ensure(unheardRotations(write, pk).length < MAX_ROTATIONS, 'rotation_pending', { code: keys.code });
      const rotation = rotationOf(placeFor(write, party), old, next);
      note(write, { number, kind: 'rotation', party, rotation });
    }
    return number;
  });
}

/**
 * Lets keys fall that were lost or stolen, signs that for each party from its next number on ([X51]), and takes
 * new ones into use: these no record can bring, only a ceremony.
 * @returns the number of the new generation
 */
export async function revokeKeys(ledger: OpenLedger, reason: string): Promise<number> {
  const fresh = await generateOfficeKeys();
  return ledger.write(ledger.account.pk, 'exchange.revokeKeys', (write) => {
    const old = ownKeys(write);
    const fallen = ownKeyNumber(write);
    for (const party of allParties(write)) {
      const revocation = revocationOf(placeFor(write, party), old, reason);
      note(write, { number: fallen, kind: 'revocation', party, revocation });
    }
    return storeNext(write, { ...fresh, pseudonymKey: old.pseudonymKey }, reason);
  });
}

/**
 * Takes new keys into use where those that the parties know are gone ([X53]): nothing is signed with them, so only
 * a ceremony brings the new ones, and a new epoch begins.
 * @returns the number of the new generation
 */
export async function replaceKeys(ledger: OpenLedger, reason: string): Promise<number> {
  const fresh = await generateOfficeKeys();
  return ledger.write(ledger.account.pk, 'exchange.replaceKeys', (write) => {
    const { pseudonymKey } = ownKeys(write);
    const number = storeNext(write, { ...fresh, pseudonymKey }, reason);
    const epoch = { id: write.newId(), counter: ownEpoch(write).counter + 1 };
    setOwnEpoch(write, epoch);
    write.record({ epoch: epoch.counter });
    return number;
  });
}

export interface KeyRecord {
  readonly party: Party;
  readonly kind: KeyRecordKind;
  readonly from: ChainPosition;
  readonly at: Instant;
  /** The party has acknowledged a bundle from that number on. */
  readonly heard: boolean;
  readonly fileName: string;
  readonly content: Uint8Array;
}

/** What this office signed about its keys, as files for each party; the newest first. */
export function keyRecords(db: Readable): KeyRecord[] {
  const parties = new Map(allParties(db).map((party) => [party.pk, party]));
  const { code } = ownIdentity(db);
  return keyRecordRows(db).flatMap((row) => {
    const party = parties.get(row.recipient);
    if (!party) return [];
    const fileName = `${code}-${row.kind}-${row.number}-${party.keys.code}.jyzdkeys.json`;
    const from = { epoch: row.from_epoch, sequence: row.from_sequence };
    const content = Buffer.from(row.record);
    return [{ party, kind: row.kind, from, at: row.at, heard: row.heard === 1, fileName, content }];
  });
}

/** Rotations that a recipient has not shown to have heard: every bundle to it carries them until then. */
export function carriedRotations(db: Readable, recipient: number): { rotations?: Rotation[] } {
  const rotations = unheardRotations(db, recipient).flatMap(({ record }) => {
    const message = parseKeyMessage(Buffer.from(record));
    return message.says === 'rotation' ? [message.rotation] : [];
  });
  return rotations.length > 0 ? { rotations } : {};
}

function storeNext(write: Write, keys: OfficeKeys, because: string): number {
  const numbers = allParties(write).map((party) => placeFor(write, party).from.sequence);
  write.undo.refuse('undo_not_possible');
  write.record({ reason: because });
  return storeNextKeys(write, keys, {
    firstSequence: numbers.length > 0 ? Math.min(...numbers) : 1,
    because,
  });
}

/** The number that the next bundle to a party bears. */
function placeFor(write: Write, { pk, keys }: Party): RecordPlace {
  const epoch = ownEpoch(write).counter;
  const sequence = (lastSent(write, pk, epoch)?.sequence ?? 0) + 1;
  return { officeId: ownIdentity(write).officeId, towards: keys.officeId, from: { epoch, sequence } };
}

type Noted = { readonly number: number; readonly party: Party } & (
  | { readonly kind: 'rotation'; readonly rotation: Rotation }
  | { readonly kind: 'revocation'; readonly revocation: ReturnType<typeof revocationOf> }
);

function note(write: Write, said: Noted): void {
  const { number, kind, party } = said;
  const record = kind === 'rotation' ? said.rotation : said.revocation;
  insertKeyRecord(write, {
    number,
    kind,
    recipient: party.pk,
    from: record.from,
    record: Buffer.from(encodeRecord(record)).toString(),
  });
  write.record({ [`${kind} ${party.keys.code}`]: record.from });
}
