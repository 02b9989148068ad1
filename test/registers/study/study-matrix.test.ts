import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matrix } from '../../../electron/registers/study/study-matrix.ts';
import type { Write } from '../../../electron/store/handles.ts';
import { coarseMark, MATRIX_CELLS } from '../../../shared/rules/attendance.ts';
import { inWorlds } from './phased-worlds.ts';
import { type Desk, openDesk } from './study-desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  desk.ports.setDate('2021-06-01');
});
afterAll(() => desk.close());

const page = { offset: 0, limit: 100 };

describe('the matrix', () => {
  const look = (write: Write, asked: Partial<Parameters<typeof matrix>[2]> = {}) =>
    matrix(write, write.office, { below: false, ...page, ...asked });

  it('shows every mark of every list that stands, and nothing else', () => {
    inWorlds(desk, 60, ({ write, records, shape }) => {
      const { sessions, people, total } = look(write);
      const live = records.sessions.filter(
        ({ state, marks }) => !['draft', 'scheduled', 'cancelled'].includes(state) && marks.length > 0,
      );
      expect(sessions.map(({ id }) => id).sort()).toEqual(live.map(({ id }) => id).sort());
      expect(sessions.map(({ day }) => day)).toEqual(live.map(({ day }) => day).sort());
      for (const { id, state, counted: stands } of sessions) {
        const { mandatory } = live.find((one) => one.id === id)!;
        expect(stands).toBe(state === 'approved' && mandatory);
      }
      const cells = people.flatMap(({ person, marks }) =>
        [...marks].flatMap((code, place) => {
          const cell = MATRIX_CELLS[code];
          return cell ? [[sessions[place]!.id, person, cell.mark, cell.makeup].join()] : [];
        }),
      );
      const expected = live.flatMap(({ id, marks }) =>
        marks.map(({ person, mark, makeup }) => [id, person, coarseMark(mark), makeup].join()),
      );
      expect(cells.sort()).toEqual(expected.sort());
      expect(people.every(({ marks }) => marks.length === sessions.length)).toBe(true);
      expect(total).toBe(people.length);
      expect(people.length).toBeLessThanOrEqual(shape.people.length);
    });
  });

  it('of a unit tells what stands under it, and with the units below what stands under those too', () => {
    inWorlds(desk, 60, ({ write, records, shape, units }) => {
      const isUnder = (index: number): boolean =>
        index === 1 || (shape.parents[index]! < index && isUnder(shape.parents[index]!));
      const inUnits = (ids: readonly string[]) =>
        records.sessions
          .filter(({ state }) => !['draft', 'scheduled', 'cancelled'].includes(state))
          .flatMap(({ marks }) => marks.filter(({ unit }) => ids.includes(unit))).length;
      const told = (asked: Partial<Parameters<typeof matrix>[2]>) =>
        look(write, asked).people.reduce((sum, { marks }) => sum + marks.replaceAll('-', '').length, 0);
      expect(told({ unit: units[1]! })).toBe(inUnits([units[1]!]));
      expect(told({ unit: units[1]!, below: true })).toBe(
        inUnits(units.filter((_one, index) => isUnder(index))),
      );
    });
  });

  it('is paged by people, found by part of a name, and narrowed to days and a phase', () => {
    inWorlds(desk, 40, ({ write, asOf }) => {
      const whole = look(write);
      const one = look(write, { offset: 1, limit: 1 });
      expect([one.total, one.people]).toEqual([whole.total, whole.people.slice(1, 2)]);
      expect(look(write, { offset: 50 })).toMatchObject({ total: whole.total, people: [] });
      expect(look(write, { search: '员1' }).people).toEqual(
        whole.people.filter(({ name }) => name === '人员1'),
      );
      const days = (asked: Partial<Parameters<typeof matrix>[2]>) =>
        look(write, asked).sessions.map(({ day }) => day);
      const all = whole.sessions.map(({ day }) => day!);
      expect(days({ from: asOf })).toEqual(all.filter((day) => day >= asOf));
      expect(days({ until: asOf })).toEqual(all.filter((day) => day <= asOf));
      expect(look(write, { phase: 'none' })).toEqual({ sessions: [], total: 0, people: [] });
    });
  });
});
