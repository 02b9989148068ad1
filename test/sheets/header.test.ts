import { describe, expect, it } from 'vitest';
import { headerOf } from './grid-of.ts';

const columnsOf = (...given: Parameters<typeof headerOf>) => {
  const header = headerOf(...given);
  return header && { lines: [header.top, header.bottom], ...Object.fromEntries(header.columns) };
};

describe('the header of a roster', () => {
  it('stands in the first row', () => {
    expect(columnsOf([['姓名', '单位']])).toEqual({ lines: [1, 1], name: 0, unit: 1 });
  });

  it('stands below titles, blank lines and a line of who made it', () => {
    const lines = [['县花名册'], [], ['填报单位：', '县办'], ['序号', '姓　名', '所在单位', '职 务']];
    expect(columnsOf(lines)).toEqual({ lines: [4, 4], orderNumber: 0, name: 1, unit: 2, post: 3 });
  });

  it.each([
    ['名字', '部门'],
    ['人员姓名', '工作单位'],
    ['姓名（必填）', '*单位：'],
    ['姓\n名', '科室'],
  ])('is known by %j and %j', (name, unit) => {
    expect(columnsOf([[name, unit]])).toEqual({ lines: [1, 1], name: 0, unit: 1 });
  });

  it('has cells merged over two rows, the lower ones being empty', () => {
    const merges = [0, 1, 2].map((column) => ({ top: 1, bottom: 2, left: column, right: column }));
    const lines = [['序号', '姓名', '单位'], [], ['1', '张三', '县法院']];
    expect(columnsOf(lines, merges)).toEqual({ lines: [1, 2], orderNumber: 0, name: 1, unit: 2 });
  });

  it('has a group over its columns', () => {
    const merges = [
      { top: 1, bottom: 2, left: 0, right: 0 },
      { top: 1, bottom: 1, left: 1, right: 2 },
    ];
    const lines = [
      ['单位', '人员', null],
      [null, '姓名', '职务'],
      ['县法院', '张三', '法官'],
    ];
    expect(columnsOf(lines, merges)).toEqual({ lines: [1, 2], unit: 0, name: 1, post: 2 });
  });

  it('has a group over its columns where the file tells no merges', () => {
    const lines = [
      ['单位', '人员', null],
      [null, '姓名', '职务'],
      ['县法院', '张三', '法官'],
    ];
    expect(columnsOf(lines)).toEqual({ lines: [1, 2], unit: 0, name: 1, post: 2 });
  });

  it('does not swallow the row below it', () => {
    expect(
      columnsOf([
        ['姓名', '单位', '备注'],
        ['张三', '县法院', null],
      ]),
    ).toMatchObject({ lines: [1, 1] });
    expect(
      columnsOf([
        ['姓名', '单位'],
        [null, null, '职务'],
      ]),
    ).toMatchObject({ lines: [1, 2] });
  });

  it('takes the better word where two columns mean the same', () => {
    expect(columnsOf([['部门', '单位', '姓名']])).toEqual({ lines: [1, 1], unit: 1, name: 2 });
  });

  it('is not found where nothing says 姓名, or nothing else is known', () => {
    expect(
      headerOf([
        ['单位', '职务'],
        ['县法院', '法官'],
      ]),
    ).toBeNull();
    expect(
      headerOf([
        ['姓名', '天气'],
        ['张三', '晴'],
      ]),
    ).toBeNull();
  });
});
