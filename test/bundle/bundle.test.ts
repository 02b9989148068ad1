import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SealedBundle } from '../../electron/bundle/bundle.ts';
import { openBundle, peekManifest, sealBundle } from '../../electron/bundle/bundle.ts';
import { DEFAULT_CAPS } from '../../electron/bundle/caps.ts';
import { openContainer, sealContainer } from '../../electron/bundle/container.ts';
import type { BundleStatement } from '../../electron/bundle/manifest.ts';
import type { Tables } from '../../electron/bundle/tables.ts';
import { encodeTables } from '../../electron/bundle/tables.ts';
import { fc } from '../support/properties.ts';
import type { InventedPair } from './invented-pair.ts';
import { forge, inventPair, refusal, SMALL_TABLES, STRANGER, statement, tablesOf } from './invented-pair.ts';

let pair: InventedPair;
let sealed: SealedBundle;

beforeAll(async () => {
  pair = await inventPair();
  sealed = await seal();
});

const seal = (changes: Partial<BundleStatement> = {}, tables: Tables = SMALL_TABLES) =>
  sealBundle(statement(changes), tables, {
    signingSeed: pair.office.signingSeed,
    recipient: pair.group.recipient,
  });
const open = (file: Uint8Array) => openBundle(file, pair.opening);

describe('a bundle', () => {
  it('[B17] opens to what was sealed', async () => {
    const opened = await open(sealed.bytes);
    expect(opened.tables).toEqual(SMALL_TABLES);
    expect(opened.manifest).toEqual(sealed.manifest);
    expect(opened.manifest).toMatchObject({ ...statement(), counts: { person: 2, attendance: 4, item: 2 } });
  });

  it('[B20] has the SHA-256 of its file as hash', async () => {
    const hash = createHash('sha256').update(sealed.bytes).digest('hex');
    expect([sealed.hash, (await open(sealed.bytes)).hash]).toEqual([hash, hash]);
    const next = await seal({ sequence: 2, previousHash: hash, full: false, baseRev: 120 });
    expect((await open(next.bytes)).manifest.previousHash).toBe(hash);
  });

  it('[B21] may hold no rows and no tables', async () => {
    const empty = tablesOf({ item: { number: [] } });
    for (const tables of [empty, new Map()]) {
      expect((await open((await seal({}, tables)).bytes)).tables).toEqual(tables);
    }
  });

  it('[B22] is not sealed with a wrong statement, too many rows or too long a text', async () => {
    expect(await refusal(() => seal({ baseRev: 1 }))).toBe('bundle_malformed');
    const unknown = { ...statement(), more: 1 } as BundleStatement;
    expect(await refusal(() => seal(unknown))).toBe('bundle_malformed');
    const many = new Map([['t', { rows: DEFAULT_CAPS.rows + 1, columns: new Map() }]]);
    expect(await refusal(() => seal({}, many))).toBe('bundle_too_many_rows');
    const long = tablesOf({ t: { c: ['长'.repeat(DEFAULT_CAPS.stringLength + 1)] } });
    expect(await refusal(() => seal({}, long))).toBe('bundle_text_too_long');
  });

  it('shows its verified manifest without parsing the payload, and never an unverified one', async () => {
    const noJson = await forge(pair, Buffer.from('no JSON'));
    expect((await peekManifest(noJson, pair.opening)).manifest.headRev).toBe(120);
    expect(await refusal(() => open(noJson))).toBe('bundle_malformed');
    const strange = { ...pair.opening, trust: () => [] };
    expect(await refusal(() => peekManifest(sealed.bytes, strange))).toBe('bundle_sender_unknown');
    const elsewhere = { ...pair.opening, self: STRANGER };
    expect(await refusal(() => peekManifest(sealed.bytes, elsewhere))).toBe('bundle_recipient_wrong');
  });

  it('[B27] is refused when tables or rows are not those of its counts', async () => {
    const payload = encodeTables(SMALL_TABLES);
    const counts = { person: 2, attendance: 4, item: 2 };
    const { item: _, ...fewer } = counts;
    const wrong = [{ ...counts, item: 3 }, fewer, { ...counts, talk: 0 }, { ...fewer, toString: 2 }, {}];
    for (const claimed of wrong) {
      const file = await forge(pair, payload, { counts: claimed });
      expect(await refusal(() => open(file))).toBe('bundle_payload_mismatch');
    }
    expect((await open(await forge(pair, payload, { counts }))).tables).toEqual(SMALL_TABLES);
  });

  it('[B26] is refused when its authentic payload is a bomb', async () => {
    const rows = DEFAULT_CAPS.rows;
    const bomb = { tables: { t: { rows: rows + 1, columns: { c: ['runs', [1], [rows + 1]] } } } };
    const file = await forge(pair, Buffer.from(JSON.stringify(bomb)), { counts: { t: 1 } });
    expect(await refusal(() => open(file))).toBe('bundle_too_many_rows');
  });

  it('[B5] is refused with any byte of the file changed', async () => {
    const change = fc.tuple(fc.nat(sealed.bytes.length - 1), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(change, async ([at, flip]) => {
        const changed = Uint8Array.from(sealed.bytes);
        changed[at]! ^= flip;
        expect(await refusal(() => open(changed))).not.toBeNull();
      }),
      { numRuns: 600 },
    );
  });

  it('[B5] is refused when cut anywhere or with anything behind it', async () => {
    for (let length = 0; length < sealed.bytes.length; length += 3) {
      expect(await refusal(() => open(sealed.bytes.subarray(0, length)))).not.toBeNull();
    }
    for (const more of ['\0', '\n', 'x'.repeat(70_000)]) {
      const longer = Buffer.concat([sealed.bytes, Buffer.from(more)]);
      expect(await refusal(() => open(longer))).toBe('bundle_damaged');
    }
  });

  it('[B20] has another hash when its recipient wraps the same document again, and the same content', async () => {
    const document = await openContainer(sealed.bytes, pair.opening.identities);
    const again = await open(await sealContainer(document, pair.group.recipient));
    expect(again.hash).not.toBe(sealed.hash);
    expect(again.manifest).toEqual(sealed.manifest);
  });

  it('[B18] is refused when signed with an unknown field', async () => {
    const file = await forge(pair, encodeTables(new Map()), { later: true });
    expect(await refusal(() => open(file))).toBe('bundle_malformed');
  });
});
