import assert from 'node:assert/strict';
import { openBundle } from '../../electron/bundle/bundle.ts';
import { DEFAULT_CAPS } from '../../electron/bundle/caps.ts';
import { isCell } from '../../electron/bundle/column-encoding.ts';
import { sealContainer } from '../../electron/bundle/container.ts';
import { sha256, signDocument, verifyDocument } from '../../electron/bundle/document.ts';
import { decodeTables, encodeTables, type Tables } from '../../electron/bundle/tables.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import {
  forgedManifest,
  GROUP,
  type InventedPair,
  inventPair,
  SMALL_TABLES,
} from '../bundle/invented-pair.ts';
import { type Chance, chanceOf } from '../exchange/county-work.ts';
import { disturbed } from './disturbed-bytes.ts';
import { changedSomewhere, type Json, tokenChanged } from './disturbed-json.ts';
import { HANG_SECONDS, type PrepareTrials } from './trials.ts';
import { variedTables } from './varied-tables.ts';

/** Of rows more than these, what was read is not written again. */
const SMALL = 10_000;

/**
 * The document as a hostile office would write it: payload or manifest changed in bytes, in tokens or in structure,
 * hashed and signed anew, so that the parsers meet it. It is refused by name, or read to tables that can be written.
 */
export const prepareDocuments: PrepareTrials = async (_place, seed) => {
  const pair = await inventPair();
  const payloads = [SMALL_TABLES, variedTables(12), variedTables(60)].map((tables) => encodeTables(tables));
  return {
    hangSeconds: HANG_SECONDS,
    async play(number) {
      const chance = chanceOf(seed * 1_000_003 + number);
      const payload = chance.of(payloads);
      const { what, document } = chance.of(CHANGES)(pair, payload, chance);
      const whole = chance.happens(0.03);
      const outcome = await answer(() => (whole ? opened(pair, document) : read(pair, document)));
      return [`${what}: ${outcome}`, ...(whole ? ['as a file'] : [])];
    },
    close: () => undefined,
  };
};

type Change = (
  pair: InventedPair,
  payload: Uint8Array,
  chance: Chance,
) => { what: string; document: Uint8Array };

const countsOf = (payload: Uint8Array) => {
  const { tables } = JSON.parse(Buffer.from(payload).toString()) as {
    tables: Record<string, { rows: number }>;
  };
  return Object.fromEntries(Object.entries(tables).map(([name, { rows }]) => [name, rows]));
};

/** The manifest says what the payload says of its own rows, as far as it is still readable. */
function counted(payload: Uint8Array, before: Uint8Array): Record<string, number> {
  try {
    return countsOf(payload);
  } catch {
    return countsOf(before);
  }
}

function signed({ office }: InventedPair, payload: Uint8Array, before: Uint8Array): Uint8Array {
  const manifest = { ...forgedManifest(payload), counts: counted(payload, before) };
  return signDocument(Buffer.from(JSON.stringify(manifest)), payload, office.signingSeed);
}

const payloadBytes: Change = (pair, payload, chance) => ({
  what: 'payload bytes',
  document: signed(pair, disturbed(payload, chance, payload), payload),
});
const payloadTokens: Change = (pair, payload, chance) => ({
  what: 'payload tokens',
  document: signed(pair, Buffer.from(tokenChanged(Buffer.from(payload).toString(), chance)), payload),
});
const payloadStructure: Change = (pair, payload, chance) => {
  let root = JSON.parse(Buffer.from(payload).toString()) as Json;
  for (let count = 1 + chance.below(3); count > 0; count -= 1) root = changedSomewhere(root, chance);
  return { what: 'payload structure', document: signed(pair, Buffer.from(JSON.stringify(root)), payload) };
};
const manifest: Change = (pair, payload, chance) => {
  const before = { ...forgedManifest(payload), counts: countsOf(payload) };
  const text = JSON.stringify(changedSomewhere(before as unknown as Json, chance));
  const bytes = chance.happens(0.2) ? disturbed(Buffer.from(text), chance, payload) : Buffer.from(text);
  return { what: 'manifest', document: signDocument(bytes, payload, pair.office.signingSeed) };
};
const document: Change = (pair, payload, chance) => {
  const whole = signed(pair, payload, payload);
  return { what: 'document bytes', document: disturbed(whole, chance, whole) };
};

const CHANGES: readonly Change[] = [
  payloadBytes,
  payloadTokens,
  payloadTokens,
  payloadStructure,
  payloadStructure,
  payloadStructure,
  manifest,
  document,
];

function read({ opening }: InventedPair, whole: Uint8Array): Tables {
  const verified = verifyDocument(whole, { trust: opening.trust, self: GROUP, caps: DEFAULT_CAPS });
  assert.equal(sha256(verified.payload), verified.manifest.payload.sha256);
  return decodeTables(verified.payload);
}

async function opened({ group, opening }: InventedPair, whole: Uint8Array): Promise<Tables> {
  return (await openBundle(await sealContainer(whole, group.recipient), opening)).tables;
}

async function answer(reading: () => Tables | Promise<Tables>): Promise<string> {
  let tables: Tables;
  try {
    tables = await reading();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    assert.match(error.code, /^bundle_/);
    return error.code;
  }
  for (const { rows, columns } of tables.values())
    for (const cells of columns.values())
      assert.ok(cells.length === rows && cells.every(isCell), 'a column that is none');
  const rows = [...tables.values()].reduce((sum, table) => sum + table.rows, 0);
  if (rows <= SMALL) assert.deepEqual(decodeTables(encodeTables(tables)), tables);
  return 'read';
}
