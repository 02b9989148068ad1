import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionsUnderCorrection, studyFigures } from '../../../electron/registers/study/study-figures.ts';
import { rebuildSummary, verifySummary } from '../../../electron/registers/study/study-summary.ts';
import type { Write } from '../../../electron/store/handles.ts';
import { type CalendarDate, calendarDate } from '../../../shared/vocabulary/dates.ts';
import { type FigureRecords, figuresOracle } from '../../support/figures-oracle.ts';
import { fc } from '../../support/properties.ts';
import { refusalOf } from './refusal-of.ts';
import { alone, clerk, type Desk, openDesk, reviewer } from './study-desk.ts';
import { daysThatMatter, playWorld, worldShape } from './study-world.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  desk.ports.setDate('2021-06-01');
});
afterAll(() => desk.close());

type Check = (write: Write, records: FigureRecords, asOf: CalendarDate) => void;

/** Plays worlds on the real ledger; each is rolled back, so that the next finds the office empty. */
function inWorlds(runs: number, check: Check): void {
  const picks = fc.array(fc.nat(), { minLength: 4, maxLength: 4 });
  const property = fc.property(worldShape, picks, (shape, indexes) => {
    desk.store.rehearse(alone.account, (write) => {
      const records = playWorld(write, shape);
      const days = daysThatMatter(records);
      for (const index of indexes) check(write, records, days[index % days.length]!);
    });
  });
  fc.assert(property, { numRuns: runs });
}

const WITHOUT_SESSION = [
  'participationFirst',
  'participationWithMakeup',
  'coverage',
  'makeupCompletion',
] as const;

describe('the figures of study', () => {
  it('are those of the oracle, whatever happened, on any day', () => {
    inWorlds(150, (write, records, asOf) => {
      const { requiredTypes } = records;
      const oracle = figuresOracle(records, asOf);
      const found = studyFigures(write, write.office, asOf, { requiredTypes });
      expect(found).toEqual(Object.fromEntries(WITHOUT_SESSION.map((id) => [id, oracle[id]])));
      for (const { id } of records.sessions) {
        const of = studyFigures(write, write.office, asOf, { requiredTypes, session: id });
        expect(of.attendanceRate).toEqual(figuresOracle(records, asOf, { session: id }).attendanceRate);
      }
    });
  });

  it('come from sums that are always those of the rows', () => {
    inWorlds(50, (write) => expect(verifySummary(write, write.office)).toBe(0));
  });

  it('are the same from the rows of another office, which tell only 到 假 缺 免 未', () => {
    inWorlds(50, (write, { requiredTypes }, asOf) => {
      const other = receive(write);
      expect(studyFigures(write, other, asOf, { requiredTypes })).toEqual(
        studyFigures(write, write.office, asOf, { requiredTypes }),
      );
      write.run('DELETE FROM attendance WHERE office = 2');
      write.run('DELETE FROM attendance_summary WHERE office = 2');
      for (const table of ['posting', 'study_session', 'person', 'unit', 'office'])
        write.run(`DELETE FROM ${table} WHERE ${table === 'office' ? 'pk' : 'office'} = 2`);
    });
  });

  it('count every session while no type is required of anybody', () => {
    inWorlds(10, (write, records, asOf) => {
      const { coverage } = studyFigures(write, write.office, asOf, { requiredTypes: [] });
      expect(coverage).toEqual(figuresOracle({ ...records, requiredTypes: [] }, asOf).coverage);
      expect(coverage!.numerator).toBe(coverage!.denominator);
    });
  });

  it('of a session that the office does not have are refused', () => {
    const asked = { requiredTypes: [], session: 'x' };
    const ask = () => desk.store.read((db) => studyFigures(db, 1, calendarDate('2021-03-15'), asked));
    expect(refusalOf(ask).code).toBe('not_found');
  });
});

describe('sessions under correction', () => {
  it('are those approved once and not now, held by the day', () => {
    const court = desk.unit('法院');
    const judge = desk.person('法官', { unit: court });
    const underway = (day: string) =>
      desk.store.read((db) => sessionsUnderCorrection(db, desk.store.office, calendarDate(day)));
    const id = desk.held();
    desk.mark(clerk, id, { [judge]: 'present' });
    desk.move(clerk, id, 'submit');
    desk.move(reviewer, id, 'return');
    expect(underway('2021-03-31')).toBe(0);
    desk.move(clerk, id, 'submit');
    desk.move(reviewer, id, 'approve', 'correct');
    expect([underway('2021-03-09'), underway('2021-03-10')]).toEqual([0, 1]);
    desk.move(clerk, id, 'submit');
    expect(underway('2021-03-31')).toBe(1);
    desk.move(reviewer, id, 'approve');
    expect(underway('2021-03-31')).toBe(0);
  });
});

/** Copies the own office's rows to a second office as a bundle would bring them: coarse marks, no reasons. */
function receive(write: Write): number {
  write.run(
    `INSERT INTO office (pk, id, code, name, kind) VALUES (2, 'other', '330001', '另一县', 'office')`,
  );
  const copy = (table: string, columns: string, changed: string) =>
    write.run(
      `INSERT INTO ${table} (office, ${columns}, rev, changed_by, changed_at)
       SELECT 2, ${changed}, rev, 0, changed_at FROM ${table} WHERE office = 1 AND deleted = 0`,
    );
  const moved = (table: string, columns: string, changed = columns) =>
    copy(table, `pk, id, ${columns}`, `pk + 100000, id, ${changed}`);
  moved('unit', 'name, folded');
  moved('person', 'order_number');
  moved('study_session', 'title, types, type_mask, day, mandatory, state');
  moved(
    'posting',
    'person, unit, status, from_on, until_on',
    'person + 100000, unit + 100000, status, from_on, until_on',
  );
  copy(
    'attendance',
    'session, person, unit, mark, makeup, makeup_on',
    `session + 100000, person + 100000, unit + 100000,
     CASE WHEN mark BETWEEN 1 AND 3 THEN 1 WHEN mark BETWEEN 4 AND 7 THEN 10 ELSE mark END, makeup, makeup_on`,
  );
  rebuildSummary(write, 2);
  return 2;
}
