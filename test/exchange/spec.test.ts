import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../shared/vocabulary/error-codes.ts';

const SPEC = readFileSync(join(import.meta.dirname, '../../electron/exchange/SPEC.md'), 'utf8');
const TESTS = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.test.ts') && name !== 'spec.test.ts')
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'));
const TITLES = TESTS.flatMap((text) =>
  [...text.matchAll(/\bit\('((?:\[X\d+\])+)/g)].map((match) => match[1]!),
);

const rules = [...SPEC.matchAll(/^- \*\*\[(X\d+)\]\*\*/gm)].map((match) => match[1]!);
const tested = new Set(TITLES.flatMap((title) => [...title.matchAll(/X\d+/g)].map((match) => match[0])));
const named = new Set([...SPEC.matchAll(/`([a-z]+_[a-z_]+)`/g)].map((match) => match[1]!));

describe('SPEC.md', () => {
  it('numbers every rule once', () => {
    expect(rules).toEqual([...new Set(rules)]);
    expect(rules.length).toBeGreaterThanOrEqual(40);
  });

  it('has a test for every rule, and every test speaks of a rule that it has', () => {
    expect([...tested].sort()).toEqual([...rules].sort());
  });

  it('names codes that there are, and that these tests meet', () => {
    const codes: readonly string[] = ERROR_CODES;
    expect([...named].filter((code) => !codes.includes(code))).toEqual([]);
    const all = TESTS.join('\n');
    expect([...named].filter((code) => !all.includes(`'${code}'`))).toEqual([]);
  });
});
