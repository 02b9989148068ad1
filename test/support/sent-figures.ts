import { FIGURE_RULES, type FigureRule } from '../../shared/rules/figures.ts';
import type { FigureId } from '../../shared/vocabulary/words.ts';

/** Without those whose rows stay at the office: what a group computes too. */
export function sentFigures<Figure>(
  figures: Partial<Record<FigureId, Figure>>,
): Partial<Record<FigureId, Figure>> {
  const rules: Readonly<Record<FigureId, FigureRule>> = FIGURE_RULES;
  const sent = Object.entries(figures).filter(([id]) => !rules[id as FigureId].stays);
  return Object.fromEntries(sent) as Partial<Record<FigureId, Figure>>;
}
