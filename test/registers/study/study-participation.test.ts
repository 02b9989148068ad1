import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { studyFigures } from '../../../electron/registers/study/study-figures.ts';
import { participation } from '../../../electron/registers/study/study-participation.ts';
import type { Write } from '../../../electron/store/handles.ts';
import { coarseMark } from '../../../shared/rules/attendance.ts';
import { printRate } from '../../../shared/rules/rates.ts';
import { type CalendarDate, calendarDate } from '../../../shared/vocabulary/dates.ts';
import { type EDUCATION_TYPES, FIGURES_BY, type FiguresBy } from '../../../shared/vocabulary/words.ts';
import type { FigureRecords } from '../../support/figures-oracle.ts';
import { inWorlds, KINDS, phaseOf, type World } from './phased-worlds.ts';
import { refusalOf } from './refusal-of.ts';
import { alone, clerk, type Desk, openDesk, ready, reviewer } from './study-desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  desk.ports.setDate('2021-06-01');
});
afterAll(() => desk.close());

interface Asked {
  phase?: string;
  unit?: string;
  below?: boolean;
  type?: (typeof EDUCATION_TYPES)[number];
  organKind?: 'court' | 'publicSecurity';
}
const page = { offset: 0, limit: 100 };
const ask = (write: Write, asOf: CalendarDate, by: FiguresBy, asked: Asked = {}) =>
  participation(write, write.office, { asOf, by, below: false, ...asked, ...page });
type Sums = ReturnType<typeof ask>['total'];

/** One cell of the table, counted with the finger: the marks of some sessions that stand in the sums. */
function counted(marks: FigureRecords['sessions'][number]['marks'], sessions: number, asOf: string): Sums {
  const of = (what: string) => marks.filter(({ mark }) => coarseMark(mark) === what).length;
  const made = (what: string) => marks.filter((one) => one.makeup === what && one.makeupOn! <= asOf).length;
  const [present, onLeave, absent, exempt] = [of('present'), of('leave'), of('absent'), of('exempt')];
  const due = marks.length - exempt;
  const share = (numerator: number, denominator: number) => ({
    numerator,
    denominator,
    text: printRate({ numerator, denominator }),
  });
  return {
    ...{ sessions, due, present, onLeave, absent, unmarked: of('unmarked'), exempt },
    makeupConfirmed: made('confirmed'),
    makeupWaived: made('waived'),
    participationFirst: share(present, due),
    participationWithMakeup: share(present + made('confirmed'), due),
    makeupCompletion: share(made('confirmed'), onLeave + absent - made('waived')),
  };
}

const isCounted = (asOf: string) => (one: FigureRecords['sessions'][number]) =>
  one.state === 'approved' && one.mandatory && one.day <= asOf;

/** The rows that there should be, by their ids. */
function oracle({ records, asOf }: World, by: FiguresBy): Record<string, Sums> {
  const rows = new Map<
    string,
    { marks: FigureRecords['sessions'][number]['marks']; sessions: Set<string> }
  >();
  for (const [index, session] of records.sessions.entries()) {
    if (!isCounted(asOf)(session)) continue;
    for (const mark of session.marks) {
      const keys = {
        session: [session.id],
        unit: [mark.unit],
        phase: [String(phaseOf(index))],
        type: session.types as string[],
        all: ['null'],
      }[by];
      for (const key of keys) {
        const row = rows.get(key) ?? { marks: [], sessions: new Set() };
        rows.set(key, row);
        row.marks.push(mark);
        row.sessions.add(session.id);
      }
    }
  }
  if (by === 'all' && rows.size === 0) rows.set('null', { marks: [], sessions: new Set() });
  return Object.fromEntries(
    [...rows].map(([id, { marks, sessions }]) => [id, counted(marks, sessions.size, asOf)]),
  );
}

const byId = (rows: readonly (Sums & { id: string | null; name: string | null; day: string | null })[]) =>
  Object.fromEntries(rows.map(({ id, name: _name, day: _day, ...sums }) => [String(id), sums]));

