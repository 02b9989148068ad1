import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { formatRecoveryCode, parseRecoveryCode } from '../../electron/store/recovery-code.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { fc } from '../support/properties.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secret = fc.uint8Array({ minLength: 16, maxLength: 16 });

function refusalOf(typed: string): Refusal {
  try {
    parseRecoveryCode(typed);
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error('was read');
}

test('a code is seven groups of four characters without I, L, O and U', () => {
  for (let i = 0; i < 50; i++)
    expect(formatRecoveryCode(randomBytes(16))).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
});

test('every secret is read back from its code, however it is spaced and cased', () => {
  fc.assert(
    fc.property(secret, (bytes) => {
      const code = formatRecoveryCode(bytes);
      const sloppy = ` ${code.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
      expect([...parseRecoveryCode(code)]).toEqual([...bytes]);
      expect([...parseRecoveryCode(sloppy)]).toEqual([...bytes]);
    }),
  );
});

test('one wrong character is always found, and its group named', () => {
  fc.assert(
    fc.property(secret, fc.nat(27), fc.integer({ min: 1, max: 31 }), (bytes, position, shift) => {
      const plain = [...formatRecoveryCode(bytes).replaceAll('-', '')];
      const index = (ALPHABET.indexOf(plain[position]!) + shift) % 32;
      plain[position] = ALPHABET[index]!;
      expect(refusalOf(plain.join(''))).toMatchObject({
        code: 'recovery_wrong',
        fields: { mistyped: true, group: Math.floor(position / 4) + 1 },
      });
    }),
    { numRuns: 300 },
  );
});

test('two neighbours swapped are always found; where a group is named for them, it is mostly the right one', () => {
  let named = 0;
  let right = 0;
  fc.assert(
    fc.property(secret, fc.nat(26), (bytes, position) => {
      const plain = [...formatRecoveryCode(bytes).replaceAll('-', '')];
      fc.pre(plain[position] !== plain[position + 1]);
      [plain[position], plain[position + 1]] = [plain[position + 1]!, plain[position]!];
      const { fields } = refusalOf(plain.join(''));
      expect(fields).toMatchObject({ mistyped: true });
      if (fields.group !== undefined) named++;
      if (fields.group === Math.floor(position / 4) + 1) right++;
    }),
    { numRuns: 500 },
  );
  expect(right).toBeGreaterThan(150);
  expect(right / named).toBeGreaterThan(0.8);
});

test('a code that is too short, too long or has a letter that none has is mistyped', () => {
  const code = formatRecoveryCode(randomBytes(16));
  expect(refusalOf(code.slice(1)).fields).toEqual({ mistyped: true, length: 27 });
  expect(refusalOf(`${code}A`).fields).toEqual({ mistyped: true, length: 29 });
  expect(refusalOf(`${code.slice(0, 5)}U${code.slice(6)}`).fields).toEqual({ mistyped: true, group: 2 });
  expect(refusalOf('').fields).toEqual({ mistyped: true, length: 0 });
});

test('of codes made up at random, about one in 4096 looks well typed', () => {
  let slipped = 0;
  for (let i = 0; i < 20_000; i++) {
    const made = [...randomBytes(28)].map((byte) => ALPHABET[byte % 32]).join('');
    try {
      parseRecoveryCode(made);
      slipped++;
    } catch {}
  }
  expect(slipped).toBeLessThan(25);
});
