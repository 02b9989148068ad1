import { evaluationText } from '../../text/evaluation-page.ts';
import type { Evaluation, Line, Sheet } from './evaluation-queries.ts';
import { Rate } from './evaluation-signs.tsx';
import { fieldId } from './line-entry.tsx';
import type { LevelColumn } from './matrix-columns.ts';

const text = evaluationText.matrix;

interface LevelCellProps {
  readonly column: LevelColumn;
  readonly indicator: Sheet['lists'][number]['indicators'][number];
  readonly onChoose: (evaluation: string) => void;
}

/** What a level found of one indicator; in one's own draft what is still to be written opens its field. */
export function LevelCell({ column: { evaluation }, indicator, onChoose }: LevelCellProps) {
  if (!evaluation) return null;
  const line = evaluation.lines.find((one) => one.indicator === indicator.id);
  const isDraft = evaluation.state === 'draft';
  if (isDraft && evaluation.mine && indicator.name !== null && lacks(line, indicator))
    return (
      <button type="button" className="evaluation-to-write" onClick={() => write(evaluation)}>
        {text.toWrite}
      </button>
    );
  if (!line) return <span className="secondary">{indicator.name === null ? null : text.none}</span>;
  return (
    <>
      {line.figure && (
        <span className={isDraft ? 'evaluation-live' : undefined}>
          <Rate value={line.value} />
        </span>
      )}
      <Written line={line} />
    </>
  );

  function write({ id }: Evaluation): void {
    onChoose(id);
    // the panel of another evaluation is drawn first
    requestAnimationFrame(() => document.getElementById(fieldId(indicator.id))?.focus());
  }
}

function Written({ line: { figure, text: said, evidenceNumber } }: { readonly line: Line }) {
  if (!said && !evidenceNumber) return figure ? null : <span className="secondary">{text.none}</span>;
  return (
    <>
      {said && (
        <span className="evaluation-said" title={said}>
          {said}
        </span>
      )}
      {evidenceNumber && <span className="evaluation-evidence">{evidenceNumber}</span>}
    </>
  );
}

function lacks(line: Line | undefined, { figure, evidence }: LevelCellProps['indicator']): boolean {
  return figure === null && (!line?.text || (evidence && !line.evidenceNumber));
}
