import assert from 'node:assert/strict';
import { Encrypter } from 'age-encryption';
import { type OpenedBundle, openBundle, sealBundle } from '../../electron/bundle/bundle.ts';
import { openAge } from '../../electron/bundle/container.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { type InventedPair, inventPair, SMALL_TABLES, statement } from '../bundle/invented-pair.ts';
import { type Chance, chanceOf } from '../exchange/county-work.ts';
import { disturbed } from './disturbed-bytes.ts';
import { HANG_SECONDS, type PrepareTrials } from './trials.ts';
import { variedTables } from './varied-tables.ts';

interface Sealed {
  readonly bytes: Uint8Array;
  readonly opened: OpenedBundle;
}

/**
 * The file of a bundle changed or cut, or the frame inside it, encrypted anew by somebody who has the recipient's
 * public key: it is refused by name, or holds what it held before.
 */
export const prepareContainers: PrepareTrials = async (_place, seed) => {
  const pair = await inventPair();
  const keys = { signingSeed: pair.office.signingSeed, recipient: pair.group.recipient };
  const originals: Sealed[] = [];
  for (const tables of [SMALL_TABLES, variedTables(40), variedTables(3000)]) {
    const { bytes } = await sealBundle(statement(), tables, keys);
    originals.push({ bytes, opened: await openBundle(bytes, pair.opening) });
  }
  return {
    hangSeconds: HANG_SECONDS,
    async play(number) {
      const chance = chanceOf(seed * 1_000_003 + number);
      const original = chance.of(originals);
      const inside = chance.happens(0.5);
      const bytes = inside
        ? await frameDisturbed(pair, original, chance)
        : disturbed(original.bytes, chance, chance.of(originals).bytes);
      const what = inside ? 'frame' : 'file';
      if (!inside && Buffer.compare(bytes, original.bytes) === 0) return [`${what} unchanged`];
      return [`${what} ${await answer(pair, bytes, originals)}`];
    },
    close: () => undefined,
  };
};

async function frameDisturbed(pair: InventedPair, { bytes }: Sealed, chance: Chance): Promise<Uint8Array> {
  const frame = await openAge(bytes, { identities: [pair.group.identity] });
  const encrypter = new Encrypter();
  encrypter.addRecipient(pair.group.recipient);
  return encrypter.encrypt(disturbed(frame, chance, frame));
}

/** @returns the code, or `as before` for a file that still is one of those sealed */
async function answer(
  { opening }: InventedPair,
  bytes: Uint8Array,
  originals: readonly Sealed[],
): Promise<string> {
  try {
    const { manifest, tables } = await openBundle(bytes, opening);
    assert.ok(
      originals.some(
        ({ opened }) =>
          JSON.stringify(opened.manifest) === JSON.stringify(manifest) && sameTables(opened, { tables }),
      ),
      'a changed file was opened, with other content',
    );
    return 'as before';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    assert.match(error.code, /^bundle_/);
    return error.code;
  }
}

function sameTables(one: Pick<OpenedBundle, 'tables'>, other: Pick<OpenedBundle, 'tables'>): boolean {
  const told = ({ tables }: typeof one) =>
    JSON.stringify([...tables].map(([name, { rows, columns }]) => [name, rows, [...columns]]));
  return told(one) === told(other);
}
