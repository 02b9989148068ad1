import { expect, it } from 'vitest';
import { type StepHistory, stepDone, turned } from '../../../renderer/registers/study/sheet-steps.ts';
import type { AttendanceRow } from '../../../renderer/registers/study/study-queries.ts';
import { type Change, marked, reasoned } from '../../../renderer/registers/study/unsaved-marks.ts';
import { NO_STEPS, stepAgain, stepBack } from '../../../renderer/state/step-history.ts';
import { MARKS } from '../../../shared/vocabulary/words.ts';
import { fc } from '../../support/properties.ts';
import { sheetRow as row } from './sheet-rows.ts';

function after(rows: readonly AttendanceRow[], changes: readonly Change[]): AttendanceRow[] {
  const wanted = new Map(changes.map((one) => [one.person, one.after]));
  return rows.map((one) => ({ ...one, ...wanted.get(one.person) }));
}

it('any series of keys taken back step by step leaves the sheet as it was, and done again as it became', () => {
  const key = fc.record({
    people: fc.uniqueArray(fc.nat(5), { minLength: 1 }),
    mark: fc.constantFrom(...MARKS.slice(0, 10)),
  });
  fc.assert(
    fc.property(fc.array(key, { maxLength: 12 }), (keys) => {
      const start = [...'abcdef'].map((name) => row(name));
      let rows = start;
      let history: StepHistory = NO_STEPS;
      for (const { people, mark } of keys) {
        const changes = marked(
          people.map((at) => rows[at]!),
          mark,
        );
        if (changes.length === 0) continue;
        history = stepDone(history, { said: '', changes });
        rows = after(rows, changes);
      }
      const end = rows;
      for (let step = history.done.at(-1); step; step = history.done.at(-1)) {
        rows = after(rows, turned(step, rows, 'back').changes);
        history = stepBack(history);
      }
      expect(rows).toEqual(start);
      for (let step = history.undone.at(-1); step; step = history.undone.at(-1)) {
        rows = after(rows, turned(step, rows, 'again').changes);
        history = stepAgain(history);
      }
      expect(rows).toEqual(end);
    }),
    { numRuns: 200 },
  );
});

it('a box that was changed since stays as it is, and is counted', () => {
  const changes = marked([row('a'), row('b')], 'present');
  const now = [row('a', { mark: 'present' }), row('b', { mark: 'absent' })];
  const back = turned({ said: '', changes }, now, 'back');
  expect(back.changes.map(({ person }) => person)).toEqual(['a']);
  expect(back.left).toBe(1);
});

it('a reason typed letter by letter is one step, from what stood there before the first letter', () => {
  const away = row('a', { mark: 'absent' });
  const one = { said: '', reasonOf: 'a', changes: reasoned(away, 'il') };
  const two = { said: '', reasonOf: 'a', changes: reasoned({ ...away, reason: 'il' }, 'ill') };
  const { done } = stepDone(stepDone(NO_STEPS, one), two);
  expect(done).toHaveLength(1);
  expect(done[0]?.changes[0]).toMatchObject({ before: { reason: null }, after: { reason: 'ill' } });
});

it('what is done anew ends what could be done again', () => {
  const step = { said: '', changes: marked([row('a')], 'present') };
  const back = stepBack(stepDone(NO_STEPS, step));
  expect(back.undone).toHaveLength(1);
  expect(stepDone(back, step).undone).toEqual([]);
});
