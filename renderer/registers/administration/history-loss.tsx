import { Button } from 'antd';
import { contract } from '../../../shared/contract/index.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useMay, useSession } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { systemText } from '../../text/administration-page.ts';
import { LongTextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';

/** The last resort when writes are missing and no file has them any more. */
export function HistoryLoss() {
  const isAdministrator = useMay('administrator');
  if (isAdministrator) return <AcceptLoss />;
  return <p className="secondary">{systemText.lossNeedsAdministrator}</p>;
}

function AcceptLoss() {
  const form = useContractForm<{ reason: string }>({
    schema: inputOf(contract.office.acceptHistoryLoss),
    defaults: { reason: '' },
    draft: 'accept loss',
  });
  const accept = useWrite(
    async (reason: string) => {
      await core.office.acceptHistoryLoss({ reason });
      return await core.office.identity();
    },
    {
      shownInPlace: true,
      done: () => systemText.lossDone,
      onDone: (identity) => {
        form.dropDraft();
        useSession.getState().signedIn(identity);
      },
    },
  );
  return (
    <form
      className="system-stack"
      noValidate
      onSubmit={form.handleSubmit(({ reason }) => accept.mutate(reason))}
    >
      <h3>{systemText.loss}</h3>
      <p>{systemText.lossSays}</p>
      <LongTextField
        control={form.control}
        name="reason"
        label={systemText.lossReason}
        maxLength={100}
        rows={2}
        required
      />
      <ErrorNotice refusal={accept.error} />
      <div>
        <Button danger htmlType="submit" loading={accept.isPending}>
          {systemText.lossConfirm}
        </Button>
      </div>
    </form>
  );
}
