import { describe, expect, test } from 'vitest';
import type { Makeup, Mark } from '../../shared/vocabulary/words.ts';
import { type FigureRecords, figuresOracle } from './figures-oracle.ts';

/** Worked by hand from the table of figures: the oracle is only worth what these say. */

type Item = FigureRecords['items'][number];
type Session = FigureRecords['sessions'][number];

const NOTHING: FigureRecords = {
  people: [],
  sessions: [],
  rounds: [],
  filings: [],
  items: [],
  requiredTypes: [],
};

const person = (id: string, ...postings: [string, Person['status'], string, string | null][]): Person2 => ({
  id,
  postings: postings.map(([unit, status, from, until]) => ({ unit, status, from, until })),
});
type Person2 = FigureRecords['people'][number];
type Person = Person2['postings'][number];

const mark = (who: string, as: Mark, makeup: Makeup = 'none', makeupOn: string | null = null) => ({
  person: who,
  unit: 'u1',
  mark: as,
  makeup,
  makeupOn,
});
const session = (id: string, day: string, marks: Session['marks'], more: Partial<Session> = {}): Session => ({
  id,
  day,
  mandatory: true,
  types: ['political'],
  state: 'approved',
  marks,
  ...more,
});
const item = (due: string | null, moves: Item['moves'], more: Partial<Item> = {}): Item => ({
  id: 'i',
  source: 'officeInspection',
  due,
  extendedDue: null,
  moves,
  ...more,
});
const issued = { move: 'issue', to: 'issued', on: '2021-04-01' } as const;
const started = { move: 'start', to: 'inProgress', on: '2021-04-02' } as const;

describe('the oracle for study', () => {
  const marks = [
    mark('a', 'present'),
    mark('b', 'late'),
    mark('c', 'sickLeave', 'confirmed', '2021-03-20'),
    mark('d', 'absent', 'waived', '2021-03-20'),
    mark('e', 'duty', 'pending'),
    mark('f', 'exempt'),
  ];
  const records = { ...NOTHING, sessions: [session('s', '2021-03-10', marks)] };

  test('应到 leaves 免到 out, and a make-up counts from its own day on', () => {
    expect(figuresOracle(records, '2021-03-19', { session: 's' })).toMatchObject({
      attendanceRate: { numerator: 2, denominator: 5 },
      participationFirst: { numerator: 2, denominator: 5 },
      participationWithMakeup: { numerator: 2, denominator: 5 },
      makeupCompletion: { numerator: 0, denominator: 3 },
    });
    expect(figuresOracle(records, '2021-03-20')).toMatchObject({
      attendanceRate: { numerator: 0, denominator: 0 },
      participationWithMakeup: { numerator: 3, denominator: 5 },
      makeupCompletion: { numerator: 1, denominator: 2 },
    });
  });

  test('nothing counts before its day, nor a session that is not approved', () => {
    const none = { numerator: 0, denominator: 0 };
    expect(figuresOracle(records, '2021-03-09', { session: 's' }).attendanceRate).toEqual(none);
    for (const state of ['submitted', 'returned', 'cancelled'] as const) {
      const sessions = [session('s', '2021-03-10', marks, { state })];
      expect(figuresOracle({ ...NOTHING, sessions }, '2021-03-30').participationFirst, state).toEqual(none);
    }
  });

  test('a session that is not mandatory has an attendance rate and stands in no sum', () => {
    const sessions = [session('s', '2021-03-10', marks, { mandatory: false })];
    const figures = figuresOracle({ ...NOTHING, sessions }, '2021-03-30', { session: 's' });
    expect(figures.attendanceRate).toEqual({ numerator: 2, denominator: 5 });
    expect(figures.participationFirst).toEqual({ numerator: 0, denominator: 0 });
    expect(figures.makeupCompletion).toEqual({ numerator: 0, denominator: 0 });
  });

  test('coverage asks for every required type, of people in E on the day; a transfer keeps what was attended', () => {
    const people = [
      person('moved', ['u1', 'onDuty', '2021-01-01', '2021-03-15'], ['u2', 'onDuty', '2021-03-15', null]),
      person('lent', ['u1', 'onDuty', '2021-01-01', '2021-03-15'], ['u1', 'secondedOut', '2021-03-15', null]),
      person('borrowed', ['u1', 'secondedIn', '2021-01-01', null]),
      person('ill', ['u1', 'longSickLeave', '2021-01-01', null]),
      person('excused', ['u1', 'onDuty', '2021-01-01', null]),
    ];
    const everybody = people.map(({ id }) => mark(id, id === 'excused' ? 'exempt' : 'video'));
    const sessions = [
      session('1', '2021-03-01', everybody),
      session(
        '2',
        '2021-03-20',
        [mark('moved', 'absent', 'confirmed', '2021-03-25'), mark('borrowed', 'present')],
        {
          types: ['warning', 'integrity'],
        },
      ),
    ];
    const all: FigureRecords = { ...NOTHING, people, sessions, requiredTypes: ['political', 'warning'] };
    expect(figuresOracle(all, '2021-03-14').coverage).toEqual({ numerator: 0, denominator: 4 });
    expect(figuresOracle(all, '2021-03-24').coverage).toEqual({ numerator: 1, denominator: 3 });
    expect(figuresOracle(all, '2021-03-25').coverage).toEqual({ numerator: 2, denominator: 3 });
  });
});

