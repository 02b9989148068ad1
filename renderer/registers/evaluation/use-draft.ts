import { useRef } from 'react';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import type { Evaluation } from './evaluation-queries.ts';
import type { LineValues } from './line-entry.tsx';
import type { Decided } from './verdict-choice.tsx';

type Head = Omit<Parameters<typeof core.evaluation.update>[0], 'id' | 'rev'>;

/**
 * Writes in one draft, one after the other: each gives the draft a new version, by which the next one goes on.
 */
export function useDraft(evaluation: Evaluation) {
  const { id } = evaluation;
  const latest = useRef(evaluation.rev);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  // the sheet is read again after a write, and until then shows the version before it
  const decided = useRef<Decided>({});
  if (evaluation.rev >= latest.current) decided.current = {};
  latest.current = Math.max(latest.current, evaluation.rev);

  const line = useWrite(
    ({ indicator, values }: { readonly indicator: string; readonly values: LineValues }) =>
      inTurn((rev) => core.evaluation.setLine({ id, rev, indicator, ...values })),
    { shownInPlace: true },
  );
  const head = useWrite(
    (change: Decided) => {
      // what was decided a moment ago is not in the sheet yet, and must not be taken back by what comes next
      decided.current = { ...decided.current, ...change };
      const whole = { ...headOf(evaluation), ...decided.current };
      return inTurn((rev) => core.evaluation.update({ ...whole, id, rev })).catch(forgetting);
    },
    { shownInPlace: true },
  );
  const removeOrder = useWrite(
    (order: string) => inTurn((rev) => core.evaluation.removeOrder({ id, rev, order })),
    { shownInPlace: true },
  );
  const isWriting = line.isPending || head.isPending || removeOrder.isPending;
  return {
    line,
    head,
    isWriting,
    deciding: decided.current,
    removeOrder,
    refusal: line.error ?? head.error ?? removeOrder.error,
  };

  function forgetting(refusal: unknown): never {
    decided.current = {};
    throw refusal;
  }

  function inTurn<Answer extends { readonly rev: number }>(
    write: (rev: number) => Promise<Answer>,
  ): Promise<Answer> {
    const next = queue.current
      .then(() => write(latest.current))
      .then((answer) => {
        latest.current = answer.rev;
        return answer;
      });
    queue.current = next.catch(() => undefined);
    return next;
  }
}

export function headOf(evaluation: Evaluation): Head {
  const { evaluatedOn, asOf, by, documentNumber, verdict, deadline, remark } = evaluation;
  return { evaluatedOn, asOf, by, documentNumber, verdict, deadline, remark };
}
