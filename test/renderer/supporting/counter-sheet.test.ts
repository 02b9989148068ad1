import { describe, expect, it } from 'vitest';
import { layBlock } from '../../../renderer/registers/supporting/counter-block.ts';
import {
  blockAt,
  cellsIn,
  edgesOf,
  type Place,
} from '../../../renderer/registers/supporting/counter-cells.ts';
import {
  against,
  changesTo,
  keyOf,
  laidOver,
  leftUnsaved,
  NOTHING_UNSAVED,
  turned,
  typedOnto,
} from '../../../renderer/registers/supporting/counter-changes.ts';
import {
  actionOf,
  type GridView,
  type Pressed,
} from '../../../renderer/registers/supporting/counter-keys.ts';
import { sumOfUnit, sumsOf } from '../../../renderer/registers/supporting/counter-sums.ts';
import type { CounterUnit } from '../../../renderer/registers/supporting/supporting-queries.ts';
import { COUNTER_KINDS, type CounterKind } from '../../../shared/vocabulary/words.ts';
import { fc } from '../../support/properties.ts';

const NAMES = ['县法院', '县公安局', '城关派出所'];
const units = (counts: readonly (readonly (number | null)[])[] = []): CounterUnit[] =>
  NAMES.map((name, row) => ({
    ...{ unit: name, name, depth: 0 },
    cells: Object.fromEntries(
      COUNTER_KINDS.map((kind, column) => [
        kind,
        { count: counts[row]?.[column] ?? null, rev: 0, before: null },
      ]),
    ) as CounterUnit['cells'],
  }));
const key = (name: string, held: Partial<Pressed> = {}): Pressed => ({
  ...{ key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false },
  ...held,
});
const view = (focus: Place, more: Partial<GridView> = {}): GridView => ({
  ...{ block: blockAt(focus), rows: 3, page: 2, typing: null, standing: '' },
  ...more,
});
const at = (row: number, column: number): Place => ({ row, column });
const focusAfter = (name: string, focus: Place, held: Partial<Pressed> = {}) => {
  const action = actionOf(key(name, held), view(focus));
  return action?.kind === 'select' ? action.block : action;
};

describe('a key on the month’s sheet', () => {
  it('moves as in a spreadsheet, and leaves the sheet by Tab behind its last cell', () => {
    expect(focusAfter('ArrowDown', at(2, 0))).toEqual(blockAt(at(2, 0)));
    expect(focusAfter('Enter', at(0, 1))).toEqual(blockAt(at(1, 1)));
    expect(focusAfter('Enter', at(1, 1), { shiftKey: true })).toEqual(blockAt(at(0, 1)));
    expect(focusAfter('Tab', at(0, 5))).toEqual(blockAt(at(1, 0)));
    expect(focusAfter('Tab', at(1, 0), { shiftKey: true })).toEqual(blockAt(at(0, 5)));
    expect(focusAfter('Tab', at(2, 5))).toBeUndefined();
    expect(focusAfter('Tab', at(0, 0), { shiftKey: true })).toBeUndefined();
    expect(focusAfter('ArrowRight', at(0, 0), { shiftKey: true })).toEqual({
      anchor: at(0, 0),
      focus: at(0, 1),
    });
    expect(focusAfter('End', at(0, 0), { ctrlKey: true })).toEqual(blockAt(at(2, 5)));
  });

  it('types digits, full-width ones too, and leaves letters and Alt to others', () => {
    expect(actionOf(key('５'), view(at(0, 0)))).toEqual({ kind: 'type', text: '5' });
    expect(actionOf(key('2'), view(at(0, 0), { typing: '1' }))).toEqual({ kind: 'type', text: '12' });
    expect(actionOf(key('Backspace'), view(at(0, 0), { typing: '12' }))).toEqual({ kind: 'type', text: '1' });
    expect(actionOf(key('Backspace'), view(at(0, 0)))).toEqual({ kind: 'clear' });
    expect(actionOf(key('F2'), view(at(0, 0), { standing: '7' }))).toEqual({ kind: 'type', text: '7' });
    expect(actionOf(key('9'), view(at(0, 0), { typing: '1234567' }))).toEqual({
      kind: 'type',
      text: '1234567',
    });
    expect(actionOf(key('a'), view(at(0, 0)))).toBeUndefined();
    expect(actionOf(key('5', { altKey: true }), view(at(0, 0)))).toBeUndefined();
    expect(actionOf(key('Escape'), view(at(0, 0)))).toBeUndefined();
  });
});

