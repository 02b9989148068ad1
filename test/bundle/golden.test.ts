import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBundle } from '../../electron/bundle/bundle.ts';
import { fingerprint, parseKeyFile } from '../../electron/bundle/key-file.ts';
import { pseudonym } from '../../electron/bundle/keys.ts';
import { receiptCode } from '../../electron/bundle/receipt.ts';
import { FIRST_POSITION } from '../../electron/bundle/trust.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/golden');
const BUNDLE = readFileSync(join(FOLDER, 'bundle-v1.jyzd'));
const KNOWN = JSON.parse(readFileSync(join(FOLDER, 'bundle-v1.json'), 'utf8'));

describe('what was written once', () => {
  it('[B40] opens for ever, to the same manifest and rows', async () => {
    const verifyingKey = Buffer.from(KNOWN.office.verifyingKey, 'hex');
    const opened = await openBundle(BUNDLE, {
      identities: [KNOWN.group.identity],
      self: KNOWN.group.officeId,
      trust: () => [{ verifyingKey, from: FIRST_POSITION, revokedFrom: null }],
    });
    const tables = [...opened.tables].map(([name, { rows, columns }]) => [
      name,
      { rows, columns: Object.fromEntries(columns) },
    ]);
    expect(Object.fromEntries(tables)).toEqual(KNOWN.tables);
    expect(opened.manifest).toEqual(KNOWN.manifest);
    expect(opened.hash).toBe(KNOWN.hash);
  });

  it('[B40] keeps its key file, fingerprint, pseudonyms and receipt code', () => {
    const keyFile = parseKeyFile(Buffer.from(JSON.stringify(KNOWN.keyFile)));
    const key = Buffer.from(KNOWN.office.pseudonymKey, 'hex');
    expect(fingerprint(keyFile)).toBe(KNOWN.fingerprint);
    expect(pseudonym(key, 'attendance', KNOWN.person)).toBe(KNOWN.tables.person.columns.pseudonym[0]);
    expect(receiptCode(KNOWN.manifest, KNOWN.hash)).toBe(KNOWN.receiptCode);
  });
});
