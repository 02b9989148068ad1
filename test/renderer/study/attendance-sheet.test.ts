import { describe, expect, it } from 'vitest';
import {
  actionOf,
  type Pressed,
  runAfterMark,
  type SheetView,
} from '../../../renderer/registers/study/sheet-keys.ts';
import { layOut } from '../../../renderer/registers/study/sheet-layout.ts';
import {
  chosenOf,
  edgesOf,
  lengthOf,
  type Run,
  runAt,
  within,
} from '../../../renderer/registers/study/sheet-run.ts';
import { sumsByUnit, sumsOf } from '../../../renderer/registers/study/sheet-sums.ts';
import { MARKS, type Mark } from '../../../shared/vocabulary/words.ts';

/** Two units of 7 and 4 people, three across: rows 3 3 1 and 3 1. */
const rows = [...Array(11).keys()].map((at) => ({
  unit: at < 7 ? 'court' : 'justice',
  unitName: at < 7 ? 'the court' : 'justice',
  mark: 'unmarked' as Mark,
}));
const layout = layOut(rows, 3);

function press(key: string, run: Run, held: Partial<Pressed> = {}, unmarked: readonly number[] = []) {
  const pressed = { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
  const view: SheetView = { layout, run, page: 2, isUnmarked: (at) => unmarked.includes(at) };
  return actionOf(pressed, view);
}

describe('the sheet', () => {
  it('stands row by row under each unit and numbers the people of a unit from one', () => {
    expect(layout.lines.map((line) => (line.kind === 'unit' ? line.unit : line.count))).toEqual([
      ...['court', 3, 3, 1],
      ...['justice', 3, 1],
    ]);
    expect(layout.places[6]).toEqual({ line: 3, column: 0, number: 7 });
    expect(layout.places[7]).toEqual({ line: 5, column: 0, number: 1 });
  });

  it('has a place for everybody and one only', () => {
    const named = layout.lines.flatMap((line) =>
      line.kind === 'names' ? [...Array(line.count).keys()].map((at) => line.first + at) : [],
    );
    expect(named).toEqual([...rows.keys()]);
  });

  it.each([
    ['ArrowRight', 2, 3],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 1, 4],
    ['ArrowDown', 4, 6],
    ['ArrowDown', 6, 7],
    ['ArrowUp', 9, 6],
    ['ArrowUp', 1, 1],
    ['PageDown', 2, 6],
    ['Home', 5, 3],
    ['End', 3, 5],
    ['End', 7, 9],
  ])('%s leads from %i to %i', (key, from, to) => {
    expect(press(key, runAt(from))).toEqual({ kind: 'select', run: runAt(to) });
  });

  it('draws a run with Shift from where it began, forwards and backwards', () => {
    expect(press('ArrowRight', { anchor: 2, focus: 4 }, { shiftKey: true })).toEqual({
      kind: 'select',
      run: { anchor: 2, focus: 5 },
    });
    expect(press('ArrowUp', { anchor: 4, focus: 4 }, { shiftKey: true })).toEqual({
      kind: 'select',
      run: { anchor: 4, focus: 1 },
    });
  });

  it('goes to the next unmarked one, round the end, and nowhere when all are marked', () => {
    const end = (run: Run, unmarked: readonly number[]) => press('End', run, { ctrlKey: true }, unmarked);
    expect(end(runAt(4), [2, 9])).toEqual({ kind: 'select', run: runAt(9) });
    expect(end(runAt(9), [2, 9])).toEqual({ kind: 'select', run: runAt(2) });
    expect(end(runAt(9), [])).toBeUndefined();
  });

  it('takes every digit for the mark whose code it is, and Del for none', () => {
    for (let digit = 0; digit <= 9; digit += 1)
      expect(press(String(digit), runAt(0))).toEqual({ kind: 'mark', mark: MARKS[digit] });
    expect(press('Delete', runAt(0))).toEqual({ kind: 'mark', mark: 'unmarked' });
  });

  it('leaves to others what is not its own: letters, Alt with a digit, Ctrl with a digit, plain Enter', () => {
    expect(press('a', runAt(0))).toBeUndefined();
    expect(press('1', runAt(0), { altKey: true })).toBeUndefined();
    expect(press('1', runAt(0), { ctrlKey: true })).toBeUndefined();
    expect(press('Enter', runAt(0))).toBeUndefined();
    expect(press('Enter', runAt(0), { ctrlKey: true })).toBeUndefined();
  });

  it('goes on to the next name after one mark, but stays with a run, a cleared one and the last', () => {
    expect(runAfterMark(runAt(3), 'present', 11)).toEqual(runAt(4));
    expect(runAfterMark(runAt(10), 'present', 11)).toEqual(runAt(10));
    expect(runAfterMark(runAt(3), 'unmarked', 11)).toEqual(runAt(3));
    expect(runAfterMark({ anchor: 5, focus: 3 }, 'absent', 11)).toEqual({ anchor: 5, focus: 3 });
  });
});

describe('a run', () => {
  it('is the same people whichever way it was drawn', () => {
    const people = [...rows.keys()];
    expect(chosenOf(people, { anchor: 5, focus: 2 })).toEqual([2, 3, 4, 5]);
    expect(lengthOf({ anchor: 5, focus: 2 })).toBe(4);
  });

  it('is outlined where it ends, and nowhere within', () => {
    const run = { anchor: 1, focus: 4 };
    expect([0, 1, 2, 3, 4, 5].map((at) => edgesOf(layout, run, at))).toEqual([
      [],
      ['top', 'left'],
      ['top', 'right', 'bottom'],
      ['top', 'bottom', 'left'],
      ['right', 'bottom'],
      [],
    ]);
  });

  it('stays within a list that became shorter', () => {
    expect(within({ anchor: 9, focus: 2 }, 5)).toEqual({ anchor: 4, focus: 2 });
  });
});

describe('the sums of the sheet', () => {
  it('add up, whoever is marked how: list less exempt is due, due is there, on leave, absent, unmarked', () => {
    const marked = rows.map((row, at) => ({ ...row, mark: MARKS[at % MARKS.length] ?? 'unmarked' }));
    const whole = sumsOf(marked);
    for (const sums of [whole, ...sumsByUnit(marked).map((unit) => unit.sums)]) {
      expect(sums.expected - sums.exempt).toBe(sums.due);
      expect(sums.present + sums.onLeave + sums.absent + sums.unmarked).toBe(sums.due);
    }
    expect(whole).toEqual({
      expected: 11,
      exempt: 1,
      due: 10,
      present: 3,
      onLeave: 5,
      absent: 1,
      unmarked: 1,
    });
  });

  it('are given by unit with the place of its first person', () => {
    expect(sumsByUnit(rows).map(({ unit, first, sums }) => [unit, first, sums.expected])).toEqual([
      ['court', 0, 7],
      ['justice', 7, 4],
    ]);
    expect(sumsByUnit([])).toEqual([]);
  });
});