describe('a block off the clipboard', () => {
  const laid = (table: string[][], from = at(0, 0)) => {
    const { wanted, unread, outside } = layBlock(table, units(), from);
    return { cells: wanted.map(([{ unit, kind }, count]) => [unit, kind, count]), unread, outside };
  };

  it('is laid cell by cell from its place, blanks left out, and says what was not written', () => {
    expect(
      laid(
        [
          ['1', ''],
          ['３', '约4'],
          ['5', '6'],
          ['7', '8'],
        ],
        at(1, 4),
      ),
    ).toEqual({
      cells: [
        ['县公安局', 'commendedGroups', 1],
        ['城关派出所', 'commendedGroups', 3],
      ],
      unread: ['约4'],
      outside: 4,
    });
  });

  it('is laid by its names where it has them, whichever order they stand in', () => {
    const table = [
      ['单位', '表彰个人（人）', '备注', '征求意见'],
      ['城关派出所', '2', '5', '1,000'],
      ['县 法院', '', '', '0'],
      ['没有的单位', '1', '1', '1'],
      ['合计', '2', '', '1000'],
    ];
    expect(laid(table, at(2, 3))).toEqual({
      cells: [
        ['城关派出所', 'commendedPeople', 2],
        ['城关派出所', 'opinionsSought', 1000],
        ['县法院', 'opinionsSought', 0],
      ],
      unread: ['没有的单位'],
      outside: 0,
    });
  });
});

describe('what was typed', () => {
  const change = (kind: CounterKind, before: number | null, after: number | null) => ({
    ...{ unit: '县法院', kind, before, after },
  });

  it('stands over the sheet until it was saved, and what was typed meanwhile stays', () => {
    const saved = units();
    const first = typedOnto(NOTHING_UNSAVED, saved, [change('activities', null, 5)]);
    expect(laidOver(saved, first)[0]!.cells.activities.count).toBe(5);
    expect(laidOver(saved, first)[1]).toBe(saved[1]);
    const second = typedOnto(first, saved, [change('activities', 5, 6)]);
    expect(Object.values(leftUnsaved(second, first, 9))).toMatchObject([{ count: 6, over: 5, rev: 9 }]);
    expect(leftUnsaved(first, first, 9)).toEqual({});
  });

  it('is not written over what somebody else said otherwise meanwhile', () => {
    const sent = typedOnto(NOTHING_UNSAVED, units(), [
      change('activities', null, 5),
      change('practicalThings', null, 2),
      change('opinionsSought', null, 7),
    ]);
    const theirs = units([[7, 3, null]]);
    const { going, clashes } = against(sent, theirs);
    expect(Object.keys(going).sort()).toEqual(
      ['activities', 'opinionsSought'].map((kind) => keyOf({ unit: '县法院', kind: kind as CounterKind })),
    );
    expect(clashes).toMatchObject([{ unitName: '县法院', kind: 'practicalThings', mine: 2, theirs: 3 }]);
  });

  it('is taken back and done again only where it still stands', () => {
    const step = { said: '', changes: [change('activities', null, 5), change('practicalThings', 1, 2)] };
    const now = units([[null, 2, 6]]);
    expect(turned(step, now, 'back')).toEqual({ changes: [change('practicalThings', 2, 1)], left: 1 });
    expect(turned(step, units([[null, 1, null]]), 'again')).toEqual({ changes: step.changes, left: 0 });
  });
});

describe('sums', () => {
  it('by unit and by kind are the same in all, and blank is no zero', () => {
    const count = fc.option(fc.nat(99));
    const table = fc.array(fc.array(count, { minLength: 6, maxLength: 6 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(table, (counts) => {
        const rows = units(counts);
        const { all, kinds, filled, cells } = sumsOf(rows);
        expect(rows.reduce((sum, row) => sum + (sumOfUnit(row, 'count') ?? 0), 0)).toBe(all);
        expect(Object.values(kinds).reduce((sum, one) => sum + one, 0)).toBe(all);
        expect(cells).toBe(counts.flat().filter((one) => one !== null).length);
        expect(filled).toBe(rows.filter((row) => sumOfUnit(row, 'count') !== null).length);
      }),
    );
  });

  it('a block is outlined as one shape, and changes only cells that differ', () => {
    const block = { anchor: at(1, 2), focus: at(0, 1) };
    expect(edgesOf(block, at(0, 1))).toEqual(['top', 'left']);
    expect(edgesOf(block, at(1, 2))).toEqual(['right', 'bottom']);
    expect(edgesOf(block, at(2, 2))).toEqual([]);
    const cells = cellsIn(units([[1, 2, 3]]), block).flat();
    expect(changesTo(cells.map((cell) => [cell, 2])).map(({ before }) => before)).toEqual([3, null, null]);
  });
});
