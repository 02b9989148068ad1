import { describe, expect, test } from 'vitest';
import {
  addMarked,
  coarseMark,
  dueAttendance,
  isBalanced,
  LEAVE_MARKS,
  MATRIX_CELLS,
  makeupAfterMark,
  markRefusal,
  matrixCode,
  NO_ATTENDANCE,
  NOT_EXPECTED,
  needsReason,
  owesMakeup,
  PRESENT_MARKS,
  sumAttendance,
} from '../../shared/rules/attendance.ts';
import { MAKEUPS, MARKS, type Makeup, type Mark } from '../../shared/vocabulary/words.ts';
import { fc } from '../support/properties.ts';

/** A mark with a make-up it can have: what the program has written down. */
const marked = fc
  .tuple(fc.constantFrom(...MARKS), fc.constantFrom(...MAKEUPS))
  .map(([mark, makeup]) => ({ mark, makeup: makeupAfterMark(makeup, mark) }));

describe('what a mark means', () => {
  test('实到 is 出席, 视频参加 and 迟到; 请假 is 公假, 病假, 事假, 值班备勤 and leave of an unknown kind', () => {
    expect(PRESENT_MARKS).toEqual(['present', 'video', 'late']);
    expect(LEAVE_MARKS).toEqual(['officialLeave', 'sickLeave', 'personalLeave', 'duty', 'leave']);
  });

  test('a bundle tells 到, 假, 缺, 免 or 未 of it, and telling it twice changes nothing', () => {
    for (const mark of MARKS) expect(coarseMark(coarseMark(mark))).toBe(coarseMark(mark));
    expect(new Set(MARKS.map(coarseMark))).toEqual(
      new Set(['unmarked', 'present', 'leave', 'absent', 'exempt']),
    );
  });

  test('whoever was not present has a reason; 未登记 and leave told by another office have none to give', () => {
    expect(MARKS.filter(needsReason)).toEqual([
      'officialLeave',
      'sickLeave',
      'personalLeave',
      'duty',
      'absent',
      'exempt',
    ]);
  });

  test('leave and absence owe a make-up; 免到, 未登记 and presence owe none', () => {
    expect(MARKS.filter(owesMakeup)).toEqual([
      'officialLeave',
      'sickLeave',
      'personalLeave',
      'duty',
      'absent',
      'leave',
    ]);
  });
});

describe('a mark that is set or corrected', () => {
  test('correcting to present cancels the make-up, whatever had become of it', () => {
    for (const makeup of MAKEUPS) expect(makeupAfterMark(makeup, 'present')).toBe('none');
  });

  test('a first absence owes a make-up, and a change of its kind keeps what was made good', () => {
    expect(makeupAfterMark('none', 'absent')).toBe('pending');
    for (const makeup of ['pending', 'done', 'confirmed', 'waived'] as const) {
      expect(makeupAfterMark(makeup, 'sickLeave')).toBe(makeup);
    }
  });

  test('无需 never applies to an absence', () => {
    for (const makeup of MAKEUPS) {
      for (const mark of MARKS) expect(makeupAfterMark(makeup, mark) === 'none').toBe(!owesMakeup(mark));
    }
  });

  test('is the clerk’s, but 免到 is granted by the reviewer and bare 请假 is typed by nobody', () => {
    for (const mark of MARKS) {
      const allowed = (role: 'clerk' | 'reviewer' | 'leader') => markRefusal('held', mark, [role]) === null;
      expect([allowed('clerk'), allowed('reviewer'), allowed('leader')], mark).toEqual([
        mark !== 'exempt' && mark !== 'leave',
        mark === 'exempt',
        false,
      ]);
    }
    expect(markRefusal('held', 'exempt', ['clerk'])).toMatchObject({
      code: 'not_allowed',
      fields: { needs: ['reviewer'] },
    });
    expect(markRefusal('held', 'leave', ['clerk', 'reviewer'])).toMatchObject({ code: 'invalid_input' });
  });

  test('is taken while the clerk has the session, not before it is held nor once it is submitted', () => {
    expect(markRefusal('returned', 'present', ['clerk'])).toBeNull();
    for (const state of ['draft', 'scheduled', 'submitted', 'approved', 'cancelled'] as const) {
      expect(markRefusal(state, 'present', ['clerk'])).toMatchObject({
        code: 'move_not_allowed',
        fields: { state, move: 'mark' },
      });
    }
  });
});

describe('the sums of attendance', () => {
  test('always 应到 = 实到 + 请假 + 缺席 + 未登记, and each absence in one make-up column', () => {
    fc.assert(
      fc.property(fc.array(marked, { maxLength: 60 }), (people) => isBalanced(sumAttendance(people))),
    );
  });

  test('agree with the check figures of the field: 148076 + 24904 + 3466 + 1985 = 178431', () => {
    let sums = NO_ATTENDANCE;
    const add = (mark: Mark, makeup: Makeup, times: number) => {
      sums = addMarked(sums, { mark, makeup }, times);
    };
    add('present', 'none', 148076);
    add('officialLeave', 'pending', 24904);
    add('absent', 'confirmed', 3466);
    add('unmarked', 'none', 1985);
    add('exempt', 'none', 12);
    expect(dueAttendance(sums)).toBe(178431);
    expect(sums).toMatchObject({ expected: 178443, exempt: 12, makeupPending: 24904, makeupConfirmed: 3466 });
    expect(isBalanced(sums)).toBe(true);
  });

  test('kept up to date by taking the old mark out and the new one in are the sums of the rows', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(marked, marked), { minLength: 1, maxLength: 40 }), (changes) => {
        let sums = sumAttendance(changes.map(([before]) => before));
        for (const [before, after] of changes) sums = addMarked(addMarked(sums, before, -1), after);
        expect(sums).toEqual(sumAttendance(changes.map(([, after]) => after)));
      }),
    );
  });

  test('count no make-up beside a mark that owes none', () => {
    const sums = sumAttendance([{ mark: 'present', makeup: 'confirmed' }]);
    expect(sums).toEqual({ ...NO_ATTENDANCE, expected: 1, present: 1 });
  });

  test('that do not add up are noticed', () => {
    expect(isBalanced({ ...NO_ATTENDANCE, expected: 2, present: 1 })).toBe(false);
    expect(isBalanced(sumAttendance([{ mark: 'absent', makeup: 'none' }]))).toBe(false);
  });
});

describe('a cell of the matrix', () => {
  test('tells of every mark what a bundle would, and what came of an absence, in one character', () => {
    fc.assert(
      fc.property(marked, ({ mark, makeup }) => {
        const cell = MATRIX_CELLS[matrixCode({ mark, makeup })];
        expect(cell).toEqual({ mark: coarseMark(mark), makeup });
      }),
    );
  });

  test('is another character for everything that can be told, and for who was not expected', () => {
    const told = MARKS.flatMap((mark) =>
      MAKEUPS.map((makeup) => matrixCode({ mark, makeup: makeupAfterMark(makeup, mark) })),
    );
    expect([...new Set(told)].sort()).toEqual(Object.keys(MATRIX_CELLS).sort());
    expect(Object.keys(MATRIX_CELLS).every((code) => code.length === 1 && code !== NOT_EXPECTED)).toBe(true);
  });
});
