import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../shared/vocabulary/error-codes.ts';

const SPEC = readFileSync(join(import.meta.dirname, '../../electron/bundle/SPEC.md'), 'utf8');
const TESTS = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.test.ts') && name !== 'spec.test.ts')
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  .join('\n');

const rules = [...SPEC.matchAll(/^- \*\*\[(B\d+)\]\*\*/gm)].map((match) => match[1]!);
const tested = new Set([...TESTS.matchAll(/\[(B\d+)\]/g)].map((match) => match[1]!));
const named = new Set([...SPEC.matchAll(/`((?:bundle|keys)_[a-z_]+)`/g)].map((match) => match[1]!));

describe('SPEC.md', () => {
  it('numbers its rules without gaps', () => {
    expect(rules).toEqual(rules.map((_, i) => `B${i + 1}`));
    expect(rules.length).toBeGreaterThanOrEqual(40);
  });

  it('has a test for every rule, and every test speaks of a rule that it has', () => {
    expect([...tested].sort()).toEqual([...rules].sort());
  });

  it('names exactly the error codes that these tests meet', () => {
    const codes = ERROR_CODES.filter((code) => TESTS.includes(`'${code}'`) && /^(bundle|keys)_/.test(code));
    expect([...named].sort()).toEqual([...codes].sort());
  });
});
