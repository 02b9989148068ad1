import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../electron/registers/actor.ts';
import { attendance, mark } from '../../../electron/registers/study/study-attendance.ts';
import { differences, takeUpDifferences } from '../../../electron/registers/study/study-differences.ts';
import { moveSession } from '../../../electron/registers/study/study-moves.ts';
import { createSession, sessions } from '../../../electron/registers/study/study-register.ts';
import { verifySummary } from '../../../electron/registers/study/study-summary.ts';
import type { Readable, Write } from '../../../electron/store/handles.ts';
import { updateRow } from '../../../electron/store/rows.ts';
import { addDays, calendarDate } from '../../../shared/vocabulary/dates.ts';
import { POSTING_STATUSES, type PostingStatus } from '../../../shared/vocabulary/words.ts';
import { fc } from '../../support/properties.ts';
import {
  alone,
  clerk,
  type Desk,
  insertPerson,
  insertUnit,
  openDesk,
  ready,
  reviewer,
} from './study-desk.ts';
import { refusedWithoutTrace } from './without-trace.ts';

let desk: Desk;
let [court, police, station] = ['', '', ''];
let [judge, officer, guard] = ['', '', ''];
let id: string;

beforeAll(async () => {
  desk = await openDesk();
  [court, police] = [desk.unit('法院'), desk.unit('公安')];
  station = desk.unit('派出所', police);
});
/** An approved session of the police with 民警 and 所长 on its list; 法官 is of the court. */
beforeEach(() => {
  desk.as(clerk, (write) => write.run('UPDATE posting SET deleted = 1, rev = ?', write.rev));
  judge = desk.person('法官', { unit: court });
  officer = desk.person('民警', { unit: police });
  guard = desk.person('所长', { unit: station });
  id = desk.held({ expected: { units: [police] } });
  desk.as(clerk, (write) =>
    mark(write, clerk, {
      session: id,
      rev: desk.look(id).rev,
      marks: [{ person: officer, mark: 'absent', reason: '出差' }],
      rest: 'present',
    }),
  );
  desk.move(clerk, id, 'submit');
  desk.move(reviewer, id, 'approve');
});
afterAll(() => desk.close());

type Posting = Readonly<{
  unit?: string;
  status?: PostingStatus;
  from_on?: string;
  until_on?: string | null;
}>;
/** Changes the only posting of a person, as a correction that came in later would. */
const correct = (person: string, { unit, ...posting }: Posting) =>
  desk.as(clerk, (write) => changePosting(write, person, { ...posting, ...(unit && { unit }) }));
function changePosting(write: Write, person: string, posting: Posting): void {
  const { pk } = write.get<{ pk: number }>(
    'SELECT posting.pk FROM posting JOIN person ON person.pk = posting.person WHERE person.id = ?',
    person,
  )!;
  const { unit, ...rest } = posting;
  const own = unit ? { unit: write.get<{ pk: number }>('SELECT pk FROM unit WHERE id = ?', unit)!.pk } : {};
  updateRow(write, 'posting', pk, { ...rest, ...own });
}

const page = { offset: 0, limit: 100 };
const found = (session = id) =>
  desk.store.read((db) => differences(db, desk.store.office, { session, ...page }));
const kinds = (session = id) => found(session).rows.map(({ person, kind }) => [person, kind]);
const takeUp = (people?: string[], session = id) =>
  desk.as(clerk, (write) =>
    takeUpDifferences(write, { session, rev: desk.look(session).rev, ...(people && { people }) }),
  );

