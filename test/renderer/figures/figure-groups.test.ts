import { expect, it } from 'vitest';
import {
  FIGURE_GROUPS,
  type Figures,
  membersOf,
  shownFigures,
  steppedFigure,
} from '../../../renderer/registers/figures/figure-groups.ts';
import { FIGURE_IDS } from '../../../shared/vocabulary/words.ts';

const figure = { numerator: 1, denominator: 2, text: '50.0%' };
const all: Figures = Object.fromEntries(FIGURE_IDS.map((id) => [id, figure]));

it('every figure stands in one group, in the order in which figures are printed', () => {
  expect(FIGURE_GROUPS.flatMap((group) => membersOf(group, all))).toEqual([...FIGURE_IDS]);
});

it('a figure that was not answered, such as the rate of no session, is left out', () => {
  const { attendanceRate: _, ...others } = all;
  expect(shownFigures(others)[0]).toBe('participationFirst');
});

it('arrow keys go from one group into the next and stop at both ends', () => {
  expect(steppedFigure('ArrowDown', 'makeupCompletion', all)).toBe('selfInspectionCoverage');
  expect(steppedFigure('ArrowUp', 'attendanceRate', all)).toBe('attendanceRate');
  expect(steppedFigure('ArrowDown', 'reworkRate', all)).toBe('reworkRate');
  expect(steppedFigure('x', 'reworkRate', all)).toBeUndefined();
});
