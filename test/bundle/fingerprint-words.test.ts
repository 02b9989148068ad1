import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { fingerprintWords, groupTyped } from '../../renderer/text/fingerprint-words.ts';
import { fc } from '../support/properties.ts';

const digits = (number: number) => String(number).padStart(5, '0');

describe('a fingerprint in characters', () => {
  it('[B41] says each group of five digits with two of 320, and says all of it', () => {
    const [known] = fingerprintWords('00000');
    expect([...(known ?? '')]).toHaveLength(2);
    const all = Array.from({ length: 320 }, (_, at) => [...(fingerprintWords(digits(at))[0] ?? '')][1]);
    expect(new Set(all).size).toBe(320);
    fc.assert(
      fc.property(fc.array(fc.nat(99_999), { minLength: 8, maxLength: 8 }), (groups) => {
        const words = fingerprintWords(groups.map(digits).join(' '));
        expect(words.map(groupTyped)).toEqual(groups.map(digits));
      }),
    );
  });

  it('[B41] has no two characters of one reading, tones apart', () => {
    const all = Array.from({ length: 320 }, (_, at) => [...(fingerprintWords(digits(at))[0] ?? '')][1] ?? '');
    const readings = all.map((one) => pinyin(one, { toneType: 'none', v: true }));
    expect(new Set(readings).size).toBe(320);
  });

  it('[B41] is taken as people type it, digits or characters, and nothing else is', () => {
    const [word = ''] = fingerprintWords('04711');
    for (const typed of ['04711', ' 04 711', '０４７１１', word, [...word].join(' ')])
      expect(groupTyped(typed)).toBe('04711');
    for (const typed of ['', '4711', '047112', '0471x', [...word][0]!, `${word}${word}`, '龘龘'])
      expect(groupTyped(typed)).toBeNull();
  });
});