describe('a frozen list', () => {
  it('stands, whatever postings are back-dated later; what they would change is told', () => {
    expect([found(), desk.look(id).differences]).toEqual([{ total: 0, rows: [] }, 0]);
    correct(judge, { unit: station });
    correct(officer, { from_on: '2021-03-11' });
    correct(guard, { unit: police });
    expect(found()).toEqual({
      total: 3,
      rows: [
        {
          person: officer,
          name: '民警',
          kind: 'surplus',
          listedUnit: police,
          listedUnitName: '公安',
          unitOnDay: null,
          unitOnDayName: null,
        },
        {
          person: guard,
          name: '所长',
          kind: 'otherUnit',
          listedUnit: station,
          listedUnitName: '派出所',
          unitOnDay: police,
          unitOnDayName: '公安',
        },
        {
          person: judge,
          name: '法官',
          kind: 'missing',
          listedUnit: null,
          listedUnitName: null,
          unitOnDay: station,
          unitOnDayName: '派出所',
        },
      ],
    });
    expect(desk.look(id)).toMatchObject({ differences: 3, sums: { expected: 2, absent: 1 } });
    expect(found().total).toBe(3);
  });

  it('differs by who is counted, and where, on its own day alone', () => {
    correct(officer, { until_on: '2021-03-11' });
    correct(guard, { status: 'secondedIn' });
    correct(judge, { status: 'longSickLeave' });
    expect(kinds()).toEqual([]);
    correct(guard, { status: 'longSickLeave' });
    correct(officer, { unit: court });
    expect(kinds()).toEqual([
      [officer, 'surplus'],
      [guard, 'surplus'],
    ]);
    correct(officer, { unit: police });
    correct(guard, { status: 'onDuty' });
    expect(kinds()).toEqual([]);
  });

  it('does not differ because a unit was moved in the tree, which is no posting', () => {
    const move = (parent: string | null) =>
      desk.as(clerk, (write) => {
        const of = (unit: string) => write.get<{ pk: number }>('SELECT pk FROM unit WHERE id = ?', unit)!.pk;
        updateRow(write, 'unit', of(station), { parent: parent && of(parent) });
      });
    move(court);
    expect(kinds()).toEqual([]);
    correct(guard, { from_on: '2021-02-01' });
    expect(kinds()).toEqual([]);
    move(police);
  });

  it('of people named one by one differs where they were not, or elsewhere, never by who else is there', () => {
    const named = desk.held({ expected: { people: [judge, officer] } });
    correct(guard, { unit: court });
    correct(judge, { unit: police });
    correct(officer, { status: 'retired' });
    expect(kinds(named)).toEqual([
      [judge, 'otherUnit'],
      [officer, 'surplus'],
    ]);
  });

  it('of another session, or of a draft, does not matter here', () => {
    const draft = desk.create();
    correct(officer, { unit: court });
    expect([found(draft).total, desk.look(draft).differences]).toEqual([0, 0]);
    desk.move(reviewer, id, 'correct', 'cancel');
    expect(found().total).toBe(0);
  });
});

describe('the work list and the views', () => {
  const asking = (actor: Actor) => ({ office: desk.store.office, today: desk.ports.clock.today(), actor });
  const listed = (db: Readable, input: Partial<Parameters<typeof sessions>[2]>) =>
    sessions(db, asking(reviewer), { view: 'all', ...page, ...input });

  it('an approved session whose list differs waits for the reviewer, who alone can open it again', () => {
    const about = () =>
      desk.store.read((db) => [
        listed(db, { matter: 'sessionDiffering' }).sessions.some((one) => one.id === id),
        listed(db, { view: 'differing' }).sessions.some((one) => one.id === id),
        listed(db, { view: 'mine' }).sessions.some((one) => one.id === id),
      ]);
    expect(about()).toEqual([false, false, false]);
    correct(officer, { unit: court });
    expect(desk.look(id).whose).toBe('reviewer');
    expect(about()).toEqual([true, true, true]);
    desk.move(reviewer, id, 'correct');
    expect(desk.look(id).whose).toBe('clerk');
    expect(about()).toEqual([false, true, false]);
    takeUp();
    expect(about()).toEqual([false, false, false]);
  });
});

