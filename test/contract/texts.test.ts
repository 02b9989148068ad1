import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { longText, orderNumber, shortText } from '../../shared/contract/base.ts';
import { personnel } from '../../shared/contract/personnel.ts';
import { study } from '../../shared/contract/study.ts';
import { cleanName } from '../../shared/rules/names.ts';

const accepts = (schema: z.ZodType | undefined, value: unknown) => schema?.safeParse(value).success;

describe('text that people read', () => {
  const invisible = ['\u200B', '\u202E\u202D', '\uFEFF', '\u00AD', '\u2060 \u200D', '\uFE0F', '\u3000'];

  it.each(invisible.map((text) => [JSON.stringify(text), text]))('is more than %s', (_, text) => {
    expect(accepts(shortText, text)).toBe(false);
    expect(accepts(longText, text)).toBe(false);
  });

  it('has no control characters and no half of a surrogate pair, of which only a trace would be stored', () => {
    for (const text of ['张\u0000三', '张\u0007', '\uD842', '张\uDFB7', '\u0085张']) {
      expect(accepts(shortText, text)).toBe(false);
    }
  });

  it('may be of any script, with lines, joiners and characters of one’s own fonts', () => {
    for (const text of [
      '𠮷',
      '买买提·阿不都',
      '第一行\r\n第二行',
      '甲\t乙',
      'नी\u200Dक',
      '\uE000',
      '=1+1',
      '—',
    ]) {
      expect(accepts(shortText, text)).toBe(true);
      expect(cleanName(text)).not.toBe('');
    }
  });
});

describe('an order number', () => {
  it('stays so small that the next unit still gets a greater one', () => {
    for (const number of [-1_000_000, 0, 1_000_000]) expect(accepts(orderNumber, number)).toBe(true);
    for (const number of [Number.MAX_SAFE_INTEGER, -1_000_001, 1.5])
      expect(accepts(orderNumber, number)).toBe(false);
    const createUnit = personnel.createUnit['~orpc'].inputSchema;
    expect(accepts(createUnit, { name: '县人民法院', orderNumber: Number.MAX_SAFE_INTEGER })).toBe(false);
  });
});

describe('a time of day', () => {
  it('is one that a clock shows', () => {
    const createSession = study.createSession['~orpc'].inputSchema;
    const session = (startsAt: string) => ({ title: '专题党课', startsAt });
    for (const time of ['00:00', '09:30', '23:59']) expect(accepts(createSession, session(time))).toBe(true);
    for (const time of ['24:00', '99:99', '12:60']) expect(accepts(createSession, session(time))).toBe(false);
  });
});
