import { Button } from 'antd';
import { contract } from '../../../shared/contract/index.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { exchangeText } from '../../text/exchange-page.ts';
import { formText } from '../../text/form.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LongTextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';

interface SettleForkProps {
  readonly office: string;
  readonly name: string;
  readonly onClose: () => void;
}

export function SettleForkDialog({ office, name, onClose }: SettleForkProps) {
  const form = useContractForm<{ office: string; reason: string | null }>({
    schema: inputOf(contract.exchange.settleFork),
    defaults: { office, reason: null },
    draft: `settle ${office}`,
  });
  const settle = useWrite(core.exchange.settleFork, {
    shownInPlace: true,
    done: () => exchangeText.fork.settled,
    onDone: () => {
      form.dropDraft();
      onClose();
    },
  });
  const submit = form.handleSubmit(({ reason }) => settle.mutate({ office, reason: reason ?? '' }));
  return (
    <Dialog
      title={`${exchangeText.fork.settleTitle} · ${name}`}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" danger htmlType="submit" loading={settle.isPending}>
            {exchangeText.fork.confirm}
          </Button>
        </>
      }
    >
      <p>{exchangeText.fork.explain}</p>
      <LongTextField
        control={form.control}
        name="reason"
        label={exchangeText.fork.reason}
        required
        autoFocus
      />
      <ErrorNotice refusal={settle.error} />
    </Dialog>
  );
}
