import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_CAPS } from '../../electron/bundle/caps.ts';
import { verifyDocument } from '../../electron/bundle/document.ts';
import { encodeKeyFile, keyFileOf } from '../../electron/bundle/key-file.ts';
import { parseKeyMessage } from '../../electron/bundle/key-message.ts';
import { encodeRecord, type Rotation, revocationOf, rotationOf } from '../../electron/bundle/key-records.ts';
import type { OfficeKeys } from '../../electron/bundle/keys.ts';
import { generateOfficeKeys } from '../../electron/bundle/keys.ts';
import { encodeTables } from '../../electron/bundle/tables.ts';
import { FIRST_POSITION, rotatedKey, type TrustedKey } from '../../electron/bundle/trust.ts';
import { fc } from '../support/properties.ts';
import { forgeDocument, GROUP, OFFICE, refusal, SMALL_TABLES, STRANGER } from './invented-pair.ts';

const PAYLOAD = encodeTables(SMALL_TABLES);
const COUNTS = { person: 2, attendance: 4, item: 2 };
let keys: readonly OfficeKeys[];

beforeAll(async () => {
  keys = await Promise.all(Array.from({ length: 4 }, generateOfficeKeys));
});

const place = (sequence: number, epoch = 1) => ({
  officeId: OFFICE,
  towards: GROUP,
  from: { epoch, sequence },
});
const pinned = (of: OfficeKeys, from = FIRST_POSITION, revoked: number | null = null): TrustedKey => ({
  verifyingKey: of.verifyingKey,
  from,
  revokedFrom: revoked === null ? null : { epoch: 1, sequence: revoked },
});
const changed = (file: Uint8Array, changes: Record<string, unknown>) =>
  Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(file).toString()), ...changes }));

/** The number of a bundle that this key signed, and the rotations that it carries. */
function signed(by: OfficeKeys, sequence: number, rotations: readonly Rotation[] = []) {
  const previousHash = sequence === 1 ? null : 'b2'.repeat(32);
  const carried = rotations.length > 0 ? { rotations } : {};
  const changes = { counts: COUNTS, sequence, previousHash, ...carried };
  return forgeDocument({ office: by } as never, PAYLOAD, changes);
}

const verdict = (document: Uint8Array, trust: readonly TrustedKey[]) =>
  refusal(() => verifyDocument(document, { trust: () => trust, self: GROUP, caps: DEFAULT_CAPS }));

