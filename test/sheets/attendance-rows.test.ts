import { describe, expect, it } from 'vitest';
import type { SheetCell } from '../../electron/sheets/sheet-grid.ts';
import { fc } from '../support/properties.ts';
import { signInOf } from './attendance-of.ts';

type Lines = readonly (readonly SheetCell[])[];

const people = (lines: Lines) =>
  signInOf(lines)
    .rows.filter(({ skip }) => skip === null)
    .map(({ line, block, name, unit, marks, remark }) => [
      `${line}.${block}`,
      name,
      unit,
      marks.map(({ text }) => text).join(),
      remark.text,
    ]);
const skips = (lines: Lines) => signInOf(lines).rows.map(({ skip }) => skip);

describe('a header of a sign-in sheet', () => {
  it('stands below a title and the facts of the session, and names columns in the words of the office', () => {
    const lines = [
      ['党课签到表'],
      ['单位', '县法院', '主持人', '李强'],
      ['No.', '参会人员', '所在单位', '签到（签名）', '未到原因'],
      [1, '李强', '县法院', '', '病假'],
    ];
    expect(people(lines)).toEqual([['4.1', '李强', '县法院', '', '病假']]);
  });

  it('has 上午 and 下午 under one word for both', () => {
    const lines = [
      ['姓名', '签到', ''],
      ['', '上午', '下午'],
      ['李强', '√', ''],
    ];
    const merges = [
      { top: 1, bottom: 2, left: 0, right: 0 },
      { top: 1, bottom: 1, left: 1, right: 2 },
    ];
    const [row] = signInOf(lines, merges).rows;
    expect(row).toMatchObject({ isPartial: true, marks: [{ text: '√' }] });
  });

  it('is none without names or without marks', () => {
    expect(() =>
      signInOf([
        ['姓名', '单位'],
        ['李强', '县法院'],
      ]),
    ).toThrow('no header');
    expect(() =>
      signInOf([
        ['单位', '签到'],
        ['县法院', '√'],
      ]),
    ).toThrow('no header');
  });

  it('tells which columns are not read', () => {
    const { droppedColumns } = signInOf([
      ['序号', '姓名', '身份证号', '签到', '职 务'],
      [1, '李强', '110', '√', '庭长'],
    ]);
    expect(droppedColumns).toEqual(['身份证号', '职务']);
  });
});

describe('several people side by side', () => {
  it.each([
    [
      ['姓名', '签到', '姓名', '签到'],
      ['李强', '√', '王芳', '公'],
    ],
    [
      ['序号', '姓名', '签到', '序号', '姓名', '签到'],
      [1, '李强', '√', 2, '王芳', '公'],
    ],
    [
      ['姓名', '签到', null, '姓名', '签到'],
      ['李强', '√', null, '王芳', '公'],
    ],
  ])('are told apart under %j', (head, cells) => {
    expect(people([head, cells])).toEqual([
      ['2.1', '李强', '', '√', ''],
      ['2.2', '王芳', '', '公', ''],
    ]);
  });

  it('share the unit that stands left of all of them, or have one each', () => {
    const shared = [
      ['单位', '序号', '姓名', '签到', '序号', '姓名', '签到'],
      ['县法院', 1, '李强', '√', null, null, null],
      [null, 2, '王芳', '√', 3, '赵立新', '√'],
      ['县司法局', 4, '刘洋', '√', null, null, null],
      [null, 5, '施春雨', '√', 6, '孔令春', '√'],
      [null, 7, '严小勇', '√', null, null, null],
    ];
    expect(people(shared).map(([, name, unit]) => [name, unit])).toEqual([
      ['李强', '县法院'],
      ['王芳', '县法院'],
      ['赵立新', '县法院'],
      ['刘洋', '县司法局'],
      ['施春雨', '县司法局'],
      ['孔令春', '县司法局'],
      ['严小勇', '县司法局'],
    ]);
    const own = [
      ['姓名', '单位', '签到', '姓名', '单位', '签到'],
      ['李强', '县法院', '√', '刘洋', '县司法局', '到'],
    ];
    expect(people(own)).toEqual([
      ['2.1', '李强', '县法院', '√', ''],
      ['2.2', '刘洋', '县司法局', '到', ''],
    ]);
  });

  it('have sums and signatures beside them in the same line', () => {
    const lines = [
      ['姓名', '签到', '姓名', '签到'],
      ['李强', '√', '应到', 2],
      ['王芳', '√', '制表人：', '李强'],
    ];
    expect(skips(lines)).toEqual([null, 'summaryRow', null, 'signatureRow']);
    expect(signInOf(lines).declared).toEqual({ due: 2 });
  });
});

