import { ORPCError } from '@orpc/client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SheetCell } from '../../../electron/sheets/sheet-grid.ts';
import { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { fc } from '../../support/properties.ts';
import { lastingScratch } from '../../support/scratch.ts';
import { fixture, type Lines, type SignInDesk, signInDesk, story } from './sign-in-desk.ts';

const { folder, remove } = lastingScratch();
const HEAD = ['序号', '姓名', '单位', '签到', '备注'];
let desk: SignInDesk;
let id: string;

beforeAll(async () => {
  desk = await signInDesk(folder, story.list, { 城关派出所: '青禾县公安局' });
});
beforeEach(async () => {
  id = await desk.held();
});
afterAll(() => {
  desk.office.close();
  remove();
});

const entries = (...lines: Lines) => [HEAD, ...lines.map((cells, at) => [`${at + 1}`, ...cells])];
const read = (lines: Lines, more?: Parameters<SignInDesk['read']>[2]) => desk.read(id, lines, more);
const file = (content: Buffer, more?: Parameters<SignInDesk['file']>[2]) => desk.file(id, content, more);
const row = async (...cells: SheetCell[]) => (await read(entries(cells))).rows[0]!;
const refusalOf = async (call: Promise<unknown>) => {
  const error: unknown = await call.then(
    () => 'no error',
    (reason: unknown) => reason,
  );
  if (error instanceof Refusal) return { code: error.code, ...error.fields };
  return error instanceof ORPCError ? { code: String(error.code), ...error.data } : { code: String(error) };
};

describe('a sign-in sheet of the office', () => {
  it.each(['sign-in.xlsx', 'sign-in.xls', 'sign-in-libreoffice.xlsx', 'sign-in-gb18030.csv'])(
    'gives from %s the expected outcome for every row, and its totals beside those typed',
    async (name) => {
      await expectStory('sign-in', name);
    },
  );

  it.each(['paper.xlsx', 'paper.xls', 'paper.csv'])(
    'with several people side by side gives from %s every one of them',
    async (name) => {
      await expectStory('paper', name);
    },
  );

  async function expectStory(kind: 'sign-in' | 'paper', name: string) {
    const before = desk.digest();
    const report = await file(fixture(name));
    expect(desk.digest()).toBe(before);
    const { rows, declared, computed } = story[kind];
    expect(
      report.rows.map(({ line, block, outcome, name: who, unit, reason, after }) => {
        const isEntry = outcome !== 'skipped' || reason === 'duplicateRow';
        const said = isEntry ? { name: who, unit } : { name: null, unit: null };
        return {
          line,
          block,
          outcome,
          ...said,
          reason,
          mark: after?.mark ?? null,
          why: after?.reason ?? null,
        };
      }),
    ).toEqual(rows.map((one) => ({ why: null, ...one })));
    expect(report).toMatchObject({ declared, computed, read: rows.length, applied: false });
  }

  it('tells which texts nobody has explained, and takes the user’s word for them', async () => {
    const held = await file(fixture('sign-in.xlsx'));
    expect(held.unmapped).toEqual([
      { text: '○', count: 1 },
      { text: '×', count: 1 },
      { text: '请假', count: 1 },
    ]);
    const map = { '○': 'present', '×': 'absent', 请假: 'personalLeave' } as const;
    const told = await file(fixture('sign-in.xlsx'), { map });
    expect(told.unmapped).toEqual([]);
    expect([told.added, told.held]).toEqual([held.added + 3, held.held - 3]);
    expect(told.map).toMatchObject({ '√': 'present', ...map });
  });
});

describe('applying', () => {
  it('does what the rehearsal said as one step that can be undone, and nothing more the second time', async () => {
    const clerk = await desk.office.as('clerk');
    const rehearsal = await file(fixture('sign-in.xlsx'));
    const applied = await file(fixture('sign-in.xlsx'), { apply: true, rev: rehearsal.sessionRev });
    expect(applied).toEqual({ ...rehearsal, applied: true, sessionRev: applied.sessionRev });
    expect((await clerk.study.attendance({ session: id })).sums).toMatchObject(applied.sums);
    const marks = await desk.marksOf(id);
    for (const { person, after } of applied.rows)
      if (person && after) expect(marks.get(person)).toEqual(after);

    const digest = desk.digest();
    const again = await file(fixture('sign-in.xlsx'), { apply: true });
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: rehearsal.added + rehearsal.unchanged });
    expect(desk.digest()).toBe(digest);

    const { step, action } = await clerk.office.lastStep();
    expect(action).toBe('study.importAttendance');
    await clerk.office.undo({ step: step! });
    expect([...(await desk.marksOf(id)).values()].every(({ mark }) => mark === 'unmarked')).toBe(true);
  });

  it('changes marks that say something else, and never takes one back for a blank', async () => {
    await read(entries(['李强', '', '√', ''], ['王芳', '', '公假', '开会']), { apply: true });
    const report = await read(entries(['李强', '', '病假', '住院'], ['王芳', '', '', '']));
    expect(report).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    expect(report.rows[0]).toMatchObject({
      before: { mark: 'present', reason: null },
      after: { mark: 'sickLeave', reason: '住院' },
    });
    const kept = await read(entries(['王芳', '', '公假', ''], ['李强', '', '出席', '']));
    expect([kept.unchanged, kept.changed]).toEqual([2, 0]);
  });

  it('is refused when the session was changed since it was looked at', async () => {
    const { sessionRev } = await read(entries(['李强', '', '√', '']));
    await read(entries(['王芳', '', '√', '']), { apply: true });
    const stale = read(entries(['李强', '', '√', '']), { rev: sessionRev, apply: true });
    expect((await refusalOf(stale)).code).toBe('conflict');
    expect((await desk.marksOf(id)).get(desk.person('李强'))?.mark).toBe('unmarked');
  });

  it('is the clerk’s alone, and only while the session takes marks', async () => {
    const reviewer = await desk.office.as('reviewer');
    const sheet = { fileName: 'a.csv', content: fixture('paper.csv').toString('base64') };
    expect((await refusalOf(reviewer.study.importAttendance({ session: id, ...sheet }))).code).toBe(
      'not_allowed',
    );
    const clerk = await desk.office.as('clerk');
    const draft = await clerk.study.createSession({ title: '未举行' });
    expect(await refusalOf(desk.file(draft.id, fixture('paper.csv')))).toMatchObject({
      code: 'move_not_allowed',
      state: 'draft',
      move: 'mark',
    });
  });
});

