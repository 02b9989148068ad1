import { describe, expect, it } from 'vitest';
import { comparePaste, readBlock, unexplained } from '../../../renderer/registers/study/pasted-marks.ts';
import { cellsOf, clipboardText } from '../../../renderer/ui/clipboard-table.ts';
import type { Mark } from '../../../shared/vocabulary/words.ts';
import { fc } from '../../support/properties.ts';
import { sheetRow } from './sheet-rows.ts';

const rows = [
  sheetRow('1', { name: '张三', unitName: '法院' }),
  sheetRow('2', { name: '李四', unitName: '法院', mark: 'absent', reason: '未请假' }),
  sheetRow('3', { name: '王五', unitName: '法院' }),
  sheetRow('4', { name: '王五', unitName: '司法局' }),
];

function paste(
  text: string,
  options: { from?: number; meanings?: Record<string, Mark>; mayNot?: Mark } = {},
) {
  const { from = 0, meanings = {}, mayNot } = options;
  return comparePaste(readBlock(cellsOf(text), rows), rows, {
    from,
    meanings,
    may: (mark) => mark !== mayNot,
  });
}

function told(text: string, options: Parameters<typeof paste>[1] = {}) {
  return paste(text, options).map(({ row, after, outcome, doubt }) => [
    row?.person ?? null,
    after?.mark ?? null,
    doubt ?? outcome,
  ]);
}

describe('text of the clipboard', () => {
  it('is cells between tabs and line ends, with quoted ones as Excel writes them', () => {
    expect(cellsOf('a\tb\r\n"c\nd"\t"say ""x"""\r\n')).toEqual([
      ['a', 'b'],
      ['c\nd', 'say "x"'],
    ]);
    expect(cellsOf('a\t\n\tb')).toEqual([
      ['a', ''],
      ['', 'b'],
    ]);
    expect(cellsOf('"open')).toEqual([['"open']]);
    expect(cellsOf('')).toEqual([]);
  });

  it('comes back as it went out, whatever stands in the cells', () => {
    const cell = fc.string().map((text) => text.trim());
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(table, (cells) => {
        expect(cellsOf(`${clipboardText(cells)}\r\n`)).toEqual(cells);
      }),
    );
  });
});

describe('a pasted block', () => {
  it('of one column goes to one name after the other from the focus on, and says where the sheet ends', () => {
    expect(told('√\n到\n公', { from: 2 })).toEqual([
      ['3', 'present', 'changed'],
      ['4', 'present', 'changed'],
      [null, null, 'beyond'],
    ]);
  });

  it('with names goes to the people named, wherever they stand, in any spelling of the name', () => {
    expect(told('李　四\t病假\n张 三\t√')).toEqual([
      ['2', 'sickLeave', 'changed'],
      ['1', 'present', 'changed'],
    ]);
  });

  it('finds its columns by the heading, the reason too', () => {
    const [first] = paste('序号\t单位\t姓名\t考勤\t备注\n1\t法院\t张三\t公假\t市局培训');
    expect(first).toMatchObject({ row: rows[0], after: { mark: 'officialLeave', reason: '市局培训' } });
  });

  it('holds namesakes unless the unit tells them apart, strangers, and who stands there twice', () => {
    expect(told('王五\t√\n赵六\t√\n张三\t√\n张三\t缺席')).toEqual([
      [null, null, 'namesakes'],
      [null, null, 'notOnList'],
      ['1', null, 'twice'],
      ['1', null, 'twice'],
    ]);
    expect(told('单位\t姓名\t考勤\n司法局\t王五\t√')).toEqual([['4', 'present', 'changed']]);
  });

  it('never takes a blank for absent, and leaves ○ and × to the user', () => {
    expect(told('张三\t\n李四\t○\n王五\t×')).toEqual([
      ['1', null, 'blank'],
      ['2', null, 'unmapped'],
      [null, null, 'namesakes'],
    ]);
    expect(told('李四\t○', { meanings: { '○': 'present' } })).toEqual([['2', 'present', 'changed']]);
    expect([...unexplained(paste('张三\t○\n李四\t○'))]).toEqual([['○', 2]]);
  });

  it('holds a mark that the account may not give, and leaves alone what stands there already', () => {
    expect(told('张三\t免到', { mayNot: 'exempt' })).toEqual([['1', null, 'mayNot']]);
    expect(told('李四\t缺席')).toEqual([['2', 'absent', 'unchanged']]);
  });

  it('of names, units, marks and reasons as the sheet copies them comes back to the same people', () => {
    const copied = clipboardText(rows.map((row) => [row.name ?? '', row.unitName, '缺席', '未请假']));
    expect(told(copied).map(([person, mark]) => [person, mark])).toEqual(
      rows.map(({ person }) => [person, 'absent']),
    );
  });

  it('gives every cell exactly one outcome', () => {
    const cell = fc.constantFrom('√', '○', '', '缺席', '张三', '李四', '王五', '法院', 'x', '免到');
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 8 }), (cells) => {
        const block = readBlock(cells, rows);
        const compared = comparePaste(block, rows, { from: 0, meanings: {}, may: () => true });
        expect(compared).toHaveLength(block.entries.length);
        for (const { outcome, after, row } of compared)
          if (outcome === 'changed') expect(after && row).toBeTruthy();
      }),
    );
  });
});
