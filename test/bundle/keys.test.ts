import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleFileName } from '../../electron/bundle/file-name.ts';
import { encodeKeyFile, fingerprint, keyFileOf, parseKeyFile } from '../../electron/bundle/key-file.ts';
import type { OfficeKeys } from '../../electron/bundle/keys.ts';
import { generateOfficeKeys, pseudonym } from '../../electron/bundle/keys.ts';
import { isReceiptCode, receiptCode } from '../../electron/bundle/receipt.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { fc } from '../support/properties.ts';
import { OFFICE, refusal } from './invented-pair.ts';

const SELF = {
  kind: 'office',
  officeId: OFFICE,
  code: 'QL-01',
  name: '青龙县教育整顿办',
  demo: false,
} as const;
let keys: OfficeKeys;
let file: Uint8Array;

beforeAll(async () => {
  keys = await generateOfficeKeys();
  file = encodeKeyFile(SELF, keys);
});

const changed = (changes: Record<string, unknown>) =>
  Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(file).toString()), ...changes }));

describe('file names', () => {
  it('[B32] tell the code, the number and the day', () => {
    const day = calendarDate('2021-03-31');
    expect(bundleFileName('QL-01', 12, day)).toBe('QL-01-00012-20210331.jyzd');
    expect(bundleFileName('x', 1234567, day)).toBe('x-1234567-20210331.jyzd');
  });
});

describe('keys', () => {
  it('[B33] are three, of their lengths, and new each time', async () => {
    const other = await generateOfficeKeys();
    expect([keys.signingSeed.length, keys.verifyingKey.length, keys.pseudonymKey.length]).toEqual([
      32, 32, 32,
    ]);
    expect(keys.identity).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/);
    expect(keys.recipient).toMatch(/^age1[0-9a-z]{58}$/);
    for (const name of ['signingSeed', 'verifyingKey', 'identity', 'recipient', 'pseudonymKey'] as const) {
      expect(keys[name]).not.toEqual(other[name]);
    }
  });

  it('[B34] go into a file with the public halves alone, and come back', () => {
    expect(parseKeyFile(file)).toEqual(keyFileOf(SELF, keys));
    const text = Buffer.from(file).toString();
    const secrets = [keys.signingSeed, keys.pseudonymKey].map((s) => Buffer.from(s).toString('hex'));
    for (const secret of [...secrets, keys.identity]) expect(text).not.toContain(secret);
  });

  it('[B34] read a file whatever its white space and order of fields', () => {
    const { signature, ...rest } = JSON.parse(Buffer.from(file).toString());
    const turned = Object.fromEntries(Object.entries({ signature, ...rest }).reverse());
    expect(parseKeyFile(Buffer.from(JSON.stringify(turned)))).toEqual(keyFileOf(SELF, keys));
  });

  it('[B34] refuse a changed file', async () => {
    const fresh = await generateOfficeKeys();
    const forgeries = [
      { name: '另一个县' },
      { demo: true },
      { kind: 'group' },
      { recipient: fresh.recipient },
      { verifyingKey: Buffer.from(fresh.verifyingKey).toString('hex') },
      { signature: '0'.repeat(128) },
    ];
    for (const one of forgeries) {
      expect(await refusal(() => parseKeyFile(changed(one)))).toBe('keys_signature_wrong');
    }
  });

  it('[B34] refuse what is no key file, and name a newer one', async () => {
    const wrong = [
      Buffer.from(''),
      Buffer.from('[]'),
      Buffer.from('null'),
      Buffer.alloc(9000, ' '),
      changed({ more: 1 }),
      changed({ format: 'other' }),
      changed({ recipient: keys.identity }),
      changed({ name: '青\u202e龙' }),
      file.subarray(0, 100),
    ];
    for (const one of wrong) expect(await refusal(() => parseKeyFile(one))).toBe('keys_malformed');
    for (const newer of [{ format: 'jyzd-keys/2' }, { suite: 'sm2-sm3', more: 1 }]) {
      expect(await refusal(() => parseKeyFile(changed(newer)))).toBe('keys_newer_format');
    }
  });

  it('[B34] never read another content from a file with one byte changed', () => {
    const position = fc.tuple(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(position, ([at, flip]) => {
        const copy = Uint8Array.from(file);
        copy[at]! ^= flip;
        let read: unknown = null;
        try {
          read = parseKeyFile(copy);
        } catch (error) {
          expect((error as { code: string }).code).toMatch(/^keys_/);
        }
        if (read !== null) expect(read).toEqual(keyFileOf(SELF, keys)); // white space alone
      }),
      { numRuns: 500 },
    );
  });

  it('[B35] have a fingerprint of eight groups that follows from both keys and the office', async () => {
    const known = { officeId: OFFICE, verifyingKey: '00'.repeat(32), recipient: `age1${'q'.repeat(58)}` };
    expect(fingerprint(known)).toBe('63809 89082 11545 76866 24947 68738 60836 52397');
    const fresh = keyFileOf(SELF, await generateOfficeKeys());
    const own = keyFileOf(SELF, keys);
    const prints = [
      own,
      { ...own, recipient: fresh.recipient },
      { ...own, verifyingKey: fresh.verifyingKey },
      { ...own, officeId: '0c0e0a10-0000-4000-8000-000000000009' as typeof OFFICE },
    ].map(fingerprint);
    expect(new Set(prints).size).toBe(4);
    for (const print of prints) expect(print).toMatch(/^(\d{5} ){7}\d{5}$/);
  });
});

