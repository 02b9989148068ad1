import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import { EVALUATION_VERDICTS, type EvaluationVerdict } from '../../../shared/vocabulary/evaluation-words.ts';
import { evaluationText } from '../../text/evaluation-page.ts';
import { formText } from '../../text/form.ts';
import type { Evaluation } from './evaluation-queries.ts';
import { VerdictShape } from './evaluation-signs.tsx';

const text = evaluationText;

export interface Decided {
  readonly verdict?: EvaluationVerdict;
  readonly deadline?: string | null;
}

interface VerdictChoiceProps {
  readonly evaluation: Evaluation;
  /** What the sheet does not show yet. */
  readonly deciding: Decided;
  readonly onDecide: (change: Decided) => void;
}

/** 通过, 补课 or 返工; the latter two by a deadline. */
export function VerdictChoice({ evaluation, deciding, onDecide }: VerdictChoiceProps) {
  const id = useId();
  const { verdict, deadline } = { ...evaluation, ...deciding };
  return (
    <>
      <fieldset className="evaluation-verdicts">
        <legend>{text.panel.verdict}</legend>
        {EVALUATION_VERDICTS.map((one) => (
          <label key={one} className={one === verdict ? 'chosen' : undefined}>
            <input
              type="radio"
              name={id}
              value={one}
              checked={one === verdict}
              onChange={() => onDecide({ verdict: one, ...(one === 'passed' && { deadline: null }) })}
            />
            <VerdictShape verdict={one} />
            {text.verdicts[one]}
          </label>
        ))}
      </fieldset>
      {verdict && verdict !== 'passed' && (
        <div className="field">
          <label htmlFor={`${id}-deadline`}>{text.panel.deadline}</label>
          <DatePicker
            id={`${id}-deadline`}
            value={deadline ? dayjs(deadline) : null}
            format={['YYYY-MM-DD', 'YYYY-M-D', 'YYYYMMDD', 'YYYY.M.D']}
            placeholder={formText.datePlaceholder}
            onChange={(day) => onDecide({ deadline: day ? day.format('YYYY-MM-DD') : null })}
          />
        </div>
      )}
      <p className="secondary">{text.verdicts.hint}</p>
    </>
  );
}
