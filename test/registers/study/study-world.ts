/** Small invented worlds, told once to the registers and once, in plain records, to the oracle. */

import type { Actor } from '../../../electron/registers/actor.ts';
import { mark } from '../../../electron/registers/study/study-attendance.ts';
import { moveMakeup } from '../../../electron/registers/study/study-makeups.ts';
import { moveSession } from '../../../electron/registers/study/study-moves.ts';
import { createSession } from '../../../electron/registers/study/study-register.ts';
import type { Write } from '../../../electron/store/handles.ts';
import { addDays, type CalendarDate, calendarDate } from '../../../shared/vocabulary/dates.ts';
import {
  EDUCATION_TYPES,
  MARKS,
  type Makeup,
  type MakeupMove,
  type Mark,
  POSTING_STATUSES,
  type SessionMove,
} from '../../../shared/vocabulary/words.ts';
import type { FigureRecords } from '../../support/figures-oracle.ts';
import { fc } from '../../support/properties.ts';
import { alone, insertPerson, insertUnit, ready } from './study-desk.ts';

/** Days of a world are counted from here; moves are made on its last day. */
const FIRST = calendarDate('2021-03-01');
const LAST = 30;
const worldDay = (number: number) => addDays(FIRST, number);

const TYPED = MARKS.filter((one) => one !== 'unmarked' && one !== 'leave');
const typedMark = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Mark>('present') },
  { weight: 5, arbitrary: fc.constantFrom(...TYPED) },
);
/** Few types, so that coverage is not always zero. */
const types = fc.subarray([...EDUCATION_TYPES.slice(0, 3)], { minLength: 1 });
const UNITS = 4;
const PLANS: MakeupMove[][] = [
  [],
  ['record'],
  ['record', 'confirm'],
  ['record', 'confirm'],
  ['record', 'reject'],
  ['record', 'reject', 'waive'],
  ['waive'],
];

