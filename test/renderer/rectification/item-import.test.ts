import { expect, it } from 'vitest';
import { decisionsWith, mappingWith } from '../../../renderer/registers/rectification/item-import.ts';
import { isList } from '../../../renderer/registers/rectification/item-paste.ts';

it('what is said about one row adds up, until it stays out', () => {
  const unit = decisionsWith([], { line: 3, unit: 'u' });
  const both = decisionsWith(unit, { line: 3, source: 'lookBack' });
  expect(both).toEqual([{ line: 3, unit: 'u', source: 'lookBack' }]);
  expect(decisionsWith(both, { line: 3, skip: true })).toEqual([{ line: 3, skip: true }]);
});

it('a row that was put aside is in doubt again when that is taken back, and others keep their answers', () => {
  const aside = decisionsWith([{ line: 2, unit: 'u' }], { line: 3, skip: true });
  expect(decisionsWith(aside, { line: 3 })).toEqual([{ line: 2, unit: 'u' }]);
});

it('a field that is given to one column leaves the one where it stood', () => {
  const column = (at: number, field: 'problem' | 'unit' | null) => ({
    column: at,
    field,
    title: '',
    samples: [],
  });
  const header = { line: 1, columns: [column(0, 'problem'), column(1, 'unit'), column(2, null)] };
  expect(mappingWith({ header }, 2, 'problem')).toEqual([
    { column: 0, field: null },
    { column: 1, field: 'unit' },
    { column: 2, field: 'problem' },
  ]);
});

it('cells between tabs are a list, a word or a line of text is none', () => {
  expect(isList('问题表现\t责任单位\r\n记录不全\t刑侦大队\r\n')).toBe(true);
  expect(isList('记录不全\r\n台账不符\r\n')).toBe(false);
});
