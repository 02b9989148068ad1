import { describe, expect, it } from 'vitest';
import {
  checkedOf,
  filesOf,
  toggled,
  type UnitChoice,
  unitLines,
} from '../../../renderer/registers/packs/unit-choice.ts';

const units = [
  { id: 'bureau', parent: null, people: 3 },
  { id: 'court', parent: null, people: 0 },
  { id: 'station', parent: 'bureau', people: 2 },
  { id: 'post', parent: 'station', people: 1 },
];
const all: UnitChoice = { units: null, below: false };
const allBelow: UnitChoice = { units: null, below: true };

describe('units that get a file each', () => {
  it('stand each below its parent', () => {
    expect(unitLines(units).map(({ unit, level }) => [unit.id, level])).toEqual([
      ['bureau', 1],
      ['station', 2],
      ['post', 3],
      ['court', 1],
    ]);
  });

  it('are all that have people, or with those below every one at the top', () => {
    expect(filesOf(units, all)).toEqual(['bureau', 'station', 'post']);
    expect(filesOf(units, allBelow)).toEqual(['bureau', 'court']);
  });

  it('are the others after one of all is unticked, and all again after it is ticked', () => {
    const others = toggled(units, all, 'station');
    expect(filesOf(units, others)).toEqual(['bureau', 'post']);
    expect(toggled(units, others, 'station')).toEqual(all);
  });

  it('can be one without people, where it is named', () => {
    expect(filesOf(units, { units: new Set(['court']), below: false })).toEqual(['court']);
  });

  it('go with the unit above them where that one is asked with all below', () => {
    const checked = checkedOf(units, { units: new Set(['bureau', 'post']), below: true });
    expect([...checked]).toEqual([
      ['bureau', 'own'],
      ['court', 'none'],
      ['station', 'above'],
      ['post', 'above'],
    ]);
    expect(filesOf(units, { units: new Set(['station', 'post']), below: true })).toEqual(['station']);
  });
});