describe('marks', () => {
  it.each([
    ['√', 'present'],
    ['✔️', 'present'],
    ['☑', 'present'],
    ['到', 'present'],
    ['已 到', 'present'],
    ['李　强', 'present'],
    ['视频参加', 'video'],
    ['迟到', 'late'],
    ['公', 'officialLeave'],
    ['病假', 'sickLeave'],
    ['事　假', 'personalLeave'],
    ['值班备勤', 'duty'],
    ['缺席', 'absent'],
  ])('%s is %s', async (cell, mark) => {
    expect(await row('李强', '', cell, '')).toMatchObject({ outcome: 'added', cell, after: { mark } });
  });

  it.each(['○', '〇', '×', 'X', '△', '王芳', '假', '1', '√ 8:55'])('%s waits for the user', async (cell) => {
    expect(await row('李强', '', cell, '')).toMatchObject({ outcome: 'held', reason: 'unmappedMark', cell });
  });

  it('that look alike are explained together, and a word of the user stands over what is built in', async () => {
    const map = { '○': 'present', '×': 'absent', '√': 'video' } as const;
    const lines = entries(['李强', '', '〇', ''], ['王芳', '', 'Ｘ', ''], ['赵立新', '', '✓', '']);
    const { rows } = await read(lines, { map });
    expect(rows.map(({ after }) => after?.mark)).toEqual(['present', 'absent', 'video']);
  });

  it('of a blank are 未登记, whatever else the row says but an absence', async () => {
    expect(await row('李强', '', '　', '')).toMatchObject({ outcome: 'unchanged', after: null });
    expect(await row('李强', '', '', '新任组长')).toMatchObject({ outcome: 'unchanged', after: null });
    expect(await row('李强', '', '', '家中有事请假')).toMatchObject({
      outcome: 'held',
      reason: 'unmappedMark',
    });
    expect(await row('李强', '', '', '事假')).toMatchObject({
      after: { mark: 'personalLeave', reason: '事假' },
    });
  });

  it('of several columns must agree, and parts of the day be filled alike', async () => {
    const both = async (morning: string, afternoon: string) =>
      (
        await read([
          ['姓名', '上午签到', '下午签到'],
          ['李强', morning, afternoon],
        ])
      ).rows[0]!;
    expect(await both('√', '到')).toMatchObject({ outcome: 'added', cell: '√ / 到' });
    expect((await both('√', '')).reason).toBe('contradictoryCells');
    expect((await both('√', '病假')).reason).toBe('contradictoryCells');
    expect((await both('', '')).outcome).toBe('unchanged');
  });

  it('bring their reason along where somebody was not present, if it is no longer than one may be', async () => {
    expect(await row('李强', '', '公假', '开会')).toMatchObject({ after: { reason: '开会' } });
    expect(await row('李强', '', '√', '第一排')).toMatchObject({ after: { mark: 'present', reason: null } });
    expect((await row('李强', '', '公假', '长'.repeat(101))).reason).toBe('fieldTooLong');
  });

  it('of exemption wait for the reviewer, but for people who have it', async () => {
    expect((await row('李强', '', '免到', '产假')).reason).toBe('needsReviewer');
    const reviewer = await desk.office.as('reviewer');
    const { rev } = await reviewer.study.session({ id });
    const marks = [{ person: desk.person('李强'), mark: 'exempt' as const, reason: '产假' }];
    await reviewer.study.mark({ session: id, rev, marks });
    expect((await row('李强', '', '免到', '产假')).outcome).toBe('unchanged');
  });
});

