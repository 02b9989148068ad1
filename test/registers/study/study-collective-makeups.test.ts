import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeups, makeupsWaiting } from '../../../electron/registers/study/study-attendance.ts';
import { moveMakeups } from '../../../electron/registers/study/study-makeups.ts';
import { participation } from '../../../electron/registers/study/study-participation.ts';
import { updateRow } from '../../../electron/store/rows.ts';
import type { Given } from '../../../shared/contract/base.ts';
import type { study } from '../../../shared/contract/study.ts';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import type { PostingStatus } from '../../../shared/vocabulary/words.ts';
import { clerk, type Desk, openDesk, reviewer } from './study-desk.ts';
import { refusedWithoutTrace } from './without-trace.ts';

let desk: Desk;
let [a, b, c] = ['', '', ''];
let [first, second] = ['', ''];

beforeAll(async () => {
  desk = await openDesk();
});
/** Two approved sessions; 甲 missed both, 乙 the first, 丙 the second. What was there before is called off. */
beforeEach(() => {
  desk.ports.setDate('2021-03-15');
  for (const one of [first, second].filter(Boolean))
    if (desk.look(one).state !== 'cancelled')
      desk.move(
        reviewer,
        one,
        ...(desk.look(one).state === 'approved' ? (['correct'] as const) : []),
        'cancel',
      );
  desk.as(clerk, (write) => write.run('UPDATE posting SET deleted = 1'));
  const court = desk.unit('法院');
  [a, b, c] = [
    desk.person('甲', { unit: court }),
    desk.person('乙', { unit: court }),
    desk.person('丙', { unit: court }),
  ];
  first = approved({ [a]: 'absent', [b]: 'sickLeave', [c]: 'present' });
  second = approved({ [a]: 'duty', [b]: 'present', [c]: 'absent' });
});
afterAll(() => desk.close());

function approved(marks: Parameters<Desk['mark']>[2]): string {
  const id = desk.held();
  desk.mark(clerk, id, marks, '事由');
  desk.move(clerk, id, 'submit');
  desk.move(reviewer, id, 'approve');
  return id;
}

type Step = Omit<Given<typeof study.moveMakeups>, 'groups'>;
const on = calendarDate('2021-03-14');
const record: Step = { move: 'record', on, document: '补9' };
const groups = (people: Readonly<Record<string, string[]>>) =>
  Object.entries(people).map(([session, missed]) => ({
    session,
    rev: desk.look(session).rev,
    people: missed,
  }));
const move = (people: Readonly<Record<string, string[]>>, step: Step, who = clerk) => {
  const given = { groups: groups(people), ...step };
  return desk.as(who, (write) => moveMakeups(write, who, given));
};
const asking = () => ({ office: desk.store.office, today: desk.ports.clock.today() });
const listed = (state: Given<typeof study.makeups>['state']) =>
  desk.store.read((db) => makeups(db, asking(), { state, offset: 0, limit: 100 }));
const waiting = () =>
  Object.fromEntries(
    desk.store.read((db) => makeupsWaiting(db, asking())).map(({ kind, count }) => [kind, count]),
  );
const leave = (person: string, status: PostingStatus | null, from = '2021-03-12') =>
  desk.as(clerk, (write) => {
    const { pk } = write.get<{ pk: number }>(
      'SELECT posting.pk FROM posting JOIN person ON person.pk = posting.person WHERE person.id = ? AND until_on IS NULL',
      person,
    )!;
    updateRow(write, 'posting', pk, { until_on: from });
    if (status)
      write.run(
        `INSERT INTO posting (office, id, person, unit, status, from_on, rev, changed_by, changed_at)
         SELECT office, ?, person, unit, ?, ?, ?, 0, '' FROM posting WHERE pk = ?`,
        ...[write.newId(), status, from, write.rev, pk],
      );
  });

