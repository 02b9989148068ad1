import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { preflight } from '../../electron/sheets/preflight.ts';
import { SHEET_LIMITS } from '../../electron/sheets/sheet-grid.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { fc } from '../support/properties.ts';

function fixture(name: string): Buffer {
  return readFileSync(fileURLToPath(new URL(`../fixtures/rosters/${name}`, import.meta.url)));
}

async function resultOf(bytes: Uint8Array): Promise<string> {
  try {
    return (await preflight(bytes, SHEET_LIMITS)).format;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe('the preflight', () => {
  it.each([
    ['county.xlsx', 'xlsx'],
    ['county.xls', 'xls'],
    ['county-gb18030.csv', 'csv'],
  ])('tells what %s is by its content', async (name, format) => {
    expect(await resultOf(fixture(name))).toBe(format);
  });

  it('tells an .xls which of its sheets are shown', async () => {
    expect(await preflight(fixture('county.xls'), SHEET_LIMITS)).toMatchObject({ shown: [false, true] });
  });

  it.each(['county.xlsx', 'county.xls', 'encrypted.xlsx'])(
    'of %s damaged or cut anywhere is a format or a named refusal, at once',
    async (name) => {
      const bytes = fixture(name);
      const at = fc.oneof(
        fc.nat(bytes.length - 1),
        fc.nat(600),
        fc.nat(2_000).map((back) => bytes.length - 1 - back),
      );
      const damage = fc.array(fc.tuple(at, fc.nat(255)), { minLength: 1, maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(damage, fc.nat(4), fc.nat(bytes.length), async (changes, cut, length) => {
          const damaged = Buffer.from(cut === 0 ? bytes.subarray(0, length) : bytes);
          for (const [position, byte] of changes) if (position < damaged.length) damaged[position] = byte;
          expect(await resultOf(damaged)).toMatch(/^(xlsx|xls|csv|sheet_\w+)$/);
        }),
        { numRuns: 500 },
      );
    },
  );
});
