import { describe, expect, it } from 'vitest';
import { idsBelow, isShownOn, treeMove, treeRows } from '../../../renderer/registers/personnel/tree-rows.ts';

const bureau = { id: 'bureau', parent: null };
const station = { id: 'station', parent: 'bureau' };
const court = { id: 'court', parent: null };
const post = { id: 'post', parent: 'station' };
const units = [bureau, court, station, post];

describe('the tree of units', () => {
  it('lists each unit below its parent with its level and its place among its siblings', () => {
    const rows = treeRows(units, new Set());
    expect(rows.map(({ unit, level, position, siblings }) => [unit.id, level, position, siblings])).toEqual([
      ['bureau', 1, 1, 2],
      ['station', 2, 1, 1],
      ['post', 3, 1, 1],
      ['court', 1, 2, 2],
    ]);
    expect(rows.map(({ isOpen }) => isOpen)).toEqual([true, true, null, null]);
  });

  it('leaves out everything below a closed unit', () => {
    const rows = treeRows(units, new Set(['bureau']));
    expect(rows.map(({ unit, isOpen }) => [unit.id, isOpen])).toEqual([
      ['bureau', false],
      ['court', null],
    ]);
  });

  it('shows a unit whose parent is not in the list at the top, so that none is lost', () => {
    expect(treeRows([station], new Set()).map(({ unit, level }) => [unit.id, level])).toEqual([
      ['station', 1],
    ]);
  });

  it('walks with the arrows and never beyond its ends', () => {
    const rows = treeRows(units, new Set());
    expect(treeMove(rows, 0, 'ArrowUp')).toEqual({ goTo: 0 });
    expect(treeMove(rows, 3, 'ArrowDown')).toEqual({ goTo: 3 });
    expect(treeMove(rows, 3, 'Home')).toEqual({ goTo: 0 });
    expect(treeMove(rows, 0, 'End')).toEqual({ goTo: 3 });
    expect(treeMove(rows, 0, 'a')).toBeNull();
  });

  it('opens and enters to the right, closes and leaves to the left', () => {
    const closed = treeRows(units, new Set(['bureau']));
    expect(treeMove(closed, 0, 'ArrowRight')).toEqual({ toggle: 0 });
    expect(treeMove(closed, 1, 'ArrowRight')).toBeNull();
    const open = treeRows(units, new Set());
    expect(treeMove(open, 0, 'ArrowRight')).toEqual({ goTo: 1 });
    expect(treeMove(open, 0, 'ArrowLeft')).toEqual({ toggle: 0 });
    expect(treeMove(open, 2, 'ArrowLeft')).toEqual({ goTo: 1 });
    expect(treeMove(open, 3, 'ArrowLeft')).toBeNull();
  });
});

describe('a unit', () => {
  it('stands above all that is below it, however deep, and nothing else', () => {
    expect([...idsBelow(units, 'bureau')].toSorted()).toEqual(['bureau', 'post', 'station']);
    expect([...idsBelow(units, 'court')]).toEqual(['court']);
  });

  it('is there until the day before it was closed', () => {
    expect(isShownOn({ closedOn: null }, '2021-04-20')).toBe(true);
    expect(isShownOn({ closedOn: '2021-04-20' }, '2021-04-19')).toBe(true);
    expect(isShownOn({ closedOn: '2021-04-20' }, '2021-04-20')).toBe(false);
  });
});