describe('the oracle for self-inspection', () => {
  const records: FigureRecords = {
    ...NOTHING,
    people: [
      person('stays', ['u', 'onDuty', '2021-01-01', null]),
      person('leaves', ['u', 'onDuty', '2021-01-01', '2021-06-16']),
      person('left', ['u', 'onDuty', '2021-01-01', '2021-06-15'], ['u', 'retired', '2021-06-15', null]),
      person('joins', ['u', 'onDuty', '2021-06-16', null]),
    ],
    rounds: [
      { id: 'r1', begins: '2021-04-01', ends: '2021-06-15' },
      { id: 'r2', begins: '2021-09-01', ends: '2021-09-30' },
    ],
    filings: [
      { round: 'r1', person: 'stays', filedOn: '2021-04-10', state: 'archived' },
      { round: 'r1', person: 'leaves', filedOn: '2021-06-20', state: 'filed' },
      { round: 'r1', person: 'left', filedOn: '2021-04-10', state: 'approved' },
      { round: 'r1', person: 'joins', filedOn: '2021-06-17', state: 'filed' },
    ],
  };
  const coverage = (day: string, round?: string) =>
    figuresOracle(records, day, round ? { round } : {}).selfInspectionCoverage;

  test('E is that of the day, and after the round that of its last day', () => {
    expect(coverage('2021-04-10')).toEqual({ numerator: 2, denominator: 3 });
    expect(coverage('2021-06-15')).toEqual({ numerator: 1, denominator: 2 });
    expect(coverage('2021-08-31')).toEqual({ numerator: 2, denominator: 2 });
  });

  test('the latest round begun is asked about unless one is named; before the first there is none', () => {
    expect(coverage('2021-03-31')).toEqual({ numerator: 0, denominator: 0 });
    expect(coverage('2021-09-01')).toEqual({ numerator: 0, denominator: 2 });
    expect(coverage('2021-09-01', 'r1')).toEqual({ numerator: 2, denominator: 2 });
  });

  test('退回补充 does not count', () => {
    const filings = records.filings.map((one) => ({ ...one, state: 'returned' as const }));
    const figures = figuresOracle({ ...records, filings }, '2021-06-15');
    expect(figures.selfInspectionCoverage).toEqual({ numerator: 0, denominator: 2 });
  });
});