export const worldShape = fc.record({
  /** Unit i lies under `parents[i]`, when that is a unit before it. */
  parents: fc.array(fc.nat(UNITS), { minLength: UNITS, maxLength: UNITS }),
  people: fc.array(
    fc.array(
      fc.record({
        unit: fc.nat(UNITS - 1),
        status: fc.oneof(fc.constant('onDuty' as const), fc.constantFrom(...POSTING_STATUSES)),
        /** Days it lasts, and days until the next one. */
        days: fc.integer({ min: 1, max: 30 }),
        gap: fc.integer({ min: 0, max: 3 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    { minLength: 1, maxLength: 7 },
  ),
  sessions: fc.array(
    fc.record({
      day: fc.nat(LAST),
      types,
      mandatory: fc.oneof(fc.constant(true), fc.boolean()),
      /** Two batches of one course are two sessions with a list of units each. */
      units: fc.oneof(fc.constant<number[]>([]), fc.subarray([0, 1, 2, 3], { minLength: 1 })),
      life: fc.constantFrom(
        'held',
        'submitted',
        'approved',
        'approved',
        'approved',
        'reopened',
        'corrected',
        'corrected',
        'cancelled',
      ),
      marks: fc.array(typedMark, { minLength: 7, maxLength: 7 }),
      corrections: fc.array(fc.option(typedMark), { minLength: 7, maxLength: 7 }),
      /** What becomes of each person's make-up, and how many days after the session. */
      makeups: fc.array(fc.tuple(fc.constantFrom(...PLANS), fc.nat(20)), { minLength: 7, maxLength: 7 }),
    }),
    { maxLength: 6 },
  ),
  requiredTypes: types,
});

export type WorldShape = typeof worldShape extends fc.Arbitrary<infer Shape> ? Shape : never;
type SessionShape = WorldShape['sessions'][number];
type Records = FigureRecords['sessions'][number];

/** The days on which something changes, and the days before them. */
export function daysThatMatter({ people, sessions }: FigureRecords): CalendarDate[] {
  const days = new Set(
    people.flatMap((one) => one.postings.flatMap(({ from, until }) => [from, until ?? from])),
  );
  for (const { day, marks } of sessions) {
    days.add(day);
    for (const { makeupOn } of marks) days.add(makeupOn ?? day);
  }
  return [...days].map((day) => calendarDate(day)).flatMap((day) => [day, addDays(day, -1)]);
}

/** Plays a world through the registers and writes down what it should have come to. */
export function playWorld(write: Write, shape: WorldShape): FigureRecords {
  const units: string[] = [];
  for (const [index, parent] of shape.parents.entries())
    units.push(insertUnit(write, `单位${index}`, parent < index ? units[parent] : undefined));
  const people = shape.people.map((postings, index) => settle(write, `人员${index}`, postings, units));
  const parents = shape.parents.map((parent, index) => (parent < index ? parent : null));
  const sessions = shape.sessions.map((one) => playSession(write, one, people, units, parents));
  return { people, sessions, rounds: [], filings: [], items: [], requiredTypes: shape.requiredTypes };
}

type Person = FigureRecords['people'][number];

function settle(write: Write, name: string, shape: WorldShape['people'][number], units: string[]): Person {
  let from = worldDay(-5);
  const postings = shape.map(({ unit, status, days, gap }, index) => {
    const until = index === shape.length - 1 && days > 15 ? null : addDays(from, days);
    const posting = { unit: units[unit]!, status, from, until };
    from = addDays(until ?? from, gap);
    return posting;
  });
  return { id: insertPerson(write, name, postings), postings };
}

function playSession(
  write: Write,
  shape: SessionShape,
  people: Person[],
  units: string[],
  parents: (number | null)[],
): Records {
  const day = worldDay(shape.day);
  const expected = { units: shape.units.map((index) => units[index]!) };
  const { id } = as(write, (hand) =>
    createSession(hand, { ...ready, day, types: shape.types, mandatory: shape.mandatory, expected }),
  );
  const record: Records = {
    id,
    day,
    types: shape.types,
    mandatory: shape.mandatory,
    state: 'draft',
    marks: [],
  };
  const allowed = new Set(shape.units.flatMap((top) => below(top, parents)).map((index) => units[index]!));
  for (const person of people) {
    const posting = person.postings.find((one) => one.from <= day && (one.until === null || one.until > day));
    if (!posting || !['onDuty', 'secondedIn'].includes(posting.status)) continue;
    if (shape.units.length > 0 && !allowed.has(posting.unit)) continue;
    record.marks.push({
      person: person.id,
      unit: posting.unit,
      mark: 'unmarked',
      makeup: 'none',
      makeupOn: null,
    });
  }
  move(write, record, 'schedule');
  if (record.marks.length > 0) live(write, record, shape);
  return record;
}

function below(top: number, parents: (number | null)[]): number[] {
  return [top, ...parents.flatMap((parent, index) => (parent === top ? below(index, parents) : []))];
}

/** Moves after the first marks, and after those that correct them. */
const LIVES: Record<SessionShape['life'], [SessionMove[], SessionMove[]]> = {
  held: [[], []],
  submitted: [['submit'], []],
  approved: [['submit', 'approve'], []],
  reopened: [['submit', 'approve'], []],
  corrected: [
    ['submit', 'approve'],
    ['submit', 'approve'],
  ],
  cancelled: [['cancel'], []],
};

function live(write: Write, record: Records, { life, marks, corrections, makeups }: SessionShape): void {
  move(write, record, 'hold');
  setMarks(write, record, marks);
  for (const one of LIVES[life][0]) move(write, record, one);
  if (life === 'cancelled') return;
  makeUp(write, record, makeups);
  if (life !== 'reopened' && life !== 'corrected') return;
  move(write, record, 'correct');
  setMarks(write, record, corrections);
  for (const one of LIVES[life][1]) move(write, record, one);
}

const AWAY: readonly Mark[] = ['officialLeave', 'sickLeave', 'personalLeave', 'duty', 'absent'];

function setMarks(write: Write, record: Records, marks: readonly (Mark | null)[]): void {
  const given = record.marks.flatMap((row, index) => {
    const one = marks[index];
    if (!one) return [];
    row.mark = one;
    if (!AWAY.includes(one)) Object.assign(row, { makeup: 'none', makeupOn: null });
    else if (row.makeup === 'none') row.makeup = 'pending';
    return [{ person: row.person, mark: one, reason: '事由' }];
  });
  as(write, (hand) => mark(hand, alone, { session: record.id, rev: hand.rev, marks: given }));
}

const AFTER: Record<MakeupMove, Makeup> = {
  record: 'done',
  confirm: 'confirmed',
  reject: 'pending',
  waive: 'waived',
};

/** Carries the plans out for those who are away; the others have no make-up. */
function makeUp(write: Write, record: Records, makeups: SessionShape['makeups']): void {
  for (const [index, row] of record.marks.entries()) {
    const [plan, after] = makeups[index] ?? [[], 0];
    const on = addDays(calendarDate(record.day), after);
    for (const step of AWAY.includes(row.mark) ? plan : []) {
      const brought = { people: [row.person], on, document: '补1', reason: '依据' };
      as(write, (hand) =>
        moveMakeup(hand, alone, { session: record.id, rev: hand.rev, move: step, ...brought }),
      );
      row.makeup = AFTER[step];
      row.makeupOn = step === 'reject' ? null : on;
    }
  }
}

function move(write: Write, record: Records, one: SessionMove): void {
  const { state } = as(write, (hand) =>
    moveSession(hand, alone, { id: record.id, rev: hand.rev, move: one, reason: '事由' }),
  );
  record.state = state;
}

/** All steps of a world share one write, and so one version. */
function as<T>(write: Write, step: (hand: Write) => T, who: Actor = alone): T {
  return step({ ...write, account: who.account });
}
