import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_CAPS } from '../../electron/bundle/caps.ts';
import { splitDocument, verifyDocument } from '../../electron/bundle/document.ts';
import { signEd25519 } from '../../electron/bundle/ed25519.ts';
import { generateOfficeKeys } from '../../electron/bundle/keys.ts';
import { encodeTables } from '../../electron/bundle/tables.ts';
import type { TrustedKey } from '../../electron/bundle/trust.ts';
import type { OfficeId } from '../../shared/vocabulary/ids.ts';
import { fc } from '../support/properties.ts';
import type { InventedPair } from './invented-pair.ts';
import {
  forgeDocument,
  GROUP,
  inventPair,
  OFFICE,
  refusal,
  SMALL_TABLES,
  STRANGER,
} from './invented-pair.ts';

const PAYLOAD = encodeTables(SMALL_TABLES);
const COUNTS = { person: 2, attendance: 4, item: 2 };
const LINE = 'jyzd/1 ed25519-sha256\n';
let pair: InventedPair;

beforeAll(async () => {
  pair = await inventPair();
});

const forged = (changes: Record<string, unknown> = {}, payload = PAYLOAD) =>
  Buffer.from(forgeDocument(pair, payload, { counts: COUNTS, ...changes }));

const verify = (document: Uint8Array, changes: { trust?: readonly TrustedKey[]; self?: OfficeId } = {}) =>
  verifyDocument(document, {
    trust: (id) => (id === OFFICE ? (changes.trust ?? pair.opening.trust(id)) : []),
    self: changes.self ?? GROUP,
    caps: DEFAULT_CAPS,
  });

const key = (from: [number, number], revoked: [number, number] | null = null): TrustedKey => ({
  verifyingKey: pair.office.verifyingKey,
  from: { epoch: from[0], sequence: from[1] },
  revokedFrom: revoked && { epoch: revoked[0], sequence: revoked[1] },
});

const at = (epoch: number, sequence: number) => ({
  epoch: { id: '0c0e0a10-0000-4000-8000-00000000e001', counter: epoch },
  sequence,
  ...(sequence === 1 ? {} : { previousHash: 'b2'.repeat(32) }),
});