describe('people', () => {
  it('of one name are told apart by unit or code, and held with all who may be meant where nothing does', async () => {
    const held = await row('张敏', '青禾县人民法院', '√', '');
    expect(held).toMatchObject({ reason: 'ambiguousName', person: null });
    expect(held.candidates?.map(({ disambiguator }) => disambiguator)).toEqual(['0301', '0302']);
    const lines = [
      ['姓名', '警号', '签到'],
      ['张敏', '0302', '√'],
      ['张敏（0301）', '', '公'],
    ];
    const { rows } = await read(lines);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['added', 'added']);
    expect(new Set(rows.map(({ person }) => person)).size).toBe(2);
  });

  it('are found by a unit above theirs, by part of its name, and by name alone where the unit is unknown', async () => {
    for (const unit of ['青禾县公安局', '城关派出所', '公安局', '第二党小组', ''])
      expect(await row('卫晓明', unit, '√', '')).toMatchObject({ person: desk.person('卫晓明') });
  });

  it('in another unit than the sheet says are somebody else, and candidates', async () => {
    expect(await row('刘洋', '青禾县公安局', '√', '')).toMatchObject({
      reason: 'notExpected',
      candidates: [{ person: desk.person('刘洋'), unitName: '青禾县司法局' }],
    });
    expect(await row('外来人', '', '√', '')).not.toHaveProperty('candidates');
  });

  it('who stand twice count once where both rows say the same, and are held where they do not', async () => {
    const reasons = async (...signs: string[]) =>
      (await read(entries(...signs.map((sign) => ['李强', '', sign, ''])))).rows.map(({ reason }) => reason);
    expect(await reasons('√', '到')).toEqual([null, 'duplicateRow']);
    expect(await reasons('', '√')).toEqual(['duplicateRow', null]);
    expect(await reasons('√', '病假')).toEqual(['contradictoryRows', 'contradictoryRows']);
    expect(await reasons('√', '○', '')).toEqual(['contradictoryRows', 'contradictoryRows', 'duplicateRow']);
  });
});

