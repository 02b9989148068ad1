import { describe, expect, it } from 'vitest';
import { cleanName, foldName, isRuined } from '../../shared/rules/names.ts';
import { fc } from '../support/properties.ts';

describe('a name as it is stored', () => {
  it.each([
    ['张　三', '张三'],
    ['张 三', '张三'],
    [' 欧阳  修 ', '欧阳修'],
    ['张\u00A0三\n', '张三'],
    ['张\u200B三\uFEFF', '张三'],
    ['阿布都•热西提', '阿布都·热西提'],
    ['阿布都・热西提', '阿布都·热西提'],
    ['阿布都‧热西提', '阿布都·热西提'],
    ['阿布都 · 热西提', '阿布都·热西提'],
    ['阿布都.热西提', '阿布都·热西提'],
    ['𠮷 庆华', '𠮷庆华'],
    ['〇 一', '〇一'],
    ['Anna  Maria Li', 'Anna Maria Li'],
    ['J. Smith', 'J. Smith'],
    ['e\u0301va', 'éva'],
  ])('of %j is %j', (text, stored) => {
    expect(cleanName(text)).toBe(stored);
  });
});

describe('a name as it is compared', () => {
  it.each([
    ['县公安局（本部）', '县公安局(本部)'],
    ['第２派出所', '第2派出所'],
    ['⼒强', '力强'],
    ['葛\u{E0100}亮', '葛亮'],
    ['阿･热', '阿·热'],
  ])('%j is the same as %j', (one, other) => {
    expect(foldName(one)).toBe(foldName(other));
  });

  it('keeps apart what differs', () => {
    expect(foldName('吉庆华')).not.toBe(foldName('𠮷庆华'));
    expect(foldName('AnnaLi')).not.toBe(foldName('Anna Li'));
  });

  it('does not change when it is folded again, and is that of the stored name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        expect(foldName(foldName(text))).toBe(foldName(text));
        expect(foldName(cleanName(text))).toBe(foldName(text));
        expect(cleanName(cleanName(text))).toBe(cleanName(text));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a ruined name', () => {
  it.each([
    '?强',
    '张？',
    '张\uFFFD',
    '��强',
    '张□',
    '李*',
    '张○',
    '锟斤拷',
    '\uE000强',
    '\uD842强',
    '12',
    '——',
  ])('is recognised: %j', (text) => {
    expect(isRuined(text)).toBe(true);
  });

  it.each(['张三', '𠮷庆华', '〇一', '阿布都·热西提', 'Anna Li', '王伟（大）'])('is not one: %j', (text) => {
    expect(isRuined(text)).toBe(false);
  });
});
