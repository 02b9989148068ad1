import './key-sheet.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { keyText } from '../../text/exchange-keys.ts';
import { exchangeText } from '../../text/exchange-page.ts';
import { formText } from '../../text/form.ts';
import { timeOf } from '../../text/frame.ts';
import { bundlesText } from '../../text/handing-over.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { exchangeQueries, type ReceivedLine } from './exchange-queries.ts';

/** One page of paper that goes back to the sender: its file has arrived. */
export function ReceiptSheetDialog({
  line,
  onClose,
}: {
  readonly line: ReceivedLine;
  readonly onClose: () => void;
}) {
  const receipt = useQuery(exchangeQueries.receipt(line.party, line.epoch, line.sequence));
  return (
    <Dialog
      wide
      title={bundlesText.paperTitle}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" disabled={!receipt.data} onClick={() => window.print()}>
            {bundlesText.paperPrint}
          </Button>
        </>
      }
    >
      <ErrorNotice refusal={receipt.error ? refusalOf(receipt.error) : null} />
      {receipt.data && <ReceiptSheet receipt={receipt.data} />}
    </Dialog>
  );
}

type Receipt = Awaited<ReturnType<ReturnType<typeof exchangeQueries.receipt>['queryFn']>>;

function ReceiptSheet({ receipt }: { readonly receipt: Receipt }) {
  const { demo } = useIdentity();
  const fields = bundlesText.paperFields;
  const { sender, recipient, sequence, full, asOf, receivedAt, state, hash, rows, code } = receipt;
  return (
    <article className="key-sheet">
      <h2>{bundlesText.paperTitle}</h2>
      <p className="receipt-code">
        <span>{fields.code}</span> <b className="mono">{code}</b>
      </p>
      <dl className="pairs">
        <dt>{fields.sender}</dt>
        <dd>
          {sender.name}　<span className="mono">{sender.code}</span>
        </dd>
        <dt>{fields.sequence}</dt>
        <dd>
          {bundlesText.number(sequence)}
          {bundlesText.paperKind(full)}
        </dd>
        <dt>{fields.asOf}</dt>
        <dd>{keyText.paperDay(asOf)}</dd>
        <dt>{fields.rows}</dt>
        <dd>{rows}</dd>
        <dt>{fields.hash}</dt>
        <dd className="mono receipt-hash">{hash}</dd>
        <dt>{fields.recipient}</dt>
        <dd>
          {recipient.name}　<span className="mono">{recipient.code}</span>
        </dd>
        <dt>{fields.receivedAt}</dt>
        <dd>{timeOf(receivedAt)}</dd>
        <dt>{fields.state}</dt>
        <dd>{exchangeText.kept(state)}</dd>
        {demo && <dt>{fields.demo}</dt>}
        {demo && <dd>{bundlesText.paperDemo}</dd>}
      </dl>
      <ol className="key-sheet-steps">
        {bundlesText.paperSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="key-sheet-signs">
        {bundlesText.paperSigns.map((sign) => (
          <span key={sign}>{sign}</span>
        ))}
      </div>
    </article>
  );
}