describe('pseudonyms', () => {
  it('[B36] are the HMAC of the rule', () => {
    const key = new Uint8Array(32).fill(7);
    const parts = ['jyzd-pseudonym/1', 'attendance', 'p-1'].flatMap((text) => [
      Buffer.from([0, 0, 0, text.length]),
      Buffer.from(text),
    ]);
    const mac = createHmac('sha256', key).update(Buffer.concat(parts)).digest('hex');
    expect(pseudonym(key, 'attendance', 'p-1')).toBe(mac.slice(0, 32));
  });

  it('[B36] stay for a person and differ by person, purpose and key', () => {
    const other = new Uint8Array(32).fill(1);
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, two) => {
        fc.pre(one !== two);
        const all = [
          pseudonym(keys.pseudonymKey, 'attendance', one),
          pseudonym(keys.pseudonymKey, 'attendance', two),
          pseudonym(keys.pseudonymKey, 'selfInspection', one),
          pseudonym(other, 'attendance', one),
        ];
        expect(new Set(all).size).toBe(4);
        expect(pseudonym(keys.pseudonymKey, 'attendance', one)).toBe(all[0]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('paper receipts', () => {
  const manifest = { receiptKey: '000102030405060708090a0b0c0d0e0f' };
  const hash = 'ab'.repeat(32);

  it('[B37] carry the first 40 bits of the HMAC of the rule', () => {
    const mac = createHmac('sha256', Buffer.from(manifest.receiptKey, 'hex'))
      .update(`jyzd-receipt/1\n${hash}`)
      .digest();
    const bits = [...mac.subarray(0, 5)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
    const digits = bits.match(/.{5}/g)!.map((five) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[parseInt(five, 2)]);
    expect(receiptCode(manifest, hash).replace('-', '')).toBe(digits.join(''));
  });

  it('[B37] are accepted as people type them, and for no other bundle', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const one = { receiptKey: Buffer.from(bytes).toString('hex') };
        const code = receiptCode(one, hash);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
        const typed = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replace('-', ' ');
        expect(isReceiptCode(typed, one, hash)).toBe(true);
        expect(isReceiptCode(code, one, 'cd'.repeat(32))).toBe(false);
        expect(isReceiptCode(code.slice(1), one, hash)).toBe(false);
      }),
      { numRuns: 100 },
    );
    expect(isReceiptCode('', manifest, hash)).toBe(false);
    expect(isReceiptCode('０１２３-４５６７', manifest, hash)).toBe(false);
  });
});
