import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import { core } from '../../state/core.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useWrite } from '../../state/writes.ts';
import { errorSentence } from '../../text/errors.ts';
import { evaluationText } from '../../text/evaluation-page.ts';
import { formText } from '../../text/form.ts';
import { orderKindWords } from '../../text/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { useIsGroup } from './evaluated-office.ts';
import { type Evaluation, evaluationQueries } from './evaluation-queries.ts';
import { Rate } from './evaluation-signs.tsx';

const text = evaluationText.freeze;

/** What freezing fixes and what its orders do, told before it is done; and what still stands in its way. */
export function FreezeDialog({
  evaluation,
  onClose,
}: {
  readonly evaluation: Evaluation;
  readonly onClose: () => void;
}) {
  const { id, rev, round, level, allowed } = evaluation;
  const told = useQuery(evaluationQueries.freezing(id, rev));
  const freeze = useWrite(() => core.evaluation.freeze({ id, rev }), {
    shownInPlace: true,
    done: () => text.done(round, level),
    onDone: onClose,
  });
  const isGroup = useIsGroup();
  const why = told.data?.why ?? null;
  const mine = allowed.find(({ move }) => move === 'freeze')?.why ?? null;
  const may = told.data !== undefined && why === null && mine === null;
  const sentence = why
    ? errorSentence(why.code as ErrorCode, why.fields)
    : mine &&
      errorSentence(
        mine as ErrorCode,
        mine === 'not_allowed' ? { needs: [isGroup ? 'leader' : 'reviewer'] } : {},
      );
  return (
    <Dialog
      title={text.title(round, level)}
      onClose={onClose}
      onSubmit={() => may && freeze.mutate(undefined)}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button
            type="primary"
            htmlType="submit"
            disabled={!may}
            title={sentence ?? undefined}
            loading={freeze.isPending}
          >
            {text.button}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <ErrorNotice refusal={freeze.error ?? (told.error ? refusalOf(told.error) : null)} />
      {sentence && (
        <p className="notice warn" role="status">
          {sentence}
        </p>
      )}
      {told.data && <Told told={told.data} orders={evaluation.orders} isGroup={isGroup} />}
      <p className="notice warn">{isGroup ? text.forGoodAtGroup : text.forGood}</p>
    </Dialog>
  );
}

type Preview = Awaited<ReturnType<typeof core.evaluation.freezePreview>>;

function Told({
  told: { asOf, figures, texts, effects },
  orders,
  isGroup,
}: {
  readonly told: Preview;
  readonly orders: Evaluation['orders'];
  readonly isGroup: boolean;
}) {
  return (
    <div className="evaluation-told">
      {figures.length > 0 && (
        <>
          <p>{text.figures(asOf)}</p>
          <ul>
            {figures.map(({ name, value }) => (
              <li key={name}>
                {name} <Rate value={value} />
              </li>
            ))}
          </ul>
        </>
      )}
      {texts > 0 && <p>{text.texts(texts)}</p>}
      <p>{effects.length > 0 ? (isGroup ? text.effectsThere : text.effects) : text.noOrders}</p>
      <ul>
        {effects.map(({ order, kind, subjectName }) => (
          <li key={order}>
            <b>{orderKindWords[kind]}</b> {subjectName ?? orders.find(({ id }) => id === order)?.text} —{' '}
            {text.effect[kind]}
          </li>
        ))}
      </ul>
    </div>
  );
}
