import type { Instant } from '../../shared/vocabulary/dates.ts';
import type { OfficeId } from '../../shared/vocabulary/ids.ts';
import type { KeyOrigin } from '../../shared/vocabulary/key-origins.ts';
import type { PartyRelation } from '../../shared/vocabulary/party-relations.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import type { InstallationRole } from '../../shared/vocabulary/words.ts';
import {
  fingerprint,
  type KeyFile,
  type OfficeIdentity,
  parseKeyFile,
  readKeyFile,
} from '../bundle/key-file.ts';
import { type ChainPosition, FIRST_POSITION, type TrustLookup } from '../bundle/trust.ts';
import type { Readable, Write } from '../store/handles.ts';
import { ownOffice } from '../store/office-sql.ts';
import {
  hasExchanged,
  insertOffice,
  insertParty,
  officeWithCode,
  type PartyRow,
  partyRowById,
  partyRowByOffice,
  partyRows,
  renameOffice,
  setRelation,
} from './parties-sql.ts';
import { closeChain, knowsKey, trustedKeys } from './party-keys.ts';
import { insertPartyKey } from './party-keys-sql.ts';

/** An office whose public keys were pinned. */
export interface Party {
  readonly pk: number;
  /** Those in force; the name and the code are those of the first pinning. */
  readonly keys: KeyFile;
  readonly fingerprint: string;
  /** Null: nothing is exchanged with it. */
  readonly relation: PartyRelation | null;
  readonly pinning: Pinning;
}

/** How the keys in force came to be trusted, and whether they still are. */
export interface Pinning {
  readonly generation: number;
  readonly how: KeyOrigin;
  readonly at: Instant;
  /** Name of the account; null: the program itself. */
  readonly by: string | null;
  /** The first number that the keys are not good for any more. */
  readonly revoked: (ChainPosition & { readonly reason: string }) | null;
}

/** What a person did before pinning. */
export interface Ceremony {
  /** Groups of the fingerprint as they were typed from the other side's paper; places from 1. */
  readonly compared?: readonly { readonly group: number; readonly digits: string }[] | undefined;
  /** Why the chain until now is closed: the other side lost its keys, or its books. */
  readonly reason?: string | undefined;
  /** The id of the office that was set up anew, under another one, by those whose keys these are. */
  readonly succeeds?: string | undefined;
  /** What it is to us; between an office and a group it is known. */
  readonly as?: PartyRelation | undefined;
}

/** Who this installation is, as its key file tells. */
export function ownIdentity(db: Readable): OfficeIdentity {
  const { id, ...told } = ownOffice(db);
  return { officeId: id as OfficeId, ...told };
}

/**
 * Pins the public keys of another office, after a person compared the fingerprint on paper. The same keys
 * again change nothing. Others follow revoked ones ([X52]), or begin a new chain for a reason ([X53]).
 * @throws Refusal keys_*, `party_is_self`, `demo_mismatch`, `fingerprint_differs`, `party_keys_differ` when others
 *   are pinned and nothing says why they go, `party_code_taken`: offices are asked for by their codes too;
 *   `party_unknown`, `missing_field` for an office that succeeds another; `exchange_direction` when it is said to be
 *   what it cannot be, or was said not to be
 */
export function pinParty(write: Write, content: Uint8Array, ceremony: Ceremony = {}): Party {
  const keys = parseKeyFile(content);
  const own = ownIdentity(write);
  ensure(keys.officeId !== own.officeId, 'party_is_self');
  ensure(keys.demo === own.demo, 'demo_mismatch');
  const print = fingerprint(keys);
  for (const { group, digits } of ceremony.compared ?? [])
    ensure(print.split(' ')[group - 1] === digits, 'fingerprint_differs', { group });
  const held = partyById(write, keys.officeId);
  if (held?.fingerprint === print && !held.pinning.revoked) return related(write, held, ceremony.as);
  const place = placeOf(write, held, keys, content, ceremony);
  insertPartyKey(write, place.pk, {
    verifyingKey: keys.verifyingKey,
    recipient: keys.recipient,
    fingerprint: print,
    from: place.from,
    how: 'ceremony',
    record: Buffer.from(content).toString('utf8'),
  });
  write.record({ party: keys.officeId, fingerprint: print, from: place.from });
  const pinned = partyById(write, keys.officeId);
  ensure(pinned, 'party_unknown');
  return related(write, pinned, ceremony.as);
}

/** What was said can be said anew until a bundle has arrived by it. */
function related(write: Write, party: Party, said: PartyRelation | undefined): Party {
  if (said === undefined || said === party.relation) return party;
  ensure(party.relation === null || !hasExchanged(write, party.pk), 'exchange_direction');
  const relation = relationOf(ownIdentity(write).kind, party.keys.kind, said);
  setRelation(write, party.pk, said);
  write.record({ relation });
  return { ...party, relation };
}