describe('one make-up for several missed sessions', () => {
  it('is recorded and confirmed in all of them at once, and the figures follow', () => {
    const { rev, sessions } = move({ [first]: [a, b], [second]: [a, c] }, record);
    expect(sessions).toMatchObject([
      { id: first, rev, sums: { makeupDone: 2, makeupPending: 0 } },
      { id: second, rev, sums: { makeupDone: 2, makeupPending: 0 } },
    ]);
    expect(waiting()).toEqual({ makeupToRecord: 0, makeupToConfirm: 4, makeupOfLeaver: 0 });
    const figures = (day: string) =>
      desk.store.read((db) => {
        const asked = { asOf: calendarDate(day), by: 'all' as const, below: false, offset: 0, limit: 1 };
        return participation(db, desk.store.office, asked).total;
      });
    expect(figures('2021-03-15')).toMatchObject({
      due: 6,
      present: 2,
      participationWithMakeup: { numerator: 2 },
    });
    move({ [first]: [a, b], [second]: [a] }, { move: 'confirm' }, reviewer);
    expect(figures('2021-03-15')).toMatchObject({
      participationFirst: { numerator: 2, denominator: 6 },
      participationWithMakeup: { numerator: 5, denominator: 6 },
      makeupCompletion: { numerator: 3, denominator: 4, text: '75.0%' },
    });
    expect(figures('2021-03-13').participationWithMakeup.numerator).toBe(2);
    expect(desk.deviations()).toBe(0);
  });

  it('is moved in all of them or in none', () => {
    const code = (people: Readonly<Record<string, string[]>>, step = record, who = clerk) =>
      refusedWithoutTrace(desk, () => move(people, step, who));
    expect(code({ [first]: [a], [second]: [a, b] })).toBe('move_not_allowed');
    expect(code({ [first]: [a], [second]: ['x'] })).toBe('not_expected');
    expect(code({ [first]: [a], x: [a] })).toBe('not_found');
    expect(code({ [first]: [a], [second]: [a] }, { ...record, on: calendarDate('2021-03-16') })).toBe(
      'makeup_day_ahead',
    );
    expect(code({ [first]: [a], [second]: [a] }, { move: 'waive' }, reviewer)).toBe('missing_field');
    const stale = groups({ [first]: [a], [second]: [a] }).map((one, index) => ({
      ...one,
      rev: one.rev - index,
    }));
    expect(
      refusedWithoutTrace(desk, () =>
        desk.as(clerk, (write) => moveMakeups(write, clerk, { groups: stale, ...record })),
      ),
    ).toBe('conflict');
    const twice = [...groups({ [first]: [a] }), ...groups({ [first]: [b] })];
    expect(
      refusedWithoutTrace(desk, () =>
        desk.as(clerk, (write) => moveMakeups(write, clerk, { groups: twice, ...record })),
      ),
    ).toBe('invalid_input');
  });
});

describe('open make-ups of those who have left', () => {
  it.each(['transferredOut', 'retired', null] as const)(
    'wait for the reviewer once they are %s',
    (status) => {
      leave(a, status);
      expect(waiting()).toEqual({ makeupToRecord: 2, makeupToConfirm: 0, makeupOfLeaver: 2 });
      expect(
        listed('leavers').rows.map(({ person, session, hasLeft }) => [person, session, hasLeft]),
      ).toEqual([
        [a, first, true],
        [a, second, true],
      ]);
      expect(
        listed('pending')
          .rows.map(({ person }) => person)
          .sort(),
      ).toEqual([b, c].sort());
      expect([listed('leavers').total, listed('pending').total, listed('open').total]).toEqual([2, 2, 4]);
    },
  );

  it.each(['longSickLeave', 'secondedOut', 'secondedIn', 'onDuty'] as const)(
    'are those of nobody who is %s: such people can still make good',
    (status) => {
      leave(a, status);
      expect(waiting()).toMatchObject({ makeupToRecord: 4, makeupOfLeaver: 0 });
      expect(listed('leavers').total).toBe(0);
    },
  );

  it('are asked for today: who leaves tomorrow has not left', () => {
    leave(a, 'transferredOut', '2021-03-16');
    expect(waiting()).toMatchObject({ makeupToRecord: 4, makeupOfLeaver: 0 });
    desk.ports.setDate('2021-03-16');
    expect(waiting()).toMatchObject({ makeupToRecord: 2, makeupOfLeaver: 2 });
  });

  it('are waived together with a reason, and leave every queue; what was recorded waits to be confirmed', () => {
    move({ [first]: [a] }, record);
    leave(a, 'transferredOut');
    expect(waiting()).toEqual({ makeupToRecord: 2, makeupToConfirm: 1, makeupOfLeaver: 1 });
    leave(b, 'retired');
    const queue = Object.groupBy(listed('leavers').rows, ({ session }) => session);
    const people = Object.entries(queue).map(([id, rows]) => [id, rows!.map(({ person }) => person)]);
    move(Object.fromEntries(people), { move: 'waive', reason: '调离' }, reviewer);
    expect(waiting()).toEqual({ makeupToRecord: 1, makeupToConfirm: 1, makeupOfLeaver: 0 });
    expect(
      listed('waived')
        .rows.map(({ person, makeupOn }) => [person, makeupOn])
        .sort(),
    ).toEqual(
      [
        [a, '2021-03-15'],
        [b, '2021-03-15'],
      ].sort(),
    );
  });

  it('do not wait where the session was called off', () => {
    leave(a, 'transferredOut');
    desk.move(reviewer, first, 'correct', 'cancel');
    expect(waiting()).toEqual({ makeupToRecord: 1, makeupToConfirm: 0, makeupOfLeaver: 1 });
  });
});

describe('a mark that is corrected to present', () => {
  it('cancels the make-up of its absence, in the list, the sums and the figures', () => {
    move({ [first]: [a] }, record);
    move({ [first]: [a] }, { move: 'confirm' }, reviewer);
    desk.move(reviewer, first, 'correct');
    desk.mark(clerk, first, { [a]: 'present' });
    expect(desk.rows(first).find(({ person }) => person === a)).toMatchObject({
      mark: 'present',
      makeup: 'none',
      makeupOn: null,
      makeupDocument: null,
    });
    expect(desk.look(first).sums).toMatchObject({ makeupConfirmed: 0, present: 2 });
    expect(listed('confirmed').total).toBe(0);
  });
});