describe('taking differences up', () => {
  const all = () => {
    correct(judge, { unit: station });
    correct(officer, { from_on: '2021-03-11' });
    correct(guard, { unit: police });
  };

  it('is refused in every state but 退回, and leaves no trace', () => {
    all();
    expect(refusedWithoutTrace(desk, takeUp)).toBe('move_not_allowed');
    const held = desk.held();
    correct(judge, { unit: court });
    expect(refusedWithoutTrace(desk, () => takeUp(undefined, held))).toBe('move_not_allowed');
    desk.move(reviewer, id, 'correct');
    const stale = { session: id, rev: desk.look(id).rev - 1 };
    expect(refusedWithoutTrace(desk, () => desk.as(clerk, (write) => takeUpDifferences(write, stale)))).toBe(
      'conflict',
    );
    expect(refusedWithoutTrace(desk, () => takeUp([officer, judge]))).toBe('no_difference');
  });

  it('brings in who is missing, takes out who is surplus, and counts the others where they were', () => {
    all();
    desk.move(reviewer, id, 'correct');
    const { sums, taken } = takeUp();
    expect(taken).toEqual({ missing: 1, surplus: 1, otherUnit: 1 });
    expect(sums).toMatchObject({ expected: 2, unmarked: 1, present: 1, absent: 0, makeupPending: 0 });
    expect(desk.rows(id).map(({ person, unit, mark: one }) => [person, unit, one])).toEqual([
      [guard, police, 'present'],
      [judge, station, 'unmarked'],
    ]);
    expect([found().total, desk.deviations()]).toEqual([0, 0]);
    expect(refusedWithoutTrace(desk, takeUp)).toBe('no_difference');
    desk.mark(clerk, id, { [judge]: 'present' });
    desk.move(clerk, id, 'submit');
    desk.move(reviewer, id, 'approve');
    expect(desk.look(id)).toMatchObject({ state: 'approved', sums: { due: 2, present: 2 } });
  });

  it('takes up those named and leaves the others', () => {
    all();
    desk.move(reviewer, id, 'correct');
    expect(takeUp([guard]).taken).toEqual({ missing: 0, surplus: 0, otherUnit: 1 });
    expect(kinds()).toEqual([
      [officer, 'surplus'],
      [judge, 'missing'],
    ]);
  });

  it('brings back who was taken out, as 未登记, when the posting is corrected once more; of named people too', () => {
    for (const expected of [{ units: [police] }, { people: [officer, guard] }]) {
      const one = desk.held({ expected });
      desk.mark(clerk, one, { [officer]: 'absent', [guard]: 'present' }, '出差');
      desk.move(clerk, one, 'submit');
      desk.move(reviewer, one, 'return');
      correct(officer, { status: 'retired' });
      takeUp(undefined, one);
      expect(desk.rows(one).map(({ person }) => person)).toEqual([guard]);
      correct(officer, { status: 'onDuty' });
      expect(takeUp(undefined, one).taken).toEqual({ missing: 1, surplus: 0, otherUnit: 0 });
      expect(desk.rows(one)).toMatchObject([
        { person: officer, mark: 'unmarked', reason: null, makeup: 'none' },
        { person: guard, mark: 'present' },
      ]);
    }
  });

  it('notices who was taken off the roster', () => {
    desk.as(clerk, (write) => {
      const { pk } = write.get<{ pk: number }>('SELECT pk FROM person WHERE id = ?', officer)!;
      updateRow(write, 'person', pk, { deleted: 1 });
    });
    expect(kinds()).toEqual([[officer, 'surplus']]);
  });
});

