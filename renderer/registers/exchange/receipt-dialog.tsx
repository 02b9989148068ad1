import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { bundlesText } from '../../text/handing-over.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import type { SentLine } from './exchange-queries.ts';

/** Characters of a receipt code, without the hyphen. */
const CODE_LENGTH = 8;

interface ReceiptDialogProps {
  readonly line: SentLine;
  readonly name: string;
  readonly onClose: () => void;
}

/** The code of the other side's paper is typed in. */
export function ReceiptDialog({ line, name, onClose }: ReceiptDialogProps) {
  const [code, setCode] = useState('');
  const codeId = useId();
  const { party: recipient, sequence, epoch } = line;
  const left = CODE_LENGTH - code.replaceAll(/[\s-]/g, '').length;
  const enter = useWrite(() => core.exchange.enterReceipt({ recipient, sequence, epoch, code }), {
    shownInPlace: true,
    done: () => bundlesText.receiptDone(sequence),
    onDone: onClose,
  });
  return (
    <Dialog
      title={bundlesText.receiptTitle(name, sequence)}
      onClose={onClose}
      onSubmit={() => left <= 0 && enter.mutate(undefined)}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" disabled={left > 0} loading={enter.isPending}>
            {bundlesText.receiptEnter}
          </Button>
        </>
      }
    >
      <div className="field">
        <label htmlFor={codeId}>{bundlesText.receiptCode}</label>
        <Input
          id={codeId}
          className="mono exchange-code"
          value={code}
          maxLength={20}
          autoComplete="off"
          placeholder="XXXX-XXXX"
          aria-describedby={`${codeId}-left`}
          onChange={({ target }) => setCode(target.value.toUpperCase())}
        />
        <span id={`${codeId}-left`} className="secondary">
          {bundlesText.receiptLeft(left)}
        </span>
      </div>
      <p className="secondary">{bundlesText.receiptHint}</p>
      <p className="secondary">{bundlesText.receiptExplain}</p>
      <ErrorNotice refusal={enter.error} />
    </Dialog>
  );
}
