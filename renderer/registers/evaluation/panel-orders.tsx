import { Button } from 'antd';
import { evaluationText } from '../../text/evaluation-page.ts';
import { orderKindWords } from '../../text/words.ts';
import { Due } from '../../ui/signs.tsx';
import type { Evaluation } from './evaluation-queries.ts';
import { OrderSign } from './evaluation-signs.tsx';
import { OrderNotice, OrderSubject } from './order-subject.tsx';

const text = evaluationText.orders;

interface PanelOrdersProps {
  readonly evaluation: Evaluation;
  readonly onAdd?: () => void;
  readonly onRemove?: (order: string) => void;
}

/** What one evaluation ordered, or would. */
export function PanelOrders({ evaluation: { orders }, onAdd, onRemove }: PanelOrdersProps) {
  if (orders.length === 0 && !onAdd) return null;
  return (
    <>
      <h3>{text.title}</h3>
      {orders.length === 0 && <p className="secondary">{text.empty}</p>}
      <ul className="evaluation-orders">
        {orders.map((order) => (
          <li key={order.id}>
            <div className="evaluation-order-head">
              <b>{orderKindWords[order.kind]}</b> <OrderSubject order={order} />
              <OrderSign state={order.state} />
            </div>
            <div>{order.text}</div>
            <div className="secondary">
              <Due dueOn={order.deadline} daysLeft={order.daysLeft} />{' '}
              {order.state === 'open' && order.openMakeups ? text.openMakeups(order.openMakeups) : null}
              {order.document} {order.state === 'open' && <OrderNotice order={order} />}
              {onRemove && (
                <button
                  type="button"
                  className="link-button"
                  aria-label={text.removeTitle(order.kind)}
                  onClick={() => onRemove(order.id)}
                >
                  {text.remove}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {onAdd && <Button onClick={onAdd}>{text.add}</Button>}
    </>
  );
}
