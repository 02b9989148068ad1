import type { FigureId, FigurePart } from '../../../shared/vocabulary/words.ts';
import { figureTexts } from '../../text/figures.ts';
import { figuresTableText } from '../../text/figures-page.ts';
import type { Figure } from './figure-groups.ts';

export type OpenRows = (figure: FigureId, part: FigurePart) => void;

interface FigureNumbersProps {
  readonly id: FigureId;
  readonly figure: Figure;
  /** What the row is of, for screen readers. */
  readonly of: string;
  /** Absent: rows are not for this account. */
  readonly onOpen?: OpenRows | undefined;
}

/** Numerator and denominator, each of which opens the rows it counts. */
export function FigureNumbers({ id, figure, of, onOpen }: FigureNumbersProps) {
  const { numerator, denominator } = figure;
  if (!onOpen || denominator === 0) {
    return (
      <span className="figures-parts">
        {numerator}/{denominator}
      </span>
    );
  }
  return (
    <span className="figures-parts">
      {number('numerator', numerator)}/{number('denominator', denominator)}
    </span>
  );

  function number(part: FigurePart, count: number) {
    const label = figuresTableText.open(of, figureTexts[id].name, part, count);
    return (
      <button type="button" className="link-button" aria-label={label} onClick={() => onOpen?.(id, part)}>
        {count}
      </button>
    );
  }
}
