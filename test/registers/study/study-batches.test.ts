import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attendance, mark } from '../../../electron/registers/study/study-attendance.ts';
import type { Given } from '../../../shared/contract/base.ts';
import type { study } from '../../../shared/contract/study.ts';
import { clerk, type Desk, openDesk, reviewer } from './study-desk.ts';
import { refusedWithoutTrace } from './without-trace.ts';

let desk: Desk;
let id: string;
let [court, police] = ['', ''];
let [a, b, c, d] = ['', '', '', ''];
beforeAll(async () => {
  desk = await openDesk();
  [court, police] = [desk.unit('法院'), desk.unit('公安')];
  [a, b, c] = [
    desk.person('甲', { unit: court }),
    desk.person('乙', { unit: court }),
    desk.person('丙', { unit: court }),
  ];
  d = desk.person('丁', { unit: police });
});
beforeEach(() => {
  id = desk.held();
});
afterAll(() => desk.close());

type Mark = Given<typeof study.mark>['marks'][number];
const give = (marks: Mark[], who = clerk) =>
  desk.as(who, (write) => mark(write, who, { session: id, rev: desk.look(id).rev, marks }));
const read = (asked: { unit?: string; batch?: number } = {}) =>
  desk.store.read((db) =>
    attendance(db, desk.store.office, { session: id, offset: 0, limit: 100, ...asked }),
  );

const rowOf = (person: string) => read().rows.find((one) => one.person === person);

describe('a batch', () => {
  it('divides one list, in which everybody has one mark', () => {
    give([a, b].map((person) => ({ person, batch: 1 })));
    give([c, d].map((person) => ({ person, batch: 2, mark: 'present' })));
    give([{ person: a, batch: 2, mark: 'late' }]);
    const { rows, total, batches, sums } = read();
    expect(rows.map(({ person, batch, mark: one }) => [person, batch, one])).toEqual([
      [c, 2, 'present'],
      [b, 1, 'unmarked'],
      [a, 2, 'late'],
      [d, 2, 'present'],
    ]);
    expect(batches.map((one) => [one.batch, one.sums.expected, one.sums.present])).toEqual([
      [1, 1, 0],
      [2, 3, 3],
    ]);
    expect([total, sums.expected, sums.present, sums.unmarked]).toEqual([4, 4, 3, 1]);
    expect(desk.deviations()).toBe(0);
  });

  it('narrows rows and sums alike, within a unit too', () => {
    expect(read().batches).toEqual([]);
    give([a, d].map((person) => ({ person, batch: 1, mark: 'present' })));
    const first = read({ batch: 1 });
    expect([first.total, first.rows.map(({ person }) => person)]).toEqual([2, [a, d]]);
    expect(first.units.map(({ unit, sums }) => [unit, sums.present])).toEqual([
      [court, 1],
      [police, 1],
    ]);
    expect(read({ batch: 1, unit: court })).toMatchObject({
      total: 1,
      sums: { present: 1 },
      units: [{ unit: court }],
    });
    expect(read({ batch: 7 })).toMatchObject({ total: 0, rows: [], units: [], sums: { due: 0 } });
    expect(read({ batch: 0 }).total).toBe(2);
  });

  it('stays as it is while marks are given without one, and is the clerk’s, of the exempt too', () => {
    give([{ person: a, batch: 3 }]);
    give([{ person: a, mark: 'exempt', reason: '公派' }], reviewer);
    expect(rowOf(a)).toMatchObject({ batch: 3, mark: 'exempt', reason: '公派' });
    give([{ person: a, batch: 4 }]);
    expect(rowOf(a)).toMatchObject({ batch: 4, mark: 'exempt', reason: '公派' });
    const code = refusedWithoutTrace(desk, () => give([{ person: a, batch: 5 }], reviewer));
    expect(code).toBe('not_allowed');
  });
});
