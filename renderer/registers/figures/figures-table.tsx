import './figures.css';
import { Fragment, type KeyboardEvent, useState } from 'react';
import type { FigureId } from '../../../shared/vocabulary/words.ts';
import { figureTexts } from '../../text/figures.ts';
import { figuresPageText } from '../../text/figures-page.ts';
import { FIGURE_GROUPS, type Figures, membersOf, shownFigures, steppedFigure } from './figure-groups.ts';

const { columns, groups } = figuresPageText;

interface FiguresTableProps {
  readonly figures: Figures;
  /** The session of the attendance rate, as it stands beside the figure's name. */
  readonly session?: string | undefined;
  /** On a wide screen every definition stands in its row, not only that of the chosen figure below. */
  readonly withDefinitions?: boolean;
}

/** Name, rate, numerator and denominator of every figure, and how the chosen one is counted. */
export function FiguresTable({ figures, session, withDefinitions = false }: FiguresTableProps) {
  const [pointedAt, setChosen] = useState<FigureId>('participationFirst');
  const chosen = figures[pointedAt] ? pointedAt : (shownFigures(figures)[0] ?? pointedAt);
  const columnCount = withDefinitions ? 4 : 3;
  return (
    <div className={withDefinitions ? 'figures-table with-definitions' : 'figures-table'}>
      <div className="figures-rows">
        <table aria-label={figuresPageText.all}>
          <thead>
            <tr>
              <th scope="col">{columns.figure}</th>
              <th scope="col" className="number">
                {columns.rate}
              </th>
              <th scope="col" className="number">
                {columns.parts}
              </th>
              {withDefinitions && (
                <th scope="col" className="wide-only">
                  {columns.definition}
                </th>
              )}
            </tr>
          </thead>
          {FIGURE_GROUPS.map((group) => (
            <tbody key={group} onKeyDown={onKeyDown}>
              <tr>
                <th scope="rowgroup" colSpan={columnCount} className="figures-group">
                  {groups[group]}
                </th>
              </tr>
              {membersOf(group, figures).map(row)}
            </tbody>
          ))}
        </table>
      </div>
      <div className="figures-definition" aria-live="polite">
        <b>{figuresPageText.definitionOf(figureTexts[chosen].name)}</b> {figureTexts[chosen].definition}
      </div>
    </div>
  );

  function row(id: FigureId) {
    const { text = '', numerator, denominator } = figures[id] ?? {};
    const isChosen = id === chosen;
    return (
      <tr key={id} className={isChosen ? 'chosen' : undefined}>
        <th scope="row">
          <button
            type="button"
            data-figure={id}
            aria-pressed={isChosen}
            tabIndex={isChosen ? 0 : -1}
            onClick={() => setChosen(id)}
          >
            {nameOf(id)}
          </button>
        </th>
        <td className="number figures-rate">{text}</td>
        <td className="number">
          {numerator}/{denominator}
        </td>
        {withDefinitions && <td className="wide-only figures-text">{figureTexts[id].definition}</td>}
      </tr>
    );
  }

  function nameOf(id: FigureId) {
    if (id !== 'attendanceRate' || !session) return figureTexts[id].name;
    return (
      <Fragment>
        {figureTexts[id].name} <span className="secondary">{session}</span>
      </Fragment>
    );
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const next = steppedFigure(event.key, chosen, figures);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
    const table = event.currentTarget.closest('table');
    table?.querySelector<HTMLElement>(`[data-figure="${next}"]`)?.focus();
  }
}
