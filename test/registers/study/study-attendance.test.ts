import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attendance, mark } from '../../../electron/registers/study/study-attendance.ts';
import { rebuildSummary, verifySummary } from '../../../electron/registers/study/study-summary.ts';
import type { Given } from '../../../shared/contract/base.ts';
import type { study } from '../../../shared/contract/study.ts';
import { refusalOf } from './refusal-of.ts';
import { both, clerk, type Desk, openDesk, reviewer } from './study-desk.ts';

let desk: Desk;
let id: string;
let [a, b, c, stranger] = ['', '', '', ''];

beforeAll(async () => {
  desk = await openDesk();
  const court = desk.unit('法院');
  const bureau = desk.unit('公安局');
  c = desk.person('丙', { unit: bureau });
  a = desk.person('甲', { unit: court });
  b = desk.person('乙', { unit: court });
  stranger = desk.person('外', { unit: court, status: 'retired' });
});
beforeEach(() => {
  id = desk.held();
});
afterAll(() => desk.close());

const row = (person: string) => desk.rows(id).find((one) => one.person === person)!;
const give = (input: Partial<Given<typeof study.mark>>, who = clerk) =>
  desk.as(who, (write) => mark(write, who, { session: id, rev: desk.look(id).rev, marks: [], ...input }));

describe('marks', () => {
  it('are recorded for many at once, and the sums follow: due is present, on leave, absent and unmarked', () => {
    desk.mark(both, id, { [a]: 'video', [b]: 'exempt' });
    const sums = give({ marks: [{ person: c, mark: 'sickLeave', reason: '住院' }] }).sums;
    expect(sums).toMatchObject({ expected: 3, due: 2, present: 1, onLeave: 1, absent: 0, unmarked: 0 });
    expect(sums).toMatchObject({ exempt: 1, makeupPending: 1 });
    expect(sums.due).toBe(sums.present + sums.onLeave + sums.absent + sums.unmarked);
    expect(desk.look(id).sums).toEqual(sums);
  });

  it('of the rest go to everybody still unmarked, after the marks given', () => {
    const { sums } = give({ marks: [{ person: a, mark: 'absent' }], rest: 'present' });
    expect(sums).toMatchObject({ present: 2, absent: 1, unmarked: 0 });
    expect(give({ rest: 'video' }).sums).toEqual(sums);
  });

  it('of people not on the list are refused with their count, and nothing is recorded', () => {
    const marks = { [a]: 'present', [stranger]: 'present', nobody: 'present' } as const;
    expect(refusalOf(() => desk.mark(clerk, id, marks))).toEqual({
      code: 'not_expected',
      fields: { count: 2 },
    });
    expect(row(a).mark).toBe('unmarked');
  });

  it('given twice for one person are refused', () => {
    const twice = [
      { person: a, mark: 'present' },
      { person: a, mark: 'absent' },
    ] as const;
    expect(refusalOf(() => give({ marks: [...twice] })).code).toBe('invalid_input');
  });

  it('from a stale page are refused: marks of others in between count as a change', () => {
    const { rev } = desk.look(id);
    desk.mark(clerk, id, { [a]: 'present' });
    expect(refusalOf(() => give({ rev, marks: [{ person: b, mark: 'present' }] })).code).toBe('conflict');
    expect(row(b).mark).toBe('unmarked');
  });

  it('that are the same already are not written again', () => {
    desk.mark(clerk, id, { [a]: 'absent', [b]: 'present' }, '出差');
    const before = [row(a), row(b)];
    give({ marks: [a, b, c].map((person) => ({ person, mark: person === a ? 'absent' : 'present' })) });
    expect([row(a), row(b)]).toEqual(before);
    expect(row(c).mark).toBe('present');
  });

  it('keep their reason unless a new one is given, and lose it with a new mark', () => {
    desk.mark(clerk, id, { [a]: 'personalLeave' }, '搬家');
    give({ marks: [{ person: a, mark: 'personalLeave', reason: '婚假' }] });
    expect(row(a).reason).toBe('婚假');
    give({ marks: [{ person: a, mark: 'present' }] });
    expect(row(a).reason).toBeNull();
  });

  it('of exemption are the reviewer’s, all others the clerk’s, and leave of unknown kind is nobody’s', () => {
    const refused = (who: typeof clerk, one: 'exempt' | 'present' | 'leave') =>
      refusalOf(() => desk.mark(who, id, { [a]: one })).code;
    expect(refused(clerk, 'exempt')).toBe('not_allowed');
    expect(refused(reviewer, 'present')).toBe('not_allowed');
    expect(refused(both, 'leave')).toBe('invalid_input');
    expect(refusalOf(() => give({ rest: 'present' }, reviewer)).code).toBe('not_allowed');
    desk.mark(reviewer, id, { [a]: 'exempt' });
    give({ marks: [a, b].map((person) => ({ person, mark: person === a ? 'exempt' : 'present' })) });
    expect([row(a).mark, row(b).mark]).toEqual(['exempt', 'present']);
  });

  it('are taken by a session that was held or returned, and by no other', () => {
    const refused = () => refusalOf(() => give({ rest: 'present' })).code;
    give({ rest: 'present' });
    desk.move(clerk, id, 'submit');
    expect(refused()).toBe('move_not_allowed');
    desk.move(reviewer, id, 'return');
    desk.mark(clerk, id, { [a]: 'late' });
    desk.move(clerk, id, 'submit');
    desk.move(reviewer, id, 'approve');
    expect(refused()).toBe('move_not_allowed');
    desk.move(reviewer, id, 'correct', 'cancel');
    expect(refused()).toBe('move_not_allowed');
    expect(refusalOf(() => give({})).code).toBe('move_not_allowed');
  });

  it('of absence owe a make-up, which stays when only its kind changes and is cancelled with it', () => {
    desk.mark(clerk, id, { [a]: 'absent' });
    expect(row(a).makeup).toBe('pending');
    desk.makeup(clerk, id, { people: [a], move: 'record', on: desk.ports.clock.today(), document: '补1' });
    desk.mark(clerk, id, { [a]: 'sickLeave' });
    expect(row(a)).toMatchObject({ makeup: 'done', makeupDocument: '补1' });
    desk.mark(clerk, id, { [a]: 'present' });
    expect(row(a)).toMatchObject({ makeup: 'none', makeupOn: null, makeupDocument: null });
    expect(desk.deviations()).toBe(0);
  });
});

