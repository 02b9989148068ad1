import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBundle, sealBundle } from '../../electron/bundle/bundle.ts';
import type { Tables } from '../../electron/bundle/tables.ts';
import { fc } from '../support/properties.ts';
import type { InventedPair } from './invented-pair.ts';
import { inventPair, SMALL_TABLES, statement, tablesOf } from './invented-pair.ts';
import { missingPrograms, secondReading } from './second-reading.ts';

const missing = missingPrograms();

let folder: string;
let pair: InventedPair;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'second-reader-'));
  pair = await inventPair();
  writeFileSync(join(folder, 'identity'), `${pair.group.identity}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every encoding, with a few thousand rows. */
function variedTables(): Tables {
  const rows = Array.from({ length: 4000 }, (_, i) => i);
  const random = fc.sample(fc.integer({ min: 0, max: 10 }), { numRuns: rows.length, seed: 7 });
  return tablesOf({
    ...Object.fromEntries([...SMALL_TABLES].map(([name, t]) => [name, Object.fromEntries(t.columns)])),
    varied: {
      session: rows.map((i) => i % 40),
      person: rows.map((i) => Math.floor(i / 40)),
      mark: random,
      rev: rows.map((i) => 100_000 + i * 7 + (i % 3)),
      makeup: rows.map((i) => (i % 5 === 0 ? null : random[i]! % 5)),
      state: rows.map((i) => ['draft', 'issued', 'closed'][Math.floor(i / 1500)]!),
      reason: rows.map((i) => (i % 50 === 0 ? `第${i % 7}次补课𠮷"\\` : null)),
      only: rows.map((i) => `行-${i}`),
    },
    none: { c: [] },
  });
}

function read(bundle: Uint8Array) {
  const file = join(folder, 'one.jyzd');
  writeFileSync(file, bundle);
  const key = Buffer.from(pair.office.verifyingKey).toString('hex');
  return secondReading(file, join(folder, 'identity'), key);
}

const plain = (tables: Tables) =>
  Object.fromEntries(
    [...tables].map(([name, { rows, columns }]) => {
      const lists = [...columns].map(([column, cells]) => [column, [...cells]]);
      return [name, { rows, columns: Object.fromEntries(lists) }];
    }),
  );

describe('a second reader that shares no code with ours', () => {
  it('[B39] reads the same manifest and every row, and refuses another signature', async () => {
    if (missing.length > 0) {
      console.warn(
        `\n*** [B39] DID NOT RUN: ${missing.join(', ')} missing; the second reader was NOT compared ***\n`,
      );
      expect(missing).not.toEqual([]);
      return;
    }
    const keys = { signingSeed: pair.office.signingSeed, recipient: pair.group.recipient };
    const sealed = await sealBundle(statement(), variedTables(), keys);
    const ours = await openBundle(sealed.bytes, pair.opening);
    const theirs = read(sealed.bytes);
    expect(theirs.stderr).toBe('');
    expect(JSON.parse(theirs.stdout)).toEqual({ manifest: ours.manifest, tables: plain(ours.tables) });

    const strange = { ...keys, signingSeed: pair.group.signingSeed };
    const forged = await sealBundle(statement(), SMALL_TABLES, strange);
    expect(read(forged.bytes).status).not.toBe(0);
  });
});