describe('whatever is back-dated', () => {
  const posting = fc.record({
    unit: fc.nat(3),
    status: fc.oneof(fc.constant('onDuty' as const), fc.constantFrom(...POSTING_STATUSES)),
    from: fc.integer({ min: -3, max: 2 }),
    days: fc.option(fc.integer({ min: 1, max: 6 })),
  });
  const world = fc.record({
    parents: fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
    people: fc.array(fc.record({ before: posting, after: fc.option(posting) }), {
      minLength: 1,
      maxLength: 6,
    }),
    expected: fc.oneof(fc.constant<number[]>([]), fc.subarray([0, 1, 2, 3], { minLength: 1 })),
  });
  const day = calendarDate('2021-03-10');
  type World = typeof world extends fc.Arbitrary<infer Shape> ? Shape : never;
  type Shape = World['people'][number]['before'];

  const span = ({ status, from, days }: Shape) => {
    const from_on = addDays(day, from);
    return { status, from_on, until_on: days === null ? null : addDays(from_on, days) };
  };
  const unitOn = (one: Shape): number | null => {
    const { status, from_on, until_on } = span(one);
    const isThere = from_on <= day && (until_on === null || until_on > day);
    return isThere && ['onDuty', 'secondedIn'].includes(status) ? one.unit : null;
  };
  const isAsked = ({ expected, parents }: World, unit: number): boolean => {
    if (expected.length === 0 || expected.includes(unit)) return true;
    const parent = parents[unit]!;
    return parent < unit && isAsked({ expected, parents } as World, parent);
  };

  it('the differences are those between the list and the postings of the day, and taking them up leaves none', () => {
    const property = fc.property(world, (shape) => {
      desk.store.rehearse(alone.account, (write) => {
        /** Each step is a write of its own, as revs tell them apart. */
        const at = (step: number): Write => ({ ...write, account: alone.account, rev: write.rev + step });
        write.run('UPDATE posting SET deleted = 1');
        const units: string[] = [];
        for (const [index, parent] of shape.parents.entries())
          units.push(insertUnit(at(0), `单位${index}`, parent < index ? units[parent] : undefined));
        const people = shape.people.map(({ before }, index) => {
          const { status, from_on: from, until_on: until } = span(before);
          return insertPerson(at(0), `人员${index}`, [{ unit: units[before.unit]!, status, from, until }]);
        });
        const expected = { units: shape.expected.map((index) => units[index]!) };
        const listed = shape.people.map(({ before }) => {
          const unit = unitOn(before);
          return unit !== null && isAsked(shape, unit) ? unit : null;
        });
        if (listed.every((unit) => unit === null)) return;
        const session = createSession(at(0), { ...ready, day, expected }).id;
        const move = (step: number, one: 'schedule' | 'hold' | 'submit' | 'return') =>
          moveSession(at(step), alone, { id: session, rev: at(step - 1).rev, move: one, reason: '事由' });
        move(1, 'schedule');
        move(2, 'hold');
        mark(at(3), alone, { session, rev: at(2).rev, marks: [], rest: 'present' });
        for (const [index, { after }] of shape.people.entries())
          if (after) changePosting(at(4), people[index]!, { unit: units[after.unit]!, ...span(after) });

        const now = shape.people.map(({ before, after }, index) => {
          const unit = unitOn(after ?? before);
          return unit !== null && (unit === listed[index] || isAsked(shape, unit)) ? unit : null;
        });
        const oracle = people.flatMap((person, index) => {
          const [was, is] = [listed[index] ?? null, now[index] ?? null];
          if (was === is) return [];
          return [[person, was === null ? 'missing' : is === null ? 'surplus' : 'otherUnit']];
        });
        const told = () => differences(write, write.office, { session, ...page });
        expect(
          told()
            .rows.map(({ person, kind }) => [person, kind])
            .sort(),
        ).toEqual(oracle.sort());
        expect(told().total).toBe(oracle.length);
        if (oracle.length === 0) return;
        move(4, 'submit');
        move(5, 'return');
        takeUpDifferences(at(6), { session, rev: at(5).rev });
        expect([told().total, verifySummary(write, write.office)]).toEqual([0, 0]);
        const { rows } = attendance(write, write.office, { session, ...page });
        const after = rows.map(({ person, unit, mark: one }) => [person, unit, one]).sort();
        const due = people.flatMap((person, index) => {
          const unit = now[index] ?? null;
          return unit === null
            ? []
            : [[person, units[unit], listed[index] === null ? 'unmarked' : 'present']];
        });
        expect(after).toEqual(due.sort());
      });
    });
    fc.assert(property, { numRuns: 120 });
  });
});
