import type { EvaluationVerdict, OrderState } from '../../../shared/vocabulary/evaluation-words.ts';
import { evaluationText, orderStateTone } from '../../text/evaluation-page.ts';
import { evaluationStateWords, evaluationVerdictWords, orderStateWords } from '../../text/words.ts';
import { type StateShape, StateSign } from '../../ui/signs.tsx';
import type { Evaluation, Figure } from './evaluation-queries.ts';

const text = evaluationText.matrix;

const PATHS: Readonly<Record<EvaluationVerdict, string>> = {
  passed: 'M1.5 6.5l3 3 6-7',
  makeup: 'M1 1h10v10H1zM6 3v6M3 6h6',
  rework: 'M4.5 2 2 4.5 4.5 7M2 4.5h5a3 3 0 0 1 0 6H4',
};

/** 通过 ✓, 补课 ⊞, 返工 ↩ with the deadline that it carries. */
export function VerdictSign({ verdict, deadline }: Pick<Evaluation, 'verdict' | 'deadline'>) {
  if (!verdict) return null;
  return (
    <span className={verdict === 'passed' ? 'evaluation-verdict passed' : 'evaluation-verdict failed'}>
      <VerdictShape verdict={verdict} />
      {evaluationVerdictWords[verdict]}
      {verdict !== 'passed' && deadline && ` ${text.until(deadline)}`}
    </span>
  );
}

export function VerdictShape({ verdict }: { readonly verdict: EvaluationVerdict }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d={PATHS[verdict]} fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  );
}

/** A stamp and a date mean frozen, a dashed box means live. */
export function FrozenSign({ state, evaluatedOn, asOf }: Evaluation) {
  if (state === 'draft') return <span className="evaluation-live">{text.notFrozen}</span>;
  if (state === 'withdrawn') return <span className="chip grey">{evaluationStateWords.withdrawn}</span>;
  return (
    <span className="evaluation-stamp" title={text.frozenHint(asOf)}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path d="M1 1h10v7H1zM3 10.5h6M3 4.5h6" fill="none" stroke="currentColor" strokeWidth="1.3" />
      </svg>
      {text.frozenOn(evaluatedOn)}
    </span>
  );
}

export function Rate({ value }: { readonly value: Figure | null | undefined }) {
  if (!value) return <span className="secondary">{text.none}</span>;
  const { text: printed, numerator, denominator } = value;
  return (
    <span className="evaluation-rate">
      <b>{printed}</b>{' '}
      <span className="secondary">
        {numerator}/{denominator}
      </span>
    </span>
  );
}

const ORDER_SHAPES: Readonly<Record<OrderState, StateShape>> = {
  planned: 'dotted',
  open: 'ring',
  done: 'full',
  withdrawn: 'crossed',
};

export function OrderSign({ state }: { readonly state: OrderState }) {
  return (
    <StateSign shape={ORDER_SHAPES[state]} tone={orderStateTone[state]}>
      {orderStateWords[state]}
    </StateSign>
  );
}