describe('the table of participation', () => {
  it('has the rows of the oracle, whatever happened, on any day', () => {
    inWorlds(desk, 150, (world) => {
      for (const by of FIGURES_BY) {
        const { rows, count } = ask(world.write, world.asOf, by);
        expect([by, byId(rows)]).toEqual([by, oracle(world, by)]);
        expect(count).toBe(rows.length);
      }
    });
  });

  it('adds up to the figures of the office by session, unit and phase; by type a session stands in several rows', () => {
    inWorlds(desk, 60, ({ write, asOf, records }) => {
      const whole = ask(write, asOf, 'all').total;
      const { requiredTypes } = records;
      const figures = studyFigures(write, write.office, asOf, { requiredTypes });
      for (const id of ['participationFirst', 'participationWithMakeup', 'makeupCompletion'] as const)
        expect(whole[id]).toMatchObject(figures[id]!);
      for (const by of FIGURES_BY) {
        const { rows, total } = ask(write, asOf, by);
        expect(total).toEqual(whole);
        const sum = (column: 'due' | 'present' | 'onLeave' | 'absent' | 'exempt' | 'makeupConfirmed') =>
          rows.reduce((all, row) => all + row[column], 0);
        for (const column of ['due', 'present', 'onLeave', 'absent', 'exempt', 'makeupConfirmed'] as const)
          if (by === 'type') expect(sum(column)).toBeGreaterThanOrEqual(whole[column]);
          else expect(sum(column)).toBe(whole[column]);
        for (const row of rows) expect(row.due).toBe(row.present + row.onLeave + row.absent + row.unmarked);
      }
    });
  });

  it('is narrowed by phase, type, unit with or without those below, and kind of organ', () => {
    inWorlds(desk, 100, ({ write, asOf, records, shape, units }) => {
      const parentOf = (index: number) => (shape.parents[index]! < index ? shape.parents[index]! : null);
      const isUnder = (index: number, top: number): boolean => {
        const parent = parentOf(index);
        return index === top || (parent !== null && isUnder(parent, top));
      };
      const kindOf = (index: number): string | null => {
        const parent = parentOf(index);
        return KINDS[index] ?? (parent === null ? null : kindOf(parent));
      };
      const indexOf = new Map(units.map((unit, index) => [unit, index]));
      const expected = (
        ofSession: (one: FigureRecords['sessions'][number], index: number) => boolean,
        ofUnit: (index: number) => boolean,
      ) => {
        const marks = records.sessions
          .filter((one, index) => isCounted(asOf)(one) && ofSession(one, index))
          .map((one) => one.marks.filter(({ unit }) => ofUnit(indexOf.get(unit)!)));
        return counted(marks.flat(), marks.filter((of) => of.length > 0).length, asOf);
      };
      const anySession = () => true;
      const anyUnit = () => true;
      const total = (asked: Asked) => ask(write, asOf, 'all', asked).total;
      expect(total({ phase: 'study' })).toEqual(
        expected((_one, index) => phaseOf(index) === 'study', anyUnit),
      );
      expect(total({ type: 'political' })).toEqual(
        expected((one) => one.types.includes('political'), anyUnit),
      );
      expect(total({ unit: units[0]! })).toEqual(expected(anySession, (index) => index === 0));
      expect(total({ unit: units[0]!, below: true })).toEqual(
        expected(anySession, (index) => isUnder(index, 0)),
      );
      expect(total({ organKind: 'court' })).toEqual(
        expected(anySession, (index) => kindOf(index) === 'court'),
      );
      expect(total({ organKind: 'court', unit: units[1]! })).toEqual(
        expected(anySession, (index) => index === 1 && kindOf(1) === 'court'),
      );
    });
  });

  it('refuses a unit that the office does not have, and shows dashes where nothing was due', () => {
    desk.store.rehearse(alone.account, (write) => {
      const asOf = calendarDate('2021-03-01');
      expect(refusalOf(() => ask(write, asOf, 'unit', { unit: 'x' })).code).toBe('not_found');
      const { rows, total, count, sessionsUnderCorrection } = ask(write, asOf, 'all');
      expect([count, rows.length, sessionsUnderCorrection]).toEqual([1, 1, 0]);
      const dash = { numerator: 0, denominator: 0, text: '—' };
      expect([total.participationFirst, total.participationWithMakeup, total.makeupCompletion]).toEqual([
        dash,
        dash,
        dash,
      ]);
      expect(ask(write, asOf, 'session')).toMatchObject({ count: 0, rows: [] });
    });
  });

  it('prints 1999 of 2000 as 99.9% and 1 of 3000 as 0.1%', () => {
    for (const [people, present, text] of [
      [2000, 1999, '99.9%'],
      [3000, 1, '0.1%'],
    ] as const) {
      desk.store.rehearse(alone.account, (write) => {
        const { total } = bigSession(write, people, present);
        expect(total.participationFirst).toEqual({ numerator: present, denominator: people, text });
      });
    }
  });
});

/** One approved session of that many people, of whom the first so many were present. */
function bigSession(write: Write, people: number, present: number) {
  const values = [write.rev, '2021-03-10'];
  write.run(
    `INSERT INTO unit (pk, office, id, name, folded, rev, changed_by, changed_at) VALUES (900, 1, 'big', '大', '大', ?, 0, ?)`,
    ...values,
  );
  write.run(
    `INSERT INTO study_session (pk, office, id, title, day, mandatory, type_mask, state, rev, changed_by, changed_at)
     VALUES (900, 1, 'big', '大课', '2021-03-10', 1, 1, 'approved', ?, 0, ?)`,
    ...values,
  );
  write.run(
    `INSERT INTO attendance_summary VALUES (1, 900, 900, ?1, ?2, 0, ?1 - ?2, 0, 0, ?1 - ?2, 0, 0, 0)`,
    people,
    present,
  );
  return ask(write, calendarDate('2021-03-10'), 'all');
}

describe('更正中', () => {
  it('counts the mandatory sessions of the same filter that would stand in the sums', () => {
    const [court, police] = [desk.unit('法院'), desk.unit('公安')];
    const person = desk.person('法官', { unit: court });
    const approved = (fields: Parameters<Desk['held']>[0]) => {
      const id = desk.held({ ...fields, expected: { people: [person] } });
      desk.mark(clerk, id, { [person]: 'present' });
      desk.move(clerk, id, 'submit');
      desk.move(reviewer, id, 'approve', 'correct');
    };
    approved({ ...ready, phase: 'study' });
    approved({ ...ready, phase: 'inspection', types: ['warning'] });
    approved({ ...ready, mandatory: false });
    const under = (asked: Asked, asOf = '2021-06-01') =>
      desk.store.read(
        (db) =>
          participation(db, desk.store.office, {
            asOf: calendarDate(asOf),
            by: 'all',
            below: false,
            ...asked,
            ...page,
          }).sessionsUnderCorrection,
      );
    expect([under({}), under({}, '2021-03-09')]).toEqual([2, 0]);
    expect([under({ phase: 'study' }), under({ type: 'warning' })]).toEqual([1, 1]);
    expect([under({ unit: court }), under({ unit: police })]).toEqual([2, 0]);
  });
});
