import { Link } from '@tanstack/react-router';
import { evaluationText } from '../../text/evaluation-page.ts';
import { useEvaluatedOffice } from './evaluated-office.ts';
import type { Order } from './evaluation-queries.ts';

const text = evaluationText.orders;

/** What an order names, and the way to it. */
export function OrderSubject({
  order: { kind, subject, subjectName },
}: {
  readonly order: Pick<Order, 'kind' | 'subject' | 'subjectName'>;
}) {
  const isElsewhere = useEvaluatedOffice() !== null;
  if (kind === 'other') return <span className="secondary">{text.unnamed}</span>;
  const name = subjectName ?? text.allMakeups;
  // rooms of registers show the own office's
  if (isElsewhere) return name;
  if (kind === 'makeup' && !subject)
    return (
      <Link to="/study" search={{ makeups: 'pending' }}>
        {name}
      </Link>
    );
  if (!subject) return name;
  if (kind === 'item')
    return (
      <Link to="/rectification" search={{ item: subject }}>
        {name}
      </Link>
    );
  if (kind === 'action')
    return (
      <Link to="/actions" search={{ action: subject }}>
        {name}
      </Link>
    );
  return (
    <Link to="/study/$id" params={{ id: subject }}>
      {name}
    </Link>
  );
}

/** 返工（补课）通知单 of what can be written to about: a session or an item. */
export function OrderNotice({
  order: { kind, subject },
}: {
  readonly order: Pick<Order, 'kind' | 'subject'>;
}) {
  const isElsewhere = useEvaluatedOffice() !== null;
  if (!subject || isElsewhere || kind === 'action' || kind === 'other') return null;
  const about = kind === 'item' ? { item: subject } : { session: subject };
  return (
    <Link to="/forms" search={{ form: 'reworkNotice', ...about }}>
      {text.notice}
    </Link>
  );
}
