import { describe, expect, it } from 'vitest';
import { numbered } from '../../../renderer/registers/packs/save-packs.ts';
import {
  decided,
  inputOf,
  marksToExplain,
  NO_ANSWERS,
  placeOf,
  withOwnNames,
} from '../../../renderer/registers/packs/taken-choices.ts';

const place = placeOf('pack-1', 7);

describe('what is decided about a row', () => {
  it('settles its cells one by one', () => {
    const first = decided(new Map(), place, { cells: [{ field: 'post', take: 'pack' }] });
    const second = decided(first, place, { cells: [{ field: 'unit', take: 'register' }] });
    const third = decided(second, place, { cells: [{ field: 'post', take: 'register' }] });
    expect(third.get(place)?.cells).toEqual([
      { field: 'unit', take: 'register' },
      { field: 'post', take: 'register' },
    ]);
  });

  it('is undone by leaving the row out, and the other way round', () => {
    const out = decided(decided(new Map(), place, { person: 'new' }), place, { skip: true });
    expect(out.get(place)).toEqual({ skip: true });
    expect(decided(out, place, { person: 'p1' }).get(place)).toEqual({ person: 'p1' });
  });

  it('goes to the core with its pack and its line', () => {
    const decisions = decided(new Map(), place, { skip: true });
    expect(inputOf([{ name: 'a.xlsx', content: '' }], NO_ANSWERS, decisions)).toEqual({
      files: [{ fileName: 'a.xlsx', content: '' }],
      decisions: [{ pack: 'pack-1', line: 7, skip: true }],
      map: {},
    });
  });
});

it('a text for a mark is asked once for all packs, and stays there when it is explained', () => {
  const packs = [{ unmapped: [{ text: '○', count: 2 }] }, { unmapped: [{ text: '○', count: 3 }] }];
  expect(marksToExplain(packs, { '×': 'absent' })).toEqual([
    { text: '×', count: null },
    { text: '○', count: 5 },
  ]);
});

it('files of one name from different folders are told apart', () => {
  const file = (folder: string) => ({ name: '填报包.xlsx', folder });
  expect(withOwnNames([file('甲'), file('乙'), file('乙')], new Set()).map(({ name }) => name)).toEqual([
    '填报包.xlsx',
    '乙-填报包.xlsx',
    '2-乙-填报包.xlsx',
  ]);
});

it('a file beside one of its name gets a number', () => {
  expect(['a.b.xlsx', 'a'].map((name) => [1, 2].map((number) => numbered(name, number)))).toEqual([
    ['a.b.xlsx', 'a.b (2).xlsx'],
    ['a', 'a (2)'],
  ]);
});
