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
import type { Fork } from './desk-queries.ts';

interface ChooseBranchProps {
  readonly fork: Fork;
  readonly onClose: () => void;
}

export function ChooseBranchDialog({ fork, onClose }: ChooseBranchProps) {
  const { sender: office, name, standing, other } = fork;
  const form = useContractForm<{ office: string; reason: string | null; dropReason: string | null }>({
    schema: inputOf(contract.exchange.chooseBranch),
    defaults: { office, reason: null, dropReason: null },
    draft: `branch ${office}`,
  });
  const choose = useWrite(core.exchange.chooseBranch, {
    shownInPlace: true,
    done: ({ takenBack, applied }) => text.chosen(takenBack, applied),
    onDone: () => {
      form.dropDraft();
      onClose();
    },
  });
  const submit = form.handleSubmit(({ reason, dropReason }) =>
    choose.mutate({ office, reason: reason ?? '', dropReason: dropReason ?? undefined }),
  );
  const applied = standing.filter(({ state }) => state === 'applied').length;
  return (
    <Dialog
      title={text.chooseTitle(name)}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" danger htmlType="submit" loading={choose.isPending}>
            {text.chooseConfirm}
          </Button>
        </>
      }
    >
      <p>{text.chooseExplain(applied, other.length)}</p>
      <LongTextField control={form.control} name="reason" label={text.chooseReason} required autoFocus />
      {choose.error?.code === 'epoch_drops_items' && (
        <LongTextField control={form.control} name="dropReason" label={text.chooseDrop} />
      )}
      <ErrorNotice refusal={choose.error} />
    </Dialog>
  );
}
