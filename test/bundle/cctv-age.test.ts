import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import * as vectors from 'cctv-age';
import { describe, expect, it } from 'vitest';
import { openAge } from '../../electron/bundle/container.ts';
import { refusal } from './invented-pair.ts';

/** Every vector is counted: armored, passphrase and hybrid ones are opened like the rest, none is passed over. */
const VECTORS = Object.entries(vectors).filter(([, value]) => value instanceof Uint8Array);

interface Vector {
  readonly expect: string;
  readonly payload: string | undefined;
  readonly identities: string[];
  readonly passphrases: string[];
  readonly armored: boolean;
  readonly file: Uint8Array;
}

/** Text header of `key: value` lines, an empty line, then the file, possibly zlib-compressed. */
function parseVector(bytes: Uint8Array): Vector {
  const end = Buffer.from(bytes).indexOf('\n\n');
  const lines = Buffer.from(bytes.subarray(0, end)).toString().split('\n');
  const all = (key: string) =>
    lines.filter((line) => line.startsWith(`${key}: `)).map((line) => line.slice(key.length + 2));
  const body = bytes.subarray(end + 2);
  return {
    expect: all('expect')[0]!,
    payload: all('payload')[0],
    identities: all('identity'),
    passphrases: all('passphrase'),
    armored: all('armored')[0] === 'yes',
    file: all('compressed')[0] === 'zlib' ? inflateSync(body) : body,
  };
}

describe('[B38] the open function agrees with the vectors of cctv-age', () => {
  it('has all 143 of them, 26 good and 117 bad', () => {
    const good = VECTORS.filter(([, bytes]) => parseVector(bytes).expect === 'success');
    expect([VECTORS.length, good.length]).toEqual([143, 26]);
  });

  it.each(VECTORS)('%s', async (_, bytes) => {
    const vector = parseVector(bytes);
    if (vector.expect === 'success') {
      const plain = await openAge(vector.file, vector);
      expect(createHash('sha256').update(plain).digest('hex')).toBe(vector.payload);
    } else if (vector.expect === 'no match') {
      expect(await refusal(() => openAge(vector.file, vector))).toBe('bundle_not_for_us');
    } else {
      const code = await refusal(() => openAge(vector.file, vector));
      const inFirstLine = ['bundle_not_a_bundle', 'bundle_newer_format'];
      const expected = vector.expect === 'header failure' ? inFirstLine : [];
      expect(['bundle_damaged', ...expected]).toContain(code);
    }
  });
});
