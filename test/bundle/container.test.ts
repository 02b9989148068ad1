import { constants, zstdCompressSync } from 'node:zlib';
import { armor, Encrypter } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_CAPS } from '../../electron/bundle/caps.ts';
import { openContainer, sealContainer } from '../../electron/bundle/container.ts';
import { generateOfficeKeys } from '../../electron/bundle/keys.ts';
import { effortOf } from '../support/effort.ts';
import type { InventedPair } from './invented-pair.ts';
import { inventPair, LOOSE, refusal } from './invented-pair.ts';

let pair: InventedPair;
const CONTENT = Buffer.from('内容 '.repeat(100));

beforeAll(async () => {
  pair = await inventPair();
});

const open = (file: Uint8Array, caps = DEFAULT_CAPS) => openContainer(file, pair.opening.identities, caps);
const seal = (content: Uint8Array) => sealContainer(content, pair.group.recipient);

async function encrypted(plaintext: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(pair.group.recipient);
  return encrypter.encrypt(plaintext);
}

describe('the container', () => {
  it('[B1] opens a binary age file and refuses armored, other and empty files', async () => {
    const file = await seal(CONTENT);
    expect(Buffer.from(await open(file))).toEqual(CONTENT);
    expect(Buffer.from(file).toString('latin1').startsWith('age-encryption.org/v1\n')).toBe(true);
    const others = [armor.encode(file), '', 'PK\x03\x04', 'SQLite format 3\0', ' age-encryption.org/v1\n'];
    for (const other of others) {
      expect(await refusal(() => open(Buffer.from(other, 'latin1')))).toBe('bundle_not_a_bundle');
    }
  });

  it('[B2] names a container of a later version', async () => {
    for (const line of ['age-encryption.org/v2\n', 'jyzd-container/2 sm2-sm3-sm4\n']) {
      expect(await refusal(() => open(Buffer.from(line)))).toBe('bundle_newer_format');
    }
  });

  it('[B3] has one recipient, opens with an old identity among new ones, and with nothing else', async () => {
    const file = await seal(CONTENT);
    const header = Buffer.from(file).toString('latin1').split('\n---')[0]!;
    expect(header.match(/^-> /gm)).toEqual(['-> ']);
    expect(header).toContain('-> X25519 ');
    const fresh = await generateOfficeKeys();
    const both = await openContainer(file, [fresh.identity, pair.group.identity]);
    expect(Buffer.from(both)).toEqual(CONTENT);
    expect(await refusal(() => openContainer(file, [fresh.identity]))).toBe('bundle_not_for_us');
    expect(await refusal(() => openContainer(file, []))).toBe('bundle_not_for_us');
  });

  it('[B3] does not seal to recipients of other kinds, and never tries a passphrase', async () => {
    const others = ['', 'age1pq1xyz', pair.group.identity, `${pair.group.recipient}x`];
    for (const recipient of others) {
      expect(await refusal(() => sealContainer(CONTENT, recipient))).toBe('keys_malformed');
    }
    const encrypter = new Encrypter();
    encrypter.setPassphrase('秘密');
    encrypter.setScryptWorkFactor(2);
    const file = await encrypter.encrypt(CONTENT);
    expect(await refusal(() => open(file))).toBe('bundle_not_for_us');
  });

  it('[B4] refuses a header of a hundred thousand stanzas without trying one', async () => {
    const stanza = `-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}\n`;
    const file = Buffer.from(`age-encryption.org/v1\n${stanza.repeat(100_000)}--- ${'A'.repeat(43)}\n`);
    const effort = await effortOf(async () => {
      expect(await refusal(() => open(file))).toBe('bundle_damaged');
    });
    expect(effort).toBeLessThan(10);
  });

  it('[B6] refuses a plaintext that is no zstd frame, states no size, or has more behind it', async () => {
    const frame = zstdCompressSync(CONTENT);
    const magicOnly = frame.subarray(0, 4);
    const broken = Buffer.from(frame);
    broken[frame.length - 1]! ^= 0xff;
    const noSize = zstdCompressSync(CONTENT, { params: { [constants.ZSTD_c_contentSizeFlag]: 0 } });
    for (const plain of [CONTENT, Buffer.alloc(0), magicOnly, frame.subarray(0, -3), broken, noSize]) {
      expect(await refusal(async () => open(await encrypted(plain)))).toBe('bundle_damaged');
    }
    const doubled = await encrypted(Buffer.concat([frame, frame]));
    expect(['bundle_damaged', 'bundle_bomb']).toContain(await refusal(() => open(doubled)));
  });

  it('[B6] takes contents of every length', async () => {
    for (const length of [0, 1, 255, 256, 65_535, 65_791, 65_792, 1_000_000]) {
      const content = Buffer.alloc(length, 'ab甲');
      expect(Buffer.from(await open(await seal(content))).equals(content)).toBe(true);
    }
  });

  it('[B7] refuses a file above the cap before decrypting it', async () => {
    const file = await seal(CONTENT);
    const code = await refusal(() => open(file, { ...DEFAULT_CAPS, fileBytes: file.length - 1 }));
    expect(code).toBe('bundle_too_large');
    expect(await refusal(() => open(Buffer.alloc(DEFAULT_CAPS.fileBytes + 1)))).toBe('bundle_too_large');
  });

  it('[B8] refuses a bomb by size or ratio, and one that states less than it holds', async () => {
    const zeros = zstdCompressSync(Buffer.alloc(60 * 1024 * 1024));
    const lying = Buffer.from(zeros);
    expect(lying[4]! >> 6).toBe(2); // a size field of four bytes, after the window descriptor if there is one
    lying.writeUInt32LE(1000, lying[4]! & 0x20 ? 5 : 6);
    const before = process.memoryUsage.rss();
    const effort = await effortOf(async () => {
      expect(await refusal(async () => open(await encrypted(zeros)))).toBe('bundle_bomb');
      const lie = await encrypted(lying);
      expect(['bundle_damaged', 'bundle_bomb']).toContain(await refusal(() => open(lie)));
    });
    expect(effort).toBeLessThan(20);
    expect(process.memoryUsage.rss() - before).toBeLessThan(100e6);
    const small = await seal(CONTENT);
    expect(await refusal(() => open(small, { ...DEFAULT_CAPS, inflatedBytes: 100 }))).toBe('bundle_bomb');
  });

  it('[B22] does not seal what it would not open', async () => {
    const zeros = Buffer.alloc(60 * 1024 * 1024);
    expect(await refusal(() => seal(zeros))).toBe('bundle_bomb');
    // the ratio holds whatever the other caps are
    expect(await refusal(() => sealContainer(zeros, pair.group.recipient, LOOSE))).toBe('bundle_bomb');
    const tight = { ...LOOSE, fileBytes: 100 };
    expect(await refusal(() => sealContainer(CONTENT, pair.group.recipient, tight))).toBe('bundle_too_large');
  });
});