describe('the list', () => {
  it('is sorted by the order of units, then of people, and comes in pages, or for one unit with its sums', () => {
    desk.as(clerk, (write) => write.run('UPDATE person SET order_number = 1 WHERE id = ?', b));
    expect(desk.rows(id).map((one) => one.person)).toEqual([b, a, c]);
    const list = (input: object) =>
      desk.store.read((db) =>
        attendance(db, desk.store.office, { session: id, offset: 0, limit: 10, ...input }),
      );
    expect(list({ offset: 1, limit: 1 }).rows.map((one) => one.person)).toEqual([a]);
    const bureau = list({ unit: row(c).unit });
    expect([bureau.total, bureau.rows[0]!.unitName, bureau.sums.expected]).toEqual([1, '公安局', 1]);
  });
});

describe('the summary', () => {
  it('that differs from the rows is noticed, unit by unit, and counted again', () => {
    give({ rest: 'present' });
    const change = (sql: string) => desk.as(clerk, (write) => write.run(sql));
    change(
      'UPDATE attendance SET mark = 8 WHERE mark = 1 AND session = (SELECT max(session) FROM attendance)',
    );
    expect(desk.deviations()).toBeGreaterThanOrEqual(2);
    change('DELETE FROM attendance_summary WHERE session = (SELECT min(session) FROM attendance)');
    const { session } = desk.store.read((db) =>
      db.get<{ session: number }>('SELECT max(session) AS session FROM attendance'),
    )!;
    desk.as(clerk, (write) => {
      rebuildSummary(write, write.office, [session]);
      expect(verifySummary(write, write.office)).toBe(2);
      rebuildSummary(write, write.office);
    });
    expect(desk.deviations()).toBe(0);
    expect(desk.look(id).sums).toMatchObject({ present: 0, absent: 3 });
  });
});
