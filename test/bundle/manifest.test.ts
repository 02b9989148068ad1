import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../electron/bundle/manifest.ts';
import { parseManifest } from '../../electron/bundle/manifest.ts';
import { forgedManifest, OFFICE, refusal } from './invented-pair.ts';

const GOOD: Manifest = forgedManifest(Buffer.from('{"tables":{}}'));
const ACKNOWLEDGEMENT = {
  officeId: OFFICE,
  epoch: GOOD.epoch,
  sequence: 3,
  bundleHash: 'c3'.repeat(32),
  auditHead: { seq: 9, hash: 'd4'.repeat(32) },
};
const LATER = { sequence: 2, previousHash: 'b2'.repeat(32), full: false, baseRev: 100 };

describe('the manifest', () => {
  it('[B18] takes a full first report, an incremental one, a receipt and one with names', () => {
    const named = { pseudonymous: false, namesReason: '市指导组书面要求' };
    for (const changes of [{}, LATER, { kind: 'receipt', acknowledges: ACKNOWLEDGEMENT }, named]) {
      expect(parseManifest({ ...GOOD, ...changes })).toEqual({ ...GOOD, ...changes });
    }
  });

  it.each(Object.keys(GOOD))('[B18] refuses a manifest without %s', async (field) => {
    const { [field as keyof Manifest]: _, ...rest } = GOOD;
    expect(await refusal(() => parseManifest(rest))).toBe('bundle_malformed');
  });

  const WRONG: Record<string, unknown> = {
    'an unknown field': { surprise: 1 },
    'an unknown field inside': { sender: { ...GOOD.sender, phone: '1' } },
    'an unknown kind': { kind: 'letter' },
    'another format version': { formatVersion: 2 },
    'another suite': { suite: 'sm2-sm3' },
    'an office id in capitals': { sender: { ...GOOD.sender, officeId: OFFICE.toUpperCase() } },
    'a code with a path': { sender: { ...GOOD.sender, code: '../../x' } },
    'an empty code': { sender: { ...GOOD.sender, code: '' } },
    'a code of 33 characters': { sender: { ...GOOD.sender, code: 'a'.repeat(33) } },
    'a name of 101 characters': { sender: { ...GOOD.sender, name: '县'.repeat(101) } },
    'a name with a direction mark': { sender: { ...GOOD.sender, name: '青\u202e龙' } },
    'a name with a line feed': { sender: { ...GOOD.sender, name: '青\n龙' } },
    'a name with a zero-width space': { sender: { ...GOOD.sender, name: '青\u200b龙' } },
    'demo as text': { sender: { ...GOOD.sender, demo: 'yes' } },
    'sequence 0': { sequence: 0 },
    'a fraction as sequence': { sequence: 1.5 },
    'a sequence beyond the safe integers': { sequence: 2 ** 53 },
    'a negative rev': { headRev: -1 },
    'a hash in capitals': { auditHead: { seq: 1, hash: 'A1'.repeat(32) } },
    'a short hash': { ...LATER, previousHash: 'b2' },
    'a day that does not exist': { period: { from: null, asOf: '2021-02-30' } },
    'an instant without zone': { createdAt: '2021-03-31T08:30:00' },
    'a reason of 201 characters': { pseudonymous: false, namesReason: '因'.repeat(201) },
    'a count that is negative': { counts: { person: -1 } },
    'a count of a wrong name': { counts: { 'a b': 1 } },
    '65 tables': { counts: Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`t${i}`, 0])) },
    'another payload encoding': { payload: { ...GOOD.payload, encoding: 'columns-json/2' } },
    'half an acknowledgement': { acknowledges: { officeId: OFFICE } },
  };

  it.each(Object.entries(WRONG))('[B18] refuses %s', async (_, changes) => {
    const value = { ...GOOD, ...(changes as object) };
    expect(await refusal(() => parseManifest(value))).toBe('bundle_malformed');
  });

  it.each(['', 'sender', 'counts', 'payload'])('[B18] refuses __proto__ as a key of “%s”', async (field) => {
    const text = JSON.stringify(GOOD);
    const opening = field === '' ? '{' : `"${field}":{`;
    const comma = field === 'counts' ? '' : ',';
    const value = JSON.parse(text.replace(opening, `${opening}"__proto__":{"x":1}${comma}`));
    expect(await refusal(() => parseManifest(value))).toBe('bundle_malformed');
  });

  const CONTRADICTIONS: Record<string, unknown> = {
    'a base above the head': { ...LATER, baseRev: 121 },
    'a full bundle with a base': { baseRev: 1 },
    'a first bundle that names one before it': { previousHash: 'b2'.repeat(32) },
    'an incremental bundle without one before it': { ...LATER, previousHash: null },
    'pseudonyms with a reason for names': { namesReason: '因' },
    'names without a reason': { pseudonymous: false },
    'a period that ends before it begins': { period: { from: '2021-04-01', asOf: '2021-03-31' } },
    'a receipt for nothing': { kind: 'receipt' },
  };

  it.each(Object.entries(CONTRADICTIONS))('[B19] refuses %s', async (_, changes) => {
    const value = { ...GOOD, ...(changes as object) };
    expect(await refusal(() => parseManifest(value))).toBe('bundle_malformed');
  });
});
