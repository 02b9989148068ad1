import { describe, expect, it } from 'vitest';
import { csvRecords } from '../../electron/sheets/csv.ts';
import { decodeText } from '../../electron/sheets/text-encoding.ts';
import { fc } from '../support/properties.ts';

const parse = (text: string) => [...csvRecords(text)];

describe('a CSV text', () => {
  it.each([
    [
      'commas',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'semicolons',
      'a;b,b\r\nc;d;e\r\n',
      [
        ['a', 'b,b'],
        ['c', 'd', 'e'],
      ],
    ],
    [
      'tabs',
      'a\tb\rc\td\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['quotes', '"a ""x"" b","c,\r\nd"\r\n', [['a "x" b', 'c,\r\nd']]],
    ['a quote within a field', 'a"b,c\n', [['a"b', 'c']]],
    ['blank lines', 'a,b\n\nc,d\n', [['a', 'b'], [''], ['c', 'd']]],
    ['an empty last field', 'a,', [['a', '']]],
    ['nothing', '', []],
  ])('with %s is read', (_, text, records) => {
    expect(parse(text)).toEqual(records);
  });

  it('gives back whatever cells were written to it', () => {
    const cells = fc.array(fc.array(fc.string({ maxLength: 6 }), { minLength: 2, maxLength: 4 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(cells, (rows) => {
        const text = rows
          .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        expect(parse(text)).toEqual(rows);
      }),
    );
  });

  it('of which the last quote is missing is no complete file', () => {
    expect(() => parse('a,"b\nc,d\n')).toThrow('sheet_truncated');
  });
});

describe('the encoding of a CSV file', () => {
  const text = '姓名,单位\r\n𠮷强,青禾县公安局\r\n';
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 little endian', utf16],
    ['UTF-16 big endian', Buffer.from(utf16).swap16()],
    [
      'GB18030',
      Buffer.from(
        'd0d5c3fb2cb5a5cebb0d0a95308335c7bf2cc7e0bacccfd8b9abb0b2bed60d0a'.replace(
          '95308335',
          '9532 9132'.replace(' ', ''),
        ),
        'hex',
      ),
    ],
  ])('is found to be %s', (_, bytes) => {
    expect(decodeText(bytes).replace(/^\uFEFF/, '')).toContain('青禾县公安局');
  });

  it('leaves a damaged character as one, and the others as they are', () => {
    const bytes = Buffer.from(`${text.repeat(10)}王强`);
    bytes[bytes.length - 6] = 0xff;
    expect(decodeText(bytes)).toMatch(/青禾县公安局\r\n\uFFFD+强$/);
  });

  it('is refused when it is none of these', () => {
    expect(() => decodeText(Buffer.from('ff80ff81ff82ff83'.repeat(10), 'hex'))).toThrow('sheet_not_a_sheet');
  });
});
