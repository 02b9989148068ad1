import { describe, expect, it } from 'vitest';
import type { GivenMark } from '../../electron/registers/packs/given-rows.ts';
import { identify } from '../../electron/registers/packs/pack-lines.ts';

const given = (key: string, name: string, disambiguator: string | null = null): GivenMark => ({
  ...{ key, person: `of ${key}`, name, unit: 'u', unitName: '甲局' },
  ...{ disambiguator, mark: 'unmarked', reason: null },
});
const GIVEN = [given('a', '王伟', '0101'), given('b', '王伟', '0102'), given('c', '李四')];
const line = (at: number, key: string, name: string, code = '') => ({ line: at, key, name, code });

describe('the lines of a pack', () => {
  it('are known by their ids, whatever their order and spelling', () => {
    const lines = [line(9, 'c', '李　四'), line(8, 'b', '王伟', '０１０２'), line(7, 'a', '王伟', '0101')];
    expect(identify(lines, GIVEN)).toMatchObject({
      known: [{ given: { key: 'c' } }, { given: { key: 'b' } }, { given: { key: 'a' } }],
      ...{ copied: [], added: [], missing: [] },
    });
  });

  it.each([
    ['an id that was not given', [line(1, 'x', '李四')]],
    ['two people whose ids changed places', [line(1, 'a', '李四'), line(2, 'c', '王伟', '0101')]],
    ['two namesakes whose ids changed places', [line(1, 'a', '王伟', '0102'), line(2, 'b', '王伟', '0101')]],
    ['the id of one on the line of another whose own is gone', [line(1, 'a', '李四')]],
  ])('are altered by %s', (_, lines) => {
    expect(identify(lines, GIVEN)).toBe('altered');
  });

  it('may have another name or another code of their own', () => {
    const lines = [line(1, 'a', '王伟', '0199'), line(2, 'b', '王纬', '0102'), line(3, 'c', '李四')];
    expect(identify(lines, GIVEN)).toMatchObject({ known: { length: 3 } });
  });

  it('with one id are one row and its copies: the one that has the name counts', () => {
    const lines = [line(1, 'c', '新人'), line(2, 'c', '李四'), line(3, '', '又一人')];
    expect(identify(lines, GIVEN)).toMatchObject({
      known: [{ line: { line: 2 } }],
      copied: [{ line: 1 }],
      added: [{ line: 3 }],
      missing: [{ key: 'a' }, { key: 'b' }],
    });
  });
});
