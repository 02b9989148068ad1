import { describe, expect, it } from 'vitest';
import { planRoster } from '../../electron/registers/personnel/roster-plan.ts';
import type { SheetCell } from '../../electron/sheets/sheet-grid.ts';
import { fc } from '../support/properties.ts';
import { headerOf, rosterOfLines } from './grid-of.ts';

const HEADER = ['序号', '姓名', '单位', '职务', '编制', '状态', '警号', '备注'];

function row(...cells: SheetCell[]) {
  return rosterOfLines([HEADER, ['1', '张三', '县法院'], cells]).rows[1]!;
}

const person = (
  cells: Partial<Record<'name' | 'unit' | 'post' | 'staffing' | 'status' | 'badge' | 'remark', SheetCell>>,
) =>
  row(
    2,
    cells.name ?? '李四',
    cells.unit ?? '县法院',
    cells.post ?? null,
    cells.staffing ?? null,
    cells.status ?? null,
    cells.badge ?? null,
    cells.remark ?? null,
  );

describe('a row that is no entry', () => {
  it.each([
    ['summaryRow', [null, '小计', null]],
    ['summaryRow', ['合　计', null, null, 12]],
    ['summaryRow', [null, '12人', '县法院小计']],
    ['summaryRow', ['共12人']],
    ['summaryRow', [null, '总计：60人']],
    ['signatureRow', ['制表人：', '王芳', '审核人：', '李强']],
    ['signatureRow', ['单位负责人（签字）：', null, '填表日期：2021年3月5日']],
    ['signatureRow', ['制表人', '王芳']],
    ['signatureRow', ['填表人 王芳']],
    ['signatureRow', ['注：本表一式两份']],
    ['repeatedHeader', HEADER],
    ['repeatedHeader', [null, '姓　名', '单 位']],
  ])('is skipped as %s: %j', (reason, cells) => {
    expect(row(...cells)).toMatchObject({ skip: reason, line: 3 });
  });

  it('is a title repeated on the next page', () => {
    const roster = rosterOfLines([['县花名册'], HEADER, ['1', '张三', '县法院'], ['县花名册'], HEADER]);
    expect(roster.rows.map((one) => one.skip)).toEqual([null, 'repeatedHeader', 'repeatedHeader']);
  });

  it.each([
    { post: '辅警' },
    { post: '一级辅警' },
    { staffing: '协警' },
    { status: '辅警' },
    { remark: '辅助人员' },
    { unit: '辅警' },
    { name: '李四（辅警）' },
  ])('is skipped as auxiliary staff: %j', (cells) => {
    expect(person(cells).skip).toBe('auxiliaryStaff');
  });

  it.each([{ post: '辅警管理中队长' }, { post: '负责人' }, { post: '会计' }, { remark: '负责辅警管理工作' }])(
    'is not %j',
    (cells) => {
      expect(person(cells).skip).toBeNull();
    },
  );
});

describe('a row that a person must decide about', () => {
  it.each([
    ['missingField', { name: ' ' }],
    ['missingField', { unit: '　' }],
    ['unreadableName', { name: '?强' }],
    ['unreadableName', { name: 17 }],
    ['unreadableName', { unit: '县公□局' }],
    ['unknownStatus', { status: '停职' }],
    ['unknownStaffing', { staffing: '公务员' }],
    ['fieldTooLong', { name: '张'.repeat(51) }],
    ['fieldTooLong', { post: '长'.repeat(101) }],
  ])('is held as %s: %j', (reason, cells) => {
    expect(person(cells)).toMatchObject({ hold: reason, skip: null });
  });
});

describe('the cells of an entry', () => {
  it.each([
    ['在岗', 'onDuty'],
    ['在职', 'onDuty'],
    ['长期病假', 'longSickLeave'],
    ['借入', 'secondedIn'],
    ['借调人员', 'seconded'],
    ['借 出', 'secondedOut'],
    ['已调离', 'transferredOut'],
    ['退休', 'retired'],
  ])('say of the status %j: %s', (status, code) => {
    expect(person({ status })).toMatchObject({ status: code, hold: null });
    expect(person({ remark: status })).toMatchObject({ status: code, hold: null });
  });

  it('take a status from a remark only where the status itself is blank', () => {
    expect(person({ status: '在岗', remark: '退休' }).status).toBe('onDuty');
    expect(person({ remark: '去年获嘉奖' })).toMatchObject({ status: null, hold: null });
  });

  it.each([
    ['政法专项编制', 'politicalLegal'],
    ['行政编', 'administrative'],
    ['事业', 'publicInstitution'],
    ['工勤人员', 'support'],
  ])('say of the staffing %j: %s', (staffing, code) => {
    expect(person({ staffing })).toMatchObject({ staffing: code, hold: null });
  });

  it('are blank where they are blank', () => {
    expect(person({})).toMatchObject({
      post: null,
      staffing: null,
      status: null,
      disambiguator: null,
      hold: null,
    });
  });

  it('give the order number where it is a whole number, and the badge as text', () => {
    expect(person({ badge: 117 })).toMatchObject({ orderNumber: 2, disambiguator: '117' });
    expect(row('2-1', '李四', '县法院')).toMatchObject({ orderNumber: null, hold: null });
  });
});

