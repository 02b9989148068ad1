import { useEffect, useRef } from 'react';
import type { EvaluationLevel } from '../../../shared/vocabulary/evaluation-words.ts';
import { evaluationText } from '../../text/evaluation-page.ts';
import { evaluationLevelWords } from '../../text/words.ts';
import type { Sheet } from './evaluation-queries.ts';
import { FrozenSign, Rate, VerdictSign } from './evaluation-signs.tsx';
import { LevelCell } from './matrix-cell.tsx';
import { type LevelColumn, roundsOf } from './matrix-columns.ts';

const text = evaluationText.matrix;

/** What scrolls can be scrolled by the keyboard too. */
const REACHABLE = { tabIndex: 0 };

interface MatrixProps {
  readonly sheet: Sheet;
  readonly chosen: string | undefined;
  readonly onChoose: (evaluation: string) => void;
  readonly onBegin: (level: EvaluationLevel) => void;
}

type Indicator = Sheet['lists'][number]['indicators'][number];

/** Indicators down, every level of every round across, today's figures last. */
export function Matrix({ sheet, chosen, onChoose, onBegin }: MatrixProps) {
  const rounds = roundsOf(sheet);
  const columns = rounds.flatMap((one) => one.columns);
  const phase = sheet.phases.find(({ id }) => id === sheet.phase)?.name ?? '';
  const rows = sheet.lists.map((list) => (
    <tbody key={list.id}>
      <tr className="evaluation-list">
        <th scope="rowgroup" colSpan={columns.length + 2}>
          <span>{list.name}</span>
        </th>
      </tr>
      {list.indicators.map((indicator, at) => (
        <tr key={indicator.id}>
          <th scope="row">
            <IndicatorName indicator={indicator} place={at + 1} />
          </th>
          {columns.map((column) => (
            <td key={`${column.round}${column.level}`} className={classOf(column, chosen)}>
              <LevelCell column={column} indicator={indicator} onChoose={onChoose} />
            </td>
          ))}
          <td className="evaluation-today">
            {indicator.figure ? <Rate value={sheet.live[indicator.figure]} /> : null}
          </td>
        </tr>
      ))}
    </tbody>
  ));

  return (
    <section className="evaluation-matrix" aria-label={text.label(phase)} {...REACHABLE}>
      <table aria-label={text.label(phase)}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="evaluation-indicator">
              {text.indicator}
            </th>
            {rounds.map(({ round, columns: levels }) => (
              <th key={round} scope="colgroup" colSpan={levels.length} className="evaluation-round">
                {text.round(round)}
              </th>
            ))}
            <th scope="col" rowSpan={2} className="evaluation-today" title={text.liveHint}>
              {text.today} <span className="evaluation-live">{text.live}</span>
            </th>
          </tr>
          <tr>
            {columns.map((column) => (
              <th key={`${column.round}${column.level}`} scope="col" className={classOf(column, chosen)}>
                <LevelHead column={column} chosen={chosen} onChoose={onChoose} onBegin={onBegin} />
              </th>
            ))}
          </tr>
        </thead>
        {rows}
      </table>
    </section>
  );
}

/** The level's name is the button that opens it; where there is nothing yet, the one that begins it. */
function LevelHead({
  column,
  chosen,
  onChoose,
  onBegin,
}: Pick<MatrixProps, 'chosen' | 'onChoose' | 'onBegin'> & { readonly column: LevelColumn }) {
  const { round, level, evaluation, mayBegin } = column;
  const isChosen = evaluation !== null && evaluation.id === chosen;
  const head = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isChosen) head.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isChosen]);
  if (!evaluation)
    return (
      <>
        <div>{evaluationLevelWords[level]}</div>
        {mayBegin && (
          <button
            type="button"
            className="link-button"
            aria-label={text.begin(round, level)}
            onClick={() => onBegin(level)}
          >
            {text.toBegin}
          </button>
        )}
      </>
    );
  return (
    <button
      ref={head}
      type="button"
      className="evaluation-head"
      aria-pressed={isChosen}
      onClick={() => onChoose(evaluation.id)}
    >
      <span>
        <span className="visually-hidden">{text.round(round)}</span>
        {evaluationLevelWords[level]}
      </span>
      <VerdictSign {...evaluation} />
      <FrozenSign {...evaluation} />
    </button>
  );
}

function IndicatorName({ indicator, place }: { readonly indicator: Indicator; readonly place: number }) {
  const { name, figure } = indicator;
  return (
    <span className="evaluation-name" title={figure ? text.computedHint : text.writtenHint}>
      <span className="evaluation-kind">{figure ? text.computed : text.written}</span>
      {name ?? (
        <span className="secondary" title={text.unnamedHint}>
          {text.unnamed(place)}
        </span>
      )}
    </span>
  );
}

function classOf({ level, evaluation, round }: LevelColumn, chosen: string | undefined): string | undefined {
  const names = [
    level === 'own' && round > 1 ? 'evaluation-next-round' : '',
    evaluation && evaluation.id === chosen ? 'chosen' : '',
  ];
  return names.filter(Boolean).join(' ') || undefined;
}