describe('decisions about held rows', () => {
  it('say who is meant, what the mark is, and what stays out', async () => {
    const lines = entries(
      ['张敏', '', '√', ''],
      ['李强', '', '○', ''],
      ['外来人', '', '√', ''],
      ['王芳', '', '√', ''],
    );
    const candidate = (await read(lines)).rows[0]!.candidates![1]!.person;
    const decisions = [
      { line: 2, person: candidate },
      { line: 3, mark: 'sickLeave' as const, reason: '住院' },
      { line: 4, skip: true as const },
      { line: 9, skip: true as const },
      { line: 5, person: 'nobody' },
    ];
    const report = await read(lines, { decisions, apply: true });
    expect(report.rows.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['added', null],
      ['added', null],
      ['skipped', 'skippedByUser'],
      ['added', null],
    ]);
    expect(report.unusedDecisions).toEqual([
      { line: 9, block: 1, why: 'unknownLine' },
      { line: 5, block: 1, why: 'impossible' },
    ]);
    const marks = await desk.marksOf(id);
    expect(marks.get(candidate)?.mark).toBe('present');
    expect(marks.get(desk.person('李强'))).toEqual({ mark: 'sickLeave', reason: '住院' });
  });
});

describe('the sheet itself', () => {
  it('with the printed code of its session is read, with that of another one refused', async () => {
    const sheet = (code: string) => [['党课签到表', `JYZD-S:${code}`], HEAD, ['1', '李强', '', '√', '']];
    expect((await read(sheet(id))).added).toBe(1);
    const other = await desk.held();
    expect((await refusalOf(read(sheet(other)))).code).toBe('sheet_other_session');
  });

  it.each([
    ['sheet_no_header', '今天,天气\r\n很,好\r\n'],
    ['sheet_no_header', '姓名,单位\r\n李强,青禾县人民法院\r\n'],
    ['sheet_empty', ',,\r\n'],
    ['sheet_truncated', fixture('sign-in.xlsx').subarray(0, 4_000)],
    ['sheet_not_a_sheet', '%PDF-1.7\n%âãÏÓ\n'],
    ['sheet_html', '<table><tr><td>姓名</td><td>签到</td></tr></table>'],
  ])('that is none is refused as %s, and the register stays as it was', async (code, content) => {
    const before = desk.digest();
    expect((await refusalOf(file(Buffer.from(content), { apply: true }))).code).toBe(code);
    expect(desk.digest()).toBe(before);
  });

  it('named is read, and one that the workbook does not have is refused', async () => {
    const report = await file(fixture('sign-in.xlsx'));
    expect([report.sheet, report.sheets.map(({ name }) => name)]).toEqual(['签到表', ['花名册', '签到表']]);
    expect((await refusalOf(file(fixture('sign-in.xlsx'), { sheet: '没有' }))).code).toBe('sheet_unknown');
    expect((await refusalOf(file(fixture('sign-in.xlsx'), { sheet: '花名册' }))).code).toBe(
      'sheet_no_header',
    );
  });
});

describe('whatever is written into a sheet of the session', () => {
  const cell = fc.oneof(
    fc.constantFrom('√', '到', '公', '病假', '免到', '缺席', '○', '', ' ', '视频参加'),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const line = fc.oneof(
    fc.tuple(fc.constantFrom(...story.list.map(({ name }) => name), '外来人', '?强', ''), cell, cell),
    fc.constantFrom(['小计', '3人', ''], ['应到：9 实到：8', '', ''], ['制表人：', '李强', '']),
  );

  it('the outcomes add up to what was read, a rehearsal changes nothing and applying does the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 30 }),
        fc.boolean(),
        async (lines, isWide) => {
          const head = ['姓名', '签到', '备注'];
          const sheet = isWide
            ? [
                [...head, ...head],
                ...lines.map((cells, at) => [...cells, ...(lines[at + 1] ?? ['', '', ''])]),
              ]
            : [head, ...lines];
          const before = desk.digest();
          const rehearsal = await read(sheet);
          expect(desk.digest()).toBe(before);
          const { added, changed, unchanged, held, skipped, computed } = rehearsal;
          expect(added + changed + unchanged + held + skipped).toBe(rehearsal.read);
          expect(rehearsal.rows).toHaveLength(rehearsal.read);
          const { due, present, onLeave, absent, unmarked, undecided } = computed;
          expect(due).toBe(present + onLeave + absent + unmarked + undecided);
          const applied = await read(sheet, { apply: true });
          expect(applied).toEqual({ ...rehearsal, applied: true, sessionRev: applied.sessionRev });
          const clerk = await desk.office.as('clerk');
          expect((await clerk.study.attendance({ session: id })).sums).toMatchObject(applied.sums);
        },
      ),
      { numRuns: 25 },
    );
  });
});
