import './figures.css';
import { Fragment, type KeyboardEvent, useState } from 'react';
import type { FigureId } from '../../../shared/vocabulary/words.ts';
import { figureTexts } from '../../text/figures.ts';
import { figuresFilterText, figuresPageText } from '../../text/figures-page.ts';
import { FIGURE_GROUPS, type Figures, membersOf, shownFigures, steppedFigure } from './figure-groups.ts';
import { FigureNumbers, type OpenRows } from './figure-numbers.tsx';
import { pointsBetween } from './figure-question.ts';

const { columns, groups } = figuresPageText;

/** A second column of the same figures, of another day or another unit. */
export interface ComparedFigures {
  readonly name: string;
  readonly figures: Figures;
  readonly onOpen?: OpenRows | undefined;
}

interface FiguresTableProps {
  readonly figures: Figures;
  /** The session of the attendance rate, as it stands beside the figure's name. */
  readonly session?: string | undefined;
  /** On a wide screen every definition stands in its row, not only that of the chosen figure below. */
  readonly withDefinitions?: boolean;
  /** What the first column is of, where there is a second. */
  readonly name?: string | undefined;
  readonly compared?: ComparedFigures | undefined;
  readonly onOpen?: OpenRows | undefined;
}

/** Name, rate, numerator and denominator of every figure, and how the chosen one is counted. */
export function FiguresTable(props: FiguresTableProps) {
  const { figures, session, withDefinitions = false, compared, onOpen } = props;
  const [pointedAt, setChosen] = useState<FigureId>('participationFirst');
  const chosen = figures[pointedAt] ? pointedAt : (shownFigures(figures)[0] ?? pointedAt);
  const columnCount = 3 + (compared ? 3 : 0) + (withDefinitions ? 1 : 0);
  return (
    <div className={withDefinitions ? 'figures-table with-definitions' : 'figures-table'}>
      <div className="figures-rows">
        <table aria-label={figuresPageText.all}>
          <thead>
            {compared && (
              <tr>
                <td />
                <th scope="colgroup" colSpan={2} className="number">
                  {props.name}
                </th>
                <th scope="colgroup" colSpan={2} className="number">
                  {compared.name}
                </th>
                <td />
              </tr>
            )}
            <tr>
              <th scope="col">{columns.figure}</th>
              {heads()}
              {compared && heads()}
              {compared && (
                <th scope="col" className="number">
                  {columns.change}
                </th>
              )}
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

  function heads() {
    return (
      <>
        <th scope="col" className="number">
          {columns.rate}
        </th>
        <th scope="col" className="number">
          {columns.parts}
        </th>
      </>
    );
  }

  function row(id: FigureId) {
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
        {numbers(id, figures, props.name ?? '', onOpen)}
        {compared && numbers(id, compared.figures, compared.name, compared.onOpen)}
        {compared && <td className="number">{changeOf(id, compared.figures)}</td>}
        {withDefinitions && <td className="wide-only figures-text">{figureTexts[id].definition}</td>}
      </tr>
    );
  }

  function numbers(id: FigureId, of: Figures, name: string, open: OpenRows | undefined) {
    const figure = of[id];
    if (!figure)
      return (
        <td colSpan={2} className="number figures-silent">
          {figure === null ? figuresFilterText.untyped : '—'}
        </td>
      );
    return (
      <>
        <td className="number figures-rate">{figure.text}</td>
        <td className="number">
          <FigureNumbers id={id} figure={figure} of={name} onOpen={open} />
        </td>
      </>
    );
  }

  function changeOf(id: FigureId, others: Figures): string {
    const tenths = pointsBetween(figures[id], others[id]);
    return tenths === null ? '—' : figuresFilterText.points(tenths);
  }

  function nameOf(id: FigureId) {
    if (id !== 'attendanceRate' || !session) return figureTexts[id].name;
    return (
      <Fragment>
        {figureTexts[id].name} <span className="secondary figures-name">{session}</span>
      </Fragment>
    );
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    // keys of the numbers are theirs
    if (!(event.target instanceof HTMLElement) || !event.target.dataset.figure) return;
    const next = steppedFigure(event.key, chosen, figures);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
    const table = event.currentTarget.closest('table');
    table?.querySelector<HTMLElement>(`[data-figure="${next}"]`)?.focus();
  }
}