/** An office reports to groups; which of two groups is above, a person has to say. */
function relationOf(
  own: InstallationRole,
  other: InstallationRole,
  said: PartyRelation | undefined,
): PartyRelation | null {
  if (own === other) {
    ensure(own === 'group' || said === undefined, 'exchange_direction');
    return said ?? null;
  }
  const known = own === 'office' ? 'parent' : 'child';
  ensure(said === undefined || said === known, 'exchange_direction');
  return known;
}

interface KeyPlace {
  readonly pk: number;
  readonly from: ChainPosition;
}

function placeOf(
  write: Write,
  held: Party | undefined,
  keys: KeyFile,
  content: Uint8Array,
  { reason, succeeds, as }: Ceremony,
): KeyPlace {
  if (held) return following(write, held, keys, reason);
  if (succeeds !== undefined) return succeeding(write, succeeds, { keys, content, reason });
  ensure(!officeWithCode(write, keys.code), 'party_code_taken', { code: keys.code });
  const relation = relationOf(ownIdentity(write).kind, keys.kind, as);
  const pk = insertOffice(write, keys);
  insertParty(write, { office: pk, content, fingerprint: fingerprint(keys), relation });
  return { pk, from: FIRST_POSITION };
}

/** New keys hold from where those before fell; for a reason, from the first bundle of a new chain. */
function following(write: Write, held: Party, keys: KeyFile, reason: string | undefined): KeyPlace {
  const { pk } = held;
  const { officeId, kind, code } = held.keys;
  const isNew = keys.kind === kind && !knowsKey(write, pk, keys.verifyingKey);
  ensure(isNew, 'party_keys_differ', { code });
  if (reason !== undefined) {
    closeChain(write, { pk, officeId }, reason);
    return { pk, from: FIRST_POSITION };
  }
  ensure(held.pinning.revoked, 'party_keys_differ', { code });
  const { epoch, sequence } = held.pinning.revoked;
  return { pk, from: { epoch, sequence } };
}

interface Successor {
  readonly keys: KeyFile;
  readonly content: Uint8Array;
  readonly reason: string | undefined;
}

/** An office that was set up anew takes the place of the old one, with what the books hold of it. */
function succeeding(write: Write, old: string, { keys, content, reason }: Successor): KeyPlace {
  const held = partyById(write, old);
  ensure(held && held.keys.kind === keys.kind, 'party_unknown');
  ensure(reason !== undefined, 'missing_field', { field: 'reason' });
  const isFree = keys.code === held.keys.code || !officeWithCode(write, keys.code);
  ensure(isFree, 'party_code_taken', { code: keys.code });
  closeChain(write, { pk: held.pk, officeId: held.keys.officeId }, reason);
  renameOffice(write, held.pk, keys, content);
  write.record({ succeeds: old });
  return { pk: held.pk, from: FIRST_POSITION };
}

/** By code. */
export function allParties(db: Readable): Party[] {
  return partyRows(db).map(partyOf);
}

/** @param officeId the office's UUID, not its surrogate */
export function partyById(db: Readable, officeId: string): Party | undefined {
  const row = partyRowById(db, officeId);
  return row && partyOf(row);
}

/** @param office surrogate */
export function partyByOffice(db: Readable, office: number): Party | undefined {
  const row = partyRowByOffice(db, office);
  return row && partyOf(row);
}

/** The party named, or the only one there is. @throws Refusal `party_unknown`, `party_missing`, `party_ambiguous` */
export function chosenParty(db: Readable, officeId: string | undefined): Party {
  if (officeId !== undefined) {
    const party = partyById(db, officeId);
    ensure(party, 'party_unknown');
    return party;
  }
  const [only, another] = allParties(db);
  ensure(only, 'party_missing');
  ensure(!another, 'party_ambiguous');
  return only;
}

/** The pinned keys as the bundle format asks for them. */
export function trustOf(db: Readable): TrustLookup {
  return (officeId) => {
    const row = partyRowById(db, officeId);
    return row ? trustedKeys(db, row.office) : [];
  };
}

function partyOf(row: PartyRow): Party {
  const first = readKeyFile(Buffer.from(row.key_file, 'utf8'));
  const keys = { ...first, verifyingKey: row.verifying_key, recipient: row.recipient };
  const { revoked_epoch: epoch, revoked_sequence: sequence, revoked_because: reason } = row;
  const revoked = epoch === null || sequence === null ? null : { epoch, sequence, reason: reason ?? '' };
  const { number: generation, how, pinned_at: at, pinned_by: by } = row;
  return {
    pk: row.office,
    keys,
    fingerprint: row.fingerprint,
    relation: row.relation,
    pinning: { generation, how, at, by, revoked },
  };
}