describe('the document', () => {
  it('[B9] is laid out byte by byte as the table says', () => {
    const document = forged();
    const length = document.readUInt32BE(LINE.length);
    const start = LINE.length + 4;
    const parts = splitDocument(document);
    expect(document.subarray(0, LINE.length).toString()).toBe(LINE);
    expect(JSON.parse(document.subarray(start, start + length).toString())).toMatchObject({ sequence: 1 });
    expect(document.length).toBe(start + length + 64 + PAYLOAD.length);
    expect(parts.payload).toEqual(PAYLOAD);
    const signed = Buffer.concat([Buffer.from('jyzd/1 manifest\n'), parts.manifest]);
    expect(parts.signature).toEqual(signEd25519(pair.office.signingSeed, signed));
  });

  it('[B9] is refused where it does not follow the table', async () => {
    const document = forged();
    const lengths = [0, 65_537, 0xffffffff, document.length];
    const wrong = lengths.map((length) => {
      const copy = Buffer.from(document);
      copy.writeUInt32BE(length, LINE.length);
      return copy;
    });
    const cuts = [0, 1, LINE.length - 1, LINE.length, LINE.length + 3, LINE.length + 5, LINE.length + 100];
    for (const cut of cuts) wrong.push(document.subarray(0, cut));
    wrong.push(Buffer.from('{"tables":{}}'), Buffer.from('jyzd/0 a\n'), Buffer.from(` ${LINE}`));
    for (const one of wrong) expect(await refusal(() => verify(one))).toBe('bundle_malformed');
  });

  it('[B10] names another version and another suite, and reads nothing behind them', async () => {
    for (const line of ['jyzd/2 ed25519-sha256\n', 'jyzd/1 sm2-sm3\n', 'jyzd/12 x\n']) {
      const document = Buffer.concat([Buffer.from(line), Buffer.alloc(100, 0xff)]);
      expect(await refusal(() => verify(document))).toBe('bundle_newer_format');
    }
  });

  it('[B11] refuses a sender without a pinned key, whatever else is wrong with the manifest', async () => {
    const sender = { officeId: STRANGER };
    expect(await refusal(() => verify(forged({ sender })))).toBe('bundle_sender_unknown');
    expect(await refusal(() => verify(forged({ sender, kind: 'nonsense' })))).toBe('bundle_sender_unknown');
  });

  it('[B11] refuses a manifest that names no sender, epoch or sequence', async () => {
    for (const changes of [
      { sender: null },
      { sender: { officeId: 'x' } },
      { epoch: 1 },
      { sequence: '1' },
    ]) {
      expect(await refusal(() => verify(forged(changes)))).toBe('bundle_malformed');
    }
  });

  it('[B12] takes the key that holds at the position: epoch first, then sequence, dates never', async () => {
    const other = { ...key([1, 5]), verifyingKey: (await generateOfficeKeys()).verifyingKey };
    const rotated = [key([1, 1]), other];
    const decades = { createdAt: '1970-01-01T00:00:00.000Z' };
    expect(verify(forged({ ...at(1, 4), ...decades }), { trust: rotated }).manifest.sequence).toBe(4);
    for (const position of [at(1, 5), at(1, 6), at(2, 1)]) {
      expect(await refusal(() => verify(forged(position), { trust: rotated }))).toBe(
        'bundle_key_out_of_turn',
      );
    }
    const later = [key([2, 1])];
    expect(await refusal(() => verify(forged(at(1, 99)), { trust: later }))).toBe('bundle_key_out_of_turn');
    expect(verify(forged(at(2, 1)), { trust: later }).manifest.epoch.counter).toBe(2);
  });

  it('[B13] refuses another key, another signature, and a signature over other bytes', async () => {
    const document = forged();
    const stranger = { ...key([1, 1]), verifyingKey: (await generateOfficeKeys()).verifyingKey };
    const noKey = { ...key([1, 1]), verifyingKey: new Uint8Array(5) };
    for (const trust of [[stranger], [noKey]]) {
      expect(await refusal(() => verify(document, { trust }))).toBe('bundle_signature_wrong');
    }
    const { manifest } = splitDocument(document);
    const bare = Buffer.from(document);
    bare.set(signEd25519(pair.office.signingSeed, manifest), LINE.length + 4 + manifest.length);
    expect(await refusal(() => verify(bare))).toBe('bundle_signature_wrong');
  });

  it('[B14] refuses a key from the position of its revocation on, and no earlier bundle', async () => {
    const trust = [key([1, 1], [2, 3])];
    for (const good of [at(1, 900), at(2, 2)]) expect(verify(forged(good), { trust })).toBeDefined();
    for (const late of [at(2, 3), at(2, 4), at(3, 1)]) {
      expect(await refusal(() => verify(forged(late), { trust }))).toBe('bundle_sender_revoked');
    }
  });

  it('[B15] refuses a payload that is longer, shorter or other than signed', async () => {
    const document = forged();
    const changed = Buffer.from(document);
    changed[document.length - 5]! ^= 1;
    const wrong = [Buffer.concat([document, Buffer.from(' ')]), document.subarray(0, -1), changed];
    for (const one of wrong) expect(await refusal(() => verify(one))).toBe('bundle_payload_mismatch');
  });

  it('[B16] refuses what is addressed to another office', async () => {
    const code = await refusal(() => verify(forged({ recipient: { officeId: STRANGER } })));
    expect(code).toBe('bundle_recipient_wrong');
    expect(await refusal(() => verify(forged(), { self: STRANGER }))).toBe('bundle_recipient_wrong');
  });

  it('[B17] checks in the order of the rules, and row counts before the payload is parsed', async () => {
    const noJson = Buffer.from('this is not JSON');
    const huge = { counts: { attendance: DEFAULT_CAPS.rows + 1 } };
    expect(await refusal(() => verify(forged(huge, noJson)))).toBe('bundle_too_many_rows');
    const elsewhere = { ...huge, recipient: { officeId: STRANGER } };
    expect(await refusal(() => verify(forged(elsewhere, noJson)))).toBe('bundle_recipient_wrong');
    const longer = Buffer.concat([forged(elsewhere), Buffer.from('x')]);
    expect(await refusal(() => verify(longer))).toBe('bundle_payload_mismatch');
    const malformed = Buffer.concat([forged({ ...elsewhere, kind: 'nonsense' }), Buffer.from('x')]);
    expect(await refusal(() => verify(malformed))).toBe('bundle_malformed');
    const revoked = { trust: [key([1, 1], [1, 1])] };
    expect(await refusal(() => verify(malformed, revoked))).toBe('bundle_sender_revoked');
    expect(verify(forged({}, noJson)).payload).toEqual(noJson);
  });

  it('[B5] never verifies with a changed byte or a cut, and never raises another error', async () => {
    const document = forged();
    const change = fc.tuple(fc.nat(document.length - 1), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(change, async ([position, flip]) => {
        const changed = Buffer.from(document);
        changed[position]! ^= flip;
        expect(await refusal(() => verify(changed))).not.toBeNull();
        expect(await refusal(() => verify(document.subarray(0, position)))).not.toBeNull();
      }),
      { numRuns: 2000 },
    );
  });
});