describe('a rotation', () => {
  it('[B42] names both keys and its place, is signed by both, and comes back from its file', () => {
    const [old, next] = keys as [OfficeKeys, OfficeKeys];
    const rotation = rotationOf(place(5), old, next);
    expect(Object.keys(rotation)).toEqual([
      'format',
      'suite',
      'officeId',
      'towards',
      'from',
      'previousKey',
      'verifyingKey',
      'recipient',
      'signatures',
    ]);
    expect(parseKeyMessage(encodeRecord(rotation))).toEqual({ says: 'rotation', rotation });
    const identity = { kind: 'office', officeId: OFFICE, code: 'A', name: 'b', demo: false } as const;
    const own = parseKeyMessage(encodeKeyFile(identity, old));
    expect(own).toEqual({ says: 'keys', keys: keyFileOf(identity, old) });
  });

  it('[B42] is refused when anything of it was changed, is missing, or is of a newer version', async () => {
    const [old, next, other] = keys as [OfficeKeys, OfficeKeys, OfficeKeys];
    const rotation = rotationOf(place(5), old, next);
    const file = encodeRecord(rotation);
    const stolen = rotationOf(place(5), other, next).signatures;
    const forged = [
      { from: { epoch: 1, sequence: 4 } },
      { towards: STRANGER },
      { officeId: STRANGER },
      { recipient: other.recipient },
      { signatures: { ...rotation.signatures, old: stolen.old } },
      { signatures: { ...rotation.signatures, new: stolen.old } },
    ];
    for (const one of forged)
      expect(await refusal(() => parseKeyMessage(changed(file, one)))).toBe('keys_signature_wrong');
    for (const one of [{ from: { epoch: 0, sequence: 4 } }, { more: 1 }, { signatures: {} }])
      expect(await refusal(() => parseKeyMessage(changed(file, one)))).toBe('keys_malformed');
    expect(await refusal(() => parseKeyMessage(Buffer.alloc(9000, ' ')))).toBe('keys_malformed');
    for (const one of [{ format: 'jyzd-rotation/2' }, { suite: 'sm2-sm3' }])
      expect(await refusal(() => parseKeyMessage(changed(file, one)))).toBe('keys_newer_format');
  });

  it('[B42] never reads as another one from a file with one byte changed', () => {
    const rotation = rotationOf(place(5), keys[0]!, keys[1]!);
    const file = encodeRecord(rotation);
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const copy = Uint8Array.from(file);
        copy[at]! ^= flip;
        try {
          expect(parseKeyMessage(copy)).toEqual({ says: 'rotation', rotation }); // white space alone
        } catch (error) {
          expect((error as { code: string }).code).toMatch(/^keys_/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('[B43] is believed from the newest key known, not before its place, not once it is revoked', async () => {
    const [old, next, other] = keys as [OfficeKeys, OfficeKeys, OfficeKeys];
    const rotation = rotationOf(place(5), old, next);
    const ask = (known: TrustedKey[], office = OFFICE, self = GROUP) =>
      refusal(() => rotatedKey(known, rotation, office, self));
    expect(rotatedKey([pinned(old)], rotation, OFFICE, GROUP)).toMatchObject({
      from: { epoch: 1, sequence: 5 },
      revokedFrom: null,
    });
    expect(await ask([pinned(other)])).toBe('keys_do_not_follow');
    expect(await ask([pinned(old), pinned(other)])).toBe('keys_do_not_follow');
    expect(await ask([pinned(old, { epoch: 1, sequence: 6 })])).toBe('keys_do_not_follow');
    expect(await ask([pinned(old, FIRST_POSITION, 9)])).toBe('keys_do_not_follow');
    expect(await ask([pinned(old)], STRANGER)).toBe('keys_not_for_us');
    expect(await ask([pinned(old)], OFFICE, STRANGER)).toBe('keys_not_for_us');
  });

  it('[B43] that a bundle carries opens it and those after it, and not a number before with the new key', async () => {
    const [first, second, third, stranger] = keys as [OfficeKeys, OfficeKeys, OfficeKeys, OfficeKeys];
    const once = rotationOf(place(5), first, second);
    const twice = rotationOf(place(5), second, third);
    const trust = [pinned(first)];
    expect(await verdict(signed(second, 5), trust)).toBe('bundle_signature_wrong');
    expect(await verdict(signed(second, 5, [once]), trust)).toBeNull();
    expect(await verdict(signed(second, 9, [once]), trust)).toBeNull();
    expect(await verdict(signed(third, 5, [once, twice]), trust)).toBeNull();
    expect(await verdict(signed(third, 5, [twice]), trust)).toBe('bundle_signature_wrong');
    expect(await verdict(signed(second, 4, [once]), trust)).toBe('bundle_key_out_of_turn');
    expect(await verdict(signed(first, 5, [once]), trust)).toBe('bundle_key_out_of_turn');
    const usurped = rotationOf(place(5), stranger, second);
    expect(await verdict(signed(second, 5, [usurped]), trust)).toBe('bundle_signature_wrong');
    const both = [pinned(first), pinned(second, { epoch: 1, sequence: 5 })];
    expect(await verdict(signed(second, 6, [usurped]), both)).toBeNull();
  });
});

describe('a revocation', () => {
  it('[B44] names its key, place and reason, is signed by that key, and comes back from its file', async () => {
    const [stolen, other] = keys as [OfficeKeys, OfficeKeys];
    const revocation = revocationOf(place(8), stolen, 'U盘丢失');
    const file = encodeRecord(revocation);
    expect(parseKeyMessage(file)).toEqual({ says: 'revocation', revocation });
    for (const one of [{ reason: 'x' }, { from: { epoch: 1, sequence: 9 } }, { towards: STRANGER }])
      expect(await refusal(() => parseKeyMessage(changed(file, one)))).toBe('keys_signature_wrong');
    const { signature } = revocationOf(place(8), other, 'U盘丢失');
    expect(await refusal(() => parseKeyMessage(changed(file, { signature })))).toBe('keys_signature_wrong');
    expect(await refusal(() => revocationOf(place(8), stolen, ''))).toBe('keys_malformed');
    expect(await refusal(() => parseKeyMessage(changed(file, { format: 'jyzd-revocation/9' })))).toBe(
      'keys_newer_format',
    );
  });

  it('[B44] lets nothing follow its key: whoever stole it could sign a successor too', async () => {
    const [stolen, next] = keys as [OfficeKeys, OfficeKeys];
    const trust = [pinned(stolen, FIRST_POSITION, 8)];
    const back = rotationOf(place(2), stolen, next);
    expect(await verdict(signed(next, 9, [back]), trust)).toBe('bundle_signature_wrong');
    expect(await verdict(signed(stolen, 8), trust)).toBe('bundle_sender_revoked');
    expect(await verdict(signed(stolen, 7), trust)).toBeNull();
    const replaced = [...trust, pinned(next, { epoch: 1, sequence: 8 })];
    expect(await verdict(signed(stolen, 9), replaced)).toBe('bundle_sender_revoked');
    expect(await verdict(signed(next, 8), replaced)).toBeNull();
  });
});