describe('the oracle for rectification', () => {
  const rates = (items: Item[], day: string) => figuresOracle({ ...NOTHING, items }, day);

  test('an item is there from its issue on, and stands where its moves by the day had brought it', () => {
    const one = item('2021-05-01', [
      issued,
      started,
      { move: 'apply', to: 'officeReview', on: '2021-04-20' },
      { move: 'reportUp', to: 'groupReview', on: '2021-04-25' },
      { move: 'confirm', to: 'closed', on: '2021-05-10' },
    ]);
    const at = (day: string) => {
      const { rectificationCompletion: done, closureRate: closed } = rates([one], day);
      return [done.numerator, closed.numerator, done.denominator];
    };
    expect(at('2021-03-31')).toEqual([0, 0, 0]);
    expect(at('2021-04-24')).toEqual([0, 0, 1]);
    expect(at('2021-04-25')).toEqual([1, 0, 1]);
    expect(at('2021-05-10')).toEqual([1, 1, 1]);
  });

  test('长期坚持 stays in the denominator of closure and leaves the on-time rate; 中止, 合并, 作废 leave both', () => {
    const kept = item('2021-04-30', [issued, { move: 'keepLongTerm', to: 'longTerm', on: '2021-04-10' }]);
    expect(rates([kept], '2021-05-01').closureRate).toEqual({ numerator: 0, denominator: 1 });
    expect(rates([kept], '2021-05-01').onTimeRate).toEqual({ numerator: 0, denominator: 0 });
    for (const [move, to] of [
      ['suspend', 'suspended'],
      ['merge', 'merged'],
      ['void', 'voided'],
    ] as const) {
      const away = item('2021-04-30', [issued, { move, to, on: '2021-04-10' }]);
      expect(rates([away], '2021-05-01').closureRate.denominator, move).toBe(0);
      expect(rates([away], '2021-05-01').onTimeRate.denominator, move).toBe(0);
      expect(rates([away], '2021-04-09').closureRate.denominator, move).toBe(1);
    }
  });

  test('the deadline’s day is on time, by the day of the application and not of its approval', () => {
    const applied = (on: string) =>
      item('2021-04-30', [
        issued,
        started,
        { move: 'apply', to: 'officeReview', on },
        { move: 'approve', to: 'closed', on: '2021-05-20' },
      ]);
    const items = [applied('2021-04-30'), applied('2021-05-01')];
    expect(rates(items, '2021-05-20').onTimeRate).toEqual({ numerator: 1, denominator: 2 });
    expect(rates(items, '2021-04-29').onTimeRate).toEqual({ numerator: 0, denominator: 0 });
    expect(rates(items, '2021-05-19').onTimeRate).toEqual({ numerator: 0, denominator: 2 });
  });

  test('after a return only the application that was approved last decides', () => {
    const one = item('2021-04-30', [
      issued,
      started,
      { move: 'apply', to: 'officeReview', on: '2021-04-20' },
      { move: 'return', to: 'inProgress', on: '2021-04-22' },
      { move: 'apply', to: 'officeReview', on: '2021-05-03', appliedOn: '2021-05-02' },
      { move: 'approve', to: 'closed', on: '2021-05-04' },
    ]);
    expect(rates([one], '2021-05-04').onTimeRate).toEqual({ numerator: 0, denominator: 1 });
    expect(rates([one], '2021-05-04').reworkRate).toEqual({ numerator: 1, denominator: 1 });
  });

  test('an extension holds from its own day on and has its own denominator; the first date stays', () => {
    const one = item('2021-04-30', [
      issued,
      started,
      { move: 'extend', to: 'inProgress', on: '2021-04-28', newDue: '2021-05-15' },
      { move: 'apply', to: 'officeReview', on: '2021-05-10' },
      { move: 'approve', to: 'closed', on: '2021-05-12' },
    ]);
    const at = (day: string) => [rates([one], day).onTimeRate, rates([one], day).onTimeRateExtended];
    expect(at('2021-05-14')).toEqual([
      { numerator: 0, denominator: 1 },
      { numerator: 0, denominator: 0 },
    ]);
    expect(at('2021-05-15')).toEqual([
      { numerator: 0, denominator: 1 },
      { numerator: 1, denominator: 1 },
    ]);
    const plain = item('2021-04-30', [issued]);
    expect(rates([plain], '2021-04-30').onTimeRateExtended).toEqual({ numerator: 0, denominator: 1 });
  });

  test('withdrawals and reopenings are not returns; a return by the group is one', () => {
    const lives: Item['moves'][] = [
      [{ move: 'withdraw', to: 'inProgress', on: '2021-04-21' }],
      [
        { move: 'approve', to: 'closed', on: '2021-04-21' },
        { move: 'reopen', to: 'inProgress', on: '2021-04-22' },
      ],
      [
        { move: 'reportUp', to: 'groupReview', on: '2021-04-21' },
        { move: 'returnForRework', to: 'inProgress', on: '2021-04-22', newDue: '2021-05-22' },
      ],
    ];
    const applied = { move: 'apply', to: 'officeReview', on: '2021-04-20' } as const;
    const items = lives.map((life) => item('2021-04-30', [issued, started, applied, ...life]));
    const never = item('2021-04-30', [issued, started]);
    expect(rates([...items, never], '2021-04-21').reworkRate).toEqual({ numerator: 0, denominator: 3 });
    expect(rates([...items, never], '2021-04-22').reworkRate).toEqual({ numerator: 1, denominator: 3 });
  });
});

describe('the oracle for actions', () => {
  const done = (on: string) => ({ to: 'done' as const, on });
  const action = (
    due: string,
    moves: { to: 'done' | 'underway' | 'cancelled'; on: string }[],
    origin = 'parent',
  ) => ({
    ...{ id: due, due, moves, origin: origin as 'parent' | 'own' },
  });
  const records: FigureRecords = {
    ...NOTHING,
    actions: [
      action('2021-03-31', [done('2021-03-31')]),
      action('2021-04-30', [done('2021-05-02'), { to: 'underway', on: '2021-05-10' }]),
      action('2021-04-30', [{ to: 'cancelled', on: '2021-04-20' }]),
      action('2021-04-30', [done('2021-04-01')], 'own'),
    ],
  };
  const completion = (day: string) => figuresOracle(records, day).actionCompletion;

  test('an action counts from the day it is due, done or not as of the day', () => {
    expect(completion('2021-03-30')).toEqual({ numerator: 0, denominator: 0 });
    expect(completion('2021-03-31')).toEqual({ numerator: 1, denominator: 1 });
    expect(completion('2021-05-01')).toEqual({ numerator: 1, denominator: 2 });
    expect(completion('2021-05-02')).toEqual({ numerator: 2, denominator: 2 });
    expect(completion('2021-05-10')).toEqual({ numerator: 1, denominator: 2 });
  });
});