describe('columns that are not stored', () => {
  it('are named, with the letter of one that has content and no label', () => {
    const lines = [
      ['姓名', '性 别', '单位', '身份证号', '级别', null],
      ['张三', '男', '县法院', 'x', '', '党员'],
    ];
    expect(rosterOfLines(lines).droppedColumns).toEqual(['性别', '身份证号', '级别', 'F']);
  });

  it('include a column of ID-card numbers whatever it is called', () => {
    const lines = [
      ['姓名', '单位', '证号'],
      ['张三', '县法院', '99000019800101001X'],
      ['李四', '县法院', '7'],
    ];
    const roster = rosterOfLines(lines);
    expect(roster.droppedColumns).toEqual(['证号']);
    expect(roster.rows.map((one) => one.disambiguator)).toEqual([null, null]);
  });
});

describe('a unit', () => {
  const units = (...given: Parameters<typeof rosterOfLines>) =>
    rosterOfLines(...given).rows.map((one) => one.unit);

  it('merged over rows holds for them, and for no row beyond', () => {
    const lines = [
      ['姓名', '单位'],
      ['甲一', '县法院'],
      ['甲二', null],
      ['甲三', null],
    ];
    expect(units(lines, [{ top: 2, bottom: 3, left: 1, right: 1 }])).toEqual(['县法院', '县法院', '']);
  });

  it('holds for the blanks below it where the whole column looks like dissolved merges', () => {
    const lines = [
      ['姓名', '单位'],
      ['甲一', '县法院'],
      ['甲二', ''],
      ['甲三', ''],
      ['乙一', '县公安局'],
      ['乙二', ''],
    ];
    expect(units(lines)).toEqual(['县法院', '县法院', '县法院', '县公安局', '县公安局']);
  });

  it('does not hold beyond a subtotal', () => {
    const lines = [
      ['姓名', '单位'],
      ['甲一', '县法院'],
      ['甲二', ''],
      ['小计', ''],
      ['乙一', ''],
    ];
    expect(units(lines)).toEqual(['县法院', '县法院', '', '']);
  });

  it('is missing where one cell of a filled column is blank', () => {
    const lines = [
      ['姓名', '单位'],
      ['甲一', '县法院'],
      ['甲二', '县法院'],
      ['甲三', ''],
      ['甲四', '县法院'],
    ];
    expect(units(lines)).toEqual(['县法院', '县法院', '', '县法院']);
  });
});

describe('any grid with a header', () => {
  const cell = fc.oneof(
    fc.constantFrom<SheetCell>(
      null,
      '',
      '张三',
      '李四',
      '王伟',
      '?强',
      '小计',
      '县法院',
      '县公安局',
      '借调',
      '退休',
      '辅警',
      '男',
      '制表人：',
      '姓名',
      '单位',
      '0117',
      12,
      true,
      { date: '2021-03-05' },
    ),
    fc.string({ maxLength: 4 }),
  );
  const grid = fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 25 });

  it('has an outcome for every row with content, and the five add up to them', () => {
    fc.assert(
      fc.property(grid, fc.boolean(), (lines, createUnits) => {
        const all = [HEADER, ...lines];
        const bottom = headerOf(all)!.bottom;
        const withContent = all
          .slice(bottom)
          .filter((cells) => cells.some((one) => one !== null && one !== ''));
        const plan = planRoster(rosterOfLines(all), { units: [], people: [] }, { createUnits });
        expect(plan.read).toBe(withContent.length);
        expect(plan.added + plan.changed + plan.unchanged + plan.held + plan.skipped).toBe(plan.read);
        expect(
          plan.rows.every(
            (one) => (one.reason !== null) === (one.outcome === 'held' || one.outcome === 'skipped'),
          ),
        ).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
