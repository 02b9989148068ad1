import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type OpenOptions, openBundle } from '../../electron/bundle/bundle.ts';
import { fingerprint } from '../../electron/bundle/key-file.ts';
import { parseKeyMessage } from '../../electron/bundle/key-message.ts';
import { receiptCode } from '../../electron/bundle/receipt.ts';
import type { Tables } from '../../electron/bundle/tables.ts';
import type { ChainPosition } from '../../electron/bundle/trust.ts';
import type { OfficeId } from '../../shared/vocabulary/ids.ts';
import { refusal } from './invented-pair.ts';
import { missingPrograms, secondReading } from './second-reading.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/vectors/v1');
const INDEX: Index = JSON.parse(readFileSync(join(FOLDER, 'index.json'), 'utf8'));

interface Index {
  readonly readers: Record<string, Reader>;
  readonly vectors: readonly Vector[];
}

/** Who opens a bundle, and what is pinned there. */
interface Reader {
  readonly self: OfficeId;
  readonly identities: readonly string[];
  readonly trust: Readonly<
    Record<
      string,
      readonly { verifyingKey: string; from: ChainPosition; revokedFrom: ChainPosition | null }[]
    >
  >;
}

interface Vector {
  readonly file: string;
  readonly rule: string;
  readonly says: string;
  /** of a bundle; a file about keys has none */
  readonly reader?: string;
  readonly expect: {
    /** one that is refused: the code, or those that the rules leave open */
    readonly code?: string | readonly string[];
    /** a bundle: SHA-256 of tables and file, and the code of its paper receipt */
    readonly tables?: string;
    readonly hash?: string;
    readonly receipt?: string;
    /** a file about keys */
    readonly says?: string;
    readonly fingerprint?: string;
  };
}

function opening({ self, identities, trust }: Reader): OpenOptions {
  const keys = (id: string) =>
    (trust[id] ?? []).map((key) => ({ ...key, verifyingKey: Buffer.from(key.verifyingKey, 'hex') }));
  return { self, identities, trust: keys };
}

/** `[[table, rows, [[column, cells], …]], …]` as compact JSON. */
function digestOf(tables: Tables): string {
  const told = [...tables].map(([name, { rows, columns }]) => [name, rows, [...columns]]);
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}

async function read({ file, reader }: Vector): Promise<Vector['expect']> {
  const bytes = readFileSync(join(FOLDER, file));
  if (reader) {
    const { manifest, tables, hash } = await openBundle(bytes, opening(INDEX.readers[reader]!));
    return { tables: digestOf(tables), hash, receipt: receiptCode(manifest, hash) };
  }
  const message = parseKeyMessage(bytes);
  const { says } = message;
  return message.says === 'keys' ? { says, fingerprint: fingerprint(message.keys) } : { says };
}

const refused = INDEX.vectors.filter(({ expect: { code } }) => code !== undefined);

describe('the vectors of the format', () => {
  it('are at least 140, four fifths of them refused, one file each and none beside them', () => {
    const files = INDEX.vectors.map(({ file }) => file);
    expect(files.length).toBeGreaterThanOrEqual(140);
    expect(refused.length / files.length).toBeGreaterThanOrEqual(0.8);
    expect([...files, 'index.json'].sort()).toEqual(readdirSync(FOLDER).sort());
  });

  it('stay as they were written', () => {
    const digest = createHash('sha256');
    for (const name of readdirSync(FOLDER).sort())
      digest.update(name).update(
        createHash('sha256')
          .update(readFileSync(join(FOLDER, name)))
          .digest(),
      );
    expect(digest.digest('hex')).toBe('0e0843fc442dec4052b8f0a18a05f41acdb2c8726eba8557141d1b42cb32f888');
  });

  it.each(INDEX.vectors)('[$rule] $says: $file', async (vector) => {
    const { code, ...known } = vector.expect;
    if (code === undefined) expect(await read(vector)).toEqual(known);
    else expect([code].flat()).toContain(await refusal(() => read(vector)));
  });
});

it('[B39] a second reader that shares no code agrees on every vector', () => {
  const missing = missingPrograms();
  if (missing.length > 0) {
    console.warn(
      `\n*** [B39] DID NOT RUN: ${missing.join(', ')} missing; the vectors were NOT read twice ***\n`,
    );
    expect(missing).not.toEqual([]);
    return;
  }
  const told = secondReading('--vectors', FOLDER);
  expect(told.stderr).toBe('');
  const found: Record<string, unknown> = JSON.parse(told.stdout);
  const agreed = INDEX.vectors.map(({ file, expect: { code, ...known } }) => [
    file,
    code ? 'refused' : known,
  ]);
  expect(Object.entries(found)).toEqual(agreed);
}, 60_000);