describe('units as lines between people', () => {
  const line = (text: string, right: number): [Lines, Parameters<typeof signInOf>[1]] => [
    [['姓名', '签到', '姓名', '签到'], [text], ['李强', '√', '王芳', '到']],
    [{ top: 2, bottom: 2, left: 0, right }],
  ];

  it('are known by their number of people, or by a cell over all lists', () => {
    for (const [lines, merges] of [line('县法院（2人）', 0), line('县 法 院', 3)]) {
      const sheet = signInOf(lines, merges);
      expect(sheet.rows.map(({ skip, unit }) => [skip, unit])).toEqual([
        ['unitHeading', ''],
        [null, '县法院'],
        [null, '县法院'],
      ]);
    }
  });

  it('are not a name that stands alone, nor a sentence', () => {
    expect(signInOf(...line('赵立新', 0)).rows[0]).toMatchObject({ skip: null, name: '赵立新' });
    expect(signInOf(...line('请各位签到，勿代签。', 3)).rows[0]?.skip).not.toBe('unitHeading');
  });
});

describe('a line that is nobody', () => {
  const HEAD = ['序号', '姓名', '签到', '备注'];
  it.each([
    ['summaryRow', ['合计', 45]],
    ['summaryRow', ['应到：45 实到：43']],
    ['summaryRow', ['合计', '应到', 45, '实到']],
    ['summaryRow', ['应签到 45 人　　实到　　人　　请假　　人']],
    ['signatureRow', ['制表人：李强']],
    ['signatureRow', ['JYZD-S:8f14e45f-ceea-467f-9575-0f2d5a1b3c4d']],
    ['repeatedHeader', HEAD],
    ['repeatedHeader', ['党课签到表']],
    ['emptyPlace', [31]],
  ])('is skipped as %s: %j', (reason, cells) => {
    expect(skips([['党课签到表'], HEAD, [1, '王芳', '√', ''], cells])).toEqual([null, reason]);
  });

  it('is never one with a name, though it is the chair’s, or its remark has numbers', () => {
    const lines = [['李强'], ['姓名', '签到', '备注'], ['李强', '', '请假 2'], ['王芳', '√', '实到 43']];
    expect(skips(lines)).toEqual([null, null]);
    expect(signInOf(lines).declared).toEqual({});
  });
});

describe('typed totals', () => {
  it.each([
    ['应到：45　实到：43', { due: 45, present: 43 }],
    ['应到 45 人，实到 40 人，请假 3 人，缺席 2 人', { due: 45, present: 40, onLeave: 3, absent: 2 }],
    ['应参加人数：45　实际参加人数：43　免到１人', { due: 45, present: 43, exempt: 1 }],
    ['共45人', { listed: 45 }],
    ['第3页 共4页', {}],
    ['2021年3月10日 应到', {}],
    ['本页应到：20', {}],
  ])('in %s are %j', (text, declared) => {
    expect(signInOf([[text], ['姓名', '签到'], ['李强', '√']]).declared).toEqual(declared);
  });

  it('at the foot stand over those at the head, subtotals over none, and all are told with their lines', () => {
    const sheet = signInOf([
      ['应到：45'],
      ['姓名', '签到'],
      ['李强', '√'],
      ['小计', '应到 20'],
      ['合计', '应到', 44],
    ]);
    expect(sheet.declared).toEqual({ due: 44 });
    expect(sheet.declaredIn.map(({ line }) => line)).toEqual([1, 4, 5]);
  });
});

describe('whatever a sheet has under its header', () => {
  const cell = fc.oneof(
    fc.constantFrom<SheetCell>(null, '', '√', '李强', '小计', '合计', '应到', 45, '制表人：', '共3人'),
    fc.string({ unit: 'grapheme', maxLength: 5 }),
    fc.integer(),
    fc.boolean(),
  );
  const heads = fc.constantFrom(['姓名', '签到'], ['单位', '姓名', '签到', '姓名', '签到', '备注']);

  it('every line with content is read, each place of it once', () => {
    fc.assert(
      fc.property(heads, fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (head, lines) => {
        const { rows } = signInOf([head, ...lines]);
        const filled = lines.flatMap((cells, at) =>
          cells.some((one) => one !== null && String(one).trim() !== '') ? [at + 2] : [],
        );
        expect([...new Set(rows.map(({ line }) => line))]).toEqual(filled);
        expect(new Set(rows.map(({ line, block }) => `${line}.${block}`)).size).toBe(rows.length);
      }),
    );
  });
});
