import { Button } from 'antd';
import { contract } from '../../../shared/contract/index.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { quarantineText as text } from '../../text/import-desk.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LongTextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';

interface LayAsideProps {
  readonly hash: string;
  readonly fileName: string;
  readonly onClose: () => void;
}

export function LayAsideDialog({ hash, fileName, onClose }: LayAsideProps) {
  const form = useContractForm<{ hash: string; reason: string | null }>({
    schema: inputOf(contract.exchange.layAside),
    defaults: { hash, reason: null },
    draft: `aside ${hash}`,
  });
  const layAside = useWrite(core.exchange.layAside, {
    shownInPlace: true,
    done: () => text.laidAside,
    onDone: () => {
      form.dropDraft();
      onClose();
    },
  });
  const submit = form.handleSubmit(({ reason }) => layAside.mutate({ hash, reason: reason ?? '' }));
  return (
    <Dialog
      title={`${text.layAsideTitle} · ${fileName}`}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={layAside.isPending}>
            {text.layAsideConfirm}
          </Button>
        </>
      }
    >
      <LongTextField control={form.control} name="reason" label={text.layAsideReason} required autoFocus />
      <ErrorNotice refusal={layAside.error} />
    </Dialog>
  );
}
